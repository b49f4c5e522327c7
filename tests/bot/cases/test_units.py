"""Kilometres or miles: whoever writes in the other one is offered it, once."""

import pytest
from sqlmodel import Session

from bot.cases.settings import offer
from bot.conversations.context import Moment
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def test_miles_told_to_a_coach_in_kilometres_bring_one_offer(chat: Chat) -> None:
    chat.says("ran 3 miles in 28:00, effort 4")
    assert "You wrote miles" in chat.text
    chat.taps("Miles, please")
    assert chat.desk.owner.profile["units"] == "mi"
    assert chat.text.startswith("Miles it is")
    chat.says("ran 4 km in 28:00, effort 4")
    assert "You wrote" not in chat.text


def test_whoever_keeps_kilometres_is_not_asked_again(chat: Chat) -> None:
    chat.says("ran 3 miles in 28:00, effort 4")
    chat.taps("Keep kilometres")
    assert chat.desk.owner.profile["units"] == "km"
    chat.says("ran 2 miles in 20:00, effort 4")
    assert "You wrote miles" not in chat.text


def test_a_race_of_ten_k_is_no_wish_for_kilometres(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "units": "mi"}
    chat.says("thinking of a 10k next year")
    assert "You wrote" not in chat.text


def test_an_open_question_is_put_again_in_the_new_unit(chat: Chat) -> None:
    owner = chat.desk.owner
    owner.profile = {key: value for key, value in owner.profile.items() if key != "longest_run_m"} | {
        "experience": "returning"
    }
    offer(chat.desk, Moment.FIRST_PLAN)
    chat._listen()
    assert "12\u202fkm" in chat.buttons
    chat.says("ran 3 miles in 28:00, effort 4")
    chat.taps("Miles, please")
    assert "13\u202fmi" in chat.buttons


@pytest.mark.parametrize(("told", "metres"), [("10k in 60", 9500), ("6 mi in 60", 15_289)])
def test_a_bare_figure_put_right_is_in_the_unit_told_before(session: Session, told: str, metres: int) -> None:
    """Who runs in miles and told of a 10k means 9.5 km."""
    chat = Chat.with_an_athlete(session, NOON, units="mi")
    chat.says(told)
    chat.says("no it was 9.5")
    assert [log.distance_m for log in chat.logs] == [metres]
