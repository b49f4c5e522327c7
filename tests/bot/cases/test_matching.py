"""A file completes the log that tells of the same run: by what was stated, not by what the plan filled in."""

import datetime as dt

import pytest

from bot.cases.matching import told_already
from bot.cases.training import training_of
from coach.activity import Summary
from coach.reading import Activity
from coach.units import Metres, Seconds
from storage.tables import Log
from tests.bot.cases.chat import Chat


def completed_by(chat: Chat, minutes: float, metres: int | None) -> Log | None:
    """The log of today that a run of so long and so far from a watch would complete."""
    run = Summary(
        started=chat.desk.now, activity=Activity.RUN, guessed=False,
        distance_m=None if metres is None else Metres(metres),
        moving_s=Seconds(round(minutes * 60)), elapsed_s=Seconds(round(minutes * 60)),
    )  # fmt: skip
    return told_already(chat.desk, run, chat.desk.today, training_of(chat.desk).shown_on(chat.desk.today))


@pytest.fixture
def running_day(chat: Chat) -> Chat:
    """A chat on a day that holds one run."""
    chat.to_a_lone_run()
    return chat


def planned_minutes(chat: Chat) -> int:
    (session,) = training_of(chat.desk).sessions_on(chat.desk.today)
    return session.minutes


def test_a_bare_done_is_completed_by_whatever_the_watch_says(running_day: Chat) -> None:
    running_day.says("done, effort 4")
    assert completed_by(running_day, 95, 16_000) == running_day.logs[0]


def test_minutes_that_were_typed_count_also_where_the_plan_says_the_same(running_day: Chat) -> None:
    minutes = planned_minutes(running_day)
    running_day.says(f"ran {minutes} min, effort 4")
    assert completed_by(running_day, minutes + 1, 5000) == running_day.logs[0]
    assert completed_by(running_day, minutes * 3, 16_000) is None


def test_a_distance_that_was_typed_is_compared_and_one_from_the_plan_is_not(running_day: Chat) -> None:
    minutes = planned_minutes(running_day)
    running_day.says(f"ran 5 km in {minutes} min, effort 4")
    assert completed_by(running_day, minutes, 5100) == running_day.logs[0]
    assert completed_by(running_day, minutes, 9000) is None


def test_a_distance_worked_out_from_a_pace_holds_no_file_away(chat: Chat) -> None:
    chat.says("ran 30 min at 6:00/km, effort 4")
    assert completed_by(chat, 30, 4200) == chat.logs[0]


def test_a_log_older_than_the_column_is_judged_by_comparison(running_day: Chat) -> None:
    running_day.says("done, effort 4")
    running_day.logs[0].stated = None
    assert completed_by(running_day, 95, 16_000) == running_day.logs[0]


@pytest.mark.parametrize("said", ["walked 30 min", "skipped today, busy"])
def test_another_kind_is_another_log_and_a_skip_is_made_up_for(running_day: Chat, said: str) -> None:
    running_day.says(said)
    found = completed_by(running_day, 30, 5000)
    assert (found is not None) == said.startswith("skipped")


def test_another_day_is_another_log(running_day: Chat) -> None:
    running_day.says("ran 5k in 31:20, effort 4")
    running_day.forward(days=1)
    assert running_day.desk.today - running_day.logs[0].date == dt.timedelta(days=1)
    assert completed_by(running_day, 31, 5000) is None
