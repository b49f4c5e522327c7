"""Moving on: offered after the ladder and after half a year, never in pain."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.growing import HALF_A_YEAR, RUNNING_WEEKS, next_level
from coach.history import Entry, Pain, Status
from coach.profile import Experience
from coach.session import SessionKind
from coach.units import Seconds
from tests.builders import an_athlete

TODAY = dt.date(2027, 6, 6)
NEW, RETURNING, REGULAR = Experience.NEW, Experience.RETURNING, Experience.REGULAR


def a_run(ago: int, seconds: int = 1800, status: Status = Status.DONE) -> Entry:
    day = TODAY - dt.timedelta(days=ago)
    return Entry(day, SessionKind.RUN_WALK, status, minutes=30, longest_run_s=Seconds(seconds))


def weeks_of_running(number: int) -> list[Entry]:
    return [a_run(7 * week + day, 1200) for week in range(number) for day in (1, 4)]


def test_the_ladder_is_done_after_thirty_minutes_on_two_days() -> None:
    assert next_level(an_athlete(experience=NEW), [a_run(9), a_run(2)], TODAY) is RETURNING
    assert next_level(an_athlete(experience=NEW), [a_run(9), a_run(2, 1799)], TODAY) is None
    assert next_level(an_athlete(experience=NEW), [a_run(2), a_run(2)], TODAY) is None


def test_half_an_hour_told_in_words_is_half_an_hour() -> None:
    told = [replace(a_run(ago), kind=SessionKind.EASY_RUN, minutes=31, longest_run_s=None) for ago in (9, 2)]
    assert next_level(an_athlete(experience=NEW), told, TODAY) is RETURNING
    walked = [replace(entry, kind=SessionKind.RUN_WALK) for entry in told]
    assert next_level(an_athlete(experience=NEW), walked, TODAY) is None


def test_long_ago_or_skipped_proves_nothing() -> None:
    assert next_level(an_athlete(experience=NEW), [a_run(40), a_run(2)], TODAY) is None
    assert next_level(an_athlete(experience=NEW), [a_run(9, status=Status.SKIPPED), a_run(2)], TODAY) is None


def test_half_a_year_of_running_makes_a_regular() -> None:
    assert next_level(an_athlete(experience=RETURNING), weeks_of_running(RUNNING_WEEKS), TODAY) is REGULAR
    assert next_level(an_athlete(experience=RETURNING), weeks_of_running(RUNNING_WEEKS - 1), TODAY) is None


def test_pain_of_late_is_no_moment_to_move_on() -> None:
    sore = Entry(TODAY - dt.timedelta(days=5), pain=Pain("knee", 3))
    assert next_level(an_athlete(experience=NEW), [a_run(9), sore, a_run(2)], TODAY) is None


@given(st.sampled_from([REGULAR, Experience.EXPERIENCED]), st.integers(0, HALF_A_YEAR))
def test_whoever_is_regular_already_is_offered_nothing(experience: Experience, weeks: int) -> None:
    assert next_level(an_athlete(experience=experience), weeks_of_running(weeks), TODAY) is None


@given(st.lists(st.integers(0, 400), max_size=60))
def test_nobody_jumps_two_levels(days: list[int]) -> None:
    assert next_level(an_athlete(experience=NEW), [a_run(day) for day in days], TODAY) in {None, RETURNING}
