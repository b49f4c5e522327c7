"""Which updates are in hand, in a file that outlives a kill: one that ends the process itself is a poisonous one too.

Whoever starts next finds what was in hand. A single update is to blame, which counts as a try; several are suspects
and are handled one at a time from then on, so that what ends the process once more is alone with its blame. A kill
from outside looks the same, and an update that three of them in a row find alone in hand is set aside as well: its
person is told, and the operator can have it tried again.

Replicas on one machine have a file each; one that starts takes the first that nobody holds. It holds numbers, and not
a word.
"""

import logging
import mmap
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

from bot.telegram.records import BOOT, BOOT_BYTES, boards, first_free, places_of
from storage.database import Database
from storage.inbox import Waiting

log = logging.getLogger(__name__)

SEATS: Final = 256
"""More than the updates in hand, slow cases included; one without a seat is not noticed."""
SUFFIX: Final = "-in-hand"
_SEAT: Final = struct.Struct("<q?7x")
_TAKEN: Final = 8
_SIZE: Final = BOOT_BYTES + SEATS * _SEAT.size


class InHand:
    """The record of one worker. Without a file it notes nothing and suspects nobody."""

    def __init__(self, paths: Sequence[Path] = (), boot: Path = BOOT) -> None:
        self._paths = paths
        self._boot = boot
        self._map: mmap.mmap | None = None
        self._seats: dict[int, int] = {}
        self._free = list(range(SEATS))
        self.blamed: int | None = None
        """The update that was alone in hand at a kill, until that is counted as a try."""
        self.suspects: set[int] = set()
        """Updates that are handled with nothing else in hand."""

    @classmethod
    def of(cls, database: Database, folder: Path | None) -> Self:
        """The record beside an embedded database's file; for PostgreSQL in a folder of this machine, if any."""
        return cls(places_of(database, folder, SUFFIX))

    def open(self) -> None:
        """Take a record, unless it has one, and learn what was in hand when the process before was killed."""
        if self._map is not None:
            return
        self._map = first_free(self._paths, _SIZE)
        if self._map is None or not boards(self._map, self._boot):
            left: list[int] = []
        else:
            left = [number for number, taken in _SEAT.iter_unpack(self._map[BOOT_BYTES:_SIZE]) if taken]
        if self._map is not None:
            self._map[BOOT_BYTES:_SIZE] = bytes(_SIZE - BOOT_BYTES)
        self.suspects = set(left)
        self.blamed = left[0] if len(left) == 1 else None
        if left:
            log.warning("%d updates were in hand when the process before ended; each is handled alone", len(left))

    def begin(self, update_id: int) -> None:
        """The update is in hand."""
        if self._map is None or not self._free:
            return
        seat = self._seats[update_id] = self._free.pop()
        place = BOOT_BYTES + seat * _SEAT.size
        self._map[place : place + _SEAT.size] = _SEAT.pack(update_id, False)
        self._map[place + _TAKEN] = True

    def end(self, update_id: int) -> None:
        """The update is in hand no more."""
        self.suspects.discard(update_id)
        seat = self._seats.pop(update_id, None)
        if self._map is not None and seat is not None:
            self._map[BOOT_BYTES + seat * _SEAT.size + _TAKEN] = False
            self._free.append(seat)

    def close(self) -> None:
        """Let go of the record; what is still in hand stays noted in it."""
        if self._map is not None:
            self._map.close()
            self._map = None

    def choose(self, waiting: Sequence[Waiting], *, busy: bool) -> Sequence[Waiting]:
        """Which of the updates that wait may begin: one suspect at a time, and nobody beside it."""
        if not self.suspects:
            return waiting
        if busy:
            return ()
        suspect = next((row for row in waiting if row.update_id in self.suspects), None)
        if suspect is not None:
            return (suspect,)
        self.suspects.clear()  # somebody else has handled them
        return waiting
