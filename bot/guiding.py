"""What the clock has to say in guided strength sessions: a transaction for each, in the lane of answers.

Nothing waits in memory: a session that is due is found again by the next tick, after a restart too.
"""

import datetime as dt
import logging
from collections.abc import Sequence

from sqlmodel import Session

from bot.desk import Desk
from bot.house import House
from bot.logs import about, outline
from bot.turn import words_of
from coach.errors import DatabaseUnreachable
from storage.athletes import athlete_by_id
from storage.conversations import lock_chat
from storage.guided import take_guided

log = logging.getLogger(__name__)

LATER = dt.timedelta(minutes=1)
"""When a session that could not be woken is looked at again, so that it holds up no other."""


class Guide:
    """Wakes sessions that are due, by the case that the routes name."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def on_due(self, rows: Sequence[int]) -> None:
        """Wake each of them; one that fails is put off and costs the others nothing.

        Raises:
            DatabaseUnreachable: the rest is found again by the next tick.
        """
        for row_id in rows:
            await self._wake(row_id)
        self._house.wake_sender()

    async def _wake(self, row_id: int) -> None:
        database = self._house.database
        try:
            await database.run(lambda session: wake(session, self._house, row_id))
        except DatabaseUnreachable:
            raise
        except Exception as error:  # noqa: BLE001 — one athlete's session must not stop the clock of the others
            athlete = await database.run(lambda session: put_off(session, self._house, row_id))
            with about(guided=row_id, athlete=athlete):
                log.error("a guided session could not be woken: %s", outline(error))  # noqa: TRY400 — see ``outline``


def wake(session: Session, house: House, row_id: int) -> None:
    """Wake one session, unless its athlete tapped on meanwhile or is gone."""
    row = take_guided(session, row_id, house.clock.now())
    athlete = athlete_by_id(session, row.athlete_id) if row is not None else None
    if row is None or athlete is None:
        return
    lock_chat(session, athlete.chat_id)
    session.refresh(row)
    if row.wake_at is not None and row.wake_at <= house.clock.now():
        house.routes.wake(Desk(session, house.clock.now(), athlete.chat_id, words_of(athlete), athlete), row)


def put_off(session: Session, house: House, row_id: int) -> int:
    """Look at a session again a little later; whose it is, 0 where it is not due any more."""
    row = take_guided(session, row_id, house.clock.now())
    if row is None:
        return 0
    row.wake_at = house.clock.now() + LATER
    return row.athlete_id
