"""The answer to the question that a reading raised: the reading with what was answered, and its question gone.

A figure by itself is a level, an effort or a heart rate (``settled``); words tell a day, a distance, a time, or a
measurement, or that it is just as it was read (``answered``).
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from coach.history import Pain, Status
from coach.phrases import Distance, Duration, Phrase
from coach.profile import DistanceUnit
from coach.reader.answers import day_gone
from coach.reader.normalise import normalise
from coach.reader.reading import read
from coach.reader.truth import HEART, MEASURES, doubt
from coach.reader.vocabulary.wordlist import bag
from coach.reading import LogEntry, Reading
from coach.units import BeatsPerMinute, Metres, Seconds

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


def _effort_anew(entry: LogEntry, figure: int) -> LogEntry:
    return replace(entry, rpe=figure) if entry.rpe is not None else entry


def _heart(entry: LogEntry, figure: int) -> LogEntry:
    wrong = entry.avg_hr is not None and entry.avg_hr not in HEART
    return replace(entry, avg_hr=BeatsPerMinute(figure)) if wrong else entry


_OF_PAIN = frozenset({"ask.pain_level", "ask.pain_scale"})
_ANSWERS: Mapping[str, tuple[range, Callable[[LogEntry, int], LogEntry]]] = {
    "ask.pain_level": (LEVELS, _pain),
    "ask.pain_scale": (LEVELS, _pain),
    "ask.effort": (EFFORTS, _effort),
    "ask.minus_effort": (EFFORTS, _effort_anew),
    "ask.heart_rate": (HEART, _heart),
}
"""The questions that a figure answers: what it may be, and where it goes."""
BY_FIGURE = frozenset(_ANSWERS)
"""Keys of the questions that a figure answers."""


_LED = re.compile(r"^(?:(?:no|sorry|oops|i|meant|mean|it|was|is|it['’]?s|that|should|be)\b[,\s]*)+", re.IGNORECASE)
"""How an answer in words begins before its figure."""
_NOBODY_KNOWS = re.compile(
    r"\b(?:no (?:idea|clue)|dunno|(?:don['’]?t|do not|can['’]?t) (?:know|remember|say)|not sure|unsure|lost count)\b",
    re.IGNORECASE,
)
"""*No idea how far, 25 minutes*"""
_YES = bag("yes yep yeah yup ya correct right true indeed sure really exactly")
_BESIDE_YES = bag("it is was thats that the day i did mean meant its the i am , . !")
CONFIRMED = frozenset({
    "ask.long_ago", "ask.too_far", "ask.too_slow", "ask.too_fast_for_you", "ask.too_far_for_you", "ask.minus_distance",
    "ask.minus_time", "ask.minus_effort",
})  # fmt: skip
"""Keys of the questions about what is unlikely and can be true all the same: said once more, it is."""
_OF_DISTANCE = frozenset({"ask.too_far", "ask.too_far_for_you", "ask.minus_distance"})
_OF_DAYS = frozenset({"ask.which_day", "ask.future", "ask.long_ago"})
_OF_FIGURES = frozenset({
    "ask.too_far", "ask.too_short", "ask.too_fast", "ask.too_fast_for_you", "ask.too_far_for_you", "ask.too_slow",
    "ask.duration", "ask.minus_distance", "ask.minus_time",
})  # fmt: skip
_LABELS: Mapping[str, str] = {
    "weight_kg": "weight", "thigh_cm": "thigh", "calf_cm": "calf", "waist_cm": "waist", "hip_cm": "hip",
    "sleep_h": "slept", "resting_hr": "resting hr",
}  # fmt: skip
"""A word by which the reader knows each measurement."""


def answered(reading: Reading, text: str, today: dt.date, units: DistanceUnit) -> Reading | None:
    """The reading once its question is answered in words: ``thursday``, ``40 min``, ``80 kg``, ``yes``.

    ``today`` is the day of the answer. ``None`` where the words are no answer. What cannot be true either is asked
    next; what is only unlikely is believed when it is said once more.
    """
    key = reading.question.key if reading.question is not None else ""
    if key in CONFIRMED and _affirms(text):
        return replace(reading, question=None)
    now = _without_distance(reading, text, today, units) if key in _OF_FIGURES else None
    if now is not None:
        return now
    if key in _OF_DAYS:
        now = _on_day(reading, text, today, units)
    elif key in _OF_FIGURES:
        now = _with_figures(reading, _in_full(text, units) if key in _OF_DISTANCE else text, today, units)
    elif key == "ask.measurement":
        now = _measured(reading, text, today, units)
    if now is None:
        return None
    question = doubt(now.entries, now.measurements, [], today)
    return replace(now, question=None if question == reading.question and key in CONFIRMED else question)


def _without_distance(reading: Reading, text: str, today: dt.date, units: DistanceUnit) -> Reading | None:
    """Nobody knows how far it was: the time told before stays, the distance in doubt goes; else ``None``."""
    if not _NOBODY_KNOWS.search(text) or read(text, today, units).entries:
        return None
    entries = tuple(replace(entry, distance_m=None) if entry.duration_s else entry for entry in reading.entries)
    question = doubt(entries, reading.measurements, [], today)
    return (
        None if question is not None or entries == reading.entries else replace(reading, entries=entries, question=None)
    )


def _in_full(text: str, units: DistanceUnit) -> str:
    """A bare figure with its unit: nothing but a distance was asked for."""
    bare = _LED.sub("", text.strip(" .!"))
    return f"{bare} {units}" if _BARE.fullmatch(bare) else text


_BARE = re.compile(r"\d+(?:[.,]\d+)?")


def _affirms(text: str) -> bool:
    words = normalise(text).lower().replace("'", "").replace(",", " ").replace(".", " ").replace("!", " ").split()
    return bool(_YES.intersection(words)) and _YES.union(_BESIDE_YES).issuperset(words)


def _on_day(reading: Reading, text: str, today: dt.date, units: DistanceUnit) -> Reading | None:
    """The reading on the day told; *last week*, said before, still holds for a weekday (``thursday``)."""
    last = "last week " if "last week" in normalise(reading.text).lower() else ""
    day = day_gone(f"{last}{text}", today, units) or day_gone(text, today, units)
    if day is None:
        return None
    return replace(reading, entries=tuple(replace(entry, date=day) for entry in reading.entries))


def _with_figures(reading: Reading, text: str, today: dt.date, units: DistanceUnit) -> Reading | None:
    """The reading with the distance, the time or both told in answer; a second activity is no answer."""
    told = read(text, today, units)
    index = next((k for k, entry in enumerate(reading.entries) if doubt((entry,), {}, [], today)), None)
    if index is None and reading.question is not None and reading.question.key in CONFIRMED:
        index = next((k for k, entry in enumerate(reading.entries) if _is_asked_about(entry, reading.question)), None)
    if index is None or len(told.entries) != 1 or told.measurements:
        return None
    figures, doubted = told.entries[0], reading.entries[index]
    if figures.status is not Status.DONE or figures.kind not in {None, doubted.kind} or figures.date != today:
        return None
    if figures.distance_m is None and figures.duration_s is None:
        return None
    guessed = None if _NOBODY_KNOWS.search(text) else doubted.distance_m
    right = replace(
        doubted,
        distance_m=figures.distance_m if figures.distance_m is not None else guessed,
        duration_s=figures.duration_s if figures.duration_s is not None else doubted.duration_s,
        rpe=figures.rpe if figures.rpe is not None else doubted.rpe,
        pain=figures.pain or doubted.pain,
        estimated=False,
    )
    return replace(reading, entries=(*reading.entries[:index], right, *reading.entries[index + 1 :]))


def _is_asked_about(entry: LogEntry, question: Phrase) -> bool:
    """Whether it is this entry of which the question is that it is unlikely."""
    if question.key.startswith("ask.minus_"):
        figures = {Distance(entry.distance_m or Metres(0)), Duration(entry.duration_s or Seconds(0))}
        return not figures.isdisjoint(value for _, value in question.args)
    if question.key == "ask.too_far_for_you":
        return Distance(entry.distance_m or Metres(0)) == dict(question.args)["distance"]
    return bool(entry.distance_m and entry.duration_s)


def _measured(reading: Reading, text: str, today: dt.date, units: DistanceUnit) -> Reading | None:
    """The reading with the measurement in doubt told anew."""
    doubted = [name for name, value in reading.measurements.items() if not _can_be(name, value)]
    told = read(f"{_LABELS[doubted[0]]} {_LED.sub('', text)}", today, units) if doubted else None
    if told is None or told.entries or set(told.measurements) != {doubted[0]}:
        return None
    return replace(
        reading,
        measurements=MappingProxyType({**reading.measurements, **told.measurements}),
        readings=MappingProxyType({**reading.readings, **told.readings}),
    )


def _can_be(name: str, value: float) -> bool:
    low, high = MEASURES[name]
    return low <= value <= high


BY_WORDS = _OF_DAYS | _OF_FIGURES | {"ask.measurement"}
"""Keys of the questions that words answer."""
