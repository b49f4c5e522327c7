"""Exactly one prompt per athlete, kind and local date: every IANA zone, every clock change, any traveller."""

import datetime as dt
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.due import DAILY, moment
from storage.claims import Habits
from tests.depth import examples
from tests.scheduler.test_due import DAY, HOUR, MINUTE, Life

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2028, 12, 31)
ZONES = sorted(available_timezones() - {"localtime", "Factory"})
FEW = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago",
       "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca", "UTC"]  # fmt: skip


@cache
def changes(zone: str) -> tuple[dt.datetime, ...]:
    """The moments at which a zone's clocks change in 2026 to 2028, to the hour."""
    place = ZoneInfo(zone)
    start = dt.datetime.combine(FIRST, dt.time(), dt.UTC)
    days = [start + n * DAY for n in range((LAST - FIRST).days + 2)]
    found = []
    for day, following in pairwise(days):
        if day.astimezone(place).utcoffset() != following.astimezone(place).utcoffset():
            offsets = [(day + n * HOUR).astimezone(place).utcoffset() for n in range(25)]
            found.append(day + HOUR * next(n for n in range(1, 25) if offsets[n] != offsets[n - 1]))
    return tuple(found)


def _awake(zone: str, minute: int, start: dt.datetime, end: dt.datetime) -> Life:
    """An athlete of this zone and hour, ticked from ``start`` to ``end``."""
    before = start.astimezone(ZoneInfo(zone)).date() - DAY
    life = Life(Habits(zone, minute, prompted_on=before, reviewed_on=before, evening=False))
    life.live(start, end)
    return life


def test_the_zones_are_all_there_and_their_clocks_change() -> None:
    assert len(ZONES) > 500
    assert len(changes("Europe/Berlin")) == 6
    assert sum(len(changes(zone)) for zone in FEW) >= 30


@pytest.mark.parametrize("minute", [0, 30, 2 * 60 + 30, 7 * 60, 23 * 60 + 45])
def test_every_local_date_has_one_moment_in_every_zone(minute: int) -> None:
    """And it lies on that date: nothing is missed and nothing doubled, three years long."""
    days = [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]
    for zone in ZONES:
        place = ZoneInfo(zone)
        around = {(each.astimezone(place) + shift).date() for each in changes(zone) for shift in (-DAY, 0 * DAY, DAY)}
        for day in around | {days[0], days[-1]}:
            assert moment(zone, minute, day).astimezone(place).date() == day, (zone, day)


@pytest.mark.parametrize("minute", [0, 2 * 60 + 30, 7 * 60, 23 * 60 + 45])
def test_around_every_clock_change_of_every_zone_each_date_is_prompted_once(minute: int) -> None:
    for zone in ZONES:
        for change in changes(zone):
            start, end = change - 2 * DAY, change + 2 * DAY
            life = _awake(zone, minute, start, end)
            first, last = (each.astimezone(ZoneInfo(zone)).date() for each in (start, end))
            inner = [first + n * DAY for n in range(1, (last - first).days)]
            told = life.days(DAILY)
            assert len(told) == len(set(told)), (zone, change)
            assert [day for day in told if first < day < last] == inner, (zone, change)


@pytest.mark.parametrize("zone", FEW)
def test_three_years_have_a_prompt_for_each_of_their_days(zone: str) -> None:
    start = moment(zone, 0, FIRST)
    life = _awake(zone, 6 * 60, start, moment(zone, 0, LAST + DAY))

    assert life.days(DAILY) == [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]


MOMENTS = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2028, 12, 1)).map(lambda at: at.replace(tzinfo=dt.UTC))  # noqa: DTZ001 — made aware at once
STEPS = st.lists(
    st.tuples(
        st.integers(1, 40 * 60).map(lambda minutes: minutes * MINUTE),
        st.one_of(st.none(), st.sampled_from(ZONES)),
        st.one_of(st.none(), st.integers(0, 24 * 60 - 1)),
    ),
    max_size=30,
)


@given(start=MOMENTS, zone=st.sampled_from(ZONES), minute=st.integers(0, 24 * 60 - 1), steps=STEPS)
@examples(60)
def test_no_traveller_is_prompted_twice_for_a_date(
    start: dt.datetime,
    zone: str,
    minute: int,
    steps: list[tuple[dt.timedelta, str | None, int | None]],
) -> None:
    """Ticks at any moments, outages of any length, changes of zone and hour in any order."""
    before = start.astimezone(ZoneInfo(zone)).date() - DAY
    life = Life(Habits(zone, minute, prompted_on=before, reviewed_on=before))
    now = start
    for pause, new_zone, new_minute in steps:
        now += pause
        habits = life.habits
        life.habits = habits._replace(zone=new_zone or habits.zone, minute=new_minute or habits.minute)
        told = len(life.told)
        life.tick(now)
        assert life.next_at is not None
        assert life.next_at > now
        assert len(life.told) - told <= 3, "one daily, one evening, one review at most: never a burst"
        local = now.astimezone(ZoneInfo(life.habits.zone or "UTC")).date()
        assert all(due.local_date in {local, local - DAY} for due in life.told[told:])
    dates = life.days(DAILY)
    assert dates == sorted(set(dates))


@given(start=MOMENTS, zone=st.sampled_from(ZONES), minute=st.integers(6 * 60, 20 * 60), outage=st.integers(1, 72))
@examples(60)
def test_after_an_outage_at_most_one_day_is_prompted(start: dt.datetime, zone: str, minute: int, outage: int) -> None:
    before = start.astimezone(ZoneInfo(zone)).date() - DAY
    life = Life(Habits(zone, minute, prompted_on=before, reviewed_on=before, evening=False))
    life.tick(start)
    told = len(life.told)
    life.tick(start + outage * HOUR)
    today = (start + outage * HOUR).astimezone(ZoneInfo(zone)).date()

    assert [due.local_date for due in life.told[told:] if due.kind == DAILY] in ([], [today])
