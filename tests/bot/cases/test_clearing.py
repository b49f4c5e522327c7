"""A doctor's yes in words is heard: it ends a hold, or opens the health question just where it asks for it."""

import pytest
from sqlmodel import Session

from bot.cases import onboarding
from bot.cases.training import training_of
from bot.conversations.asking import talk_at
from bot.incoming import Tapped
from bot.taps import unpack
from coach.session import RUN_KINDS
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

YES = ("doctor says running is fine", "doc cleared me", "my gp said it’s ok to run",
       "cardiologist gave me the all clear", "the doctor told me I can run")  # fmt: skip


def flagged(session: Session, *flags: str) -> Chat:
    return Chat.with_an_athlete(session, NOON, health={"flags": list(flags), "cleared": False})


def runs(chat: Chat) -> bool:
    """Whether this week's plan holds a run."""
    return any(one.kind in RUN_KINDS for week in training_of(chat.desk).plan.weeks for one in week.sessions)


@pytest.mark.parametrize("text", YES)
def test_an_open_health_flag_is_asked_about_at_once(session: Session, text: str) -> None:
    chat = flagged(session, "heart_condition")
    assert not runs(chat)
    chat.says(text)
    assert "That’s good news" in chat.text
    assert "Has a doctor said that training is fine for you?" in chat.text
    assert chat.logs == []
    data, message = chat.buttons["Yes, training is fine"]
    onboarding.answer_tapped(chat.desk, Tapped(unpack(data), message, "q"))
    assert chat.desk.owner.profile["health"] == {"flags": ["heart_condition"], "cleared": True}
    assert runs(chat)


def test_the_answer_can_be_typed(session: Session) -> None:
    chat = flagged(session, "chronic_condition")
    chat.says("doctor says running is fine")
    chat.says("yes")
    assert chat.desk.owner.profile["health"]["cleared"] is True
    assert talk_at(chat.desk).question is None


@pytest.mark.parametrize("text", YES)
def test_a_red_flag_is_lifted_by_it(chat: Chat, text: str) -> None:
    chat.says("i had chest pain on the stairs")
    chat.says(text)
    assert "Good news" in chat.text
    assert chat.logs[-1].symptoms == ["cleared"]


def test_a_red_flag_and_an_open_question_are_both_answered(session: Session) -> None:
    chat = flagged(session, "heart_condition")
    chat.says("i had chest pain on the stairs")
    chat.says("doc cleared me")
    assert "Good news" in chat.text
    assert "Has a doctor said that training is fine" in chat.text


def test_where_nothing_waits_nothing_is_stored(chat: Chat) -> None:
    chat.says("doctor says running is fine")
    assert "Nothing in your plan was waiting for that" in chat.text
    assert chat.logs == []


def test_a_pregnancy_is_not_lifted(session: Session) -> None:
    chat = flagged(session, "pregnant")
    chat.says("my midwife says running is fine")
    assert "stays with walking and strength" in chat.text
    assert chat.desk.owner.profile["health"]["cleared"] is False


@pytest.mark.parametrize(
    "text", ["doctor says running is not fine", "the doctor says I can’t run yet", "does the doctor say it is fine?",
             "doctor says wait until it is safe", "the doctor was nice"]
)  # fmt: skip
def test_a_no_a_question_and_small_talk_lift_nothing(session: Session, text: str) -> None:
    chat = flagged(session, "heart_condition")
    chat.says(text)
    assert "good news" not in chat.text
    assert chat.desk.owner.profile["health"]["cleared"] is False


def test_a_plan_of_walks_leads_with_what_can_be_done(session: Session) -> None:
    chat = flagged(session, "heart_condition")
    notices = training_of(chat.desk).plan.warnings
    said = next(chat.desk.words.say(notice.text) for notice in notices if notice.code == "screening")
    assert said.startswith("You can begin right away: with walks")
    assert "doctor says yes" in said


NOT_YET = (
    "my doctor said i could run in two weeks", "doc said i can run if the pain stays away",
    "physio said fine to do strength only", "gp said ok lets do more tests first",
    "doctor says ok to run once the scan is clear", "doctor said yes it is a stress fracture",
    "doctor cleared me to run from march", "the doctor says yes but only walking",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_YET)
def test_a_yes_with_a_condition_lifts_nothing(chat: Chat, text: str) -> None:
    chat.says("i had chest pain on the stairs")
    chat.says(text)
    assert "Good news" not in chat.text
    assert not any("cleared" in log.symptoms for log in chat.logs)
    assert not runs(chat)


@pytest.mark.parametrize("text", NOT_YET)
def test_a_yes_with_a_condition_answers_no_health_question(session: Session, text: str) -> None:
    chat = flagged(session, "heart_condition")
    chat.says(text)
    assert "good news" not in chat.text.lower()
    assert not runs(chat)


def test_while_a_red_flag_waits_the_week_is_empty_and_the_words_say_so(chat: Chat) -> None:
    chat.says("chest pain when I ran")
    assert not any(week.sessions for week in training_of(chat.desk).plan.weeks)
    assert "no walks either" in chat.text


def test_what_comes_back_after_clearance_says_so_whatever_else_was_logged(chat: Chat) -> None:
    chat.says("chest pain when I ran")
    chat.forward(days=4)
    chat.says("doc cleared me")
    assert "A doctor has cleared you, so things come back" in chat.text
    assert "outside the plan" not in chat.text
