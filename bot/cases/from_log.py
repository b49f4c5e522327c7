"""Questions that the athlete's own log and receipts answer: how much did I do, why did the plan change?"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from bot.cases.training import Training, monday_of
from bot.desk import Desk
from bot.views.receipts import receipts_text
from bot.words import Html
from coach.history import Status
from coach.phrases import Distance
from coach.session import RUN_KINDS, SessionKind
from coach.summary import Summary, summarise
from coach.workouts.efforts import KIND_EFFORT
from storage.logs import logs_between
from storage.plans import receipts_told_since

LOOK_BACK: Final = dt.timedelta(days=14)
"""How old a change may be that somebody asks the reason of."""
_DAY: Final = dt.timedelta(days=1)


def amount(desk: Desk, training: Training, said: str) -> str:
    """What was done in the days that are named: today, yesterday, a week, a month, a year; all of it otherwise."""
    name, first, last = _span(said, desk.today)
    done = summarise(training.history, first or dt.date.min, last)
    key = "wonder.log.nothing" if not done.sessions else "wonder.log.amount"
    return desk.words(key, span=desk.words(f"span.{name}"), done=Html(", ".join(_parts(desk, done))))


def _span(said: str, today: dt.date) -> tuple[str, dt.date | None, dt.date]:
    """The name and the first and last day of what is asked about."""
    monday, month = monday_of(today), today.replace(day=1)
    spans: Mapping[str, tuple[dt.date | None, dt.date]] = {
        "yesterday": (today - _DAY, today - _DAY),
        "today": (today, today),
        "last week": (monday - 7 * _DAY, monday - _DAY),
        "week": (monday, today),
        "last month": ((month - _DAY).replace(day=1), month - _DAY),
        "month": (month, today),
        "last year": (dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31)),
        "year": (dt.date(today.year, 1, 1), today),
    }
    name = next((name for name in spans if name in said), None)
    return ("all", None, today) if name is None else (name.replace(" ", "_"), *spans[name])


def _parts(desk: Desk, done: Summary) -> list[str]:
    """The kinds of sessions with how many and how far, what there was of each."""
    words, counts = desk.words, {"walks": done.walks, "strength": done.strength, "cross": done.cross_training}
    parts = [words("done.runs", n=done.runs)] if done.runs else []
    parts += [words(f"done.{kind}", n=count) for kind, count in counts.items() if count]
    far = [words("done.distance", distance=Distance(done.distance_m))] if done.distance_m else []
    return [*parts, *far, words("done.minutes", minutes=done.minutes)]


def changed(desk: Desk, _: Training, __: str) -> str:
    """The newest change of the plan with its reason, as it was told."""
    receipts = receipts_told_since(desk.session, desk.athlete_id, desk.now - LOOK_BACK)
    if not receipts:
        return desk.words("wonder.coach.unchanged")
    day = receipts[0].told_at.astimezone(desk.zone).date()
    return desk.words("wonder.coach.changed", day=day, changes=Html(receipts_text(receipts, desk.words)))


def judge(desk: Desk, _: Training, __: str) -> str:
    """Was that too hard: the newest run of these days, its effort beside the one that was meant."""
    logs = logs_between(desk.session, desk.athlete_id, desk.today - 3 * _DAY, desk.today)
    runs = [log for log in logs if log.kind in RUN_KINDS and log.status != Status.SKIPPED]
    if not runs:
        return desk.words("wonder.judge")
    last, meant = runs[-1], runs[-1].target_rpe or KIND_EFFORT[SessionKind.EASY_RUN]
    if last.rpe is None:
        return desk.words("wonder.judge.ask", day=last.date)
    key = "over" if last.rpe > max(meant) else "right" if last.rpe >= min(meant) else "under"
    return desk.words(f"wonder.judge.{key}", day=last.date, effort=last.rpe, low=min(meant), high=max(meant))


FROM_LOG: Final[Mapping[str, Callable[[Desk, Training, str], str]]] = {
    "log.amount": amount,
    "coach.changed": changed,
    "judge": judge,
}
"""The topics that the log and the receipts answer."""
