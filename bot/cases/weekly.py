"""``/report``: the week in one honest message, from what was planned to what comes next."""

import datetime as dt
from typing import Final

from bot.cases.measuring import measured_by
from bot.cases.training import Training, monday_of, training_of
from bot.desk import Desk
from bot.screens import Screen
from bot.views.measuring import trend_lines
from bot.views.session import session_line
from bot.views.weekly import week_parts
from bot.words import Html
from coach.session import Session
from coach.summary import shared, summarise

AHEAD: Final = 7
SHOWN: Final = 3
"""Sessions named of what comes next."""


def report_week(desk: Desk) -> None:
    """``/report``: this week up to today; on a Monday the week that has just ended."""
    training, today = training_of(desk), desk.today
    before = monday_of(today) - dt.timedelta(days=7)
    monday = before if today.weekday() == 0 and training.week_at(before) is not None else monday_of(today)
    last = min(today, monday + dt.timedelta(days=6))
    due = [(session.date, session.kind) for session in _due(training, monday, today)]
    share = shared(training.history, due, monday, last)
    efforts = [entry.rpe for entry in training.history if monday <= entry.date <= last and entry.rpe is not None]
    summary = summarise(training.history, monday, last)
    parts = [
        desk.words("weekly.head", start=monday, end=last),
        *week_parts(summary, share, efforts, desk.words, new=not due and desk.owner.created_at.date() >= monday),
        _ahead(desk, training),
        _measured(desk),
        desk.words("weekly.foot"),
    ]
    desk.say(Screen("\n\n".join(part for part in parts if part)))


def _due(training: Training, monday: dt.date, today: dt.date) -> list[Session]:
    """What the athlete was told to do on the days gone by, and today what is done already."""
    if training.week_at(monday) is None:
        return []
    view = training.whole_week(monday)
    return [
        session
        for session in view.sessions
        if session.date < today or (session.date == today and session.kind in view.done.get(today, ()))
    ]


def _ahead(desk: Desk, training: Training) -> str:
    """The next few sessions, from what is still open today on."""
    days = [desk.today + dt.timedelta(days=number) for number in range(AHEAD)]
    coming = [session for day in days for session in training.waiting_on(day)]
    lines = [
        desk.words("weekly.coming", day=session.date, session=Html(session_line(session, desk.words)))
        for session in coming[:SHOWN]
    ]
    return desk.words("weekly.next", lines=Html("\n".join(lines))) if lines else ""


def _measured(desk: Desk) -> str:
    lines = trend_lines(measured_by(desk), desk.words, desk.today)
    return desk.words("weekly.measured", lines=Html("\n".join(lines))) if lines else ""
