"""Telegram's limits, kept: whatever is asked of us and in whatever order, a strict counter never sees too much."""

import itertools
from collections import deque
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.rates import CHAT_BURST, GROUP_LIMIT, Limits, Window

ANA, BEN, GROUP = 1, 2, -5


@dataclass
class StrictTelegram:
    """Counts as Telegram does, exactly, and complains."""

    overall: deque[float] = field(default_factory=deque)
    chats: dict[int, deque[float]] = field(default_factory=dict)

    def receive(self, chat: int, now: float) -> None:
        """Take a message."""
        mine = self.chats.setdefault(chat, deque())
        while self.overall and self.overall[0] <= now - 1:
            self.overall.popleft()
        assert sum(moment > now - 1 for moment in self.overall) < 30, "more than 30 in a second"
        if chat > 0:
            assert sum(moment > now - CHAT_BURST for moment in mine) < CHAT_BURST, "more than one a second, sustained"
        else:
            assert sum(moment > now - 60 for moment in mine) < GROUP_LIMIT, "more than 20 a minute in a group"
        self.overall.append(now)
        mine.append(now)


def send_all(wanted: list[tuple[float, int, bool]]) -> list[float]:
    """Send what is wanted as soon as the limits allow, in order; when each went out."""
    limits, telegram, now, moments = Limits(), StrictTelegram(), 0.0, []
    for pause, chat, broadcast in wanted:
        now += pause
        now = max(now, limits.full_chats(now).get(chat, now))
        now = limits.free_at(now, broadcast=broadcast)
        assert limits.room(now, broadcast=broadcast) > 0
        telegram.receive(chat, now)
        limits.take(chat, now, broadcast=broadcast)
        moments.append(now)
    return moments


@given(
    st.lists(
        st.tuples(st.floats(0, 0.5), st.sampled_from([ANA, BEN, 3, 4, GROUP]), st.booleans()), min_size=1, max_size=120
    )
)
def test_no_order_of_messages_exceeds_any_limit(wanted: list[tuple[float, int, bool]]) -> None:
    assert len(send_all(wanted)) == len(wanted)


def test_ten_thousand_prompts_take_about_333_seconds() -> None:
    moments = send_all([(0.0, chat, True) for chat in range(1, 10_001)])
    assert 330 < moments[-1] < 345


def test_broadcasts_are_spread_evenly() -> None:
    moments = send_all([(0.0, chat, True) for chat in range(1, 61)])
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert max(gaps) < 0.2


def test_answers_may_come_at_once() -> None:
    assert send_all([(0.0, chat, False) for chat in range(1, 31)])[-1] == 0.0


def test_a_private_chat_gets_three_at_once_and_then_one_a_second() -> None:
    moments = send_all([(0.0, ANA, False)] * 9)
    assert moments[:3] == [0.0] * 3
    assert moments[-1] == pytest.approx(6.06)


def test_a_full_chat_holds_up_nobody_else() -> None:
    limits = Limits()
    for _ in range(CHAT_BURST):
        limits.take(ANA, 0.0)
    assert set(limits.full_chats(0.5)) == {ANA}
    assert limits.room(0.5) == 30 - CHAT_BURST


def test_a_halt_stops_everything_until_it_has_passed() -> None:
    limits = Limits()
    limits.halt(5.0)
    assert limits.room(4.9) == limits.room(4.9, broadcast=True) == 0
    assert limits.free_at(1.0) == 5.0
    assert limits.room(5.0) == 30


def test_a_shorter_halt_does_not_end_a_longer_one() -> None:
    limits = Limits()
    limits.halt(5.0)
    limits.halt(2.0)
    assert limits.halted_until == 5.0


def test_a_chat_at_rest_that_is_not_forgotten_yet_is_not_full() -> None:
    limits = Limits()
    for _ in range(CHAT_BURST):
        limits.take(ANA, 0.0)
    limits.full_chats(3.0)
    assert limits.full_chats(3.5) == {}
    assert set(limits._chats) == {ANA}
    limits.take(ANA, 3.5)
    assert limits.full_chats(3.6) == {}


def test_chats_at_rest_are_forgotten() -> None:
    limits = Limits()
    limits.take(ANA, 0.0)
    assert limits.full_chats(10.0) == {}
    assert limits._chats == {}


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.5, 30.0])
def test_the_overall_rate_can_be_set(rate: float) -> None:
    limits, now = Limits(per_second=rate), 0.0
    for chat in range(1, 61):
        now = limits.free_at(now)
        limits.take(chat, now)
    assert 60 / rate * 0.9 <= now + max(1, int(rate)) / rate <= 60 / rate * 1.2


def test_a_window_knows_its_room() -> None:
    window = Window(2, 1.0)
    window.take(0.0)
    assert (window.room(0.0), window.room(2.0)) == (1, 2)
    assert window.idle(2.0)
