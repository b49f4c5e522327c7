"""How a sender ends and begins again: told to stop, killed, deaf to what the database kept, after a halt."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlmodel import Session

from bot.telegram.api import NotDelivered, Refused, Unanswered
from bot.telegram.flights import Flights
from bot.telegram.request import Flight
from bot.telegram.sender import AT_ONCE, FOR_ANSWERS, LOOK_AGAIN, RECORD, STOP_WITHIN
from coach.errors import DatabaseUnreachable
from storage.doubt import End
from storage.leases import sign
from storage.outbox import Outgoing, mark_sending, next_messages
from storage.tables import Lane, OutboxState
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.test_sender import Post
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, cancelled, seconds, until, virtually

T = TypeVar("T")


class Unheard(InlineDatabase):
    """A database that keeps what it was given and then, as often as it is told, does not say so."""

    late = 0.0
    deaf = 0
    skip = 0

    async def run(self, work: Callable[[Session], T], *, gives_way: bool = False) -> T:
        """One transaction, kept; its end is heard late, or not at all."""
        done = await super().run(work, gives_way=gives_way)
        await asyncio.sleep(self.late)
        if self.skip:
            self.skip -= 1
        elif self.deaf:
            self.deaf -= 1
            raise DatabaseUnreachable
        return done


class Hanging(FakeApi):
    """Never answers: with a connection, or still waiting for one."""

    connects = True

    async def call(self, method: str, payload: Any, **more: Any) -> Any:  # noqa: ANN401 — JSON
        """Hang."""
        if self.connects:
            Flight.note_connection()
        await super().call(method, payload, **more)
        await asyncio.sleep(3600)


@pytest.fixture
def database(inline: InlineDatabase) -> Unheard:
    database = Unheard(inline.engine, 1)
    database.lost = []
    return database


@pytest.fixture
def post(database: Unheard) -> Post:
    return Post(database)


def test_told_to_stop_while_it_marks_a_message_as_begun_it_gives_it_back(post: Post, database: Unheard) -> None:
    """Not a byte went out, so the message is not in doubt."""

    async def job() -> int:
        row = post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(0.25)
        assert post.states() == [OutboxState.SENDING]
        await cancelled(task)
        return row

    database.late = 0.1
    row = post.row(virtually(job))
    assert (row.state, row.attempts, row.in_doubt) == (OutboxState.QUEUED, 0, 0)
    assert post.api.calls == []


def test_a_transaction_whose_end_was_not_heard_strands_no_message(post: Post, database: Unheard) -> None:
    """The connection broke at the commit: what is marked as begun and is not goes out without a restart, once."""

    async def job() -> int:
        row = post.queue("one")
        database.skip, database.deaf = 2, 1
        await post.deliver()
        return row

    row = post.row(virtually(job))
    assert post.api.texts() == ["one"]
    assert (row.state, row.attempts, row.in_doubt) == (OutboxState.SENT, 1, 0)


def test_a_doubt_written_down_twice_counts_once(post: Post, database: Unheard) -> None:
    async def job() -> int:
        post.api.will("send_message", Unanswered())
        row = post.queue("one")
        database.skip, database.deaf = 3, 1
        await post.deliver()
        return row

    row = post.row(virtually(job))
    assert post.api.texts() == ["one", "one"]
    assert (row.state, row.in_doubt) == (OutboxState.SENT, 1)


@pytest.mark.parametrize(("connects", "doubts"), [(True, 1), (False, 0)])
def test_told_to_stop_while_telegram_hangs_only_what_may_have_arrived_is_in_doubt(
    post: Post,
    connects: bool,  # noqa: FBT001 — a case
    doubts: int,
) -> None:
    async def job() -> tuple[int, float]:
        row = post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await until(lambda: bool(api.calls))
        told = seconds()
        await cancelled(task)
        return row, seconds() - told

    api = Hanging()
    api.connects = connects
    post.sender._api = api
    number, taken = virtually(job)
    row = post.row(number)
    assert (row.state, row.in_doubt) == (OutboxState.QUEUED, doubts)
    assert taken <= STOP_WITHIN + 0.1


def test_a_new_sender_keeps_the_silence_that_the_old_one_was_asked_for(post: Post, database: Unheard) -> None:
    async def job() -> float:
        post.api.will("send_message", Refused(429, "Too Many Requests", retry_after=20))
        post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await until(lambda: bool(post.api.calls))
        await cancelled(task)
        successor = Post(database)
        successor.queue("two", 22)
        await successor.deliver()
        return min(call.at for call in successor.api.calls)

    assert virtually(job) >= 20.0


def test_slow_broadcasts_leave_room_for_answers(post: Post) -> None:
    """Telegram takes a minute for each: as many broadcasts as may are in flight, and an answer goes out at once."""

    async def job() -> tuple[int, float]:
        for chat in range(1000, 1000 + 2 * AT_ONCE):
            post.queue("prompt", chat, Lane.BROADCAST)
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(30)
        in_flight = len(api.calls)
        asked = seconds()
        post.queue("answer", 5)
        post.sender.wake()
        await until(lambda: "answer" in api.texts())
        waited = seconds() - asked
        await cancelled(task)
        return in_flight, waited

    api = Hanging()
    post.sender._api = api
    in_flight, waited = virtually(job)
    assert in_flight == AT_ONCE - FOR_ANSWERS
    assert waited <= 1.0


class Slow(FakeApi):
    """Takes a second for each call, and remembers how many of which were under way at once."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.under_way: list[str] = []
        self.together: list[list[str]] = []

    async def call(self, method: str, payload: Any, **more: Any) -> Any:  # noqa: ANN401 — JSON
        """Take a second."""
        text = str(payload["text"])
        self.under_way.append(text)
        self.together.append(list(self.under_way))
        await asyncio.sleep(1.0)
        self.under_way.remove(text)
        return await super().call(method, payload, **more)


def test_what_was_in_flight_at_a_death_goes_out_again_one_by_one_and_holds_nobody_up(post: Post) -> None:
    """Another death then leaves one of them unsaid; with all of them on their way it would be all."""

    async def job() -> None:
        in_flight = [post.queue(f"again {number}", 100 + number) for number in range(6)]
        prompt = post.queue("again prompt", 200, Lane.BROADCAST)
        post.see(lambda session: mark_sending(session, [*in_flight, prompt]))
        for number in range(4):
            post.queue(f"new {number}", 300 + number)
        await post.deliver()

    api = Slow()
    post.sender._api = api
    virtually(job)
    again = [[text for text in at_once if text.startswith("again")] for at_once in api.together]
    assert max(map(len, again)) == 1
    assert sorted(text for text in api.texts() if text.startswith("again")) == [
        *(f"again {number}" for number in range(6)),
        "again prompt",
    ]
    assert {call.text for call in api.calls if call.at <= 1.1} >= {f"new {number}" for number in range(4)}
    assert set(post.states()) == {OutboxState.SENT}


def test_what_was_not_answered_goes_out_again_one_by_one(post: Post) -> None:
    async def job() -> None:
        api.will("send_message", *[Unanswered()] * 5)
        for number in range(5):
            post.queue(f"{number}", 100 + number)
        await post.deliver()

    api = Slow()
    post.sender._api = api
    virtually(job)
    assert [len(at_once) for at_once in api.together] == [1, 2, 3, 4, 5, *[1] * 5]
    assert set(post.states()) == {OutboxState.SENT}


def test_at_any_moment_one_of_the_repeats_is_marked_as_begun(post: Post) -> None:
    """Whenever it dies, the next sender finds one of them in doubt for the second time."""

    async def job() -> list[int]:
        in_flight = [post.queue(f"{number}", 100 + number) for number in range(5)]
        post.see(lambda session: mark_sending(session, in_flight))
        task = asyncio.create_task(post.sender.run())
        begun = []
        for _ in range(20):
            await asyncio.sleep(0.22)
            begun.append(post.states().count(OutboxState.SENDING))
        await cancelled(task)
        return begun

    post.sender._api = Slow()
    assert set(virtually(job)) == {1}


class Begins(FakeApi):
    """Notes the connection of every call, as the real one does; the database is away when it answers."""

    database: Unheard

    async def call(self, method: str, payload: Any, **more: Any) -> Any:  # noqa: ANN401 — JSON
        """Connect, and answer."""
        Flight.note_connection()
        self.database.lost = [DatabaseUnreachable() for _ in range(1000)]
        return await super().call(method, payload, **more)


def noted(
    tmp_path: Path, post: Post, note: Callable[[Flights, Outgoing], None], *, followed_by: str | None = None
) -> list[str]:
    """What is said once more after a kill in the middle of a call of which a record was kept.

    ``followed_by``: the mark of another machine's record, whose sender has been at work since.
    """
    flights = Flights(tmp_path / "bot.db-flights")
    for _ in range(2):  # that the machine has not been switched off since
        flights.close()
        flights.open()

    async def job() -> None:
        row = post.queue("one")
        (call,) = post.see(lambda session: next_messages(session, LoopClock().now(), Lane.ANSWER, 10))
        flights.plan(call)
        post.see(lambda session: mark_sending(session, [row]))
        note(flights, call)
        post.see(lambda session: sign(session, RECORD, followed_by or flights.mark, LoopClock().now()))
        await post.deliver()

    post.sender._flights = flights
    virtually(job)
    flights.close()
    return post.api.texts()


def test_what_telegram_had_answered_before_a_kill_is_not_said_again(post: Post, tmp_path: Path) -> None:
    assert noted(tmp_path, post, lambda flights, call: flights.said(call.id, 77)) == []
    assert (post.row(1).state, post.row(1).message_id, post.row(1).in_doubt) == (OutboxState.SENT, 77, 0)


def test_what_had_not_sent_a_byte_at_a_kill_goes_out_and_was_never_in_doubt(post: Post, tmp_path: Path) -> None:
    assert noted(tmp_path, post, lambda *_: None) == ["one"]
    assert post.row(1).in_doubt == 0


def test_what_telegram_had_refused_before_a_kill_goes_out_and_was_never_in_doubt(post: Post, tmp_path: Path) -> None:
    assert noted(tmp_path, post, lambda flights, call: flights.refused(call.id)) == ["one"]
    assert post.row(1).in_doubt == 0


def test_what_was_under_way_at_a_kill_goes_out_once_more_in_doubt(post: Post, tmp_path: Path) -> None:
    assert noted(tmp_path, post, lambda flights, call: flights.begin(call.id)) == ["one"]
    assert post.row(1).in_doubt == 1


def test_a_record_is_not_believed_once_another_machine_has_sent(post: Post, tmp_path: Path) -> None:
    """Its sender planned the call and died before marking it; the other one marked it, and died with bytes out."""
    assert noted(tmp_path, post, lambda *_: None, followed_by="another") == ["one"]
    assert post.row(1).in_doubt == 1


@pytest.mark.parametrize(
    ("answer", "known"),
    [
        ({"message_id": 77}, {End(said=True, message_id=77)}),
        (Refused(502, "gateway"), {End(said=False)}),
        (NotDelivered(), {End(said=False)}),
        (Unanswered(), set()),
    ],
    ids=["said", "refused", "not delivered", "unanswered"],
)
def test_the_sender_notes_how_a_call_ends_before_the_outbox_hears_of_it(
    post: Post, database: Unheard, tmp_path: Path, answer: object, known: set[End]
) -> None:
    flights = Flights(tmp_path / "bot.db-flights")
    post.sender._flights = flights
    post.sender._api = api = Begins()
    api.database = database
    api.will("send_message", answer)

    async def job() -> None:
        post.queue("one")
        task = asyncio.create_task(post.sender.run())
        await until(lambda: bool(api.calls))
        seen.update(flights.known().values())
        database.lost = []
        await cancelled(task)

    seen: set[End] = set()
    virtually(job)
    flights.close()
    assert seen == known


def test_a_sender_that_ends_leaves_the_record_to_the_next_one(post: Post, tmp_path: Path) -> None:
    post.sender._flights = Flights(tmp_path / "bot.db-flights")
    other = Flights(tmp_path / "bot.db-flights")

    async def job() -> None:
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(1)
        assert not other.open()
        await cancelled(task)

    virtually(job)
    assert other.open()
    other.close()


def test_a_sender_takes_the_record_when_the_one_before_lets_go_of_it(post: Post, tmp_path: Path) -> None:
    """A leader that lost its lease may still be at it: what it notes then is no business of the new one."""
    before, after = (Flights(tmp_path / "bot.db-flights") for _ in range(2))
    before.open()
    before.plan(Outgoing(1, 1, Lane.ANSWER, "send_message", {}, None, None, 0, START))
    post.sender._flights = after

    async def job() -> None:
        task = asyncio.create_task(post.sender.run())
        await asyncio.sleep(1)
        before.close()
        await asyncio.sleep(2 * LOOK_AGAIN)
        assert not before.open()
        assert after.known() == {}
        assert post.see(lambda session: sign(session, RECORD, after.mark, LoopClock().now()))
        await cancelled(task)

    virtually(job)


def test_once_the_outbox_knows_the_end_the_record_forgets_the_call(post: Post, tmp_path: Path) -> None:
    flights = Flights(tmp_path / "bot.db-flights")
    post.sender._flights = flights

    async def job() -> None:
        for number in range(3):
            post.queue(f"{number}", 100 + number)
        await post.deliver()

    virtually(job)
    flights.open()
    assert flights.known() == {}
    flights.close()
