"""Every unit reads back as any locale writes its figures, and as the bot itself writes them."""

import datetime as dt

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from coach.profile import DistanceUnit
from coach.reader import read
from coach.units import INCH, MILE, POUND
from tests.coach.reader.cases import TODAY
from tests.depth import examples

LOCALES = st.sampled_from("en en_GB en_IN de de_CH fr es es_MX it nl pl pt_BR sv fi cs tr ja".split())  # noqa: SIM905 — shorter
UNITS = st.sampled_from(DistanceUnit)
STONE = 14 * POUND


def written(value: float, locale: str) -> str:
    return str(format_decimal(value, format="0.##", locale=locale))


@pytest.mark.parametrize(
    ("words", "name", "factor", "low", "high"),
    [
        ("weight {} kg", "weight_kg", 1.0, 300, 2000), ("weighed in at {} lbs", "weight_kg", POUND, 900, 3900),
        ("weight {} st", "weight_kg", STONE, 60, 250), ("thigh {} cm", "thigh_cm", 1.0, 350, 1000),
        ("waist {} inches", "waist_cm", INCH, 200, 600), ("hips {} in", "hip_cm", INCH, 250, 700),
        ("calf {} cm", "calf_cm", 1.0, 250, 600), ("slept {} h", "sleep_h", 1.0, 30, 120),
    ],
)  # fmt: skip
@given(data=st.data(), locale=LOCALES, units=UNITS)
@examples(30)
def test_a_measurement_reads_back_in_any_locale(
    words: str, name: str, factor: float, low: int, high: int, data: st.DataObject, locale: str, units: DistanceUnit
) -> None:
    shown = data.draw(st.integers(low, high)) / 10
    reading = read(words.format(written(shown, locale)), TODAY, units)
    assert reading.measurements[name] == pytest.approx(shown * factor, abs=0.011)


@pytest.mark.parametrize(("unit", "factor"), [("km", 1000.0), ("mi", MILE), ("miles", MILE)])
@given(tenths=st.integers(20, 300), seconds=st.integers(240, 700), locale=LOCALES, units=UNITS)
@examples(30)
def test_a_distance_with_its_pace_reads_back_in_any_locale(
    unit: str, factor: float, tenths: int, seconds: int, locale: str, units: DistanceUnit
) -> None:
    pace = round(seconds * factor / 1000)
    text = f"ran {written(tenths / 10, locale)} {unit} at {pace // 60}:{pace % 60:02}/{unit.removesuffix('les')}"
    (entry,) = read(text, TODAY, units).entries
    assert entry.distance_m == round(tenths / 10 * factor)
    assert entry.duration_s == pytest.approx(tenths / 10 * pace, abs=1)


@given(tenths=st.integers(10, 30), locale=LOCALES, units=UNITS)
@examples(30)
def test_hours_with_decimals_read_back_in_any_locale(tenths: int, locale: str, units: DistanceUnit) -> None:
    (entry,) = read(f"run {written(tenths / 10, locale)} hours", TODAY, units).entries
    assert entry.duration_s == tenths * 360


@given(
    metres=st.integers(4, 420).map(lambda hundreds: 100 * hundreds), units=UNITS, unit=st.sampled_from(["m", "metres"])
)
@examples(40)
def test_metres_read_back_whole_with_marks_and_apart(metres: int, units: DistanceUnit, unit: str) -> None:
    shown = [str(metres), f"{metres:,}"] if metres % 1000 or metres < 1000 else [str(metres), f"{metres // 1000} 000"]
    for figure in shown:
        (entry,) = read(f"ran {figure} {unit}", TODAY, units).entries
        assert entry.distance_m == metres


@given(kilograms=st.integers(2, 400).map(lambda halves: halves / 2), locale=LOCALES, unit=st.sampled_from(["kg", "lb"]))
@examples(40)
def test_a_load_reads_back_in_any_locale(kilograms: float, locale: str, unit: str) -> None:
    (entry,) = read(f"squats 3x10 @ {written(kilograms, locale)} {unit}", TODAY).entries
    expected = kilograms * (POUND if unit == "lb" else 1.0)
    assert entry.exercises[0].load_kg == pytest.approx(expected, abs=0.011)


@given(back=st.integers(0, 300), units=UNITS)
@examples(40)
def test_a_date_with_its_year_reads_back_in_words_and_figures(back: int, units: DistanceUnit) -> None:
    day = TODAY - dt.timedelta(days=back)
    numeric = f"{day:%m/%d/%Y}" if units is DistanceUnit.MI else f"{day:%d/%m/%Y}"
    for text in (
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {day:%B %Y}",
        f"{day:%b} {day.day}, {day:%Y}",
        numeric,
    ):
        (entry,) = read(f"ran 5k on {text}", TODAY, units).entries
        assert entry.date == day
