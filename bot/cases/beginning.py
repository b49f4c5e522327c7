"""The first promise: when the coach writes first, which is on the first day that holds something to do."""

import datetime as dt
from typing import Final

from bot.cases.training import Training
from bot.conversations.flows import PROMPT_TIME, ZONE
from bot.conversations.zone import clock_in
from bot.desk import Desk
from bot.views.session import session_line
from bot.words import Html
from coach.session import Session
from scheduler.due import moment

AHEAD: Final = 14
"""Days in which the first session is looked for."""


def all_known(desk: Desk, training: Training) -> Html:
    """The last word of the questions: when the coach writes first, and by which clock."""
    athlete = desk.owner
    return desk.words(
        "start.done",
        name=athlete.name,
        first=first_message(desk, training),
        zone=ZONE.told(athlete, desk.words),
        clock=clock_in(athlete.zone or "UTC", desk.now),
    )


def first_message(desk: Desk, training: Training) -> Html:
    """The day, the hour and the sessions of the first message."""
    hour = PROMPT_TIME.told(desk.owner, desk.words)
    is_past = moment(desk.owner.zone or "UTC", desk.owner.prompt_minute or 0, desk.today) <= desk.now
    days = (desk.today + dt.timedelta(days=number) for number in range(is_past, AHEAD))
    day = next((each for each in days if training.sessions_on(each)), None)
    if day is None:
        return desk.words("start.first.unknown", hour=hour)
    begun = is_past and bool(training.sessions_on(desk.today))
    key = "begun" if begun else {0: "today", 1: "tomorrow"}.get((day - desk.today).days, "later")
    return desk.words(f"start.first.{key}", day=day, hour=hour, session=_listed(desk, training.sessions_on(day)))


def _listed(desk: Desk, sessions: tuple[Session, ...]) -> Html:
    return Html(", ".join(session_line(session, desk.words) for session in sessions))
