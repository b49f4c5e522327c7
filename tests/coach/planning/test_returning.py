"""The way back after days off follows C1."""

import pytest

from coach.planning.returning import Return, after_illness, open_return, stages_lost, stretches

MONDAY = 7 * 100_000 + 1
"""An ordinal that is a Monday."""


@pytest.mark.parametrize(
    ("days", "parts"),
    [
        (4, ((7, 0.8),)),
        (7, ((7, 0.8),)),
        (8, ((4, 0.5), (4, 0.75))),
        (28, ((14, 0.5), (14, 0.75))),
        (30, ((10, 0.33), (10, 0.5), (10, 0.75))),
        (57, ((21, 0.33), (21, 0.5), (21, 0.7), (21, 0.85))),
    ],
)
def test_load_returns_in_shares(days: int, parts: tuple[tuple[int, float], ...]) -> None:
    assert stretches(days) == parts


def test_the_share_climbs_step_by_step_and_ends_with_its_week() -> None:
    way = Return(MONDAY, MONDAY - 10, 10, 20_000, stretches(10))
    assert [way.share(MONDAY + day) for day in (-1, 0, 4, 5, 9, 13, 14)] == [1.0, 0.5, 0.5, 0.75, 0.75, 0.75, 1.0]
    assert way.last == MONDAY + 13


@pytest.mark.parametrize(("first", "last"), [(0, 6), (1, 6), (3, 6), (4, 13), (6, 13)])
def test_a_short_return_ends_on_the_sunday_next_to_its_seventh_day(first: int, last: int) -> None:
    way = Return(MONDAY + first, MONDAY + first - 5, 5, 20_000, stretches(5))
    assert way.last == MONDAY + last
    assert way.held >= way.first + 6


def test_a_week_keeps_to_its_smallest_share() -> None:
    way = Return(MONDAY, MONDAY - 10, 10, 20_000, stretches(10))
    assert way.week_share(MONDAY, MONDAY + 6) == 0.5


def test_longer_breaks_cost_more_stages() -> None:
    lost = [stages_lost(days) for days in (4, 8, 29, 57)]
    assert lost == sorted(set(lost))


# A break of which nothing is said


def open_way(days: int, first_after: int, until: int = 20) -> Return:
    """The return planned after so many days of silence, begun so many days after the first run missed."""
    cause = MONDAY - days
    return open_return(cause + first_after, cause, MONDAY, 20_000, MONDAY + until)


def test_the_first_share_of_a_silent_break_stays_for_all_days_that_are_shown() -> None:
    way = open_way(10, 8)
    assert {way.share(MONDAY + day) for day in range(21)} == {0.5}
    assert way.share(MONDAY + 21) == 0.75


def test_a_short_silent_break_takes_its_seven_days_only() -> None:
    way = open_way(5, 4)
    assert way.stretches == ((7, 0.8),)
    assert way.open


@pytest.mark.parametrize("day", range(7))
def test_another_day_of_silence_within_a_week_changes_nothing(day: int) -> None:
    cause = MONDAY - 10
    ways = {open_return(cause + 8, cause, today, 20_000, MONDAY + 20) for today in (MONDAY, MONDAY + day)}
    assert len(ways) == 1


def test_whoever_runs_again_has_a_return_that_is_not_open() -> None:
    assert not Return(MONDAY, MONDAY - 10, 10, 20_000, stretches(10)).open


@pytest.mark.parametrize(("back", "length"), [(0, 7), (1, 7), (6, 7)])
def test_a_cold_of_less_than_four_days_asks_for_its_easy_week_only(back: int, length: int) -> None:
    assert after_illness(MONDAY + back, 3) == ((length, 0.8),)


@pytest.mark.parametrize(("back", "length"), [(0, 14), (1, 13), (2, 12), (3, 11), (4, 17), (5, 16), (6, 15)])
def test_a_cold_of_less_than_eight_days_asks_for_about_two_weeks_that_end_on_a_sunday(back: int, length: int) -> None:
    first = MONDAY + back
    assert after_illness(first, 5) == ((length, 0.8),)
    assert Return(first, first - 5, 5, 20_000, after_illness(first, 5)).last == first + length - 1


def test_a_longer_illness_returns_after_its_easy_week_as_any_break_does() -> None:
    assert after_illness(MONDAY, 12) == ((7, 0.5), (6, 0.5), (6, 0.75))
