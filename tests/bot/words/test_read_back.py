"""What the bot writes of quantities and days, the log reader reads back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.figures import write_date, write_distance, write_duration, write_pace
from coach.phrases import Distance, Duration, Pace
from coach.profile import DistanceUnit
from coach.reader import read
from coach.units import MILE, Metres, Seconds, SecondsPerKm
from tests.coach.reader.cases import TODAY
from tests.depth import examples

UNITS = st.sampled_from(DistanceUnit)


@given(metres=st.integers(1000, 40_000), units=UNITS)
@examples(40)
def test_a_distance_of_the_bot_reads_back_to_its_last_decimal(metres: int, units: DistanceUnit) -> None:
    (entry,) = read(f"ran {write_distance(Distance(Metres(metres)), units, 'en')}", TODAY, units).entries
    assert entry.distance_m == pytest.approx(metres, abs=51 if units is DistanceUnit.KM else MILE / 19)


@given(minutes=st.integers(1, 239))
@examples(40)
def test_minutes_of_the_bot_read_back(minutes: int) -> None:
    (entry,) = read(f"run {write_duration(Duration(Seconds(60 * minutes)))}", TODAY).entries
    assert entry.duration_s == 60 * minutes


@given(pace=st.integers(200, 700), units=UNITS)
@examples(40)
def test_a_pace_of_the_bot_reads_back(pace: int, units: DistanceUnit) -> None:
    (entry,) = read(
        f"ran 10 km at {write_pace(Pace(SecondsPerKm(pace), SecondsPerKm(pace)), units)}", TODAY, units
    ).entries
    assert entry.duration_s == pytest.approx(10 * pace, abs=5)


@given(back=st.integers(0, 300))
@examples(40)
def test_a_day_of_the_bot_reads_back(back: int) -> None:
    day = TODAY - dt.timedelta(days=back)
    (entry,) = read(f"ran 5 km on {write_date(day, 'en')}", TODAY).entries
    assert entry.date == day
