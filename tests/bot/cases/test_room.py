"""Strength that finds no room: one warm line, and three things to do about it."""

import pytest
from sqlmodel import Session

from bot.cases import plans
from bot.views.plan import room_rows
from bot.words import words_for
from coach.errors import StaleButton
from coach.phrases import phrase
from coach.plan import Notice
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.builders import limits

SHORT = {
    "experience": "new", "goal": "leaner_legs", "available_days": ["mon", "wed", "sat"], "long_run_day": "sat",
    "max_minutes": {"weekday": 30, "weekend": 30}, "weekly_distance_m": 0, "longest_run_m": 0,
}  # fmt: skip


@pytest.fixture
def short(session: Session) -> Chat:
    """Three days of thirty minutes."""
    return Chat.with_an_athlete(session, NOON, **SHORT)


def shown(chat: Chat) -> str:
    plans.present(chat.desk)
    chat._listen()
    return chat.text


def test_one_warm_line_says_what_is_missing(short: Chat) -> None:
    text = shown(short)
    assert text.count("room for one strength session instead of two") == 1
    assert "leave no room" not in text
    assert "too short for the last steps" not in text
    assert {"One more day", "15 more minutes", "10 minutes at home"} <= set(short.buttons)


def test_fifteen_minutes_more_bring_strength_into_the_week(short: Chat) -> None:
    short.taps("15 more minutes")
    assert short.desk.owner.profile["max_minutes"] == {"weekday": 45, "weekend": 45}
    assert "Strength A" in short.text
    assert "10 minutes at home" not in short.buttons or "doesn’t fit" not in short.text


def test_ten_minutes_at_home_are_told_and_count(short: Chat) -> None:
    short.taps("10 minutes at home")
    assert "Ten minutes at home" in short.text
    short.says("strength 10 min")
    assert [log.kind for log in short.logs] == ["strength"]


def test_nobody_is_asked_for_more_while_a_doctor_has_not_agreed(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **SHORT, health={"flags": ["heart_condition"], "cleared": False})
    shown(chat)
    assert "15 more minutes" not in chat.buttons


def test_who_has_room_is_offered_nothing(chat: Chat) -> None:
    shown(chat)
    assert "15 more minutes" not in chat.buttons


def test_a_second_tap_on_the_same_button_adds_no_minutes(short: Chat) -> None:
    shown(short)
    button = short.buttons["15 more minutes"]
    short.taps_data(*button)
    short.taps_data(*button)
    assert short.desk.owner.profile["max_minutes"] == {"weekday": 45, "weekend": 45}
    assert short.heard == []
    assert short.toasts == ["Your days have that much room already. Minutes a day in /settings changes it."]


def test_an_old_button_never_shortens_days(short: Chat) -> None:
    shown(short)
    old = short.buttons["15 more minutes"]
    short.desk.owner.profile = {**short.desk.owner.profile, "max_minutes": {"weekday": 90, "weekend": 40}}
    short.taps_data(*old)
    assert short.desk.owner.profile["max_minutes"] == {"weekday": 90, "weekend": 45}


def test_a_button_of_before_it_carried_its_minutes_adds_nothing(short: Chat) -> None:
    data, message = short.buttons["10 minutes at home"]
    with pytest.raises(StaleButton):
        short.taps_data(data.replace("home", "minutes"), message)
    assert short.desk.owner.profile["max_minutes"] == {"weekday": 30, "weekend": 30}


def test_five_hours_are_the_most() -> None:
    tight = (Notice("no_room_all_strength", phrase("warning.no_room_all_strength")),)
    rows = room_rows(tight, limits(290, 300), 7, words_for())
    assert rows[0][1].tap.value == "minutes:300:300"
