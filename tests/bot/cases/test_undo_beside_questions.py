"""*Undo* while a question stands open takes back what was done since; only then is it the way back in the question."""

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
