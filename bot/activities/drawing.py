"""The picture of an activity: pace above, height below, along the way; large enough to read on a phone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.activities.series import Line
from bot.charts.sheet import GRID, INK, QUIET, Sheet, ticks

WIDTH, HEIGHT = 1080, 960
LEFT, RIGHT, TOP, BOTTOM, BETWEEN = 150, 40, 230, 100, 76
"""Pixels around the panels and between them."""
PACE_INK, HEIGHT_INK, HEIGHT_FILL = "#d3462b", "#4a7fb0", "#d8e6f3"
STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Panel:
    """One curve with its label and how the figures on its axis are written. ``falling``: small values stand high."""

    label: str
    line: Line
    write: Callable[[float], str]
    steps: Sequence[float] = STEPS
    falling: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The axis along the way: the length of its unit, its name, and how its figures are written."""

    unit: float
    name: str
    write: Callable[[float], str]


def draw(title: str, below: str, panels: Sequence[Panel], axis: Axis) -> bytes:
    """A PNG with a title, a line below it, and the panels one above the other over the same axis."""
    sheet = _Way(max(panel.line.metres[-1] for panel in panels), axis)
    sheet.write((50, 34), title, 56, INK)
    sheet.write((50, 106), below, 40, QUIET)
    room = HEIGHT - TOP - BOTTOM - BETWEEN * (len(panels) - 1)
    shares = (1.0,) if len(panels) == 1 else (0.62, 0.38)
    top = float(TOP)
    for panel, share in zip(panels, shares, strict=True):
        sheet.panel(panel, top, top + room * share)
        top += room * share + BETWEEN
    sheet.scale()
    return sheet.png()


class _Way(Sheet):
    """A sheet with the way from left to right."""

    def __init__(self, length: float, axis: Axis) -> None:
        super().__init__(WIDTH, HEIGHT)
        self._length = length
        self._axis = axis
        self._ticks = ticks(0.0, length / axis.unit, STEPS, 8)

    def panel(self, panel: Panel, top: float, bottom: float) -> None:
        """One curve between two heights."""
        low, high = _range(panel)
        marks = ticks(low, high, panel.steps, 5)

        def height(value: float) -> float:
            share = (min(max(value, low), high) - low) / (high - low)
            return top + share * (bottom - top) if panel.falling else bottom - share * (bottom - top)

        for tick in self._ticks:
            self.line(
                [(self._across(tick * self._axis.unit), top), (self._across(tick * self._axis.unit), bottom)], GRID
            )
        for tick in marks:
            self.line([(LEFT, height(tick)), (WIDTH - RIGHT, height(tick))], GRID)
            self.write((LEFT - 16, height(tick)), panel.write(tick), 38, QUIET, "rm")
        path = [
            (self._across(at), height(value)) for at, value in zip(panel.line.metres, panel.line.values, strict=True)
        ]
        if panel.filled:
            self.fill([(path[0][0], bottom), *path, (path[-1][0], bottom)], HEIGHT_FILL)
        self.line(path, HEIGHT_INK if panel.filled else PACE_INK, 5)
        self.write((LEFT, top - 10), panel.label, 36, QUIET, "ls")

    def scale(self) -> None:
        """The figures along the way, and their unit."""
        for tick in self._ticks:
            name = f" {self._axis.name}" if tick == self._ticks[-1] else ""
            place = (min(self._across(tick * self._axis.unit), WIDTH - RIGHT - 20), HEIGHT - BOTTOM + 18)
            self.write(place, self._axis.write(tick) + name, 38, QUIET, "mt")

    def _across(self, metres: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * metres / self._length


def _range(panel: Panel) -> tuple[float, float]:
    """The values between which a panel is drawn: the rare extremes of a pace are cut, a flat line gets some room."""
    ordered = sorted(panel.line.values)
    cut = len(ordered) // 50 if panel.falling else 0
    low, high = ordered[cut], ordered[-1 - cut]
    room = max((high - low) * 0.12, panel.steps[0])
    least = 4 * panel.steps[0]
    middle = max(0.0, least - (high - low)) / 2
    return low - room - middle, high + room + middle
