"""Sore legs after strength work: a kind answer, and a plan that stays."""

from tests.bot.cases.chat import Chat


def test_sore_legs_after_squats_change_nothing(chat: Chat) -> None:
    chat.says("squats 3x12, bridges 3x12")
    chat.forward(days=1)
    chat.says("my legs are sore")
    assert "not an injury" in chat.text
    assert "Plan changed" not in chat.text
    assert [(log.pain_level, log.symptoms) for log in chat.logs][-1] == (None, ["sore"])


def test_a_sore_knee_after_squats_is_answered_as_pain(chat: Chat) -> None:
    chat.says("squats 3x12, bridges 3x12")
    chat.forward(days=1)
    chat.says("my knee is sore, 4/10")
    assert "not an injury" not in chat.text
    assert chat.logs[-1].pain_level == 4
