"""``legwork reparse``: reads stored words and files again, and changes only what reads differently now."""

import argparse
import asyncio
import zlib
from pathlib import Path
from typing import TextIO

from sqlmodel import Session, col, select

from bot.activities.reading import Readers
from bot.cases.rereading import reread_file, reread_words, sayings_read
from bot.cli.importing import athlete_named, plain
from bot.clock import SystemClock
from bot.fetching import order_for
from bot.scratch import own_folder
from bot.settings import read_settings
from bot.views.log import log_line
from bot.words import words_for
from coach.activity import Summary
from storage.athletes import athlete_by_id
from storage.database import Database, open_database
from storage.files import content_of, read_files
from storage.schema import bring_up_to_date
from storage.tables import ActivityFile, Athlete, Log


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose logs."""
    text = words_for(html=False)("reparse.option.athlete")
    parser.add_argument("--athlete", type=int, default=None, metavar="ID", help=text)


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Read everything again; a line for each log that changed, and their number.

    Raises:
        NoSuchAthlete: nobody has this id.
        DatabaseError: the database cannot be used, or ``legwork migrate`` is needed first.
    """
    del stdin, stderr
    database = open_database(read_settings().database_url.get_secret_value())
    try:
        bring_up_to_date(database)
        athletes = database.run_now(lambda session: _athletes(session, arguments.athlete))
        lines = asyncio.run(reread(database, athletes, stdout))
    finally:
        database.close_now()
    stdout.write(words_for(html=False)("reparse.sum", n=lines) + "\n")
    return 0


async def reread(database: Database, athletes: list[int], stdout: TextIO) -> int:
    """Read everything of these athletes again; how many logs changed."""
    changed = 0
    with own_folder("reparse") as folder:
        async with Readers() as readers:
            for athlete in athletes:
                lines = await database.run(lambda session, number=athlete: _words_of_one(session, number))  # type: ignore[misc]
                files = await database.run(lambda session, number=athlete: read_files(session, number))  # type: ignore[misc]
                for row in files:
                    lines += await _file(database, row, folder / "activity", readers)
                stdout.writelines(line + "\n" for line in lines)
                changed += len(lines)
    return changed


def _athletes(session: Session, number: int | None) -> list[int]:
    if number is not None:
        return [athlete_named(session, number)]
    return [one for one in session.exec(select(Athlete.id).order_by(col(Athlete.id))) if one is not None]


def _words_of_one(session: Session, number: int) -> list[str]:
    athlete = athlete_by_id(session, number)
    if athlete is None:
        return []
    return [
        line
        for saying in sayings_read(session, athlete)
        for line in _told(athlete, reread_words(session, athlete, saying))
    ]


async def _file(database: Database, row: ActivityFile, path: Path, readers: Readers) -> list[str]:
    """One file; what cannot be read any more stays as it was read."""
    content = await database.run(lambda session: content_of(session, row.id or 0))
    if content is None:
        return []
    path.write_bytes(zlib.decompress(content))  # noqa: ASYNC240 — nothing else waits in this program
    athlete = await database.run(lambda session: athlete_by_id(session, row.athlete_id))
    outcome = await readers.read(order_for(athlete, path, SystemClock().now(), draw=False))
    summary = outcome.summary
    return [] if summary is None else await database.run(lambda session: _take(session, row, summary))


def _take(session: Session, row: ActivityFile, summary: Summary) -> list[str]:
    athlete, known = athlete_by_id(session, row.athlete_id), session.get(ActivityFile, row.id)
    if athlete is None or known is None:
        return []
    return _told(athlete, reread_file(session, known, summary))


def _told(athlete: Athlete, changes: list[tuple[Log, str]]) -> list[str]:
    """A line for each log, with the fields that changed in it."""
    words, fields = plain(athlete), dict[int, list[str]]()
    logs = {log.id or 0: log for log, _ in changes}
    for log, name in changes:
        fields.setdefault(log.id or 0, []).append(name)
    return [
        words("reparse.changed", line=log_line(log, words), fields=", ".join(fields[number]))
        for number, log in logs.items()
    ]
