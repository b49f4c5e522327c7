"""Every zone's clock changes lived through the real claim: a row for each local date, none missing, none doubled."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update
from sqlmodel import Session, col, select

from scheduler.due import judge, schedule_athlete
from storage.claims import claim_due
from storage.database import Database
from storage.tables import Athlete, Prompt, PromptKind
from tests.depth import DEPTH
from tests.scheduler.test_due import DAY, HOUR
from tests.scheduler.test_every_zone import ZONES, changes
from tests.storage.builders import an_athlete

HALF_PAST_TWO = 2 * 60 + 30
"""The minute that most clock changes skip or repeat."""
YEARS = [2026] if DEPTH <= 1 else [2026, 2027, 2028]
"""Each takes seconds; the reckoning itself goes through all three in every run (``test_every_zone``)."""
NIGHTS = 3
"""Days that are lived through around a change."""


def spans() -> Iterator[tuple[dt.datetime, list[str]]]:
    """The beginnings of the spans in which clocks change somewhere in 2026 to 2028, and the zones whose do."""
    moments = sorted((change, zone) for zone in ZONES for change in changes(zone))
    begin, zones = moments[0][0], [moments[0][1]]
    for (_, _), (change, zone) in pairwise(moments):
        if change - begin > DAY:
            yield begin - DAY, zones
            begin, zones = change, []
        zones.append(zone)
    yield begin - DAY, zones


SPANS = list(spans())


def test_the_spans_cover_every_change() -> None:
    assert sum(len(zones) for _, zones in SPANS) == sum(len(changes(zone)) for zone in ZONES) > 700


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_every_zone_has_one_prompt_a_date_through_every_change_of_its_clocks(database: Database, year: int) -> None:
    """Ticked every hour, an athlete for each zone whose clocks change."""
    number = 0
    for start, zones in (span for span in SPANS if span[0].year == year):
        first = number + 1
        number += len(names := sorted(set(zones)))
        database.run_now(lambda session, names=names, n=first, start=start: _wake_all(session, names, n, start))
        for hour in range(24 * NIGHTS):
            now = start + hour * HOUR
            database.run_now(lambda session, now=now: claim_due(session, now, 1000, judge))
        end = start + NIGHTS * DAY
        database.run_now(_retire)
        _check(database, range(first, number + 1), start, end)


def _wake_all(session: Session, zones: list[str], first: int, start: dt.datetime) -> None:
    for number, zone in enumerate(zones, start=first):
        before = start.astimezone(ZoneInfo(zone)).date() - DAY
        fields = {"zone": zone, "prompt_minute": HALF_PAST_TWO, "prompted_on": before, "reviewed_on": before}
        athlete = an_athlete(session, number, evening=False, **fields)
        schedule_athlete(session, athlete, start)


def _retire(session: Session) -> None:
    session.exec(update(Athlete).values(next_prompt_at=None))


def _check(database: Database, athletes: range, start: dt.datetime, end: dt.datetime) -> None:
    rows = database.run_now(
        lambda session: session.exec(
            select(Athlete.zone, Prompt.local_date, Prompt.due_at)
            .join(Prompt, col(Prompt.athlete_id) == col(Athlete.id))
            .where(col(Athlete.id).in_(athletes), Prompt.kind == PromptKind.DAILY)
            .order_by(col(Athlete.id), col(Prompt.local_date))
        ).all()
    )
    told: dict[str, list[dt.date]] = {}
    for zone, day, due in rows:
        assert due.astimezone(ZoneInfo(zone or "")).date() == day, (zone, day)
        told.setdefault(zone or "", []).append(day)
    assert len(told) == len(athletes)
    for zone, days in told.items():
        first, last = (each.astimezone(ZoneInfo(zone)).date() for each in (start, end))
        inner = [first + n * DAY for n in range(1, (last - first).days)]
        assert [day for day in days if first < day < last] == inner, (zone, start)
        assert len(days) == len(set(days))
