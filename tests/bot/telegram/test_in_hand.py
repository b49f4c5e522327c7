"""What the next process learns of the updates that were in hand when the one before was killed."""

import asyncio
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.telegram.in_hand import SEATS, InHand
from storage.database import open_database
from storage.inbox import Waiting, dead_letters
from storage.tables import InboxState
from tests.bot.telegram.records import reopened
from tests.bot.telegram.test_worker import BEN, Post, a_message
from tests.bot.telegram.virtual import InlineDatabase, until, virtually

Opening = Callable[[], InHand]


@pytest.fixture
def opened(tmp_path: Path, boot: Path) -> Iterator[Opening]:
    """The record as each next process opens it."""
    with reopened(lambda: InHand([tmp_path / "bot.db-in-hand"], boot)) as open_it:
        yield open_it


def waiting(*numbers: int) -> list[Waiting]:
    """Updates that could be handled."""
    return [Waiting(number, number, {}) for number in numbers]


def test_an_update_alone_in_hand_is_to_blame(opened: Opening) -> None:
    opened().begin(7)
    after = opened()
    assert after.blamed == 7
    assert after.suspects == {7}


def test_several_in_hand_are_suspects_and_none_is_to_blame(opened: Opening) -> None:
    before = opened()
    for number in (7, 8, 9):
        before.begin(number)
    before.end(8)
    after = opened()
    assert after.blamed is None
    assert after.suspects == {7, 9}


def test_what_was_finished_is_not_suspected(opened: Opening) -> None:
    before = opened()
    before.begin(7)
    before.end(7)
    assert not opened().suspects


def test_a_kill_is_blamed_once(opened: Opening) -> None:
    opened().begin(7)
    opened()
    assert opened().blamed is None


def test_a_loss_of_power_is_nobodys_fault(opened: Opening, boot: Path) -> None:
    opened().begin(7)
    boot.write_text("two\n")
    assert opened().blamed is None


def test_suspects_are_handled_one_at_a_time_and_then_all_side_by_side(opened: Opening) -> None:
    before = opened()
    before.begin(2)
    before.begin(3)
    after = opened()
    rows = waiting(1, 2, 3)
    assert after.choose(rows, busy=False) == (rows[1],)
    assert after.choose(rows, busy=True) == ()
    after.end(2)
    assert after.choose(rows, busy=False) == (rows[2],)
    after.end(3)
    assert after.choose(rows, busy=True) == rows


def test_suspects_that_others_have_handled_hold_up_nobody(opened: Opening) -> None:
    before = opened()
    before.begin(2)
    before.begin(3)
    after = opened()
    assert after.choose(waiting(8, 9), busy=False) == waiting(8, 9)
    assert after.choose(waiting(8, 9), busy=True) == waiting(8, 9)


def test_more_than_there_are_seats_are_not_noticed(opened: Opening) -> None:
    before = opened()
    for number in range(SEATS + 5):
        before.begin(number)
    for number in range(SEATS + 5):
        before.end(number)
    assert not opened().suspects


def test_replicas_of_a_machine_have_a_record_each_and_take_over_that_of_a_dead_one(tmp_path: Path, boot: Path) -> None:
    paths = [tmp_path / str(number) for number in range(3)]
    first, second, third = (InHand(paths, boot) for _ in range(3))
    first.open()
    second.open()
    first.begin(1)
    second.begin(2)
    second.close()
    third.open()
    assert third.blamed == 2
    first.close()
    third.close()


def test_the_record_is_its_owners_alone_and_beside_the_database(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    record = InHand.of(database, None)
    record.open()
    assert stat.S_IMODE((tmp_path / "bot.db-in-hand").stat().st_mode) == 0o600
    record.close()
    database.close_now()


def test_a_folder_that_cannot_be_written_to_stops_nothing(tmp_path: Path) -> None:
    record = InHand([tmp_path / "missing" / "record"])
    record.open()
    record.begin(1)
    record.end(1)
    assert not record.suspects


class Killed:
    """A post whose process is killed as often as an update is handled."""

    def __init__(self, database: InlineDatabase, opened: Opening) -> None:
        self._database = database
        self._opened = opened

    def lives_on(self, deadly: int) -> Post:
        """The next process, until it is idle or killed by the deadly update."""
        post = Post(self._database)
        post.application.slow[deadly] = 10_000.0
        post.worker._in_hand = record = self._opened()

        async def job() -> None:
            task = asyncio.create_task(post.worker.run())
            await until(lambda: list(record._seats) == [deadly] or InboxState.NEW not in post.states(), 60.0)
            record.close()  # nobody notes anything after a kill
            all_of_it = (task, *post.worker._tasks.values())
            for each in all_of_it:
                each.cancel()
            await asyncio.gather(*all_of_it, return_exceptions=True)

        virtually(job)
        return post


def test_an_update_that_kills_the_process_is_set_aside_and_the_others_are_handled(
    inline: InlineDatabase, opened: Opening
) -> None:
    Post(inline).arrive(a_message(1), a_message(2, BEN), a_message(3))
    process = Killed(inline, opened)
    lives = [process.lives_on(deadly=1) for _ in range(4)]
    assert [post.application.order() for post in lives] == [[2], [], [], [3]]
    assert inline._transact(lambda session: [row.update_id for row in dead_letters(session)]) == [1]
