"""Every question as it looks, with every hint and range: approved texts, one file a question."""

from typing import Any

import pytest

from bot.conversations.flows import SETTINGS
from bot.conversations.question import Card, Question, Situation
from bot.words import words_for
from coach.phrases import Distance
from coach.profile import DistanceUnit
from coach.units import Metres
from tests.bot.conversations.test_questions import a_situation
from tests.snapshots import assert_matches_snapshot

STAGES: dict[str, list[dict[str, Any]]] = {
    "age": [{"decade": 16}, {"decade": 80}],
    "days": [{"ticked": ["tue", "sun"]}],
    "health": [{"ticked": ["dizziness"]}, {"ticked": ["dizziness"], "doctor": True}],
    "zone": [
        {"ahead": [60]},
        {"ahead": [330]},
        {"ahead": [-660, 780]},
        {"zones": ["Europe/Lisbon", "Atlantic/Azores"]},
    ],
    "race": [{"distance": 10_000}],
    "equip": [{"ticked": ["band"]}],
    "cross": [{"ticked": ["cycling"]}],
}
"""Half answers worth seeing, by question."""
SPEAKS_UNITS = {"weekly", "longest", "weight", "height"}


def looks(card: Card) -> str:
    """A card as people see it."""
    rows = [" ".join(f"[{choice.label}]" for choice in row) for row in card.choices]
    return "\n".join([card.text, *rows]).replace("\u202f", " ")


def story(question: Question) -> str:
    """The question in all its stages, and what is said to answers that are none."""
    words = words_for()
    cards = [question.card(a_situation(draft), words) for draft in ({}, *STAGES.get(question.key, []))]
    if question.key in SPEAKS_UNITS:
        cards.append(
            question.card(Situation(a_situation().athlete, a_situation().now), words_for("en", DistanceUnit.MI))
        )
    said = [words(f"hint.{question.key}")]
    if f"range.{question.key}" in words.catalogue:
        said.append(words(f"range.{question.key}", most=Distance(Metres(100_000))))
    return "\n\n".join([*map(looks, cards), *said])


@pytest.mark.parametrize("question", SETTINGS, ids=lambda question: question.key)
def test_a_question_looks_as_approved(question: Question) -> None:
    assert_matches_snapshot(f"questions/{question.key}", story(question))
