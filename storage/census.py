"""How many athletes there are and how lively it is; for the operator. Nobody's name or words are read."""

import datetime as dt
from collections.abc import Mapping
from typing import Final, NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select, union

from storage.tables import Athlete, Prompt, Saying

WEEK: Final = dt.timedelta(days=7)
DAY: Final = dt.timedelta(days=1)


class Census(NamedTuple):
    """Athletes by state and how many have blocked the bot, who was heard in a week, and a day's prompts by state."""

    states: Mapping[str, int]
    blocked: int
    heard: int
    prompts: Mapping[str, int]


def census(session: Session, now: dt.datetime) -> Census:
    """Count. The tables that grow every day are read from the moment in question on, not from their beginning."""
    states = select(Athlete.state, func.count()).group_by(Athlete.state)
    blocked = select(func.count()).where(col(Athlete.blocked_at).is_not(None))
    first = _first_since(session, Prompt, now - DAY)
    prompts = select(Prompt.state, func.count()).where(col(Prompt.id) >= first).group_by(Prompt.state)
    return Census(
        dict(session.exec(states).all()),
        session.exec(blocked).one(),
        _heard(session, now - WEEK),
        dict(session.exec(prompts).all()),
    )


def _heard(session: Session, since: dt.datetime) -> int:
    """Athletes who wrote something, or answered a prompt by a tap."""
    wrote = select(Saying.athlete_id).where(col(Saying.id) >= _first_since(session, Saying, since))
    tapped = select(Prompt.athlete_id).where(
        col(Prompt.id) >= _first_since(session, Prompt, since), col(Prompt.answered_at) >= since
    )
    everybody = union(wrote, tapped).subquery()
    return session.connection().execute(select(func.count()).select_from(everybody)).scalar_one()


def _first_since(session: Session, table: type[Saying] | type[Prompt], since: dt.datetime) -> int:
    """The id of the first row made since a moment, found by halving: ids grow with time."""
    made = col(Saying.said_at) if table is Saying else col(Prompt.claimed_at)
    low, high = 1, (session.exec(select(func.max(col(table.id)))).one() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        found = select(made).where(col(table.id) >= middle).order_by(col(table.id)).limit(1)
        moment = session.exec(found).first()
        if moment is None or moment >= since:
            high = middle
        else:
            low = middle + 1
    return low
