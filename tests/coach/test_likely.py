"""Runs that are far too fast for the one who tells them."""

import datetime as dt

import pytest

from coach.history import Entry, Status
from coach.likely import unlike
from coach.profile import Experience, Profile, RaceResult
from coach.reading import Activity, LogEntry
from coach.session import SessionKind
from coach.units import Metres, Seconds
from tests.builders import an_athlete

DAY = dt.date(2026, 12, 1)


def a_run(metres: int, seconds: int, kind: Activity | None = Activity.RUN) -> LogEntry:
    return LogEntry(Status.DONE, kind, DAY, distance_m=Metres(metres), duration_s=Seconds(seconds))


FAR = Metres(30_000)
"""A longest run that no distance here is far beyond."""


def asked(entry: LogEntry, profile: Profile, *history: Entry) -> bool:
    question = unlike([entry], profile, history)
    assert question is None or question.key == "ask.too_fast_for_you"
    return question is not None


@pytest.mark.parametrize(
    ("longest", "metres", "doubted"),
    [(9000, 50_000, True), (9000, 21_097, False), (3000, 15_000, False), (3000, 16_000, True), (None, 50_000, False)],
)
def test_a_run_far_longer_than_any_known_is_asked_about(longest: int | None, metres: int, *, doubted: bool) -> None:
    profile = an_athlete(longest_run_m=None if longest is None else Metres(longest))
    question = unlike([LogEntry(Status.DONE, Activity.RUN, DAY, distance_m=Metres(metres))], profile, ())
    assert (question is not None and question.key == "ask.too_far_for_you") is doubted


def test_a_run_that_was_left_out_is_believed_however_long() -> None:
    left_out = LogEntry(Status.SKIPPED, Activity.RUN, DAY, distance_m=Metres(50_000))
    assert unlike([left_out], an_athlete(longest_run_m=Metres(9000)), ()) is None


def test_a_long_ride_is_not_measured_by_runs() -> None:
    profile = an_athlete(longest_run_m=Metres(9000))
    assert unlike([LogEntry(Status.DONE, Activity.CYCLING, DAY, distance_m=Metres(50_000))], profile, ()) is None


@pytest.mark.parametrize("experience", [Experience.NEW, Experience.RETURNING, Experience.REGULAR])
@pytest.mark.parametrize(("metres", "seconds"), [(42_195, 7800), (10_000, 1860), (5000, 900)])
def test_the_times_of_the_best_are_asked_about(experience: Experience, metres: int, seconds: int) -> None:
    assert asked(a_run(metres, seconds), an_athlete(experience=experience, longest_run_m=FAR))


@pytest.mark.parametrize("experience", list(Experience))
@pytest.mark.parametrize(("metres", "seconds"), [(5000, 1400), (10_000, 2900), (42_195, 14_000), (3000, 1200)])
def test_what_many_run_is_believed_of_everybody(experience: Experience, metres: int, seconds: int) -> None:
    assert not asked(a_run(metres, seconds), an_athlete(experience=experience, longest_run_m=FAR))


def test_who_races_fast_may_train_fast() -> None:
    fast = an_athlete(longest_run_m=FAR, recent_race=RaceResult(Metres(5000), Seconds(960)))
    assert not asked(a_run(42_195, 9300), fast)
    slow = an_athlete(longest_run_m=FAR, recent_race=RaceResult(Metres(5000), Seconds(1800)))
    assert asked(a_run(5000, 1200), slow)
    assert not asked(a_run(5000, 1560), slow)


def test_what_was_run_before_is_not_asked_about_again() -> None:
    profile = an_athlete(experience=Experience.REGULAR, longest_run_m=FAR)
    before = Entry(
        date=DAY - dt.timedelta(days=7), kind=SessionKind.EASY_RUN, status=Status.DONE, minutes=31.0,
        distance_m=Metres(10_000),
    )  # fmt: skip
    assert asked(a_run(10_000, 1860), profile)
    assert not asked(a_run(10_000, 1860), profile, before)


def test_slow_runs_make_nobody_slow() -> None:
    """Easy running says nothing of what somebody can do."""
    jog = Entry(
        date=DAY - dt.timedelta(days=7), kind=SessionKind.EASY_RUN, status=Status.DONE, minutes=45.0,
        distance_m=Metres(5000),
    )  # fmt: skip
    assert not asked(a_run(5000, 1400), an_athlete(experience=Experience.REGULAR, longest_run_m=FAR), jog)


@pytest.mark.parametrize(
    "entry", [a_run(20_000, 2400, Activity.CYCLING), a_run(400, 55), LogEntry(Status.DONE, Activity.RUN, DAY)]
)
def test_rides_sprints_and_runs_without_figures_say_nothing(entry: LogEntry) -> None:
    assert not asked(entry, an_athlete(experience=Experience.NEW))
