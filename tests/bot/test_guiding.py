"""The clock's part in guided sessions: each in its own transaction, one that fails costs the others nothing."""

import datetime as dt

import pytest
from sqlmodel import Session, select

from bot.desk import Desk
from bot.guiding import LATER, Guide, put_off
from bot.house import House
from bot.routes import Routes
from bot.screens import Screen
from bot.settings import Settings
from bot.words.speech import Html
from coach.errors import DatabaseUnreachable, TransactionTooLong
from storage.athletes import register
from storage.guided import begin_guided
from storage.tables import GuidedSession, Lane, OutboxMessage
from tests.bot.telegram.fakes import FakeApi
from tests.bot.telegram.virtual import START, InlineDatabase, LoopClock, virtually


def wake(desk: Desk, row: GuidedSession) -> None:
    """Say that time is up, unless the athlete is the one who breaks it."""
    row.wake_at = None
    if desk.owner.name == "Broken":
        raise RuntimeError(desk.owner.name)
    desk.say(Screen(Html(f"Time, {desk.owner.name}")))


class Gym:
    """A guide and its athletes."""

    def __init__(self, database: InlineDatabase) -> None:
        self.database = database
        self.woken = 0
        self.house = House(Settings(), LoopClock(), database, FakeApi(), Routes(wake=wake), wake_sender=self._wake)
        self.guide = Guide(self.house)

    def _wake(self) -> None:
        self.woken += 1

    def begin(self, *names: str, wake_at: dt.datetime | None = START) -> list[int]:
        """A session for each new athlete."""
        return self.database._transact(
            lambda session: [self._begun(session, number, name, wake_at) for number, name in enumerate(names, start=1)]
        )

    @staticmethod
    def _begun(session: Session, number: int, name: str, wake_at: dt.datetime | None) -> int:
        athlete = register(session, number, number, name, "en", START)
        row = GuidedSession(
            athlete_id=athlete.id or 0, date=START.date(), started_at=START, touched_at=START, wake_at=wake_at
        )
        return begin_guided(session, row).id or 0

    def said(self) -> list[tuple[str, str]]:
        """What was queued, with its lane."""
        return self.database._transact(
            lambda session: [(row.payload["text"], row.lane) for row in session.exec(select(OutboxMessage)).all()]
        )

    def alarms(self) -> list[dt.datetime | None]:
        """When each session is looked at next."""
        return self.database._transact(lambda s: [row.wake_at for row in s.exec(select(GuidedSession)).all()])


@pytest.fixture
def gym(inline: InlineDatabase) -> Gym:
    return Gym(inline)


def test_a_session_that_is_due_is_answered_like_a_person(gym: Gym) -> None:
    rows = gym.begin("Ana", "Ben")
    virtually(lambda: gym.guide.on_due(rows))
    assert gym.said() == [("Time, Ana", Lane.ANSWER), ("Time, Ben", Lane.ANSWER)]
    assert gym.woken == 1


def test_one_that_fails_is_put_off_and_costs_the_others_nothing(gym: Gym) -> None:
    rows = gym.begin("Broken", "Ben")
    virtually(lambda: gym.guide.on_due(rows))
    assert [text for text, _ in gym.said()] == ["Time, Ben"]
    broken, fine = gym.alarms()
    assert broken is not None
    assert broken >= START + LATER
    assert fine is None


def test_a_session_that_somebody_tapped_on_is_left_alone(gym: Gym) -> None:
    rows = gym.begin("Ana", wake_at=START + dt.timedelta(minutes=1))
    virtually(lambda: gym.guide.on_due(rows))
    assert gym.said() == []


def test_a_session_whose_row_is_gone_is_no_trouble(gym: Gym) -> None:
    virtually(lambda: gym.guide.on_due([99]))
    assert gym.said() == []


def test_a_lost_database_is_told_to_the_tick(gym: Gym) -> None:
    """The tick says so once and finds the session again."""
    rows = gym.begin("Ana")
    gym.database.lost = [DatabaseUnreachable()]
    with pytest.raises(DatabaseUnreachable):
        virtually(lambda: gym.guide.on_due(rows))


def test_a_session_whose_transaction_the_database_ends_is_put_off(gym: Gym) -> None:
    """Told to the tick, it would come first again and hold up everybody behind it."""
    rows = gym.begin("Ana", "Ben")
    gym.database.lost = [TransactionTooLong()]
    virtually(lambda: gym.guide.on_due(rows))
    assert [text for text, _ in gym.said()] == ["Time, Ben"]
    later, _ = gym.alarms()
    assert later is not None
    assert later >= START + LATER


def test_without_a_case_for_it_the_clock_looks_no_more(gym: Gym) -> None:
    rows = gym.begin("Ana")
    gym.house.routes = Routes()
    virtually(lambda: gym.guide.on_due(rows))
    assert gym.alarms() == [None]


def test_who_is_put_off_is_known_by_id_for_the_log(gym: Gym) -> None:
    """And nobody, where the session is over or was tapped on meanwhile."""
    first, second = gym.begin("Ana", "Ben")

    async def put() -> list[int]:
        rows = (first, second, first, 99)
        return [gym.database._transact(lambda s, row=row: put_off(s, gym.house, row)) for row in rows]

    assert virtually(put) == [1, 2, 0, 0]
