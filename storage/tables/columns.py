"""What every table is made of: named constraints, moments in UTC, documents, and ids that are never given out again."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, text
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, UtcDateTime

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name, so that a migration can change it on both databases."""


class StoredRow(SQLModel):
    """What every table's class is made from: values are set by SQLAlchemy alone.

    SQLModel has pydantic set each of them once more, which checks nothing in a table's class and takes three times as
    long as the rest of it.
    """

    __setattr__ = object.__setattr__  # type: ignore[assignment]  # the same, but for the name of its first argument


def moment(*, index: bool = False, nullable: bool = True) -> Any:  # noqa: ANN401 — SQLModel's own Field is Any
    """A moment that may be unknown."""
    return Field(default=None, sa_column=Column(UtcDateTime(), index=index, nullable=nullable))


def required_moment() -> Any:  # noqa: ANN401 — as above
    """A moment that is always known."""
    return Field(sa_column=Column(UtcDateTime(), nullable=False))


def json() -> Any:  # noqa: ANN401 — as above
    """A document."""
    return Field(default_factory=dict, sa_column=Column(JsonColumn, nullable=False))


def json_list() -> Any:  # noqa: ANN401 — as above
    """A list of documents."""
    return Field(default_factory=list, sa_column=Column(JsonColumn, nullable=False))


def owner(*, index: bool = True) -> Any:  # noqa: ANN401 — as above
    """The athlete a row belongs to; it goes with them."""
    return Field(sa_column=Column(ForeignKey("athlete.id", ondelete="CASCADE"), nullable=False, index=index))


def partial_index(name: str, *columns: str, only: str) -> Index:
    """An index of some rows, for statements that say with the same constants which (``storage.columns.is_in``)."""
    return Index(name, *columns, sqlite_where=text(only), postgresql_where=text(only))


NEVER_AGAIN = {"sqlite_autoincrement": True}
"""An id is never given out again: an old button must not come to mean a newer row."""
