"""Leaving out in words: ``skip thursday``, ``cancel today's run``, ``missed my long run``.

What may be still to come is looked for ahead, what is over behind: a day that is named, else today, else the next
session of the kind named, or the last one.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from bot.cases.binding import KINDS_OF, not_logged
from bot.cases.training import Training
from bot.desk import Desk
from bot.screens import Screen
from bot.views.session import session_line
from bot.words import Html
from bot.words.figures import write_weekday
from coach.reading import Activity, LogEntry
from coach.session import Session
from storage.logs import logs_between

WITHIN: Final = 6
"""Days ahead, or back, in which a session without a day is looked for."""


def left_out(desk: Desk, training: Training, entry: LogEntry) -> list[Session]:
    """The sessions that were, or will be, left out; empty where none is open.

    Without a kind all of a day, as by its Skip button.
    """
    for day in entry.days or (desk.today,):
        if found := _meant(entry, _open_on(desk, training, day)):
            return found
    named = entry.kind is not None or entry.session is not None
    for day in _others(entry, desk.today) if named and not entry.days else ():
        if found := _meant(entry, _open_on(desk, training, day)):
            return found[:1]
    return []


def say_nothing_to_skip(desk: Desk, training: Training, entry: LogEntry) -> None:
    """Nothing is open on the day that was meant; what comes next, and how to leave that out."""
    days = (desk.today + dt.timedelta(days=ahead) for ahead in range(WITHIN + 1))
    coming = next((found for day in days if (found := _open_on(desk, training, day))), None)
    if coming is None or not entry.ahead:
        desk.say(Screen(desk.words("hear.nothing_to_skip")))
        return
    line = Html(session_line(coming[0], desk.words))
    weekday = write_weekday(coming[0].date, desk.words.language).lower()
    desk.say(Screen(desk.words("skip.nothing", day=coming[0].date, session=line, weekday=weekday)))


def _open_on(desk: Desk, training: Training, day: dt.date) -> list[Session]:
    """What is planned on a day, before, on or after today, and not logged."""
    planned = training.shown_on(day) if day <= desk.today else training.sessions_on(day)
    return not_logged(planned, day, logs_between(desk.session, desk.athlete_id, day, day))


def _meant(entry: LogEntry, sessions: Sequence[Session]) -> list[Session]:
    """Of a day's open sessions those that the words name: the very kind, else any of the activity on a named day."""
    if entry.kind is None and entry.session is None:
        return list(sessions)
    exact = [session for session in sessions if session.kind is entry.session]
    if entry.session is not None and (exact or not entry.days):
        return exact
    kinds = KINDS_OF[entry.kind or Activity.RUN]
    return [session for session in sessions if session.kind in kinds]


def _others(entry: LogEntry, today: dt.date) -> Iterator[dt.date]:
    """The days beside today: ahead where it is still to come, else back."""
    step = 1 if entry.ahead else -1
    return (today + dt.timedelta(days=step * number) for number in range(1, WITHIN + 1))
