"""A best is the fastest of its distance of all that are known, and of more than one."""

import pytest

from coach.bests import distance_of, is_best
from coach.profile import RaceResult
from coach.units import Metres, Seconds


def run(metres: int, seconds: int) -> RaceResult:
    return RaceResult(Metres(metres), Seconds(seconds))


@pytest.mark.parametrize(
    ("metres", "about"),
    [(5000, 5000), (4989, 5000), (5100, 5000), (5200, None), (4900, None), (10_000, 10_000),
     (21_097, 21_098), (42_195, 42_195)],
)  # fmt: skip
def test_a_run_is_of_about_a_distance(metres: int, about: int | None) -> None:
    assert distance_of(metres) == about


def test_the_fastest_of_its_distance_is_a_best() -> None:
    assert is_best(run(5000, 1700), [run(5000, 1800), run(5050, 1790)])


def test_runs_of_other_distances_say_nothing() -> None:
    assert is_best(run(5000, 1700), [run(5000, 1800), run(3000, 800), run(10_000, 3000)])


@pytest.mark.parametrize("other", [run(5000, 1700), run(5100, 1710), run(4989, 1650)])
def test_what_was_run_as_fast_before_is_no_best(other: RaceResult) -> None:
    """Of runs that are not quite as long the pace decides."""
    assert not is_best(run(5000, 1700), [run(5000, 1800), other])


def test_the_first_of_a_distance_is_no_best() -> None:
    assert not is_best(run(5000, 1700), [run(10_000, 4000)])


def test_a_run_of_no_such_distance_is_no_best() -> None:
    assert not is_best(run(7000, 2000), [run(7000, 2500)])
