"""Who runs already is asked how far before the first plan, so that it does not begin with walking breaks."""

import pytest

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Draft, Problem
from coach.profile import DistanceUnit
from tests.bot.conversations.people import Newcomer
from tests.bot.conversations.test_questions import tapped, typed

REST = ("41", "tue thu sat sun", "sunday", "60/90", "no", "london", "7")
WEEK = ("weekly_distance_m", "longest_run_m", "units")


def test_the_first_plan_of_a_runner_is_for_runners(ana: Newcomer) -> None:
    ana.starts().says("10k", "i run about 4 times a week", "45 km", "16", *REST)
    story = ana.transcript()
    assert "Long run" in story
    assert "Run/walk" not in story
    assert "This is your week now" not in story


def test_by_taps_it_is_one_tap_a_figure(ana: Newcomer) -> None:
    ana.starts().taps("10 km", "For years", "40 km", "15 km")
    assert ana.open_question == "age"
    assert "40 km a week, the longest run 15 km" in ana.text
    assert [ana.athlete.profile.get(field) for field in WEEK] == [40_000, 15_000, None]


def test_who_types_miles_goes_on_in_miles(ana: Newcomer) -> None:
    ana.starts().says("10k", "regularly", "28 miles")
    assert "13 mi" in ana.labels
    ana.taps("13 mi")
    assert [ana.athlete.profile.get(field) for field in WEEK] == [45_062, 20_921, "mi"]


def test_the_cards_can_be_turned_to_miles_and_back(ana: Newcomer) -> None:
    ana.starts().taps("10 km", "Most weeks", "In miles")
    assert "6 mi" in ana.labels
    ana.taps("In kilometres")
    assert "20 km" in ana.labels


@pytest.mark.parametrize("answer", ["not sure", "no idea", "skip"])
def test_who_does_not_know_gets_a_careful_start_and_is_not_asked_again(ana: Newcomer, answer: str) -> None:
    ana.starts().says("10k", "regularly", answer, answer, *REST)
    assert [ana.athlete.profile.get(field, "-") for field in WEEK] == [None, None, "-"]
    assert ana.open_question == "raceday"


def test_back_from_all_its_cards_begins_the_question_anew(ana: Newcomer) -> None:
    ana.starts().taps("10 km", "Most weeks", "20 km", "‹ Back", "‹ Back", "‹ Back")
    assert ana.open_question == "goal"
    ana.taps("10 km", "I don’t run")
    assert ana.athlete.profile["weekly_distance_m"] == 0


def test_who_does_not_run_or_starts_again_is_not_held_up(ana: Newcomer) -> None:
    ana.starts().taps("Leaner", "I’ve run before")
    assert ana.open_question == "age"


def test_as_a_setting_it_stays_one_tap() -> None:
    assert tapped("exp", "regular") == Answer("regular")


def test_what_is_no_distance_is_asked_again() -> None:
    draft = {"runs": "regular"}
    assert isinstance(typed("exp", "purple", draft), Problem)
    assert isinstance(typed("exp", "900 km", draft), Problem)
    assert isinstance(tapped("exp", "purple", draft), Problem)
    assert typed("exp", "30", draft) == Draft({"runs": "regular", "weekly_distance_m": 30_000})
    assert BY_KEY["exp"].card  # the same question, so it stays within the nine
    assert list(DistanceUnit) == ["km", "mi"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ran before, nothing now", "returning"), ("used to run years ago, not any more", "returning"),
        ("i ran until last year then stopped, nothing since", "returning"), ("nothing now", "new"),
        ("no running before, nothing", "new"), ("never ran before", "new"),
    ],
)  # fmt: skip
def test_who_ran_before_is_no_beginner(text: str, runs: str) -> None:
    assert typed("exp", text) == Answer(runs)


@pytest.mark.parametrize("text", ["i run once a week, not fast", "ran once a week, not more"])
def test_who_runs_now_is_not_called_back_after_a_break(text: str) -> None:
    assert typed("exp", text) != Answer("returning")
