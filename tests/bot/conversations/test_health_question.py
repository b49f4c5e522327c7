"""The health question: conditions in words and by ticks, and the doctor only where it matters."""

import pytest

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Draft
from tests.bot.conversations.asked import WORDS, an_athlete, tapped, typed
from tests.bot.conversations.people import NOON


def test_a_health_flag_leads_to_the_question_about_the_doctor() -> None:
    ticked = {"ticked": ["heart_condition"]}
    asked = tapped("health", "ok", ticked)
    assert asked == Draft({**ticked, "doctor": True})
    assert tapped("health", "yes", {**ticked, "doctor": True}) == Answer(
        {"flags": ["heart_condition"], "cleared": True}
    )
    assert typed("health", "not yet", {**ticked, "doctor": True}) == Answer(
        {"flags": ["heart_condition"], "cleared": False}
    )


@pytest.mark.parametrize("flags", [["pregnant"], ["beta_blocker"], ["pregnant", "beta_blocker"]])
def test_the_doctor_is_not_asked_about_where_the_answer_changes_nothing(flags: list[str]) -> None:
    assert tapped("health", "ok", {"ticked": flags}) == Answer({"flags": flags, "cleared": False})


def test_conditions_can_be_typed() -> None:
    assert typed("health", "I have asthma and a bad knee") == Draft(
        {"ticked": ["chronic_condition", "bone_joint_problem"]}
    )


@pytest.mark.parametrize(
    "said", ["no thats all", "no", "nope", "nothing else", "none else", "no that's it", "nothing", "no heart problems"]
)
def test_a_no_behind_a_ticked_condition_leaves_the_tick_and_asks_the_doctor(said: str) -> None:
    ticked = {"ticked": ["chronic_condition"]}
    assert typed("health", said, ticked) == Draft({**ticked, "doctor": True})


@pytest.mark.parametrize(
    "said", ["none of these", "no, none of those", "nothing any more", "not anymore", "none applies"]
)
def test_words_can_take_every_tick_off_again(said: str) -> None:
    assert typed("health", said, {"ticked": ["chronic_condition"]}) == Answer({"flags": [], "cleared": False})


@pytest.mark.parametrize(
    ("flags", "cleared", "remark"),
    [
        ([], False, ""),
        (["pregnant"], True, "Congratulations"),
        (["dizziness"], False, "walking"),
        (["dizziness"], True, ""),
    ],
)
def test_what_a_health_answer_means_is_said_at_once(flags: list[str], cleared: bool, remark: str) -> None:  # noqa: FBT001
    athlete = an_athlete(health={"flags": flags, "cleared": cleared})
    said = BY_KEY["health"].remark(athlete, NOON, WORDS)
    assert remark in said
    assert bool(said) == bool(remark)
