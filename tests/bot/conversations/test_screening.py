"""Answers to the health questions in one's own words: a no is a no, a worry is no illness, in doubt it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Problem
from bot.conversations.typed.screening import FLAG_WORDS, screened
from tests.bot.conversations.people import Newcomer
from tests.bot.conversations.test_questions import a_situation, typed

TO_HEALTH = ("Leaner", "I don’t run", "50–59", "52", "Mon Wed Sat", "Saturday", "30 min, w")


@pytest.mark.parametrize(
    "text",
    [
        "no", "none of the above", "nope all good", "nothing that i know of", "no health problems", "nah",
        "fit and well", "i am healthy, just overweight", "no heart problems", "i dont have any heart or joint problems",
        "never been dizzy", "no chest pain, no dizziness", "i'm not pregnant", "no medication",
        "no blood pressure problems",
    ],
)  # fmt: skip
def test_a_no_in_any_words_is_a_no(text: str) -> None:
    assert typed("health", text) == Answer({"flags": [], "cleared": False})


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("no i have asthma", "chronic_condition"),
        ("no my knees hurt", "bone_joint_problem"),
        ("no but i get a sore back", "bone_joint_problem"),
        ("not sure about my heart", "heart_condition"),
        ("haven't asked a doctor about my heart murmur", "heart_condition"),
        ("not diagnosed but chest pain", "chest_pain"),
        ("diabetic", "chronic_condition"),
        ("arthritus", "bone_joint_problem"),
    ],
)
def test_in_doubt_a_condition_counts(text: str, flag: str) -> None:
    assert flag in screened(text).flags


def test_a_worry_is_kept_and_answered_kindly(ana: Newcomer) -> None:
    ana.starts().taps(*TO_HEALTH).says("no nothing like that, just scared of my knees")
    assert ana.athlete.profile["health"] == {"flags": [], "cleared": False, "worry": "scared of my knees"}
    assert "Many people start with that worry" in ana.text
    assert ana.open_question == "zone"


def test_any_other_worry_hears_a_kind_word_too(ana: Newcomer) -> None:
    ana.starts().taps(*TO_HEALTH).says("no, a bit worried that people laugh")
    assert "Thank you for telling me" in ana.text


def test_a_worry_alone_is_no_answer_and_no_illness() -> None:
    given_back = typed("health", "i am scared of heart attacks")
    assert isinstance(given_back, Problem)
    assert given_back.phrase.key == "hint.health.worry"


@given(st.sampled_from(sorted(FLAG_WORDS)), st.data())
def test_whoever_names_a_condition_has_it_ticked(flag: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FLAG_WORDS[flag].split("|")))
    assert flag in screened(f"yes, {name}").flags
    assert flag in screened(f"i have {name}").flags


@given(st.text(max_size=80))
def test_whatever_is_typed_has_an_answer(text: str) -> None:
    told = screened(text)
    assert told.flags <= set(FLAG_WORDS)
    BY_KEY["health"].read_text(text, a_situation())
