"""*Undo* while a question stands open takes back what was done since; only then is it the way back in the question."""

import datetime as dt

import pytest

from bot.cases.training import monday_of, training_of
from bot.conversations.asking import talk_at
from bot.conversations.flows import BY_KEY, Flow
from tests.bot.cases.chat import Chat


def test_undo_takes_a_run_back_while_the_equipment_is_asked(chat: Chat) -> None:
    chat.prompted()
    asked = talk_at(chat.desk).question
    assert asked is not None
    chat.forward(minutes=1)
    chat.says("ran 5k in 30 min, effort 4")
    chat.says("undo")
    assert chat.logs == []
    assert "Deleted" in chat.text
    assert talk_at(chat.desk).question is asked


def test_undo_takes_a_correction_back_while_a_setting_is_open(chat: Chat) -> None:
    chat.says("ran 5k in 30 min, effort 4")
    chat.forward(minutes=1)
    talk_at(chat.desk).ask(Flow.SETTINGS, BY_KEY["days"])
    chat._listen()
    chat.forward(minutes=1)
    chat.says("sorry, 5.2k", reply_to=chat.message_about(f"log:{chat.logs[0].id}"))
    chat.forward(minutes=1)
    chat.says("undo")
    assert [log.distance_m for log in chat.logs] == [5000]


@pytest.mark.parametrize("days", [1, 2, 3])
@pytest.mark.parametrize("wish", ["i can only run tue thu sun from now on", "only 30 min on weekdays from now on"])
def test_undo_of_a_wish_gives_back_the_very_weeks_that_were_sent(chat: Chat, wish: str, days: int) -> None:
    """Also in the middle of a week, and while the equipment is asked."""
    for _ in range(days):
        chat.forward(days=1)
        chat.prompted()
    before = sent(chat)
    chat.forward(minutes=1)
    chat.says(wish)
    chat.says("yes")
    assert sent(chat) != before
    chat.says("undo")
    assert "as it was before" in chat.text
    assert sent(chat) == before


def test_a_run_logged_between_a_wish_and_its_undo_still_counts(chat: Chat) -> None:
    chat.forward(days=1)
    chat.prompted()
    chat.forward(minutes=1)
    chat.says("i can only run tue thu sun from now on")
    chat.says("yes")
    (undo,) = [data for label, data in chat.buttons.items() if label == "Undo"]
    chat.says("ran 25k in 2:30:00, effort 9")
    chat.taps_data(*undo)
    assert sum(minutes for _, kind, minutes in sent(chat) if kind == "long_run") < 60


def sent(chat: Chat) -> list[tuple[dt.date, str, int]]:
    """What is to do from today on, as the athlete knows it."""
    weeks = training_of(chat.desk).sent_since(monday_of(chat.desk.today))
    return [(one.date, one.kind, one.minutes) for week in weeks for one in week.sessions if one.date >= chat.desk.today]
