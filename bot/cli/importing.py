"""``legwork import``: activity files, a folder or an export archive into one athlete's log; one line a file."""

import argparse
import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from functools import partial
from io import StringIO
from pathlib import Path, PurePath
from typing import TextIO

from sqlmodel import Session

from bot.activities.archives import Found, found_in
from bot.activities.listing import NAME, UNKNOWN, read_listing
from bot.activities.order import Outcome
from bot.activities.reading import Readers
from bot.cases.albums import count_in
from bot.cases.filing import file_it
from bot.clock import SystemClock
from bot.desk import Desk
from bot.fetching import order_for
from bot.settings import read_settings
from bot.turn import words_of
from bot.views.log import log_line
from bot.words import Words, words_for
from coach.errors import LegworkError
from storage.athletes import athlete_by_id, find_athlete
from storage.database import Database, open_database
from storage.files import keep_file
from storage.logs import log_by_id
from storage.schema import bring_up_to_date
from storage.tables import Athlete, AthleteState, FileState

BAD_INPUT = 2
PASSED = "passed"
"""What became of a file without an activity."""
HARMLESS = frozenset({"not_activity"})
"""Watches put settings and courses beside activities; passing over them is no error."""
NAMED = 5
"""Files without an activity that are named; an export may hold thousands, so the others are counted."""


Settled = tuple[str, str, int]
"""What became of a file, its line, and the id of its log; 0 without one."""


class NoSuchPath(LegworkError):
    """A path that is not there."""

    code = "no_such_path"


class NoSuchAthlete(LegworkError):
    """An athlete that is not known, or still answers the first questions."""

    code = "no_such_athlete"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to import, and for whom."""
    words = words_for(html=False)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=words("import.option.path"))
    parser.add_argument("--athlete", type=int, required=True, metavar="ID", help=words("import.option.athlete"))


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Import everything; 0, or 2 where a file could not be used.

    Raises:
        NoSuchPath: a path is not there; nothing was imported.
        NoSuchAthlete: nobody has this id.
        DatabaseError: the database cannot be used, or ``legwork migrate`` is needed first.
    """
    del stdin, stderr
    for path in arguments.paths:
        if not path.exists():
            raise NoSuchPath(path=path)
    database = open_database(read_settings().database_url.get_secret_value())
    try:
        bring_up_to_date(database)
        athlete = database.run_now(lambda session: athlete_named(session, arguments.athlete))
        counts = asyncio.run(import_all(database, athlete, arguments.paths, stdout))
    finally:
        database.close_now()
    stdout.write(_sum(counts) + "\n")
    return BAD_INPUT if counts[FileState.REFUSED] else 0


def athlete_named(session: Session, number: int) -> int:
    """The id of the athlete with this id, or else with this Telegram account.

    Raises:
        NoSuchAthlete: there is none, or they are still being asked the first questions.
    """
    athlete = athlete_by_id(session, number) or find_athlete(session, number)
    if athlete is None or athlete.id is None or athlete.state == AthleteState.ONBOARDING:
        raise NoSuchAthlete(number=number)
    return athlete.id


async def import_all(database: Database, athlete: int, paths: list[Path], stdout: TextIO) -> Counter[str]:
    """Import file by file, each in a transaction of its own, and plan with all of it; what became of how many."""
    counts: Counter[str] = Counter()
    logged: list[int] = []
    async with Readers() as readers:
        for found in found_in(paths):
            steps = (
                _listed(database, athlete, found)
                if _is_list(found)
                else _import_file(database, athlete, found, readers)
            )
            async for state, line, log_id in steps:
                counts[state] += 1
                logged += [log_id] if state == FileState.LOGGED else []
                if state != PASSED or counts[PASSED] <= NAMED:
                    stdout.write(line + "\n")
                    stdout.flush()
    if logged:
        await database.run(partial(_plan, athlete_id=athlete, logged=logged))
    if counts[PASSED] > NAMED:
        stdout.write(words_for(html=False)("import.passed_more", n=counts[PASSED] - NAMED) + "\n")
    return counts


def _is_list(found: Found) -> bool:
    return found.path is not None and PurePath(found.name).name.lower() == NAME


async def _listed(database: Database, athlete: int, found: Found) -> AsyncIterator[Settled]:
    """The activities of Strava's list that have no file."""
    if found.path is None:
        return
    text = StringIO(found.path.read_bytes().decode("utf-8-sig", errors="replace"), newline="")
    for listed in read_listing(text, found.beside, SystemClock().now()):
        if listed.outcome.reason == UNKNOWN:
            yield PASSED, words_for(html=False)("import.unknown_list", name=found.name), 0
            continue
        yield await database.run(partial(_settle, athlete_id=athlete, name=listed.name, outcome=listed.outcome))


async def _import_file(database: Database, athlete: int, found: Found, readers: Readers) -> AsyncIterator[Settled]:
    outcome = Outcome(reason="too_big")
    if found.path is not None:
        known = await database.run(lambda session: athlete_by_id(session, athlete))
        outcome = await readers.read(order_for(known, found.path, SystemClock().now(), draw=False))
    if outcome.summary is None and outcome.reason in HARMLESS:
        yield PASSED, words_for(html=False)("import.passed", name=found.name), 0
        return
    yield await database.run(partial(_settle, athlete_id=athlete, name=found.name, outcome=outcome))


def _settle(session: Session, athlete_id: int, name: str, outcome: Outcome) -> Settled:
    """Log what was read; what became of it."""
    athlete = athlete_by_id(session, athlete_id)
    if athlete is None:
        raise NoSuchAthlete(number=athlete_id)
    words = plain(athlete)
    if outcome.summary is None:
        reason = words(f"file.why.{outcome.reason or 'broken'}")
        return FileState.REFUSED, words("import.refused", name=name, reason=reason), 0
    now = SystemClock().now()
    desk = Desk(session, now, athlete.chat_id, words, athlete)
    row = keep_file(session, now, athlete_id=athlete_id, chat_id=athlete.chat_id, name=name)
    file_it(desk, row, outcome.summary, outcome, quiet=True)
    log = log_by_id(session, athlete_id, row.log_id or 0)
    line = words(f"import.{row.state}", name=name, line=log_line(log, words) if log is not None else "")
    state, log_id = str(row.state), row.log_id or 0
    if state == FileState.TWIN:
        session.delete(row)
    return state, line, log_id


def _plan(session: Session, athlete_id: int, logged: list[int]) -> None:
    """Plan with everything that came in, and tell the athlete in the chat what that changes."""
    athlete = athlete_by_id(session, athlete_id)
    if athlete is None:
        return
    desk = Desk(session, SystemClock().now(), athlete.chat_id, words_of(athlete), athlete)
    count_in(desk, (log_by_id(session, athlete_id, log_id) for log_id in logged))


def plain(athlete: Athlete) -> Words:
    """An athlete's words without HTML."""
    words = words_of(athlete)
    return words_for(words.language, words.units, html=False)


def _sum(counts: Counter[str]) -> str:
    words = words_for(html=False)
    told = {name: counts[name] for name in (FileState.LOGGED, FileState.TWIN, FileState.REFUSED, PASSED)}
    return words("import.sum", **{str(name): count for name, count in told.items()})
