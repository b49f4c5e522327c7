"""Statements that are made once and run by the database's driver itself.

SQLAlchemy still writes the SQL and turns values into columns and back, so that a statement means the same on both
databases; what it does anew around every run is left out, which is most of the cost (45 µs for a small query on the
embedded database, 4 µs without; 370 µs and 120 µs on PostgreSQL).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import JSON, ColumnElement, Connection, Dialect, bindparam, func, select
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import class_mapper
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import Session, SQLModel

Row = TypeVar("Row", bound=SQLModel)
Values = tuple[Any, ...]
Process = Callable[[Any], Any]
DRIVER: Final = "driver"
"""Where a session knows the driver's own connection, or a cursor of it."""
DOUBLE: Final = 701
"""PostgreSQL's number of the type of fractions: what its values are read by, where nothing is asked for."""


def lend_driver(session: Session, connection: Connection) -> None:
    """Let the statements of a session go straight to the driver; the session must end with its transaction."""
    lent: Any = connection.connection.dbapi_connection
    # A cursor of its own for every statement is a shortcut of sqlite3's, and for psycopg a third of the cost.
    session.info[DRIVER] = lent if isinstance(lent, sqlite3.Connection) else lent.cursor()


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
        self._known: dict[type, _Direct | None] = {}

    def rows(self, session: Session, **values: Any) -> list[Values]:  # noqa: ANN401 — any column
        """What it finds."""
        if (direct := self._direct(session)) is None:
            return [tuple(row) for row in session.connection().execute(self._made, values)]
        return direct.rows(session, values)

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
        if (direct := self._direct(session)) is None:
            return session.connection().execute(self._made, values).rowcount
        return int(direct.execute(session, values).rowcount)

    def run_all(self, session: Session, values: Sequence[dict[str, Any]]) -> list[Values]:
        """What it finds with each of these values, which are not none."""
        direct = self._direct(session)
        if direct is None or direct.is_far:  # SQLAlchemy makes few journeys of many values
            ran = session.connection().execute(self._made, values)
            return [tuple(row) for row in ran] if ran.returns_rows else []
        return [row for each in values for row in direct.rows(session, each)]

    def key(self, session: Session, **values: Any) -> int:  # noqa: ANN401 — any column
        """The id of the one row that it inserts."""
        if (direct := self._direct(session)) is None:
            key = session.connection().execute(self._made, values).inserted_primary_key
            return int(key[0]) if key is not None else 0
        ran = direct.execute(session, values)
        return int(ran.fetchone()[0]) if direct.is_far else ran.lastrowid or 0

    def _direct(self, session: Session) -> "_Direct | None":
        """The statement as the driver takes it; ``None`` where the session was lent none, or only SQLAlchemy can."""
        if (driver := session.info.get(DRIVER)) is None:
            return None
        kind = type(driver)
        if kind not in self._known:
            self._known[kind] = _direct(self._made, session.get_bind().dialect, self._columns)
        return self._known[kind]


def _direct(made: Executable, dialect: Dialect, columns: Sequence[str] | None) -> "_Direct | None":
    compiled = made.compile(dialect=dialect, column_keys=columns)  # type: ignore[attr-defined]  # every statement has it
    if any(bind.expanding for bind in compiled.binds.values()):
        return None  # its text depends on how many values a list has
    return _Direct(compiled, dialect, readers(getattr(made, "exported_columns", ()), dialect))


class _Direct:
    """A statement as the driver takes it: its text, how values go in, and how columns come out."""

    def __init__(self, compiled: SQLCompiler, dialect: Dialect, reads: Sequence[Process | None]) -> None:
        self._text = str(compiled)
        self._binds = tuple(_binds(compiled, dialect))
        self._names = None if compiled.positional else tuple(compiled.bind_names.values())
        self._error: type[Exception] = dialect.loaded_dbapi.Error
        self._reads = tuple((place, read) for place, read in enumerate(reads) if read is not None)
        self.is_far = not isinstance(dialect, SQLiteDialect)
        """Whether every run of it is a journey."""

    def execute(self, session: Session, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 — either driver's cursor
        given: Any = [
            fixed if name is None else (values[name] if process is None else process(values[name]))
            for name, process, fixed in self._binds
        ]
        if self._names is not None:
            given = dict(zip(self._names, given, strict=True))
        try:
            return session.info[DRIVER].execute(self._text, given)
        except self._error as error:
            raise self._refused(session, error) from error

    def rows(self, session: Session, values: Mapping[str, Any]) -> list[Values]:
        found = self.execute(session, values)
        try:
            rows: list[Values] = found.fetchall()
        except self._error as error:
            raise self._refused(session, error) from error
        return [self.read(row) for row in rows] if self._reads else rows

    def read(self, row: Values) -> Values:
        held = list(row)
        for place, process in self._reads:
            held[place] = process(held[place])
        return tuple(held)

    def _refused(self, session: Session, error: Any) -> BaseException:  # noqa: ANN401 — either driver's own
        """As ``translated``; a connection that is lost is given up, as SQLAlchemy does with one of its own."""
        if not self.is_far:
            return translated(error, self._text)
        connection = session.connection()
        lost = connection.dialect.is_disconnect(error, session.info[DRIVER].connection, None)
        if lost:
            connection.invalidate(error)
        return translated(error, self._text, self._error, connection_invalidated=lost)


def _binds(compiled: SQLCompiler, dialect: Dialect) -> Iterator[tuple[str | None, Process | None, Any]]:
    """Each place for a value, in order: the name it is given by and how it goes in, or the value always there."""
    for name in compiled.positiontup or compiled.bind_names.values():
        bind = compiled.binds[name]
        process = bind.type.dialect_impl(dialect).bind_processor(dialect)
        if bind.required:
            yield bind.key, process, None
        else:
            yield None, None, bind.effective_value if process is None else process(bind.effective_value)


def readers(columns: Iterable[ColumnElement[Any]], dialect: Dialect) -> tuple[Process | None, ...]:
    """How each column comes out of the database; ``None``: as it is."""
    return tuple(column.type.dialect_impl(dialect).result_processor(dialect, DOUBLE) for column in columns)


def translated(
    error: Exception, text: str, kind: type[Exception] = sqlite3.Error, *, connection_invalidated: bool = False
) -> BaseException:
    """The error of a driver as SQLAlchemy raises it, without the values, which may be somebody's words."""
    return DBAPIError.instance(
        text, None, error, kind, hide_parameters=True, connection_invalidated=connection_invalidated
    )


def _known(session: Session, model: type[Row], values: Values) -> Row:
    """A row as the session's own object, made as the mapper makes those it loads."""
    names, key = _shape(model)
    held = dict(zip(names, values, strict=True))
    there: Row | None = session.identity_map.get((model, (held[key],), None))
    if there is not None:
        return there
    row = empty_row(model)
    row.__dict__.update(held)
    instance_state(row).key = (model, (held[key],), None)
    take_in(session, row)
    return row


def empty_row(model: type[Row]) -> Row:
    """An object of a model's class without any values, made as the mapper makes those it loads."""
    row: Row = _maker(model)()
    return row


@cache
def _maker(model: type[SQLModel]) -> Callable[[], Any]:
    """What makes them: to look it up takes as long as making one."""
    return class_mapper(model).class_manager.new_instance


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
