"""One activity on several days is as many logs."""

import datetime as dt

import pytest

from coach.history import Status
from tests.coach.reader.cases import TODAY, reading_of

YESTERDAY, MONDAY, SUNDAY, SATURDAY = (TODAY - dt.timedelta(days=back) for back in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("walked 20 mins yesterday and on monday", [YESTERDAY, MONDAY]),
        ("ran 5k on saturday and sunday", [SATURDAY, SUNDAY]),
        ("ran 5k saturday, sunday and monday", [SATURDAY, SUNDAY, MONDAY]),
        ("did strength on sat & mon", [SATURDAY, MONDAY]),
        ("yesterday and today: 4k each", [YESTERDAY, TODAY]),
        ("ran 4k both yesterday and today", [YESTERDAY, TODAY]),
    ],
)
def test_the_same_on_several_days_is_logged_for_each(text: str, days: list[dt.date]) -> None:
    entries = reading_of(text).entries
    assert [entry.date for entry in entries] == sorted(days)
    assert len({(entry.kind, entry.distance_m, entry.duration_s) for entry in entries}) == 1


def test_each_day_with_a_figure_of_its_own_keeps_it() -> None:
    entries = reading_of("5k monday, 6k yesterday").entries
    assert [(entry.date, entry.distance_m) for entry in entries] == [(MONDAY, 5000), (YESTERDAY, 6000)]


def test_the_same_day_named_twice_is_one() -> None:
    assert len(reading_of("walked 20 mins yesterday and on tuesday").entries) == 1


def test_a_pain_of_the_run_is_told_once() -> None:
    entries = reading_of("ran 5k saturday and sunday, knee 3/10").entries
    assert [entry.pain.level if entry.pain else None for entry in entries].count(3) == 1


def test_skipped_days_stay_skipped() -> None:
    assert {entry.status for entry in reading_of("missed monday and tuesday").entries} == {Status.SKIPPED}
