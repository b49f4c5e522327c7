"""Words that are true of the session they stand under, and new each time within a week."""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words import words_for
from coach.phrases import Phrase, phrase
from coach.plan import Plan
from coach.planning import plan
from coach.profile import Experience, Profile
from coach.session import Do, Session, SessionKind
from coach.slot import Emphasis
from coach.workouts.telling import reasons, told_apart
from tests.builders import MONDAY, a_session
from tests.coach.rules.athletes import profiles
from tests.coach.workouts.slots import a_pacing, parts_of, work_of
from tests.coach.workouts.slots import a_session as composed
from tests.depth import examples

DAY = dt.timedelta(days=1)


def an_easy(day: int, reason: int, title: str = "title.easy_run") -> Session:
    """An easy run so many days after a Monday, for the reason of a number."""
    return a_session(MONDAY + day * DAY, title=phrase(title), why=phrase(f"why.easy.cutback.{reason}"))


def keys(sessions: tuple[Session, ...]) -> list[int]:
    return [int(session.why.key.rpartition(".")[2]) for session in sessions]


def in_order(made: Plan) -> list[Session]:
    return [session for week in made.weeks for session in sorted(week.sessions, key=lambda each: each.date)]


# Told apart


def test_reasons_that_differ_stay_as_they_are() -> None:
    week = (an_easy(0, 1), an_easy(2, 2), an_easy(4, 3))
    assert told_apart(week, (), modest=False) == week


def test_reason_of_two_days_ago_gives_way_to_the_next() -> None:
    assert keys(told_apart((an_easy(0, 1), an_easy(1, 2), an_easy(3, 1)), (), modest=False)) == [1, 2, 3]


def test_reason_of_the_week_before_gives_way_on_the_same_day() -> None:
    assert keys(told_apart((an_easy(7, 1),), (an_easy(0, 1),), modest=False)) == [2]


def test_reason_of_eight_days_ago_may_come_back_under_another_title() -> None:
    before = (an_easy(0, 1, "title.easy_tall"), an_easy(3, 4))
    assert keys(told_apart((an_easy(8, 1),), before, modest=False)) == [1]


def test_same_title_does_not_come_with_the_same_reason_in_two_weeks_on_end() -> None:
    before = (an_easy(0, 1), an_easy(3, 4))
    assert keys(told_apart((an_easy(8, 1),), before, modest=False)) == [2]


def test_where_all_reasons_were_given_the_oldest_comes_back() -> None:
    held = reasons()["easy.cutback"]
    week = tuple(an_easy(day, day + 1) for day in range(held))
    assert keys(told_apart((*week, an_easy(held, held)), (), modest=False))[-1] == 1


def test_reason_without_others_stays() -> None:
    moved = [a_session(MONDAY + day * DAY, why=Phrase("why.strength_moved")) for day in (0, 3)]
    assert told_apart(tuple(moved), (), modest=False) == tuple(moved)


@given(st.lists(st.integers(1, 7), min_size=1, max_size=7))
def test_any_week_of_easy_runs_has_a_reason_for_each(numbers: list[int]) -> None:
    told = told_apart(tuple(an_easy(day, number) for day, number in enumerate(numbers)), (), modest=False)
    assert len(set(keys(told))) == len(numbers)


# Whole plans


@examples(40)
@given(profile=profiles())
def test_no_reason_is_given_twice_within_a_week(profile: Profile) -> None:
    given_on: dict[Phrase, dt.date] = {}
    for session in in_order(plan(profile, (), profile.start_date)):
        assert session.why not in given_on or session.date - given_on[session.why] > 7 * DAY, session.why
        given_on[session.why] = session.date


@examples(40)
@given(profile=profiles())
def test_no_session_follows_itself_in_title_and_reason(profile: Profile) -> None:
    sessions = in_order(plan(profile, (), profile.start_date))
    assert all((one.title, one.why) != (two.title, two.why) for one, two in pairwise(sessions))


@examples(40)
@given(profile=profiles())
def test_easy_runs_hold_strides_where_their_title_says_so_and_nowhere_else(profile: Profile) -> None:
    for session in in_order(plan(profile, (), profile.start_date)):
        if session.kind is SessionKind.EASY_RUN:
            assert ("strides" in session.title.key) == bool(parts_of(session, Do.STRIDE)), session.minutes


# Sessions whose point needs time, or a race


@pytest.mark.parametrize("minutes", [10, 15, 20, 25, 30, 45])
@pytest.mark.parametrize("turn", range(5))
def test_short_runs_with_strides_hold_fewer_of_them_and_two_at_least(turn: int, minutes: int) -> None:
    session = composed("easy_run", minutes, turn=turn, strides=4)
    assert 2 <= len(parts_of(session, Do.STRIDE)) <= 4
    assert sum(part.seconds or 0 for part in parts_of(session)) == minutes * 60


def test_shorter_size_of_a_run_with_strides_keeps_them() -> None:
    size = composed("easy_run", 60, strides=6).shorter[0]
    assert any(getattr(part, "do", None) is Do.STRIDE for step in size.steps for part in step.parts)


@pytest.mark.parametrize(("minutes", "drinks"), [(45, False), (55, False), (60, True), (90, True)])
def test_long_run_with_a_drink_lasts_an_hour(minutes: int, drinks: bool) -> None:  # noqa: FBT001 - a case
    names = {composed("long_run", minutes, turn=turn, phase="base").workout for turn in range(20)}
    assert ("long_drink" in names) == drinks


@pytest.mark.parametrize("emphasis", list(Emphasis))
def test_nobody_rehearses_for_a_race_that_is_not_their_goal(emphasis: Emphasis) -> None:
    runs = [composed("long_run", 90, turn=turn, phase="peak", emphasis=emphasis) for turn in range(40)]
    assert "long_dress_rehearsal" not in {run.workout for run in runs}


def test_who_trains_for_a_race_rehearses_it() -> None:
    runs = [composed("long_run", 90, turn=turn, phase="peak") for turn in range(40)]
    assert "long_dress_rehearsal" in {run.workout for run in runs}


def test_every_third_session_speaks_of_legs_and_the_others_take_all_turns() -> None:
    told = [composed("easy_run", 40, turn=turn, phase="base", legs=True).why.key for turn in range(9)]
    assert [".legs." in key for key in told] == [False, False, True] * 3
    assert len(set(told)) == 9


def test_walk_with_hills_is_as_brisk_as_it_is_called() -> None:
    walks = [composed("recovery_walk", 30, turn=turn, phase="walk") for turn in range(12)]
    assert {walk.target.rpe for walk in walks if walk.workout == "walking_hills"} == {(3, 4)}


# Shorter sizes


def sizes(kind: str, minutes: int, **fields: object) -> list[tuple[Session, Session]]:
    """Sessions of every experience beside their twenty minutes, as sessions of their own."""
    found = [
        composed(kind, minutes, turn=turn, phase=phase, experience=experience, pacing=a_pacing(42.0), **fields)
        for experience in Experience
        for phase in ("base", "peak")
        for turn in range(24)
    ]
    return [(each, replace(each, title=each.shorter[0].title, steps=each.shorter[0].steps)) for each in found]


@pytest.mark.parametrize("minutes", [25, 35, 45, 60])
@pytest.mark.parametrize("kind", ["interval_run", "tempo_run", "hill_run"])
def test_shorter_is_never_more_work(kind: str, minutes: int) -> None:
    assert [whole.workout for whole, short in sizes(kind, minutes) if work_of(short) > work_of(whole)] == []


@pytest.mark.parametrize("kind", ["interval_run", "tempo_run", "hill_run"])
def test_no_title_says_once(kind: str) -> None:
    words = words_for(html=False)
    for whole, short in sizes(kind, 45):
        for title in (words.say(whole.title), words.say(short.title)):
            assert not re.search(r"\b1 × \d+ min$", title) or "Tempo" not in title, title


def test_a_set_stays_whole_in_twenty_minutes() -> None:
    words = words_for(html=False)
    told = {words.say(short.title) for whole, short in sizes("interval_run", 45) if whole.workout == "fartlek_3_2_1"}
    assert told == {"20 min: Fartlek: 3–2–1 min quick"}


def test_twenty_minutes_of_a_long_run_are_an_easy_run() -> None:
    for whole, short in sizes("long_run", 80):
        steady = any(part.rpe == (4, 5) for part in parts_of(short))
        assert dict(short.title.args)["title"] == phrase("title.easy_run") or (steady and "finish" in whole.workout)


def test_long_run_that_must_stay_easy_is_easy_when_it_is_short() -> None:
    for _, short in sizes("long_run", 80, easy=True):
        assert all(part.rpe is None or part.rpe[1] <= 4 for part in parts_of(short))
