"""Column types that keep their promises on SQLite and PostgreSQL alike."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, ColumnElement, DateTime, Dialect, Text, TypeDecorator, literal_column, or_
from sqlalchemy.orm import Mapped

Json = dict[str, Any]
"""A JSON object as Python holds it."""

JsonColumn = JSON()
"""JSON text on both: PostgreSQL's JSONB refuses ``\\u0000`` and lone surrogates, which strangers may send."""


def is_in(column: Mapped[str] | ColumnElement[str], *states: StrEnum) -> ColumnElement[bool]:
    """Whether a column holds one of these, written into the statement: a partial index is found by nothing else."""
    return or_(*(column == literal_column(f"'{state.value}'") for state in states))


class CleanText(TypeDecorator[str]):
    """Text that a stranger wrote: NUL and lone surrogates, which databases refuse, become the replacement sign."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 — the base class's shape
        """Storable text; anything else passes as it is."""
        return None if value is None else cleaned(value)


def cleaned(text: str) -> str:
    """The text without what no database can hold."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC; a naive one is refused, because nobody can know what it meant."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 — the base class's shape
        """Aware in, UTC to the database.

        Raises:
            ValueError: the moment is naive.
        """
        return None if value is None else _in_utc(value)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 — the base class's shape
        """UTC out, always aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """How a moment goes in; the embedded database keeps it as text, written at once: every row has several."""
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """How it comes out; from text likewise."""
        return _from_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(moment)
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def _as_text(moment: datetime | None) -> str | None:
    return None if moment is None else _written(_in_utc(moment))


@lru_cache(maxsize=64)
def _written(moment: datetime) -> str:
    """A moment in UTC as SQLAlchemy writes it for SQLite: no zone, always six places. A turn writes one ten times."""
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)
