"""How far somebody may run at most (P1)."""

import datetime as dt

from coach.history import Entry, Status
from coach.reach import farthest, longest_of_late
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import an_athlete

TODAY = dt.date(2027, 3, 1)


def ran(metres: int, days_ago: int, status: Status = Status.DONE) -> Entry:
    return Entry(TODAY - dt.timedelta(days=days_ago), SessionKind.EASY_RUN, status, distance_m=Metres(metres))


def test_only_runs_of_the_last_thirty_days_count() -> None:
    profile = an_athlete(longest_run_m=Metres(20_000), start_date=TODAY - dt.timedelta(days=60))
    assert longest_of_late(profile, (ran(15_000, 31), ran(9000, 30), ran(8000, 1)), TODAY) == 9000


def test_the_stated_longest_run_counts_in_the_first_thirty_days() -> None:
    profile = an_athlete(longest_run_m=Metres(12_000), start_date=TODAY - dt.timedelta(days=10))
    assert longest_of_late(profile, (ran(9000, 3), ran(14_000, 2, Status.SKIPPED)), TODAY) == 12_000


def test_a_tenth_or_five_hundred_metres_more_is_the_most() -> None:
    assert farthest(Metres(16_000)) == 17_600
    assert farthest(Metres(3000)) == 3500
