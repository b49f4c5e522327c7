"""Narrowing the log down by words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reader.filters import ALL, KINDS, filter_in
from tests.coach.reader.cases import TODAY

NOVEMBER = (dt.date(2026, 11, 1), dt.date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("runs", "runs"), ("my running logs", "runs"), ("Strength", "strength"), ("gym", "strength"), ("walks", "walks"),
     ("swimming", "other"), ("the bike please", "other")],
)  # fmt: skip
def test_a_kind_is_read_from_its_names(text: str, kinds: str) -> None:
    found = filter_in(text, TODAY)
    assert found is not None
    assert found.kinds == KINDS[kinds]


@pytest.mark.parametrize("text", ["november", "nov", "in november", "2026-11", "last month"])
def test_a_month_is_read_however_it_is_named(text: str) -> None:
    found = filter_in(text, TODAY)
    assert found is not None
    assert found.days == NOVEMBER


def test_a_month_still_to_come_is_that_of_last_year() -> None:
    found = filter_in("december", dt.date(2026, 11, 3))
    assert found is not None
    assert found.days == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))


def test_a_kind_and_a_month_go_together_and_survive_a_button() -> None:
    found = filter_in("runs in november", TODAY)
    assert found is not None
    assert (found.kinds, found.days) == (KINDS["runs"], NOVEMBER)
    assert filter_in(found.name, TODAY) == found


@pytest.mark.parametrize("text", ["", "all", "  everything "])
def test_no_word_of_its_own_means_all_of_it(text: str) -> None:
    assert filter_in(text, TODAY) == ALL


@pytest.mark.parametrize("text", ["blue", "runs yesterday", "2026-13", "1899-01", "smarch"])
def test_what_is_not_known_is_said_to_be(text: str) -> None:
    assert filter_in(text, TODAY) is None


@given(text=st.text(max_size=40))
def test_any_words_narrow_down_or_are_unknown(text: str) -> None:
    found = filter_in(text, TODAY)
    assert found is None or filter_in(found.name, TODAY) == found
