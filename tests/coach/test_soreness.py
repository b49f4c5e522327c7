"""Sore muscles after strength work are told apart from pain; a joint, one side or a high level stays a pain."""

import datetime as dt

import pytest

from coach.history import Entry, Pain, Status
from coach.reader import read
from coach.session import SessionKind
from coach.soreness import LASTS_DAYS, SORE, is_soreness, without_soreness
from tests.builders import MONDAY


def lifted(days_ago: int = 1, **fields: object) -> Entry:
    """Strength work some days before Monday."""
    given = {"kind": SessionKind.STRENGTH, "status": Status.DONE, **fields}
    return Entry(date=MONDAY - dt.timedelta(days=days_ago), **given)  # type: ignore[arg-type] # fields by their own names


@pytest.mark.parametrize(
    "text",
    ["legs sore", "my legs are sore", "sore thighs today", "my glutes are so sore", "calves sore", "thighs a bit stiff",
     "hamstrings are tight", "DOMS in my quads"],
)  # fmt: skip
def test_sore_legs_the_day_after_strength_are_no_pain(text: str) -> None:
    reading = without_soreness(read(text, MONDAY), (lifted(),), MONDAY)
    assert reading.pain is None
    assert SORE in reading.symptoms


@pytest.mark.parametrize(
    "text", ["my knee is sore", "sore hip", "sore achilles", "my left calf is sore", "calves hurt 6/10", "shins sore"]
)
def test_joints_tendons_one_side_and_strong_pain_stay_a_pain(text: str) -> None:
    reading = without_soreness(read(text, MONDAY), (lifted(),), MONDAY)
    assert reading.pain is not None
    assert SORE not in reading.symptoms


@pytest.mark.parametrize(("days", "sore"), [(0, True), (1, True), (LASTS_DAYS, True), (LASTS_DAYS + 1, False)])
def test_soreness_is_expected_for_two_days(days: int, sore: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_soreness(Pain("thigh", 2), "thighs sore", (lifted(days),), MONDAY) is sore


def test_without_strength_work_before_it_a_sore_muscle_is_a_pain() -> None:
    ran = Entry(MONDAY - dt.timedelta(days=1), SessionKind.EASY_RUN, Status.DONE)
    skipped = lifted(status=Status.SKIPPED)
    assert not is_soreness(Pain("thigh", 2), "thighs sore", (ran, skipped), MONDAY)


def test_a_run_logged_with_sore_legs_carries_no_pain() -> None:
    reading = without_soreness(read("ran 5k in 32:00, thighs sore", MONDAY), (lifted(),), MONDAY)
    assert [(entry.distance_m, entry.pain) for entry in reading.entries] == [(5000, None)]


def test_nothing_that_hurts_is_left_alone() -> None:
    reading = read("ran 5k in 32:00", MONDAY)
    assert without_soreness(reading, (lifted(),), MONDAY) == reading
