"""What somebody tells before it is asked is used: it is said back once, and not asked again."""

import pytest
from sqlmodel import select

from bot.conversations.ahead import told_ahead
from bot.conversations.flows import BY_KEY, ONBOARDING
from bot.conversations.goal import goals_named
from bot.conversations.question import Question, Situation
from bot.words import words_for
from storage.tables import Athlete, AthleteState, Saying
from tests.bot.conversations.people import NOON, Newcomer

HELLO = "hi, i'm anna, 46, want to lose some weight, tue thu sun work for me"


def ahead(text: str, open_key: str = "zone") -> dict[str, object]:
    """What a newcomer's words answer besides the open question."""
    nobody = Athlete(telegram_id=7, chat_id=7, created_at=NOON, updated_at=NOON, state=AthleteState.ONBOARDING)

    def situation(_question: Question) -> Situation:
        return Situation(nobody, NOON)

    return {question.key: given for question, given in told_ahead(text, BY_KEY[open_key], situation)}


def test_a_hello_with_age_goal_and_days_leaves_only_the_rest_to_ask(ana: Newcomer) -> None:
    ana.starts().says(HELLO)
    assert ana.open_question == "exp"
    assert "✓ Goal: Leaner, stronger legs" in ana.text
    assert "✓ Age: 46" in ana.text
    assert "✓ Training days: Tue Thu Sun" in ana.text
    assert "Something wrong? Tap Back." in ana.text
    ana.says("i dont run yet")
    assert ana.open_question == "long"
    assert ana.athlete.profile["age"] == 46


def test_a_child_who_tells_the_age_ahead_hears_the_kind_no_and_nothing_is_kept(ana: Newcomer) -> None:
    ana.starts().says("hi i'm 14, 10k please")
    assert "under 16" in ana.text or "16" in ana.text
    assert "age" not in ana.athlete.profile
    assert not ana.session.exec(select(Saying)).all()


def test_back_reaches_what_was_told_ahead(ana: Newcomer) -> None:
    ana.starts().says("10k, i'm 34").says("never")
    assert ana.open_question == "days"
    ana.taps("‹ Back")
    assert ana.open_question == "age"
    ana.says("35")
    assert ana.athlete.profile["age"] == 35


def test_words_with_no_answer_to_the_open_question_still_answer_others(ana: Newcomer) -> None:
    ana.starts().says("10k", "i'm 52 and tuesdays and fridays suit me")
    assert ana.open_question == "exp"
    assert ana.athlete.profile["age"] == 52
    assert ana.athlete.profile["available_days"] == ["tue", "fri"]
    assert "Tap the closest one" not in ana.text


def test_two_goals_in_one_sentence_are_asked_about(ana: Newcomer) -> None:
    ana.starts().says("hi, i'm anna, 46, want to lose some weight and run 5k by spring")
    assert ana.open_question == "goal"
    assert "You named two goals" in ana.text
    assert ana.athlete.profile["age"] == 46


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("leaner legs and my first 5k", ["leaner_legs", "first_5k"]),
        ("my first 5k", ["first_5k"]),
        ("get fit and healthy and lose weight", ["leaner_legs"]),
        ("a half marathon", ["half_marathon"]),
        ("10k and then a half marathon", ["10k", "half_marathon"]),
        ("purple elephants", []),
    ],
)
def test_goals_are_counted_without_those_that_another_holds(text: str, goals: list[str]) -> None:
    assert goals_named(text) == goals


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (HELLO, {"goal", "age", "days"}),
        ("beginner, 30 min a day", {"exp", "min"}),
        ("i haven't run since school", {"exp"}),
        ("i could do half an hour each time", {"min"}),
        ("no, i mostly walk the dog, about half an hour every day", set()),
        ("mondays are bad", set()),
        ("not mondays and fridays", set()),
        ("i weigh 81 kg", set()),
        ("46", set()),
        ("5k in 31:20, rpe 6", set()),
        ("i slept 9 hours", set()),
        ("my son is 12", set()),
        ("60 weekdays, 2h sun", {"min"}),
        ("gym", {"equip"}),
        ("a step and two dumbbells", {"equip"}),
        ("i have a step in the garage and two little weights of 2 kilo", {"equip"}),
        ("i have no dumbbells", set()),
        ("gym 45 min", set()),
        ("i have to lose weight", {"goal"}),
    ],
)
def test_only_what_can_mean_nothing_else_is_taken_ahead(text: str, keys: set[str]) -> None:
    assert set(ahead(text)) == keys


def test_the_open_question_reads_its_own_answer() -> None:
    assert "days" not in ahead("tue thu sun", open_key="days")


@pytest.mark.parametrize(
    ("at", "text", "said"),
    [
        ("exp", "why do you ask?", "Starting too high"),
        ("age", "what do u mean", "heart rates depend on age"),
        ("days", "huh?", "only on the days you name"),
        ("age", "is this saved somewhere?", "/delete erases it"),
        ("age", "purple elephants", "type it as a number"),
    ],
)
def test_a_question_about_a_question_is_answered_and_then_asked_again(
    ana: Newcomer, at: str, text: str, said: str
) -> None:
    answers = {"exp": ["10k"], "age": ["10k", "never"], "days": ["10k", "never", "34"]}[at]
    ana.starts().says(*answers, text)
    assert said in ana.text
    assert ana.open_question == at


def test_why_is_said_at_every_question_of_the_first_nine() -> None:
    assert all(words_for()(f"why_asked.{question.key}") for question in ONBOARDING)


def test_the_question_about_the_doctor_names_its_own_buttons(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "34", "mon wed sat", "sat", "45", "i have asthma", "done", "london")
    assert "Yes, training is fine" in ana.text
    assert "None of these" not in ana.text


def test_minutes_told_at_the_age_are_no_age_and_not_asked_again(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "60 weekdays, 2h sun")
    assert ana.open_question == "age"
    assert "✓ Minutes a day: 60 min, weekends 120" in ana.text
    assert "age" not in ana.athlete.profile


@pytest.mark.parametrize("words", ["age is wrong, i'm 31", "sorry, i meant i'm 31", "actually i'm 31"])
def test_an_answer_put_right_at_another_question_is_changed(ana: Newcomer, words: str) -> None:
    ana.starts().says("10k", "never", "60", "tue wed fri sun", words)
    assert ana.athlete.profile["age"] == 31
    assert "✓ Age: 31" in ana.text
    assert ana.open_question == "long"


def test_things_at_hand_told_early_are_no_training_of_today(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "34", "mon wed sat", "sat", "45", "none", "london", "gym")
    assert ana.open_question == "time"
    assert "✓ Equipment: A gym" in ana.text
    assert "will log it" not in ana.text


def test_the_questions_of_a_runner_are_counted_with_their_distances(ana: Newcomer) -> None:
    ana.starts().says("10k", "regularly")
    assert "Question 3 of 11" in ana.text
    ana.says("40")
    assert "Question 4 of 11" in ana.text
    ana.says("14")
    assert "Question 5 of 11" in ana.text


@pytest.mark.parametrize(
    "words",
    [
        ["regularly, 40k/wk", "long run 14k"],
        ["regularly", "long run 14k", "40"],
        ["regularly", "40 a week, longest 14"],
        ["i run 40 km a week, my longest run is 14 km"],
        ["regularly", "weekly mileage about 40 km", "14"],
    ],
)
def test_a_week_and_a_longest_run_are_kept_apart_whichever_is_asked(ana: Newcomer, words: list[str]) -> None:
    ana.starts().says("10k", *words)
    assert "40 km a week, the longest run 14 km" in ana.text
    assert ana.open_question == "age"


def test_a_run_longer_than_two_weeks_together_is_asked_about(ana: Newcomer) -> None:
    ana.starts().says("10k", "regularly", "14", "31")
    assert "don’t go together" in ana.text
    assert ana.open_question == "exp"
    ana.says("12")
    assert "14 km a week, the longest run 12 km" in ana.text


def test_who_asks_at_the_doctors_question_who_hears_of_it_is_told(ana: Newcomer) -> None:
    ana.starts().says("10k", "never", "34", "mon wed sat", "sat", "45", "i have asthma", "done")
    ana.says("is this told to anyone, my employer should not know")
    assert "this bot’s own database" in ana.text
    assert "Has a doctor said" in ana.text


def test_weight_and_height_told_with_an_age_are_not_asked_again(ana: Newcomer) -> None:
    ana.starts().says("get fit", "never ran. im 41, 165 cm 104 kg")
    assert "✓ Weight: 104 kg" in ana.text
    assert "✓ Height: 165 cm" in ana.text
    assert (ana.athlete.profile["weight_kg"], ana.athlete.profile["height_cm"]) == (104, 165)


@pytest.mark.parametrize(
    "said",
    [
        "104 kg",
        "im 17 and 70 kg",
        "i'm 40, want to lose 10 kg",
        "i'm 40, got 10 kg dumbbells",
        "i'm 40, anorexia, 45 kg",
        "i'm 40, want to be 60 kg",
        "i'm 40 and was 70 kg once",
    ],
)
def test_a_weight_of_the_young_or_to_be_lost_or_lifted_is_not_taken(said: str) -> None:
    """Nor of anybody whose age is not known (S2, S3)."""
    assert "weight" not in ahead(said)


def test_what_somebody_used_to_run_is_no_goal() -> None:
    assert goals_named("used to run half marathons, want to get back") == []
    assert goals_named("want to get faster at 10k. M 36, 46:20 in september") == ["10k"]


def test_a_result_beside_the_goal_hides_it_not(ana: Newcomer) -> None:
    ana.starts().says("want to get faster at 10k, do 4 runs a week ~35k, 10k 46:20 in september")
    assert ana.athlete.profile["goal"] == "10k"


@pytest.mark.parametrize("said", ["52 and 105 kilos", "52, 105 kg", "im 52 and 105kg"])
def test_an_age_with_a_weight_beside_it_is_an_age_and_the_weight_is_kept(ana: Newcomer, said: str) -> None:
    ana.starts().taps("Leaner", "I don’t run yet").says(said)
    assert ana.athlete.profile["age"] == 52
    ana.taps("Mon Tue Thu Sat Sun", "Sunday", "45 min", "None", "12:07 · London", "07:00")
    assert ana.athlete.profile["weight_kg"] == 105


@pytest.mark.parametrize(("said", "age"), [("52, 1m64", 52), ("5'11 and 41", 41), ("41, 180 cm", 41)])
def test_a_height_beside_an_age_is_not_the_age(ana: Newcomer, said: str, age: int) -> None:
    ana.starts().taps("Leaner", "I don’t run yet").says(said)
    assert ana.athlete.profile["age"] == age


@pytest.mark.parametrize("said", ["105 kilos", "1m64", "180 cm"])
def test_a_body_alone_is_no_age(ana: Newcomer, said: str) -> None:
    ana.starts().taps("Leaner", "I don’t run yet").says(said)
    assert "age" not in ana.athlete.profile


@pytest.mark.parametrize("said", ["ran 5k in 30 today", "squats 3x12 40 kg"])
def test_a_log_while_the_age_is_asked_is_kept_for_the_plan_and_no_age(ana: Newcomer, said: str) -> None:
    ana.starts().taps("Leaner", "I don’t run yet").says(said)
    assert "age" not in ana.athlete.profile
    assert ana.open_question == "age"
    assert "will log it as soon as your plan stands" in ana.text


def test_a_log_beside_an_age_leaves_the_age(ana: Newcomer) -> None:
    ana.starts().taps("Leaner", "I don’t run yet").says("weight 70, i'm 46")
    assert ana.athlete.profile["age"] == 46
