"""Activity files in a folder, in an export archive, or in archives within it, one at a time and never too much at once.

Strava's export holds ``activities/*.gpx|.fit.gz|.tcx.gz``, Garmin's holds archives of FIT files within an archive.
"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from bot.activities.listing import NAME
from bot.activities.opening import names_activity
from bot.scratch import own_folder

LARGEST = 20 * 1024 * 1024
"""Bytes of one activity file, as in the chat."""
LARGEST_INNER = 2 * 1024**3
"""Bytes of an archive within an archive."""
DEEPEST = 2
"""Archives within archives within an archive."""
PIECE = 256 * 1024


class Found(NamedTuple):
    """A file: what it is called, and where it can be read until the next one is asked for; ``None``: too large.

    ``beside`` are the bare names of the activity files around a list of activities (``listing.NAME``), told last.
    """

    name: str
    path: Path | None
    beside: frozenset[str] = frozenset()


def found_in(paths: list[Path]) -> Iterator[Found]:
    """Every activity file in files, folders and archives, in order of their names.

    A file named by itself is taken whatever it is called; in folders and archives endings tell what is one.
    """
    with own_folder("import") as folder:
        for path in paths:
            if path.is_dir():
                yield from _of_folder(path, folder)
            else:
                yield from _of_file(path, path.name, folder)


def _of_folder(path: Path, folder: Path) -> Iterator[Found]:
    files = sorted(file for file in path.rglob("*") if file.is_file())
    for inner in files:
        if names_activity(inner.name) or _is_archive(inner.name):
            yield from _of_file(inner, str(inner.relative_to(path)), folder)
    beside = frozenset(file.name for file in files if names_activity(file.name))
    for inner in files:
        if inner.name.lower() == NAME:
            yield Found(str(inner.relative_to(path)), inner if inner.stat().st_size <= LARGEST else None, beside)


def _of_file(path: Path, name: str, folder: Path) -> Iterator[Found]:
    if zipfile.is_zipfile(path):
        yield from _of_archive(path, name, folder, 0)
    else:
        yield Found(name, path if path.stat().st_size <= LARGEST else None)


def _of_archive(path: Path, name: str, folder: Path, depth: int) -> Iterator[Found]:
    """What an archive holds; what is damaged in it is named and has no path."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda one: one.filename)
            for member in members:
                inner = f"{name}/{PurePosixPath(member.filename).name}"
                if _is_archive(member.filename) and depth < DEEPEST:
                    yield from _of_inner(archive, member, inner, folder, depth)
                elif names_activity(member.filename):
                    target = folder / "activity"
                    yield Found(inner, target if _unpacked(archive, member, target, LARGEST) else None)
                    target.unlink(missing_ok=True)
            yield from _of_list(archive, members, name, folder)
    except zipfile.BadZipFile:
        yield Found(name, None)


def _of_list(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str, folder: Path) -> Iterator[Found]:
    """Strava's list of activities, after the files that it tells of."""
    bare = [PurePosixPath(member.filename).name for member in members]
    beside = frozenset(one for one in bare if names_activity(one))
    for member, inner in zip(members, bare, strict=True):
        if inner.lower() == NAME:
            target = folder / "listing"
            yield Found(f"{name}/{inner}", target if _unpacked(archive, member, target, LARGEST) else None, beside)
            target.unlink(missing_ok=True)


def _of_inner(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, folder: Path, depth: int
) -> Iterator[Found]:
    target = folder / f"archive{depth}"
    if _unpacked(archive, member, target, LARGEST_INNER) and zipfile.is_zipfile(target):
        yield from _of_archive(target, name, folder, depth + 1)
    else:
        yield Found(name, None)
    target.unlink(missing_ok=True)


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, most: int) -> bool:
    """Unpack a member, whatever size it claims, up to so many bytes; whether that was all of it."""
    try:
        with archive.open(member) as source, target.open("wb") as file:
            return _copied(source, file, most)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        return False


def _copied(source: IO[bytes], target: IO[bytes], most: int) -> bool:
    left = most
    while piece := source.read(PIECE):
        left -= len(piece)
        if left < 0:
            return False
        target.write(piece)
    return True


def _is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")
