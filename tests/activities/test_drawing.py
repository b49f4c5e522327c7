"""The picture: what is on it, for whom, and that it is one Telegram takes."""

import datetime as dt
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.activities.drawing import HEIGHT, WIDTH
from bot.activities.picture import picture_of
from bot.activities.series import height_line, pace_line, pulse_line
from bot.charts.sheet import ticks
from bot.words import words_for
from coach.activity import Recording, summarise, track_of
from coach.profile import DistanceUnit
from coach.reading import Activity
from tests.activities.outings import NOW, an_outing, with_a_stop

DAY = dt.date(2026, 11, 28)


def drawn(outing: Recording, units: DistanceUnit = DistanceUnit.KM) -> Image.Image | None:
    track = track_of(outing, NOW)
    content = picture_of(track, summarise(track), words_for("en", units), DAY)
    return None if content is None else Image.open(BytesIO(content))


@pytest.mark.parametrize("activity", [Activity.RUN, Activity.WALK, Activity.CYCLING])
@pytest.mark.parametrize("units", list(DistanceUnit))
def test_a_picture_is_a_light_png_of_a_phones_width(activity: Activity, units: DistanceUnit) -> None:
    picture = drawn(an_outing(900, 2.0, activity=activity), units)
    assert picture is not None
    assert picture.size == (WIDTH, HEIGHT)
    assert picture.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_pace_and_height_have_their_own_colours() -> None:
    picture = drawn(an_outing(900))
    assert picture is not None
    found = {colour for _, colour in picture.convert("RGB").getcolors(WIDTH * HEIGHT) or []}
    assert any(red > 180 and green < 110 and blue < 90 for red, green, blue in found), "the pace is red"
    assert any(red < 110 and blue > 150 for red, green, blue in found), "the height is blue"


def test_what_happens_in_one_place_shows_its_pulse() -> None:
    assert drawn(an_outing(900, 0.0, activity=Activity.STRENGTH, places=False)) is not None


def test_without_a_way_and_a_pulse_there_is_no_picture() -> None:
    assert drawn(an_outing(900, 0.0, activity=Activity.STRENGTH, places=False, heart_rate=None)) is None


def test_the_pace_leaves_out_the_time_of_standing() -> None:
    line = pace_line(track_of(an_outing(1200, with_a_stop(300, 200, 3.0)), NOW))
    assert line is not None
    assert max(line.values) < 0.5
    assert min(line.values) == pytest.approx(1 / 3, rel=0.05)


@given(st.integers(90, 5000), st.floats(0.8, 5.0), st.integers(1, 12))
def test_lines_go_along_the_way_and_stay_short(seconds: int, speed: float, every: int) -> None:
    track = track_of(an_outing(seconds, speed, every=every, activity=Activity.WALK), NOW)
    for line in (pace_line(track), height_line(track), pulse_line(track)):
        if line is not None:
            assert list(line.metres) == sorted(line.metres)
            assert len(line.metres) == len(line.values) <= 500


@given(st.floats(-500, 9000), st.floats(0.5, 5000))
def test_an_axis_has_few_round_figures(low: float, length: float) -> None:
    marks = ticks(low, low + length, (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000), 6)
    assert len(marks) <= 7
    assert all(low <= tick <= low + length for tick in marks)
    assert marks == sorted(set(marks))
