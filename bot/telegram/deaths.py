"""Over which prompts the process ended, in a file that outlives a kill: one that ends it every time is given up.

Prompts are said one after the other, so whoever starts next knows over which of them it was. A kill from outside looks
the same; a prompt has to meet three before it is given up. Each replica has a file, as of its updates (``in_hand``).
"""

import mmap
import struct
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Self

from bot.telegram.records import BOOT, BOOT_BYTES, boards, first_free, places_of
from storage.database import Database

MOST: Final = 3
"""So many deaths, and a prompt is given up."""
SEATS: Final = 32
"""Prompts of which deaths are known, at most; of more than one at a time nobody has heard."""
SUFFIX: Final = "-prompt-in-hand"
_HAND: Final = struct.Struct("<q")
"""The prompt that is being said, or 0."""
_SEAT: Final = struct.Struct("<qq")
"""A prompt, and the deaths it has met."""
_SEATED: Final = BOOT_BYTES + _HAND.size
_SIZE: Final = _SEATED + SEATS * _SEAT.size


class Deaths:
    """The record of one prompter. Without a file it notes nothing and gives nothing up."""

    def __init__(self, paths: Sequence[Path] = (), boot: Path = BOOT) -> None:
        self._paths = paths
        self._boot = boot
        self._map: mmap.mmap | None = None
        self._met: Counter[int] = Counter()

    @classmethod
    def of(cls, database: Database, folder: Path | None) -> Self:
        """The record beside an embedded database's file; for PostgreSQL in a folder of this machine, if any."""
        return cls(places_of(database, folder, SUFFIX))

    def open(self) -> None:
        """Take a record, and learn over which prompt the process before was killed."""
        if self._map is not None or (taken := first_free(self._paths, _SIZE)) is None:
            return
        self._map = taken
        if boards(taken, self._boot):
            self._met.update({prompt: met for prompt, met in _SEAT.iter_unpack(taken[_SEATED:_SIZE]) if met})
            if in_hand := _HAND.unpack(taken[BOOT_BYTES:_SEATED])[0]:
                self._met[in_hand] += 1
        self._hold(0)
        self._write()

    def close(self) -> None:
        """Let go of the record."""
        if self._map is not None:
            self._map.close()
            self._map = None

    def are_enough(self, prompt_id: int) -> bool:
        """Whether the process has ended over a prompt so often that it is not tried again."""
        return self._met[prompt_id] >= MOST

    def begin(self, prompt_id: int) -> None:
        """The prompt is in hand."""
        self._hold(prompt_id)

    def end(self, prompt_id: int) -> None:
        """The process lives on after it, however it went: nothing is held against it."""
        self._hold(0)
        self.forget(prompt_id)

    def forget(self, prompt_id: int) -> None:
        """Nothing is held against a prompt any more, or it was given up."""
        if self._met.pop(prompt_id, 0):
            self._write()

    def _hold(self, prompt_id: int) -> None:
        if self._map is not None:
            self._map[BOOT_BYTES:_SEATED] = _HAND.pack(prompt_id)

    def _write(self) -> None:
        if self._map is not None:
            seats = b"".join(_SEAT.pack(prompt, met) for prompt, met in self._met.most_common(SEATS))
            self._map[_SEATED:_SIZE] = seats.ljust(SEATS * _SEAT.size, b"\0")
