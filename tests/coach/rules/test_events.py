"""The rules of change, C1 to C8: the same athlete with and without the event."""

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest

from coach.history import RED_FLAGS, Entry, Pain, Reason, Status
from coach.plan import Kept, Move, Phase, Plan
from coach.planning import plan
from coach.profile import Profile
from coach.session import HARD_KINDS, RUN_KINDS, Intensity, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_day, a_skip, an_athlete, an_entry
from tests.coach.rules.story import (
    DAY,
    broken,
    done_on_foot,
    followed,
    hard_runs,
    lines,
    metres,
    missed,
    numbers,
    places,
    runs,
    sessions_of,
)

K = SessionKind
RUNNER = an_athlete(weeks=16)
"""A regular runner in an open-ended block."""
WEDNESDAY = a_day(6, "wed")
"""A day of an ordinary week before another one, after five weeks as planned; Wednesday is no training day."""


@cache
def the_past() -> tuple[Entry, ...]:
    """Five weeks and two days exactly as planned."""
    return followed(RUNNER, WEDNESDAY)


@cache
def the_plan() -> Plan:
    """What is planned when nothing has happened."""
    return plan(RUNNER, the_past(), WEDNESDAY)


def after(*events: Entry, today: dt.date = WEDNESDAY, profile: Profile = RUNNER) -> Plan:
    """The plan once something has happened besides what was planned; it keeps every rule."""
    history = (*the_past(), *events)
    made = plan(profile, history, today)
    assert broken(profile, history, made) == []
    return made


def off(days: int) -> tuple[tuple[Entry, ...], dt.date]:
    """A break from the first session after the calm past, and the day it is over."""
    first = sessions_of(the_plan(), WEDNESDAY)[0].date
    return missed(the_plan(), first, days), first + days * DAY


def test_the_calm_plan_keeps_every_rule() -> None:
    assert broken(RUNNER, the_past(), the_plan()) == []
    assert the_plan().changes == ()
    assert hard_runs(the_plan(), WEDNESDAY, 14)


# Breaks, rule C1


@pytest.mark.parametrize("days", [1, 2, 3])
def test_one_to_three_days_off_carry_on(days: int) -> None:
    skipped, today = off(days)
    assert places(after(*skipped, today=today), today, 7) == places(the_plan(), today, 7)


@pytest.mark.parametrize("days", [4, 5, 7])
def test_four_to_seven_days_off_repeat_the_last_full_week_at_80_percent(days: int) -> None:
    skipped, today = off(days)
    made = after(*skipped, today=today)
    last_full = done_on_foot(the_past(), a_day(5, "mon"))
    assert 0.5 * last_full <= metres(made, today) <= 0.8 * last_full + 100
    assert "C1" in numbers(made)


@pytest.mark.parametrize(
    ("days", "length", "shares"),
    [
        (8, 8, (0.5, 0.75)),
        (14, 14, (0.5, 0.75)),
        (28, 28, (0.5, 0.75)),
        (29, 29, (0.33, 0.5, 0.75)),
        (42, 42, (0.33, 0.5, 0.75)),
        (56, 56, (0.33, 0.5, 0.75)),
        (57, 84, (0.33, 0.5, 0.7, 0.85)),
        (70, 84, (0.33, 0.5, 0.7, 0.85)),
    ],
)
def test_a_longer_break_returns_in_shares_of_the_best_week(days: int, length: int, shares: tuple[float, ...]) -> None:
    profile = replace(RUNNER, weeks=24)
    first = sessions_of(the_plan(), WEDNESDAY)[0].date
    whole = plan(profile, the_past(), WEDNESDAY)
    skipped, today = missed(whole, first, days), first + days * DAY
    made = after(*skipped, today=today, profile=profile)
    best = max(done_on_foot(the_past(), first - n * 7 * DAY) for n in (1, 2, 3, 4))
    best = max(best, *(done_on_foot(the_past(), a_day(week, "mon")) for week in (2, 3, 4, 5)))
    part = length / len(shares)
    for n, share in enumerate(shares):
        span = int((n + 1) * part) - int(n * part)
        covered = metres(made, today + int(n * part) * DAY, span)
        assert covered <= share * best * max(1, span / 7) + 500, f"{share:.0%}: {covered} m in {span} days of {best} m"
    inside = runs(made, today, min(length, 70))
    assert all(s.intensity is Intensity.EASY and s.kind is not K.LONG_RUN for s in inside)
    assert next(w for w in made.weeks if w.start + 7 * DAY > today).phase is Phase.RETURN
    assert "C1" in numbers(made)


def test_a_missed_long_run_is_not_made_up_next_day() -> None:
    sunday, monday = a_day(6, "sun"), a_day(7, "mon")
    past = followed(RUNNER, sunday)
    made = plan(RUNNER, (*past, a_skip(sunday, "long_run")), monday)
    calm = plan(RUNNER, followed(RUNNER, monday), monday)
    assert places(made, monday, 7) == places(calm, monday, 7)
    assert all(s.kind is not K.LONG_RUN for s in sessions_of(made, monday, 6))


@pytest.mark.parametrize("kind", ["strength", "recovery_walk", "easy_run"])
def test_a_missed_session_leaves_the_days_ahead_as_they_were(kind: str) -> None:
    session = next(s for s in sessions_of(the_plan(), WEDNESDAY) if s.kind == kind)
    today = session.date + DAY
    history = tuple(e for e in followed(RUNNER, today) if (e.date, e.kind) != (session.date, session.kind))
    made = plan(RUNNER, (*history, a_skip(session.date, kind)), today)
    assert places(made, today, 7) == places(the_plan(), today, 7)


# Effort, rule C2


def with_efforts(over: int, *back: int) -> tuple[Entry, ...]:
    """The past with the runs so many places from its end felt ``over`` points above their target."""
    places_of_runs = [n for n, e in enumerate(the_past()) if e.kind in RUN_KINDS]
    chosen = {places_of_runs[-n] for n in back}
    return tuple(
        replace(e, rpe=(e.target_rpe or (3, 4))[1] + over) if n in chosen else e for n, e in enumerate(the_past())
    )


def test_two_efforts_too_high_lighten_the_next_seven_days() -> None:
    history = with_efforts(2, 1, 2)
    made = plan(RUNNER, history, WEDNESDAY)
    tomorrow = WEDNESDAY + DAY
    assert broken(RUNNER, history, made) == []
    assert metres(made, tomorrow) <= 0.905 * metres(the_plan(), tomorrow)
    assert metres(made, tomorrow) >= 0.8 * metres(the_plan(), tomorrow)
    assert "C2" in numbers(made)
    second = max(e.date for e in history if e.rpe and e.target_rpe and e.rpe >= e.target_rpe[1] + 2)
    assert not hard_runs(made, WEDNESDAY, (second - WEDNESDAY).days + 8)


def test_the_hard_run_becomes_easy_and_keeps_its_day() -> None:
    made = plan(RUNNER, with_efforts(2, 1, 2), WEDNESDAY)
    days = {s.date for s in runs(the_plan(), WEDNESDAY, 5)}
    assert {s.date for s in runs(made, WEDNESDAY, 5)} == days


@pytest.mark.parametrize(("over", "back"), [(2, (1,)), (1, (1, 2)), (2, (1, 6))])
def test_one_effort_too_high_or_a_little_too_high_changes_nothing(over: int, back: tuple[int, ...]) -> None:
    assert lines(plan(RUNNER, with_efforts(over, *back), WEDNESDAY), WEDNESDAY) == lines(the_plan(), WEDNESDAY)


def test_two_easy_weeks_never_climb_beyond_the_full_step() -> None:
    history = tuple(replace(e, rpe=1) if e.target_rpe else e for e in the_past())
    made = plan(RUNNER, history, WEDNESDAY)
    assert broken(RUNNER, history, made) == []
    assert metres(made, WEDNESDAY, 28) >= 0.99 * metres(the_plan(), WEDNESDAY, 28)


# Pain, rule C3


@pytest.mark.parametrize("level", [0, 1, 2])
def test_little_pain_goes_on(level: int) -> None:
    assert lines(after(a_check_in(WEDNESDAY, pain=level)), WEDNESDAY) == lines(the_plan(), WEDNESDAY)


@pytest.mark.parametrize("level", [3, 4, 5])
def test_medium_pain_takes_hard_and_long_runs_and_30_percent(level: int) -> None:
    made = after(a_check_in(WEDNESDAY, pain=level))
    assert not hard_runs(made, WEDNESDAY, 7)
    assert all(s.kind is not K.LONG_RUN for s in sessions_of(made, WEDNESDAY, 7))
    assert metres(made, WEDNESDAY) <= 0.71 * metres(the_plan(), WEDNESDAY)
    assert runs(made, WEDNESDAY, 7)
    assert "C3" in numbers(made)


@pytest.mark.parametrize("report", [a_check_in(WEDNESDAY, pain=6), a_check_in(WEDNESDAY, pain=10)])
def test_strong_pain_stops_running(report: Entry) -> None:
    made = after(report)
    assert not runs(made, WEDNESDAY, 7)
    assert "C3" in numbers(made)


def test_a_limp_stops_running_whatever_the_number() -> None:
    made = after(Entry(WEDNESDAY, pain=Pain("calf", 1), symptoms=("limp",)))
    assert not runs(made, WEDNESDAY, 7)


def test_pain_that_rises_overnight_counts_one_band_higher() -> None:
    mild = after(a_check_in(WEDNESDAY - DAY, pain=1), a_check_in(WEDNESDAY, pain=2))
    medium = after(a_check_in(WEDNESDAY - DAY, pain=3), a_check_in(WEDNESDAY, pain=4))
    assert not hard_runs(mild, WEDNESDAY, 7)
    assert not runs(medium, WEDNESDAY, 7)


def test_one_calm_day_is_not_enough_and_two_are() -> None:
    pain = a_check_in(WEDNESDAY - 3 * DAY, pain=4)
    one = after(pain, a_check_in(WEDNESDAY - DAY, pain=1))
    two = after(pain, a_check_in(WEDNESDAY - DAY, pain=1), a_check_in(WEDNESDAY, pain=1))
    assert not hard_runs(one, WEDNESDAY, 7)
    assert any(s.kind in HARD_KINDS or s.kind is K.LONG_RUN for s in sessions_of(two, WEDNESDAY, 7))


def test_strong_pain_is_followed_by_a_return() -> None:
    calm = [a_check_in(WEDNESDAY + n * DAY, pain=1) for n in (1, 2)]
    made = after(a_check_in(WEDNESDAY, pain=7), *calm, today=WEDNESDAY + 3 * DAY)
    assert runs(made, WEDNESDAY, 14)
    assert not hard_runs(made, WEDNESDAY, 7)
    assert Phase.RETURN in {week.phase for week in made.weeks[:2]}


# Red flags, rule C4


@pytest.mark.parametrize("symptom", sorted(RED_FLAGS))
def test_a_red_flag_stops_all_training_until_cleared(symptom: str) -> None:
    stopped = after(a_check_in(WEDNESDAY, symptom))
    assert not sessions_of(stopped, WEDNESDAY)
    assert stopped.warnings
    assert "C4" in numbers(stopped)
    cleared = after(a_check_in(WEDNESDAY - DAY, symptom), a_check_in(WEDNESDAY, "cleared"))
    assert runs(cleared, WEDNESDAY)


# Illness, rule C5


@pytest.mark.parametrize(
    ("report", "back"),
    [
        (a_check_in(WEDNESDAY, "above_neck"), 2),
        (a_skip(WEDNESDAY, "easy_run", reason=Reason.ILL), 2),
        (a_check_in(WEDNESDAY, "fever"), 10),
        (a_check_in(WEDNESDAY, "below_neck"), 10),
    ],
)
def test_illness_rests_then_returns_by_short_easy_days(report: Entry, back: int) -> None:
    made = after(report)
    assert not sessions_of(made, WEDNESDAY, back)
    days = sorted({s.date for s in sessions_of(made, WEDNESDAY)})[:4]
    for day, most in zip(days, (20, 20, 40, 40), strict=True):
        assert sum(s.minutes for s in sessions_of(made, day, 1)) <= most
    assert all(s.intensity is Intensity.EASY for day in days for s in sessions_of(made, day, 1))
    assert "C5" in numbers(made)


def test_the_first_days_after_an_illness_make_a_week_of_return_however_late_they_are() -> None:
    weekly = an_athlete(weeks=16, available_days="sat", weekly_distance_m=Metres(6_000))
    made = plan(weekly, (a_check_in(MONDAY, "above_neck"),), MONDAY)
    days = sorted({s.date for s in sessions_of(made, MONDAY)})[:4]
    phases = [week.phase for week in made.weeks if any(week.start <= day < week.start + 7 * DAY for day in days)]
    assert set(phases) == {Phase.RETURN}
    assert made.weeks[len(phases)].phase is not Phase.RETURN


def test_a_cold_of_two_days_costs_its_own_week_and_one_more() -> None:
    made = after(a_check_in(WEDNESDAY, "above_neck"), a_check_in(WEDNESDAY + DAY, "well"))
    phases = {week.start: week.phase for week in made.weeks}
    assert [phases[a_day(week, "mon")] for week in (6, 7, 8)] == [Phase.RETURN, Phase.RETURN, Phase.BUILD]
    assert hard_runs(made, a_day(8, "mon"), 7)


def test_a_fever_asks_for_seven_days_without_symptoms() -> None:
    reports = [a_check_in(WEDNESDAY - n * DAY, "fever") for n in range(6, -1, -1)]
    made = after(*reports)
    assert not sessions_of(made, WEDNESDAY, 8)


# Runs outside the plan, rule C6


def test_an_unplanned_run_counts_in_the_week() -> None:
    extra = an_entry(WEDNESDAY, minutes=80, distance_m=Metres(12_000), planned=False)
    made = after(extra)
    rest = (a_day(7, "mon") - WEDNESDAY).days
    assert metres(made, WEDNESDAY, rest) < metres(the_plan(), WEDNESDAY, rest)
    assert "C6" in numbers(made)


def test_a_short_unplanned_walk_changes_no_run() -> None:
    walk = Entry(WEDNESDAY, K.RECOVERY_WALK, Status.DONE, 10, Metres(900))
    changed = set(lines(after(walk), WEDNESDAY, 7)) ^ set(lines(the_plan(), WEDNESDAY, 7))
    assert len(changed) <= 4


# What was sent stays, rule C7


def test_weeks_sent_change_nothing_when_nothing_has_happened() -> None:
    sent = Kept(weeks=the_plan().weeks[:2])
    made = plan(RUNNER, the_past(), WEDNESDAY, sent)
    assert lines(made, WEDNESDAY) == lines(the_plan(), WEDNESDAY)
    assert made.changes == ()


def test_what_was_sent_today_stays_when_a_long_run_came_on_top() -> None:
    thursday = WEDNESDAY + DAY
    sent = Kept(weeks=the_plan().weeks[:2])
    extra = an_entry(WEDNESDAY, minutes=40, distance_m=Metres(5_500), planned=False)
    made = plan(RUNNER, (*the_past(), extra), thursday, sent)
    assert lines(made, thursday, 1) == lines(the_plan(), thursday, 1)


def test_pain_changes_even_what_was_sent_today() -> None:
    run = hard_runs(the_plan(), WEDNESDAY)[0]
    history = (*followed(RUNNER, run.date), a_check_in(run.date, pain=7))
    made = plan(RUNNER, history, run.date, Kept(weeks=the_plan().weeks))
    assert not runs(made, run.date, 1)


def test_every_receipt_says_what_changed_by_which_rule_and_why() -> None:
    made = after(a_check_in(WEDNESDAY, pain=4))
    assert made.changes
    for change in made.changes:
        assert change.before != change.after
        assert change.rule
        assert change.why.key
        assert change.cause <= WEDNESDAY <= change.date


EVENTS = {
    "pain of 4": (a_check_in(WEDNESDAY, pain=4),),
    "pain of 7": (a_check_in(WEDNESDAY, pain=7),),
    "a limp": (a_check_in(WEDNESDAY, "limp"),),
    "a fever": (a_check_in(WEDNESDAY, "fever"),),
    "a cold": (a_check_in(WEDNESDAY, "above_neck"),),
    "a red flag": (a_check_in(WEDNESDAY, "chest_pain"),),
    "12 km outside the plan": (an_entry(WEDNESDAY, minutes=80, distance_m=Metres(12_000), planned=False),),
}


@pytest.mark.parametrize("events", EVENTS.values(), ids=EVENTS)
def test_every_day_that_changes_this_week_has_a_receipt(events: tuple[Entry, ...]) -> None:
    made = after(*events)
    changed = {date for date, _, _ in set(lines(made, WEDNESDAY, 5)) ^ set(lines(the_plan(), WEDNESDAY, 5))}
    assert changed
    assert changed <= {change.date for change in made.changes}


@pytest.mark.parametrize("events", EVENTS.values(), ids=EVENTS)
def test_a_receipt_told_is_the_same_tomorrow(events: tuple[Entry, ...]) -> None:
    today = {(c.rule, c.cause) for c in after(*events).changes}
    tomorrow = {(c.rule, c.cause) for c in plan(RUNNER, (*the_past(), *events), WEDNESDAY + DAY).changes}
    assert tomorrow <= today


# Hard sessions and moves, rule C8


def test_a_missed_hard_run_is_dropped() -> None:
    run = hard_runs(the_plan(), WEDNESDAY)[0]
    today = run.date + DAY
    history = (*followed(RUNNER, run.date), *missed(the_plan(), run.date, 1))
    made = plan(RUNNER, history, today)
    assert broken(RUNNER, history, made) == []
    left = (run.date + (7 - run.date.weekday()) * DAY - today).days
    assert len(hard_runs(made, today, left)) <= len(hard_runs(the_plan(), today, left))
    assert metres(made, today, 14) <= metres(the_plan(), today, 14)


def test_a_session_moved_by_the_athlete_stands_where_they_put_it() -> None:
    run = next(s for s in runs(the_plan(), WEDNESDAY) if s.kind is K.EASY_RUN)
    target = next(
        day for day in (run.date + n * DAY for n in (-1, 1, 2)) if day >= WEDNESDAY and not runs(the_plan(), day, 1)
    )
    kept = Kept(weeks=the_plan().weeks[:1], moves=(Move(run.kind, run.date, target),))
    made = plan(RUNNER, the_past(), WEDNESDAY, kept)
    assert any(s.kind is run.kind for s in sessions_of(made, target, 1))
    assert not any(s.kind is run.kind for s in sessions_of(made, run.date, 1))


def test_the_athlete_of_these_tests_starts_on_their_monday() -> None:
    assert RUNNER.start_date == MONDAY
