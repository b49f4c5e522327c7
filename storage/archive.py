"""Everything that is kept about an athlete, as a zip of JSON, of tables for a spreadsheet, and of the files they sent.

It is made in two steps: ``collect`` reads in a transaction, ``pack`` takes its time outside of it, because the writer
of the embedded database must not wait for a zip. Whatever table names its athlete is in it, also one that is made
tomorrow; the files go in while there is room.
"""

import csv
import datetime as dt
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any, Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import Table, func, select
from sqlmodel import Session, SQLModel, col

from storage.tables import ActivityFile, Athlete, FileContent

MOST_BYTES: Final = 20 * 1024 * 1024
"""The zip is hardly larger than this with the athlete's files; Telegram takes 50 MB from a bot."""
QUICKLY: Final = 1
"""How hard files are packed: a fifth larger in half the time."""
SHEETS: Final[Mapping[str, Sequence[str]]] = {
    "log": (
        "date", "kind", "activity", "status", "minutes", "distance_m", "rpe", "avg_hr", "pain_area", "pain_level",
        "symptoms", "exercises", "reason", "note", "planned", "deleted_at",
    ),
    "measurement": ("date", "kind", "value", "deleted_at"),
    "saying": ("said_at", "text", "edited_at"),
    "prompt": ("local_date", "kind", "state", "answered_at"),
}  # fmt: skip
"""Tables that a spreadsheet opens too, with the columns a person wants."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_ODD: Final = re.compile(r"[^A-Za-z0-9._-]+")


Row = Mapping[str, Any]


class Kept(NamedTuple):
    """A file the athlete sent, as it is kept: compressed."""

    id: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything about one athlete, read and not yet packed."""

    athlete: Row
    tables: Mapping[str, Sequence[Row]]
    files: Sequence[Kept]
    left_out: int
    """Files that have no room in it."""


def collect(session: Session, athlete: Athlete, *, most_bytes: int = MOST_BYTES) -> Belongings:
    """Read it all; files, the newest first, up to so many bytes."""
    table = _table("athlete")
    own = session.connection().execute(select(table).where(table.c.id == athlete.id)).mappings().one()
    tables = {each.name: _rows_of(session, each, athlete) for each in _tables()}
    files, left_out = _files(session, athlete, most_bytes)
    return Belongings(dict(own), tables, files, left_out)


def pack(belongings: Belongings, readme: str, now: dt.datetime) -> bytes:
    """The zip; no database is needed any more."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr(_entry("README.txt", now), readme)
        with zipped.open(_entry("legwork.json", now), "w") as raw, TextIOWrapper(raw, "utf-8") as out:
            out.writelines(_document(belongings))
        for name, columns in SHEETS.items():
            with (
                zipped.open(_entry(f"{name}.csv", now), "w") as raw,
                TextIOWrapper(raw, "utf-8-sig", newline="") as out,
            ):
                _sheet(csv.writer(out), belongings.tables[name], columns)
        for file in belongings.files:
            entry = _entry(f"files/{file.id}-{safe_name(file.name)}", now)
            zipped.writestr(entry, zlib.decompress(file.content), compresslevel=QUICKLY)
    return whole.getvalue()


def harmless(value: object) -> str:
    """A cell as text; what a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def safe_name(name: str) -> str:
    """A file's name as it may stand in a zip: no folders, nothing odd, not hidden."""
    return _ODD.sub("_", name).strip("._")[-80:] or "file"


def _document(belongings: Belongings) -> Iterator[str]:
    """One JSON object, piece by piece: the athlete, and each table's rows."""
    yield '{"athlete": ' + _json(belongings.athlete)
    for name, rows in belongings.tables.items():
        yield f',\n"{name}": ['
        for number, row in enumerate(rows):
            yield (",\n" if number else "\n") + _json(row)
        yield "]"
    yield "}\n"


def _tables() -> list[Table]:
    tables = SQLModel.metadata.sorted_tables
    return [table for table in tables if "athlete_id" in table.c or table.name == "conversation"]


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _rows_of(session: Session, table: Table, athlete: Athlete) -> list[Row]:
    mine = table.c.athlete_id == athlete.id if "athlete_id" in table.c else table.c.chat_id == athlete.chat_id
    found = select(table).where(mine).order_by(*table.primary_key.columns)
    return [dict(row) for row in session.connection().execute(found).mappings()]


def _sheet(writer: Any, rows: Iterable[Row], columns: Sequence[str]) -> None:  # noqa: ANN401 — csv names no type
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row[column]) for column in columns])


def _files(session: Session, athlete: Athlete, most_bytes: int) -> tuple[list[Kept], int]:
    size = func.length(FileContent.content)
    found = (
        select(col(ActivityFile.id), col(ActivityFile.name), size)
        .join(FileContent, col(FileContent.file_id) == col(ActivityFile.id))
        .where(col(ActivityFile.athlete_id) == athlete.id)
        .order_by(col(ActivityFile.id).desc())
    )
    files: list[Kept] = []
    room, left_out = most_bytes, 0
    for file_id, name, length in session.connection().execute(found).all():
        if length > room:
            left_out += 1
            continue
        content = select(col(FileContent.content)).where(col(FileContent.file_id) == file_id)
        kept = session.connection().execute(content).scalar_one_or_none()
        if kept is None:  # erased since it was listed
            continue
        room -= length
        files.append(Kept(file_id, name, kept))
    return files, left_out


def _json(row: Row) -> str:
    return json.dumps(dict(row), ensure_ascii=False, default=str)


def _entry(name: str, now: dt.datetime) -> ZipInfo:
    entry = ZipInfo(name, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
