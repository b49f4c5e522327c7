"""The run on the day before a race keeps to the limits of every run, its strides counted."""

import datetime as dt

from coach.history import Entry, Status
from coach.planning import plan
from coach.profile import Experience, Goal
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import an_athlete, limits
from tests.coach.rules.story import broken

K = SessionKind
RACE = dt.date(2026, 12, 29)
RUNNER = an_athlete(
    goal=Goal.TEN_K,
    experience=Experience.NEW,
    start_date=dt.date(2026, 11, 30),
    race_date=RACE,
    weekly_distance_m=Metres(6000),
    longest_run_m=Metres(2400),
    available_days="mon fri sat",
    max_minutes=limits(60, 15),
)
"""Trains little, and has one evening left before the race."""


def done(day: int, kind: SessionKind, minutes: int, metres: int, *, planned: bool = True) -> Entry:
    return Entry(dt.date(2026, 12, day), kind, Status.DONE, minutes, Metres(metres), rpe=4, planned=planned)


def test_strides_on_the_eve_of_a_race_make_no_run_longer_than_the_month_allows() -> None:
    history = (
        done(3, K.EASY_RUN, 70, 4000, planned=False),
        done(5, K.EASY_RUN, 20, 4000, planned=False),
        done(7, K.RUN_WALK, 32, 4080),
        done(11, K.RUN_WALK, 32, 4080),
        done(14, K.EASY_RUN, 25, 3250),
        done(18, K.LONG_RUN, 30, 3900),
        done(19, K.EASY_RUN, 15, 1950),
        done(21, K.EASY_RUN, 25, 3250),
    )
    made = plan(RUNNER, history, RACE - dt.timedelta(days=2))
    eve = [s.kind for week in made.weeks for s in week.sessions if s.date == RACE - dt.timedelta(days=1)]
    assert eve == [K.EASY_RUN]
    assert broken(RUNNER, history, made) == []
