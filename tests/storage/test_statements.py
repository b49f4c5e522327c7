"""A statement means the same wherever it is run: by the driver, by SQLAlchemy, on either database."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import object_session
from sqlmodel import Session

from storage.database import Database
from storage.rows import table_of
from storage.statements import DRIVER, Statement, listed
from storage.tables import Athlete, Log, OutboxMessage
from tests.storage.builders import DAY, NOON, TODAY, a_log, an_athlete, athlete_id, id_of

LOG, OUTBOX, ATHLETE = table_of(Log), table_of(OutboxMessage), table_of(Athlete)
LINES = Statement(select(LOG).where(LOG.c.athlete_id == bindparam("athlete")).order_by(LOG.c.id))
MOVE = Statement(update(LOG).where(LOG.c.athlete_id == bindparam("athlete")).values(date=bindparam("day")))
QUEUE = Statement(
    insert(OUTBOX).values(state="queued", attempts=0, in_doubt=0, lane="answer", method="send_message"),
    ("payload", "created_at"),
)
BY_NUMBER = {
    dialect: Statement(select(ATHLETE.c.telegram_id).where(ATHLETE.c.telegram_id.in_(numbers)))
    for dialect, numbers in listed("numbers").items()
}

Ways = Callable[[Session], None]


def by_driver(session: Session) -> None:
    """As it is."""
    assert DRIVER in session.info


def by_sqlalchemy(session: Session) -> None:
    """A session that was lent no driver."""
    session.info.pop(DRIVER, None)


@pytest.fixture(params=[by_driver, by_sqlalchemy])
def way(request: pytest.FixtureRequest) -> Ways:
    """How statements are run."""
    chosen: Ways = request.param
    return chosen


def test_columns_come_back_as_what_they_are(database: Database, way: Ways) -> None:
    def find(session: Session) -> list[dict[str, Any]]:
        way(session)
        owner = athlete_id(session)
        a_log(session, owner, minutes=31.5, target_rpe=[3, 4], symptoms=["fever"], note="through “the” woods")
        return [dict(zip(LOG.c.keys(), row, strict=True)) for row in LINES.rows(session, athlete=owner)]

    (line,) = database.run_now(find)

    assert (line["date"], line["created_at"], line["minutes"]) == (TODAY, NOON, 31.5)
    assert (line["target_rpe"], line["symptoms"], line["note"]) == ([3, 4], ["fever"], "through “the” woods")
    assert (line["planned"], line["deleted_at"]) == (True, None)


def test_nothing_found_is_an_empty_list(database: Database, way: Ways) -> None:
    def find(session: Session) -> list[Any]:
        way(session)
        return LINES.rows(session, athlete=1)

    assert database.run_now(find) == []


def test_a_change_tells_how_many_rows_it_met(database: Database, way: Ways) -> None:
    def change(session: Session) -> tuple[int, int]:
        way(session)
        owner = athlete_id(session)
        a_log(session, owner)
        a_log(session, owner)
        return MOVE.run(session, athlete=owner, day=TODAY + DAY), MOVE.run(session, athlete=owner + 1, day=TODAY)

    assert database.run_now(change) == (2, 0)


def test_an_insert_tells_the_id_that_was_given(database: Database, way: Ways) -> None:
    def queue(session: Session) -> tuple[int, int]:
        way(session)
        first = QUEUE.key(session, payload={"text": "Hello"}, created_at=NOON)
        return first, QUEUE.key(session, payload={}, created_at=NOON)

    first, second = database.run_now(queue)
    row = database.run_now(lambda session: session.get_one(OutboxMessage, first))

    assert second == first + 1
    assert (row.payload, row.state, row.created_at) == ({"text": "Hello"}, "queued", NOON)


def test_it_runs_with_each_of_several_values(database: Database, way: Ways) -> None:
    def change(session: Session) -> list[dt.date]:
        way(session)
        owners = [athlete_id(session, number) for number in (1, 2)]
        for owner in owners:
            a_log(session, owner)
        MOVE.run_all(session, [{"athlete": owner, "day": TODAY + owner * DAY} for owner in owners])
        return [row.date - owner * DAY for owner in owners for row in LINES.known(session, Log, athlete=owner)]

    assert database.run_now(change) == [TODAY, TODAY]


@pytest.mark.parametrize("wanted", [[], [1], [1, 3, 7]])
def test_a_list_may_hold_any_number_of_values(database: Database, way: Ways, wanted: list[int]) -> None:
    def find(session: Session) -> set[int]:
        way(session)
        for number in (1, 2, 3):
            an_athlete(session, number)
        statement = BY_NUMBER[session.get_bind().dialect.name]
        return {number for (number,) in statement.rows(session, numbers=wanted)}

    assert database.run_now(find) == {1, 2, 3}.intersection(wanted)


def test_rows_found_are_the_sessions_own_and_changes_to_them_are_kept(database: Database, way: Ways) -> None:
    def change(session: Session) -> int:
        way(session)
        number = id_of(a_log(session, owner := athlete_id(session)))
        session.expunge_all()
        (line,) = LINES.known(session, Log, athlete=owner)
        line.minutes, line.symptoms = 12.5, [*line.symptoms, "chills"]
        return number

    number = database.run_now(change)
    line = database.run_now(lambda session: session.get_one(Log, number))

    assert (line.minutes, line.symptoms, line.kind) == (12.5, ["chills"], "easy_run")


def test_a_row_found_twice_is_one_and_can_be_deleted(database: Database, way: Ways) -> None:
    def find_and_delete(session: Session) -> int:
        way(session)
        a_log(session, owner := athlete_id(session))
        session.expunge_all()
        (line,) = LINES.known(session, Log, athlete=owner)
        (again,) = LINES.known(session, Log, athlete=owner)
        assert line is again
        assert object_session(line) is session
        session.delete(line)
        session.flush()
        return len(LINES.rows(session, athlete=owner))

    assert database.run_now(find_and_delete) == 0


def test_what_the_session_has_not_written_is_written_before_it_looks(database: Database, way: Ways) -> None:
    def look(session: Session) -> bool:
        way(session)
        log = a_log(session, owner := athlete_id(session))
        log.minutes = 99.0
        (line,) = LINES.known(session, Log, athlete=owner)
        (row,) = LINES.rows(session, athlete=owner)
        return line is log and dict(zip(LOG.c.keys(), row, strict=True))["minutes"] == 99.0

    assert database.run_now(look)


def test_a_refused_value_is_an_error_that_quotes_nobody(database: Database) -> None:
    def queue_nothing(session: Session) -> int:
        return QUEUE.key(session, payload={"text": "my knee"}, created_at=None)

    with pytest.raises(IntegrityError) as refused:
        database.run_now(queue_nothing)

    if database.is_sqlite:
        assert "my knee" not in str(refused.value)
    assert isinstance(refused.value, DBAPIError)


def test_what_came_before_a_refused_value_is_taken_back(database: Database) -> None:
    def queue(session: Session) -> None:
        QUEUE.key(session, payload={}, created_at=NOON)
        QUEUE.key(session, payload={}, created_at=None)

    with pytest.raises(IntegrityError):
        database.run_now(queue)

    assert database.run_now(lambda session: session.exec(select(OUTBOX.c.id)).all()) == []
