"""The search for days keeps W0 to W4 and W7 to W9."""

import itertools

import pytest

from coach.planning.calendar import (
    ALL_DAYS,
    Layout,
    Room,
    Wanted,
    arrange,
    day_after,
    day_before,
    neighbours,
    numbers,
)


def a_room(days: int = ALL_DAYS, **fields: object) -> Room:
    """A calendar in which every day of the set may hold anything."""
    known = {"run": days, "walk": days, "strength": days, "shared": days, "hard": days, "long_day": None, **fields}
    return Room(**known)  # type: ignore[arg-type]


def wanted(runs: int = 4, *, long: bool = True, hards: int = 1, walk: bool = True, strength: int = 2) -> Wanted:
    """A usual week."""
    return Wanted(runs, long=long, hards=hards, walk=walk, strength=strength)


EVERY = [
    (a_room(sum(1 << day for day in days)), wanted(runs, hards=hards, walk=len(days) >= 4))
    for size in range(1, 8)
    for days in itertools.combinations(range(7), size)
    for runs, hards in ((1, 0), (3, 1), (4, 1), (5, 2))
    if runs <= size
]


def found(room: Room, wish: Wanted) -> Layout:
    return arrange(room, wish)


def test_neighbours_go_around_the_week() -> None:
    assert numbers(neighbours(1)) == (
        1,
        6,
    )
    assert numbers(day_after(1 << 6)) == (0,)
    assert numbers(day_before(1)) == (6,)


@pytest.mark.parametrize(("room", "wish"), EVERY[::7])
def test_sessions_fall_on_available_days(room: Room, wish: Wanted) -> None:
    layout = found(room, wish)
    assert not (layout.runs | layout.walk | layout.strength) & ~room.run


@pytest.mark.parametrize(("room", "wish"), EVERY[1::7])
def test_hard_runs_keep_a_day_from_each_other_and_from_the_long_run(room: Room, wish: Wanted) -> None:
    layout = found(room, wish)
    assert not layout.hards & neighbours(layout.hards | layout.long)
    assert layout.hards & ~layout.runs == 0


@pytest.mark.parametrize(("room", "wish"), EVERY[2::7])
def test_a_day_a_week_holds_neither_run_nor_strength(room: Room, wish: Wanted) -> None:
    layout = found(room, wish)
    assert layout.runs | layout.strength != ALL_DAYS


@pytest.mark.parametrize(("room", "wish"), EVERY[3::7])
def test_strength_keeps_off_hard_days_long_days_and_the_day_before_a_long_run(room: Room, wish: Wanted) -> None:
    layout = found(room, wish)
    assert not layout.strength & (layout.hards | layout.long | day_before(layout.long))


@pytest.mark.parametrize(("room", "wish"), EVERY[4::7])
def test_the_walk_follows_the_long_run_where_that_day_is_available(room: Room, wish: Wanted) -> None:
    layout = found(room, wish)
    after = day_after(layout.long) & room.walk
    assert not layout.walk or not after or layout.walk & after


def test_the_second_strength_session_goes_before_the_hard_run() -> None:
    layout = arrange(a_room(0b0010101, shared=0), wanted(3, walk=False))
    assert layout.strength == 0
    assert "strength" in layout.gave or "all_strength" in layout.gave


def test_a_wide_calendar_gives_nothing_up() -> None:
    assert arrange(a_room(), wanted()).gave == ()


def test_the_long_run_falls_on_the_wished_day() -> None:
    assert numbers(arrange(a_room(long_day=2), wanted()).long) == (2,)


def test_ladder_runs_have_a_day_of_rest_between_them_even_over_sunday() -> None:
    layout = arrange(a_room(apart=True), wanted(3, long=False, hards=0))
    assert not layout.runs & neighbours(layout.runs)


def test_after_a_sunday_run_the_ladder_leaves_monday_free() -> None:
    layout = arrange(a_room(0b0010011, apart=True, prev_run=True), wanted(2, long=False, hards=0, walk=False))
    assert not layout.runs & 1


def test_after_a_sunday_long_run_monday_is_the_walk() -> None:
    assert numbers(arrange(a_room(prev_long=True), wanted(2, long=False, hards=0)).walk) == (0,)


def test_a_single_day_holds_a_run() -> None:
    assert numbers(arrange(a_room(0b0001000), wanted(1, long=False, hards=0, walk=False)).runs) == (3,)
