"""What people say about their life: which setting it changes and to what; and what is no wish at all."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.wishes.breaks import Break
from bot.conversations.wishes.wish import Wish, wish_in
from storage.tables import Athlete
from tests.bot.conversations.asked import an_athlete

MONDAY = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)
FIVE = ["mon", "tue", "thu", "sat", "sun"]
LENGTHS = {"weekday": 60, "weekend": 100}


def ana(**profile: object) -> Athlete:
    known = {"available_days": FIVE, "max_minutes": LENGTHS, "equipment": ["bodyweight", "gym"], **profile}
    return an_athlete(**known)


def wished(text: str, **profile: object) -> Wish | Break | None:
    return wish_in(text, ana(**profile), MONDAY)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("i can only run tue thu sat from now on", ["tue", "thu", "sat"]),
        ("mondays don't work anymore", ["tue", "thu", "sat", "sun"]),
        ("I can’t train on Mondays any more because of choir", ["tue", "thu", "sat", "sun"]),
        ("Sundays are out from now on", ["mon", "tue", "thu", "sat"]),
        ("three days, mon wed fri", ["mon", "wed", "fri"]),
        ("from now on only weekends", ["sat", "sun"]),
        ("my days are mon, wed, fri now", ["mon", "wed", "fri"]),
        ("wednesdays work too now", ["mon", "tue", "wed", "thu", "sat", "sun"]),
        ("i can also run on wednesdays", ["mon", "tue", "wed", "thu", "sat", "sun"]),
        ("4 days a week: tue wed fri sun", ["tue", "wed", "fri", "sun"]),
        ("i can't do sundays anymore, only tue thu sat", ["tue", "thu", "sat"]),
        ("actually can i only do weekends and tue and thu, monday is choir", ["tue", "thu", "sat", "sun"]),
        ("only tue and thu from now on, weekends are for family", ["tue", "thu"]),
        ("tuesday is fine, from now on only tue and sun", ["tue", "sun"]),
    ],
)
def test_days_in_words_are_the_days_of_training(said: str, days: list[str]) -> None:
    assert wished(said) == Wish("days", days)


@pytest.mark.parametrize(
    ("said", "weekday", "weekend"),
    [
        ("i can do 45 min on weekends", 60, 45),
        ("weekends i have 2 hours", 60, 120),
        ("only 30 minutes on weekdays", 30, 100),
        ("max 30 min a day from now on", 30, 30),
        ("30 min on weekdays and 90 at weekends please", 30, 90),
        ("half an hour, not more", 30, 30),
        ("i have an hour and a half on saturdays", 60, 90),
    ],
)
def test_lengths_in_words_are_the_minutes_of_a_day(said: str, weekday: int, weekend: int) -> None:
    assert wished(said) == Wish("min", {"weekday": weekday, "weekend": weekend})


@pytest.mark.parametrize(
    "said", ["i have 15 more minutes", "i can do 15 more minutes", "can i do 15 more minutes", "add 15 minutes more"]
)
def test_more_minutes_are_more_and_never_a_limit(said: str) -> None:
    assert wished(said) == Wish("min", {"weekday": 75, "weekend": 115})


@pytest.mark.parametrize(
    ("said", "things"),
    [
        ("got a pair of dumbbells", ["bodyweight", "gym", "dumbbells"]),
        ("I bought some resistance bands", ["bodyweight", "gym", "band"]),
        ("no gym this week", ["bodyweight"]),
        ("the gym is closed", ["bodyweight"]),
        ("cancelled my gym membership", ["bodyweight"]),
        ("i joined a gym", ["bodyweight", "gym"]),
        ("gym again", ["bodyweight", "gym"]),
        ("the gym is open again", ["bodyweight", "gym"]),
    ],
)
def test_things_that_come_and_go_change_the_equipment(said: str, things: list[str]) -> None:
    assert wished(said) == Wish("equip", things)


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("add strength", "2"),
        ("no more strength please", "0"),
        ("drop the strength stuff i hate it", "0"),
        ("I don’t want any strength training", "0"),
        ("i want strength once a week", "1"),
        ("less strength please", "1"),
        ("only one strength", "1"),
        ("strength twice a week", "2"),
        ("3 x strength", "2"),
        ("three strength sessions a week", "2"),
    ],
)
def test_strength_in_words_is_how_often_a_week(said: str, times: str) -> None:
    assert wished(said, strength_per_week=2) == Wish("strength", times)


@pytest.mark.parametrize(
    ("said", "minute"),
    [
        ("prompt me at 6:30", 390),
        ("u up? can u text me at 8 not 7", 480),
        ("write to me at 7pm instead", 1140),
        ("change the prompt to 18:00", 1080),
        ("can you message me at half past six", 390),
        ("not at 6 but message me at 7 from now on", 420),
        ("send it at 7 every day", 420),
    ],
)
def test_an_hour_in_words_is_that_of_the_daily_message(said: str, minute: int) -> None:
    assert wished(said) == Wish("time", minute)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("i moved to Denver", "America/Denver"),
        ("I live in Boulder, Colorado now", "America/Denver"),
        ("my time zone is Tokyo", "Asia/Tokyo"),
        ("i'm in lisbon now", "Europe/Lisbon"),
    ],
)
def test_a_place_in_words_is_where_the_clock_is(said: str, zone: str) -> None:
    assert wished(said) == Wish("zone", zone)


@pytest.mark.parametrize(
    ("said", "first", "back"),
    [
        ("i'm away from friday to tuesday", "2026-12-04", "2026-12-09"),
        ("travelling next week, no time", "2026-12-07", "2026-12-14"),
        ("on holiday for two weeks", "2026-11-30", "2026-12-14"),
        ("on vacation from 3 dec to 10 dec", "2026-12-03", "2026-12-11"),
        ("no running until the 10th", "2026-11-30", "2026-12-10"),
        ("away this weekend", "2026-12-05", "2026-12-07"),
        ("back on monday, travelling", "2026-11-30", "2026-12-07"),
        ("travelling from friday for 5 days", "2026-12-04", "2026-12-09"),
        ("flying to tokyo friday for a week, can run there", "2026-12-04", "2026-12-11"),
    ],
)
def test_a_time_away_has_its_first_day_and_the_day_of_coming_back(said: str, first: str, back: str) -> None:
    assert wished(said) == Break(dt.date.fromisoformat(first), dt.date.fromisoformat(back))


def test_a_pause_with_its_end_is_asked_for_outright() -> None:
    assert wished("pause, im travelling until the 12th") == Break(
        dt.date(2026, 11, 30), dt.date(2026, 12, 12), asked=True
    )


@pytest.mark.parametrize(
    "said",
    [
        "i'm in pain",
        "sundays are out, mondays from now on maybe",
        "moved to a new flat",
        "ran mon wed fri this week",
        "can't do monday",
        "no time today",
        "5k in 30 min",
        "i did 15 more minutes",
        "can i run tomorrow?",
        "monday was hard",
        "my knee hurts on weekends",
        "remind me at 6pm today",
        "strength done",
        "no strength today",
        "i only managed 20 min",
        "the gym was full",
        "travelling but i can still run",
        "my sister has dumbbells",
        "how long on sundays?",
        "i'm in love",
        "sat on the sofa all weekend",
        "i have a meeting on mondays",
        "slept 7 hours",
        "3 days off",
        "had 20 min only",
        "i was away last week",
        "is strength necessary?",
        "x" * 200 + " mondays don't work anymore",
    ],
)
def test_what_changes_no_setting_is_no_wish(said: str) -> None:
    assert wished(said) is None


@given(st.text(max_size=160))
def test_any_text_is_read_without_an_error(said: str) -> None:
    assert wished(said) is None or isinstance(wished(said), Wish | Break)


WORDS = (
    "i can only do run mon tuesdays weekend 30 15 min more no gym strength at 6:30 until next week away from the 12th"
)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join))
def test_whatever_is_read_can_be_saved(said: str) -> None:
    told = wished(said)
    if isinstance(told, Break):
        assert MONDAY.date() <= told.first < told.back
    elif told is not None and told.key == "days":
        assert set(told.value) < {"mon", "tue", "wed", "thu", "fri", "sat", "sun"} or told.value  # type: ignore[call-overload]
    elif told is not None and told.key == "min":
        assert all(15 <= minutes <= 300 for minutes in told.value.values())  # type: ignore[attr-defined]
