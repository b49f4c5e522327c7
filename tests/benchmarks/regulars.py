"""Runners in the fifth week of their plan, as the benchmarks need them: everybody different, their weeks behind them.

What they write on a day of that week is scripted too. Most of it is near the plan; one in ten did clearly less, one
in twenty found it far too hard, one in twenty had no time at all.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any, TypeVar

from sqlalchemy import create_engine, delete
from sqlmodel import Session, col, select

from bot.cases.binding import bind, new_log
from bot.cases.plans import adapt, keep_shown, present
from bot.cases.training import monday_of
from bot.desk import Desk
from bot.words import words_for
from coach.history import Status
from scheduler.due import schedule_athlete
from storage.athletes import register
from storage.database import open_database
from storage.engines import database_url
from storage.logs import add_log
from storage.schema import upgrade
from storage.tables import Athlete, OutboxMessage, Prompt, PromptKind, PromptState, SentWeek

T = TypeVar("T")
WEEKS_BEHIND = 4
GOALS = ("10k", "5k", "general_fitness", "half_marathon")


def prepare(url: str, people: Sequence[int], monday: dt.date) -> None:
    """A database in which everybody has been coached for four weeks when the week of ``monday`` begins."""
    database = open_database(url)
    upgrade(database)
    for number, person in enumerate(people):
        database.run_now(lambda session, number=number, person=person: _live(session, number, person, monday))
    database.close_now()


def _profile(number: int, start: dt.date) -> dict[str, Any]:
    return {
        "goal": GOALS[number % len(GOALS)],
        "experience": "regular",
        "age": 25 + number % 30,
        "available_days": ["mon", "tue", "thu", "sat", "sun"],
        "weekly_distance_m": 15_000 + 250 * number,
        "longest_run_m": 6_000 + 100 * number,
        "equipment": ["bodyweight"],  # asked for at the first strength session, which is weeks ago
        "start_date": start.isoformat(),
    }


def _live(session: Session, number: int, person: int, monday: dt.date) -> None:
    """Four weeks of doing everything as planned; the prompts begin with the Monday."""
    start = monday - dt.timedelta(weeks=WEEKS_BEHIND)
    athlete = register(session, person, person, "Ana", "en", _noon(start))
    athlete.zone, athlete.prompt_minute = "UTC", 420
    athlete.profile = _profile(number, start)
    present(Desk(session, _noon(start), person, words_for("en"), athlete))
    for week in range(WEEKS_BEHIND):
        first = start + dt.timedelta(weeks=week)
        desk = Desk(session, _noon(first), person, words_for("en"), athlete)
        view = keep_shown(desk, adapt(desk), first)
        for planned in view.sessions:
            log = new_log(desk, status=Status.DONE, date=planned.date, rpe=planned.target.rpe[0])
            bind(log, planned)
            add_log(session, log)
    desk = Desk(session, _noon(monday), person, words_for("en"), athlete)
    keep_shown(desk, adapt(desk), monday)
    schedule_athlete(session, athlete, _noon(monday))
    session.exec(delete(OutboxMessage))


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def settled_prompts(url: str, day: dt.date, kind: PromptKind) -> int:
    """How many prompts of a kind and a day are said, or dropped because there was nothing to say."""
    settled = col(Prompt.state) != PromptState.CLAIMED
    found = select(Prompt.id).where(Prompt.local_date == day, Prompt.kind == kind, settled)
    return len(_asked(url, lambda session: list(session.exec(found))))


def planned_on(url: str, day: dt.date) -> dict[int, list[Any]]:
    """What everybody was told to do on a day, by their Telegram account."""
    weeks = select(Athlete.telegram_id, SentWeek.shown).join(SentWeek).where(SentWeek.start == monday_of(day))
    rows = _asked(url, lambda session: list(session.exec(weeks)))
    return {person: [s for s in week["sessions"] if s["date"] == day.isoformat()] for person, week in rows}


def _asked(url: str, work: Callable[[Session], list[T]]) -> list[T]:
    engine = create_engine(database_url(url))  # a reader that waits for no writer
    with Session(engine) as session:
        found = work(session)
    engine.dispose()
    return found


def reports(url: str, day: dt.date, dice: Random) -> Iterator[tuple[int, str]]:
    """What everybody who had something to do on a day writes about it, by their Telegram account."""
    for person, sessions in sorted(planned_on(url, day).items()):
        if sessions:
            yield person, _said_of(sessions[0], dice)


def _said_of(session: dict[str, Any], dice: Random) -> str:
    fate, about = dice.random(), dice.uniform(0.97, 1.03)
    low, high = session["target"]["rpe"]
    minutes, effort = session["minutes"] * about, dice.choice((low, high))
    if fate < 0.05:
        return "skipped, busy"
    if fate < 0.10:
        effort = min(10, high + 3)
    elif fate < 0.20:
        minutes *= 0.75
    clock = f"{int(minutes)}:{int(minutes % 1 * 60):02}"
    if session["distance_m"] is None:
        return f"{session['kind'].partition('_')[0]} {round(minutes)} min, rpe {effort}"
    metres = session["distance_m"] * minutes / session["minutes"]
    verb = "walked" if session["kind"] == "recovery_walk" else "ran"
    return f"{verb} {metres / 1000:.2f} km in {clock}, rpe {effort}"
