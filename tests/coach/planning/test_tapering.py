"""What the last days before a race hold, and how it falls to their calendar (P4)."""

import datetime as dt
from dataclasses import replace

import pytest

from coach.history import Entry, Pain
from coach.plan import Phase
from coach.planning import plan
from coach.planning.tapering import fresh, share_of
from coach.profile import Experience, Goal, Profile
from coach.session import HARD_KINDS, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_day, an_athlete, days, limits
from tests.coach.rules.story import DAY, broken, done_on_foot, followed, metres, missed, sessions_of

RACE = a_day(10, "sun")


def test_equal_days_share_equally() -> None:
    assert share_of({1: 60, 2: 60, 8: 60, 9: 60}, 7, 80) == pytest.approx(0.5)


def test_a_short_day_leaves_its_share_to_the_others() -> None:
    assert share_of({1: 150, 2: 150, 8: 15}, 7, 90) == pytest.approx(75 / 90)


def test_what_no_day_has_room_for_is_nobodys_share() -> None:
    assert share_of({1: 30, 8: 15}, 7, 90) == pytest.approx(30 / 45)


def test_the_last_two_days_before_a_race_take_half_an_hour_each_where_earlier_ones_hold_the_rest() -> None:
    assert fresh({1: 60, 2: 60, 4: 60, 5: 60}, 6, 120, 60) == {1: 60, 2: 60, 4: 30, 5: 30}


def test_where_earlier_days_are_too_short_for_the_rest_the_last_two_keep_their_room() -> None:
    assert fresh({1: 30, 4: 60, 5: 60}, 6, 120, 60) == {1: 30, 4: 60, 5: 60}


def test_no_days_have_no_share() -> None:
    assert share_of({}, 7, 90) == 0


@pytest.mark.parametrize("goal", [Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON])
def test_the_last_days_are_light_and_easy(goal: Goal) -> None:
    made = plan(an_athlete(goal=goal, weeks=10, race_date=RACE), (), MONDAY)
    first = RACE - 6 * DAY
    before = metres(made, first - 21 * DAY, 21) / 3
    last = sessions_of(made, first, 6)
    assert 0.40 <= sum(s.distance_m or 0 for s in last) / before <= 0.59
    assert not [s for s in last if s.kind in HARD_KINDS and (RACE - s.date).days <= 3]
    assert not [s for s in last if s.kind is SessionKind.STRENGTH]


@pytest.mark.parametrize(("goal", "ago"), [(Goal.FIVE_K, 6), (Goal.HALF_MARATHON, 6), (Goal.HALF_MARATHON, 13)])
def test_easy_runs_logged_by_time_alone_lead_to_the_same_taper(goal: Goal, ago: int) -> None:
    """What nobody measured of the easy runs was no rest: it is guessed, a little on the high side."""
    runner = an_athlete(goal=goal, weeks=10, race_date=RACE)
    today = RACE - ago * DAY
    history = followed(runner, today)
    easy = SessionKind.EASY_RUN
    untold = tuple(replace(entry, distance_m=None) if entry.kind is easy else entry for entry in history)
    measured, timed = plan(runner, history, today), plan(runner, untold, today)
    assert metres(measured, today, ago) <= metres(timed, today, ago) <= 1.15 * metres(measured, today, ago)


def test_a_return_straight_into_the_race_week_keeps_the_taper() -> None:
    runner = an_athlete(weeks=10, goal=Goal.FIVE_K, race_date=RACE)
    monday = RACE - 6 * DAY
    history = followed(runner, monday - 6 * DAY)
    history += missed(plan(runner, history, monday - 6 * DAY), monday - 6 * DAY, 6)
    made = plan(runner, history, monday)
    before = done_on_foot(history, monday - 21 * DAY, 21) / 3
    assert 0 < metres(made, monday, 6) <= 0.594 * before
    assert [s.date for s in sessions_of(made, monday) if s.kind is SessionKind.RACE] == [RACE]


@pytest.mark.parametrize("weekly", [12_000, 30_000, 60_000, 100_000])
@pytest.mark.parametrize("available", ["all", "mon wed sat sun", "tue thu sat"])
def test_no_walk_of_a_few_minutes_fills_the_last_days(weekly: int, available: str) -> None:
    racer = an_athlete(
        goal=Goal.TEN_K,
        available_days=days(available),
        weekly_distance_m=Metres(weekly),
        longest_run_m=Metres(weekly // 4),
        race_date=RACE,
        weeks=None,
    )
    made = plan(racer, (), MONDAY)
    last = [s for week in made.weeks for s in week.sessions if 0 < (RACE - s.date).days <= 6]
    assert last
    assert all(session.minutes >= 10 for session in last)


@pytest.mark.parametrize("weekly", [500, 1_000, 1_500, 2_500, 6_000])
@pytest.mark.parametrize("available", ["tue", "mon tue thu sun", "all"])
def test_the_first_week_of_a_taper_is_lighter_however_little_somebody_runs(weekly: int, available: str) -> None:
    racer = an_athlete(
        goal=Goal.MARATHON, experience=Experience.NEW, available_days=days(available), weekly_distance_m=Metres(weekly),
        longest_run_m=Metres(weekly // 3), max_minutes=limits(30, 30), race_date=MONDAY + 13 * DAY, weeks=None,
    )  # fmt: skip
    first = plan(racer, (), MONDAY).weeks[0]
    assert first.phase is Phase.TAPER
    assert sum(session.distance_m or 0 for session in first.sessions) <= 0.8 * weekly


def test_a_cold_two_weeks_before_a_race_gives_nothing_more_in_its_week() -> None:
    runner = an_athlete(weeks=10, goal=Goal.HALF_MARATHON, race_date=RACE)
    ill, today = RACE - 13 * DAY, RACE - 12 * DAY
    history = followed(runner, today)
    calm, made = plan(runner, history, today), plan(runner, (*history, a_check_in(ill, "above_neck")), today)
    was, now = (sessions_of(each, RACE - 6 * DAY, 7) for each in (calm, made))
    assert [(s.date, s.kind) for s in now] == [(s.date, s.kind) for s in was]
    assert all(late.minutes <= early.minutes for early, late in zip(was, now, strict=True))


@pytest.mark.parametrize(("race", "cap"), [(a_day(17, "sat"), 30), (a_day(17, "sun"), 20)])
def test_the_last_run_walk_before_a_race_is_not_the_longer_one(race: dt.date, cap: int) -> None:
    runner = an_athlete(
        goal=Goal.HALF_MARATHON,
        available_days=days("tue thu sat sun"),
        weekly_distance_m=Metres(0),
        longest_run_m=Metres(0),
        max_minutes=limits(cap),
        weeks=None,
        race_date=race,
    )
    last = [s for s in sessions_of(plan(runner, (), MONDAY), race - 6 * DAY, 6) if s.kind is SessionKind.RUN_WALK]
    assert last
    assert last[-1].minutes == min(session.minutes for session in last)


@pytest.mark.parametrize("goal", [Goal.TEN_K, Goal.HALF_MARATHON])
@pytest.mark.parametrize("ago", range(4, 13))
def test_a_run_missed_in_the_taper_is_not_made_up_on_the_eve_of_the_race(goal: Goal, ago: int) -> None:
    race = a_day(8, "fri")
    runner = an_athlete(goal=goal, weeks=8, race_date=race, available_days=days("mon tue thu sat sun"))
    day = race - ago * DAY
    history = followed(runner, day)
    sent = plan(runner, history, day)
    made = plan(runner, history, day + DAY)
    assert metres(made, day + DAY, ago - 1) <= 1.03 * metres(sent, day + DAY, ago - 1)


@pytest.mark.parametrize("goal", [Goal.TEN_K, Goal.MARATHON])
@pytest.mark.parametrize("first", [a_day(11, "sat"), a_day(12, "mon")])
def test_days_lost_shortly_before_a_race_make_no_run_much_longer(goal: Goal, first: dt.date) -> None:
    """Whether by silence, which is a break from four days on, or by a pain that has gone again (C1, C3)."""
    race = a_day(12, "sun")
    runner = an_athlete(goal=goal, race_date=race, weeks=None, max_minutes=limits(60, 210))
    history = followed(runner, first)
    sent = {s.date: s.minutes for s in sessions_of(plan(runner, history, first), first)}
    for levels in ((), (4, 3, 2, 1), (6, 5, 2, 1)):
        pains = tuple(a_check_in(first + n * DAY, pain=level) for n, level in enumerate(levels))
        for today in (first + n * DAY for n in range(4, (race - first).days)):
            ahead = [s for s in sessions_of(plan(runner, (*history, *pains), today), today) if s.date < race]
            assert ahead
            assert [s for s in ahead if s.minutes > sent.get(s.date, 0) + 10] == []


def test_the_only_run_of_a_taper_keeps_its_share_before_a_race_on_a_monday() -> None:
    """The seven days end with the Sunday before the race, not with its own week."""
    race = a_day(16, "mon")
    made = plan(an_athlete(available_days="wed", goal=Goal.FIVE_K, weeks=None, race_date=race), (), MONDAY)
    before = metres(made, race - 27 * DAY, 21) / 3
    assert 0.41 <= metres(made, race - 6 * DAY, 6) / before <= 0.59


def test_the_only_run_that_a_taper_has_metres_for_stands_nearer_to_the_race() -> None:
    race = a_day(12, "fri")
    runner = an_athlete(
        available_days="tue sat",
        goal=Goal.FIVE_K,
        weeks=None,
        race_date=race,
        max_minutes=limits(15),
        strength_per_week=0,
    )
    made = plan(runner, (), MONDAY)
    assert [s.date for s in sessions_of(made, race - 6 * DAY, 6)] == [a_day(12, "tue")]


def in_pain(runner: Profile, back: int, *calm: int) -> tuple[Entry, ...]:
    """The history of who trained as planned until a pain so many days before the race; some days after it are calm."""
    day = RACE - back * DAY
    reports = [Entry(day, pain=Pain("knee", 4)), *(Entry(day + after * DAY, pain=Pain("knee", 1)) for after in calm)]
    return (*followed(runner, day), *reports)


@pytest.mark.parametrize("back", [2, 4, 6])
def test_a_pain_that_takes_the_race_out_leaves_no_more_than_its_taper(back: int) -> None:
    """The days stay as light as before a race, and lighter; the race's own is a day of rest."""
    runner, day = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=RACE), RACE - back * DAY
    well, sore = plan(runner, followed(runner, day), day), plan(runner, in_pain(runner, back), day)
    assert sessions_of(sore, RACE) == []
    assert 0 < metres(sore, day, back) <= 0.7 * metres(well, day, back) + 500


@pytest.mark.parametrize("back", [2, 4])
def test_the_week_after_a_race_that_a_pain_took_out_comes_back_in_steps(back: int) -> None:
    runner, today = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=RACE), RACE + DAY
    made = plan(runner, in_pain(runner, back, back, back + 1), today)
    usual = max(done_on_foot(followed(runner, RACE - 6 * DAY), RACE - n * 7 * DAY + DAY) for n in (2, 3, 4))
    week = sessions_of(made, today, 7)
    assert not [s for s in week if s.kind in HARD_KINDS | {SessionKind.LONG_RUN}]
    assert metres(made, today, 7) <= 0.75 * usual
    assert metres(made, today + 7 * DAY, 7) > 0.75 * usual


def test_a_return_asks_for_no_more_runs_a_week_than_there_were_before_the_break() -> None:
    """Where each may be as long as that asks for: five short days are no way back for who runs on four."""
    runner, gone, back = an_athlete(weekly_distance_m=Metres(30_000)), a_day(5, "mon"), a_day(7, "mon")
    history = followed(runner, gone)
    history += missed(plan(runner, history, gone), gone, 14)
    weeks = plan(runner, history, back).weeks[:2]
    assert [len([s for s in week.sessions if s.kind is SessionKind.EASY_RUN]) for week in weeks] == [4, 4]
    assert weeks[1].distance_m > weeks[0].distance_m


NARROW = [
    ("half_marathon", "experienced", 43, 15, 150, 1_000, 500, 0, "tue wed sun"),
    ("half_marathon", "experienced", 17, 30, 30, 1_000, 250, 2, "mon thu fri sun"),
    ("marathon", "regular", 16, 20, 60, 1_000, 333, 0, "wed thu sat sun"),
    ("half_marathon", "experienced", 71, 90, 90, 500, 250, 1, "mon tue wed thu sat"),
    ("half_marathon", "regular", 50, 15, 30, 4_000, 1_333, 3, "tue wed thu"),
    ("marathon", "returning", 38, 20, 60, 40_000, 13_333, 1, "tue wed thu fri sat sun"),
    ("half_marathon", "experienced", 39, 15, 60, 2_000, 666, 0, "mon tue wed thu fri sat sun"),
    ("half_marathon", "regular", 51, 20, 60, 2_000, 1_000, 2, "mon tue wed thu fri sat sun"),
    ("10k", "experienced", 29, 45, 20, 2_000, 500, 3, "mon tue thu fri sat sun"),
    ("marathon", "returning", 50, 20, 150, 40_000, 20_000, 0, "tue wed thu fri sat sun"),
    ("marathon", "experienced", 46, 20, 150, 60_000, 15_000, 1, "mon wed thu fri sat sun"),
    ("10k", "regular", 32, 45, 15, 500, 250, 0, "mon tue wed thu fri sat sun"),
    ("half_marathon", "regular", 36, 15, 60, 4_000, 2_000, 1, "tue sun"),
    ("half_marathon", "experienced", 40, 20, 150, 2_000, 500, 3, "fri sat"),
    ("marathon", "experienced", 36, 15, 90, 4_000, 1_000, 0, "tue sun"),
    ("marathon", "returning", 61, 15, 90, 2_000, 666, 3, "mon fri sat"),
    ("marathon", "returning", 43, 20, 30, 9_000, 4_500, 3, "fri sun"),
    ("marathon", "new", 14, 60, 30, 60_000, 20_000, 0, "tue wed thu fri sun"),
    ("marathon", "regular", 70, 15, 60, 31_000, 10_333, 2, "mon tue wed thu fri sat sun"),
]
"""Goal, experience, days to the race, minutes of weekdays and weekends, metres a week, longest run, strength, days."""


@pytest.mark.parametrize("runner", NARROW)
def test_a_taper_over_narrow_calendar_weeks_is_neither_too_much_nor_too_little(
    runner: tuple[str, str, int, int, int, int, int, int, str],
) -> None:
    goal, experience, ahead, weekday, weekend, weekly, longest, strength, available = runner
    racer = an_athlete(
        goal=Goal(goal), experience=Experience(experience), race_date=MONDAY + ahead * DAY, weeks=None,
        max_minutes=limits(weekday, weekend), weekly_distance_m=Metres(weekly), longest_run_m=Metres(longest),
        strength_per_week=strength, available_days=days(available),
    )  # fmt: skip
    assert broken(racer, (), plan(racer, (), MONDAY)) == []
