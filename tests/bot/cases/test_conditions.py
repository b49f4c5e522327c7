"""Health conditions told in passing open the health question; before a plan they are ticked for it."""

import pytest

from bot.conversations.typed.conditions import conditions_in
from storage.conversations import lock_chat
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("said", "flags"),
    [
        ("i had a baby 4 months ago", ["postpartum"]),
        ("I gave birth in august", ["postpartum"]),
        ("im pregnant", ["pregnant"]),
        ("just found out i'm 8 weeks pregnant!", ["pregnant"]),
        ("pregnant!! 8 weeks", ["pregnant"]),
        ("8 weeks pregnant", ["pregnant"]),
        ("pregnant and still running", ["pregnant"]),
        ("pregnant - can i run?", ["pregnant"]),
        ("8 weeks pregnant today", ["pregnant"]),
        ("hi coach, pregnant, can i run?", ["pregnant"]),
        ("i got a positive pregnancy test", ["pregnant"]),
        ("i have asthma, can i run?", ["chronic_condition"]),
        ("i've got type 2 diabetes", ["chronic_condition"]),
        ("i have high blood pressure", ["uncontrolled_blood_pressure"]),
        ("i take bisoprolol", ["beta_blocker"]),
        ("i was diagnosed with a heart condition", ["heart_condition"]),
    ],
)
def test_what_somebody_tells_of_themselves_is_a_condition(said: str, flags: list[str]) -> None:
    assert conditions_in(said) == flags


@pytest.mark.parametrize(
    "said",
    [
        "i had a baby 12 years ago",
        "my wife is pregnant",
        "my sister has asthma",
        "i'm not pregnant",
        "can pregnant women run?",
        "pregnant women run too",
        "pregnant colleague asked me to run",
        "pregnant mum overtook me at parkrun",
        "she got a positive pregnancy test",
        "i'm having a baby shower on saturday",
        "i got a positive covid test",
        "my knee hurts",
        "the heart of the matter",
        "i have a cold",
        "i expect to be faster",
    ],
)
def test_other_words_are_none(said: str) -> None:
    assert conditions_in(said) == []


def test_a_birth_some_months_ago_asks_for_the_doctors_word_and_promises_a_careful_start(chat: Chat) -> None:
    chat.says("i had a baby 4 months ago")
    assert chat.logs == []
    assert "begin carefully" in chat.text
    row = lock_chat(chat.desk.session, chat.desk.chat_id)
    assert row.question == "health"
    chat.says("not yet")
    assert chat.desk.owner.profile["health"] == {"flags": ["postpartum"], "cleared": False}


def test_the_doctors_yes_is_kept_with_the_birth(chat: Chat) -> None:
    chat.says("i had a baby 4 months ago")
    chat.says("yes")
    assert chat.desk.owner.profile["health"] == {"flags": ["postpartum"], "cleared": True}


def test_a_condition_that_is_known_is_said_to_be(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "health": {"flags": ["chronic_condition"], "cleared": True}}
    chat.says("i have asthma")
    assert "I have that noted" in chat.text


def test_a_condition_beside_a_known_one_keeps_both(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "health": {"flags": ["chronic_condition"], "cleared": True}}
    chat.says("im pregnant")
    chat.says("not yet")
    assert chat.desk.owner.profile["health"]["flags"] == ["chronic_condition", "pregnant"]
