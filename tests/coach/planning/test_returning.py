"""The way back after days off follows C1."""

import pytest

from coach.planning.returning import Return, stages_lost, stretches

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


def test_a_week_keeps_to_its_smallest_share() -> None:
    way = Return(MONDAY, MONDAY - 10, 10, 20_000, stretches(10))
    assert way.week_share(MONDAY, MONDAY + 6) == 0.5


def test_longer_breaks_cost_more_stages() -> None:
    lost = [stages_lost(days) for days in (4, 8, 29, 57)]
    assert lost == sorted(set(lost))
