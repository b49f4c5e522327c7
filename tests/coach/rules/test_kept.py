"""Weeks already sent and moves of the athlete, over random athletes (C7, C8)."""

import pytest

from coach.plan import Kept, Move
from coach.planning import plan
from coach.session import SessionKind
from tests.coach.rules.athletes import DAY, a_profile, as_planned, lived
from tests.coach.rules.book import RULES
from tests.coach.rules.choosers import seeded
from tests.coach.rules.story import lines, sessions_of
from tests.coach.rules.trial import first_plan

SEEDS = range(13_000_000, 13_000_040)


@pytest.mark.parametrize("seed", SEEDS)
def test_sent_weeks_stay_while_everything_goes_as_planned(seed: int) -> None:
    pick = seeded(seed)
    profile = a_profile(pick)
    first = first_plan(profile)
    today = profile.start_date + pick.whole(0, 13) * DAY
    history = tuple(as_planned(s) for s in sessions_of(first, profile.start_date) if s.date < today)
    made = plan(profile, history, today, Kept(weeks=first.weeks[:2]))
    left = (first.weeks[0].start + 7 * len(first.weeks[:2]) * DAY - today).days
    assert lines(made, today, left) == lines(first, today, left)


@pytest.mark.parametrize("seed", SEEDS)
def test_sent_weeks_give_way_to_the_rules_whatever_happens(seed: int) -> None:
    pick = seeded(seed)
    profile = a_profile(pick)
    first = first_plan(profile)
    today = profile.start_date + pick.whole(0, 13) * DAY
    history, kept = lived(pick, first, today), Kept(weeks=first.weeks[:2])
    made = plan(profile, history, today, kept)
    assert {name: found for name, rule in RULES.items() if (found := rule(profile, history, made, kept))} == {}


@pytest.mark.parametrize("seed", SEEDS)
def test_one_day_missed_of_a_sent_week_leaves_the_rest_of_it_alone(seed: int) -> None:
    pick = seeded(seed)
    profile = a_profile(pick)
    first = first_plan(profile)
    days = sorted({s.date for s in first.weeks[0].sessions if s.kind is not SessionKind.RACE})
    off = pick.one(days or [profile.start_date])
    today = off + DAY
    history = tuple(as_planned(s) for s in sessions_of(first, profile.start_date) if s.date < off)
    made = plan(profile, history, today, Kept(weeks=first.weeks[:1]))
    left = (first.weeks[0].start + 7 * DAY - today).days
    was, now = lines(first, today, left), lines(made, today, left)
    assert [line for line in now if line[1] != "run_walk"] == [line for line in was if line[1] != "run_walk"]


def test_the_ladder_of_a_week_sent_ahead_waits_for_who_missed_a_step() -> None:
    profile = a_profile(seeded(14_000_007))
    first = first_plan(profile)
    kept, today = Kept(weeks=first.weeks[:2]), profile.start_date + 2 * DAY
    made = plan(profile, (), today, kept)
    titles = [s.title for s in first.weeks[1].sessions if s.kind is SessionKind.RUN_WALK]
    assert [s.title for s in made.weeks[1].sessions if s.kind is SessionKind.RUN_WALK] != titles
    assert RULES["P5"](profile, (), made, kept) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_moved_session_is_found_once_on_its_new_day(seed: int) -> None:
    pick = seeded(seed)
    profile = a_profile(pick)
    first = first_plan(profile)
    week = first.weeks[min(1, len(first.weeks) - 1)]
    movable = [s for s in week.sessions if s.date >= profile.start_date and s.kind is not SessionKind.RACE]
    if not movable:
        assert not [s for s in week.sessions if s.kind is not SessionKind.RACE]
        return
    session = pick.one(movable)
    free = [week.start + n * DAY for n in range(7) if not any(s.date == week.start + n * DAY for s in week.sessions)]
    target = pick.one([day for day in free if day >= profile.start_date] or [session.date])
    kept = Kept(weeks=first.weeks[:2], moves=(Move(session.kind, session.date, target),))
    made = plan(profile, (), profile.start_date, kept)
    assert [s.kind for s in sessions_of(made, target, 1)].count(session.kind) == 1
    before = [s.kind for s in sessions_of(first, week.start, 7)]
    assert sorted(s.kind for s in sessions_of(made, week.start, 7)) == sorted(before)


def test_a_session_moved_into_the_next_week_is_found_there_once() -> None:
    first = first_plan(profile := a_profile(seeded(13_000_000)))
    session = first.weeks[0].sessions[-1]
    taken = {s.date for s in first.weeks[1].sessions}
    target = next(day for n in range(7) if (day := first.weeks[1].start + n * DAY) not in taken)
    kept = Kept(weeks=first.weeks[:2], moves=(Move(session.kind, session.date, target),))
    made = plan(profile, (), profile.start_date, kept)
    assert [s.kind for s in sessions_of(made, target, 1)] == [session.kind]
    assert session.kind not in [s.kind for s in sessions_of(made, session.date, 1)]


def test_a_session_moved_into_the_week_before_is_found_there_once() -> None:
    first = first_plan(profile := a_profile(seeded(13_000_000)))
    session = first.weeks[1].sessions[0]
    taken = {s.date for s in first.weeks[0].sessions}
    days = [first.weeks[0].start + n * DAY for n in range(7)]
    target = next(day for day in reversed(days) if day not in taken)
    kept = Kept(weeks=first.weeks[:2], moves=(Move(session.kind, session.date, target),))
    made = plan(profile, (), profile.start_date, kept)
    assert session.kind in [s.kind for s in sessions_of(made, target, 1)]
    assert session.kind not in [s.kind for s in sessions_of(made, session.date, 1)]
