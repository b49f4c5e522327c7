"""Pain in words alone gets no figure from us: it is asked for."""

import pytest
from sqlmodel import select

from storage.tables import Measurement
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize("words", ["achilles is a bit tight", "left calf niggle", "sore knee"])
def test_an_ache_without_a_figure_is_asked_about_and_not_kept_as_one(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "how much, from 0" in chat.text
    assert chat.logs == []


def test_the_figure_in_words_or_by_tap_makes_the_report(chat: Chat) -> None:
    chat.says("achilles is a bit tight")
    chat.says("about a 3")
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [("achilles", 3)]
    chat.says("left calf niggle")
    chat.taps("1")
    assert [(log.pain_area, log.pain_level) for log in chat.logs][1:] == [("calf", 1)]


def test_what_sounds_worse_is_taken_with_care_and_asked_about(chat: Chat) -> None:
    chat.says("foot hurts")
    assert "How strong is the pain" in chat.text
    assert [log.pain_level for log in chat.logs] == [4]
    chat.says("2")
    assert [log.pain_level for log in chat.logs] == [2]


@pytest.mark.parametrize("words", ["knees get sore sometimes", "my knee sometimes hurts on long runs"])
def test_an_ache_that_comes_and_goes_is_a_note_with_a_question(chat: Chat, words: str) -> None:
    chat.says(words)
    assert "now and then" in chat.text
    assert chat.logs == []
    chat.says("5")
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [("knee", 5)]


def test_beside_a_run_the_words_say_enough(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4, slight niggle in the right calf")
    assert [(log.distance_m, log.pain_level) for log in chat.logs] == [(5000, 2)]


def test_legs_sore_after_strength_are_soreness_and_nothing_is_asked(chat: Chat) -> None:
    chat.says("did strength 20 min, effort 6")
    chat.forward(days=1)
    chat.says("legs are sore")
    assert "how much" not in chat.text
    assert [log.pain_level for log in chat.logs] == [None, None]


def test_a_weight_beside_a_mild_ache_is_kept_once_whatever_is_answered(chat: Chat) -> None:
    chat.says("weight 70.4, knee a bit sore")
    assert "70.4 kg" in chat.text
    assert "Knee: how much" in chat.text
    chat.says("3")
    rows = chat.desk.session.exec(select(Measurement)).all()
    assert [(row.kind, row.value) for row in rows if row.deleted_at is None] == [("weight_kg", 70.4)]
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [("knee", 3)]
