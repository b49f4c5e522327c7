"""Answers to a question about words: only about the athlete's own."""

import pytest
from sqlmodel import Session, select

from bot.cases.asked import answer_asked
from coach.errors import StaleButton
from storage.tables import Saying
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def test_the_words_of_somebody_else_are_no_session_of_mine(session: Session) -> None:
    ana, ben = (Chat.with_an_athlete(session, NOON, number) for number in (7, 8))
    ana.says("such a lovely morning")
    saying = session.exec(select(Saying)).one()
    with pytest.raises(StaleButton):
        answer_asked(ben.desk, saying.id or 0, done=True)
    assert ben.logs == []


def test_words_that_were_erased_log_nothing(chat: Chat) -> None:
    with pytest.raises(StaleButton):
        answer_asked(chat.desk, 999, done=True)
    assert chat.logs == []
