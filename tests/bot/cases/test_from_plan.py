"""How fast, what next, when without walks, may I walk: answered from the athlete's own plan, never against it."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases.training import training_of
from coach.session import RUN_KINDS, SessionKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

RACER = {"goal": "10k", "recent_race": {"distance_m": 10_000, "time_s": 2700}, "weekly_distance_m": 40_000,
         "longest_run_m": 14_000}  # fmt: skip
BEGINNER = {"goal": "leaner_legs", "experience": "new", "weekly_distance_m": 0, "longest_run_m": 0,
            "available_days": ["tue", "thu", "sun"]}  # fmt: skip
WALKER = {**BEGINNER, "health": {"flags": ["heart_condition"], "cleared": False}}


def test_the_pace_is_that_of_the_next_easy_run(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **RACER)
    chat.says("how slow should i run?")
    run = next(each for each in training_of(chat.desk).now.weeks[0].sessions if each.kind is SessionKind.EASY_RUN)
    low, high = run.target.rpe
    assert f"Effort {low}–{high} of 10" in chat.text
    assert "/km" in chat.text
    assert "brisk walk" not in chat.text


def test_the_effort_is_that_of_the_next_run(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **RACER)
    chat.says("how fast should i run?")
    run = next(each for each in training_of(chat.desk).now.weeks[0].sessions if each.kind in RUN_KINDS)
    low, high = run.target.rpe
    assert f"Effort {low}–{high} of 10" in chat.text


def test_without_a_known_pace_it_is_the_effort(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **BEGINNER)
    chat.says("what pace?")
    assert "Your next run is Run/walk" in chat.text
    assert "/km" not in chat.text


def test_who_only_walks_is_told_of_no_run(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **WALKER)
    chat.says("how fast?")
    assert "easy enough to chat" in chat.text
    assert "next run" not in chat.text
    chat.says("can i walk instead?")
    assert "just what your plan holds" in chat.text


def test_tomorrow_is_what_the_plan_holds(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, **BEGINNER)
    chat.says("what do i do tomorrow?")
    assert chat.text.startswith("Tomorrow, Tue 1 Dec: Run/walk")


def test_a_rest_day_tomorrow_is_one(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON + dt.timedelta(days=1), **BEGINNER)
    chat.says("do I run tomorrow?")
    assert chat.text.startswith("Wed 2 Dec is a rest day. After it comes Thu 3 Dec")


def test_tomorrows_pace_is_tomorrows(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON + dt.timedelta(days=2), **RACER)
    chat.says("how fast tomorrow?")
    assert "Thu 3 Dec" in chat.text
    resting = Chat.with_desk(session, NOON, chat.desk.owner)
    resting.forward(days=1)
    resting.says("what pace tomorrow?")
    assert "rest day" in resting.text


def test_the_next_long_run_is_named(chat: Chat) -> None:
    chat.says("when is my long run?")
    assert "Sun 6 Dec" in chat.text
    assert "Long run" in chat.text


def test_what_is_done_today_is_not_next(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON + dt.timedelta(days=1), **BEGINNER)
    chat.says("done, effort 4")
    chat.says("when is my next run?")
    assert "Thu 3 Dec" in chat.text
    assert "Today" not in chat.text


def test_no_race_is_said(chat: Chat) -> None:
    chat.says("when is my race?")
    assert "no race in your plan" in chat.text


@pytest.mark.parametrize("text", ["when can i run without walking?", "when will i run 5k nonstop?"])
def test_the_first_run_without_walks_is_a_day_of_the_plan(session: Session, text: str) -> None:
    chat = Chat.with_an_athlete(session, NOON, **BEGINNER)
    chat.says(text)
    runs = [one for week in training_of(chat.desk).plan.weeks for one in week.sessions if one.kind in RUN_KINDS]
    whole = [one for one in runs if one.kind is not SessionKind.RUN_WALK]
    if whole:
        assert f"{whole[0].date.day} {whole[0].date:%b}" in chat.text
    else:
        assert "step by step" in chat.text


def test_who_runs_without_walks_is_told_so(chat: Chat) -> None:
    chat.says("when can i run without walking?")
    assert "has no planned walks" in chat.text


def test_walking_today_points_to_the_shorter_size(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("can i walk instead?")
    assert "“shorter”" in chat.text


def test_once_more_today_names_what_comes_next(chat: Chat) -> None:
    chat.says("can i go again today?")
    assert "Next in your plan: Tue 1 Dec" in chat.text


def test_who_asks_how_slow_hears_of_the_next_easy_run(chat: Chat) -> None:
    """Whatever hard run comes before it."""
    chat.says("how slow should i run?")
    assert "The next easy one is" in chat.text
    assert "whole sentences" in chat.text
