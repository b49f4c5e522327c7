"""Everything that is kept about an athlete, as a zip of JSON, of tables for a spreadsheet, and of the files they sent.

Rows are written as they are read, a few at a time; the files go in while there is room. Whatever table names its
athlete is in it, also one that is made tomorrow.
"""

import csv
import datetime as dt
import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy import Table, select
from sqlmodel import Session, SQLModel, col
from sqlmodel import select as select_rows

from storage.tables import ActivityFile, Athlete, FileContent

MOST_BYTES: Final = 20 * 1024 * 1024
"""The zip is hardly larger than this with the athlete's files; Telegram takes 50 MB from a bot."""
QUICKLY: Final = 1
"""How hard files are packed: a fifth larger in half the time, for the writer of the embedded database waits."""
AT_ONCE: Final = 200
"""Rows in memory at a time."""
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


def archive(
    session: Session, athlete: Athlete, readme: str, now: dt.datetime, *, most_bytes: int = MOST_BYTES
) -> tuple[bytes, int]:
    """The zip, and how many of the athlete's files had no room in it."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr(_entry("README.txt", now), readme)
        with zipped.open(_entry("legwork.json", now), "w") as raw, TextIOWrapper(raw, "utf-8") as out:
            for piece in _document(session, athlete):
                out.write(piece)
        for name, columns in SHEETS.items():
            with (
                zipped.open(_entry(f"{name}.csv", now), "w") as raw,
                TextIOWrapper(raw, "utf-8-sig", newline="") as out,
            ):
                _sheet(csv.writer(out), _rows_of(session, _table(name), athlete), columns)
        left_out = _files(session, athlete, zipped, whole, now, most_bytes)
    return whole.getvalue(), left_out


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


def _document(session: Session, athlete: Athlete) -> Iterator[str]:
    """One JSON object, piece by piece: the athlete, and each table's rows."""
    table = _table("athlete")
    (own,) = _mappings(session.connection().execute(select(table).where(table.c.id == athlete.id)))
    yield '{"athlete": ' + _json(own)
    for each in _tables():
        yield f',\n"{each.name}": ['
        for number, row in enumerate(_rows_of(session, each, athlete)):
            yield (",\n" if number else "\n") + _json(row)
        yield "]"
    yield "}\n"


def _tables() -> list[Table]:
    tables = SQLModel.metadata.sorted_tables
    return [table for table in tables if "athlete_id" in table.c or table.name == "conversation"]


def _table(name: str) -> Table:
    return SQLModel.metadata.tables[name]


def _rows_of(session: Session, table: Table, athlete: Athlete) -> Iterator[Mapping[str, Any]]:
    mine = table.c.athlete_id == athlete.id if "athlete_id" in table.c else table.c.chat_id == athlete.chat_id
    found = select(table).where(mine).order_by(*table.primary_key.columns)
    yield from _mappings(session.connection().execute(found, execution_options={"yield_per": AT_ONCE}))


def _mappings(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 — a result of any columns
    """Each row as a plain dictionary."""
    for row in found.mappings():
        yield dict(row)


def _sheet(writer: Any, rows: Iterator[Mapping[str, Any]], columns: Sequence[str]) -> None:  # noqa: ANN401 — csv names no type
    writer.writerow(columns)
    for row in rows:
        writer.writerow([harmless(row[column]) for column in columns])


def _files(
    session: Session, athlete: Athlete, zipped: ZipFile, whole: BytesIO, now: dt.datetime, most_bytes: int
) -> int:
    found = select_rows(ActivityFile.id, ActivityFile.name).where(ActivityFile.athlete_id == athlete.id)
    left_out = 0
    for file_id, name in session.exec(found.order_by(col(ActivityFile.id).desc())).all():
        content = session.exec(select_rows(FileContent.content).where(FileContent.file_id == file_id)).first()
        if content is None:
            continue
        if whole.tell() + len(content) > most_bytes:
            left_out += 1
        else:
            entry = _entry(f"files/{file_id}-{safe_name(name)}", now)
            zipped.writestr(entry, zlib.decompress(content), compresslevel=QUICKLY)
    return left_out


def _json(row: Mapping[str, Any]) -> str:
    return json.dumps(dict(row), ensure_ascii=False, default=str)


def _entry(name: str, now: dt.datetime) -> ZipInfo:
    entry = ZipInfo(name, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
