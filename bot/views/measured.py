"""What was measured, as a line: weight, girths, sleep, resting heart rate, in the reader's units."""

from collections.abc import Mapping

from bot.words import Html, Words
from coach.profile import DistanceUnit
from coach.units import INCH, POUND


def measured_text(measurements: Mapping[str, float], words: Words) -> Html:
    """What was kept, one line a figure."""
    lines = [words(f"measured.{kind}", value=written(kind, value, words)) for kind, value in measurements.items()]
    return words("measured.head", lines=Html("\n".join(lines)))


def written(kind: str, value: float, words: Words) -> str:
    """A figure with its unit, in the reader's units: pounds and inches where distances are miles."""
    imperial = words.units is DistanceUnit.MI
    if kind.endswith("_kg"):
        return words("unit.lb", value=round(value / POUND, 1)) if imperial else words("unit.kg", value=round(value, 1))
    if kind.endswith("_cm"):
        return words("unit.inch", value=round(value / INCH, 1)) if imperial else words("unit.cm", value=round(value, 1))
    if kind.endswith("_h"):
        return words("unit.hours", value=round(value, 1))
    return words("unit.bpm", value=round(value))
