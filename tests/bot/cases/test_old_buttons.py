"""Buttons stay in a chat for ever: tapped twice, or months later, they do nothing that is not true any more."""

from bot.cases.pausing import pause
from bot.cases.report import pain
from storage.tables import AthleteState
from tests.bot.cases.chat import Chat


def test_a_doctors_yes_counts_once(chat: Chat) -> None:
    chat.says("i had chest pain on the stairs")
    button = chat.buttons["A doctor says I can run"]
    chat.taps_data(*button)
    assert "Good news" in chat.text
    told = len(chat.logs)
    chat.taps_data(*button)
    assert chat.heard == []
    assert chat.toasts == ["Nothing waits for a doctor just now. /today shows what’s on."]
    assert len(chat.logs) == told


def test_a_doctors_yes_under_an_old_message_answers_what_waits_now(chat: Chat) -> None:
    chat.says("i had chest pain on the stairs")
    button = chat.buttons["A doctor says I can run"]
    chat.taps_data(*button)
    chat.forward(days=30)
    chat.says("i fainted this morning")
    chat.taps_data(*button)
    assert "Good news" in chat.text


def test_well_again_counts_once(chat: Chat) -> None:
    chat.says("i have a fever")
    chat.forward(days=3)
    button = chat.buttons["I’m well again"]
    chat.taps_data(*button)
    assert "Good to hear" in chat.text
    chat.taps_data(*button)
    assert chat.heard == []
    assert chat.toasts == ["Good, I have you down as well. /today shows what’s on."]


def test_start_again_after_a_pause_that_is_over_says_so(chat: Chat) -> None:
    pause(chat.desk)
    chat._listen()
    chat.taps("7 days")
    button = chat.buttons["Start again"]
    chat.taps_data(*button)
    assert "Welcome back" in chat.text
    chat.taps_data(*button)
    assert chat.heard == []
    assert chat.toasts == ["You’re not on a pause just now. /today shows what’s on."]
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_a_level_of_pain_tapped_twice_is_one_report(chat: Chat) -> None:
    pain(chat.desk)
    chat._listen()
    chat.taps("Knee")
    button = chat.buttons["4"]
    chat.taps_data(*button)
    chat.taps_data(*button)
    assert [log.pain_level for log in chat.logs] == [4]


def test_another_level_on_the_same_message_is_another_report(chat: Chat) -> None:
    pain(chat.desk)
    chat._listen()
    chat.taps("Knee")
    four, one = chat.buttons["4"], chat.buttons["1"]
    chat.taps_data(*four)
    chat.taps_data(*one)
    assert [log.pain_level for log in chat.logs] == [4, 1]


def test_a_sign_for_the_doctor_tapped_twice_is_one_report(chat: Chat) -> None:
    pain(chat.desk)
    chat._listen()
    chat.taps("Something more serious")
    button = chat.buttons["Dark urine after training"]
    chat.taps_data(*button)
    assert "see a doctor" in chat.text
    chat.taps_data(*button)
    assert [log.symptoms for log in chat.logs] == [["dark_urine"]]
