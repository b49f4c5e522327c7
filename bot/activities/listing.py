"""Strava's ``activities.csv``: the activities of an export that have no file, because somebody typed them in.

Columns go by their English names, in other languages by their places (``foreign``). Strava writes two of some: the
later ones hold seconds and metres.
"""

import csv
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import PurePosixPath
from typing import NamedTuple

from bot.activities.foreign import english_head, kind_of, moment_in, plain_figure
from bot.activities.kinds import activity_named
from bot.activities.order import Outcome
from coach.activity import Recording, Totals, summarise, track_of
from coach.errors import ActivityRefused

NAME = "activities.csv"
MOST_ROWS = 100_000
_DATES = ("%b %d, %Y, %I:%M:%S %p", "%Y-%m-%d %H:%M:%S", "%d %b %Y, %H:%M:%S", "%b %d, %Y, %H:%M:%S")
_FIGURE = re.compile(r"[\d.,]+")
UNKNOWN = "unknown_list"
"""Why a list tells nothing: its columns are not those of Strava."""
_NEEDED = frozenset({"Activity Date", "Activity Type", "Elapsed Time"})


class Listed(NamedTuple):
    """A line without a file: what it is called, and what became of it."""

    name: str
    outcome: Outcome


def read_listing(lines: Iterable[str], present: Collection[str], now: datetime) -> Iterator[Listed]:
    """Every activity of the list whose file is not among ``present`` (their bare names).

    A list that cannot be read is one line that says so.
    """
    try:
        rows = list(islice(csv.reader(lines), MOST_ROWS))
        head = [name.strip() for name in rows[0]] if rows else []
        foreign = bool(_NEEDED.difference(head))
        named = english_head(rows) if foreign else head
        if named is None:
            yield Listed(NAME, Outcome(reason=UNKNOWN))
            return
        for number, row in enumerate(rows[1:], start=2):
            told = _translated(named, row) if foreign else _by_name(named, row)
            if not _has_file(told, present):
                yield Listed(_called(told, number), _outcome(told, row, now))
    except (csv.Error, UnicodeDecodeError):
        yield Listed(NAME, Outcome(reason="broken"))


def _translated(named: Sequence[str], row: Sequence[str]) -> dict[str, list[str]]:
    """The values of a line in another language by the English names, figures and kind as they would be in English."""
    told = _by_name(named, [plain_figure(cell) if _FIGURE.fullmatch(cell.strip()) else cell for cell in row])
    return {**told, "Activity Type": [kind_of(_text(told, "Activity Type")) or ""]}


def _by_name(head: Sequence[str], row: Sequence[str]) -> dict[str, list[str]]:
    """The values by the names of their columns, those of equal names in order."""
    told: dict[str, list[str]] = {}
    for name, value in zip(head, row, strict=False):
        told.setdefault(name.strip(), []).append(value.strip())
    return told


def _has_file(told: Mapping[str, Sequence[str]], present: Collection[str]) -> bool:
    name = PurePosixPath(_text(told, "Filename")).name
    return bool(name) and name in present


def _called(told: Mapping[str, Sequence[str]], number: int) -> str:
    """What a line of the report calls it: ``activities.csv/12 Evening Run``."""
    return f"{NAME}/{number} {_text(told, 'Activity Name')}".strip()


def _outcome(told: Mapping[str, Sequence[str]], row: Sequence[str], now: datetime) -> Outcome:
    try:
        summary = summarise(track_of(_recording(told), now))
    except ActivityRefused as refused:
        return Outcome(reason=refused.reason)
    identity = _text(told, "Activity ID") or "|".join(row)
    return Outcome(summary, digest=hashlib.sha256(f"strava {identity}".encode()).hexdigest())


def _recording(told: Mapping[str, Sequence[str]]) -> Recording:
    started = _moment(_text(told, "Activity Date"))
    elapsed, rate = _figure(told, "Elapsed Time"), _figure(told, "Average Heart Rate")
    return Recording(
        activity_named(_text(told, "Activity Type")),
        (),
        Totals(
            started=None if started is None else started.timestamp(),
            timer_s=_figure(told, "Moving Time") or elapsed,
            elapsed_s=elapsed,
            metres=_metres(told),
            heart_rate=None if rate is None else round(rate),
            ascent_m=_figure(told, "Elevation Gain"),
        ),
    )


def _metres(told: Mapping[str, Sequence[str]]) -> float | None:
    """The later distance is in metres; where there is but one, it is in kilometres."""
    columns = told.get("Distance", ())
    figure = _figure(told, "Distance")
    return figure if figure is None or len(columns) > 1 else figure * 1000


def _figure(told: Mapping[str, Sequence[str]], name: str) -> float | None:
    """The last value of a column that is a number above nought."""
    for value in reversed(told.get(name, ())):
        try:
            figure = float(value.replace(",", ""))
        except ValueError:
            continue
        if 0 < figure < 1e9:
            return figure
    return None


def _moment(text: str) -> datetime | None:
    """When it began; Strava writes UTC."""
    for form in _DATES:
        try:
            return datetime.strptime(text.replace("\u202f", " "), form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return moment_in(text)


def _text(told: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(told.get(name, ())), "")
