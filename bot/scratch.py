"""Folders for files that are needed for a while, and what becomes of those whose program died.

A program that ends in order takes its folder along. One that is killed, or leaves because its five seconds are over,
cannot: what people sent would lie about for ever. So each folder is locked by who made it, and whoever makes one first
removes those of ours that nobody holds any more.
"""

import fcntl
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

PREFIX: Final = "legwork."
"""What their names begin with."""
_OPEN: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


@contextmanager
def own_folder(purpose: str) -> Iterator[Path]:
    """An empty folder in the system's place for temporary files, readable by its owner alone; gone at the end.

    Raises:
        OSError: it cannot be made.
    """
    sweep()
    made = Path(tempfile.mkdtemp(prefix=f".{PREFIX}"))
    held = os.open(made, _OPEN)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)  # before it bears a name that is swept
        folder = made.rename(made.with_name(f"{PREFIX}{purpose}.{secrets.token_hex(8)}"))
        try:
            yield folder
        finally:
            shutil.rmtree(folder)
    finally:
        os.close(held)


def sweep(owner: int | None = None) -> None:
    """Remove the folders that programs of ours left behind when they died; of one user, who runs this one."""
    owner = os.geteuid() if owner is None else owner
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if _is_left_behind(folder, owner):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left_behind(folder: Path, owner: int) -> bool:
    try:
        seen = os.open(folder, _OPEN)
    except OSError:  # a link, no folder, another user's, or gone meanwhile
        return False
    try:
        fcntl.flock(seen, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # its program lives
        return False
    else:
        return os.fstat(seen).st_uid == owner
    finally:
        os.close(seen)
