"""Pain and symptoms: answered at once, acted on by the plan."""

import pytest

from bot.cases import report
from bot.cases.training import monday_of, training_of
from coach.session import HARD_KINDS, RUN_KINDS, SessionKind
from tests.bot.cases.chat import Chat


def kinds_ahead(chat: Chat, days: int = 7) -> set[SessionKind]:
    """The kinds of session planned for the days from today on."""
    today = chat.desk.today
    weeks = training_of(chat.desk).plan.weeks
    return {s.kind for week in weeks for s in week.sessions if 0 <= (s.date - today).days < days}


def report_by_taps(chat: Chat, area: str, level: int) -> None:
    report.pain(chat.desk)
    chat._listen()
    chat.taps(area)
    chat.taps(str(level))


def test_a_little_pain_changes_nothing(chat: Chat) -> None:
    before = kinds_ahead(chat)
    report_by_taps(chat, "Knee", 2)
    assert "usually fine" in chat.text
    assert kinds_ahead(chat) == before
    assert chat.receipts == []


def test_some_pain_takes_out_hard_and_long_runs_and_says_so_in_a_receipt(chat: Chat) -> None:
    report_by_taps(chat, "Knee", 4)
    assert not kinds_ahead(chat) & (HARD_KINDS | {SessionKind.LONG_RUN})
    assert {receipt.rule_number for receipt in chat.receipts} == {"C3"}
    assert "Your plan has changed" in chat.text


def test_strong_pain_stops_all_running(chat: Chat) -> None:
    report_by_taps(chat, "Shin", 7)
    assert "No running" in chat.text
    assert not kinds_ahead(chat) & RUN_KINDS


def test_pain_in_words_does_the_same_as_pain_by_taps(chat: Chat) -> None:
    chat.says("my left knee hurts 7/10")
    assert not kinds_ahead(chat) & RUN_KINDS


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("I had chest pain on the stairs", "get medical help now"),
        ("my calf is swollen and warm", "see a doctor before you train on"),
    ],
)
def test_a_red_flag_stops_running_and_says_what_to_do(chat: Chat, words: str, answer: str) -> None:
    chat.says(words)
    assert answer in chat.heard[0]
    assert not kinds_ahead(chat, 28) & RUN_KINDS
    chat.forward(days=3)
    chat.taps("A doctor says I can run")
    assert kinds_ahead(chat, 28) & RUN_KINDS


def test_a_fever_means_rest_until_well(chat: Chat) -> None:
    chat.says("I have a fever, staying in bed")
    assert "Rest" in chat.heard[0] or "Get well" in chat.text
    assert not kinds_ahead(chat, 3) & RUN_KINDS


def test_the_day_after_a_pain_the_coach_asks_how_it_is(chat: Chat) -> None:
    report_by_taps(chat, "Knee", 4)
    chat.forward(days=1)
    chat.prompted()
    assert "Knee, the day after" in chat.text
    chat.taps("1")
    assert [log.pain_level for log in chat.logs] == [4, 1]


def test_a_pain_that_holds_the_plan_is_asked_about_again_when_nobody_answers(chat: Chat) -> None:
    report_by_taps(chat, "Knee", 4)
    chat.forward(days=3)
    chat.prompted()
    assert "Knee: how is it now" in chat.text
    chat.taps("0")
    chat.forward(days=1)
    chat.prompted()
    assert "Knee, the day after" in chat.text


def test_undoing_a_change_of_care_leads_to_the_report_behind_it(chat: Chat) -> None:
    report_by_taps(chat, "Knee", 7)
    chat.taps("Undo")
    assert "protects you" in chat.text
    chat.taps("Delete")
    assert kinds_ahead(chat) & RUN_KINDS


def test_a_change_is_made_once_and_not_again_every_morning(chat: Chat) -> None:
    report_by_taps(chat, "Knee", 4)
    shown = {
        s.date: s.minutes for s in training_of(chat.desk).whole_week(chat.desk.today).sessions if s.kind in RUN_KINDS
    }
    for _ in range(3):
        chat.forward(days=1)
        chat.prompted()
    week = training_of(chat.desk).whole_week(monday_of(chat.desk.today)).sessions
    later = {s.date: s.minutes for s in week if s.kind in RUN_KINDS and s.date >= chat.desk.today}
    assert later
    assert all(abs(minutes - shown[day]) <= 2 for day, minutes in later.items())
