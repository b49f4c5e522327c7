"""Small files mapped into memory: what is written there is the kernel's at once, and a kill leaves it as it is.

Each is held by one process. After a loss of power such a file may be older than the database beside it.
"""

import fcntl
import hashlib
import logging
import mmap
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from storage.database import Database
from storage.engines import OWNER_ONLY, is_memory

log = logging.getLogger(__name__)

REPLICAS: Final = 32
"""Files of one machine, at most."""
BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
BOOT_BYTES: Final = 48
"""How much of a record names the machine's run in which it was written."""


def place_of(database: Database, folder: Path | None, suffix: str) -> Path | None:
    """Where a record belongs: beside an embedded database; for PostgreSQL in a folder of this machine, if any."""
    place = database.url
    if not database.is_sqlite:
        known_by = hashlib.sha256(place.render_as_string(hide_password=True).encode()).hexdigest()[:16]
        return folder / f"postgresql-{known_by}{suffix}" if folder is not None else None
    embedded = place.database is not None and not is_memory(place)
    return Path(f"{place.database}{suffix}") if embedded else None


def places_of(database: Database, folder: Path | None, suffix: str) -> list[Path]:
    """Where each replica of this machine may have a record of its own: one place beside an embedded database."""
    place = place_of(database, folder, suffix)
    if place is None or database.is_sqlite:
        return [place] if place is not None else []
    return [Path(f"{place}-{number}") for number in range(REPLICAS)]


def first_free(paths: Sequence[Path], size: int) -> mmap.mmap | None:
    """The first of the files that nobody holds; nothing, and a word in the log, where this machine cannot keep any."""
    for path in paths:
        try:
            return mapped(path, size)
        except BlockingIOError:
            continue
        except OSError as error:
            log.warning("what is in hand cannot be noted on this machine: %s", error.strerror)
            break
    return None


def mapped(path: Path, size: int) -> mmap.mmap:
    """The file, made if it is missing and its owner's alone; it is held until it is closed or the process ends.

    Raises:
        BlockingIOError: another process has it in hand.
        OSError: this machine cannot keep it.
    """
    file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, OWNER_ONLY)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(file, size)
        return mmap.mmap(file, size)
    finally:
        os.close(file)


def boards(record: mmap.mmap, boot: Path = BOOT) -> bool:
    """Whether the machine has run without a break since the record was written; it is this run's from now on."""
    try:
        now = boot.read_bytes().strip()[:BOOT_BYTES].ljust(BOOT_BYTES, b" ")
    except OSError:  # not Linux: nobody knows
        return False
    before, record[:BOOT_BYTES] = record[:BOOT_BYTES], now
    return before == now
