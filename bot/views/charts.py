"""Progress as a picture: which panels it has, in the reader's words and units."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from bot.charts import Chart, Panel, Points, Stack
from bot.words import Html, Words
from bot.words.figures import NARROW, write_day_of_year
from coach.measuring import TAPE_LIMIT, Readings, smoothed_weight
from coach.phrases import Duration
from coach.profile import DistanceUnit
from coach.summary import Share, Week
from coach.units import INCH, POUND, Seconds

INKS: Final = {"running": "#d3462b", "strength": "#3f78ad", "walking": "#efb27c", "riding": "#7fae8e"}
"""The colours of what was done; from the bottom up."""
MARKS: Final = 6
"""Days named below the picture, at most."""


def weeks_chart(weeks: Sequence[Week], panels: Sequence[Panel], words: Words) -> Chart:
    """The whole picture of some weeks."""
    minutes = sum(_minutes(week.share) for week in weeks)
    every = -(-len(weeks) // MARKS)
    return Chart(
        title=words("picture.title", n=len(weeks)),
        below=_bare(words("picture.below", time=Duration(Seconds(minutes * 60)))),
        language=words.language,
        days=7 * len(weeks),
        marks=tuple((7 * n, write_day_of_year(weeks[n].start, words.language)) for n in range(0, len(weeks), every)),
        panels=tuple(panels),
    )


def weeks_panel(weeks: Sequence[Week], words: Words) -> Panel:
    """The minutes of each week, by what was done; only kinds that were."""
    stacks = [
        Stack(words(f"picture.{kind}"), ink, tuple(float(getattr(week.share, kind)) for week in weeks))
        for kind, ink in INKS.items()
    ]
    return Panel(words("picture.weeks"), tuple(stack for stack in stacks if any(stack.values)))


def longest_panel(weeks: Sequence[Week], words: Words) -> list[Panel]:
    """The longest run of each week that had one, where two had."""
    runs = tuple((7 * n + 3.5, float(week.longest)) for n, week in enumerate(weeks) if week.longest)
    return [Panel(words("picture.longest"), dots=runs, line=runs)] if len(runs) > 1 else []


def weight_panel(readings: Readings, first: dt.date, words: Words) -> list[Panel]:
    """What the scales said as dots, and the smoothed weight as a line; none before the picture has two days of it."""
    unit, name = (POUND, "lb") if words.units is DistanceUnit.MI else (1.0, "kg")
    line = _since(smoothed_weight(readings), first, unit)
    if len(line) < 2:
        return []
    return [Panel(_bare(words("picture.weight", unit=name)), dots=_since(readings, first, unit), line=line)]


def girth_panel(kind: str, measured: Readings, first: dt.date, words: Words) -> list[Panel]:
    """A girth's measurings, and a band around the first of all within which a tape cannot tell."""
    unit, name = (INCH, "in") if words.units is DistanceUnit.MI else (1.0, "cm")
    dots = _since(measured, first, unit)
    if len(dots) < 2:
        return []
    began, limit = measured[0][1] / unit, TAPE_LIMIT[kind] / unit
    label = words("picture.girth", name=words(f"measure.name.{kind}"), unit=name)
    return [Panel(_bare(label), dots=dots, line=dots, band=(began - limit, began + limit))]


def _since(readings: Readings, first: dt.date, unit: float) -> Points:
    return tuple(((day - first).days + 0.5, value / unit) for day, value in readings if day >= first)


def _minutes(share: Share) -> int:
    return share.running + share.strength + share.walking + share.riding


def _bare(text: Html) -> str:
    """Words for a pen that knows no narrow space."""
    return text.replace(NARROW, " ")
