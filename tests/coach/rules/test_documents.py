"""Every plan becomes a document of the contract's shape, in words that all exist."""

import json

import pytest
from hypothesis import given

from bot.words import Words
from bot.words.catalogue import catalogue_for
from coach.documents import plan_document
from coach.phrases import Phrase
from coach.planning import plan
from tests.builders import MONDAY, a_check_in, an_athlete
from tests.coach.rules.athletes import Trial, trials
from tests.coach.rules.shape import EXERCISES, PLAN, SESSION
from tests.coach.rules.trial import first_plan
from tests.depth import examples

WORDS = Words(catalogue_for("en"), html=False)


def say(phrase: Phrase) -> str:
    """A phrase in plain English."""
    return str(WORDS.say(phrase))


@examples(10)
@given(trial=trials(follow=first_plan))
def test_every_plan_is_a_document_of_the_contract(trial: Trial) -> None:
    document = plan_document(plan(trial.profile, trial.history, trial.today), say)
    assert PLAN(json.loads(json.dumps(document))) == []


def test_an_event_is_a_receipt_in_words() -> None:
    document = plan_document(plan(an_athlete(), (a_check_in(MONDAY, pain=4),), MONDAY), say)
    assert document["changes"]
    assert PLAN(json.loads(json.dumps(document))) == []


def test_strength_has_the_exercises_of_the_contract() -> None:
    made = first_plan(an_athlete())
    found = {
        getattr(part, "exercise", None)
        for week in made.weeks
        for session in week.sessions
        for step in session.steps
        for part in step.parts
    }
    assert found - {None} >= {"squat", "lunge", "step_up"}
    assert found - {None} <= EXERCISES | {"warm_up", "mobility"}


@pytest.mark.parametrize(
    ("spoiled", "words"),
    [
        ({"kind": None}, "kind"),
        ({"minutes": "30"}, "minutes"),
        ({"steps": []}, "steps"),
        ({"target": {"rpe": [4, 3], "pace_s_per_km": None, "hr_bpm": None}}, "wrong way round"),
        ({"why": "because {this}"}, "no text"),
        ({"colour": "red"}, "not in the contract"),
    ],
)
def test_the_shape_notices_what_is_wrong(spoiled: dict[str, object], words: str) -> None:
    session = plan_document(first_plan(an_athlete()), say)["weeks"][0]["sessions"][0]  # type: ignore[index]  # JSON
    assert SESSION(json.loads(json.dumps(session))) == []
    assert any(words in wrong for wrong in SESSION(json.loads(json.dumps({**session, **spoiled}))))
