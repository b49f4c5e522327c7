"""A turn: one update being answered. It runs a case in one transaction with the inbox mark and what is said."""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, Self, TypeVar

from sqlmodel import Session
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.conversations.amount import units_of
from bot.desk import Case, Desk
from bot.house import House
from bot.logs import about
from bot.screens import Screen
from bot.slow import SlowCase
from bot.words import Words, words_for
from bot.words.dials import hours_of
from bot.words.trouble import explain
from coach.errors import DatabaseError, LegworkError, UpdateRefused
from scheduler.due import schedule_athlete
from storage.athletes import athlete_in_chat
from storage.conversations import lock_chat
from storage.inbox import finish_update
from storage.tables import Athlete

P = ParamSpec("P")
S = TypeVar("S")
M = TypeVar("M")
log = logging.getLogger(__name__)

ANSWER_TAP = "answer_callback_query"


@dataclass(frozen=True, slots=True)
class Errand:
    """Where a case is carried out: for which update, in which chat, in which language before anybody is known."""

    update_id: int
    chat_id: int
    now: dt.datetime
    language: str = "en"
    query_id: str | None = None
    """The tap to be answered, where the update is one."""


class Turn(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], House]):
    """The context of every handler: knows the update it is about and the house it happens in."""

    arrived: Update

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Self, Any, Any, Any, Any]) -> Self:
        """The context python-telegram-bot builds for an update."""
        turn = super().from_update(update, application)
        if isinstance(update, Update):
            turn.arrived = update
        return turn

    @property
    def house(self) -> House:
        """What the program is made of."""
        return self.bot_data

    async def act(self, case: Case[P], *args: P.args, **kwargs: P.kwargs) -> None:
        """Run a case and commit what it did, what it says, and that the update is done.

        An error of our own rolls everything back and is answered in words, in a transaction of its own.

        Raises:
            DatabaseUnreachable: nothing was committed and the update stays in the inbox, or nobody knows whether it
                does (``CommitUnheard``). Doing it again finds out: an update that is done is not done again.
            TransactionTooLong: nothing was committed, and it may be so the next time too.
        """
        errand = self._errand()
        try:
            await self._commit(errand, lambda desk: case(desk, *args, **kwargs))
        except DatabaseError:
            raise
        except LegworkError as error:
            complaint = error
            await self._commit(errand, lambda desk: apologise(desk, complaint, errand.query_id))
        self.house.finished.add(errand.update_id)
        self.house.wake_sender()

    async def act_slowly(self, case: SlowCase[S, M]) -> None:
        """Run a case that takes its time: looked up, made without a transaction, said as ``act`` does.

        Errors of our own are answered in words as by ``act``, wherever in the case they come from.

        Raises:
            DatabaseError: as ``act``; and nothing is kept of what was made.
        """
        try:
            async with self.house.slowly.place():
                made: M | None = await self._made(case)
                await self.act(case.say, made)
        except DatabaseError:
            raise
        except LegworkError as error:
            await self.act(apologise, error, self._errand().query_id)

    async def _made(self, case: SlowCase[S, M]) -> M | None:
        errand = self._errand()
        seen = await self.house.database.run(lambda session: case.look(_desk(session, errand)))
        return None if seen is None else await asyncio.to_thread(case.make, seen)

    async def _commit(self, errand: Errand, case: Callable[[Desk], None]) -> None:
        athlete_id = await self.house.database.run(lambda session: carry_out(session, errand, case))
        with about(athlete=athlete_id or 0):
            log.debug("answered")

    def _errand(self) -> Errand:
        update = self.arrived
        chat, user, query = update.effective_chat, update.effective_user, update.callback_query
        if chat is None:
            raise UpdateRefused
        return Errand(
            update.update_id,
            chat.id,
            self.house.clock.now(),
            (user.language_code if user is not None else None) or "en",
            query.id if query is not None else None,
        )


def carry_out(session: Session, errand: Errand, case: Callable[[Desk], None]) -> int | None:
    """Everything about one update in one transaction: the update is done, the chat is locked, the case runs.

    Returns:
        The id of the athlete it was about, where there is one.
    """
    if not finish_update(session, errand.update_id, errand.now):
        return None
    if session.get_bind().dialect.name != "sqlite":
        # The embedded database has one writer: everything waits for everything already.
        lock_chat(session, errand.chat_id)
    desk = _desk(session, errand)
    athlete = desk.athlete
    if athlete is not None and athlete.blocked_at is not None:
        athlete.blocked_at = None
        schedule_athlete(session, athlete, errand.now)
    case(desk)
    if errand.query_id is not None and not _answered(desk, errand.query_id):
        desk.toast(errand.query_id)
    return desk.athlete.id if desk.athlete is not None else None


def _desk(session: Session, errand: Errand) -> Desk:
    athlete = athlete_in_chat(session, errand.chat_id)
    return Desk(session, errand.now, errand.chat_id, words_of(athlete, errand.language), athlete)


def words_of(athlete: Athlete | None, language: str = "en") -> Words:
    """The words in which an athlete is spoken to; a stranger hears the language of their Telegram."""
    if athlete is None:
        return words_for(language)
    hours = hours_of(athlete.clock, athlete.zone, athlete.language)
    return words_for(athlete.language, units_of(athlete), hours=hours)


def apologise(desk: Desk, error: LegworkError, query_id: str | None = None) -> None:
    """Say an error in words: above the chat after a tap, else as a message."""
    text = explain(error, desk.words)
    if query_id is not None:
        desk.toast(query_id, text, alert=True)
    else:
        desk.say(Screen(text))


def _answered(desk: Desk, query_id: str) -> bool:
    return any(row.method == ANSWER_TAP and row.payload["callback_query_id"] == query_id for row in desk.said)
