"""Figures of scales, tape, sleep and pulse, as people type them after a question."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.typed.readings import MOST, read_values
from bot.views.measured import written
from bot.words import words_for
from coach.measuring import TAPE_LIMIT
from coach.profile import DistanceUnit
from coach.reader import read
from coach.reader.truth import MEASURES

KM, MI = DistanceUnit.KM, DistanceUnit.MI


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("thigh_cm", "58.2 58.6", [58.2, 58.6]),
        ("thigh_cm", "58,2 / 58,6 cm", [58.2, 58.6]),
        ("thigh_cm", "left thigh 58.2 and 58.6cm", [58.2, 58.6]),
        ("calf_cm", "15 in", [38.1]),
        ("weight_kg", "82.4", [82.4]),
        ("weight_kg", "181 lb", [82.1]),
        ("sleep_h", "7h30", [7.5]),
        ("sleep_h", "slept 7.5", [7.5]),
        ("sleep_h", "6:45", [6.75]),
        ("resting_hr", "58 bpm", [58]),
    ],
)
def test_figures_are_read_with_or_without_their_units(kind: str, text: str, values: list[float]) -> None:
    assert read_values(kind, text, KM) == values


def test_bare_girths_are_inches_where_distances_are_miles() -> None:
    assert read_values("thigh_cm", "23 23.2", MI) == [58.42, 58.93]
    assert read_values("thigh_cm", "58 cm", MI) == [58]


@pytest.mark.parametrize("text", ["80 centimetres", "80 centimeters", "80centimetres", "80 cms", "80"])
def test_centimetres_are_centimetres_for_whoever_thinks_in_miles(text: str) -> None:
    assert read_values("waist_cm", text, MI) == [80]


@given(
    st.sampled_from(sorted(TAPE_LIMIT)),
    st.integers(15, 110),
    st.sampled_from([KM, MI]),
)
def test_a_girth_after_a_question_is_read_as_in_any_other_message(kind: str, figure: int, units: DistanceUnit) -> None:
    reading = read(f"{kind.removesuffix('_cm')} {figure}", dt.date(2026, 12, 1), units)
    told = None if reading.question else reading.measurements.get(kind)
    typed = read_values(kind, str(figure), units)
    assert told is None or [told] == typed


@pytest.mark.parametrize("pounds", ["159", "158.7", "171", "201.3"])
def test_pounds_are_shown_as_they_were_typed(pounds: str) -> None:
    (kilograms,) = read_values("weight_kg", f"{pounds} lb", MI) or []
    assert written("weight_kg", kilograms, words_for("en", MI)).split() == [pounds, "lb"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("thigh_cm", "weight 82.4 kg"), ("thigh_cm", "ran 5k in 31:00"), ("calf_cm", "thigh 58"), ("resting_hr", "done")],
)
def test_words_about_something_else_are_no_figure(kind: str, text: str) -> None:
    assert read_values(kind, text, KM) is None


@pytest.mark.parametrize(("kind", "text"), [("thigh_cm", "5"), ("weight_kg", "900"), ("resting_hr", "300")])
def test_what_cannot_be_true_gives_nothing(kind: str, text: str) -> None:
    assert read_values(kind, text, KM) == []


def test_four_figures_are_no_measuring() -> None:
    assert read_values("thigh_cm", "58 58 58 58", KM) is None


@given(st.sampled_from(sorted(MEASURES)), st.text(max_size=60), st.sampled_from([KM, MI]))
def test_whatever_is_kept_can_be_true(kind: str, text: str, units: DistanceUnit) -> None:
    values = read_values(kind, text, units) or []
    low, high = MEASURES[kind]
    assert len(values) <= MOST
    assert all(low <= value <= high for value in values)
