"""What a file is, by what is in it: names and endings are only what somebody once called it."""

import gzip
import zipfile
import zlib
from enum import StrEnum
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO

from coach.errors import ActivityRefused

MOST_BYTES = 64 * 1024 * 1024
"""An unpacked file beyond this is refused: the longest honest recordings take a third of it."""
MOST_SAMPLES = 400_000
"""Samples of one file: more than four days and nights at one a second."""
ENDINGS = (".fit", ".gpx", ".tcx", ".fit.gz", ".gpx.gz", ".tcx.gz")
"""What activity files are called in folders and archives."""
MOST_MEMBERS = 50
"""Files in an archive that is still one activity with its wrapping."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Form(StrEnum):
    """How a file is written."""

    FIT = "fit"
    MARKUP = "markup"
    """GPX or TCX: which of them says its first element."""


def opened(path: Path) -> tuple[Form, bytes]:
    """The form of a file and its content, unpacked where it was packed with gzip or alone in an archive.

    Garmin hands every activity out as an archive of one file.

    Raises:
        ActivityRefused: it is ``empty``, ``broken``, ``too_big`` or nothing that records an activity
            (``photo``, ``pdf``, ``zip``, ``not_activity``).
    """
    content = path.read_bytes()
    if content.startswith(b"PK\x03\x04"):
        content = _alone_in(path)
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(BytesIO(content))
    return form_of(content), content


def names_activity(name: str) -> bool:
    """Whether a file in a folder or archive is called as activity files are."""
    return name.lower().endswith(ENDINGS) and not PurePosixPath(name).name.startswith(".")


def form_of(content: bytes) -> Form:
    """The form of a content.

    Raises:
        ActivityRefused: it is none we read.
    """
    start = content[:512].lstrip()
    if not start:
        raise ActivityRefused("empty")
    if content[8:12] == b".FIT":
        return Form.FIT
    if start.startswith(b"<") or content.startswith(_TEXT_MARKS):
        return Form.MARKUP
    if start.startswith(_PICTURES) or content[4:8] == b"ftyp" or content[8:12] == b"WEBP":
        raise ActivityRefused("photo")
    if start.startswith(b"%PDF"):
        raise ActivityRefused("pdf")
    raise ActivityRefused("zip" if start.startswith(b"PK") else "not_activity")


def _alone_in(path: Path) -> bytes:
    """The one activity file in an archive, never more than we are ready to hold.

    Raises:
        ActivityRefused: there are several, or none (``zip``), or it is damaged, locked or a bomb.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            wanted = [one for one in members if names_activity(one.filename) and not one.is_dir()]
            if len(wanted) != 1 or len(members) > MOST_MEMBERS:
                raise ActivityRefused("zip")
            with archive.open(wanted[0]) as file:
                return _all_of(file)
    except zipfile.BadZipFile:
        raise ActivityRefused("zip") from None
    except (OSError, EOFError, zlib.error, NotImplementedError, RuntimeError):
        raise ActivityRefused("broken") from None


def _unpacked(packed: IO[bytes]) -> bytes:
    """The content of a gzip file, never more than we are ready to hold.

    Raises:
        ActivityRefused: it is damaged, or a bomb.
    """
    try:
        with gzip.open(packed) as file:
            return _all_of(file)
    except (OSError, EOFError, zlib.error):
        raise ActivityRefused("broken") from None


def _all_of(file: IO[bytes] | gzip.GzipFile) -> bytes:
    """All of an unpacked file.

    Raises:
        ActivityRefused: it is ``too_big``.
    """
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ActivityRefused("too_big")
    return content
