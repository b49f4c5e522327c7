"""Questions that the newest runs answer: the splits, two runs side by side, was it the planned one, my best 5 km."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final

from bot.cases.binding import open_sessions
from bot.cases.training import Training
from bot.conversations.typed.days import weekday_named
from bot.desk import Desk
from bot.views.log import log_line
from bot.views.session import session_line
from bot.views.track import track_lines
from bot.words import Html
from bot.words.figures import write_clock
from coach.documents import summary_from_json
from coach.history import Status
from coach.phrases import Distance, Pace
from coach.profile import WEEKDAYS
from coach.reach import farthest, longest_of_late
from coach.reading import Activity
from coach.session import RUN_KINDS
from coach.units import MILE, SecondsPerKm
from storage.logs import logs_between
from storage.tables import Log

_LOOK_BACK: Final = dt.timedelta(days=60)
"""How old a run may be that is spoken of as the last one."""
_NEAR: Final = (0.99, 1.03)
"""The shares of a distance within which a run is one of that distance: watches measure a little long."""
_DISTANCES: Final[tuple[tuple[re.Pattern[str], float, int], ...]] = (
    (re.compile(r"\b(?:half|21 ?k)"), 21_097.5, 21_098),
    (re.compile(r"\b(?:marathon|42 ?k)"), 42_195, 42_195),
    (re.compile(r"\b10 ?k"), 10_000, 10_000),
    (re.compile(r"\b(?:5 ?k|park ?run)"), 5000, 5000),
    (re.compile(r"\b(?:mile|1 ?mi)\b"), MILE, 1609),
    (re.compile(r"\b(?:1 ?k|kilomet(?:re|er))"), 1000, 1000),
)
"""Distances by what they are called, their metres, and their name among the best efforts of a file."""


def splits(desk: Desk, _: Training, __: str) -> str:
    """What the file of the newest run says of its kilometres; without a file, how they would come."""
    runs = _runs(desk)
    told = next((run for run in reversed(runs) if run.track is not None), None)
    if told is None:
        return desk.words("wonder.runs.splits")
    lines = Html("\n".join([log_line(told, desk.words), *track_lines(told, desk.words)]))
    key = "wonder.runs.splits.last" if told is runs[-1] else "wonder.runs.splits.earlier"
    return desk.words(key, lines=lines)


def compared(desk: Desk, _: Training, __: str) -> str:
    """The two newest runs side by side, and how their paces differ where both were measured."""
    runs = _runs(desk)[-2:]
    if len(runs) < 2:
        return desk.words("wonder.runs.compare")
    lines = Html("\n".join(f"• {log_line(run, desk.words)}" for run in runs))
    before, after = (_pace(run) for run in runs)
    said = desk.words("wonder.runs.compare.both", lines=lines)
    if before is None or after is None:
        return said
    key = "same" if abs(after - before) < _SAME_S else "quicker" if after < before else "slower"
    paces = {"before": Pace(before, before), "after": Pace(after, after)}
    return f"{said}\n\n{desk.words(f'wonder.runs.compare.{key}', **paces)}"


_SAME_S: Final = 3
"""Seconds a kilometre that are no difference: the way, the wind and the watch make more."""


def meant(desk: Desk, training: Training, _: str) -> str:
    """Was that today's session? What is logged today and what it counts as; else what is still open."""
    words = desk.words
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    done = [log for log in logs if log.status in {Status.DONE, Status.PARTIAL}]
    waiting = open_sessions(training, desk.today, logs)
    left = Html(", ".join(session_line(session, words) for session in waiting))
    if done:
        key = "planned" if done[-1].planned else "on_top"
        said = words(f"wonder.runs.meant.{key}", line=log_line(done[-1], words))
        return f"{said} {words('wonder.runs.meant.open', sessions=left)}" if waiting else said
    return words("wonder.runs.meant.nothing", sessions=left) if waiting else words("wonder.runs.meant")


def best(desk: Desk, _: Training, said: str) -> str:
    """The fastest that the log holds over the distance that is named, whole runs and stretches of files."""
    named = next(((metres, name) for shape, metres, name in _DISTANCES if shape.search(said)), None)
    if named is None:
        return desk.words("wonder.runs.best")
    found = [(seconds, run.date) for run in _runs(desk, dt.timedelta.max) for seconds in _times(run, *named)]
    distance = desk.words(f"track.distance.{named[1]}")
    if not found:
        return desk.words("wonder.runs.best.none", distance=distance)
    seconds, day = min(found)
    return desk.words("wonder.runs.best.told", distance=distance, time=write_clock(seconds), day=day)


def heart(desk: Desk, training: Training, _: str) -> str:
    """The mean heart rate of the newest run that has one, and the easy range where heart rates may be used."""
    told = next((run for run in reversed(_runs(desk)) if run.avg_hr), None)
    if told is None or told.avg_hr is None:
        return desk.words("wonder.runs.heart.none")
    said = desk.words("wonder.runs.heart", line=log_line(told, desk.words), beats=told.avg_hr)
    easy = (training.now.hr_zones or {}).get("easy")
    if easy is None:
        return said
    key = "high" if told.avg_hr > easy[1] else "easy"
    return f"{said} {desk.words(f'wonder.runs.heart.{key}', low=easy[0], high=easy[1])}"


def last(desk: Desk, _: Training, said: str) -> str:
    """How did I do: the newest run, or that of a day, and its effort beside the one that was meant.

    *How was it* is of whatever was done last.
    """
    day = _day_named(said, desk.today)
    done = _done(desk) if day is not None or _IT.search(said) else _runs(desk)
    run = next((one for one in reversed(done) if day in {None, one.date}), None)
    if run is None:
        return desk.words("wonder.runs.last.none") if day is None else desk.words("wonder.runs.last.nothing", day=day)
    if run.kind not in RUN_KINDS:
        return desk.words("wonder.runs.last.other", line=log_line(run, desk.words))
    said = desk.words("wonder.runs.last", line=log_line(run, desk.words))
    if run.rpe is None:
        return f"{said} {desk.words('wonder.runs.last.ask')}"
    if not run.target_rpe:
        return f"{said} {desk.words('wonder.runs.last.counts')}"
    low, high = min(run.target_rpe), max(run.target_rpe)
    key = "over" if run.rpe > high else "right" if run.rpe >= low else "under"
    return f"{said} {desk.words(f'wonder.runs.last.{key}', effort=run.rpe, low=low, high=high)}"


_IT: Final = re.compile(r"\b(?:it|that)$")


def _day_named(said: str, today: dt.date) -> dt.date | None:
    """The day of the last week that a question names; ``None`` where it names none."""
    if "yesterday" in said:
        return today - dt.timedelta(days=1)
    named = weekday_named(said)
    return None if named is None else today - dt.timedelta(days=(today.weekday() - WEEKDAYS.index(named)) % 7 or 7)


def longest(desk: Desk, training: Training, _: str) -> str:
    """The longest run of late, and how far the next may go (P1)."""
    metres = longest_of_late(training.profile, training.history, desk.today)
    if not metres:
        return desk.words("wonder.runs.longest.none")
    return desk.words("wonder.runs.longest", longest=Distance(metres), most=Distance(farthest(metres)))


def _times(run: Log, metres: float, name: int) -> list[float]:
    """Seconds in which a run holds a distance: as a stretch of its file, or as a whole that is just that far."""
    if run.track is not None:
        return [effort.seconds for effort in summary_from_json(run.track).best if effort.metres == name]
    whole = run.minutes and run.distance_m and run.stated is not None and {"distance", "minutes"} <= set(run.stated)
    if not whole or not run.minutes or not run.distance_m:
        return []
    return [run.minutes * 60] if _NEAR[0] * metres <= run.distance_m <= _NEAR[1] * metres else []


def _runs(desk: Desk, back: dt.timedelta = _LOOK_BACK) -> list[Log]:
    """The runs that were done, oldest first."""
    return [log for log in _done(desk, back) if log.kind in RUN_KINDS and log.activity in {None, Activity.RUN}]


def _done(desk: Desk, back: dt.timedelta = _LOOK_BACK) -> list[Log]:
    """All that was done, oldest first."""
    first = desk.today - back if back < dt.timedelta.max else dt.date.min
    logs = logs_between(desk.session, desk.athlete_id, first, desk.today)
    return [log for log in logs if log.status in {Status.DONE, Status.PARTIAL}]


def _pace(run: Log) -> SecondsPerKm | None:
    """Seconds for a kilometre, where both figures were measured or told."""
    told = run.track is not None or (run.stated is not None and "distance" in run.stated)
    return (
        SecondsPerKm(round(run.minutes * 60_000 / run.distance_m)) if told and run.minutes and run.distance_m else None
    )


FROM_RUNS: Final[Mapping[str, Callable[[Desk, Training, str], str]]] = {
    "runs.splits": splits,
    "runs.compare": compared,
    "runs.meant": meant,
    "runs.best": best,
    "runs.heart": heart,
    "runs.last": last,
    "runs.longest": longest,
}
"""The topics that the newest runs answer."""
