"""What a file is, by what is in it: names and endings are only what somebody once called it."""

import gzip
import zlib
from enum import StrEnum
from pathlib import Path

from coach.errors import ActivityRefused

MOST_BYTES = 64 * 1024 * 1024
"""An unpacked file beyond this is refused: the longest honest recordings take a third of it."""
MOST_SAMPLES = 400_000
"""Samples of one file: more than four days and nights at one a second."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Form(StrEnum):
    """How a file is written."""

    FIT = "fit"
    MARKUP = "markup"
    """GPX or TCX: which of them says its first element."""


def opened(path: Path) -> tuple[Form, bytes]:
    """The form of a file and its content, unpacked where it was packed with gzip.

    Raises:
        ActivityRefused: it is ``empty``, ``broken``, ``too_big`` or nothing that records an activity
            (``photo``, ``pdf``, ``zip``, ``not_activity``).
    """
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(path)
    return form_of(content), content


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


def _unpacked(path: Path) -> bytes:
    """The content of a gzip file, never more than we are ready to hold.

    Raises:
        ActivityRefused: it is damaged, or a bomb.
    """
    try:
        with gzip.open(path) as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise ActivityRefused("broken") from None
    if len(content) > MOST_BYTES:
        raise ActivityRefused("too_big")
    return content
