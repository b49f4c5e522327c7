"""How a chart is drawn: panels one above the other over the same days, large enough to read on a phone."""

from collections.abc import Callable, Sequence
from itertools import accumulate

from bot.charts.chart import Chart, Panel, Points
from bot.charts.sheet import GRID, INK, QUIET, Place, Sheet, ticks
from bot.words.figures import write_number

WIDTH = 1080
LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 130, 40, 240, 90, 100
"""Pixels around the panels and between them."""
TALL, LOW = 380, 250
"""How high a panel of weeks is, and one of single figures."""
DOT_INK, LINE_INK, BAND_INK = "#9db7d3", "#2f5f8f", "#eef1f4"
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 180, 300, 600)
GAP = 0.14
"""The share of a week's width that stays free beside its bar."""


def draw(chart: Chart) -> bytes:
    """The chart as a PNG."""
    heights = [TALL if panel.stacks else LOW for panel in chart.panels]
    sheet = _Days(chart, TOP + sum(heights) + BETWEEN * (len(heights) - 1) + BOTTOM)
    sheet.write((50, 34), chart.title, 56, INK)
    sheet.write((50, 106), chart.below, 38, QUIET)
    top = float(TOP)
    for panel, height in zip(chart.panels, heights, strict=True):
        sheet.panel(panel, top, top + height)
        top += height + BETWEEN
    sheet.scale()
    return sheet.png()


class _Days(Sheet):
    """A sheet with the days from left to right."""

    def __init__(self, chart: Chart, height: int) -> None:
        super().__init__(WIDTH, height)
        self._chart = chart

    def panel(self, panel: Panel, top: float, bottom: float) -> None:
        """One panel between two heights."""
        low, high = _range(panel)

        def level(value: float) -> float:
            return bottom - (value - low) / (high - low) * (bottom - top)

        if panel.band is not None:
            self.box((LEFT, level(panel.band[1])), (WIDTH - RIGHT, level(panel.band[0])), BAND_INK)
        self._grid(low, high, level)
        self._weeks(panel, level)
        if panel.line:
            self._figures(panel, level)
        after = LEFT + self.write((LEFT, top - 14), panel.label, 34, INK, "ls") + 36
        for stack in panel.stacks if len(panel.stacks) > 1 else ():
            self.box((after, top - 36), (after + 22, top - 14), stack.ink)
            after += 34 + self.write((after + 32, top - 14), stack.name, 32, QUIET, "ls") + 28

    def scale(self) -> None:
        """The weeks that are named, by their Monday, below the panels."""
        for day, name in self._chart.marks:
            self.write((self._across(day + 3.5), self.height - BOTTOM + 16), name, 32, QUIET, "mt")

    def _grid(self, low: float, high: float, level: Callable[[float], float]) -> None:
        marks = ticks(low, high, STEPS, 5)
        decimals = 0 if all(mark == round(mark) for mark in marks) else 1
        for mark in marks:
            self.line([(LEFT, level(mark)), (WIDTH - RIGHT, level(mark))], GRID)
            figure = write_number(mark, self._chart.language, decimals)
            self.write((LEFT - 14, level(mark)), figure, 34, QUIET, "rm")

    def _weeks(self, panel: Panel, level: Callable[[float], float]) -> None:
        for week, minutes in enumerate(zip(*(stack.values for stack in panel.stacks), strict=True)):
            left, right = self._across(7 * (week + GAP / 2)), self._across(7 * (week + 1 - GAP / 2))
            below = 0.0
            for stack, above in zip(panel.stacks, accumulate(minutes), strict=True):
                if above > below:
                    self.box((left, level(above)), (right, level(below)), stack.ink)
                below = above

    def _figures(self, panel: Panel, level: Callable[[float], float]) -> None:
        apart = panel.line != panel.dots
        for place in self._places(panel.dots, level) if apart else ():
            self.dot(place, 7, DOT_INK)
        self.line(self._places(panel.line, level), LINE_INK, 5)
        for place in () if apart else self._places(panel.dots, level):
            self.dot(place, 9, LINE_INK)

    def _places(self, points: Points, level: Callable[[float], float]) -> Sequence[Place]:
        return [(self._across(day), level(value)) for day, value in points]

    def _across(self, day: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * day / self._chart.days


def _range(panel: Panel) -> tuple[float, float]:
    """The figures between which a panel is drawn: weeks stand on nought, figures get some room above and below."""
    if panel.stacks:
        return 0.0, max(10.0, *map(sum, zip(*(stack.values for stack in panel.stacks), strict=True))) * 1.08
    figures = [value for _, value in (*panel.dots, *panel.line)] + list(panel.band or ())
    low, high = min(figures), max(figures)
    room = max((high - low) * 0.15, 0.3)
    return low - room, high + room
