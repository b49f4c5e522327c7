"""Nobody hears of fat, girths and looks whom such talk may harm: minors, the pregnant, eating disorders (S2, S3)."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.fridge import fridge_text
from bot.views.plan import expectation_text, intro_text
from bot.words import words_for
from coach.measuring import may_measure
from coach.planning import plan
from coach.profile import Experience, Goal, Profile
from coach.workouts.telling import of_figure, reasons
from tests.builders import MONDAY, an_athlete, health
from tests.coach.rules.athletes import profiles
from tests.coach.workouts.test_explanations import WHYS
from tests.depth import examples

WORDS = words_for("en", html=False)
FIGURE = re.compile(
    r"\bfat\b|slim|\blean|\bfirm|thinner|tape measure|girth|centimet|genes|\d cm slim|look firmer|protein",
    re.IGNORECASE,
)
"""What such talk is recognised by."""
MODEST = [
    pytest.param({"age": 16}, id="16"),
    pytest.param({"age": 17}, id="17"),
    pytest.param({"health": health("pregnant", cleared=True)}, id="pregnant"),
    pytest.param({"health": health("eating_disorder", cleared=True)}, id="eating disorder"),
    pytest.param({"health": health("eating_disorder")}, id="eating disorder, not cleared"),
]


def said(athlete: Profile) -> str:
    """Everything that a plan tells: on paper, the reason and hints of every session, and the chat's first lines."""
    made = plan(athlete, (), athlete.start_date)
    told = [WORDS.say(text) for week in made.weeks for s in week.sessions for text in (s.why, s.title, *s.cues)]
    paper = fridge_text(made, WORDS, modest=not may_measure(athlete))
    return "\n".join([paper, *told, intro_text(made, athlete, WORDS), expectation_text(athlete, WORDS)])


@pytest.mark.parametrize("goal", [Goal.LEANER_LEGS, Goal.GENERAL_FITNESS, Goal.TEN_K])
@pytest.mark.parametrize("experience", [Experience.NEW, Experience.REGULAR])
@pytest.mark.parametrize("who", MODEST)
def test_plan_says_nothing_of_fat_and_looks(who: dict[str, object], experience: Experience, goal: Goal) -> None:
    athlete = an_athlete(goal=goal, experience=experience, weeks=16, **who)
    assert [line for line in said(athlete).split("\n") if FIGURE.search(line)] == []


def test_adults_still_hear_the_honest_line() -> None:
    assert "0 to 1.5 cm" in said(an_athlete(goal=Goal.LEANER_LEGS))


@examples(25)
@given(profile=profiles(), age=st.integers(16, 17))
def test_no_minor_hears_of_it_whatever_else_is_true(profile: Profile, age: int) -> None:
    minor = replace(profile, age=age)
    assert [line for line in said(minor).split("\n") if FIGURE.search(line)] == []


def test_every_reason_that_speaks_of_it_is_marked() -> None:
    speaking = {key.removeprefix("why.") for key, text in WHYS.items() if FIGURE.search(text)}
    assert {key for key in speaking if ".legs." not in key} == of_figure()


def test_two_reasons_are_left_wherever_one_is_marked() -> None:
    for section in {key.rpartition(".")[0] for key in of_figure()}:
        assert reasons()[section] - sum(key.startswith(f"{section}.") for key in of_figure()) >= 2


@pytest.mark.parametrize("who", MODEST)
def test_why_differs_from_the_one_before_for_them_too(who: dict[str, object]) -> None:
    made = plan(an_athlete(goal=Goal.LEANER_LEGS, weeks=16, **who), (), MONDAY)
    for kind in {session.kind for week in made.weeks for session in week.sessions}:
        whys = [s.why for week in made.weeks for s in week.sessions if s.kind is kind]
        assert all(one != two for one, two in pairwise(whys)), kind
