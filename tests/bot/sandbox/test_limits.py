"""Limits on sending, by the figures that Telegram gives."""

import pytest

from bot.sandbox.limits import Limits
from bot.sandbox.refusals import Refused


class Seconds:
    """A stopwatch that the test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """What it shows."""
        return self.now


def sent(limits: Limits, chat: int) -> bool:
    try:
        limits.count(chat)
    except Refused:
        return False
    return True


def test_thirty_messages_a_second_pass_and_the_next_waits() -> None:
    seconds = Seconds()
    limits = Limits(seconds, enforced=True)
    assert [sent(limits, chat) for chat in range(1, 32)] == [True] * 30 + [False]
    seconds.now += 1
    assert sent(limits, 99)
    assert limits.worst_second == 30


def test_one_chat_takes_a_short_burst_only() -> None:
    seconds = Seconds()
    limits = Limits(seconds, enforced=True)
    assert [sent(limits, 1) for _ in range(4)] == [True, True, True, False]
    seconds.now += 3
    assert sent(limits, 1)


def test_group_takes_twenty_a_minute_and_says_how_long_to_wait() -> None:
    seconds = Seconds()
    limits = Limits(seconds, enforced=True)
    for _ in range(20):
        limits.count(-5)
        seconds.now += 2
    with pytest.raises(Refused) as refusal:
        limits.count(-5)
    assert refusal.value.parameters == {"retry_after": 20}


def test_nothing_is_refused_unless_asked_for_but_all_is_counted() -> None:
    limits = Limits(Seconds())
    assert all(sent(limits, 1) for _ in range(100))
    assert limits.worst_second == 100
