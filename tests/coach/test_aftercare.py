"""A pain is asked about the day after, and again while the plan is careful because of it (C3)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.aftercare import ASK_FOR, awaits_doctor, is_ill, is_lasting, pain_holds, pain_to_ask_about, says_well
from coach.history import Entry, Reason
from tests.builders import MONDAY, a_check_in, a_skip, an_entry
from tests.depth import examples


def on(day: int, level: int) -> Entry:
    return a_check_in(MONDAY + dt.timedelta(days=day), pain=level)


def asked_on(*reports: Entry, until: int = 40) -> list[int]:
    """The days, counted from the Monday, on which it is asked."""
    return [day for day in range(until) if pain_to_ask_about(reports, MONDAY + dt.timedelta(days=day))]


def test_nobody_is_asked_about_a_pain_they_never_had() -> None:
    assert asked_on(an_entry()) == []
    assert asked_on(on(0, 0)) == []


def test_a_mild_pain_is_asked_about_once() -> None:
    assert asked_on(on(0, 2)) == [1]


def test_a_pain_that_holds_the_plan_is_asked_about_again_until_a_month_is_over() -> None:
    assert asked_on(on(0, 4)) == [1, *range(3, ASK_FOR + 1, 3)]


def test_one_calm_day_is_asked_about_the_day_after_because_two_are_needed() -> None:
    assert asked_on(on(0, 4), on(1, 0))[:2] == [1, 2]


def test_two_calm_days_end_it() -> None:
    assert asked_on(on(0, 4), on(1, 1), on(2, 0)) == [1, 2]


def test_two_reports_of_one_day_are_one_calm_day() -> None:
    assert 4 in asked_on(on(0, 4), on(1, 1), on(1, 0))


def test_a_pain_that_comes_back_begins_anew() -> None:
    assert asked_on(on(0, 4), on(1, 1), on(2, 5))[:4] == [1, 2, 3, 5]


@pytest.mark.parametrize("area", ["knee", "shin"])
def test_the_area_asked_about_is_the_one_that_holds(area: str) -> None:
    pain = pain_to_ask_about([a_check_in(MONDAY, pain=5, area=area)], MONDAY + dt.timedelta(days=1))
    assert pain is not None
    assert pain.area == area


@given(levels=st.lists(st.integers(0, 10), min_size=1, max_size=8))
@examples(60)
def test_whoever_is_held_is_asked_within_three_days(levels: list[int]) -> None:
    reports = [on(day, level) for day, level in enumerate(levels)]
    held = any(level >= 3 for level in levels[-2:])
    soon = range(len(levels), len(levels) + 3)
    assert bool(set(asked_on(*reports)) & set(soon)) or not held


@pytest.mark.parametrize(
    ("signs", "waits"),
    [((), False), (("chest_pain",), True), (("chest_pain", "cleared"), False), (("cleared", "fainting"), True),
     (("fever",), False)],
)  # fmt: skip
def test_a_doctor_is_awaited_from_a_red_flag_until_somebody_is_cleared(signs: tuple[str, ...], waits: bool) -> None:  # noqa: FBT001
    history = [a_check_in(MONDAY + dt.timedelta(days=number), sign) for number, sign in enumerate(signs)]
    assert awaits_doctor(history) is waits


def test_an_illness_lasts_until_somebody_is_well_or_trains() -> None:
    fever, well = a_check_in(MONDAY, "fever"), a_check_in(MONDAY, "well")
    assert is_ill([fever])
    assert not is_ill([fever, well])
    assert not is_ill([fever, an_entry(MONDAY)])
    assert is_ill([fever, a_skip(MONDAY)])
    assert is_ill([well, a_skip(MONDAY, reason=Reason.ILL)])


@given(st.lists(st.integers(0, 10), max_size=8))
def test_a_pain_lasts_where_the_last_three_days_were_3_or_more(levels: list[int]) -> None:
    history = [on(number, level) for number, level in enumerate(levels)]
    day = MONDAY + dt.timedelta(days=max(len(levels) - 1, 0))
    assert is_lasting(history, "knee", day) == (len(levels) >= 3 and min(levels[-3:]) >= 3)
    assert not is_lasting(history, "shin", day)


def test_reports_of_three_weeks_ago_do_not_make_a_pain_lasting() -> None:
    history = [on(0, 4), on(1, 4), on(21, 4)]
    assert not is_lasting(history, "knee", MONDAY + dt.timedelta(days=21))


@pytest.mark.parametrize(
    ("levels", "holds"),
    [((), False), ((2,), False), ((4,), True), ((4, 1), True), ((4, 1, 2), False), ((4, 1, 4, 1), True)],
)
def test_a_pain_holds_until_two_days_at_2_or_less(levels: tuple[int, ...], holds: bool) -> None:  # noqa: FBT001
    assert pain_holds([on(number, level) for number, level in enumerate(levels)]) is holds


def test_being_well_is_said_after_the_last_illness_and_training_alone_does_not_say_it() -> None:
    ill, well = a_check_in(MONDAY, "fever"), a_check_in(MONDAY, "well")
    assert not says_well([])
    assert not says_well([ill, an_entry()])
    assert says_well([ill, well])
    assert says_well([ill, well, an_entry()])
    assert not says_well([ill, well, ill])
