"""The picture of some weeks: what is on it, and that its values reach the drawing process."""

import sys
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.charts import Chart, Panel, Stack, drawn
from bot.charts.drawing import LINE_INK, WIDTH, draw

RED, BLUE = "#d3462b", "#3f78ad"
FIGURES = st.floats(0, 1_000, allow_nan=False).map(lambda value: round(value, 2))
POINTS = st.lists(st.tuples(st.floats(0, 84).map(lambda day: round(day, 1)), FIGURES), min_size=2, max_size=9).map(
    lambda points: tuple(sorted(points))
)


def stacks(weeks: int) -> st.SearchStrategy[tuple[Stack, ...]]:
    values = st.lists(FIGURES, min_size=weeks, max_size=weeks).map(tuple)
    return st.lists(st.builds(Stack, st.text(max_size=9), st.sampled_from([RED, BLUE]), values), max_size=4).map(tuple)


LINES = st.builds(lambda label, points: Panel(label, dots=points, line=points), st.text(max_size=9), POINTS)
WEEKS = st.builds(Panel, st.just("weeks"), stacks(12).filter(len))
CHARTS = st.builds(
    Chart, st.text(max_size=20), st.text(max_size=20), st.sampled_from(["en", "de"]), st.just(84),
    st.just(((0, "7 Sep"), (42, "19 Oct"))), st.lists(LINES | WEEKS, min_size=1, max_size=4).map(tuple),
)  # fmt: skip


def a_chart(*panels: Panel, days: int = 21) -> Chart:
    return Chart("Your last 3 weeks", "9 h of training", "en", days, ((0, "9 Nov"), (7, "16 Nov")), panels)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def ink(picture: Image.Image, colour: str) -> int:
    """How many dots of a picture have about this colour."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    dots = picture.getcolors(picture.width * picture.height) or []
    return sum(
        count
        for count, found in dots
        if isinstance(found, tuple) and all(abs(a - b) < 12 for a, b in zip(found, wanted, strict=True))
    )


@given(CHARTS)
def test_a_chart_crosses_to_the_drawing_process_unchanged(chart: Chart) -> None:
    assert Chart.of(chart.line()) == chart


@settings(max_examples=15, deadline=None)
@given(CHARTS)
def test_whatever_the_figures_a_picture_comes_that_telegram_takes(chart: Chart) -> None:
    picture = opened(draw(chart))
    assert picture.width == WIDTH
    assert picture.height <= 10_000 - WIDTH, "Telegram takes 10,000 for both sides together"
    assert picture.getpixel((2, 2)) == (255, 255, 255)


def test_a_week_of_twice_the_minutes_has_twice_the_ink() -> None:
    one, both = (
        ink(opened(draw(a_chart(Panel("m", (Stack("running", RED, (60.0, minutes, 0.0)),))))), RED)
        for minutes in (60.0, 120.0)
    )
    # The scale follows the highest week: of 60 and 60 each is full, of 60 and 120 the first is half.
    assert both == pytest.approx(one * 0.75, rel=0.05)


def test_what_was_done_stands_one_over_the_other_in_its_own_colour() -> None:
    panel = Panel("m", (Stack("running", RED, (60.0, 60.0, 60.0)), Stack("strength", BLUE, (30.0, 30.0, 30.0))))
    picture = opened(draw(a_chart(panel)))
    assert ink(picture, RED) == pytest.approx(2 * ink(picture, BLUE), rel=0.05)


def test_a_line_without_a_band_and_one_with_it() -> None:
    points = ((0.5, 58.0), (14.5, 57.0))
    bare = opened(draw(a_chart(Panel("Thigh", dots=points, line=points))))
    banded = opened(draw(a_chart(Panel("Thigh", dots=points, line=points, band=(56.5, 59.5)))))
    assert min(ink(bare, LINE_INK), ink(banded, LINE_INK)) > 500
    assert ink(banded, "#eef1f4") > ink(bare, "#eef1f4") + 20_000


def test_it_is_drawn_in_a_process_of_its_own() -> None:
    content = drawn(a_chart(Panel("m", (Stack("running", RED, (60.0, 90.0, 30.0)),))))
    assert content is not None
    assert opened(content).width == WIDTH


def test_a_process_that_fails_or_does_not_exist_draws_nothing() -> None:
    chart = a_chart(Panel("m", (Stack("running", RED, (60.0, 90.0, 30.0)),)))
    assert drawn(chart, (sys.executable, "-c", "raise SystemExit(3)")) is None
    assert drawn(chart, ("/nowhere/python",)) is None
