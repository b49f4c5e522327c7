"""Rows written without the object mapper are the rows that it would have written."""

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from storage.database import Database
from storage.rows import fill_row, new_row, write_new_row, write_row
from storage.tables import Log, Prompt, Saying, SentWeek
from tests.storage.builders import NOON, TODAY, athlete_id, id_of

MODELS = [Log, Prompt, Saying, SentWeek]


@pytest.mark.parametrize("model", MODELS)
def test_a_new_row_has_the_defaults_of_its_class(model: type) -> None:
    given = {"athlete_id": 1, "created_at": NOON}
    known = {name: value for name, value in given.items() if name in model.model_fields}

    made, usual = new_row(model, **known), model(**known)

    for name in model.model_fields:
        assert getattr(made, name) == getattr(usual, name, None), name


def test_defaults_are_not_shared_between_rows() -> None:
    first, second = (new_row(Log, athlete_id=1, date=TODAY, created_at=NOON) for _ in range(2))
    first.symptoms.append("fever")

    assert second.symptoms == []


def test_a_written_row_comes_back_as_it_was(database: Database) -> None:
    def write(session: Session) -> int:
        log = new_row(Log, athlete_id=athlete_id(session), date=TODAY, created_at=NOON, minutes=31.5)
        log.target_rpe, log.note = [3, 4], "through the woods"
        write_row(session, log)
        return id_of(log)

    number = database.run_now(write)
    log = database.run_now(lambda session: session.get_one(Log, number))

    assert (log.minutes, log.target_rpe, log.note, log.symptoms) == (31.5, [3, 4], "through the woods", [])
    assert (log.created_at, log.deleted_at, log.planned) == (NOON, None, False)


def test_a_written_row_can_be_changed_in_the_same_transaction(database: Database) -> None:
    def write_and_change(session: Session) -> int:
        log = new_row(Log, athlete_id=athlete_id(session), date=TODAY, created_at=NOON)
        write_row(session, log)
        log.rpe = 6
        return id_of(log)

    number = database.run_now(write_and_change)

    assert database.run_now(lambda session: session.get_one(Log, number).rpe) == 6


def test_a_written_row_is_the_one_the_session_finds(database: Database) -> None:
    def same(session: Session) -> bool:
        log = new_row(Log, athlete_id=athlete_id(session), date=TODAY, created_at=NOON)
        write_row(session, log)
        return session.get(Log, log.id) is log

    assert database.run_now(same)


def test_a_row_of_nobody_is_refused(database: Database) -> None:
    log = new_row(Log, athlete_id=99, date=TODAY, created_at=NOON)

    with pytest.raises(IntegrityError):
        database.run_now(lambda session: write_row(session, log))


def test_a_row_whose_unique_key_is_taken_is_not_written(database: Database) -> None:
    def write_twice(session: Session) -> tuple[bool, bool, int]:
        owner = athlete_id(session)
        first, second = (
            new_row(Saying, athlete_id=owner, chat_id=1, message_id=5, text=text, said_at=NOON) for text in ("5k", "6k")
        )
        return write_new_row(session, first), write_new_row(session, second), id_of(first)

    first, second, number = database.run_now(write_twice)

    assert (first, second) == (True, False)
    assert database.run_now(lambda session: session.get_one(Saying, number)).text == "5k"


def test_a_row_newly_written_can_be_changed_in_the_same_transaction(database: Database) -> None:
    def write_and_change(session: Session) -> int:
        saying = new_row(Saying, athlete_id=athlete_id(session), chat_id=1, message_id=5, text="5k", said_at=NOON)
        write_new_row(session, saying)
        saying.understood = True
        return id_of(saying)

    number = database.run_now(write_and_change)

    assert database.run_now(lambda session: session.get_one(Saying, number)).understood


@pytest.mark.parametrize("model", MODELS)
def test_a_value_that_is_set_is_sqlalchemys_affair_alone(model: type[SQLModel]) -> None:
    """It is noticed, so that it will be written, and stands where it is read."""
    row = model()
    row.athlete_id = 7

    assert inspect(row).attrs.athlete_id.history.added == [7]
    assert (row.athlete_id, row.model_dump()["athlete_id"]) == (7, 7)


def test_a_value_set_in_a_row_that_is_stored_is_written(database: Database) -> None:
    def write(session: Session) -> int:
        log = new_row(Log, athlete_id=athlete_id(session), date=TODAY, created_at=NOON)
        write_row(session, log)
        log.rpe = 6
        return id_of(log)

    number = database.run_now(write)

    assert database.run_now(lambda session: session.get_one(Log, number).rpe) == 6


def test_a_row_is_filled_before_and_after_it_is_stored(database: Database) -> None:
    def write(session: Session) -> int:
        log = new_row(Log, athlete_id=athlete_id(session), date=TODAY, created_at=NOON)
        fill_row(log, minutes=31.5, target_rpe=[3, 4])
        write_row(session, log)
        fill_row(log, rpe=6, minutes=32.0)
        return id_of(log)

    number = database.run_now(write)
    log = database.run_now(lambda session: session.get_one(Log, number))

    assert (log.minutes, log.target_rpe, log.rpe) == (32.0, [3, 4], 6)
