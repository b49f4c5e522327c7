"""A figure in answer to the question that a reading raised: the reading with that figure, and its question gone."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from coach.history import Pain
from coach.reader.truth import HEART, doubt
from coach.reading import LogEntry, Reading
from coach.units import BeatsPerMinute

LEVELS = range(11)
EFFORTS = range(1, 11)


def settled(reading: Reading, figure: int, today: dt.date) -> Reading | None:
    """The reading once its question is answered by ``figure``; ``None`` where that cannot answer it.

    Pain is 0 to 10, effort 1 to 10, a heart rate 40 to 230 beats a minute. What else cannot be true is asked next.
    """
    key = reading.question.key if reading.question is not None else ""
    scale, put = _ANSWERS.get(key, (range(0), _as_it_is))
    if figure not in scale:
        return None
    entries = tuple(put(entry, figure) for entry in reading.entries)
    pain = reading.pain
    if key in _OF_PAIN and pain is not None:
        pain = Pain(pain.area, figure)
    return replace(reading, entries=entries, pain=pain, question=doubt(entries, reading.measurements, [], today))


def _as_it_is(entry: LogEntry, _figure: int) -> LogEntry:
    return entry


def _pain(entry: LogEntry, figure: int) -> LogEntry:
    return replace(entry, pain=Pain(entry.pain.area, figure)) if entry.pain is not None else entry


def _effort(entry: LogEntry, figure: int) -> LogEntry:
    wrong = entry.rpe is not None and entry.rpe not in EFFORTS
    return replace(entry, rpe=figure) if wrong else entry


def _heart(entry: LogEntry, figure: int) -> LogEntry:
    wrong = entry.avg_hr is not None and entry.avg_hr not in HEART
    return replace(entry, avg_hr=BeatsPerMinute(figure)) if wrong else entry


_OF_PAIN = frozenset({"ask.pain_level", "ask.pain_scale"})
_ANSWERS: Mapping[str, tuple[range, Callable[[LogEntry, int], LogEntry]]] = {
    "ask.pain_level": (LEVELS, _pain),
    "ask.pain_scale": (LEVELS, _pain),
    "ask.effort": (EFFORTS, _effort),
    "ask.heart_rate": (HEART, _heart),
}
"""The questions that a figure answers: what it may be, and where it goes."""
BY_FIGURE = frozenset(_ANSWERS)
"""Keys of the questions that a figure answers."""
