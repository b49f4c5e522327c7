"""What the next process learns of the calls that were in flight when the one before was killed."""

import os
import signal
import stat
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.telegram.flights import SEATS, Flights
from storage.database import Database, open_database
from storage.doubt import Call, End, microseconds
from storage.engines import connected_engine, database_url
from storage.outbox import Outgoing
from tests.bot.telegram.virtual import START

Noting = Callable[[Flights], None]


def a_call(row: int, attempts: int = 0) -> Outgoing:
    """A message about to be sent."""
    return Outgoing(row, 11, "answer", "send_message", {"text": "secret words"}, None, None, attempts, START)


def key(row: int, attempts: int = 0) -> Call:
    """What the record knows it by."""
    return Call(row, attempts, microseconds(START))


@pytest.fixture
def opened(tmp_path: Path, boot: Path) -> Iterator[Callable[[], Flights]]:
    """The record as each next process opens it."""
    all_of_them: list[Flights] = []

    def open_it() -> Flights:
        for before in all_of_them:
            before.close()
        all_of_them.append(Flights(tmp_path / "bot.db-flights", boot))
        assert all_of_them[-1].open()
        return all_of_them[-1]

    yield open_it
    for each in all_of_them:
        each.close()


def flown(flights: Flights) -> None:
    """Four calls that have come four different ways."""
    for row in (1, 2, 3, 4):
        flights.plan(a_call(row))
    for row in (2, 3, 4):
        flights.begin(row)
    flights.said(3, 77)
    flights.refused(4)


KNOWN = {key(1): End(said=False), key(3): End(said=True, message_id=77), key(4): End(said=False)}


def test_of_a_call_under_way_nothing_is_known_and_of_the_others_all(opened: Callable[[], Flights]) -> None:
    opened()
    flown(opened())
    assert opened().known() == KNOWN


def test_the_record_outlives_a_kill(opened: Callable[[], Flights]) -> None:
    """A process of its own writes it and is killed; nothing was closed, flushed or waited for."""
    opened().close()
    pid = os.fork()
    if pid == 0:
        flown(opened())
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(pid, 0)
    assert opened().known() == KNOWN


def test_after_a_loss_of_power_no_call_is_taken_for_one_that_was_not_begun(
    opened: Callable[[], Flights], boot: Path
) -> None:
    opened()
    flown(opened())
    boot.write_text("two\n")
    assert opened().known() == {row: end for row, end in KNOWN.items() if row != key(1)}


def test_where_nobody_says_whether_the_machine_ran_through_it_is_no_different(
    opened: Callable[[], Flights], boot: Path
) -> None:
    boot.unlink()
    flown(opened())
    assert key(1) not in opened().known()


def test_a_new_record_knows_nothing(opened: Callable[[], Flights]) -> None:
    assert opened().known() == {}


def test_what_the_outbox_knows_is_forgotten(opened: Callable[[], Flights]) -> None:
    opened()
    flown(flights := opened())
    flights.keep_only({3})
    assert list(flights.known()) == [key(3)]
    flights.clear()
    assert opened().known() == {}


def test_a_call_made_again_is_another_call(opened: Callable[[], Flights]) -> None:
    """What is known of the first try says nothing about the second."""
    opened()
    flown(flights := opened())
    flights.plan(a_call(3, attempts=1))
    flights.begin(3)
    assert {key(3), key(3, 1)}.isdisjoint(opened().known())


def test_a_row_of_a_copy_that_was_put_back_is_not_taken_for_one_of_the_same_id(opened: Callable[[], Flights]) -> None:
    flown(flights := opened())
    known = flights.known()
    assert Call(3, 0, microseconds(START + timedelta(microseconds=1))) not in known


def test_seats_are_used_again_and_a_call_without_one_is_in_doubt(opened: Callable[[], Flights]) -> None:
    opened()
    flights = opened()
    for row in range(1, SEATS + 2):
        flights.plan(a_call(row))
    assert key(SEATS + 1) not in flights.known()
    assert len(flights.known()) == SEATS

    flights.begin(SEATS + 1)
    flights.keep_only({1})
    for row in range(1001, 1000 + SEATS):
        flights.plan(a_call(row))
    assert len(flights.known()) == SEATS


def test_a_record_keeps_its_mark_and_no_other_has_it(opened: Callable[[], Flights], tmp_path: Path, boot: Path) -> None:
    mark = opened().mark
    assert opened().mark == mark
    other = Flights(tmp_path / "other.db-flights", boot)
    other.open()
    assert other.mark != mark
    other.close()
    assert other.mark == ""


def test_a_record_of_an_earlier_version_gets_a_mark(opened: Callable[[], Flights], tmp_path: Path) -> None:
    """It had none: where it is now there were spaces."""
    (tmp_path / "bot.db-flights").write_bytes(b"one".ljust(64, b" "))
    assert set(bytes.fromhex(opened().mark)) - set(b" ")


def test_it_is_readable_by_its_owner_alone_and_holds_no_word(opened: Callable[[], Flights], tmp_path: Path) -> None:
    flown(opened())
    path = tmp_path / "bot.db-flights"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"secret" not in path.read_bytes()


def test_another_program_on_the_same_database_notes_nothing_and_says_so(
    opened: Callable[[], Flights], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    flown(opened())
    second = Flights(tmp_path / "bot.db-flights")
    assert not second.open()
    assert not second.open()
    flown(second)
    assert second.known() == {}
    assert caplog.text.count("two bots") == 1


def test_who_leads_no_longer_leaves_the_record_to_the_next_one_on_the_machine(
    opened: Callable[[], Flights], tmp_path: Path, boot: Path
) -> None:
    opened()
    flown(first := opened())
    second = Flights(tmp_path / "bot.db-flights", boot)
    assert not second.open()
    first.close()
    assert second.open()
    assert not second.open(), "it is in hand already"
    assert second.known() == KNOWN
    second.close()


def test_who_leads_again_has_as_many_seats_as_before(opened: Callable[[], Flights]) -> None:
    flights = opened()
    for row in range(1, SEATS + 1):
        flights.plan(a_call(row))
    flights.close()
    flights.open()
    flights.clear()
    flights.plan(a_call(SEATS + 1))
    assert key(SEATS + 1) in flights.known()


def test_a_link_in_its_place_is_not_followed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (target := tmp_path / "target").write_text("precious")
    (link := tmp_path / "bot.db-flights").symlink_to(target)
    flights = Flights(link)
    assert not flights.open()
    flown(flights)
    assert flights.known() == {}
    assert target.read_text() == "precious"
    assert "cannot be noted" in caplog.text


def test_it_lies_beside_the_database_and_nowhere_without_a_file(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    flights = Flights.of(database, tmp_path / "elsewhere")
    assert flights.open()
    flights.close()
    database.close_now()
    assert (tmp_path / "bot.db-flights").exists()

    nowhere = Flights.of(memory := open_database("sqlite://"), tmp_path)
    memory.close_now()
    assert not nowhere.open()
    flown(nowhere)
    nowhere.keep_only(set())
    nowhere.clear()
    assert nowhere.known() == {}


def a_server(name: str, password: str = "secret") -> Database:  # noqa: S107 — nobody's
    """A PostgreSQL that is not asked for anything."""
    return Database(connected_engine(database_url(f"postgresql://ana:{password}@db.example/{name}"), 1), 1)


def test_replicas_on_one_machine_share_one_record_for_each_database(tmp_path: Path) -> None:
    servers = [a_server("one"), a_server("two"), a_server("one", "changed")]
    for database in servers:
        flights = Flights.of(database, tmp_path)
        assert flights.open()
        flights.close()
        database.close_now()

    names = [path.name for path in tmp_path.iterdir()]
    assert len(names) == 2
    assert not any("secret" in name for name in names)


def test_without_a_folder_nothing_is_noted_of_calls_beside_postgresql() -> None:
    database = a_server("one")
    assert not Flights.of(database, None).open()
    database.close_now()
