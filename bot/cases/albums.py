"""Many files at once, settled: one message that says what became of each, and takes how hard they felt."""

import re
from collections.abc import Iterable, Sequence

from bot.cases.plans import adapt
from bot.cases.restoring import as_if_always, as_if_told_then
from bot.desk import Desk
from bot.refs import About
from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.views.album import album_text, awaits_effort
from storage.files import file_by_id, files_of_album
from storage.logs import log_by_id
from storage.outbox import was_said
from storage.tables import ActivityFile, FileState, Log

ALBUM = "album"
"""What the outbox remembers of the message: ``album:<id of its first file>``."""
IN_A_ROW = 5
"""Buttons beside each other."""
_EFFORTS = re.compile(
    r"(?:(?:all|each|every one|they felt|felt|efforts?|rpe)[\s:,]+)*"
    r"\d{1,2}(?:[\s,;/–-]+(?:and\s+)?\d{1,2})*"
    r"(?:\s+(?:for all|each|all|all of them|for all of them))?"
)


def settle_album(desk: Desk, album: Sequence[ActivityFile]) -> None:
    """Once the last file is settled: a line a file, the reason for each that was not used, and one question."""
    if any(file.state == FileState.WAITING for file in album):
        return
    logs = [log_by_id(desk.session, desk.athlete_id, file.log_id) if file.log_id else None for file in album]
    text = album_text(list(zip(album, logs, strict=True)), desk.words)
    desk.say(Screen(text, _cards(desk, _waiting(logs))), ref=f"{ALBUM}:{album[0].id}")
    count_in(desk, logs)


def count_in(desk: Desk, logs: Iterable[Log | None]) -> None:
    """Plan with what many files brought, each as if it had been told on its day; one receipt is for all."""
    new = list({log.id: log for log in logs if log is not None and log.deleted_at is None}.values())
    with as_if_told_then(desk, [log.date for log in new], new):
        adapt(desk)


def album_told(desk: Desk, album: Sequence[ActivityFile]) -> bool:
    """Whether the one message about these files was said already."""
    return bool(album) and was_said(desk.session, desk.chat_id, f"{ALBUM}:{album[0].id}")


def answer_album(desk: Desk, meant: About, text: str) -> bool:
    """Efforts in words: a figure for each file that has none, in order, or one for all; false for anything else."""
    told = text.replace("/10", "")
    found = [int(figure) for figure in re.findall(r"\d+", told)] if _EFFORTS.fullmatch(told) else []
    first = file_by_id(desk.session, desk.athlete_id, meant.id) if found else None
    if first is None or first.album is None:
        return False
    files = files_of_album(desk.session, desk.chat_id, first.album)
    waiting = _waiting(log_by_id(desk.session, desk.athlete_id, file.log_id) for file in files if file.log_id)
    if not all(1 <= figure <= 10 for figure in found) or not waiting:
        return False
    if len(found) not in {1, len(waiting)}:
        desk.say(Screen(desk.words("album.how_many", n=len(waiting), told=len(found))), ref=f"{ALBUM}:{meant.id}")
        return True
    with as_if_always(desk, added=True):
        for number, log in enumerate(waiting):
            log.rpe = found[number % len(found)]
            desk.session.add(log)
        desk.say(Screen(desk.words("album.felt", n=len(waiting))))
    return True


def _waiting(logs: Iterable[Log | None]) -> list[Log]:
    """The activities of which nobody has said how hard they were, each once."""
    waiting: dict[int, Log] = {}
    for log in logs:
        if log is not None and awaits_effort(log):
            waiting.setdefault(log.id or 0, log)
    return list(waiting.values())


def _cards(desk: Desk, waiting: Sequence[Log]) -> Rows:
    """A button to the card of each, which has the scale."""
    buttons = [
        Button(str(number), Tap(Verb.HISTORY, desk.athlete_id, log.id, "card"))
        for number, log in enumerate(waiting, start=1)
    ]
    return in_rows(buttons, IN_A_ROW)
