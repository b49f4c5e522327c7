"""A pain told day after day: asked about as promised, shown to somebody in time, and told as over when it is over."""

import pytest
from sqlmodel import Session

from storage.tables import AthleteState
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

WALKER = {"goal": "leaner_legs", "experience": "new", "weekly_distance_m": 0, "longest_run_m": 0,
          "health": {"flags": ["heart_condition"], "cleared": False}}  # fmt: skip


def told(chat: Chat, *levels: int) -> None:
    """The knee on one day after the other; the last answer is heard."""
    for number, level in enumerate(levels):
        chat.forward(days=bool(number))
        chat.says(f"left knee {level}/10")


def test_three_days_of_pain_4_are_one_for_a_physiotherapist(chat: Chat) -> None:
    told(chat, 4, 4)
    assert "physiotherapist" not in chat.text
    told(chat, 4)
    chat.forward(days=1)
    chat.says("left knee 4/10")
    assert "let a physiotherapist or doctor have a look" in chat.text


def test_a_pain_that_was_better_in_between_is_not_lasting(chat: Chat) -> None:
    told(chat, 4, 4, 1, 4)
    assert "physiotherapist" not in chat.text


def test_the_card_of_a_run_with_a_lasting_pain_says_so_too(chat: Chat) -> None:
    told(chat, 4, 4)
    chat.forward(days=1)
    chat.says("ran 20 min, effort 3, left knee 4/10")
    assert "let a physiotherapist or doctor have a look" in chat.text


@pytest.mark.parametrize("level", [1, 4, 7])
def test_what_is_promised_for_tomorrow_is_asked_tomorrow(chat: Chat, level: int) -> None:
    chat.says(f"left knee {level}/10")
    assert "I’ll ask again tomorrow" in chat.text
    chat.forward(days=1)
    chat.prompted()
    assert "Knee, the day after" in chat.text


def test_it_is_asked_on_a_day_that_was_logged_early(chat: Chat) -> None:
    chat.says("left knee 2/10")
    chat.forward(days=1, hours=-6)
    chat.says("ran 20 min, effort 3")
    chat.prompted()
    assert "Knee, the day after" in chat.text
    assert "Today:" not in chat.text


def test_who_has_told_it_today_already_is_not_asked(chat: Chat) -> None:
    chat.says("left knee 3/10")
    chat.forward(days=1, hours=-6)
    chat.says("left knee 2/10")
    chat.prompted()
    assert "the day after" not in chat.text


def test_nothing_is_promised_during_a_pause(chat: Chat) -> None:
    chat.desk.owner.state = AthleteState.PAUSED
    chat.says("left knee 2/10")
    assert "ask again" not in chat.text


def test_a_pain_that_settled_is_told_as_settled(chat: Chat) -> None:
    chat.says("left knee 5/10")
    assert "You reported pain" in chat.text
    chat.forward(days=1)
    chat.says("left knee 1/10")
    chat.forward(days=1)
    chat.says("left knee 1/10")
    assert "Your plan has changed" in chat.text
    assert "The pain has settled" in chat.text
    assert "You reported pain" not in chat.text


def test_a_doctors_yes_is_the_reason_for_what_comes_back(chat: Chat) -> None:
    chat.says("i had chest pain on the stairs")
    assert "must be seen by a doctor first" in chat.text
    chat.forward(days=1)
    chat.says("doctor cleared me")
    assert "A doctor has cleared you" in chat.text
    assert "must be seen" not in chat.text


def test_who_walks_is_not_told_of_running(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **WALKER)
    chat.says("left knee 7/10")
    assert "Let it rest" in chat.text
    assert "running" not in chat.text.lower()
    chat.forward(days=1)
    chat.prompted()
    assert "running" not in chat.text.lower()


def test_a_level_that_was_said_is_not_asked_for(chat: Chat) -> None:
    chat.says("knee is 6 today and swollen")
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [("knee", 6)]
    assert "How strong" not in chat.text
    assert "how much" not in chat.text
