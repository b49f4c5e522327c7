"""When the coach speaks unasked: pure reckoning from an athlete's habits and the present moment.

A local date has one daily prompt, whatever the clocks do: a time that a clock change skips comes an hour later on
the wall, one that occurs twice comes the first time. An athlete who flies west does not live a date twice, one who
flies east skips none that is still useful.
"""

import datetime as dt
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import Session

from scheduler.quiet import USUAL, Quiet, quiet_hours
from storage.claims import Due, Habits, Verdict, habits_of
from storage.tables import Athlete, AthleteState, PromptKind

DAILY: Final = PromptKind.DAILY
EVENING: Final = PromptKind.EVENING
REVIEW: Final = PromptKind.REVIEW
SNOOZE: Final = PromptKind.SNOOZE

EVENING_MINUTE: Final = 19 * 60
"""The follow-up comes at 19:00, or three hours after a late daily prompt, but not in the quiet hours."""
EVENING_GAP: Final = 3 * 60
REVIEW_MINUTE: Final = 20 * 60
"""The week is reviewed on Sunday at 20:00."""
REVIEW_USEFUL_MINUTE: Final = 12 * 60
"""A review that Sunday missed is still useful on Monday before noon."""
CHOSEN: Final = frozenset({DAILY, SNOOZE})
"""Prompts whose hour the athlete chose."""
USEFUL_FOR: Final = dt.timedelta(hours=12)
ON_TIME: Final = dt.timedelta(minutes=30)
"""A delay that nobody notices; within it a prompt is said even where the quiet hours have begun."""
STEP: Final = dt.timedelta(minutes=5)
DAY: Final = dt.timedelta(days=1)
WEEK: Final = dt.timedelta(days=7)
SUNDAY: Final = 6
MINUTES_A_DAY: Final = 24 * 60


@lru_cache(maxsize=1_024)
def is_zone(name: str | None) -> bool:
    """Whether there is a time zone of this name."""
    try:
        ZoneInfo(name or "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=65_536)
def moment(zone: str, minute: int, day: dt.date) -> dt.datetime:
    """The moment, in UTC, at which it is ``minute`` minutes after midnight on a local date; always on that date.

    A time that a clock change skips is taken an hour later on the wall; where that is past midnight (Greenland skips
    its last hour of a day in March), an hour earlier.

    Raises:
        ZoneInfoNotFoundError: there is no such zone.
    """
    place = ZoneInfo(zone)
    local = dt.datetime.combine(day, dt.time(minute // 60, minute % 60), place)
    found = local.astimezone(dt.UTC)
    return found if found.astimezone(place).date() == day else local.replace(fold=1).astimezone(dt.UTC)


def next_moment(zone: str, minute: int, after: dt.datetime) -> dt.datetime:
    """The first moment after ``after`` at which it is ``minute`` minutes after local midnight, in UTC."""
    day = after.astimezone(ZoneInfo(zone)).date()
    while moment(zone, minute, day) <= after:
        day += DAY
    return moment(zone, minute, day)


@lru_cache(maxsize=4_096)
def judge(habits: Habits, now: dt.datetime) -> Verdict:
    """What is due at ``now`` and when to look again; what is too late to be useful is settled without a word.

    Remembered, because thousands who are due at one moment, batch after batch, have few habits between them.
    """
    if habits.zone is None or habits.minute is None or _is_silent(habits) or not _is_possible(habits):
        return Verdict((), None, habits.prompted_on, habits.reviewed_on)
    reckoning = _Reckoning(habits, habits.zone, habits.minute, now)
    reckoning.daily()
    reckoning.evening()
    reckoning.review()
    reckoning.snooze()
    return reckoning.verdict()


def is_useful(due: Due, zone: str, now: dt.datetime, quiet: Quiet = USUAL) -> bool:
    """Whether a prompt is still worth saying: on its own local date, within twelve hours, not in the quiet hours.

    An hour that the athlete chose is theirs, also in the quiet hours. A review is good until Monday noon.
    """
    local = now.astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    late = now - due.at
    if due.kind is REVIEW and local.date() == due.local_date + DAY:
        return minute < REVIEW_USEFUL_MINUTE and not quiet.holds(minute)
    if local.date() != due.local_date or late > USEFUL_FOR:
        return False
    # Who chose an hour before the quiet ones end is up by then.
    theirs = due.kind in CHOSEN and (late <= ON_TIME or minute < quiet.ends)
    return theirs or not quiet.holds(minute)


def useful_until(due: Due, zone: str, now: dt.datetime, quiet: Quiet = USUAL) -> dt.datetime:
    """Until when a prompt that is useful now stays so without a break, to five minutes; at least for five minutes."""
    return max(_last_useful(due, zone, now.replace(second=0, microsecond=0), quiet), now + STEP)


@lru_cache(maxsize=4_096)
def _last_useful(due: Due, zone: str, minute: dt.datetime, quiet: Quiet) -> dt.datetime:
    """The last step from a minute on at which a prompt is useful: remembered as ``judge`` is, for the same reason."""
    until = minute
    while is_useful(due, zone, until + STEP, quiet):
        until += STEP
    return until


def schedule_athlete(session: Session, athlete: Athlete, now: dt.datetime) -> None:
    """Set when the tick looks at an athlete next: after onboarding, a change of settings, a pause, a block.

    Today's prompt, if it has not come yet and its new hour has passed, comes at once while it is useful. Who has
    just been onboarded hears from the coach at the next hour of theirs.
    """
    if not is_zone(athlete.zone) or athlete.prompt_minute is None or athlete.blocked_at is not None:
        athlete.next_prompt_at = None
    else:
        if athlete.prompted_on is None:
            _begin(athlete, athlete.zone or "UTC", athlete.prompt_minute, now)
        verdict = judge(habits_of(athlete), now)
        athlete.next_prompt_at = now if verdict.dues else verdict.next_at
    session.add(athlete)
    session.flush()


def _begin(athlete: Athlete, zone: str, minute: int, now: dt.datetime) -> None:
    today = now.astimezone(ZoneInfo(zone)).date()
    athlete.prompted_on = today if moment(zone, minute, today) <= now else today - DAY
    sunday = _sunday(today)
    athlete.reviewed_on = sunday if moment(zone, REVIEW_MINUTE, sunday) <= now else sunday - WEEK


def _is_silent(habits: Habits) -> bool:
    paused = habits.state == AthleteState.PAUSED and habits.paused_until is None
    return paused or habits.state == AthleteState.ONBOARDING


def _is_possible(habits: Habits) -> bool:
    # One impossible row must not keep everybody else's prompts from being claimed.
    return is_zone(habits.zone) and 0 <= (habits.minute or 0) < MINUTES_A_DAY


def _sunday(day: dt.date) -> dt.date:
    """The last Sunday up to and including a day."""
    return day - dt.timedelta(days=(day.weekday() - SUNDAY) % 7)


def _evening_minute(minute: int, quiet: Quiet) -> int | None:
    wanted = max(EVENING_MINUTE, minute + EVENING_GAP)
    return wanted if wanted < MINUTES_A_DAY and not quiet.holds(wanted) else None


class _Reckoning:
    """One judgement in the making: what is due, what to remember, and the moments worth looking at again."""

    def __init__(self, habits: Habits, zone: str, minute: int, now: dt.datetime) -> None:
        self.habits, self.zone, self.minute, self.now = habits, zone, minute, now
        self.today = now.astimezone(ZoneInfo(zone)).date()
        self.prompted_on, self.reviewed_on = habits.prompted_on, habits.reviewed_on
        self.snoozed_until = habits.snoozed_until
        self.quiet = quiet_hours(habits.quiet_from, habits.quiet_to)
        self.first = habits.paused_until if habits.state == AthleteState.PAUSED else None
        self.dues: list[Due] = []
        self.ahead: list[dt.datetime] = []

    @property
    def is_paused(self) -> bool:
        return self.first is not None and self.today < self.first

    def daily(self) -> None:
        day = max(self.today, self.first or self.today)
        if self.prompted_on is not None:
            day = max(day, self.prompted_on + DAY)
        if (at := moment(self.zone, self.minute, day)) <= self.now:
            self._add(Due(DAILY, day, at))
            self.prompted_on = day
            at = next_moment(self.zone, self.minute, self.now)
        self.ahead.append(at)

    def evening(self) -> None:
        minute = _evening_minute(self.minute, self.quiet)
        day = self.prompted_on
        if minute is None or day is None or day < self.today or not self.habits.evening or self.is_paused:
            return
        if (at := moment(self.zone, minute, day)) > self.now:
            self.ahead.append(at)
        elif day == self.habits.prompted_on:
            self._add(Due(EVENING, day, at))

    def review(self) -> None:
        if self.is_paused:
            return
        sunday = _sunday(self.today)
        at = moment(self.zone, REVIEW_MINUTE, sunday)
        if at <= self.now and (self.reviewed_on is None or self.reviewed_on < sunday):
            self._review_late(Due(REVIEW, sunday, at))
        self.ahead.append(at if at > self.now else moment(self.zone, REVIEW_MINUTE, sunday + WEEK))

    def _review_late(self, due: Due) -> None:
        morning = moment(self.zone, self.quiet.ends, due.local_date + DAY)
        if self.now < morning and not is_useful(due, self.zone, self.now, self.quiet):
            self.ahead.append(morning)
            return
        self._add(due)
        self.reviewed_on = due.local_date

    def snooze(self) -> None:
        at = self.snoozed_until
        if at is None:
            return
        if at > self.now:
            self.ahead.append(at)
            return
        self._add(Due(SNOOZE, at.astimezone(ZoneInfo(self.zone)).date(), at))
        self.snoozed_until = None

    def verdict(self) -> Verdict:
        return Verdict(tuple(self.dues), min(self.ahead), self.prompted_on, self.reviewed_on, self.snoozed_until)

    def _add(self, due: Due) -> None:
        if is_useful(due, self.zone, self.now, self.quiet):
            self.dues.append(due)
