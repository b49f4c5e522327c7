"""What a move would break, and the nearest day that breaks nothing (C8)."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.moves import broken_by, broken_for, nearest_day
from coach.profile import Experience, Weekday
from coach.session import Session, SessionKind
from coach.units import Minutes
from tests.builders import MONDAY, a_session, an_athlete, limits


def on(day: int, kind: str) -> Session:
    return a_session(MONDAY + dt.timedelta(days=day), kind)


def at(day: int) -> dt.date:
    return MONDAY + dt.timedelta(days=day)


def keys(sessions: list[Session], moved: Session, day: int) -> list[str]:
    return [found.key for found in broken_by(sessions, moved, at(day))]


@pytest.mark.parametrize(
    ("kind", "other", "day", "key"),
    [
        ("easy_run", "easy_run", 3, "move.two_runs"),
        ("run_walk", "run_walk", 2, "move.rest_between"),
        ("run_walk", "run_walk", 4, "move.rest_between"),
        ("tempo_run", "long_run", 2, "move.hard_beside_hard"),
        ("long_run", "interval_run", 4, "move.hard_beside_hard"),
        ("strength", "hill_run", 3, "move.strength_with_hard"),
        ("long_run", "strength", 3, "move.strength_with_hard"),
        ("strength", "long_run", 2, "move.strength_before_long"),
        ("long_run", "strength", 4, "move.strength_before_long"),
        ("long_run", "long_run", 5, "move.second_long"),
    ],
)
def test_a_move_that_breaks_a_rule_says_which(kind: str, other: str, day: int, key: str) -> None:
    moved = on(0, kind)
    assert key in keys([moved, on(3, other)], moved, day)


@pytest.mark.parametrize(
    ("kind", "other", "day"),
    [
        ("easy_run", "strength", 3),
        ("easy_run", "tempo_run", 2),
        ("strength", "tempo_run", 2),
        ("recovery_walk", "long_run", 3),
        ("strength", "easy_run", 3),
        ("tempo_run", "long_run", 1),
    ],
)
def test_a_move_that_breaks_nothing_is_not_warned_of(kind: str, other: str, day: int) -> None:
    moved = on(0, kind)
    assert keys([moved, on(3, other)], moved, day) == []


def test_a_session_never_stands_in_its_own_way() -> None:
    moved = on(3, "long_run")
    assert keys([moved], moved, 4) == []


def test_the_nearest_free_day_is_offered_and_the_earlier_of_two() -> None:
    moved = on(0, "tempo_run")
    long_run = on(5, "long_run")
    assert nearest_day([moved, long_run], [moved], at(5), after=at(0)) == at(3)
    assert nearest_day([moved, long_run], [moved], at(5), after=at(4)) == at(7)


def test_no_day_is_offered_when_every_day_is_taken() -> None:
    moved = on(0, "easy_run")
    others = [on(day, "easy_run") for day in range(-14, 21) if day != 0]
    assert nearest_day(others, [moved], at(2), after=at(0)) is None


def test_the_athletes_own_days_are_offered_first() -> None:
    moved = on(0, "run_walk")
    others = [on(2, "run_walk")]
    assert nearest_day([moved, *others], [moved], at(1), after=at(0)) == at(4)
    weekend = frozenset({Weekday.SAT, Weekday.SUN})
    assert nearest_day([moved, *others], [moved], at(1), after=at(0), available=weekend) == at(5)


def test_two_sessions_of_a_day_move_to_one_that_suits_both() -> None:
    run, lift = on(0, "run_walk"), on(0, "strength")
    others = [on(2, "run_walk"), on(5, "long_run")]
    assert nearest_day([run, lift, *others], [run, lift], at(1), after=at(0)) == at(6)


def test_a_session_told_in_other_words_is_still_the_one_that_moves() -> None:
    planned, told = on(0, "run_walk"), replace(on(0, "run_walk"), minutes=Minutes(25))
    assert broken_by([planned], told, at(1)) == []


@given(
    kinds=st.lists(st.tuples(st.integers(0, 13), st.sampled_from(list(SessionKind))), max_size=8),
    kind=st.sampled_from(list(SessionKind)),
    wish=st.integers(1, 8),
)
def test_an_offered_day_never_breaks_a_rule(kinds: list[tuple[int, SessionKind]], kind: SessionKind, wish: int) -> None:
    moved = on(0, kind)
    others = [on(day, other) for day, other in kinds]
    offered = nearest_day(others, [moved], at(wish), after=at(0))
    if offered is not None:
        assert offered > at(0)
        assert broken_by(others, moved, offered) == []


def test_a_long_run_in_the_week_before_is_none_of_the_week_it_moves_to() -> None:
    moved = on(9, "long_run")
    assert keys([moved, on(0, "long_run")], moved, 11) == []
    assert keys([moved, on(0, "long_run")], moved, 6) == ["move.second_long"]


def test_a_move_that_takes_the_last_free_day_of_a_week_says_so() -> None:
    moved = on(-1, "easy_run")
    week = [on(day, "strength" if day % 2 else "easy_run") for day in range(6)]
    assert keys([moved, *week], moved, 6) == ["move.no_rest_day"]
    assert keys([moved, *week[1:], on(0, "recovery_walk")], moved, 6) == []
    within = on(0, "easy_run")
    assert keys([within, *week[1:]], within, 6) == []


def asked(moved: list[Session], others: list[Session], day: int, **known: object) -> list[str]:
    """What somebody who may train 40 minutes on weekdays and 60 at weekends is told of a move."""
    profile = an_athlete(max_minutes=limits(40, 60), **known)
    return [found.key for found in broken_for([*moved, *others], moved, at(day), profile)]


def lasting(minutes: int, day: int, kind: str) -> Session:
    return replace(on(day, kind), minutes=Minutes(minutes))


def test_a_move_onto_a_day_without_the_minutes_says_so() -> None:
    run = lasting(55, 5, "easy_run")
    assert asked([run], [], 3) == ["move.over_limit"]
    assert asked([run], [], 6) == []
    assert asked([lasting(30, 0, "easy_run")], [lasting(20, 3, "strength")], 3) == ["move.over_limit"]
    assert asked([lasting(25, 0, "easy_run"), lasting(20, 0, "strength")], [], 3) == ["move.over_limit"]
    assert asked([lasting(90, 5, "race")], [], 3) == []


def test_a_move_that_leaves_no_day_between_strength_sessions_says_so() -> None:
    moved = lasting(20, 0, "strength")
    for day in (2, 3, 4):
        assert "move.strength_in_a_row" in asked([moved], [lasting(20, 3, "strength")], day)
    assert asked([moved], [lasting(20, 3, "strength")], 1) == []


@pytest.mark.parametrize(
    ("experience", "there", "told"),
    [("regular", 1, []), ("regular", 2, ["move.third_hard"]), ("new", 1, ["move.third_hard"])],
)
def test_a_hard_run_from_another_week_that_is_one_too_many_says_so(
    experience: str, there: int, told: list[str]
) -> None:
    moved = lasting(30, -1, "tempo_run")
    others = [lasting(30, day, "hill_run") for day in (0, 2)[:there]]
    assert asked([moved], others, 5, experience=Experience(experience)) == told


def test_a_hard_run_that_stays_in_its_week_is_none_too_many() -> None:
    moved, others = lasting(30, 0, "tempo_run"), [lasting(30, 3, "hill_run")]
    assert asked([moved], others, 5, experience=Experience.NEW) == []


def test_a_day_offered_has_room_for_what_moves() -> None:
    run = lasting(55, 0, "easy_run")
    profile = an_athlete(max_minutes=limits(40, 60))
    assert nearest_day([run], [run], at(3), after=at(0), profile=profile) == at(5)
    assert nearest_day([run], [run], at(3), after=at(0)) == at(2)
