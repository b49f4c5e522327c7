"""Bare logs are passed by those who look for wishes and orders in words: none of them would have found any."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases import hear
from bot.cases.hear import Message
from bot.cases.training import training_of
from bot.conversations.typed.moods import in_crisis
from bot.incoming import Heard
from bot.readings import read_once
from coach.profile import DistanceUnit
from coach.reader import repeated
from coach.reader.answers import day_ahead
from coach.reader.bare import BARE, is_bare_log
from coach.reader.limits import limit_in
from storage.tables import Saying
from tests.bot.cases.chat import Chat
from tests.depth import examples

BARE_LOGS = st.from_regex(BARE, fullmatch=True).filter(is_bare_log)


def the_answers(chat: Chat, text: str) -> Sequence[bool]:
    """Whether each of those who answer before a message is read as a log takes it, let them look into it or not."""
    desk = chat.desk
    heard = Heard(1, text)
    saying = Saying(
        id=1, athlete_id=desk.athlete_id, chat_id=desk.chat_id, message_id=1, text=text, said_at=desk.now
    )  # fmt: skip
    reading = read_once(text, desk.today, DistanceUnit.KM, "en")
    message = Message(desk, heard, saying, training_of(desk), reading, ref=None, is_bare=False)
    return [answers(message) for answers in hear._ANSWERS]


def test_nobody_would_answer_a_bare_log_before_it_is_logged(chat: Chat) -> None:
    @examples(200)
    @given(text=BARE_LOGS)
    def holds(text: str) -> None:
        assert not any(the_answers(chat, text))
        assert not in_crisis(text)

    holds()


def test_a_bare_log_opens_no_step_under_a_prompt(chat: Chat) -> None:
    @examples(200)
    @given(text=BARE_LOGS)
    def holds(text: str) -> None:
        assert limit_in(text) is None
        assert day_ahead(text, chat.desk.today) is None

    holds()


def test_a_bare_log_speaks_of_no_other_than_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeated, "is_bare_log", lambda _: False)

    @examples(200)
    @given(text=BARE_LOGS, hour=st.integers(0, 23))
    def holds(text: str, hour: int) -> None:
        assert not repeated.says_less(text)
        assert not repeated.says_the_one(text)
        assert not repeated.says_another(text, hour)

    holds()


def test_an_order_beside_figures_is_still_heard(chat: Chat) -> None:
    """So the look into words is left out for bare logs alone."""
    assert any(the_answers(chat, "delete the 5k"))
