"""The first questions as people text them: half answers, answers of the question before, things told too early."""

import pytest

from bot.conversations.goal import goals_named
from bot.conversations.question import Answer, Problem
from bot.conversations.typed.ages import age_answered
from bot.conversations.typed.conditions import conditions_in
from tests.bot.conversations.asked import typed
from tests.bot.conversations.people import Newcomer

NEW = ("10k", "never", "34", "mon wed sat")


@pytest.mark.parametrize("said", ["hi is this the running thing", "whats this", "hello, what can this do"])
def test_a_hello_names_no_goal(said: str) -> None:
    assert goals_named(said) == []


def test_a_hello_before_start_leaves_every_question_to_ask(ana: Newcomer) -> None:
    ana.says("hi is this the running thing")
    assert ana.open_question == "goal"
    assert "goal" not in ana.athlete.profile


@pytest.mark.parametrize("said", ["leaner thighs", "slimer legs", "tihghs"])
def test_a_slip_of_the_finger_still_names_the_goal(said: str) -> None:
    assert goals_named(said) == ["leaner_legs"]


@pytest.mark.parametrize(
    ("said", "runs"),
    [
        ("never really, at school i hated it haha", "new"),
        ("not really, hated it at school", "new"),
        ("only at school", "new"),
        ("i used to but not for years", "returning"),
        ("at school, and now and then since", "returning"),
        ("not really often, now and then", "returning"),
    ],
)
def test_who_never_really_ran_begins_anew(said: str, runs: str) -> None:
    assert typed("exp", said) == Answer(runs)


def test_never_more_than_five_is_somebody_who_runs() -> None:
    assert typed("exp", "never more than 5k, twice a week") != Answer("new")


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("41 in january so still 40", 40),
        ("still 40", 40),
        ("turning 41 in january", 41),
        ("I am 58, turning 59 in March", 58),
        ("58 turning 59 in march", 58),
        ("i'm 58, will be 59 in may", 58),
        ("46 but still 30 at heart", None),
    ],
)
def test_the_age_that_somebody_still_has_is_theirs(said: str, age: int | None) -> None:
    assert age_answered(said) == age


@pytest.mark.parametrize(
    "said",
    [
        "not sure maybe weekends i have more time like an hour but in the week with the kids 30 mins maybe 40 tops",
        "weekdays 30 mins maybe 40 tops, weekends an hour",
    ],
)
def test_of_two_lengths_for_one_day_the_longer_is_the_limit(said: str) -> None:
    assert typed("min", said) == Answer({"weekday": 40, "weekend": 60})


@pytest.mark.parametrize(
    "said",
    [
        "asthma",
        "no but i have asthma slightly, nothing bad",
        "only slight asthma",
        "i have an inhaler",
        "mild asthma but nothing bad",
    ],
)
def test_a_condition_told_lightly_is_one(said: str) -> None:
    assert conditions_in(said) == ["chronic_condition"]


@pytest.mark.parametrize("said", ["no asthma", "my son has asthma", "asthma is a long word", "nothing"])
def test_a_condition_that_nobody_has_is_none(said: str) -> None:
    assert conditions_in(said) == []


def test_minutes_told_at_the_question_before_are_kept(ana: Newcomer) -> None:
    ana.starts().says(*NEW)
    assert ana.open_question == "long"
    ana.says("weekends i have more time like an hour but in the week with the kids 30 mins maybe 40 tops")
    assert ana.athlete.profile["max_minutes"] == {"weekday": 40, "weekend": 60}
    assert "✓ Minutes a day: 40 min, weekends 60" in ana.text
    ana.says("sat")
    assert ana.open_question == "health"


def test_minutes_passed_over_and_told_a_question_later_are_kept_and_never_logged(ana: Newcomer) -> None:
    ana.starts().says(*NEW, "sat", "no idea", "30 in the week, an hour sunday")
    assert ana.open_question == "health"
    assert ana.athlete.profile["max_minutes"] == {"weekday": 30, "weekend": 60}
    assert "log it" not in ana.text
    ana.says("none", "london", "7")
    assert all("nobody is that fast" not in text for text, _ in ana.shown.values())


def test_figures_that_cannot_be_a_run_are_not_kept_to_be_logged(ana: Newcomer) -> None:
    ana.starts().says(*NEW, "sat", "45", "30 in the week, an hour sunday")
    assert "I’ve kept that and will log it" not in ana.text


def test_the_hour_told_early_is_kept(ana: Newcomer) -> None:
    ana.starts().says(*NEW, "sat", "45", "like 7 in the morning before the kids")
    assert ana.athlete.prompt_minute == 7 * 60
    ana.says("6.30am")
    assert ana.athlete.prompt_minute == 7 * 60, "who said it once is not changed by a second thought without a word"
    ana.says("none", "london")
    assert "07:00" in " ".join(text for text, _ in ana.shown.values())


@pytest.mark.parametrize("said", ["on 30 Jan", "the race is on 30 January", "30 Jan, i'm 29"])
def test_the_day_of_the_race_told_after_the_goal_is_kept(ana: Newcomer, said: str) -> None:
    ana.starts().says("10k", said)
    if said.startswith(("on", "the")):
        assert ana.athlete.profile["race_date"] == "2027-01-30"
        assert "✓ Race day: Sat 30 Jan" in ana.text
    assert "Tap the closest one" not in ana.text


def test_a_date_is_no_race_of_somebody_who_wants_lean_legs(ana: Newcomer) -> None:
    ana.starts().says("leaner legs", "on 30 Jan")
    assert "race_date" not in ana.athlete.profile


def test_a_number_of_days_is_no_date(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "34", "3 days")
    assert "race_date" not in ana.athlete.profile


def test_miles_told_in_between_are_the_units(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "miles pls")
    assert ana.athlete.profile["units"] == "mi"
    assert ana.open_question == "age"


def test_why_a_doctor_is_asked_is_answered_in_words(ana: Newcomer) -> None:
    ana.starts().says(*NEW, "sat", "45", "asthma", "done")
    ana.says("do i really need a doctor for that?? its mild")
    assert "For something mild, a short call" in ana.text
    ana.says("yes my doctor said running is good for me")
    assert ana.open_question == "zone"


def test_a_length_for_the_week_alone_is_a_problem_and_not_half_understood() -> None:
    assert isinstance(typed("min", "it depends on the kids"), Problem)


def test_what_a_newcomer_wonders_about_is_answered_before_the_question_comes_again(ana: Newcomer) -> None:
    ana.starts().says("10k", "which shoes are good for running?")
    story = ana.transcript()
    assert "Shoes that fit" in story
    assert story.rindex("Shoes that fit") < story.rindex("How much do you run at the moment?")
    ana.says("never run", "do i have to run every day?")
    assert "How old are you?" in ana.transcript().rpartition("do i have to run every day?")[2]
