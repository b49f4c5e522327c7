"""Which picture an activity gets: pace or speed and height along the way, else the pulse over time."""

from datetime import date
from functools import partial

from bot.activities.drawing import Axis, Panel, draw
from bot.activities.series import Line, height_line, pace_line, pulse_line
from bot.words import Words
from bot.words.figures import write_clock, write_number
from coach.activity import Summary, Track
from coach.activity.summing import ON_FOOT
from coach.phrases import Distance, Duration, Pace
from coach.profile import DistanceUnit
from coach.units import FOOT, MILE, SecondsPerKm

PACE_STEPS = (10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0)
"""Seconds between the lines of a pace."""
HEIGHT_STEPS = (5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
"""Metres or feet between the lines of a height."""
HOUR_S = 3600.0


def picture_of(track: Track, summary: Summary, words: Words, day: date) -> bytes | None:
    """The picture of a track as a PNG, dated ``day``; ``None`` where there is nothing to show."""
    unit = MILE if words.units is DistanceUnit.MI else 1000.0
    number = partial(write_number, language=words.language)
    what = words(f"activity.{summary.activity}")
    title, below = words("file.picture.title", what=what, day=day), _below(summary, words)
    pace, height, pulse = pace_line(track), height_line(track), pulse_line(track)
    if pace is not None:
        panels = [_pace(pace, unit, words) if track.activity in ON_FOOT else _speed(pace, unit, words)]
        if height is not None:
            panels.append(_height(height, words))
        return draw(title, below, panels, Axis(unit, str(words.units), number))
    if pulse is not None:
        panel = Panel(words("file.picture.pulse"), pulse, partial(number, decimals=0), (5, 10, 20, 50))
        return draw(title, below, [panel], Axis(60.0, words("file.picture.minutes"), number))
    return None


def _below(summary: Summary, words: Words) -> str:
    """The line under the title: how far, how long, how fast."""
    parts = [words.write(Duration(summary.moving_s))]
    if summary.distance_m:
        parts.insert(0, words.write(Distance(summary.distance_m)))
        if summary.activity in ON_FOOT:
            pace = SecondsPerKm(round(summary.moving_s * 1000 / summary.distance_m))
            parts.append(words.write(Pace(pace, pace)))
    return " · ".join(parts).replace("\u202f", " ")


def _height(line: Line, words: Words) -> Panel:
    write = partial(write_number, language=words.language, decimals=0)
    unit = "ft" if words.units is DistanceUnit.MI else "m"
    shown = Line(line.metres, tuple(value / FOOT for value in line.values)) if unit == "ft" else line
    return Panel(words("file.picture.height", unit=unit), shown, write, HEIGHT_STEPS, filled=True)


def _pace(line: Line, unit: float, words: Words) -> Panel:
    per_unit = Line(line.metres, tuple(value * unit for value in line.values))
    return Panel(words("file.picture.pace", unit=words.units), per_unit, write_clock, PACE_STEPS, falling=True)


def _speed(line: Line, unit: float, words: Words) -> Panel:
    per_hour = Line(line.metres, tuple(HOUR_S / (value * unit) for value in line.values))
    write = partial(write_number, language=words.language)
    return Panel(words("file.picture.speed", unit=words.units), per_hour, write, (1, 2, 5, 10, 20))
