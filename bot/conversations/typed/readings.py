"""Figures of scales, tape, sleep and pulse as people type them after a question: ``58.2 58.6``, ``23 in``, ``7h30``."""

import re
from collections.abc import Mapping
from typing import Final

from bot.conversations.typed.amounts import read_minutes, read_weight
from bot.conversations.typed.numbers import in_figures
from coach.measuring import girths_in_cm
from coach.profile import DistanceUnit
from coach.reader.truth import MEASURES
from coach.units import INCH

MOST: Final = 3
"""Readings of one measuring (S4)."""
_NAMES: Final[Mapping[str, str]] = {
    "weight_kg": "weight|weigh", "thigh_cm": "thighs?", "calf_cm": "calf|calves", "waist_cm": "waist",
    "hip_cm": "hips?", "sleep_h": "slept|sleep", "resting_hr": "resting|pulse|heart|rate|bpm|beats",
}  # fmt: skip
"""What a figure may be called by; the name of another kind makes it something else."""
_TALK: Final = re.compile(r"\b(?:and|then|left|right|about|around|it'?s|is|was|my|i|of|today|a minute)\b|[,:;/&+]")
_INCHES: Final = re.compile(r"\b(?:in|inch|inches)\b|[\"”]")
_CENTIMETRES: Final = re.compile(r"(?:\b|(?<=\d))(?:cms?|centimet(?:re|er)s?)\b")


def read_values(kind: str, text: str, units: DistanceUnit) -> list[float] | None:
    """One to three figures of a kind in SI; ``None`` where the text is no figure, empty where it cannot be true."""
    values = _weight(text, units) if kind == "weight_kg" else _sleep(text) if kind == "sleep_h" else _plain(kind, text)
    if not values or len(values) > MOST:
        return None
    if kind.endswith("_cm"):
        values = _in_centimetres(kind, values, text.lower(), units)
    low, high = MEASURES[kind]
    return [round(value, 2) for value in values] if all(low <= value <= high for value in values) else []


def _weight(text: str, units: DistanceUnit) -> list[float] | None:
    value = read_weight(text, units)
    return None if value is None else [value]


def _sleep(text: str) -> list[float] | None:
    """Hours: ``7``, ``7.5``, ``7h30``, ``7:30``; a bare number is hours here."""
    bare = _plain("sleep_h", text)
    if bare is not None and ":" not in text:
        return bare[:1]
    minutes = read_minutes(re.sub(r"\b(?:slept|sleep|for)\b", " ", text.lower()).strip())
    return None if minutes is None else [minutes / 60]


def _in_centimetres(kind: str, values: list[float], text: str, units: DistanceUnit) -> list[float]:
    """Girths as their unit says, else by the rule for bare figures."""
    if _INCHES.search(text):
        return [value * INCH for value in values]
    return values if _CENTIMETRES.search(text) else list(girths_in_cm(kind, values, units))


def _plain(kind: str, text: str) -> list[float] | None:
    """The numbers of a text that holds nothing else but the kind's name, units and small words."""
    even = re.sub(r"(?<=\d),(?=\d)", ".", in_figures(text))
    if kind.endswith("_cm"):
        even = _INCHES.sub(" ", _CENTIMETRES.sub(" ", even))
    rest = _TALK.sub(" ", re.sub(rf"\b(?:{_NAMES[kind]})\b", " ", even)).split()
    try:
        return [float(part.removesuffix("h") if kind == "sleep_h" else part) for part in rest] or None
    except ValueError:
        return None
