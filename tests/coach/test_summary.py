"""What a stretch of days amounts to."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from coach.history import Entry, Status
from coach.session import SessionKind
from coach.summary import shared, summarise, weeks_back
from coach.units import Metres, Seconds
from tests.builders import MONDAY, a_check_in, a_skip, an_entry

DAY = dt.timedelta(days=1)


def test_sums_count_what_was_done_and_not_what_was_skipped() -> None:
    history = [
        an_entry(MONDAY, minutes=30, distance_m=Metres(4500), rpe=4, longest_run_s=Seconds(1800)),
        an_entry(MONDAY + DAY, "strength", minutes=25, distance_m=None, rpe=6),
        a_skip(MONDAY + 2 * DAY),
        an_entry(MONDAY + 3 * DAY, "recovery_walk", minutes=40, distance_m=Metres(3800), rpe=None),
        an_entry(MONDAY + 4 * DAY, "cross_training", minutes=50, distance_m=Metres(20_000), rpe=3),
        a_check_in(MONDAY, pain=3),
    ]
    week = summarise(history, MONDAY, MONDAY + 6 * DAY)
    assert (week.runs, week.strength, week.walks, week.cross_training, week.sessions) == (1, 1, 1, 1, 4)
    assert week.minutes == 145
    assert week.distance_m == 8300, "a bicycle's distance is not on foot"
    assert (week.longest_run_m, week.longest_run_s) == (4500, 1800)
    assert week.load == 30 * 4 + 25 * 6 + 50 * 3


def test_a_run_that_no_plan_asked_for_is_one_stretch_and_a_run_with_walks_is_not() -> None:
    history = [
        an_entry(MONDAY, "run_walk", minutes=20, longest_run_s=Seconds(60)),
        an_entry(MONDAY + DAY, minutes=32.5, longest_run_s=None),
        an_entry(MONDAY + 2 * DAY, "run_walk", minutes=45, longest_run_s=None),
    ]
    assert summarise(history, MONDAY, MONDAY).longest_run_s == 60
    assert summarise(history, MONDAY, MONDAY + 2 * DAY).longest_run_s == 1950


def test_days_outside_are_left_out_and_both_ends_are_in() -> None:
    history = [an_entry(MONDAY + n * DAY) for n in range(-1, 4)]
    assert summarise(history, MONDAY, MONDAY + 2 * DAY).runs == 3


def test_nothing_done_sums_to_nothing() -> None:
    empty = summarise([], MONDAY, MONDAY)
    assert (empty.sessions, empty.minutes, empty.longest_run_s) == (0, 0, 0)


def test_a_week_is_shared_out_by_kind_and_beside_what_was_planned() -> None:
    run = Entry(MONDAY, SessionKind.EASY_RUN, Status.DONE, minutes=30)
    lift = Entry(MONDAY, SessionKind.STRENGTH, Status.PARTIAL, minutes=12)
    walk = Entry(MONDAY + dt.timedelta(days=1), SessionKind.RECOVERY_WALK, Status.SKIPPED, minutes=30)
    due = [(MONDAY, SessionKind.EASY_RUN), (MONDAY, SessionKind.STRENGTH), (walk.date, SessionKind.RECOVERY_WALK)]
    share = shared([run, lift, walk], due, MONDAY, MONDAY + dt.timedelta(days=6))
    assert (share.planned, share.done) == (3, 2)
    assert (share.running, share.strength, share.walking, share.riding) == (30, 12, 0, 0)


def test_weeks_begin_with_the_first_of_the_last_twelve_in_which_something_was_done() -> None:
    history = [an_entry(MONDAY - 15 * 7 * DAY), an_entry(MONDAY - 3 * 7 * DAY), an_entry(MONDAY + 2 * DAY)]
    weeks = weeks_back(history, MONDAY + 5 * DAY)
    assert [week.start for week in weeks] == [MONDAY - n * 7 * DAY for n in (3, 2, 1, 0)]
    assert [week.share.running for week in weeks] == [30, 0, 0, 30]


def test_a_week_knows_its_longest_run_and_no_walk_or_skip_as_one() -> None:
    history = [
        an_entry(MONDAY, minutes=25),
        an_entry(MONDAY + DAY, "long_run", minutes=70.4),
        an_entry(MONDAY + 2 * DAY, "recovery_walk", minutes=90),
        Entry(MONDAY + 3 * DAY, SessionKind.EASY_RUN, Status.SKIPPED, minutes=120),
    ]
    (week,) = weeks_back(history, MONDAY + 6 * DAY)
    assert week.longest == 70


def test_where_nothing_was_done_there_are_no_weeks() -> None:
    assert weeks_back([a_skip(MONDAY)], MONDAY) == ()


@given(st.lists(st.integers(-120, 6), max_size=30), st.integers(0, 6))
def test_no_minute_of_the_last_twelve_weeks_is_lost(days: list[int], weekday: int) -> None:
    history = [an_entry(MONDAY + n * DAY) for n in days]
    weeks = weeks_back(history, MONDAY + weekday * DAY)
    assert len(weeks) <= 12
    assert sum(week.share.running for week in weeks) == 30 * sum(n >= -77 for n in days)
