"""What the coach says is so: weeks with all that was run, holds that still hold, names and clocks as one knows them."""

import pytest
from sqlmodel import Session

from bot.cases import plans, weekly
from bot.cases.settings import list_screen
from bot.turn import words_of
from storage.tables import AthleteState
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.bot.conversations.asked import typed

MILER = {
    "goal": "10k", "units": "mi", "available_days": ["mon", "wed", "fri", "sat"], "long_run_day": "sat",
    "weekly_distance_m": 32_000, "longest_run_m": 10_500,
}  # fmt: skip


def shown(chat: Chat) -> str:
    """What ``/week`` shows."""
    plans.week(chat.desk)
    chat._listen()
    return chat.text.replace("\u202f", " ")


def test_a_run_that_nobody_planned_is_in_the_week(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **MILER)
    chat.desk.words = words_of(chat.desk.owner)
    chat.forward(days=1)
    chat.says("ran 5 miles in 45 min")
    week = shown(chat)
    assert "45 min · 5 mi ✓ (on top)" in week
    assert "On top of that you did about 5 mi and 45 min." in week


def test_a_planned_run_that_was_done_is_not_on_top(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    assert "on top" not in shown(chat).lower()


def test_a_pain_that_has_settled_holds_no_run_told_late(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **MILER)
    chat.says("ran 4.2 miles in 38:10, felt easy, left calf 2/10")
    for said in ("calf 3/10", "calf 0/10", "calf 0/10"):
        chat.forward(days=1)
        chat.says(said)
    chat.says("ran 5 miles in 45 min yesterday")
    assert chat.logs[-1].distance_m
    assert "don’t run for now" not in chat.text


def test_a_pain_that_still_holds_says_so(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **MILER)
    chat.says("calf 7/10")
    chat.says("ran 3 miles in 30 min")
    assert "don’t run for now" in chat.text


def test_distances_have_their_names_as_goals_in_miles(session: Session) -> None:
    miler = Chat.with_an_athlete(session, NOON, **MILER)
    miler.desk.words = words_of(miler.desk.owner)
    assert "Goal: <b>10K</b>" in list_screen(miler.desk).text
    assert "10 km" not in list_screen(miler.desk).text


def test_in_kilometres_a_goal_is_a_distance(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **{**MILER, "units": "km"})
    assert "Goal: <b>10 km</b>" in list_screen(chat.desk).text


def test_who_travels_reads_the_hours_as_at_home(chat: Chat) -> None:
    chat.desk.owner.zone = "Europe/London"
    chat.says("i'm in new york now")
    assert chat.desk.owner.zone == "America/New_York"
    assert " PM" not in chat.text
    assert " AM" not in chat.text
    assert chat.desk.owner.clock == "24"


def test_the_first_zone_sets_the_clock_that_is_usual_there(chat: Chat) -> None:
    chat.desk.owner.zone, chat.desk.owner.state = "Europe/London", AthleteState.ONBOARDING
    chat.says("new york")
    assert chat.desk.owner.clock is None


@pytest.mark.parametrize("days", [0, 8])
def test_a_report_of_the_first_day_does_not_console(chat: Chat, days: int) -> None:
    chat.forward(days=days)
    weekly.report_week(chat.desk)
    chat._listen()
    assert ("just begun" in chat.text) is (days == 0)


def test_body_weight_is_no_dumbbell() -> None:
    given = typed("equip", "my body weight and some stairs i guess")
    assert getattr(given, "value", None) == ["bodyweight", "step"]
    assert getattr(typed("equip", "weights and a band"), "value", None) == ["bodyweight", "dumbbells", "band"]


@pytest.mark.parametrize("said", ["no i didnt do it yet", "not yet", "haven't done the run yet", "no nothing yet"])
def test_not_yet_is_no_skip(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says(said)
    assert chat.logs == []
    assert "stays open for today" in chat.text


def test_not_yet_with_nothing_open_says_how_to_take_back_a_log(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says("no i didn't do it yet")
    assert "Tap Delete on its card" in chat.text
    assert len(chat.logs) == 1


def test_somebody_who_trains_is_not_told_that_they_do_not_run(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, experience="new", weekly_distance_m=0, longest_run_m=0)
    assert "New to running" in list_screen(chat.desk).text
    assert "I don’t run yet" not in list_screen(chat.desk).text
