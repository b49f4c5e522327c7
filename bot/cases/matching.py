"""Which line of the log tells of the same activity as a file: one from another file, or one told in words."""

import datetime as dt
from collections.abc import Iterable

from bot.cases.binding import KINDS_OF
from bot.desk import Desk
from coach.activity import Summary
from coach.activity.summary import SAME_START, is_same
from coach.documents import summary_from_json
from coach.history import Status
from coach.reading import Activity
from coach.session import FOOT_KINDS, Session
from coach.stretches import expected_m
from storage.files import log_with_digest, logs_started_near
from storage.logs import logs_between
from storage.tables import Log

ROUGHLY = 0.15
"""People round: a distance told in words may be so much off what a watch says."""
ABOUT = 0.25
"""And a time so much."""


def twin_of(desk: Desk, summary: Summary, digest: str, own: int | None = None) -> Log | None:
    """The log that another file of the same activity has made; ``own`` is what the file's own message has made."""
    same = log_with_digest(desk.session, desk.athlete_id, digest)
    if same is not None and same.track is not None and same.id != own:  # without one, the file was taken back
        return same
    near = logs_started_near(desk.session, desk.athlete_id, summary.started, SAME_START)
    others = (log for log in near if log.track and log.id != own)
    return next((log for log in others if is_same(summary_from_json(log.track or {}), summary)), None)


def told_already(desk: Desk, summary: Summary, day: dt.date, sessions: Iterable[Session]) -> Log | None:
    """The log of that day, told in words or by a tap, that the file completes; ``sessions`` are the day's."""
    planned = {session.kind: session for session in sessions}
    for log in logs_between(desk.session, desk.athlete_id, day, day):
        session = planned.get(log.kind) if log.planned and log.kind else None  # type: ignore[call-overload]
        if log.track is None and _is_of_kind(log, summary) and _tells_the_same(log, summary, session):
            return log
    return None


def _is_of_kind(log: Log, summary: Summary) -> bool:
    if log.kind is None:
        return False
    if summary.guessed and summary.activity in {Activity.RUN, Activity.WALK}:
        return log.kind in FOOT_KINDS
    return log.kind in KINDS_OF[summary.activity] or log.activity == summary.activity


def _tells_the_same(log: Log, summary: Summary, session: Session | None) -> bool:
    """Whether the figures told agree; a skip that was made up for later, or a bare “done”, told none."""
    if log.status == Status.SKIPPED or (log.minutes is None and log.distance_m is None):
        return session is not None
    distance, minutes = _is_told(log, "distance", session), _is_told(log, "minutes", session)
    if not (distance or minutes):
        return True
    if distance and log.distance_m and summary.distance_m:
        return abs(log.distance_m - summary.distance_m) <= ROUGHLY * summary.distance_m
    lengths = (summary.moving_s / 60, summary.elapsed_s / 60)
    return log.minutes is not None and any(abs(log.minutes - length) <= ABOUT * length for length in lengths)


def _is_told(log: Log, figure: str, session: Session | None) -> bool:
    """Whether somebody told the distance or the minutes; in rows that do not know, what the plan says was not told."""
    if log.stated is not None:
        return figure in log.stated
    planned = session is not None and log.distance_m == expected_m(session, log.minutes or 0.0)
    return not planned or (figure == "minutes" and session is not None and log.minutes != session.minutes)
