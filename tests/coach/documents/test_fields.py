"""Single fields are read strictly, and every wrong one is named."""

import datetime as dt
from enum import StrEnum

import pytest

from coach.documents.fields import Fields, checked_choice, read_date, shown
from coach.errors import ProfileError


class Fruit(StrEnum):
    """Words for the tests."""

    APPLE = "apple"
    PEAR = "pear"


def refused(error: pytest.ExceptionInfo[ProfileError]) -> tuple[str, str]:
    return error.value.field, error.value.reason


@pytest.mark.parametrize("text", ["2026-11-30", "2000-01-01", "2028-02-29"])
def test_iso_dates_are_read(text: str) -> None:
    day = read_date(text)
    assert day is not None
    assert day.isoformat() == text


@pytest.mark.parametrize(
    "text", ["2026-11-31", "2026-2-3", "26-11-30", "2026/11/30", "2026-11-30T00:00", "", "٢٠٢٦-١١-٣٠x"]
)
def test_other_spellings_of_a_date_are_not(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("day", ["1999-12-31", "2101-01-01"])
def test_dates_far_away_are_typing_errors(day: str) -> None:
    with pytest.raises(ProfileError) as error:
        Fields({"start": day}).day("start")
    assert refused(error) == ("start", "out_of_range")


def test_absent_and_null_are_the_same() -> None:
    for given in (Fields({}), Fields({"x": None})):
        assert given.number("x", 0, 1) is None
        assert given.whole("x", 0, 1) is None
        assert given.rounded("x", 0, 1) is None
        assert given.day("x") is None
        assert given.choice("x", Fruit) is None
        assert given.choices("x", Fruit) is None
        assert given.items("x") is None
        assert given.inner("x") is None
        assert given.flag("x") is False


def test_measured_numbers_are_rounded() -> None:
    assert Fields({"x": 4999.6}).rounded("x", 0, 9999) == 5000


@pytest.mark.parametrize("value", [True, "5", [5], {}, float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ProfileError) as error:
        Fields({"x": value}).number("x", 0, 10)
    assert refused(error) == ("x", "not_a_number")


@pytest.mark.parametrize("value", [-0.1, 10.1, 10**30, -(10**400)])
def test_numbers_out_of_range_say_the_range(value: float) -> None:
    with pytest.raises(ProfileError) as error:
        Fields({"x": value}).number("x", 0, 10)
    assert refused(error) == ("x", "out_of_range")
    assert (error.value.data["low"], error.value.data["high"]) == (0, 10)


@pytest.mark.parametrize("edge", [0, 10])
def test_ends_of_a_range_belong_to_it(edge: int) -> None:
    assert Fields({"x": edge}).whole("x", 0, 10) == edge


def test_unknown_word_says_what_is_known() -> None:
    with pytest.raises(ProfileError) as error:
        checked_choice("plum", "fruit", Fruit)
    assert error.value.data["known"] == "apple, pear"
    assert error.value.data["value"] == "plum"


def test_words_in_a_list_count_once() -> None:
    assert Fields({"x": ["pear", "pear"]}).choices("x", Fruit) == {Fruit.PEAR}


def test_inner_fields_are_named_with_their_path() -> None:
    inner = Fields({"a": {"b": {"c": "x"}}}).inner("a")
    assert inner is not None
    innermost = inner.inner("b")
    assert innermost is not None
    with pytest.raises(ProfileError) as error:
        innermost.number("c", 0, 1)
    assert refused(error) == ("a.b.c", "not_a_number")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("short", "short"),
        (5, "5"),
        (None, "null"),
        ("", '""'),
        (True, "true"),
        (["f"], "a list"),
        ({"f": 1}, "an object"),
        ("\ud800", "?"),
    ],
)
def test_value_is_shown_safely(value: object, text: str) -> None:
    assert shown(value) == text


def test_long_value_is_cut() -> None:
    assert len(shown("x" * 1000)) == 64


def test_latest_day_is_allowed() -> None:
    assert Fields({"x": "2100-12-31"}).day("x") == dt.date(2100, 12, 31)
