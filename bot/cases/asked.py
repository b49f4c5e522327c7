"""Answers to what the coach asked about a message that it did not understand, and whether to slow down."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from bot.cases.binding import bind, new_log, open_sessions
from bot.cases.cards import keep
from bot.cases.leave import LEAVE, STAY, leave_decided
from bot.cases.races import RACE, RACED, log_best, take_race
from bot.cases.shifting import SHIFT, shift_anyway
from bot.cases.training import training_of
from bot.cases.trips import HOME, THERE, arrived, came_home
from bot.cases.twins import SAME, SECOND, settle_twin
from bot.cases.wishes import ALWAYS, DEEDS, offer_always, wish_tapped
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from coach.errors import StaleButton
from coach.history import Status
from storage.logs import logs_between
from storage.prompts import answer_day
from storage.sayings import saying_by_id

_DEEDS: Final[Mapping[str, Callable[[Desk, int], None]]] = {
    RACED: log_best,
    RACE: take_race,
    ALWAYS: offer_always,
    HOME: lambda desk, _: came_home(desk),
    THERE: arrived,
}
"""What a button does with the saying it is about."""


def asked(desk: Desk, tapped: Tapped) -> None:
    """Was that the session of today? Yes logs it with the words as its note; no leaves the note.

    A result that was taken for one of the past is logged as today's run where it was that; a move that was warned of
    is made.
    """
    desk.toast(tapped.query_id)
    subject, (deed, _, day) = tapped.tap.subject or 0, tapped.tap.value.partition(":")
    if deed not in {SAME, SECOND}:
        desk.set_rows((), message_id=tapped.message_id)
    if deed in _DEEDS:
        _DEEDS[deed](desk, subject)
    elif deed in {SAME, SECOND}:
        settle_twin(desk, tapped)
    elif deed == SHIFT:
        shift_anyway(desk, subject, dt.date.fromisoformat(day) if day else None)
    elif deed in {LEAVE, STAY}:
        leave_decided(desk, subject, deed)
    elif deed in DEEDS:
        wish_tapped(desk, subject, deed)
    else:
        answer_asked(desk, subject, done=deed == "done")


def answer_asked(desk: Desk, saying_id: int, *, done: bool) -> None:
    """The words were today's session, or just a note.

    Raises:
        StaleButton: they are somebody else's, or erased.
    """
    if saying_by_id(desk.session, desk.athlete_id, saying_id) is None:
        raise StaleButton
    if not done:
        desk.say(Screen(desk.words("hear.kept")))
        return
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    training = training_of(desk)
    waiting = open_sessions(training, desk.today, logs)
    if not waiting:
        desk.say(Screen(desk.words("answer.already")))
        return
    log = new_log(desk, saying_id=saying_id, status=Status.DONE)
    bind(log, waiting[0])
    answer_day(desk.session, desk.athlete_id, desk.today, desk.now)
    keep(desk, log, waiting[0], training)


def slow_down(desk: Desk, tapped: Tapped) -> None:
    """Write less, or carry on as before (S5)."""
    desk.toast(tapped.query_id)
    desk.owner.slowed = tapped.tap.value == "yes"
    desk.show(Screen(desk.words(f"slow.{tapped.tap.value}")), message_id=tapped.message_id)
