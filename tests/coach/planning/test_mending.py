"""What a week becomes when life has had its say: lighter days, told once, on the days they stand (C1–C3, C6, C8)."""

import datetime as dt

import pytest

from coach.history import Entry, Pain
from coach.plan import Kept, Phase, Plan, Week
from coach.planning import plan
from coach.planning.done import Done
from coach.planning.draft import Draft, always_allowed
from coach.profile import CrossTraining
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import Kilograms
from coach.workouts.library import brisk_walks
from tests.builders import MONDAY, a_beginner, a_check_in, a_day, a_skip, an_athlete, an_entry, days, limits
from tests.coach.rules.story import DAY, followed, lines, metres, sessions_of

K = SessionKind
RUNNER = an_athlete(weeks=16)
MORNING = a_day(4, "mon")


@pytest.fixture(scope="module")
def past() -> tuple[Entry, ...]:
    """Three weeks as planned."""
    return followed(RUNNER, MORNING)


@pytest.fixture(scope="module")
def calm(past: tuple[Entry, ...]) -> Plan:
    """The plan of somebody to whom nothing happened."""
    return plan(RUNNER, past, MORNING)


def hurting(past: tuple[Entry, ...], kept: Kept | None = None, today: dt.date = MORNING, level: int = 4) -> Plan:
    """The plan after a pain reported on the Monday."""
    return plan(RUNNER, (*past, Entry(MORNING, pain=Pain("knee", level))), today, kept or Kept())


def test_sessions_in_pain_keep_their_days_and_become_shorter_together(past: tuple[Entry, ...], calm: Plan) -> None:
    made = hurting(past, Kept(weeks=calm.weeks[:1], first=calm.weeks[:1]))
    was, now = (sessions_of(each, MORNING, 7) for each in (calm, made))
    assert [session.date for session in now] == [session.date for session in was]
    assert 0.6 * metres(calm, MORNING) <= metres(made, MORNING) <= 0.7 * metres(calm, MORNING)
    assert not [session for session in now if session.kind in HARD_KINDS | {K.LONG_RUN}]


def test_a_week_sent_lighter_is_not_made_lighter_again(past: tuple[Entry, ...]) -> None:
    lighter = hurting(past).weeks[1]
    assert lighter.eased == (MORNING,)
    sent = Kept(weeks=(lighter,), first=(lighter,))
    assert sessions_of(hurting(past, sent), lighter.start, 7) == sorted(
        lighter.sessions, key=lambda session: (session.date, session.kind)
    )


def test_today_is_made_lighter_from_what_was_first_sent_however_often_it_is_asked_for(
    past: tuple[Entry, ...], calm: Plan
) -> None:
    first = calm.weeks[0]
    told = hurting(past, Kept(weeks=(first,), first=(first,))).weeks[0]
    again = hurting(past, Kept(weeks=(told_today(first, told),), first=(first,)))
    assert lines(again, MORNING, 7) == [(s.date, s.kind, s.minutes) for s in sorted(told.sessions, key=by_day)]


def told_today(first: Week, told: Week) -> Week:
    """A week as first sent, its Monday as it was told last."""
    today = [session for session in told.sessions if session.date == MORNING]
    ahead = [session for session in first.sessions if session.date > MORNING]
    return Week(first.index, first.start, first.phase, first.distance_m, (*today, *ahead))


def by_day(session: Session) -> tuple[dt.date, SessionKind]:
    """The order of ``lines``."""
    return session.date, session.kind


def test_weeks_under_a_pain_are_weeks_of_return_and_the_week_it_began_in_is_not(past: tuple[Entry, ...]) -> None:
    phases = [week.phase for week in hurting(past).weeks[:4]]
    assert phases[1:3] == [Phase.RETURN, Phase.RETURN]
    assert phases[3] is not Phase.RETURN


def test_too_much_effort_takes_a_tenth_of_seven_days(past: tuple[Entry, ...], calm: Plan) -> None:
    tired = [n for n, entry in enumerate(past) if entry.kind in RUN_KINDS][-2:]
    history = tuple(an_entry(e.date, e.kind, **fields(e)) if n in tired else e for n, e in enumerate(past))
    made = plan(RUNNER, history, MORNING)
    assert 0.8 * metres(calm, MORNING) <= metres(made, MORNING) <= 0.91 * metres(calm, MORNING)


def fields(entry: Entry) -> dict[str, object]:
    """The figures of a run that felt much too hard."""
    return {"minutes": entry.minutes, "distance_m": entry.distance_m, "rpe": 10, "target_rpe": entry.target_rpe}


def test_what_was_sent_of_days_gone_by_counts_for_the_shares_where_less_was_done() -> None:
    done = Done(known_m=2000, runs=1, run_minutes=15)
    done.as_sent([])
    assert (done.known_m, done.runs, done.run_minutes) == (2000, 1, 15)


def test_a_second_easy_run_goes_to_the_other_sport_while_it_hurts(past: tuple[Entry, ...]) -> None:
    rider = an_athlete(weeks=16, cross_training=frozenset({CrossTraining.CYCLING}))
    made = plan(rider, (*past, Entry(MORNING, pain=Pain("knee", 4))), MORNING)
    assert K.CROSS_TRAINING in {session.kind for session in sessions_of(made, MORNING, 7)}


# What is always allowed, rule P2


@pytest.mark.parametrize(
    ("sessions", "allowed"),
    [
        ([(K.RUN_WALK, 30)] * 3 + [(K.RECOVERY_WALK, 30)], True),
        ([(K.RUN_WALK, 30)] * 4, False),
        ([(K.RUN_WALK, 31)], False),
        ([(K.RECOVERY_WALK, 30)] * 5, True),
        ([(K.RECOVERY_WALK, 30)] * 6, False),
        ([(K.EASY_RUN, 20)], False),
        ([(K.RUN_WALK, 30)] * 3 + [(K.STRENGTH, 60), (K.RACE, 50)], True),
    ],
)
def test_three_run_walks_and_a_walk_are_always_allowed(
    sessions: list[tuple[SessionKind, int]], *, allowed: bool
) -> None:
    drafts = [Draft(MONDAY.toordinal() + n, kind, minutes) for n, (kind, minutes) in enumerate(sessions)]
    assert always_allowed(drafts, ()) is allowed


def test_what_was_done_counts_for_what_is_always_allowed() -> None:
    draft = Draft(MONDAY.toordinal(), K.RUN_WALK, 30)
    assert always_allowed([draft], [(K.RUN_WALK, 30.0)] * 2)
    assert not always_allowed([draft], [(K.RUN_WALK, 30.0)] * 3)


# Silence, rule C1


@pytest.mark.parametrize(("days", "rule"), [(3, set()), (4, {"C1"}), (9, {"C1"})])
def test_a_break_of_which_nothing_is_said_is_told_from_the_fourth_day_off(
    past: tuple[Entry, ...], days: int, rule: set[str]
) -> None:
    tuesday = MORNING + DAY
    history = (*past, *[an_entry(s.date, s.kind, minutes=s.minutes, distance_m=s.distance_m)
                        for s in sessions_of(plan(RUNNER, past, MORNING), MORNING, 1)])  # fmt: skip
    made = plan(RUNNER, history, tuesday + days * DAY)
    shares = {change.rule_number for change in made.changes if change.rule == "break"}
    assert shares == rule


def test_who_says_what_they_skip_returns_from_today(past: tuple[Entry, ...], calm: Plan) -> None:
    skips = tuple(a_skip(s.date, s.kind) for s in sessions_of(calm, MORNING, 10))
    spoken, silent = (plan(RUNNER, history, MORNING + 10 * DAY) for history in ((*past, *skips), past))
    assert spoken.weeks[1].phase is silent.weeks[1].phase is Phase.RETURN
    lengths = [[week.phase for week in made.weeks].count(Phase.RETURN) for made in (spoken, silent)]
    assert lengths[0] <= lengths[1]


def test_no_break_is_counted_while_no_run_is_allowed(past: tuple[Entry, ...]) -> None:
    flagged = (*past, a_check_in(MORNING, "chest_pain"))
    weeks = [plan(RUNNER, flagged, MORNING + days * DAY).weeks[1] for days in (0, 6)]
    assert [(s.date, s.kind, s.minutes) for s in weeks[0].sessions] == [
        (s.date, s.kind, s.minutes) for s in weeks[1].sessions
    ]


@pytest.mark.parametrize("level", [4, 7])
def test_while_it_hurts_no_walk_is_brisk_and_none_goes_uphill(level: int) -> None:
    heavy = a_beginner(weight_kg=Kilograms(130), available_days="all", cross_training=frozenset())
    assert brisk_walks() & {s.workout for s in sessions_of(plan(heavy, (), MONDAY), MONDAY, 14)}
    sore = plan(heavy, (a_check_in(MONDAY, pain=level),), MONDAY)
    assert not brisk_walks() & {s.workout for s in sessions_of(sore, MONDAY, 14)}


def test_pilates_besides_takes_nothing_from_the_day() -> None:
    beginner = a_beginner(available_days="mon wed fri", strength_per_week=2)
    day = next(s.date for s in plan(beginner, (), MONDAY).weeks[0].sessions if s.kind is K.STRENGTH)
    before = plan(beginner, (), day)
    pilates = an_entry(day, "cross_training", minutes=50, distance_m=None, planned=False)
    assert lines(plan(beginner, (pilates,), day), day, 7) == lines(before, day, 7)


@pytest.mark.parametrize(("seconds", "stands"), [(3, True), (59, True), (180, False)])
def test_seconds_over_take_nothing_from_what_is_left_of_a_full_day(seconds: int, *, stands: bool) -> None:
    runner = an_athlete(weeks=16, max_minutes=limits(30, 90), available_days=days("mon wed fri sun"))
    first = plan(runner, (), MONDAY)
    walk, strength = sessions_of(first, MONDAY, 1)
    assert walk.minutes + strength.minutes == 30
    walked = an_entry(kind=str(walk.kind), minutes=walk.minutes + seconds / 60)
    left = sessions_of(plan(runner, (walked,), MONDAY, Kept(weeks=first.weeks[:1], first=first.weeks[:1])), MONDAY, 1)
    assert ([each.minutes for each in left] == [strength.minutes]) is stands
