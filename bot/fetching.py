"""From a kept file to its card: fetched from Telegram, read by a process of its own, settled in one transaction.

Until that transaction the row waits; a death at any moment before it means that the file is fetched and read again.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path

from sqlmodel import Session

from bot.activities.order import Order, Outcome
from bot.activities.reading import Readers
from bot.cases.refusing import LARGEST
from bot.desk import Desk
from bot.house import House
from bot.logs import about, outline
from bot.news import News
from bot.scratch import own_folder
from bot.screens import Screen
from bot.telegram.api import TOO_BIG, ApiError, Refused
from bot.telegram.pauses import Pauses
from bot.turn import words_of
from coach.errors import DatabaseError
from storage.athletes import athlete_by_id
from storage.conversations import lock_chat
from storage.files import begin_file, next_files, put_off, take_file
from storage.tables import ActivityFile, Athlete

log = logging.getLogger(__name__)

AT_ONCE = 2
"""Files read at the same time, of different athletes."""
LOOK_AGAIN = 2.0
"""Seconds after which waiting files are looked for without being told."""
PATIENCE = 3.0
"""Seconds after which a person is told that the file is being read."""
AGAIN = dt.timedelta(seconds=20)
"""When a file is fetched again that Telegram did not hand out."""
GIVE_UP = dt.timedelta(days=1)

Settle = Callable[[Desk, ActivityFile, Outcome], None]


class Fetcher:
    """Takes up waiting files, in order for each athlete, and settles them through ``settle``.

    After ``patience`` seconds the person is told that it takes a little longer.
    """

    def __init__(
        self, house: House, settle: Settle, *, patience: float = PATIENCE, pauses: Pauses | None = None
    ) -> None:
        self._house = house
        self._settle = settle
        self.patience = patience
        self._pauses = pauses or Pauses()
        self._news = News()
        self._tasks: dict[int, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """A file waits."""
        self._news.tell()

    async def run(self) -> None:
        """Take up files until cancelled; what is in hand then is left to the next start."""
        with own_folder("files") as folder:
            try:
                await self._news.look_always(lambda: self._begin_next(folder), LOOK_AGAIN)
            finally:
                await self._let_go()

    async def _begin_next(self, folder: Path) -> None:
        room = AT_ONCE - len(self._tasks)
        if room <= 0:
            return
        now, busy = self._house.clock.now(), list(self._tasks)
        try:
            rows = await self._house.database.run(lambda session: next_files(session, now, room, busy))
        except DatabaseError:
            log.warning("the database does not answer; files wait in it")
            return
        for row in rows:
            self._tasks[row.athlete_id] = asyncio.create_task(self._serve(row, folder))

    async def _let_go(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, first: ActivityFile, folder: Path) -> None:
        """One athlete's files, one after the other, by one reading process that ends with them."""
        athlete, row = first.athlete_id, first
        try:
            async with Readers() as readers:
                while await self._handle(row, folder / f"{row.id}", readers):
                    following = await self._house.database.run(lambda session: self._following(session, athlete))
                    if not following:
                        return
                    row = following[0]
        except DatabaseError:
            log.warning("the database does not answer; files wait in it")
        finally:
            self._tasks.pop(athlete, None)
            self._news.tell()

    def _following(self, session: Session, athlete: int) -> list[ActivityFile]:
        return next_files(session, self._house.clock.now(), 1, of=athlete)

    async def _handle(self, row: ActivityFile, path: Path, readers: Readers) -> bool:
        """Handle one file; false where something is wrong that is not the file's fault."""
        with about(file=row.id or 0, athlete=row.athlete_id):
            try:
                await self._once(row, path, readers)
                self._pauses.reset()
            except DatabaseError:
                log.warning("the database does not answer; the file waits in it")
            except Exception as error:  # noqa: BLE001 — one file must not cost the others theirs; its tries are counted
                log.error("a file could not be handled: %s", outline(error))  # noqa: TRY400 — see ``outline``
            else:
                return True
            finally:
                path.unlink(missing_ok=True)  # noqa: ASYNC240 — a matter of microseconds
            await self._pauses.wait()
            return False

    async def _once(self, row: ActivityFile, path: Path, readers: Readers) -> None:
        begun = await self._house.database.run(lambda session: begin_file(session, row.id or 0))
        outcome = await self._outcome(row, path, readers) if begun else Outcome(reason="too_heavy")
        if outcome is None:
            until = self._house.clock.now() + AGAIN
            await self._house.database.run(lambda session: put_off(session, row.id or 0, until, row.telegram_file))
            return
        await self._house.database.run(lambda session: self._settle_at_desk(session, row, outcome))
        self._house.wake_sender()

    async def _outcome(self, row: ActivityFile, path: Path, readers: Readers) -> Outcome | None:
        """What the file holds; ``None`` where it cannot be fetched now."""
        try:
            await self._fetch(row, path)
        except ApiError as error:
            return self._unfetched(row, error)
        order = await self._house.database.run(lambda session: self._order(session, row, path))
        reading = asyncio.create_task(readers.read(order))
        try:
            await asyncio.wait([reading], timeout=self.patience)
            if not reading.done():
                await self._house.database.run(lambda session: self._say_reading(session, row))
                self._house.wake_sender()
            return await reading
        finally:
            reading.cancel()
            await asyncio.wait([reading])  # a reading process that is just being started is ended by whoever starts it

    async def _fetch(self, row: ActivityFile, path: Path) -> None:
        """Fetch the file into a path, piece by piece.

        Raises:
            ApiError: it cannot be fetched, now or ever.
        """
        found = await self._house.api.call("get_file", {"file_id": row.telegram_file})
        with path.open("wb") as file:
            await self._house.api.download(str(found["file_path"]), file.write, LARGEST)

    def _unfetched(self, row: ActivityFile, error: ApiError) -> Outcome | None:
        """Certain refusals are final, everything else is tried again for a day."""
        log.info("a file could not be fetched: %s", type(error).__name__)
        if isinstance(error, Refused) and error.status == Refused.BAD_REQUEST:
            return Outcome(reason="too_big" if TOO_BIG in error.description else "gone")
        return Outcome(reason="gone") if self._house.clock.now() - row.received_at > GIVE_UP else None

    def _order(self, session: Session, row: ActivityFile, path: Path) -> Order:
        athlete = athlete_by_id(session, row.athlete_id)
        return order_for(athlete, path, self._house.clock.now())

    def _say_reading(self, session: Session, row: ActivityFile) -> None:
        found = take_file(session, row.id or 0, row.telegram_file)
        athlete = athlete_by_id(session, row.athlete_id)
        if found is None or athlete is None or found.told:
            return
        found.told = True
        desk = Desk(session, self._house.clock.now(), athlete.chat_id, words_of(athlete), athlete)
        desk.say(Screen(desk.words("file.reading")), reply_to=row.message_id)

    def _settle_at_desk(self, session: Session, row: ActivityFile, outcome: Outcome) -> None:
        """Settle a file at its athlete's desk, unless it was settled, erased or replaced meanwhile."""
        athlete = athlete_by_id(session, row.athlete_id)
        if athlete is None:
            return
        lock_chat(session, athlete.chat_id)
        found = take_file(session, row.id or 0, row.telegram_file)
        if found is not None:
            desk = Desk(session, self._house.clock.now(), athlete.chat_id, words_of(athlete), athlete)
            self._settle(desk, found, outcome)


def order_for(athlete: Athlete | None, path: Path, now: dt.datetime, *, draw: bool = True) -> Order:
    """The order to read a file for an athlete, in their units, language and zone."""
    words = words_of(athlete)
    zone = (athlete.zone if athlete is not None else None) or "UTC"
    return Order(str(path), now.timestamp(), str(words.units), words.language, zone, draw)
