"""An edited message whose log holds more than its words: figures of a file, or of another message merged into it.

Only what the edit says otherwise than before is written; the rest is somebody else's word. Where the words tell of
another day or kind now, they are a log of their own, and what they had been put together with stands by itself.
"""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from bot.cases.binding import UNPLANNED, activity_of, note_stated
from bot.cases.cards import session_of, show_card
from bot.cases.correcting import correct
from bot.cases.report import report
from bot.cases.restoring import set_aside
from bot.cases.twins import merged_into
from bot.desk import Desk
from bot.screens import Screen
from coach.documents.readings import entry_to_reading
from coach.history import Status
from coach.reading import Activity, Reading
from storage.logs import logs_of_saying, restore_log
from storage.measurements import measurements_of_saying
from storage.tables import Log, Saying

FIGURES = {"distance_m": "distance", "minutes": "minutes"}
"""The figures of a log, by what ``Log.stated`` calls them."""
KEPT = frozenset({*FIGURES, "avg_hr", "rpe", "activity", "date"})
"""What stays where the new words do not say it: figures are the other's too, and an effort is an answer."""
SAID = ("activity", "date", *FIGURES, "rpe", "avg_hr", "pain_area", "pain_level", "exercises", "note")
_NOTHING: Final[Mapping[str, Any]] = {**dict.fromkeys(("status", *SAID)), "exercises": []}
"""What words say that tell of no activity any more."""


def reword(desk: Desk, saying: Saying, reading: Reading) -> bool:
    """Write an edit into the log that holds more than its words; false where words are all there is to it."""
    made = logs_of_saying(desk.session, saying.id or 0)
    log = _shared(desk, made)
    before = (saying.reading or {}).get("entries", ())
    if log is None or max(len(before), len(reading.entries)) > 1 or reading.question is not None:
        return False
    if reading.measurements or measurements_of_saying(desk.session, saying.id or 0):
        return False
    old, new = before[0] if before else _NOTHING, _said(reading)
    if new["status"] == Status.SKIPPED or _is_another(log, new):
        _part(desk, log, old)
        return False
    set_aside(desk, [one for one in made if one is not log])  # what was told of health is told anew
    if not reading.entries:
        desk.say(Screen(desk.words("log.words_gone")))
    _write(desk, log, old, new)
    report(desk, reading, saying)
    return True


def _shared(desk: Desk, made: list[Log]) -> Log | None:
    """The one activity that a message told of, where it holds more than the message."""
    told = [log for log in made if log.status is not None]
    if len(told) != 1:
        return None
    return told[0] if told[0].track is not None or merged_into(desk, told[0]) else None


def _is_another(log: Log, new: Mapping[str, Any]) -> bool:
    """Whether the words tell of another day now, or of another kind than what was merged; a file may be misjudged."""
    moved = new["date"] not in {None, log.date.isoformat()}
    return moved or (log.track is None and new["activity"] not in {activity_of(log), None})


def _part(desk: Desk, log: Log, old: Mapping[str, Any]) -> None:
    """The words go their own way: a file's log stays without them, and what was merged into theirs comes back."""
    for one in merged_into(desk, log):
        one.before = None
        restore_log(desk.session, one)
    if log.track is not None:
        _write(desk, log, old, _NOTHING)
        log.saying_id = None
        desk.session.add(log)
    desk.session.flush()


def _said(reading: Reading) -> Mapping[str, Any]:
    return entry_to_reading(reading.entries[0]) if reading.entries else _NOTHING


def _write(desk: Desk, log: Log, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    correct(desk, log, partial(_take, log, old, new))
    show_card(desk, log, session_of(desk, log))


def _take(log: Log, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Write what the words say otherwise; what only the old words said is gone."""
    for name in SAID:
        said = new[name]
        if said == old[name]:
            continue
        if said:
            setattr(log, name, dt.date.fromisoformat(said) if name == "date" else said)
        elif name not in KEPT and getattr(log, name) == old[name]:
            setattr(log, name, said)
    note_stated(log, *(figure for name, figure in FIGURES.items() if new[name] and new[name] != old[name]))
    if new["activity"] and new["activity"] != old["activity"]:
        log.kind = UNPLANNED[Activity(new["activity"])]
