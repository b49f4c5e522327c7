"""``legwork parse``: what the log reader makes of each line of text, as JSON Lines."""

import argparse
import json
from datetime import date
from io import TextIOWrapper
from typing import TextIO

from bot.cli.language import add_language
from bot.clock import SystemClock
from bot.words import Words, words_for
from coach.history import Status
from coach.profile import DistanceUnit
from coach.reader import read
from coach.reading import Exercise, LogEntry, Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``legwork parse``."""
    parser.add_argument(
        "--today",
        type=a_day,
        default=None,
        metavar="D",
        help="the day of the messages (YYYY-MM-DD); today",
    )
    parser.add_argument(
        "--units", choices=[str(unit) for unit in DistanceUnit], default="km", help="for bare distances"
    )
    add_language(parser, "questions")


def a_day(text: str) -> date:
    """A day as ISO 8601 writes it.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2026-11-30") from None


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    r"""Read one message a line (``\n`` as two characters is a line break) and write one object a line; exit status."""
    del stderr
    today = arguments.today or SystemClock().now().date()
    units = DistanceUnit(arguments.units)
    words = words_for(arguments.lang, units, html=False)
    if isinstance(stdin, TextIOWrapper):
        stdin.reconfigure(errors="replace")
    for line in stdin:
        text = line.rstrip("\r\n").replace("\\n", "\n")
        found = document(read(text, today, units, arguments.lang), today, words)
        stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    return 0


def document(reading: Reading, today: date, words: Words) -> dict[str, object]:
    """A reading as the contract writes it; pain and symptoms told apart from an activity make a check-in entry."""
    entries = [_entry(entry) for entry in reading.entries]
    if reading.pain and not entries:
        entries = [_entry(LogEntry(Status.DONE, None, today, pain=reading.pain))]
    found: dict[str, object] = {
        "text": reading.text,
        "question": words.say(reading.question) if reading.question else None,
        "entries": entries,
        "measurements": {name: _figure(value) for name, value in reading.measurements.items()},
    }
    return found | ({"symptoms": list(reading.symptoms)} if reading.symptoms else {})


def _entry(entry: LogEntry) -> dict[str, object]:
    """An entry as the contract writes it; only a skipped one carries a reason."""
    document: dict[str, object] = {
        "status": str(entry.status),
        "kind": None if entry.kind is None else str(entry.kind),
        "date": entry.date.isoformat(),
        "distance_m": entry.distance_m,
        "duration_s": entry.duration_s,
        "rpe": entry.rpe,
        "avg_hr": entry.avg_hr,
        "pain": {"area": entry.pain.area, "level": entry.pain.level} if entry.pain else None,
        "exercises": [_exercise(exercise) for exercise in entry.exercises],
        "note": entry.note,
    }
    return document | ({"reason": str(entry.reason)} if entry.reason else {})


def _exercise(exercise: Exercise) -> dict[str, object]:
    """Sets by repetitions, or by seconds where they were held."""
    document: dict[str, object] = {"exercise": exercise.exercise, "sets": exercise.sets, "reps": exercise.reps}
    if exercise.seconds is not None:
        document["seconds"] = exercise.seconds
    return document | {"load_kg": None if exercise.load_kg is None else _figure(exercise.load_kg)}


def _figure(value: float) -> float | int:
    """Whole numbers without a decimal."""
    return int(value) if value == int(value) else value
