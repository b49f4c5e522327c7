"""Facts about oneself told after the first plan change what the plan starts from, and are no training."""

import pytest

from bot.conversations.wishes.facts import facts_told
from bot.conversations.wishes.wording import even
from coach.profile import DistanceUnit
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("i run 40 km a week", "weekly_distance_m", 40_000),
        ("my longest run is 14 km", "longest_run_m", 14_000),
    ],
)
def test_how_far_somebody_runs_is_shown_first_and_never_logged(chat: Chat, words: str, field: str, value: int) -> None:
    chat.says(words)
    assert "Shall I change it?" in chat.text
    assert not chat.logs
    chat.says("yes")
    assert chat.desk.owner.profile[field] == value


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("i'm 31", "age", 31),
        ("my age is wrong, i'm 31", "age", 31),
        ("165 cm", "height_cm", 165),
        ("i'm 165 cm tall", "height_cm", 165),
        ("1 m 64", "height_cm", 164),
        ("im 1m64", "height_cm", 164),
        ("i'm 5'11", "height_cm", 180),
        ("5’11”", "height_cm", 180),
    ],
)
def test_age_and_height_are_taken_at_once(chat: Chat, words: str, field: str, value: int) -> None:
    chat.says(words)
    assert chat.desk.owner.profile[field] == value
    assert not chat.logs


def test_a_height_beside_a_weight_is_kept_with_it(chat: Chat) -> None:
    chat.says("I am 84 kilo and 165 tall")
    assert chat.desk.owner.profile["height_cm"] == 165
    assert "Weight 84 kg" in chat.text


@pytest.mark.parametrize(
    "words",
    ["ran 40 km this week", "i want to run 40 km a week", "thigh 58 cm", "5k in 31",
     "5k at 5'11", "ran 6'05", "1m30 plank", "longest run was 12k yesterday",
     "i'm 12", "long run 14k", "30 min"],
)  # fmt: skip
def test_what_was_done_or_wished_or_measured_is_no_such_fact(words: str) -> None:
    assert facts_told(even(words), DistanceUnit.KM) is None


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("move monday to wednesday for good", "Tue Wed Thu Sat Sun"),
        ("I would like to do wednesday instead of tuesday from now on because of choir", "Mon Wed Thu Sat Sun"),
    ],
)
def test_one_day_in_the_place_of_another_for_good_is_a_wish_for_days(chat: Chat, words: str, days: str) -> None:
    chat.says(words)
    assert f"Training days: {days} from now on" in chat.text


def test_a_day_that_is_no_training_day_cannot_be_moved_for_good(chat: Chat) -> None:
    chat.says("move friday to saturday for good")
    assert "Training days" not in chat.text
    assert "today’s session" not in chat.text


def test_an_hour_from_now_on_is_the_hour_of_the_message_and_no_training(chat: Chat) -> None:
    chat.says("6am from now on and only 20 min")
    assert chat.desk.owner.prompt_minute == 6 * 60
    assert not chat.logs


@pytest.mark.parametrize("words", ["i'm in new york", "in new york", "in ny", "we are in new york for work"])
def test_whoever_says_where_they_are_is_written_to_by_its_clock(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.desk.owner.zone == "America/New_York"
    chat.says("undo")
    assert chat.desk.owner.zone == "UTC"


@pytest.mark.parametrize("words", ["i'm in pain", "in bed", "in a good mood", "i'm in"])
def test_other_states_are_no_place(chat: Chat, words: str) -> None:
    chat.says(words)
    assert chat.desk.owner.zone == "UTC"


def test_a_flight_told_ahead_offers_quiet_days_and_says_how_the_clock_follows(chat: Chat) -> None:
    chat.says("flying to new york tomorrow, back friday")
    assert "You’re away from Tue 1 Dec to Thu 3 Dec" in chat.text
    assert "“I’m in New York”" in chat.text


def test_a_trip_without_days_says_how_the_clock_follows(chat: Chat) -> None:
    chat.says("flying to tokyo soon")
    assert "“I’m in Tokyo”" in chat.text


def test_todays_session_may_be_asked_to_another_day_in_a_long_sentence(chat: Chat) -> None:
    chat.says("it is raining cats and dogs and I have to go to the dentist, can I do it tomorow instead or saturday?")
    assert "Tue 1 Dec" in chat.text
    assert "note" not in chat.text
