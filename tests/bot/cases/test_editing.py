"""Editing a log field by field; deleting it and bringing it back."""

import datetime as dt

import pytest

from coach.errors import StaleButton
from tests.bot.cases.chat import Chat


@pytest.fixture
def logged(chat: Chat) -> Chat:
    chat.says("ran 5k in 30:00, effort 4")
    return chat


def test_effort_time_and_distance_are_changed_by_taps(logged: Chat) -> None:
    for label in ("Edit", "Effort", "7"):
        logged.taps(label)
    for label in ("Edit", "Time", "+10 min", "+1 min", "That’s right"):
        logged.taps(label)
    for label in ("Edit", "Distance", "-1000 m", "+100 m", "That’s right"):
        logged.taps(label)
    (log,) = logged.logs
    assert (log.rpe, log.minutes, log.distance_m) == (7, 41, 4100)
    assert "4.1 km" in logged.text


def test_the_day_can_be_corrected_and_never_lies_ahead(logged: Chat) -> None:
    logged.taps("Edit")
    logged.taps("Day")
    yesterday = logged.desk.today - dt.timedelta(days=1)
    logged.taps(next(label for label in logged.buttons if label.endswith(f"{yesterday.day} Nov")))
    assert logged.logs[0].date == yesterday
    assert not any(label.endswith("1 Dec") for label in logged.buttons if label.startswith("Tue"))


def test_steps_stop_at_what_can_be(logged: Chat) -> None:
    logged.taps("Edit")
    logged.taps("Time")
    for _ in range(5):
        logged.taps("-10 min")
    assert logged.logs[0].minutes == 1


def test_a_deleted_log_is_gone_from_the_history_and_can_come_back(logged: Chat) -> None:
    logged.taps("Delete")
    assert logged.logs == []
    logged.taps("Bring it back")
    assert [log.distance_m for log in logged.logs] == [5000]


def test_somebody_elses_log_cannot_be_touched(logged: Chat) -> None:
    data, message = logged.buttons["Delete"]
    with pytest.raises(StaleButton):
        logged.taps_data(data.replace(".1.1.", ".1.2a."), message)
