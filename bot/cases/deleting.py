"""Deleting in words: ``delete the 10k``, ``remove yesterday's walk``, ``scrap the last one``.

The one log that is meant is deleted, with a way back; of several each comes with its Delete button; where there is
none, that is said. Words that ask for it log nothing, whatever figures they hold.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.cases import editing
from bot.cases.binding import activity_of
from bot.cases.cards import session_of, show_card
from bot.cases.doubts import ask_about
from bot.cases.measured import REF as MEASURED
from bot.cases.measured import show_latest, take_back
from bot.cases.report import report
from bot.cases.told import log_told
from bot.cases.training import monday_of, training_of
from bot.cases.unmeasured import ask_level, is_unmeasured
from bot.conversations.amount import units_of
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import OPEN_FOR, lately_about, replied_to
from bot.screens import Screen
from coach.reader.orders import Deletion, deletion_in
from coach.reader.target import Target
from coach.reading import Reading
from coach.soreness import LEVEL_ASKED
from storage.logs import browse_logs, log_by_id, logged_since
from storage.measurements import measured_since
from storage.tables import Log, Measurement, Saying

REACH = 100
"""Logs back from the newest among which the one that is meant is looked for."""
MOST = 4
"""Cards that are shown where several fit, the newest ones."""
WEEK = dt.timedelta(days=7)
_SECOND: Final = re.compile(
    r"(?P<first>.*\b(?:delete|remove|erase|scrap|get rid of)\b.*?) (?:and|plus|and also|as well as) "
    r"(?P<which>(?:(?:the|my|that|yesterday'?s|today'?s) )(?:[\w.']+ ?){1,4})$"
)
"""*Delete the walk and the other thing*: two, and not one."""
_SHARE = 0.04
"""How much a distance or a time that people remember may be off: who ran 10.2 km says *the 10k*."""


def answer_deletion(desk: Desk, heard: Heard, reading: Reading, saying: Saying) -> bool:
    """Delete what the words ask for; false where they ask for no such thing.

    What they tell of pain or symptoms as well is answered first (C3–C5); what else was done is logged
    (``delete the 10k. ran 8k``).
    """
    named = None if heard.edited else _SECOND.search(plain(heard.text))
    first = heard.text if named is None else named["first"]
    deletion = None if heard.edited else deletion_in(first, desk.today, units_of(desk.owner))
    if deletion is None:
        return False
    target, hand = deletion.target, _at_hand(desk, heard)
    if not target.named and _is_of_figures(desk, heard):
        return False
    if not is_unmeasured(reading):
        report(desk, reading, saying)
    _carry_out(desk, heard, deletion, hand)
    if named is not None:
        _delete_second(desk, heard, named["which"])
    _ask_level(desk, reading, saying)
    if reading.question is None and (deletion.first or target.named):
        log_told(desk, saying, reading)
    return True


def _carry_out(desk: Desk, heard: Heard, deletion: Deletion, hand: Log | None) -> None:
    target = deletion.target
    planned = _planned(desk, deletion)
    told = [] if target.named or target.last or heard.reply_to else _told_since(desk, hand)
    if deletion.all and not target.named:
        desk.say(Screen(desk.words("delete.account")))
    elif deletion.figure or len(told) > 1:
        show_latest(desk)
    elif told:
        take_back(desk, told[0])
    elif target.day is not None and target.day > desk.today:
        desk.say(Screen(desk.words("delete.ahead", day=target.day)))
    elif planned is not None and not (hand is not None and _fits_all(hand, target)):
        _offer_past(desk, target, planned)
    else:
        _delete(desk, target, hand)


def _delete_second(desk: Desk, heard: Heard, which: str) -> None:
    """Delete the second of two that are named, or ask for it where nobody can tell which it is."""
    second = deletion_in(f"delete {which}", desk.today, units_of(desk.owner))
    if second is None or second.all or second.figure or not second.target.named:
        desk.say(Screen(desk.words("delete.other")))
    else:
        _carry_out(desk, heard, second, None)


def _told_since(desk: Desk, hand: Log | None) -> list[Measurement]:
    """What was measured in the newest message, where that came after the log at hand: *delete that* means it."""
    rows = measured_since(desk.session, desk.athlete_id, desk.now - OPEN_FOR)
    log = hand or logged_since(desk.session, desk.athlete_id, desk.now - OPEN_FOR)
    newest = max((row.created_at for row in rows), default=None)
    if newest is None or (log is not None and log.created_at >= newest):
        return []
    return [row for row in rows if row.created_at == newest]


def _planned(desk: Desk, deletion: Deletion) -> dt.date | None:
    """The weekday that is still to come this week, where the plan has a session on it."""
    day = deletion.target.day
    ahead = day + WEEK if day is not None and deletion.weekday else None
    if ahead is None or not desk.today < ahead < monday_of(desk.today) + WEEK:
        return None
    return ahead if training_of(desk).sessions_on(ahead) else None


def _offer_past(desk: Desk, target: Target, ahead: dt.date) -> None:
    """*The run on sunday* may be the one planned: what is logged for last Sunday is shown, and not deleted."""
    found = _fitting(browse_logs(desk.session, desk.athlete_id, limit=REACH), target)
    if found:
        _offer(desk, found)
    else:
        desk.say(Screen(desk.words("delete.ahead", day=ahead)))


def _is_of_figures(desk: Desk, heard: Heard) -> bool:
    """Whether the list of measurements is at hand, whose places *delete 2* counts."""
    meant = replied_to(desk, heard.reply_to) if heard.reply_to else lately_about(desk)
    return meant is not None and meant.kind == MEASURED


def _ask_level(desk: Desk, reading: Reading, saying: Saying) -> None:
    """How much it hurts, where that was told without a figure."""
    asked = reading.question
    if not ask_level(desk, reading) and asked is not None and asked.key == LEVEL_ASKED:
        ask_about(desk, saying, asked)


def _at_hand(desk: Desk, heard: Heard) -> Log | None:
    """The log whose card was replied to, or stands last."""
    meant = replied_to(desk, heard.reply_to) if heard.reply_to else lately_about(desk)
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    return log if log is not None and log.deleted_at is None else None


def _delete(desk: Desk, target: Target, card: Log | None) -> None:
    at_hand = card is not None and not target.last and (not target.named or _fits_all(card, target))
    if card is not None and at_hand and not target.many:
        editing.delete_by_words(desk, card)
        return
    logs = browse_logs(desk.session, desk.athlete_id, limit=REACH)
    found = _fitting(logs, target)
    if not found:
        key = "delete.not_found_day" if target.day is not None else "delete.not_found"
        desk.say(Screen(desk.words(key, day=target.day) if target.day is not None else desk.words(key)))
        return
    one = _one_of(desk, found, target)
    if one is not None:
        editing.delete_by_words(desk, one)
    else:
        _offer(desk, found)


def _one_of(desk: Desk, found: Sequence[Log], target: Target) -> Log | None:
    """The log that can only be meant: the one that fits, the last one, or without any name what was just logged."""
    if target.many:
        return None
    if target.named:
        return found[0] if len(found) == 1 or target.last else None
    newest = max(found, key=lambda log: log.id or 0)
    return newest if target.last or newest.created_at >= desk.now - OPEN_FOR else None


def _offer(desk: Desk, found: Sequence[Log]) -> None:
    """Each log with its own buttons, the newest ones."""
    desk.say(Screen(desk.words("delete.which", n=len(found))))
    for log in found[:MOST]:
        show_card(desk, log, session_of(desk, log))


def _fitting(logs: Sequence[Log], target: Target) -> list[Log]:
    """The logs that are as said, newest first; a kind of session is let go where only its activity fits."""
    told = [log for log in logs if log.status is not None or target.area is not None]
    exact = [log for log in told if _fits_all(log, target)]
    return exact or [log for log in told if target.activity is not None and _fits(log, target, _ROUGHLY)]


def _fits_all(log: Log, target: Target) -> bool:
    return _fits(log, target, (*_ROUGHLY, _is_of_kind))


def _fits(log: Log, target: Target, checks: Sequence[Callable[[Log, Target], bool]]) -> bool:
    return all(check(log, target) for check in checks)


def _is_of_kind(log: Log, target: Target) -> bool:
    return target.kind is None or log.kind == target.kind


def _is_of_activity(log: Log, target: Target) -> bool:
    return target.activity is None or activity_of(log) is target.activity


def _is_on_day(log: Log, target: Target) -> bool:
    return target.day is None or log.date == target.day


def _is_as_far(log: Log, target: Target) -> bool:
    if target.metres is None:
        return True
    return log.distance_m is not None and abs(log.distance_m - target.metres) <= _SHARE * target.metres


def _is_as_long(log: Log, target: Target) -> bool:
    if not target.seconds:
        return True
    length = dt.timedelta(minutes=log.minutes or 0).total_seconds()
    return any(abs(length - seconds) <= _SHARE * seconds for seconds in target.seconds)


def _hurts_there(log: Log, target: Target) -> bool:
    return target.area is None or log.pain_area == target.area


_ROUGHLY = (_is_of_activity, _is_on_day, _is_as_far, _is_as_long, _hurts_there)
"""What of a log was said, apart from its kind of session."""
