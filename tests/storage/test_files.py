"""Files of activities on both databases: kept once, taken up in order, settled once, erased with their athlete."""

import datetime as dt

from sqlmodel import Session, select

from storage.athletes import athlete_by_id, erase
from storage.database import Database
from storage.files import (
    TRIES,
    begin_file,
    content_of,
    files_of_album,
    hold_album,
    keep_content,
    keep_file,
    log_with_digest,
    logs_started_near,
    next_files,
    note_reading,
    put_off,
    read_files,
    replace_file,
    settle_file,
    take_file,
)
from storage.logs import delete_log
from storage.tables import ActivityFile, FileContent, FileState
from tests.storage.builders import NOON, SECOND, TODAY, a_log, athlete_id, id_of


def a_file(session: Session, athlete: int, message: int | None = 5, **fields: object) -> ActivityFile:
    return keep_file(
        session, NOON, **{"athlete_id": athlete, "chat_id": athlete, "message_id": message, "name": "run.gpx", **fields}
    )


def test_the_same_message_is_the_same_file(database: Database) -> None:
    def twice(session: Session) -> tuple[int, int, int]:
        athlete = athlete_id(session)
        one, other = a_file(session, athlete), a_file(session, athlete)
        imported = a_file(session, athlete, None), a_file(session, athlete, None)
        return id_of(one), id_of(other), len({id_of(one), *map(id_of, imported)})

    one, other, all_of_them = database.run_now(twice)
    assert one == other
    assert all_of_them == 3


def test_of_each_athlete_the_first_waiting_file_comes_first(database: Database) -> None:
    def order(session: Session) -> tuple[list[str], list[str]]:
        first, second = athlete_id(session, 1), athlete_id(session, 2)
        for athlete, message, name in ((first, 1, "a"), (first, 2, "b"), (second, 3, "c")):
            a_file(session, athlete, message, name=name)
        every = [row.name for row in next_files(session, NOON, 5)]
        return every, [row.name for row in next_files(session, NOON, 5, [first])]

    assert database.run_now(order) == (["a", "c"], ["c"])


def test_an_album_waits_for_its_last_file(database: Database) -> None:
    def wait(session: Session) -> tuple[int, int, int]:
        athlete = athlete_id(session)
        for message in (1, 2):
            a_file(session, athlete, message, album="x")
        hold_album(session, athlete, "x", NOON + SECOND)
        before, after = next_files(session, NOON, 5), next_files(session, NOON + SECOND, 5)
        return len(before), len(after), len(files_of_album(session, athlete, "x"))

    assert database.run_now(wait) == (0, 1, 2)


def test_a_reading_that_never_ends_is_given_up(database: Database) -> None:
    def begin(session: Session) -> list[bool]:
        row = a_file(session, athlete_id(session))
        return [begin_file(session, id_of(row)) for _ in range(TRIES + 1)]

    assert database.run_now(begin) == [True] * TRIES + [False]


def test_a_file_that_could_not_be_fetched_is_put_off_and_its_try_does_not_count(database: Database) -> None:
    def again(session: Session) -> tuple[int, int]:
        row = a_file(session, athlete_id(session))
        begin_file(session, id_of(row))
        put_off(session, id_of(row), NOON + SECOND)
        return row.attempts, len(next_files(session, NOON, 5))

    assert database.run_now(again) == (0, 0)


def test_a_settled_file_is_not_taken_again(database: Database) -> None:
    def settle(session: Session) -> tuple[bool, bool, int, int]:
        athlete = athlete_id(session)
        row = a_file(session, athlete)
        log = a_log(session, athlete)
        settle_file(session, row, FileState.LOGGED, NOON, log_id=log.id, digest="d")
        note_reading(session, row, {"moving_s": 1})
        begun = begin_file(session, id_of(row))
        put_off(session, id_of(row), NOON + SECOND)
        return (
            begun,
            take_file(session, id_of(row)) is None,
            len(next_files(session, NOON, 5)),
            len(read_files(session, athlete)),
        )

    assert database.run_now(settle) == (False, True, 0, 1)


def test_a_file_that_was_replaced_meanwhile_is_neither_settled_nor_put_off(database: Database) -> None:
    def replace(session: Session) -> tuple[bool, bool, int]:
        row = a_file(session, athlete_id(session), telegram_file="first")
        begin_file(session, id_of(row))
        replace_file(session, row, "second", "b.gpx", 2)
        put_off(session, id_of(row), NOON + SECOND, "first")
        first, second = (take_file(session, id_of(row), name) for name in ("first", "second"))
        return first is None, second is row, len(next_files(session, NOON, 5))

    assert database.run_now(replace) == (True, True, 1)


def test_another_file_in_its_place_remembers_its_own_log_and_forgets_a_twins(database: Database) -> None:
    def replace(session: Session) -> list[bool]:
        athlete = athlete_id(session)
        log = a_log(session, athlete)
        rows = {state: a_file(session, athlete, n) for n, state in enumerate((FileState.LOGGED, FileState.TWIN), 1)}
        for state, row in rows.items():
            settle_file(session, row, state, NOON, log_id=log.id)
            replace_file(session, row, "second", "b.gpx", 2)
        return [row.log_id == log.id for row in rows.values()]

    assert database.run_now(replace) == [True, False]


def test_the_same_bytes_lead_to_their_log_until_it_is_deleted(database: Database) -> None:
    def find(session: Session) -> tuple[bool, bool, bool]:
        athlete = athlete_id(session)
        log = a_log(session, athlete)
        settle_file(session, a_file(session, athlete), FileState.LOGGED, NOON, log_id=log.id, digest="d")
        known, other = log_with_digest(session, athlete, "d"), log_with_digest(session, athlete, "e")
        delete_log(session, log, NOON)
        return known is log, other is None, log_with_digest(session, athlete, "d") is None

    assert database.run_now(find) == (True, True, True)


def test_lines_that_began_about_then_are_found(database: Database) -> None:
    def find(session: Session) -> list[int]:
        athlete = athlete_id(session)
        for minutes in (0, 2, 9):
            a_log(session, athlete, TODAY, started_at=NOON + dt.timedelta(minutes=minutes))
        found = logs_started_near(session, athlete, NOON + dt.timedelta(minutes=1), dt.timedelta(minutes=3))
        return [log.started_at.minute for log in found if log.started_at]

    assert database.run_now(find) == [0, 2]


def test_erasing_an_athlete_erases_files_and_bytes(database: Database) -> None:
    def vanish(session: Session) -> tuple[bytes | None, int, int]:
        athlete = athlete_id(session)
        row = a_file(session, athlete)
        keep_content(session, id_of(row), b"packed")
        kept = content_of(session, id_of(row))
        found = athlete_by_id(session, athlete)
        assert found is not None
        erase(session, found)
        return (
            kept,
            len(session.exec(select(ActivityFile.id)).all()),
            len(session.exec(select(FileContent.file_id)).all()),
        )

    assert database.run_now(vanish) == (b"packed", 0, 0)


def test_words_of_strangers_are_kept_as_databases_can_hold_them(database: Database) -> None:
    def keep(session: Session) -> str:
        return a_file(session, athlete_id(session), name="r\0un\ud800.gpx").name

    assert database.run_now(keep) == "r\ufffdun\ufffd.gpx"
