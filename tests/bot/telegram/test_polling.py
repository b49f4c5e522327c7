"""Polling in virtual time: what is confirmed, when we wait, and when we give up."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from bot.telegram.api import NotDelivered, Refused, Unanswered
from bot.telegram.polling import AT_PEACE, CONFLICTS, AnotherPoller, Poller, TokenRefused
from coach.errors import DatabaseError, DatabaseUnreachable, TransactionTooLong
from tests.bot.telegram.fakes import Asked, FakeApi
from tests.bot.telegram.virtual import cancelled, seconds, until, virtually

CONFLICT = Refused(409, "Conflict: terminated by other getUpdates request")


@dataclass
class Telegram(FakeApi):
    """Answers a poll with what is waiting, and waits the long poll's time where nothing is."""

    stalls: int = 0

    async def call(self, method: str, payload: Any, **more: Any) -> Any:  # noqa: ANN401 — JSON
        """As the fake, but slow where nothing is waiting."""
        if method == "delete_webhook":
            return True
        if self.stalls:
            self.stalls -= 1
            await asyncio.sleep(3600)
        if not self.answers.get(method):
            await asyncio.sleep(float(payload.get("timeout", 0)))
            self.will(method, [])
        return await super().call(method, payload, **more)

    def polls(self) -> list[Asked]:
        """The polls alone."""
        return [call for call in self.calls if call.method == "get_updates"]

    def offsets(self) -> list[int]:
        """What was confirmed, poll by poll."""
        return [call.payload["offset"] for call in self.polls()]


class Desk:
    """Keeps updates; fails as often as it is told."""

    def __init__(self, *failures: DatabaseError) -> None:
        self.kept: list[int] = []
        self.failures = list(failures)

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit."""
        if self.failures:
            raise self.failures.pop()
        self.kept += [update["update_id"] for update in updates]


def polled(telegram: Telegram, desk: Desk, enough: int, watchdog: float = 90.0) -> float:
    """Poll until so many updates are kept and confirmed; how long it took."""

    async def job() -> float:
        task = asyncio.create_task(Poller(telegram, desk.keep, watchdog=watchdog).run())
        await until(lambda: len(desk.kept) >= enough, 600)
        taken = seconds()
        await asyncio.sleep(60)
        await cancelled(task)
        return taken

    return virtually(job)


def updates(*ids: int) -> list[dict[str, Any]]:
    """Updates with these ids."""
    return [{"update_id": number} for number in ids]


def test_only_what_is_kept_is_confirmed() -> None:
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", updates(7, 8), updates(9))
    polled(telegram, desk, 3)
    assert desk.kept == [7, 8, 9]
    assert telegram.offsets()[:3] == [0, 9, 10]


def test_what_is_no_update_is_passed_over_and_the_others_confirmed() -> None:
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", [{"update_id": 7}, {}, {"update_id": "8"}, "update", {"update_id": 9}])
    polled(telegram, desk, 2)
    assert desk.kept == [7, 9]
    assert telegram.offsets()[:2] == [0, 10]


@pytest.mark.parametrize("answer", [[{}], [None], ["update"], {"update_id": 7}, "updates"])
def test_an_answer_without_any_update_confirms_nothing_and_is_asked_for_after_a_pause(answer: Any) -> None:  # noqa: ANN401 — JSON
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", answer, answer, updates(7))
    taken = polled(telegram, desk, 1)
    assert desk.kept == [7]
    assert telegram.offsets()[:4] == [0, 0, 0, 8]
    assert taken >= 1.0


@pytest.mark.parametrize("error", [DatabaseUnreachable(), TransactionTooLong()])
def test_a_lost_or_locked_database_confirms_nothing_and_asks_again(error: DatabaseError) -> None:
    telegram, desk = Telegram(), Desk(error, error)
    telegram.will("get_updates", updates(7), updates(7), updates(7))
    polled(telegram, desk, 1)
    assert desk.kept == [7]
    assert telegram.offsets()[:4] == [0, 0, 0, 8]


@pytest.mark.parametrize("error", [NotDelivered(), Unanswered(), Refused(502, "Bad Gateway"), Refused(500, "")])
def test_a_failed_poll_is_begun_again_after_a_pause(error: Exception) -> None:
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", error, error, error, updates(7))
    taken = polled(telegram, desk, 1)
    assert desk.kept == [7]
    assert 3.0 <= taken <= 4.0


def test_a_429_is_waited_out() -> None:
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", Refused(429, "Too Many Requests", retry_after=20), updates(7))
    assert polled(telegram, desk, 1) >= 20.0


@pytest.mark.parametrize("status", [401, 404])
def test_a_refused_token_ends_it(status: int) -> None:
    telegram = Telegram()
    telegram.will("get_updates", Refused(status, "Unauthorized"))
    with pytest.raises(TokenRefused):
        virtually(Poller(telegram, Desk().keep).run)


def test_one_conflict_is_waited_out() -> None:
    telegram, desk = Telegram(), Desk()
    telegram.will("get_updates", CONFLICT, updates(7))
    polled(telegram, desk, 1)
    assert desk.kept == [7]


def test_repeated_conflicts_end_it_instead_of_fighting() -> None:
    telegram = Telegram()
    telegram.will("get_updates", *[CONFLICT] * CONFLICTS)
    with pytest.raises(AnotherPoller):
        virtually(Poller(telegram, Desk().keep).run)
    assert len(telegram.polls()) == CONFLICTS


def test_two_who_fight_do_not_go_on_because_both_get_an_update_now_and_then() -> None:
    telegram, desk = Telegram(), Desk()
    for number in range(CONFLICTS):
        telegram.will("get_updates", CONFLICT, updates(number))
    with pytest.raises(AnotherPoller):
        virtually(Poller(telegram, desk.keep).run)
    assert desk.kept == list(range(CONFLICTS - 1))


def test_conflicts_of_long_ago_are_forgotten() -> None:
    """A replica takes over, or somebody tries the token at home: each time it is over soon."""
    telegram, desk = Telegram(), Desk()
    quiet = [[]] * 10  # each an answer at once; the long polls after them take half a minute each
    telegram.will("get_updates", *[CONFLICT] * (CONFLICTS - 1), *quiet)

    async def job() -> None:
        task = asyncio.create_task(Poller(telegram, desk.keep).run())
        await asyncio.sleep(AT_PEACE + 60)
        telegram.will("get_updates", *[CONFLICT] * (CONFLICTS - 1), updates(7))
        await until(lambda: desk.kept == [7], 600)
        await cancelled(task)

    virtually(job)


def test_a_poll_that_stalls_is_begun_anew() -> None:
    telegram, desk = Telegram(stalls=1), Desk()
    telegram.will("get_updates", updates(7))
    assert 90.0 <= polled(telegram, desk, 1) <= 92.0
    assert desk.kept == [7]
