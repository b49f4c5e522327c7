"""Weeks that were sent, as their athletes know them on a day: what they were told up to it, and what stands ahead."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.views.week import DAYS
from coach.plan import Move, Week
from coach.planning.keeping import still_ahead
from storage.plans import Sent


def as_told(sent: Sent, moves: Sequence[Move], today: dt.date, *, stood: bool = False) -> Week:
    """A week that was sent, the days up to today as the athlete was told them and the days ahead as they stand.

    Today does not change because a change was undone by the calendar (C7), and what was decided once is not decided
    again every morning (``still_ahead``), unless the week is wanted as it ``stood`` before anything was.
    """
    if not moves and sent.start + dt.timedelta(days=DAYS) <= today:
        return sent.outline
    if not stood and not _is_moved(sent.start, moves):
        gone = [session for session in sent.shown.sessions if session.date <= today]
        return replace(sent.week, sessions=(*gone, *still_ahead(sent.week, sent.shown, today)))
    return _told(sent.week, sent.shown, moves, today)


def _is_moved(start: dt.date, moves: Sequence[Move]) -> bool:
    """Whether a session of a week was moved, or moved to it."""
    end = start + dt.timedelta(days=DAYS)
    return any(start <= day < end for move in moves for day in (move.origin, move.target))


def _told(sent: Week, shown: Week, moves: Sequence[Move], today: dt.date) -> Week:
    """One week: a session still to be moved ahead stands where it came from, one moved up stands only where it went."""
    waiting = {(move.kind, move.origin) for move in moves if move.origin <= today < move.target}
    arrived = {(move.kind, move.origin) for move in moves if move.target <= today < move.origin}
    gone = [session for session in shown.sessions if session.date <= today]
    kinds = {(session.kind, session.date) for session in gone}
    ahead = [
        session
        for session in sent.sessions
        if ((session.kind, session.date) in waiting - kinds or session.date > today)
        and (session.kind, session.date) not in arrived
    ]
    return replace(sent, sessions=tuple(sorted((*gone, *ahead), key=lambda session: session.date)))
