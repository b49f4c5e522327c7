"""The fields of a log that can be edited: the buttons of each, and what a tapped or typed value sets.

A value that cannot be true is refused in words and changes nothing.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict

from bot.cases.binding import KINDS_OF, UNPLANNED, note_stated
from bot.conversations.typed.wonders import asks
from bot.desk import Desk
from bot.readings import read_once
from bot.screens import Button, Rows, in_rows
from bot.taps import Tap, Verb
from coach.history import Status
from coach.reader import read
from coach.reader.answers import day_gone
from coach.reader.truth import HEART, LONGEST_S
from coach.reading import Activity, LogEntry
from coach.session import SessionKind
from coach.units import MILE
from storage.tables import Log

FIELDS = ("date", "kind", "distance", "minutes", "effort", "heart", "pain", "exercises", "note", "status")
"""In the order in which a card shows them."""
MINUTE_STEPS = (-10, -1, 1, 10)
METRE_STEPS = (-1000, -100, 100, 1000)
BEAT_STEPS = (-10, -1, 1, 10)
DAYS_BACK = 6
LONGEST_DAY = 24 * 60
FARTHEST = 300_000
"""Limits of what the step buttons may reach: a day of minutes, 300 km."""
USUAL_HEART = 140
"""Beats a minute that the steps start from where none were logged."""
AREAS = ("knee", "shin", "calf", "ankle", "foot", "hamstring", "thigh", "hip", "back")
NOWHERE = "unspecified"
LONGEST_NOTE = 500
STEPPED = frozenset({"minutes", "distance", "heart"})
"""Fields whose buttons change by steps and therefore stay."""
STATED = frozenset({"minutes", "distance"})
"""Fields that are assumed where nobody says them."""
CLEAR = "clear"


class ImpossibleValueError(ValueError):
    """A value that cannot be true, or cannot be read; the text is the end of a catalogue key."""


def rows_of(field: str, log: Log, desk: Desk, value: str = "") -> Rows:
    """The buttons of one field; ``value`` is what was chosen on the way (the area of a pain)."""
    if field == "pain" and value:
        return (*_scale(log, f"pain:{value}", range(11)), end_row(log, desk))
    return (*_EDITORS[field](log, desk), end_row(log, desk)) if field in _EDITORS else field_rows(log, desk)


def field_rows(log: Log, desk: Desk) -> Rows:
    """One button a field, and the end."""
    buttons = [edit_button(log, desk.words(f"field.{field}"), field) for field in FIELDS]
    return (*in_rows(buttons, 3), end_row(log, desk))


def edit_button(log: Log, label: str, value: str) -> Button:
    """A button of the editor."""
    return Button(label, Tap(Verb.EDIT_LOG, log.athlete_id, log.id, value))


def end_row(log: Log, desk: Desk) -> tuple[Button, ...]:
    """Back to the fields, and out of the editor."""
    return (edit_button(log, desk.words("button.back"), ""), edit_button(log, desk.words("button.finished"), "end"))


def set_tapped(field: str, log: Log, value: str, today: dt.date) -> None:
    """Write a tapped value into its field; steps stop at what can be true."""
    _TAPPED[field](log, value, today)
    if field in STATED:
        note_stated(log, field)


def set_typed(field: str, log: Log, text: str, desk: Desk) -> None:
    """Write a typed value into its field.

    Raises:
        ImpossibleValueError: it cannot be read as one, or cannot be true.
    """
    _TYPED[field](log, text.strip(), desk)
    if field in STATED:
        note_stated(log, field)


def _scale(log: Log, prefix: str, figures: range) -> Rows:
    buttons = [edit_button(log, str(n), f"{prefix}:{n}") for n in figures]
    return in_rows(buttons, 6 if len(buttons) > 10 else 5)


def _steps(field: str, key: str, steps: tuple[int, ...]) -> Callable[[Log, Desk], Rows]:
    def rows(log: Log, desk: Desk) -> Rows:
        return (tuple(edit_button(log, desk.words(key, step=f"{n:+d}"), f"{field}:{n}") for n in steps),)

    return rows


def _date_rows(log: Log, desk: Desk) -> Rows:
    days = [desk.today - dt.timedelta(days=back) for back in range(DAYS_BACK + 1)]
    return in_rows([edit_button(log, desk.words("edit.day", day=day), f"date:{day.isoformat()}") for day in days], 2)


def _kind_rows(log: Log, desk: Desk) -> Rows:
    return in_rows([edit_button(log, desk.words(f"kind.{kind}"), f"kind:{kind}") for kind in SessionKind], 2)


def _status_rows(log: Log, desk: Desk) -> Rows:
    return in_rows([edit_button(log, desk.words(f"status.{status}"), f"status:{status}") for status in Status], 3)


def _pain_rows(log: Log, desk: Desk) -> Rows:
    areas = [edit_button(log, desk.words(f"area.{area}"), f"pain:{area}") for area in AREAS]
    return (*in_rows(areas, 3), (edit_button(log, desk.words("edit.no_pain"), f"pain:{NOWHERE}:0"),))


def _clear_row(field: str) -> Callable[[Log, Desk], Rows]:
    def rows(log: Log, desk: Desk) -> Rows:
        return ((edit_button(log, desk.words("edit.clear"), f"{field}:{CLEAR}"),),)

    return rows


_EDITORS: Mapping[str, Callable[[Log, Desk], Rows]] = {
    "effort": lambda log, _desk: _scale(log, "effort", range(1, 11)),
    "minutes": _steps("minutes", "edit.step_minutes", MINUTE_STEPS),
    "distance": _steps("distance", "edit.step_metres", METRE_STEPS),
    "heart": _steps("heart", "edit.step_beats", BEAT_STEPS),
    "date": _date_rows,
    "kind": _kind_rows,
    "status": _status_rows,
    "pain": _pain_rows,
    "exercises": _clear_row("exercises"),
    "note": _clear_row("note"),
}
"""The buttons for each field."""


def _tap_pain(log: Log, value: str, _today: dt.date) -> None:
    area, _, level = value.partition(":")
    log.pain_area, log.pain_level = area, int(level)


def _tap_steps(name: str, low: int, high: int, start: int) -> Callable[[Log, str, dt.date], None]:
    def write(log: Log, value: str, _today: dt.date) -> None:
        reached = min(high, max(low, round(getattr(log, name) or start) + int(value)))
        setattr(log, name, float(reached) if name == "minutes" else reached)

    return write


def _tap_effort(log: Log, value: str, _today: dt.date) -> None:
    log.rpe = min(10, max(1, int(value)))


def _tap_date(log: Log, value: str, today: dt.date) -> None:
    log.date = min(today, dt.date.fromisoformat(value))


def _tap_kind(log: Log, value: str, _today: dt.date) -> None:
    log.kind, log.activity = SessionKind(value), None


def _tap_status(log: Log, value: str, _today: dt.date) -> None:
    log.status = value


def _clear_exercises(log: Log, _value: str, _today: dt.date) -> None:
    log.exercises = []


def _clear_note(log: Log, _value: str, _today: dt.date) -> None:
    log.note = None


_TAPPED: Mapping[str, Callable[[Log, str, dt.date], None]] = {
    "effort": _tap_effort,
    "minutes": _tap_steps("minutes", 1, LONGEST_DAY, 0),
    "distance": _tap_steps("distance_m", 0, FARTHEST, 0),
    "heart": _tap_steps("avg_hr", HEART.start, HEART.stop - 1, USUAL_HEART),
    "date": _tap_date,
    "kind": _tap_kind,
    "status": _tap_status,
    "pain": _tap_pain,
    "exercises": _clear_exercises,
    "note": _clear_note,
}
"""How a tapped value is written into its field."""


def _entry(text: str, desk: Desk) -> LogEntry | None:
    """The first activity that a typed value reads as."""
    entries = read_once(text, desk.today, desk.words.units, desk.words.language).entries
    return entries[0] if entries else None


def _number(text: str) -> float | None:
    bare = text.replace(",", ".")
    return float(bare) if bare.replace(".", "", 1).isdecimal() and len(bare) < 9 else None


def _type_minutes(log: Log, text: str, desk: Desk) -> None:
    bare, entry = _number(text), _entry(f"walk {text}", desk)
    seconds = bare * 60 if bare is not None else entry.duration_s if entry else None
    if seconds is None or not 0 < seconds <= LONGEST_S:
        raise ImpossibleValueError("minutes")
    log.minutes = round(seconds / 60, 2)


def _type_distance(log: Log, text: str, desk: Desk) -> None:
    bare, entry = _number(text), _entry(f"run {text}", desk)
    metres = bare * (MILE if desk.words.units == "mi" else 1000) if bare is not None else entry and entry.distance_m
    if not metres or not 10 <= metres <= FARTHEST:
        raise ImpossibleValueError("distance")
    log.distance_m = round(metres)


def _type_date(log: Log, text: str, desk: Desk) -> None:
    day = day_gone(text, desk.today, desk.words.units)
    if day is None:
        raise ImpossibleValueError("date")
    log.date = day


def _type_effort(log: Log, text: str, desk: Desk) -> None:
    figure = effort_in(text, desk)
    if figure is None:
        raise ImpossibleValueError("effort")
    log.rpe = figure


_FELT = re.compile(
    r"(?:(?:it|that|this) )?(?:(?:felt|was|feels|is) )?(?:really |very |so |pretty |quite |not |too )*"
    r"(?:great|good|amazing|easy|hard|tough|ok|okay|fine|bad|nice|fun|super|lovely|awful|comfy|comfortable)"
    r" ?[,;:.-]+ ?(?:(?:so|about|like|maybe|a) )*(?P<effort>10|[1-9])"
)
"""*Felt great, 3*"""


_RATED = re.compile(
    r"(?:(?:oh|ok|okay|actually|no|nah|rather|sorry|um|hm+|well|maybe|i think|i guess|i'?d say),? )*"
    r"(?:(?:i'?d |i would |i )?(?:rated?|say|(?:make|call|put|give) (?:it|that|this)(?: down| at| as)?(?: an?)(?= ))"
    r"(?: (?:it|that|this)(?= ))?|(?:it|that|this) (?:was|felt)(?: more)?(?: like)?)"
    r"(?: (?:an?|about|around|maybe|like|at|as))* (?P<effort>10|[1-9])"
    r"(?:,? (?:i'?d say|i think|i guess|maybe|or so|then|please|really|probably|for me|overall))*"
)
"""*Make it a 4*, *rate 7*, *it was a 6 i'd say*; *make it 5* may be kilometres."""


def is_rating(text: str) -> bool:
    """Whether words are a figure for how hard it felt and nothing else: *make it a 4*."""
    return _RATED.fullmatch(_bared(text).lower()) is not None


def _bared(text: str) -> str:
    return text.strip().strip(".!").removesuffix("/10").strip()


_STRAINED = re.compile(r"\b(?:hard|tough|rough|harsh) on (?:my|both)\b")
"""*Hard on my knees* is no effort."""
_SEVERAL = re.compile(r"\d+(?:[\s,;]+\d+){2,}")
"""Three figures and more are no effort of one run."""
_MINUS = re.compile(r"[-–−]\d")
"""Less than nothing is no effort, and neither is its figure."""


def effort_in(text: str, desk: Desk) -> int | None:
    """The effort that a short answer says, 1 to 10: ``6``, ``6/10``, ``6-7``, ``quite hard``; else ``None``."""
    bare = _bared(text)
    if _MINUS.match(bare) or _SEVERAL.fullmatch(bare):
        return None
    parts = bare.replace("–", "-").replace(" to ", "-").replace(" or ", "-").split("-")
    figures = [int(part) for part in parts if part.strip().isdecimal() and len(part.strip()) < 3]
    if figures and len(figures) == len(parts) <= 2:
        middle = (sum(figures) + len(figures) // 2) // len(figures)
        return middle if 1 <= middle <= 10 else None
    beside = _FELT.fullmatch(bare.lower()) or _RATED.fullmatch(bare.lower())
    if beside is not None:
        return int(beside["effort"])
    if asks(text):
        return None  # *feeling knackered, should I still go?* is of what is still to come
    entry = _entry(text, desk) or (None if _STRAINED.search(bare.lower()) else _entry(f"felt {text}", desk))
    only = entry is not None and entry.distance_m is None and entry.duration_s is None and entry.kind is None
    return entry.rpe if entry and only and entry.rpe and 1 <= entry.rpe <= 10 else None


def _type_heart(log: Log, text: str, desk: Desk) -> None:
    del desk
    figures = [int(word) for word in text.replace("/", " ").split() if word.isdecimal() and len(word) < 4]
    if not figures or figures[0] not in HEART:
        raise ImpossibleValueError("heart")
    log.avg_hr = figures[0]


def _type_pain(log: Log, text: str, desk: Desk) -> None:
    figure = _number(text)
    said = f"pain {text}/10" if figure is not None else text
    reading = read(said, desk.today, desk.words.units, desk.words.language)
    pain = reading.pain or next((entry.pain for entry in reading.entries if entry.pain), None)
    if text.lower() in {"none", "no", "nothing", "0", "gone"}:
        log.pain_area, log.pain_level = log.pain_area or NOWHERE, 0
    elif pain is None or not 0 <= pain.level <= 10 or reading.question is not None:
        raise ImpossibleValueError("pain")
    else:
        log.pain_area = pain.area if pain.area != NOWHERE else log.pain_area or NOWHERE
        log.pain_level = pain.level


def _type_kind(log: Log, text: str, desk: Desk) -> None:
    named = {str(desk.words(f"kind.{kind}")).lower(): kind for kind in SessionKind}
    kind = named.get(text.lower())
    entry = _entry(text, desk)
    if kind is not None:
        log.kind, log.activity = kind, None
    elif entry is not None and entry.kind is not None:
        _name_activity(log, entry.kind)
    else:
        raise ImpossibleValueError("kind")


def _name_activity(log: Log, activity: Activity) -> None:
    """A run stays the kind of run it was; anything else becomes what was said."""
    log.activity = activity
    if log.kind not in KINDS_OF[activity]:
        log.kind = UNPLANNED[activity]


def _type_status(log: Log, text: str, desk: Desk) -> None:
    entry = _entry(text, desk)
    if entry is None:
        raise ImpossibleValueError("status")
    log.status, log.reason = entry.status, entry.reason


def _type_exercises(log: Log, text: str, desk: Desk) -> None:
    reading = read(text, desk.today, desk.words.units, desk.words.language)
    done = [exercise for entry in reading.entries for exercise in entry.exercises]
    if not done or reading.question is not None:
        raise ImpossibleValueError("exercises")
    log.exercises = [asdict(exercise) for exercise in done]


def _type_note(log: Log, text: str, desk: Desk) -> None:
    del desk
    log.note = text[:LONGEST_NOTE] or None


_TYPED: Mapping[str, Callable[[Log, str, Desk], None]] = {
    "effort": _type_effort,
    "minutes": _type_minutes,
    "distance": _type_distance,
    "heart": _type_heart,
    "date": _type_date,
    "kind": _type_kind,
    "status": _type_status,
    "pain": _type_pain,
    "exercises": _type_exercises,
    "note": _type_note,
}
"""How a typed value is written into its field."""
