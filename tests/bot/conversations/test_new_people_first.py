"""The questions at the start, answered as sloppily as people write: nothing is lost, and nothing is made up."""

import pytest

from bot.conversations.question import Answer
from tests.bot.conversations.asked import typed
from tests.bot.conversations.people import Newcomer
from tests.bot.conversations.test_told_ahead import ahead


@pytest.mark.parametrize(
    ("said", "weekday", "weekend"),
    [
        ("half an hour, maybe 45 on saturday", 30, 45),
        ("30 mins 45 weekends", 30, 45),
        ("45 saturdays, 30 otherwise", 30, 45),
        ("30 in the week, an hour sunday", 30, 60),
        ("1h sundays 40 other days", 40, 60),
        ("40 min but sundays up to 90", 40, 90),
        ("up to an hour, 2 hours on a sunday", 60, 120),
    ],
)
def test_a_longer_weekend_is_heard_beside_the_usual_length(said: str, weekday: int, weekend: int) -> None:
    assert typed("min", said) == Answer({"weekday": weekday, "weekend": weekend})


@pytest.mark.parametrize("said", ["34 m", "34m", "34 f"])
def test_an_age_with_a_letter_is_an_age(said: str) -> None:
    assert typed("age", said) == Answer(34)


@pytest.mark.parametrize(
    ("said", "sex"), [("im 38, female", "female"), ("38f", "female"), ("i'm a woman", "female"), ("34 male", "male")]
)
def test_the_sex_told_beside_an_age_is_kept(said: str, sex: str) -> None:
    assert ahead(said, "days")["sex"] == Answer(sex)


@pytest.mark.parametrize("said", ["45 m", "30 m run", "45 min", "i met a woman"])
def test_minutes_are_nobodys_sex(said: str) -> None:
    assert "sex" not in ahead(said, "days")


def test_where_somebody_lives_is_their_clock() -> None:
    assert ahead("i live in leeds", "min")["zone"] == Answer("Europe/London")
    assert "zone" not in ahead("im in good shape", "min")


def test_what_stands_at_home_is_logged_as_nothing(ana: Newcomer) -> None:
    ana.starts().says("leaner legs").says("not really, i walk a bit").says("38").says("mon tue thu sat").says("sat")
    ana.says("just walks and stairs at home")
    assert "will log it" not in ana.text
    ana.says("no injuries")
    assert "will log it" not in ana.text
    ana.says("walked 30 min today")
    assert "will log it" in ana.text


@pytest.mark.parametrize("said", ["my 10k best is 45:10 from october", "10k in 45:10 in october"])
def test_a_result_of_some_months_ago_is_taken_whatever_is_asked(ana: Newcomer, said: str) -> None:
    ana.starts().says("10k").says("years, in a club").says("40 km a week, longest 16").says(said)
    assert ana.athlete.profile["recent_race"] == {"distance_m": 10_000, "time_s": 2710}


@pytest.mark.parametrize(
    ("said", "cleared"),
    [
        ("yeah he said fine", True),
        ("doc is fine with it", True),
        ("she said it's ok", True),
        ("doc said walking n jogging is fine", True),
        ("yes, no problem", True),
        ("yes but take it slow", True),
        ("yes she did at 12 weeks", True),
        ("y", True),
        ("n", False),
        ("not yet", False),
        ("doctor said no running", False),
    ],
)
def test_a_doctors_yes_is_heard_in_other_words(said: str, *, cleared: bool) -> None:
    asked = {"ticked": ["heart_condition"], "doctor": True}
    assert typed("health", said, asked) == Answer({"flags": ["heart_condition"], "cleared": cleared})


@pytest.mark.parametrize(
    "said",
    [
        "he said fine if i only walk",
        "yes but only walking",
        "doc said walking is fine",
        "doc said light exercise is ok",
        "yes and the doctor said stop",
        "yes in two weeks",
    ],
)
def test_a_doctors_yes_with_a_condition_is_asked_again(said: str) -> None:
    asked = {"ticked": ["heart_condition"], "doctor": True}
    assert not isinstance(typed("health", said, asked), Answer)


def test_a_time_hoped_for_at_the_start_is_answered(ana: Newcomer) -> None:
    ana.starts().says("10k, race on 14 march, want to go sub 44")
    assert "10 km in 44 min: a good thing to run for" in ana.text
    assert ana.open_question == "exp"
