"""Asking for leave: ``can i skip today?``, ``is it ok to cancel thursday's run?``: what would happen, and a button.

A question is answered and does nothing by itself; *skip thursday* does it (``bot.cases.skipping``).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.cases.binding import bind, new_log
from bot.cases.plans import foreseen
from bot.cases.skipping import left_out, say_nothing_to_skip
from bot.cases.steps import YES
from bot.cases.told import leave_out
from bot.cases.training import Training, training_of
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.incoming import Heard
from bot.readings import read_once
from bot.refs import lately_about
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.receipts import change_line
from bot.views.session import session_line
from bot.words import Html
from coach.documents.readings import reading_to_json
from coach.history import Status
from coach.plan import Change
from coach.reading import LogEntry, Reading
from coach.session import Session
from storage.logs import entry_of
from storage.sayings import note_reading, saying_by_id
from storage.tables import Saying

LEAVE, STAY = "leave", "stay"
"""The values of the two buttons, and what the outbox remembers of the answer (``leave:<saying>``)."""
_LISTED: Final = 6
"""Changes that are named."""
_ASKS: Final = re.compile(
    r"(?:[^\d]{0,80}?(?:\b(?:today|now|tired|sore|heavy|dead|late|busy|hot|cold|work|so|and|but)|,|\.|!) )?"
    r"(?:(?:hi|hey|hello|coach|so|ok|okay|sorry|and|but|please)[,.!]* )*"
    r"(?:(?:can|could|may|might|should|shall) (?:i|we)"
    r"|(?:is|would) it (?:be )?(?:ok|okay|fine|alright|all right|bad|possible|allowed|terrible)(?: for me)? (?:if i|to)"
    r"|(?:ok|okay|alright|fine) (?:if i|to)|what (?:happens |would happen )?if i|am i allowed to|do you mind if i"
    r"|would you mind if i|any harm if i)"
    r" (?:(?:just|maybe|please|possibly|also) )*"
    r"(?:skip|skipped|cancel|cancelled|miss|missed|leave out|left out|drop|dropped|pass on|ditch|bin|sit out|not do"
    r"|give up)"
    r" (?P<what>.+)"
)
_DAY_OFF: Final = re.compile(
    r"(?:(?:hi|hey|hello|coach|so|ok|okay|sorry|i think|please)[,.!]* )*"
    r"(?:(?:i |i'?d )?(?:want|need|like|would like|fancy|could use|could do with|really need|really want)(?: to have)?"
    r"|(?:can|could|may) i (?:have|get|take)|give me|let me have|i'?m (?:taking|having)|(?:let'?s )?take|taking)"
    r" (?:a|an|the|one|an extra|another)(?: whole| full)? (?:rest day|day off|evening off|night off|day of rest)"
    r"(?: (?:on |for )?(?P<day>today|tonight|tomorrow|(?:this |next )?\w+day))?(?: (?:please|pls|off))*"
)
"""*I want a day off tomorrow*: what of that day would be left out; without a day, today's."""
_GENERAL: Final = re.compile(
    r"(?:a|an|some|any|one|two|the odd|every|whole|entire|more|so)\b.*|(?:runs?|sessions?|workouts?|training|days?"
    r"|weeks?|it all|everything)\b.*|(?:the|my|a) (?:warm|cool|stretch|rest|walk breaks|plan|week)\b.*"
    r"|.*\b(?:every|each|when(?:ever)?|sometimes|always|ever)\b.*"
)
"""What is no session of a day: the general answer fits."""
_NO: Final = frozenset({"no", "nope", "no thanks", "keep it", "leave it", "i'll do it", "ill do it", "never mind"})
_SKIP_IT: Final = YES | {"skip it", "yes skip it", "skip", "yeah", "yep", "ok skip it", "leave it out"}


def answer_leave(desk: Desk, heard: Heard, saying: Saying) -> bool:
    """Say what leaving out a session would do, with a button for it; false for anything else."""
    if heard.edited:
        return False
    meant, text = lately_about(desk), plain(heard.text)
    if meant is not None and meant.kind == LEAVE and text in _SKIP_IT | _NO:
        leave_decided(desk, meant.id, LEAVE if text in _SKIP_IT else STAY)
        return True
    entry = _asked_for(desk, saying)
    if entry is None:
        return False
    training = training_of(desk)
    sessions = left_out(desk, training, entry)
    if not sessions:
        say_nothing_to_skip(desk, training, entry)
        return True
    desk.say(_answer(desk, training, sessions, saying), reply_to=saying.message_id, ref=f"{LEAVE}:{saying.id}")
    return True


def leave_decided(desk: Desk, saying_id: int, deed: str) -> None:
    """Leave the session out that was asked about, or keep it."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    entry = _asked_for(desk, saying) if saying is not None else None
    if deed == STAY or saying is None or entry is None:
        desk.say(Screen(desk.words("leave.kept")))
        return
    reading = replace(_read(desk, saying), text=saying.text)
    note_reading(desk.session, saying, reading_to_json(reading), understood=True)
    leave_out(desk, saying, entry)


def _asked_for(desk: Desk, saying: Saying) -> LogEntry | None:
    """What the words ask to leave out, as *skip …* would say it on the day they were written."""
    what = _what(saying.text)
    if what is None or _GENERAL.fullmatch(what):
        return None
    reading = _read(desk, saying)
    entries = [entry for entry in reading.entries if entry.status is Status.SKIPPED]
    return entries[0] if len(entries) == len(reading.entries) == 1 and reading.question is None else None


def _what(text: str) -> str | None:
    """What is asked to be left out, in the words; ``None`` where nothing is."""
    said = plain(text)
    off, found = _DAY_OFF.fullmatch(said), _ASKS.fullmatch(said)
    if off is not None:
        return str(off["day"] or "today").replace("tonight", "today")
    return None if found is None else str(found["what"])


def _read(desk: Desk, saying: Saying) -> Reading:
    """The wish as an order: *skip thursday's run*."""
    what, told = _what(saying.text), saying.said_at.astimezone(desk.zone).date()
    words = saying.text if what is None else f"skip {what}"
    return read_once(words, told, desk.words.units, desk.words.language)


def _answer(desk: Desk, training: Training, sessions: Sequence[Session], saying: Saying) -> Screen:
    words, athlete = desk.words, desk.athlete_id
    lines = Html(", ".join(session_line(session, words) for session in sessions))
    changes = [change for change in _foreseen(desk, training, sessions) if change.date != sessions[0].date]
    head = words("leave.answer", day=sessions[0].date, session=lines)
    listed = "\n".join(change_line(change, words) for change in changes[:_LISTED])
    after = words("leave.changes", lines=Html(listed)) if changes else words("leave.nothing_else")
    yes = Button(words("button.leave_out"), Tap(Verb.ASK, athlete, saying.id, LEAVE))
    no = Button(words("button.keep_it"), Tap(Verb.ASK, athlete, saying.id, STAY))
    return Screen("\n\n".join([head, after, words("leave.health")]), ((yes, no),))


def _foreseen(desk: Desk, training: Training, sessions: Sequence[Session]) -> Sequence[Change]:
    """The changes that would follow."""
    after = training
    for session in sessions:
        log = new_log(desk, status=Status.SKIPPED, date=session.date)
        bind(log, session)
        after = after.after(entry_of(log))
    return foreseen(desk, training, after)
