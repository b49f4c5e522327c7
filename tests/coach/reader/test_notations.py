"""Every figure reads back from every way in which it is written: units, notations, decimal signs, orders of a date."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.profile import DistanceUnit
from coach.reader import read
from coach.reading import LogEntry
from coach.units import INCH, MILE, POUND
from tests.coach.reader.cases import TODAY
from tests.depth import examples

KM, MI = DistanceUnit.KM, DistanceUnit.MI
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WHOLE_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
STONE = 14 * POUND

CLOCK_UNDER_AN_HOUR = {
    "31:20": "{m}:{s:02}",
    "31m20s": "{m}m{s}s",
    "31m 20s": "{m}m {s}s",
    "31min20": "{m}min{s:02}",
    "31 min 20 s": "{m} min {s} s",
    "31 mins 20 secs": "{m} mins {s} secs",
    "31 minutes and 20 seconds": "{m} minutes and {s} seconds",
    "31'20": "{m}'{s:02}",
    "31'20\"": "{m}'{s:02}\"",
    "31′20″": "{m}′{s:02}″",
    "0:31:20": "0:{m:02}:{s:02}",
}
CLOCK_OF_HOURS = {
    "1:05:30": "{h}:{m:02}:{s:02}",
    "1h05m30s": "{h}h{m:02}m{s:02}s",
    "1h 5m 30s": "{h}h {m}m {s}s",
    "1 h 5 min 30 s": "{h} h {m} min {s} s",
    "1 hour 5 minutes 30 seconds": "{h} hour {m} minutes {s} seconds",
    "1 hour, 5 minutes and 30 seconds": "{h} hour, {m} minutes and {s} seconds",
}
WHOLE_MINUTES = {
    "1h05": "{h}h{m:02}",
    "1h 05": "{h}h {m:02}",
    "1h5m": "{h}h{m}m",
    "1h05min": "{h}h{m:02}min",
    "1 hr 5 min": "{h} hr {m} min",
    "1 hour and 5 minutes": "{h} hour and {m} minutes",
}
JUST_MINUTES = {
    "52'": "{m}'",
    "52min": "{m}min",
    "52 min": "{m} min",
    "52 mins": "{m} mins",
    "52 minutes": "{m} minutes",
}


def the_entry(text: str, units: DistanceUnit = KM) -> LogEntry:
    """The one entry that a text holds."""
    (entry,) = read(text, TODAY, units).entries
    return entry


def signs(number: float, places: int) -> tuple[str, str]:
    """A number with a point, and with a comma."""
    said = f"{number:.{places}f}"
    return said, said.replace(".", ",")


@pytest.mark.parametrize("pattern", CLOCK_UNDER_AN_HOUR.values(), ids=CLOCK_UNDER_AN_HOUR)
@given(minutes=st.integers(16, 59), seconds=st.integers(1, 59))
@examples(25)
def test_minutes_and_seconds_read_back(pattern: str, minutes: int, seconds: int) -> None:
    text = f"ran 5 km in {pattern.format(m=minutes, s=seconds)}"
    assert the_entry(text).duration_s == 60 * minutes + seconds


@pytest.mark.parametrize("pattern", CLOCK_OF_HOURS.values(), ids=CLOCK_OF_HOURS)
@given(hours=st.integers(1, 3), minutes=st.integers(1, 59), seconds=st.integers(1, 59))
@examples(25)
def test_hours_minutes_and_seconds_read_back(pattern: str, hours: int, minutes: int, seconds: int) -> None:
    text = f"ran 15 km in {pattern.format(h=hours, m=minutes, s=seconds)}"
    assert the_entry(text).duration_s == 3600 * hours + 60 * minutes + seconds


@pytest.mark.parametrize("pattern", WHOLE_MINUTES.values(), ids=WHOLE_MINUTES)
@given(hours=st.integers(1, 3), minutes=st.integers(1, 59))
@examples(25)
def test_hours_and_minutes_read_back(pattern: str, hours: int, minutes: int) -> None:
    assert the_entry(f"ran {pattern.format(h=hours, m=minutes)}").duration_s == 3600 * hours + 60 * minutes


@pytest.mark.parametrize("pattern", JUST_MINUTES.values(), ids=JUST_MINUTES)
@given(minutes=st.integers(5, 150))
@examples(25)
def test_minutes_read_back(pattern: str, minutes: int) -> None:
    assert the_entry(f"easy run, {pattern.format(m=minutes)}").duration_s == 60 * minutes


@pytest.mark.parametrize("unit", ["km", " km", "k", " kilometers", " kilometres", "KM", " kms"])
@given(tenths=st.integers(10, 420))
@examples(25)
def test_kilometres_read_back_with_point_and_comma(unit: str, tenths: int) -> None:
    for said in signs(tenths / 10, 1):
        assert the_entry(f"ran {said}{unit}").distance_m == 100 * tenths


@pytest.mark.parametrize("unit", ["mi", " mi", " miles", " mile", "MI"])
@given(tenths=st.integers(10, 260))
@examples(25)
def test_miles_read_back_with_point_and_comma(unit: str, tenths: int) -> None:
    for said in signs(tenths / 10, 1):
        assert the_entry(f"ran {said}{unit}", MI).distance_m == round(tenths / 10 * MILE)


@pytest.mark.parametrize("unit", ["m", " m", " metres", " meters"])
@given(metres=st.integers(8, 400).map(lambda number: 50 * number))
@examples(25)
def test_metres_read_back(unit: str, metres: int) -> None:
    assert the_entry(f"ran {metres}{unit}").distance_m == metres


@pytest.mark.parametrize("unit", ["/km", " /km", " min/km", " per km", "/k"])
@given(km=st.integers(3, 20), pace=st.integers(240, 540))
@examples(25)
def test_a_pace_per_kilometre_completes_the_time(unit: str, km: int, pace: int) -> None:
    entry = the_entry(f"{km} km @ {pace // 60}:{pace % 60:02}{unit}")
    assert (entry.distance_m, entry.duration_s) == (1000 * km, km * pace)


@pytest.mark.parametrize("unit", ["/mi", " /mi", " min/mi", " per mile", "/mile"])
@given(miles=st.integers(2, 13), pace=st.integers(390, 860))
@examples(25)
def test_a_pace_per_mile_completes_the_time(unit: str, miles: int, pace: int) -> None:
    entry = the_entry(f"{miles} miles @ {pace // 60}:{pace % 60:02}{unit}", MI)
    assert entry.distance_m == round(miles * MILE)
    assert entry.duration_s == pytest.approx(miles * pace, abs=1)


@given(minutes=st.integers(20, 90), pace=st.integers(240, 540))
@examples(25)
def test_a_pace_completes_the_distance(minutes: int, pace: int) -> None:
    entry = the_entry(f"ran {minutes} min @ {pace // 60}:{pace % 60:02}/km")
    assert entry.distance_m == pytest.approx(60_000 * minutes / pace, abs=1)


@given(back=st.integers(1, 300))
@examples(60)
def test_a_date_reads_back_in_every_order(back: int) -> None:
    day = TODAY - dt.timedelta(days=back)
    short, whole = MONTHS[day.month - 1], WHOLE_MONTHS[day.month - 1]
    written = [
        day.isoformat(),
        f"{day.day} {short} {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day.day} {whole} {day.year}",
        f"{whole} {day.day} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ]
    assert {said: the_entry(f"5k on {said}").date for said in written} == dict.fromkeys(written, day)


@given(back=st.integers(1, 300))
@examples(40)
def test_a_date_in_figures_is_read_in_the_order_of_the_readers_units(back: int) -> None:
    day = TODAY - dt.timedelta(days=back)
    assert the_entry(f"5k {day.month}/{day.day}/{day.year}", MI).date == day
    assert the_entry(f"5k {day.day}/{day.month}/{day.year}", KM).date == day


@given(back=st.integers(2, 30))
@examples(29)
def test_days_ago_read_back(back: int) -> None:
    assert the_entry(f"5k {back} days ago").date == TODAY - dt.timedelta(days=back)


@given(quarters=st.integers(160, 720))
@examples(40)
def test_a_weight_in_kilograms_reads_back_with_point_and_comma(quarters: int) -> None:
    for said in signs(quarters / 4, 2):
        for unit in ("kg", " kg", " kilos"):
            assert read(f"weight {said}{unit}", TODAY).measurements["weight_kg"] == pytest.approx(quarters / 4)


@given(tenths=st.integers(900, 3900))
@examples(40)
def test_a_weight_in_pounds_reads_back(tenths: int) -> None:
    for unit in ("lb", " lb", " lbs", " pounds"):
        found = read(f"weight {tenths / 10}{unit}", TODAY).measurements["weight_kg"]
        assert found == pytest.approx(tenths / 10 * POUND, abs=0.06)


@given(stone=st.integers(7, 24), pounds=st.integers(0, 13))
@examples(40)
def test_a_weight_in_stone_reads_back(stone: int, pounds: int) -> None:
    for said in (f"{stone} st {pounds} lb", f"{stone} stone {pounds}", f"{stone}st {pounds}lbs"):
        found = read(f"weight {said}", TODAY).measurements["weight_kg"]
        assert found == pytest.approx(stone * STONE + pounds * POUND, abs=0.06)


@pytest.mark.parametrize(
    ("girth", "low", "high"), [("thigh", 40, 80), ("calf", 28, 50), ("waist", 60, 140), ("hip", 75, 150)]
)
@given(data=st.data())
@examples(25)
def test_a_girth_reads_back_in_centimetres_and_inches(girth: str, low: int, high: int, data: st.DataObject) -> None:
    tenths = data.draw(st.integers(10 * low, 10 * high))
    for said in signs(tenths / 10, 1):
        assert read(f"{girth} {said} cm", TODAY).measurements[f"{girth}_cm"] == pytest.approx(tenths / 10)
    inches = round(tenths / 10 / INCH, 1)
    for unit in (" in", '"', " inches"):
        found = read(f"{girth} {inches}{unit}", TODAY, MI).measurements[f"{girth}_cm"]
        assert found == pytest.approx(inches * INCH, abs=0.06)


@given(effort=st.integers(1, 10))
@examples(10)
def test_an_effort_reads_back_in_every_notation(effort: int) -> None:
    for said in (
        f"rpe {effort}",
        f"RPE{effort}",
        f"rpe: {effort}",
        f"effort {effort}",
        f"{effort}/10",
        f"effort {effort}/10",
    ):
        assert the_entry(f"5k in 31:20, {said}").rpe == effort


@given(beats=st.integers(90, 195))
@examples(25)
def test_a_heart_rate_reads_back_in_every_notation(beats: int) -> None:
    for said in (
        f"hr {beats}",
        f"HR: {beats}",
        f"avg hr {beats}",
        f"{beats} bpm",
        f"heart rate {beats}",
        f"average heart rate {beats} bpm",
    ):
        assert the_entry(f"5k in 31:20, {said}").avg_hr == beats


@given(sets=st.integers(1, 6), reps=st.integers(3, 20), kilograms=st.integers(4, 120))
@examples(40)
def test_sets_read_back_in_every_notation(sets: int, reps: int, kilograms: int) -> None:
    for said in (
        f"squats {sets}x{reps} @ {kilograms}kg",
        f"squats {sets} x {reps} at {kilograms} kg",
        f"{sets}x{reps} squats @ {kilograms} kg",
        f"{sets} sets of {reps} squats @ {kilograms}kg",
        f"squats {sets}×{reps} {kilograms}kg",
    ):
        (done,) = the_entry(said).exercises
        assert (done.exercise, done.sets, done.reps, done.load_kg) == ("squat", sets, reps, kilograms), said


@pytest.mark.parametrize("incline", ["2% incline", "2 % grade", "incline 2%", "incline: 2", "at 2%"])
def test_the_incline_of_a_treadmill_takes_no_other_figure(incline: str) -> None:
    for text in (f"treadmill 5k {incline} 32 minutes", f"treadmill 5k, 32 minutes, {incline}"):
        entry = the_entry(text)
        assert (entry.distance_m, entry.duration_s) == (5000, 1920), text
