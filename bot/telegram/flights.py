"""How far each call in flight had come, in a file that outlives a kill.

What is written to a mapped file is the kernel's at once, though nobody waits for the disk. The outbox knows that a call
was marked as begun, and hears of its end a transaction later; a process killed in between would leave both open, and
the next one would have to say everything again. From this file it learns which calls had not sent a byte and which had
been answered: in doubt is only what was really under way. After a loss of power the file may be older than the
database, and what it says of calls not begun is not believed.

Beside SQLite there is one process and one file. On PostgreSQL replicas share one on each machine: who sends holds it,
and whoever sends next there reads it. A machine that takes over from another finds nothing of that one's calls in its
own. What that holds of its own time as the sender may look like one of them, so a record has a mark, and the database
knows the mark of whoever sent last: no other record is believed.

It holds numbers of rows and messages, and not a word.
"""

import logging
import mmap
import secrets
import struct
from collections.abc import Callable, Collection
from enum import IntEnum
from pathlib import Path
from typing import Final, Self

from bot.telegram.records import BOOT, BOOT_BYTES, boards, mapped, place_of
from storage.database import Database
from storage.doubt import Call, End, microseconds
from storage.outbox import Outgoing

log = logging.getLogger(__name__)

SEATS: Final = 128
"""More than the calls in flight; a call without a seat is in doubt, as it was without the file."""
_HEADER: Final = 64
"""The machine's run of which the record is, and from ``BOOT_BYTES`` on its mark."""
_SEAT: Final = struct.Struct("<qqqqB7x")
"""Row, calls before, made at (in microseconds), the message's id or 0, and the stage."""
_STAGE: Final = _SEAT.size - 8
_MESSAGE: Final = struct.Struct("<q")
_SIZE: Final = _HEADER + SEATS * _SEAT.size
SUFFIX: Final = "-flights"


class Stage(IntEnum):
    """How far a call has come."""

    NONE = 0
    PLANNED = 1
    """Marked as begun, perhaps, and not a byte is out."""
    UNDER_WAY = 2
    """It has a connection: nobody can know."""
    SAID = 3
    """Telegram has it."""
    REFUSED = 4
    """Telegram certainly has not."""


class Flights:
    """The record of one sender, while it is open. Without a file it notes nothing and knows nothing."""

    def __init__(self, path: Path | None = None, boot: Path = BOOT) -> None:
        self._path = path
        self._boot = boot
        self._map: mmap.mmap | None = None
        self._seats: dict[int, int] = {}
        self._free = list(range(SEATS))
        self._same_boot = False
        self._warned = False

    @classmethod
    def of(cls, database: Database, folder: Path | None) -> Self:
        """The record beside an embedded database's file; for PostgreSQL in a folder of this machine, if any."""
        return cls(place_of(database, folder, SUFFIX))

    def open(self) -> bool:
        """Take the record in hand, unless it is, or another process has it. True where it was taken just now."""
        if self._path is None or self._map is not None:
            return False
        self._map = _mapped(self._path, log.debug if self._warned else log.warning)
        self._warned = self._map is None
        self._same_boot = self._map is not None and boards(self._map, self._boot)
        return self._map is not None

    @property
    def mark(self) -> str:
        """What no other record has; empty where there is none."""
        return "" if self._map is None else self._map[BOOT_BYTES:_HEADER].hex()

    def plan(self, call: Outgoing) -> None:
        """The call is about to be marked as begun."""
        if call.id not in self._seats and self._free:
            self._seats[call.id] = self._free.pop()
        if self._map is None or call.id not in self._seats:
            return
        self._note(call.id, Stage.NONE)
        place = self._place(call.id)
        row = (call.id, call.attempts, microseconds(call.created_at), 0, Stage.NONE)
        self._map[place : place + _SEAT.size] = _SEAT.pack(*row)
        self._note(call.id, Stage.PLANNED)

    def begin(self, row: int) -> None:
        """From now on bytes may be out."""
        self._note(row, Stage.UNDER_WAY)

    def said(self, row: int, message_id: int | None) -> None:
        """Telegram has answered that it took it."""
        if self._map is not None and row in self._seats:
            place = self._place(row) + _STAGE - _MESSAGE.size
            self._map[place : place + _MESSAGE.size] = _MESSAGE.pack(message_id or 0)
        self._note(row, Stage.SAID)

    def refused(self, row: int) -> None:
        """Telegram certainly has not taken it."""
        self._note(row, Stage.REFUSED)

    def keep_only(self, rows: Collection[int]) -> None:
        """Of all others the outbox knows the end."""
        for row in [row for row in self._seats if row not in rows]:
            self._note(row, Stage.NONE)
            self._free.append(self._seats.pop(row))

    def known(self) -> dict[Call, End]:
        """What is known of the calls of the process before; of those in doubt nothing."""
        if self._map is None:
            return {}
        found: dict[Call, End] = {}
        for row, attempts, made, message, stage in _SEAT.iter_unpack(self._map[_HEADER:_SIZE]):
            unbegun = stage == Stage.PLANNED and self._same_boot
            if unbegun or stage in {Stage.SAID, Stage.REFUSED}:
                found[Call(row, attempts, made)] = End(said=stage == Stage.SAID, message_id=message or None)
        return found

    def clear(self) -> None:
        """The outbox knows what there was to know."""
        if self._map is not None:
            self._map[_HEADER:_SIZE] = bytes(_SIZE - _HEADER)
        self._seats.clear()
        self._free = list(range(SEATS))

    def close(self) -> None:
        """Let go of the file, so that another process can take it in hand; nothing is noted any more."""
        if self._map is not None:
            self._map.close()
            self._map = None
        self._seats.clear()
        self._free = list(range(SEATS))

    def _note(self, row: int, stage: Stage) -> None:
        if self._map is not None and row in self._seats:
            self._map[self._place(row) + _STAGE] = stage

    def _place(self, row: int) -> int:
        return _HEADER + self._seats[row] * _SEAT.size


def _mapped(path: Path, say: Callable[..., None]) -> mmap.mmap | None:
    """The record; ``None`` where another program has it in hand, or this machine cannot keep it."""
    try:
        return _marked(mapped(path, _SIZE))
    except BlockingIOError:
        say("another process notes what is in flight for this database; are there two bots on it?")
    except OSError as error:
        say("what is in flight cannot be noted on this machine: %s", error.strerror)
    return None


def _marked(record: mmap.mmap) -> mmap.mmap:
    if not record[BOOT_BYTES:_HEADER].strip(b" \0"):
        record[BOOT_BYTES:_HEADER] = secrets.token_bytes(_HEADER - BOOT_BYTES)
    return record
