"""Every question, without Telegram: by tap, by typing, with wrong answers, and what it says of itself."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.basics import too_young
from bot.conversations.flows import BY_KEY, ONBOARDING, SETTINGS
from bot.conversations.question import Answer, Draft, Problem
from bot.taps import LIMIT, Tap, Verb
from bot.words import words_for
from coach.documents import read_profile
from coach.profile import DistanceUnit
from storage.tables import Athlete
from tests.bot.conversations.asked import WORDS, a_situation, an_athlete, tapped, typed
from tests.bot.conversations.people import NOON


@pytest.mark.parametrize(
    ("key", "tap", "text", "value"),
    [
        ("goal", "leaner_legs", "leaner legs", "leaner_legs"),
        ("goal", "general_fitness", "I want to get fit", "general_fitness"),
        ("goal", "first_5k", "my first 5k", "first_5k"),
        ("goal", "5k", "a faster 5k", "5k"),
        ("goal", "10k", "10k", "10k"),
        ("goal", "10k", "train for a 10 km race", "10k"),
        ("goal", "half_marathon", "Half Marathon!", "half_marathon"),
        ("goal", "marathon", "maraton", "marathon"),
        ("exp", "new", "I've never run", "new"),
        ("exp", "returning", "I used to run", "returning"),
        ("exp", "regular", "most weeks", "regular"),
        ("exp", "experienced", "for years", "experienced"),
        ("age", "34", "34", 34),
        ("age", "34", "I'm thirty-four years old", 34),
        ("age", "16", "16", 16),
        ("days", "p3", "mon wed sat", ["mon", "wed", "sat"]),
        ("days", "p7", "every day", ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
        ("long", "sat", "saturday", "sat"),
        ("long", "sat", "on saturdays", "sat"),
        ("min", "30-90", "30 weekdays 90 weekend", {"weekday": 30, "weekend": 90}),
        ("min", "30-60", "half an hour on weekdays and an hour at the weekend", {"weekday": 30, "weekend": 60}),
        ("min", "30-90", "weekdays 30, weekends 90", {"weekday": 30, "weekend": 90}),
        ("min", "45-90", "45 on weekdays and 1h30 at the weekend", {"weekday": 45, "weekend": 90}),
        ("min", "30-90", "90 weekends, 30 weekdays", {"weekday": 30, "weekend": 90}),
        ("min", "60-120", "60, weekends 120", {"weekday": 60, "weekend": 120}),
        ("min", "30-60", "30 min and at the weekend 60", {"weekday": 30, "weekend": 60}),
        ("min", "45-45", "45", {"weekday": 45, "weekend": 45}),
        ("min", "45-90", "45/90", {"weekday": 45, "weekend": 90}),
        ("min", "60-60", "an hour", {"weekday": 60, "weekend": 60}),
        ("health", "none", "none", {"flags": [], "cleared": False}),
        ("health", "none", "I'm healthy", {"flags": [], "cleared": False}),
        ("zone", "Europe/Lisbon", "Lisbon", "Europe/Lisbon"),
        ("time", "1050", "5:30 pm", 1050),
        ("time", "390", "half past six", 390),
        ("weekly", "20000", "20 km", 20_000),
        ("weekly", "0", "nothing", 0),
        ("longest", "8000", "8", 8000),
        ("raceday", "2027-04-11", "11 April", "2027-04-11"),
        ("raceday", "none", "no race", None),
        ("raceday", "none", "no race yet", None),
        ("raceday", "none", "no race. want a half next autumn maybe", None),
        ("raceday", "none", "nope, not booked anything", None),
        ("weight", "104", "104 like i said", 104),
        ("strength", "2", "twice", "2"),
        ("equip", "ok", "nothing", ["bodyweight"]),
        ("cross", "ok", "neither", []),
        ("weight", "80", "80 kg", 80),
        ("height", "170", "1.70 m", 170),
        ("sex", "female", "woman", "female"),
        ("resting", "55", "55 bpm", 55),
        ("maximum", "185", "max 185", 185),
        ("units", "mi", "miles", "mi"),
        ("evening", "off", "no thanks", "off"),
        ("rest", "on", "yes please", "on"),
    ],
)
def test_a_tap_and_words_give_the_same_answer(key: str, tap: str, text: str, value: object) -> None:
    assert tapped(key, tap) == Answer(value)
    assert typed(key, text) == Answer(value)


@pytest.mark.parametrize(
    ("key", "text", "hint"),
    [
        ("age", "300", "range.age"),
        ("age", "0", "range.age"),
        ("age", "15", "age.too_young"),
        ("long", "sunday", "range.long"),
        ("min", "5", "range.min"),
        ("min", "500", "range.min"),
        ("time", "3 am", "range.time"),
        ("time", "11 pm", "range.time"),
        ("weekly", "900", "range.weekly"),
        ("longest", "300 km", "range.longest"),
        ("weight", "500", "range.weight"),
        ("height", "50", "range.height"),
        ("resting", "200", "range.resting"),
        ("maximum", "40", "range.maximum"),
        ("race", "5k in 4:00", "range.race"),
        ("race", "marathon in 1:30:00", "range.race"),
        ("raceday", "2020-01-01", "range.raceday"),
        ("raceday", "in 100 weeks", "range.raceday"),
        ("zone", "utc+13:30", "range.zone"),
    ],
)
def test_what_cannot_be_true_is_asked_again_with_the_range(key: str, text: str, hint: str) -> None:
    given = typed(key, text)
    assert isinstance(given, Problem)
    assert given.phrase.key == hint
    assert given.meant
    assert WORDS.say(given.phrase)


@pytest.mark.parametrize("key", [question.key for question in SETTINGS])
def test_words_about_something_else_are_no_answer(key: str) -> None:
    given = typed(key, "purple elephants dance")
    assert isinstance(given, Problem)
    assert not given.meant
    assert WORDS.say(given.phrase)


@pytest.mark.parametrize("key", [question.key for question in SETTINGS])
def test_a_tap_on_something_never_offered_changes_nothing(key: str) -> None:
    assert isinstance(tapped(key, "purple"), Problem)
    assert isinstance(tapped(key, ""), Problem)


@pytest.mark.parametrize("text", ["5k in 31:20", "10k in 52 min, rpe 6"])
@pytest.mark.parametrize("key", ["goal", "exp", "days", "long", "health", "time", "age"])
def test_a_log_is_never_taken_for_an_answer(key: str, text: str) -> None:
    given = typed(key, text)
    assert isinstance(given, Problem)
    assert not given.meant


@pytest.mark.parametrize("question", SETTINGS, ids=lambda question: question.key)
def test_every_card_fits_telegram_and_can_be_read_back(question: Any) -> None:  # noqa: ANN401 — any question
    for units in DistanceUnit:
        words = words_for("en", units)
        situation = a_situation()
        card = question.card(situation, words)
        labels = [choice.label for row in card.choices for choice in row]
        assert len(labels) == len(set(labels)) <= 100
        assert all(len(label) <= 40 for label in labels)
        for row in card.choices:
            assert len(row) <= 5
            for choice in row:
                data = Tap(Verb.ANSWER, 2**31, value=f"{question.key}:{choice.value}").pack()
                assert len(data.encode()) <= LIMIT
                given = question.read_tap(choice.value, situation)
                assert not isinstance(given, Problem) or choice.value in {"under", "ok"}


@pytest.mark.parametrize("question", SETTINGS, ids=lambda question: question.key)
def test_every_answer_offered_is_saved_told_and_makes_a_readable_profile(question: Any) -> None:  # noqa: ANN401
    for row in question.card(a_situation(), WORDS).choices:
        for choice in row:
            situation = a_situation()
            given = question.read_tap(choice.value, situation)
            if isinstance(given, Answer):
                question.save(given.value, situation)
                assert question.known(situation.athlete)
                assert question.told(situation.athlete, WORDS)
                assert read_profile(situation.athlete.profile).age == 34


@pytest.mark.parametrize("question", [q for q in SETTINGS if q.skippable], ids=lambda question: question.key)
def test_a_skipped_question_counts_as_known_and_the_profile_stays_readable(question: Any) -> None:  # noqa: ANN401
    situation = a_situation()
    question.skip(situation)
    assert question.known(situation.athlete)
    assert question.told(situation.athlete, WORDS)
    assert read_profile(situation.athlete.profile).goal == "10k"


@pytest.mark.parametrize("question", SETTINGS, ids=lambda question: question.key)
def test_a_question_says_what_is_not_known(question: Any) -> None:  # noqa: ANN401
    stranger = Athlete(telegram_id=7, chat_id=7, created_at=NOON, updated_at=NOON)
    assert question.told(stranger, WORDS)
    assert WORDS(f"label.{question.key}")
    assert WORDS(f"hint.{question.key}")


@given(st.sampled_from(SETTINGS), st.text(max_size=60))
def test_nothing_typed_breaks_a_question(question: Any, text: str) -> None:  # noqa: ANN401
    given_ = question.read_text(text, a_situation())
    assert isinstance(given_, Answer | Draft | Problem)


@given(st.sampled_from(SETTINGS), st.text(max_size=40))
def test_no_forged_tap_breaks_a_question(question: Any, value: str) -> None:  # noqa: ANN401
    situation = a_situation()
    given_ = question.read_tap(value, situation)
    assert isinstance(given_, Answer | Draft | Problem)
    if isinstance(given_, Answer):
        question.save(given_.value, situation)
        assert read_profile(situation.athlete.profile).age >= 16


def test_there_are_at_most_nine_questions_before_the_plan() -> None:
    assert len(ONBOARDING) == 9


@pytest.mark.parametrize(
    ("key", "profile"),
    [
        ("weight", {"age": 17}),
        ("height", {"age": 17}),
        ("weight", {"health": {"flags": ["eating_disorder"], "cleared": True}}),
        ("maximum", {"health": {"flags": ["beta_blocker"], "cleared": True}}),
        ("resting", {"health": {"flags": ["beta_blocker"], "cleared": True}}),
    ],
)
def test_some_questions_are_not_for_everybody(key: str, profile: dict[str, Any]) -> None:
    assert BY_KEY[key].applies(an_athlete())
    assert not BY_KEY[key].applies(an_athlete(**profile))


def test_a_race_is_told_by_distance_and_then_time() -> None:
    assert tapped("race", "10000") == Draft({"distance": 10_000})
    assert typed("race", "52:30", {"distance": 10_000}) == Answer({"distance_m": 10_000, "time_s": 3150})
    assert typed("race", "5k in 27:00") == Answer({"distance_m": 5000, "time_s": 1620})
    assert typed("race", "27:00") == BY_KEY["race"].unclear()


def test_amounts_are_shown_in_the_readers_units() -> None:
    athlete = an_athlete(weight_kg=80, height_cm=170, weekly_distance_m=16_093)
    miles = words_for("en", DistanceUnit.MI)
    assert BY_KEY["weight"].told(athlete, miles) == "176 lb"
    assert BY_KEY["height"].told(athlete, miles) == "5′7″"
    assert BY_KEY["weekly"].told(athlete, miles) == "10\u202fmi"
    assert BY_KEY["weight"].told(athlete, WORDS) == "80 kg"


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("goal", "lose wieght on my thighs", "leaner_legs"),
        ("goal", "i want to loose weight", "leaner_legs"),
        ("goal", "tone up", "leaner_legs"),
        ("goal", "be healthier", "general_fitness"),
        ("goal", "get healty", "general_fitness"),
        ("exp", "havent run in years", "returning"),
        ("exp", "not since school", "returning"),
        ("exp", "ocasionally", "returning"),
        ("exp", "i walk 3 times a week", "new"),
        ("exp", "i walk a lot", "new"),
        ("exp", "about 4 runs a week", "regular"),
        ("exp", "for 10 yrs", "experienced"),
        ("age", "born 1974", 52),
        ("age", "almost 40", 40),
        ("days", "mondays wendesdays", ["mon", "wed"]),
        ("days", "mon wed sat, i think", ["mon", "wed", "sat"]),
        ("long", "saturday i think", "sat"),
        ("min", "20 to 30 mins", {"weekday": 30, "weekend": 30}),
        ("min", "40ish", {"weekday": 40, "weekend": 40}),
        ("min", "90 on sunday otherwise 45", {"weekday": 45, "weekend": 90}),
        ("min", "not more than 40 minutes", {"weekday": 40, "weekend": 40}),
        ("zone", "berlin germany", "Europe/Berlin"),
        ("zone", "texas", "America/Chicago"),
        ("time", "after work", 1020),
        ("time", "in the morning", 420),
        ("time", "whenever", 420),
        ("weekly", "30-40 km", 35_000),
        ("weekly", "45ish", 45_000),
        ("longest", "a half marathon", 21_098),
        ("raceday", "end of march", "2027-03-28"),
        ("raceday", "first sunday of may", "2027-05-02"),
        ("equip", "just a mat", ["bodyweight"]),
        ("cross", "spin classes", ["cycling"]),
    ],
)
def test_slips_and_other_words_for_it_are_forgiven(key: str, text: str, value: object) -> None:
    assert typed(key, text) == Answer(value)


@pytest.mark.parametrize("text", ["7am", "at 7 am", "10pm please"])
def test_an_hour_is_nobody_s_age(text: str) -> None:
    answered = typed("age", text)
    assert isinstance(answered, Problem)
    assert answered != too_young()


def test_an_age_beside_am_is_one() -> None:
    assert typed("age", "34 am i") == Answer(34)
