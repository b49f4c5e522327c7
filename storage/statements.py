"""Statements that are made once and, on the embedded database, run by its driver itself.

SQLAlchemy still writes the SQL and turns values into columns and back, so that a statement means the same on both
databases; what it does anew around every run is left out, which is most of the cost (45 µs for a small query, 4 µs
without). On PostgreSQL, where the way to the server costs more than either, SQLAlchemy runs the same statement.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import JSON, ColumnElement, Connection, Dialect, bindparam, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import class_mapper
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)
Made = TypeVar("Made")
Values = tuple[Any, ...]
Process = Callable[[Any], Any]
DRIVER: Final = "driver"
"""Where a session knows the embedded database's own connection."""


def lend_driver(session: Session, connection: Connection) -> None:
    """Let the statements of a session go straight to the driver; the session must end with its transaction."""
    session.info[DRIVER] = connection.connection.dbapi_connection


def listed(name: str) -> dict[str, Any]:
    """A list of values by name, for ``in_`` and ``not_in``, as each database takes it: a document, or spread out."""
    document = func.json_each(bindparam(name, type_=JSON())).table_valued("value")
    return {"sqlite": select(document.c.value), "postgresql": bindparam(name, expanding=True)}


class Statement:
    """One statement, run with its values by name; it does not see what the session has yet to write.

    ``columns`` are those that an insert without values of its own is to fill.
    """

    def __init__(self, made: Executable, columns: Sequence[str] | None = None) -> None:
        self._made = made
        self._columns = columns
        self._direct: _Direct | None = None

    def rows(self, session: Session, **values: Any) -> list[Values]:  # noqa: ANN401 — any column
        """What it finds."""
        if (driver := session.info.get(DRIVER)) is None:
            return [tuple(row) for row in session.connection().execute(self._made, values)]
        return self._on(session).rows(driver, values)

    def through(self, session: Session, make: Callable[[Values, Process], Made], **values: Any) -> list[Made]:  # noqa: ANN401 — any column
        """What ``make`` makes of each row that it finds, from the row as the database gives it and the way to read it.

        For a ``make`` that remembers: a row that it has seen before is not read again.
        """
        if (driver := session.info.get(DRIVER)) is None:
            return [make(tuple(row), _as_it_is) for row in session.connection().execute(self._made, values)]
        direct = self._on(session)
        return [make(row, direct.read) for row in direct.raw(driver, values)]

    def known(self, session: Session, model: type[Row], **values: Any) -> list[Row]:  # noqa: ANN401 — any column
        """What it finds, which are whole rows of a model's table, as the session's own.

        What the session has yet to write is written before; a row that it knows already stays as it knows it.
        """
        session.flush()
        return [_known(session, model, row) for row in self.rows(session, **values)]

    def one_known(self, session: Session, model: type[Row], **values: Any) -> Row | None:  # noqa: ANN401 — any column
        """The first that it finds, as ``known`` gives them; ``None`` where there is none."""
        return next(iter(self.known(session, model, **values)), None)

    def run(self, session: Session, **values: Any) -> int:  # noqa: ANN401 — any column
        """How many rows it changed."""
        if (driver := session.info.get(DRIVER)) is None:
            return session.connection().execute(self._made, values).rowcount
        return self._on(session).execute(driver, values).rowcount

    def run_all(self, session: Session, values: Sequence[dict[str, Any]]) -> list[Values]:
        """What it finds with each of these values, which are not none."""
        if (driver := session.info.get(DRIVER)) is None:
            ran = session.connection().execute(self._made, values)
            return [tuple(row) for row in ran] if ran.returns_rows else []
        direct = self._on(session)
        return [row for each in values for row in direct.rows(driver, each)]

    def key(self, session: Session, **values: Any) -> int:  # noqa: ANN401 — any column
        """The id of the one row that it inserts."""
        if (driver := session.info.get(DRIVER)) is None:
            key = session.connection().execute(self._made, values).inserted_primary_key
            return int(key[0]) if key is not None else 0
        return self._on(session).execute(driver, values).lastrowid or 0

    def _on(self, session: Session) -> "_Direct":
        if self._direct is None:
            self._direct = _Direct(self._made, session.get_bind().dialect, self._columns)
        return self._direct


class _Direct:
    """A statement as the driver takes it: its text, how values go in, and how columns come out."""

    def __init__(self, made: Executable, dialect: Dialect, columns: Sequence[str] | None) -> None:
        compiled = made.compile(dialect=dialect, column_keys=columns)  # type: ignore[attr-defined]  # every statement has it
        self._text = str(compiled)
        self._binds = tuple(_binds(compiled, dialect))
        self._reads = readers(getattr(made, "exported_columns", ()), dialect)
        self._plain = not any(self._reads)

    def execute(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        given = [
            fixed if name is None else (values[name] if process is None else process(values[name]))
            for name, process, fixed in self._binds
        ]
        try:
            return driver.execute(self._text, given)
        except sqlite3.Error as error:
            raise translated(error, self._text) from error

    def raw(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> list[Values]:
        try:
            return self.execute(driver, values).fetchall()
        except sqlite3.Error as error:
            raise translated(error, self._text) from error

    def rows(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> list[Values]:
        found = self.raw(driver, values)
        return found if self._plain else [self.read(row) for row in found]

    def read(self, row: Values) -> Values:
        return tuple([one if read is None else read(one) for read, one in zip(self._reads, row, strict=True)])


def _as_it_is(row: Values) -> Values:
    """The way to read a row that SQLAlchemy has read already."""
    return row


def _binds(compiled: SQLCompiler, dialect: Dialect) -> Iterator[tuple[str | None, Process | None, Any]]:
    """Each place for a value, in order: the name it is given by and how it goes in, or the value always there."""
    for name in compiled.positiontup or ():
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if bind.required:
            yield bind.key, process, None
        else:
            yield None, None, bind.effective_value if process is None else process(bind.effective_value)


def readers(columns: Iterable[ColumnElement[Any]], dialect: Dialect) -> tuple[Process | None, ...]:
    """How each column comes out of the database; ``None``: as it is."""
    return tuple(column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns)


def translated(error: sqlite3.Error, text: str) -> BaseException:
    """The error as SQLAlchemy raises it, without the values, which may be somebody's words."""
    return DBAPIError.instance(text, None, error, sqlite3.Error, hide_parameters=True)


def _known(session: Session, model: type[Row], values: Values) -> Row:
    """A row as the session's own object, made as the mapper makes those it loads."""
    names, key = _shape(model)
    held = dict(zip(names, values, strict=True))
    there: Row | None = session.identity_map.get((model, (held[key],), None))
    if there is not None:
        return there
    row: Row = class_mapper(model).class_manager.new_instance()
    row.__dict__.update(held)
    instance_state(row).key = (model, (held[key],), None)
    take_in(session, row)
    return row


def take_in(session: Session, row: SQLModel) -> None:
    """Make a row that is in the database, and bears its key, the session's own, as the mapper does with what it loads.

    ``session.add`` comes to the same and looks for related rows on the way, which no table of ours has: most of what
    a row costs.
    """
    state = instance_state(row)
    state.session_id = session.hash_key
    session.identity_map.add(state)


@cache
def _shape(model: type[SQLModel]) -> tuple[tuple[str, ...], str]:
    """The columns of a model's table, in order, and the one that is its key."""
    mapper = class_mapper(model)
    return tuple(column.key for column in mapper.local_table.columns), str(mapper.primary_key[0].key)
