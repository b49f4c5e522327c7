"""Many files at once, as one message: a line a file."""

from collections.abc import Sequence

from bot.views.log import log_line
from bot.words import Html, Words
from storage.tables import ActivityFile, FileState, Log


def album_text(files: Sequence[tuple[ActivityFile, Log | None]], words: Words) -> Html:
    """What became of each file, and how to see more."""
    lines = [_line(file, log, words) for file, log in files]
    refused = any(file.state == FileState.REFUSED for file, _ in files)
    foot = words("album.foot_refused" if refused else "album.foot")
    return words("album.text", n=len(lines), lines=Html("\n".join(lines)), foot=foot)


def _line(file: ActivityFile, log: Log | None, words: Words) -> Html:
    if file.state == FileState.REFUSED or log is None:
        return words("album.refused", name=file.name or "?")
    return words(f"album.{file.state}", line=log_line(log, words))
