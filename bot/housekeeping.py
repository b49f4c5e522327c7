"""Once an hour: forget what was said and handled long enough ago."""

import asyncio
import logging

from sqlmodel import Session

from bot.clock import Clock
from coach.errors import DatabaseError
from storage.database import Database
from storage.inbox import tidy_inbox
from storage.outbox import tidy_outbox

log = logging.getLogger(__name__)

EVERY = 3600.0


async def keep_tidy(database: Database, clock: Clock) -> None:
    """Tidy both boxes now and every hour, until cancelled."""

    def work(session: Session) -> None:
        now = clock.now()
        tidy_inbox(session, now)
        tidy_outbox(session, now)

    while True:
        try:
            await database.run(work)
        except DatabaseError:
            log.warning("the database does not answer; it is tidied later")
        await asyncio.sleep(EVERY)
