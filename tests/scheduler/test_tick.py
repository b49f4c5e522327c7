"""The tick: claims what is due, hands it on, takes up what the dead left behind, and waits out a lost database."""

import asyncio
import datetime as dt
import logging

import pytest
from sqlmodel import Session

from coach.errors import DatabaseError, DatabaseUnreachable, TransactionTooLong
from coach.memories import of_people, remembered_of_people
from scheduler.due import schedule_athlete
from scheduler.tick import ABANDONED_AFTER, BATCH, LOOK_BACK_EVERY, TIDY_EVERY, Ticker
from storage.claims import Claim
from storage.database import Database
from storage.guided import begin_guided
from storage.outbox import mark_sent
from storage.prompts import mark_said, take_prompt
from storage.tables import Athlete, AthleteState, GuidedSession, OutboxMessage
from tests.scheduler.test_due import DAY, HOUR, MINUTE, at
from tests.storage.builders import a_message, an_athlete, id_of, is_waiting, like_this_one

SECOND = dt.timedelta(seconds=1)
SIX = at("06:00")
SEVEN = at("07:00")


class Desk:
    """Takes note of what is handed on."""

    def __init__(self) -> None:
        self.handed: list[int] = []
        self.noticed = asyncio.Event()

    async def note(self, prompts: list[int]) -> None:
        """The prompts that are ours to say."""
        self.handed += prompts
        self.noticed.set()


def _ticker(database: Database, desk: Desk, now: dt.datetime = SEVEN) -> Ticker:
    return Ticker(database, lambda: now, desk.note)


def _wake_up(session: Session, count: int = 1, now: dt.datetime = SIX, **fields: object) -> list[Athlete]:
    athletes = [an_athlete(session, number, **fields) for number in range(1, count + 1)]
    for athlete in athletes:
        schedule_athlete(session, athlete, now)
    return athletes


def _say(session: Session, prompt_id: int) -> None:
    prompt = take_prompt(session, prompt_id)
    assert prompt is not None
    mark_said(session, prompt)


async def test_a_tick_hands_on_who_is_due_and_nobody_twice(database: Database) -> None:
    desk = Desk()
    ticker = _ticker(database, desk)
    await database.run(lambda session: _wake_up(session, 3))

    assert await ticker.tick(SEVEN - MINUTE) == 0
    assert await ticker.tick(SEVEN) == 3
    assert await ticker.tick(SEVEN + MINUTE) == 0
    assert desk.handed == [1, 2, 3]


async def test_a_claimed_prompt_waits_until_it_is_said(database: Database) -> None:
    desk = Desk()
    await database.run(_wake_up)
    await _ticker(database, desk).tick(SEVEN)

    assert await database.run(lambda session: is_waiting(session, 1))
    await database.run(lambda session: _say(session, 1))
    assert not await database.run(lambda session: is_waiting(session, 1))


async def test_a_new_process_takes_up_what_the_dead_one_claimed(database: Database) -> None:
    """Killed after the claim: nobody's prompt is missing, and what was said is not said again."""
    await database.run(lambda session: _wake_up(session, 3))
    await _ticker(database, Desk()).tick(SEVEN)
    await database.run(lambda session: _say(session, 2))
    desk = Desk()
    await _ticker(database, desk).tick(SEVEN + MINUTE)

    assert desk.handed == [1, 3]


async def test_what_the_dead_claimed_is_dropped_when_it_is_no_longer_useful(database: Database) -> None:
    await database.run(lambda session: _wake_up(session, 1, evening=False))
    await _ticker(database, Desk()).tick(SEVEN)
    desk = Desk()
    await _ticker(database, desk).tick(SEVEN + DAY)

    assert desk.handed == [2]
    assert not await database.run(lambda session: is_waiting(session, 1))


async def test_a_replica_takes_up_what_another_left_for_minutes(database: Database) -> None:
    desk = Desk()
    ticker = _ticker(database, desk)
    await ticker.tick(SIX)
    await database.run(_wake_up)
    await _ticker(database, Desk()).tick(SEVEN)

    await ticker.tick(SEVEN + MINUTE)
    await ticker.tick(SEVEN + LOOK_BACK_EVERY + MINUTE)
    assert desk.handed == []
    await ticker.tick(SEVEN + ABANDONED_AFTER + MINUTE)
    assert desk.handed == [1]


async def test_the_timer_ticks_by_itself_until_it_is_stopped(database: Database) -> None:
    desk = Desk()
    await database.run(_wake_up)
    ticker = _ticker(database, desk)
    ticker.start()
    await asyncio.wait_for(desk.noticed.wait(), 10)
    ticker.stop()
    ticker.stop()

    assert desk.handed == [1]


async def test_a_clock_that_is_set_back_does_not_stop_the_timer(database: Database) -> None:
    """APScheduler waits for a moment of the wall clock, which after a step back is an hour away."""
    desk = Desk()
    ticker = Ticker(database, lambda: SEVEN, desk.note, every=0.01)
    ticker.start()
    for job in ticker._scheduler.get_jobs():
        job.modify(next_run_time=dt.datetime.now(dt.UTC) + HOUR)
    await database.run(_wake_up)
    await asyncio.wait_for(desk.noticed.wait(), 10)
    ticker.stop()

    assert desk.handed == [1]


async def test_a_clock_that_was_ahead_and_is_set_right_costs_nobody_the_days_between(database: Database) -> None:
    """A year ahead for one tick; then today, and every day after it, is prompted as if nothing had been."""
    desk = Desk()
    await database.run(lambda session: _wake_up(session, 2, evening=False))
    ahead = SEVEN + 365 * DAY
    await _ticker(database, desk).tick(ahead)
    assert len(desk.handed) == 2
    await database.run(lambda session: [_say(session, number) for number in desk.handed])
    for day in range(3):
        await _ticker(database, desk).tick(SEVEN + day * DAY)
    assert desk.handed == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_an_honest_clock_gives_nothing_to_set_right(database: Database) -> None:
    desk = Desk()
    await database.run(lambda session: _wake_up(session, evening=False))
    await _ticker(database, desk).tick(SEVEN)
    for minute in range(3):
        await _ticker(database, desk).tick(SEVEN + minute * MINUTE)

    assert await database.run(lambda session: session.get_one(Athlete, 1).prompted_on) == SEVEN.date()


async def test_a_machine_that_slept_for_days_says_one_useful_prompt(database: Database) -> None:
    """Claimed on Monday, suspended until Wednesday: Monday's is dropped, Wednesday's is handed on, no burst."""
    desk = Desk()
    ticker = _ticker(database, desk)
    await database.run(lambda session: _wake_up(session, evening=False))
    await ticker.tick(SEVEN)
    await ticker.tick(SEVEN + 2 * DAY + HOUR)

    assert desk.handed == [1, 2]
    assert not await database.run(lambda session: is_waiting(session, 1))


async def test_words_that_were_said_are_forgotten_within_the_hour(database: Database) -> None:
    """Nobody has to call a housekeeper: the timer that runs anyway does it."""

    def say(session: Session) -> None:
        mark_sent(session, id_of(a_message(session, created_at=SIX)), 100, SIX)

    await database.run(say)
    ticker = _ticker(database, Desk())
    for hour in range(27):
        await ticker.tick(SIX + hour * HOUR)

    assert await database.run(lambda session: session.get(OutboxMessage, 1)) is None


class Gone(Database):
    """A database that does not answer until it is back."""

    def __init__(self, real: Database, refusals: int, refusal: type[DatabaseError] = DatabaseUnreachable) -> None:
        super().__init__(real.engine, 1)
        self.refusals, self.refusal = refusals, refusal

    async def run(self, work, **how):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN003, ANN201 — as the real one
        """Refuse a few times."""
        if self.refusals:
            self.refusals -= 1
            raise self.refusal(reason="not now")
        return await super().run(work, **how)


@pytest.mark.parametrize("refusal", [DatabaseUnreachable, TransactionTooLong])
async def test_a_database_that_is_lost_or_too_slow_is_waited_for(
    database: Database, caplog: pytest.LogCaptureFixture, refusal: type[DatabaseError]
) -> None:
    desk = Desk()
    await database.run(_wake_up)
    gone = Gone(database, 2, refusal)
    ticker = Ticker(gone, lambda: SEVEN, desk.note, every=0.01)
    with caplog.at_level(logging.WARNING):
        ticker.start()
        await asyncio.wait_for(desk.noticed.wait(), 10)
    ticker.stop()
    gone.close_now()  # a tick may still hold a connection

    assert desk.handed == [1]
    assert "not now" in caplog.text


async def test_a_single_tick_says_when_the_database_is_gone(database: Database) -> None:
    with pytest.raises(DatabaseUnreachable):
        await _ticker(Gone(database, refusals=1), Desk()).tick(SEVEN)


def _scheduled(database: Database, now: dt.datetime, **fields: object) -> Athlete:
    return database.run_now(lambda session: _wake_up(session, 1, now, **fields))[0]


def test_a_newcomer_hears_at_their_next_hour(database: Database) -> None:
    """Onboarded at ten with seven o'clock as the hour: the plan was just shown, so not again at once."""
    athlete = _scheduled(database, at("10:00"), evening=False)

    assert athlete.next_prompt_at == at("tue 07:00")


def test_a_newcomer_whose_hour_is_ahead_hears_today(database: Database) -> None:
    assert _scheduled(database, SIX).next_prompt_at == SEVEN


def test_a_newcomer_of_a_monday_gets_no_review_of_a_week_not_lived(database: Database) -> None:
    assert _scheduled(database, SIX).reviewed_on == SIX.date() - DAY


def test_a_newcomer_of_a_sunday_is_reviewed_that_evening(database: Database) -> None:
    athlete = _scheduled(database, at("sun 12:00"), evening=False)

    assert athlete.next_prompt_at == at("sun 20:00")


@pytest.mark.parametrize(
    "fields",
    [
        {"zone": None},
        {"zone": "Mars/Olympus"},
        {"prompt_minute": None},
        {"blocked_at": SIX},
        {"state": AthleteState.ONBOARDING},
        {"state": AthleteState.PAUSED},
    ],
)
def test_who_must_not_be_prompted_is_not_looked_at(database: Database, fields: dict[str, object]) -> None:
    assert _scheduled(database, SIX, **fields).next_prompt_at is None


def test_a_pause_is_looked_at_on_its_last_day(database: Database) -> None:
    until = SIX.date() + 3 * DAY

    assert _scheduled(database, SIX, state="paused", paused_until=until).next_prompt_at == at("thu 07:00")


async def test_settings_changed_after_todays_prompt_wait_for_tomorrow(database: Database) -> None:
    desk = Desk()
    ticker = _ticker(database, desk)
    await database.run(lambda session: _wake_up(session, evening=False))
    await ticker.tick(SEVEN)
    await database.run(lambda session: _say(session, 1))

    def change(session: Session) -> None:
        athlete = session.get_one(Athlete, 1)
        athlete.prompt_minute = 12 * 60
        schedule_athlete(session, athlete, SEVEN + HOUR)

    await database.run(change)
    await ticker.tick(at("12:30"))
    assert desk.handed == [1]
    await ticker.tick(at("tue 12:00"))
    assert desk.handed == [1, 2]


async def test_who_unblocks_the_bot_is_prompted_again(database: Database) -> None:
    desk = Desk()
    await database.run(lambda session: _wake_up(session, blocked_at=SIX, prompted_on=SIX.date() - 9 * DAY))

    def back(session: Session) -> None:
        athlete = session.get_one(Athlete, 1)
        athlete.blocked_at = None
        schedule_athlete(session, athlete, SEVEN + HOUR)

    await database.run(back)
    assert await _ticker(database, desk).tick(SEVEN + HOUR) >= 1


@of_people(8)
def a_word(text: str) -> str:
    """What somebody wrote, remembered."""
    return text


async def test_once_an_hour_every_replica_forgets_what_it_remembers_of_people(database: Database) -> None:
    """Whoever has erased their data on another one is forgotten here too."""
    ticker, name = _ticker(database, Desk()), f"{__name__}.a_word"
    await ticker.tick(SEVEN)
    a_word("my knee hurts")
    await ticker.tick(SEVEN + TIDY_EVERY - SECOND)
    assert remembered_of_people()[name] == 1
    await ticker.tick(SEVEN + TIDY_EVERY)
    assert remembered_of_people()[name] == 0


async def test_thousands_due_at_one_moment_are_claimed_in_batches(database: Database) -> None:
    """Between two batches the database's thread is free for an answer."""
    claims: list[Claim] = []

    class Counting(Ticker):
        async def _claim(self, now: dt.datetime) -> Claim:
            claims.append(await super()._claim(now))
            return claims[-1]

    desk = Desk()
    count = 2 * BATCH + 500
    await database.run(lambda session: like_this_one(session, *_wake_up(session, evening=False), range(2, count + 1)))
    await Counting(database, lambda: SEVEN, desk.note).tick(SEVEN)

    claimed = [claim.athletes for claim in claims if claim.athletes]
    assert sum(claimed) == count
    assert max(claimed) == claimed[0] == BATCH  # two lines may share what is left as it comes
    assert len(set(desk.handed)) == count


def a_rest_that_ends_at_seven(session: Session) -> int:
    """A guided session for which the clock has something to say at seven; its id."""
    row = GuidedSession(
        athlete_id=id_of(an_athlete(session)), date=SEVEN.date(), started_at=SIX, touched_at=SIX, wake_at=SEVEN
    )
    return id_of(begin_guided(session, row))


async def test_guided_sessions_that_are_due_are_handed_on_until_they_are_answered(database: Database) -> None:
    """A restart finds them like any other: the moments are in the database."""
    desk, gym = Desk(), Desk()
    row = database.run_now(a_rest_that_ends_at_seven)
    ticker = Ticker(database, lambda: SEVEN, desk.note, on_guided=gym.note)
    await ticker.wake_guided(SEVEN - SECOND)
    assert gym.handed == []
    await ticker.wake_guided(SEVEN)
    await Ticker(database, lambda: SEVEN, desk.note, on_guided=gym.note).wake_guided(SEVEN)
    assert gym.handed == [row, row]


async def test_a_rest_ends_in_time_while_thousands_of_prompts_wait_for_room(database: Database) -> None:
    """Handing prompts on may take minutes on a busy morning."""
    no_room, woken = asyncio.Event(), asyncio.Event()

    async def waits_for_room(_: list[int]) -> None:
        no_room.set()
        await asyncio.Event().wait()

    async def wakes(_: list[int]) -> None:
        await no_room.wait()
        woken.set()

    database.run_now(lambda session: _wake_up(session) and a_rest_that_ends_at_seven(session))
    ticker = Ticker(database, lambda: SEVEN, waits_for_room, on_guided=wakes, every=0.01)
    ticker.start()
    async with asyncio.timeout(30):
        await woken.wait()
    ticker.stop()
