"""Many files at once, as one message: a line a file, why one was not used, and the question how hard they felt."""

from collections.abc import Sequence

from bot.views.log import log_line, wants_effort
from bot.words import Html, Words
from storage.tables import ActivityFile, FileState, Log


def album_text(files: Sequence[tuple[ActivityFile, Log | None]], words: Words) -> Html:
    """What became of each file; those whose effort is missing are numbered, in the order in which it is asked for."""
    numbers: dict[int, int] = {}
    for _, log in files:
        if log is not None and awaits_effort(log):
            numbers.setdefault(log.id or 0, len(numbers) + 1)
    lines = [_line(file, log, numbers, words) for file, log in files]
    foot = words("album.ask_effort", n=len(numbers)) if numbers else words("album.foot")
    return words("album.text", n=len(lines), lines=Html("\n".join(lines)), foot=foot)


def awaits_effort(log: Log) -> bool:
    """Whether a file's log is still there and its effort still to be told."""
    return log.deleted_at is None and wants_effort(log)


def _line(file: ActivityFile, log: Log | None, numbers: dict[int, int], words: Words) -> Html:
    if file.state == FileState.REFUSED or log is None:
        return words("album.refused", name=file.name or "?", reason=words(f"file.why.{file.reason or 'broken'}"))
    line = log_line(log, words)
    number = numbers.get(log.id or 0)
    if file.state == FileState.LOGGED and number is not None:
        return words("album.numbered", n=number, line=line)
    return words(f"album.{file.state}", line=line)
