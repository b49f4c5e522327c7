"""``/measure``: by taps and words, as trends, and kindly refused where S2 asks for it."""

import pytest
from sqlmodel import Session, select

from bot.cases import measuring
from bot.words import words_for
from coach.profile import DistanceUnit
from storage.tables import Measurement
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def asked(chat: Chat, words: str = "") -> str:
    """What ``/measure`` says."""
    measuring.measure(chat.desk, words)
    chat._listen()
    return chat.text


def kept(chat: Chat) -> list[tuple[str, float]]:
    return [(row.kind, row.value) for row in chat.desk.session.exec(select(Measurement)) if row.deleted_at is None]


def test_a_girth_is_guided_and_asks_for_a_second_reading(chat: Chat) -> None:
    asked(chat)
    chat.taps("Thigh")
    assert "Always the same side" in chat.text
    chat.says("58.2")
    assert "one more reading" in chat.text
    chat.says("58.6")
    assert "one more" not in chat.text
    assert "Thigh: 58.4 cm" in asked(chat)
    assert kept(chat) == [("thigh_cm", 58.2), ("thigh_cm", 58.6)]


def test_two_readings_in_words_are_both_kept(chat: Chat) -> None:
    chat.says("thigh 58.2 58.6")
    assert kept(chat) == [("thigh_cm", 58.2), ("thigh_cm", 58.6)]
    assert "one more" not in chat.text


def test_words_behind_the_command_are_kept(chat: Chat) -> None:
    assert "82.4 kg" in asked(chat, "weight 82.4 kg")
    assert kept(chat) == [("weight_kg", 82.4)]


def test_another_figure_while_one_is_waited_for_is_read_for_what_it_is(chat: Chat) -> None:
    asked(chat)
    chat.taps("Thigh")
    chat.says("weight 82.4 kg")
    assert kept(chat) == [("weight_kg", 82.4)]


def test_what_cannot_be_true_is_asked_again(chat: Chat) -> None:
    asked(chat)
    chat.taps("Resting pulse")
    chat.says("300")
    assert "between 30 and 120" in chat.text
    chat.says("58")
    assert kept(chat) == [("resting_hr", 58)]


def test_no_verdict_on_weight_before_four_weeks(chat: Chat) -> None:
    chat.says("weight 84 kg")
    for _ in range(3):
        chat.forward(days=7)
        chat.says("weight 82 kg")
    assert "shows after four weeks" in asked(chat)
    assert "less in four weeks" not in chat.text
    for _ in range(3):
        chat.forward(days=7)
        chat.says("weight 80.5 kg")
    assert "less in four weeks" in asked(chat)


def test_a_centimetre_of_thigh_is_no_change(chat: Chat) -> None:
    chat.says("thigh 58 58.4")
    chat.forward(days=28)
    chat.says("thigh 57 57.2")
    assert "no change that a tape can tell (that takes 1.5 cm)" in asked(chat)
    chat.forward(days=28)
    chat.says("thigh 56 56.2")
    assert "2.1 cm less than at first" in asked(chat)


def test_a_hidden_weight_is_kept_and_shown_nowhere(chat: Chat) -> None:
    chat.says("weight 84 kg")
    asked(chat)
    chat.taps("Hide my weight")
    assert "84" not in chat.text
    chat.says("weight 83.3 kg")
    assert "83.3" not in chat.text
    assert kept(chat)[-1] == ("weight_kg", 83.3)
    asked(chat)
    chat.taps("Show my weight")
    assert "Weight, smoothed" in chat.text


@pytest.mark.parametrize("profile", [{"age": 17}, {"health": {"flags": ["eating_disorder"], "cleared": True}}])
def test_minors_and_whom_figures_harm_have_no_weight_and_girth(session: Session, profile: dict[str, object]) -> None:
    chat = Chat.with_an_athlete(session, NOON, **profile)
    chat.buttons.clear()
    asked(chat)
    assert set(chat.buttons) == {"Sleep", "Resting pulse"}
    chat.says("weight 61 kg, slept 8h")
    assert "I keep no weight" in chat.text
    assert [kind for kind, _ in kept(chat)] == ["sleep_h"]


def test_miles_people_measure_in_inches_and_pounds(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, units="mi")
    chat.desk.words = words_for("en", DistanceUnit.MI)
    asked(chat)
    chat.taps("Calf")
    assert "inches" in chat.text
    chat.says("15 15.1")
    assert "Calf: 15.1 in" in asked(chat) or "Calf: 15 in" in chat.text
