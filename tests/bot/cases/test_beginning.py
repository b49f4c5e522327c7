"""The first promise is kept: the coach says when it writes first, and on that day and not before there is something."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases.beginning import all_known, first_message
from bot.cases.plans import begin
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

TUESDAYS = {"available_days": ["tue", "thu", "sun"], "experience": "new", "goal": "leaner_legs"}


def promised(session: Session, now: dt.datetime, minute: int = 7 * 60, **profile: object) -> str:
    """What somebody hears of the first message who has answered everything just now."""
    chat = Chat.with_an_athlete(session, now, **profile)
    chat.desk.owner.prompt_minute = minute
    return first_message(chat.desk, begin(chat.desk))


def test_a_session_tomorrow_is_promised_for_tomorrow(session: Session) -> None:
    text = promised(session, NOON, **TUESDAYS)
    assert "comes tomorrow, Tue 1 Dec, at <b>07:00</b>" in text
    assert "min" in text


def test_a_rest_day_tomorrow_is_not_promised_as_training(session: Session) -> None:
    text = promised(session, NOON + dt.timedelta(days=1), 21 * 60, **{**TUESDAYS, "available_days": ["fri", "sun"]})
    assert "tomorrow" not in text
    assert "comes on Fri 4 Dec at <b>21:00</b>" in text
    assert "Until then you rest" in text


def test_an_hour_that_is_still_to_come_today_is_todays(session: Session) -> None:
    text = promised(session, NOON + dt.timedelta(days=1), 18 * 60, **TUESDAYS)
    assert text.startswith("My first message comes today at <b>18:00</b>")


def test_a_session_whose_hour_has_gone_by_is_in_the_plan_and_the_next_one_is_promised(session: Session) -> None:
    text = promised(session, NOON + dt.timedelta(days=1), **TUESDAYS)
    assert text.startswith("Today’s session is in the plan below")
    assert "comes on Thu 3 Dec at <b>07:00</b>" in text


def test_whose_plan_holds_nothing_for_now_is_promised_no_day(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **TUESDAYS)
    chat.says("i have a fever")
    chat.desk.owner.profile = {**chat.desk.owner.profile, "start_date": "2027-03-01"}
    assert (
        first_message(chat.desk, begin(chat.desk))
        == "I’ll write at <b>07:00</b> on every day that holds something for you."
    )


@pytest.mark.parametrize("weekday", range(7))
def test_the_day_that_is_promised_is_the_first_one_prompted(session: Session, weekday: int) -> None:
    chat = Chat.with_an_athlete(session, NOON + dt.timedelta(days=weekday), **TUESDAYS)
    text = first_message(chat.desk, begin(chat.desk))
    for _ in range(8):
        chat.forward(days=1)
        chat.prompted()
        if chat.heard:
            break
    assert f"{chat.desk.today.day} {chat.desk.today:%b}" in text


def test_the_clock_that_is_meant_is_named(chat: Chat) -> None:
    text = all_known(chat.desk, begin(chat.desk))
    assert "UTC now shows 12:00" in text
    assert text.startswith("That’s all I need, Ana.")
