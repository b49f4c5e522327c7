"""Which values the buttons of each verb can carry: anything else was never ours, and is answered as a stale button.

Checked in one place before any case reads a value, so that a forged or mangled button can neither crash a case nor
reach what its athlete was not offered. Verbs that are not listed check their values themselves.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bot.taps import Tap, Verb
from coach.errors import StaleButton
from coach.history import RED_FLAGS, Reason, Status
from coach.session import SessionKind

YEARS = range(2020, 2100)
"""Years that a button can name."""
LONGEST_PAUSE = 366


def check(tap: Tap) -> None:
    """Refuse a value that no button of ours carries.

    Raises:
        StaleButton: nobody was offered such a button.
    """
    readable = READABLE.get(tap.verb)
    if readable is not None and not readable(tap.value):
        raise StaleButton


def is_day(text: str) -> bool:
    """Whether a text is a day as buttons write it (``2026-12-02``)."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and day.year in YEARS


def _like(pattern: str) -> Callable[[str], bool]:
    shape = re.compile(pattern, re.ASCII)
    return lambda text: shape.fullmatch(text) is not None


def _is_move(text: str) -> bool:
    """Nothing yet, later today, or a day, confirmed or not."""
    return text in {"", "later"} or is_day(text.removesuffix(":y"))


def _is_edit(text: str) -> bool:
    """A field, or a field and a value for it."""
    field, _, value = text.partition(":")
    if not value:
        return text in {"", "end", *EDITABLE}
    return EDITABLE.get(field, _nothing)(value)


def _nothing(_: str) -> bool:
    return False


_ASKED = frozenset(
    {"done", "note", "race", "raced", "shift", "wish", "keep", "unwish", "leave", "stay", "always", "home", "there"}
)
_STEP = _like(r"[+-]?\d{1,4}")
EDITABLE: Mapping[str, Callable[[str], bool]] = {
    "effort": _like(r"[1-9]|10"),
    "minutes": _STEP,
    "distance": _STEP,
    "date": is_day,
    "kind": lambda value: value in list(SessionKind),
    "status": lambda value: value in list(Status),
    "heart": _STEP,
    "pain": _like(r"[a-z_]{1,12}(:(\d|10))?"),
    "exercises": _like(r"clear"),
    "note": _like(r"clear"),
}
"""The fields of a log's editor, and the values their buttons set."""
READABLE: Mapping[Verb, Callable[[str], bool]] = {
    Verb.WEEK: is_day,
    Verb.TODAY: _like(""),
    Verb.DONE: _like(r"\d{1,2}(:\d{1,3})?"),
    Verb.SHORTER: _like(r"(\d{1,2}:\d{1,3})?"),
    Verb.MOVE: _is_move,
    Verb.SKIP: lambda value: value in {"", "none", *Reason},
    Verb.HURTS: _like(""),
    Verb.EFFORT: _like(r"[1-9]|10"),
    Verb.EDIT_LOG: _is_edit,
    Verb.DELETE_LOG: _like(""),
    Verb.RESTORE_LOG: _like(""),
    Verb.HISTORY: _like(r"(card|[a-z]{1,12}|([a-z]{1,12},)?\d{4}-\d{2})?"),
    Verb.UNDO_CHANGE: _like(r"(moved)?"),
    Verb.PAIN: lambda value: _like(r"ask|[a-z_]{1,12}(:(\d|10))?")(value) or value.removeprefix("flag:") in RED_FLAGS,
    Verb.PAUSE: lambda value: value == "open" or (_like(r"[1-9]\d{0,2}")(value) and int(value) <= LONGEST_PAUSE),
    Verb.RESUME: _like(r"(well|rest)?"),
    Verb.CLEARED: _like(""),
    Verb.GUIDE: _like(r"(\d{1,3})?"),
    Verb.GUIDED: _like(r"\d{1,6}:([a-z]|s\d|f([1-9]|10)|p\.[a-z_]{1,12}(\.(\d|10))?)"),
    Verb.ASK: lambda value: (
        value in _ASKED
        or is_day(value.removeprefix("shift:"))
        or re.fullmatch(r"(?:same|second):\d{1,18}", value) is not None
    ),
    Verb.SLOW: _like(r"yes|no"),
    Verb.ROOM: _like(r"minutes(:\d{2,3}:\d{2,3})?|home"),
    Verb.LEVEL: _like(r"returning|regular|keep"),
    Verb.MEASURE: _like(r"hide|show|latest|drop|keep|back|(weight_kg|(thigh|calf|waist|hip)_cm|sleep_h|resting_hr)"),
    Verb.LEARN: _like(r"[a-z]{0,12}"),
    Verb.UNITS: _like(r"km|mi"),
    Verb.PRINT: _like(""),
    Verb.PROGRESS: _like(""),
}
"""What each verb's buttons can carry."""
