"""Rows without the toll of the object mapper, for what happens with every update.

A statement that is made once and given its values each time costs an eighth of one that is made anew, and a row
written by one a fifth of one that is flushed.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic.fields import FieldInfo
from sqlalchemy import Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import make_transient_to_detached
from sqlalchemy.orm.attributes import instance_state
from sqlmodel import Session, SQLModel

from storage.statements import Statement, empty_row, take_in

Row = TypeVar("Row", bound=SQLModel)


def table_of(model: type[SQLModel]) -> Table:
    """The table of a model."""
    table: Table = model.__table__  # type: ignore[attr-defined]  # SQLModel sets it without saying so
    return table


def new_row(model: type[Row], **values: Any) -> Row:  # noqa: ANN401 — any column, by its own name
    """A row that is not stored yet, made as the mapper makes those it loads: the class itself is ten times slower.

    Columns that are not given have their defaults; nothing is checked, as in every table's class.
    """
    row = empty_row(model)
    row.__dict__.update(_defaults(model))
    row.__dict__.update((name, factory()) for name, factory in _factories(model).items())
    row.__dict__.update(values)
    return row


def fill_row(row: SQLModel, **values: Any) -> None:  # noqa: ANN401 — as above
    """Give columns of a row their values; where it is not stored yet nobody needs to notice the change."""
    if instance_state(row).key is None:
        row.__dict__.update(values)
    else:
        for name, value in values.items():
            setattr(row, name, value)


def write_row(session: Session, row: SQLModel) -> None:
    """Insert a new row with an ``id`` of the database's making; afterwards the session knows it as its own.

    What waits to be flushed is not: a row that this one refers to has to be there already.
    """
    statement, names = _inserting(type(row))
    held = row.__dict__
    _take_in(session, row, statement.key(session, **{name: held.get(name) for name in names}))


def write_new_row(session: Session, row: SQLModel) -> bool:
    """As ``write_row``, unless there is a row of the same unique key already.

    Returns:
        Whether it was written.
    """
    statements, names = _inserting_new(type(row))
    held = row.__dict__
    made = statements[session.get_bind().dialect.name].rows(session, **{name: held.get(name) for name in names})
    for (key,) in made:
        _take_in(session, row, key)
    return bool(made)


def _take_in(session: Session, row: Any, key: int) -> None:  # noqa: ANN401 — a row with an ``id``
    state = instance_state(row)
    if state.modified:
        row.id = key
        make_transient_to_detached(row)
    else:  # made by ``new_row``: there is nothing to forget
        row.__dict__["id"] = key
        state.key = (type(row), (key,), None)
    take_in(session, row)


@cache
def _defaults(model: type[SQLModel]) -> dict[str, Any]:
    fields = model.model_fields.items()
    return {name: None if field.is_required() else field.default for name, field in fields if not _makes(field)}


@cache
def _factories(model: type[SQLModel]) -> dict[str, Callable[[], Any]]:
    return {name: field.default_factory for name, field in model.model_fields.items() if _makes(field)}  # type: ignore[misc]  # not None where it makes


def _makes(field: FieldInfo) -> bool:
    return field.default_factory is not None


@cache
def _inserting(model: type[SQLModel]) -> tuple[Statement, tuple[str, ...]]:
    table = table_of(model)
    names = tuple(column.key for column in table.columns if column.key != "id")
    return Statement(insert(table), names), names


@cache
def _inserting_new(model: type[SQLModel]) -> tuple[dict[str, Statement], tuple[str, ...]]:
    table = table_of(model)
    names = tuple(column.key for column in table.columns if column.key != "id")
    return {
        dialect: Statement(made(table).on_conflict_do_nothing().returning(table.c.id), names)
        for dialect, made in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
    }, names
