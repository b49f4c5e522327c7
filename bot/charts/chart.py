"""What a picture shows, as values that cross to the drawing process as one line of text."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

Points = tuple[tuple[float, float], ...]
"""Days from the first day of the picture, and a figure on each."""


@dataclass(frozen=True, slots=True)
class Stack:
    """One kind of training: its name, its colour, and its minutes week by week."""

    name: str
    ink: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing over the common axis of days: weeks as bars, or single figures with the line through them.

    ``band``: the lowest and the highest figure between which nothing has changed, where a measure cannot tell.
    """

    label: str
    stacks: tuple[Stack, ...] = ()
    dots: Points = ()
    line: Points = ()
    band: tuple[float, float] | None = None

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> Self:
        """A panel from its document."""
        stacks = tuple(Stack(stack["name"], stack["ink"], tuple(stack["values"])) for stack in document["stacks"])
        dots, line = (tuple((day, value) for day, value in document[name]) for name in ("dots", "line"))
        band = document["band"]
        return cls(document["label"], stacks, dots, line, None if band is None else (band[0], band[1]))


@dataclass(frozen=True, slots=True)
class Chart:
    """A title, a line below it, the days the picture spans, the Mondays that are named, and the panels."""

    title: str
    below: str
    language: str
    days: int
    marks: tuple[tuple[int, str], ...]
    panels: tuple[Panel, ...]

    def line(self) -> bytes:
        """The chart as it is handed to the process that draws."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> Self:
        """The chart that was handed over."""
        document = json.loads(line)
        return cls(
            document["title"],
            document["below"],
            document["language"],
            document["days"],
            tuple((day, name) for day, name in document["marks"]),
            tuple(Panel.of(panel) for panel in document["panels"]),
        )
