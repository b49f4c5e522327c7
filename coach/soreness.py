"""Sore muscles are not an injury: what strength work leaves in legs for two days is told apart from pain.

Muscle soreness comes a day or two after work that muscles are not used to and goes by itself (Cheung 2003). It is on
both sides, in the muscle and never in a joint; so a pain of one side, of a joint, or without strength work before it
stays a pain, and rule C3 answers it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from coach.history import Entry, Pain, Status
from coach.reading import LogEntry, Reading
from coach.session import SessionKind

SORE: Final = "sore"
"""The sign that a check-in keeps instead of a pain."""
LEVEL_ASKED: Final = "ask.pain_level"
"""The reader's question about a pain without a figure; soreness needs none."""
MUSCLES: Final = frozenset({"leg", "thigh", "glute", "calf", "hamstring", "groin"})
"""Areas that are muscle; knees, hips, shins, feet and tendons are not."""
LASTS_DAYS: Final = 2
"""Days after strength work on which soreness is expected."""
MOST: Final = 4
"""The highest level that may be soreness: what hurts more is looked after as pain."""
_WORDS = re.compile(
    r"\b(sore|soreness|doms|stiff|stiffness|tight|tightness|heavy|ach(?:e|es|ed|y|ing))\b", re.IGNORECASE
)
_ONE_SIDE = re.compile(r"\b(left|right|one|inside|outside|stabbing|sharp|swollen)\b", re.IGNORECASE)


_HURT = re.compile(r"\b(?:hurts?|hurting|painful|in pain|killing me|burn(?:s|ing)?)\b", re.IGNORECASE)
_BOTH_SIDES = re.compile(r"\b(?:legs|thighs|quads|glutes|calves|hamstrings|hammies)\b", re.IGNORECASE)
_FROM_STRENGTH = re.compile(
    r"\b(?:after|from|since) (?:the |my |those |all |doing |yesterday'?s |your )*"
    r"(?:squats?|lunges?|strength|weights|leg day|bridges?|step[- ]?ups?|calf raises?|deadlifts?)\b",
    re.IGNORECASE,
)
"""Strength work that the words themselves name: *my legs hurt after the squats*."""


def _is_told_of_strength(text: str) -> bool:
    """Whether the words blame strength work for what hurts in muscles of both sides."""
    hurts = _WORDS.search(text) or _HURT.search(text)
    return bool(hurts and _BOTH_SIDES.search(text) and _FROM_STRENGTH.search(text))


def is_soreness(pain: Pain, text: str, history: Iterable[Entry], day: date) -> bool:
    """Whether what was said on ``day`` is the soreness that strength work of the two days before leaves."""
    if pain.area not in MUSCLES or not 0 < pain.level <= MOST:
        return False
    if _ONE_SIDE.search(text):
        return False
    if _is_told_of_strength(text):
        return True
    if not _WORDS.search(text):
        return False
    return any(_lifted(entry) and 0 <= (day - entry.date).days <= LASTS_DAYS for entry in history)


def without_soreness(reading: Reading, history: Iterable[Entry], today: date) -> Reading:
    """The reading with sore muscles as a sign instead of a pain; any other pain stays."""
    if reading.pain is None and not any(entry.pain for entry in reading.entries):
        return reading
    known = tuple(history)
    if reading.pain is not None and is_soreness(reading.pain, reading.text, known, today):
        asked = reading.question if reading.question is None or reading.question.key != LEVEL_ASKED else None
        reading = replace(reading, pain=None, symptoms=(*reading.symptoms, SORE), question=asked)
    entries = tuple(_eased(entry, reading.text, known) for entry in reading.entries)
    return replace(reading, entries=entries)


def _eased(entry: LogEntry, text: str, history: tuple[Entry, ...]) -> LogEntry:
    if entry.pain is None or not is_soreness(entry.pain, text, history, entry.date):
        return entry
    return replace(entry, pain=None)


def _lifted(entry: Entry) -> bool:
    return entry.kind is SessionKind.STRENGTH and entry.status in {Status.DONE, Status.PARTIAL}
