"""The paper that pictures are drawn on; all measures in pixels of the finished picture."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

TWICE = 2
"""Drawn at twice the size and then made smaller: lines come out smooth."""
PAPER, INK, QUIET, GRID = "#ffffff", "#1c2733", "#64707d", "#e3e8ed"
Place = tuple[float, float]


class Sheet:
    """A sheet to write and draw on."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * TWICE, height * TWICE), PAPER)
        self._pen = ImageDraw.Draw(self._image)

    def write(self, at: Place, text: str, size: int, ink: str, anchor: str = "lt") -> float:
        """Words at a place; returns how wide they are."""
        font = ImageFont.load_default(size * TWICE)
        self._pen.text((at[0] * TWICE, at[1] * TWICE), text, ink, font, anchor)
        return float(self._pen.textlength(text, font)) / TWICE

    def line(self, path: Sequence[Place], ink: str, width: int = 2) -> None:
        """A line from place to place."""
        self._pen.line(_larger(path), ink, width * TWICE, "curve")

    def fill(self, path: Sequence[Place], ink: str) -> None:
        """A filled shape with these corners."""
        self._pen.polygon(_larger(path), ink)

    def box(self, one: Place, other: Place, ink: str) -> None:
        """A filled box between two corners, the upper left one first."""
        self._pen.rectangle(_larger((one, other)), ink)

    def dot(self, at: Place, radius: float, ink: str) -> None:
        """A filled circle."""
        (x, y), wide = at, radius
        self._pen.ellipse(_larger(((x - wide, y - wide), (x + wide, y + wide))), ink)

    def png(self) -> bytes:
        """The finished picture."""
        paper = BytesIO()
        small = self._image.resize((self.width, self.height), Image.Resampling.LANCZOS)
        small.quantize(128).save(paper, "PNG", optimize=True)
        return paper.getvalue()


def _larger(path: Sequence[Place]) -> list[Place]:
    return [(x * TWICE, y * TWICE) for x, y in path]


def ticks(low: float, high: float, steps: Sequence[float], most: int) -> list[float]:
    """Round figures between two, at most so many."""
    step = next((step for step in steps if (high - low) / step <= most), steps[-1])
    while (high - low) / step > most:
        step *= 2
    first = -int(-low // step) if low >= 0 else -int(abs(low) // step)
    found = [count * step for count in range(first, first + most + 2)]
    return [tick for tick in found if low <= tick <= high]
