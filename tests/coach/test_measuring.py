"""Scales and tape: smoothed, never judged early, and changed only beyond what a tape can tell (S2, S4)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.measuring import (
    FORTNIGHT,
    TAPE_LIMIT,
    VERDICT_AFTER,
    Verdict,
    girth_trend,
    may_measure,
    measurings,
    next_measuring,
    smoothed_weight,
    weight_trend,
)
from tests.builders import MONDAY, an_athlete, health

WEIGHTS = st.lists(st.tuples(st.integers(0, 120), st.floats(45, 160)), min_size=1, max_size=40)
GIRTHS = st.sampled_from(sorted(TAPE_LIMIT))


def on(day: int) -> dt.date:
    return MONDAY + dt.timedelta(days=day)


def weighed(*pairs: tuple[int, float]) -> list[tuple[dt.date, float]]:
    return [(on(day), value) for day, value in pairs]


def daily(first: float, last: float, days: int = 56) -> list[tuple[dt.date, float]]:
    return [(on(day), first + (last - first) * day / days) for day in range(days + 1)]


@given(WEIGHTS)
def test_no_verdict_before_four_weeks(pairs: list[tuple[int, float]]) -> None:
    early = [(day % VERDICT_AFTER, value) for day, value in pairs]
    trend = weight_trend(weighed(*early), on(VERDICT_AFTER - 1))
    assert trend is not None
    assert trend.verdict is None
    assert trend.change is None


@given(WEIGHTS)
def test_the_trend_stays_within_what_was_measured(pairs: list[tuple[int, float]]) -> None:
    trend = weight_trend(weighed(*pairs), on(200))
    values = [value for _, value in pairs]
    assert trend is not None
    assert min(values) - 0.06 <= trend.now <= max(values) + 0.06


@given(WEIGHTS, st.randoms())
def test_the_order_in_which_days_are_told_does_not_matter(pairs: list[tuple[int, float]], random: object) -> None:
    days = dict(pairs)
    shuffled = sorted(days.items(), key=lambda pair: hash((pair, id(random))))
    assert weight_trend(weighed(*shuffled), on(200)) == weight_trend(weighed(*sorted(days.items())), on(200))


def test_one_heavy_morning_hardly_moves_the_trend() -> None:
    trend = weight_trend([*daily(80, 80), (on(57), 83.0)], on(57))
    assert trend is not None
    assert trend.now < 80.5
    assert trend.verdict is Verdict.STEADY


@pytest.mark.parametrize(
    ("last", "verdict"),
    [(80.0, Verdict.STEADY), (77.0, Verdict.DOWN), (68.0, Verdict.FAST), (84.0, Verdict.UP)],
)
def test_eight_weeks_say_which_way_it_went(last: float, verdict: Verdict) -> None:
    trend = weight_trend(daily(80, last), on(56))
    assert trend is not None
    assert trend.verdict is verdict


def test_two_readings_a_month_apart_are_no_verdict() -> None:
    trend = weight_trend(weighed((0, 80), (30, 75)), on(30))
    assert trend is not None
    assert trend.verdict is None


def test_nothing_measured_has_no_trend() -> None:
    assert weight_trend([], on(0)) is None
    assert girth_trend("thigh_cm", []) is None


@given(GIRTHS, st.floats(30, 120), st.floats(-1, 1), st.integers(FORTNIGHT, 300))
def test_a_girth_never_changes_within_what_a_tape_can_tell(kind: str, first: float, share: float, days: int) -> None:
    last = first + share * (TAPE_LIMIT[kind] - 0.01)
    trend = girth_trend(kind, weighed((0, first), (0, first), (days, last), (days, last)))
    assert trend is not None
    assert not trend.changed


@given(GIRTHS, st.floats(30, 120), st.sampled_from([-1, 1]), st.floats(0, 5), st.integers(FORTNIGHT, 300))
def test_beyond_it_it_has_changed(kind: str, first: float, sign: int, more: float, days: int) -> None:
    last = first + sign * (TAPE_LIMIT[kind] + more)
    trend = girth_trend(kind, weighed((0, first), (0, first), (days, last), (days, last)))
    assert trend is not None
    assert trend.changed


@given(GIRTHS, st.integers(0, FORTNIGHT - 1))
def test_within_a_fortnight_nothing_has_changed(kind: str, days: int) -> None:
    trend = girth_trend(kind, weighed((0, 60), (0, 60), (days, 70), (days, 70)))
    assert trend is not None
    assert not trend.changed


def test_a_single_reading_is_no_measuring() -> None:
    assert girth_trend("thigh_cm", weighed((0, 58))) is None
    trend = girth_trend("thigh_cm", weighed((0, 58), (0, 59), (20, 40)))
    assert trend is not None
    assert (trend.first, trend.last, trend.measurings) == (58.5, 58.5, 1)
    assert next_measuring(trend) == on(FORTNIGHT)


def test_a_girth_is_the_mean_of_its_readings() -> None:
    trend = girth_trend("calf_cm", weighed((0, 38.0), (0, 38.4), (0, 38.2), (14, 37.0), (14, 37.2)))
    assert trend is not None
    assert trend.change == -1.1
    assert trend.changed


@pytest.mark.parametrize(
    ("age", "flags", "may"),
    [(17, (), False), (18, (), True), (34, ("pregnant",), False), (34, ("eating_disorder",), False),
     (34, ("heart_condition",), True)],
)  # fmt: skip
def test_weight_and_girth_are_for_adults_whom_figures_do_not_harm(age: int, flags: tuple[str, ...], may: bool) -> None:  # noqa: FBT001 — a table
    assert may_measure(an_athlete(age=age, health=health(*flags))) is may


@given(WEIGHTS)
def test_the_line_ends_where_the_trend_stands_and_stays_within_the_readings(pairs: list[tuple[int, float]]) -> None:
    line, trend = smoothed_weight(weighed(*pairs)), weight_trend(weighed(*pairs), on(200))
    values = [value for _, value in pairs]
    assert trend is not None
    assert line[-1][1] == pytest.approx(trend.now, abs=0.01)
    assert [day for day, _ in line] == sorted({on(day) for day, _ in pairs})
    assert all(min(values) - 1e-6 <= value <= max(values) + 1e-6 for _, value in line)


def test_nothing_weighed_is_no_line() -> None:
    assert smoothed_weight(()) == ()


def test_one_reading_of_a_girth_is_no_measuring() -> None:
    assert measurings(weighed((0, 58.0), (14, 57.0), (14, 57.4))) == ((on(14), 57.2),)
