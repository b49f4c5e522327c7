"""Breaks, illness and silence: the coach writes less, says so once, and shames nobody (C5, S5)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.illness import ASKED_AFTER
from bot.cases.pausing import MOST_DAYS, pause, read_return
from storage.tables import AthleteState, PromptKind
from tests.bot.cases.chat import Chat

MONDAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("a week", "2026-12-07"),
        ("10 days", "2026-12-10"),
        ("for two weeks", "2026-12-14"),
        ("2 weeks", "2026-12-14"),
        ("until friday", "2026-12-04"),
        ("Until Friday!", "2026-12-04"),
        ("till next friday", "2026-12-11"),
        ("monday", "2026-12-07"),
        ("next monday", "2026-12-07"),
        ("tomorrow", "2026-12-01"),
        ("until next week", "2026-12-07"),
        ("next month", "2026-12-01"),
        ("back on 24 December", "2026-12-24"),
        ("until 3 January", "2027-01-03"),
        ("until 2027-01-15", "2027-01-15"),
        ("until christmas", "2026-12-25"),
        ("until new year", "2027-01-01"),
        ("in 3 weeks", "2026-12-21"),
        ("until 30 November", None),
        ("until 1 November 2026", None),
        ("until 2029-01-01", None),
        ("0 days", None),
        ("400 days", None),
        ("weekend", None),
        ("ran 5k in 30:00", None),
        ("until", None),
        ("", None),
    ],
)
def test_the_day_of_the_return_is_read_from_words(text: str, day: str | None) -> None:
    assert read_return(text, MONDAY) == (dt.date.fromisoformat(day) if day else None)


@given(text=st.text(max_size=40), today=st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)))
def test_whatever_is_typed_the_return_lies_ahead_and_within_a_year(text: str, today: dt.date) -> None:
    day = read_return(text, today)
    assert day is None or today < day <= today + dt.timedelta(days=MOST_DAYS)


@given(today=st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)), number=st.integers(0, 6))
def test_a_weekday_is_the_next_one_and_the_next_one_is_in_the_week_after(today: dt.date, number: int) -> None:
    name = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"][number]
    soon, later = read_return(name, today), read_return(f"next {name}", today)
    assert soon is not None
    assert later is not None
    assert soon.weekday() == later.weekday() == number
    assert 1 <= (soon - today).days <= 7
    assert (later - (today - dt.timedelta(days=today.weekday()))).days // 7 == 1


def test_a_pause_is_told_with_its_command(chat: Chat) -> None:
    pause(chat.desk, "until friday")
    chat._listen()
    assert "Paused until Fri 4 Dec" in chat.text
    assert chat.desk.owner.paused_until == dt.date(2026, 12, 4)


def test_a_pause_that_is_not_understood_is_asked_for(chat: Chat) -> None:
    pause(chat.desk, "for a while")
    chat._listen()
    assert "Until when?" in chat.text
    chat.says("until 24 december")
    assert "Paused until Thu 24 Dec" in chat.text


@pytest.mark.parametrize(("minutes", "paused"), [(119, True), (121, False)])
def test_how_long_a_pause_is_to_be_is_asked_for_two_hours(chat: Chat, minutes: int, *, paused: bool) -> None:
    pause(chat.desk)
    chat._listen()
    chat.forward(minutes=minutes)
    chat.says("a week")
    assert (chat.desk.owner.state == "paused") is paused


def test_the_first_prompt_after_a_pause_says_welcome_once(chat: Chat) -> None:
    pause(chat.desk, "3 days")
    chat.forward(days=3)
    chat.prompted()
    assert chat.text.count("Your pause is over") == 1
    chat.forward(days=1)
    chat.prompted()
    assert "Your pause is over" not in chat.text
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_nothing_is_said_while_paused(chat: Chat) -> None:
    pause(chat.desk, "1 week")
    for _ in range(6):
        chat.forward(days=1)
        assert [chat.prompted(kind).state for kind in PromptKind] == ["dropped"] * 4


def test_the_ill_are_asked_every_few_days_and_then_less_and_less(chat: Chat) -> None:
    chat.says("i have a fever")
    asked = []
    for day in range(1, 45):
        chat.forward(days=1)
        chat.prompted()
        if "How are you today?" in chat.text:
            asked.append(day)
        assert "Today:" not in chat.text
    assert asked == sorted(ASKED_AFTER)
    assert asked[:3] == [3, 6, 9]


def test_not_yet_is_an_answer_and_changes_nothing(chat: Chat) -> None:
    chat.says("i have a fever")
    chat.forward(days=3)
    chat.prompted()
    chat.taps("Not yet")
    assert chat.toasts == ["Rest on. I will ask again in a few days."]
    assert len(chat.logs) == 1


def test_being_well_again_ends_the_questions(chat: Chat) -> None:
    chat.says("i have a fever")
    chat.forward(days=3)
    chat.prompted()
    chat.taps("I’m well again")
    for _ in range(20):
        chat.forward(days=1)
        chat.prompted()
        assert "How are you today?" not in chat.text


def test_whoever_was_ill_is_not_called_quiet(chat: Chat) -> None:
    """Lines that ask for no session want no answer."""
    chat.desk.owner.rest_lines = True
    chat.says("i have a fever")
    for _ in range(30):
        chat.forward(days=1)
        chat.prompted()
        assert "You have been quiet" not in chat.text


def silent(chat: Chat, days: int) -> list[int]:
    """Let days pass without an answer; those on which the coach asked whether to slow down."""
    asked = []
    for day in range(1, days + 1):
        chat.forward(days=1)
        chat.prompted()
        if "You have been quiet" in chat.text:
            asked.append(day)
    return asked


def test_after_three_silent_days_the_coach_asks_once_and_then_writes_less(chat: Chat) -> None:
    assert len(silent(chat, 21)) == 1
    assert chat.desk.owner.slowed


def test_who_says_to_carry_on_is_written_to_as_before(chat: Chat) -> None:
    while "You have been quiet" not in chat.text:
        chat.forward(days=1)
        chat.prompted()
    chat.taps("Keep writing" if "Keep writing" in chat.buttons else next(b for b in chat.buttons if "eep" in b))
    assert not chat.desk.owner.slowed
    chat.says("done, effort 4")
    assert silent(chat, 4) == []
    assert not chat.desk.owner.slowed


def test_who_answers_again_and_falls_silent_within_weeks_is_not_asked_again(chat: Chat) -> None:
    assert len(silent(chat, 7)) == 1
    chat.says("done, effort 4")
    assert silent(chat, 7) == []
