"""What the athlete runs now and races, asked later: distances, a result, the day of the race."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

from bot.conversations.amount import Measuring, units_of
from bot.conversations.goal import goal_name
from bot.conversations.question import (
    Answer,
    Card,
    Choice,
    Draft,
    Given,
    Problem,
    ProfileQuestion,
    Situation,
    stale_choice,
)
from bot.conversations.typed.amounts import read_distance
from bot.conversations.typed.plain import plain
from bot.conversations.typed.races import read_date, read_result
from bot.screens import in_rows
from bot.words import Words
from coach.errors import UnreadableResult
from coach.paces import fitness_of
from coach.phrases import Distance, Duration, Phrase, phrase
from coach.profile import DistanceUnit, RaceResult
from coach.reader.races import race_in
from coach.units import MILE, Metres, Seconds
from storage.tables import Athlete

RACE_GOALS: Final = frozenset({"first_5k", "5k", "10k", "half_marathon", "marathon"})
_MONTH: Final = "race_month"
SATURDAY: Final = 5
LATEST_RACE: Final = dt.timedelta(days=550)
_PLAUSIBLE_FITNESS: Final = (10, 90)


class DistanceMeasuring(Measuring):
    """A distance in metres."""

    skippable = True
    round_km: ClassVar[Sequence[float]] = ()
    round_mi: ClassVar[Sequence[float]] = ()
    width = 4

    def offered(self, words: Words) -> Sequence[float]:
        """Round distances in the reader's unit."""
        if words.units is DistanceUnit.MI:
            return [round(miles * MILE) for miles in self.round_mi]
        return [kilometres * 1000 for kilometres in self.round_km]

    def amount(self, text: str, units: DistanceUnit) -> float | None:
        """Metres."""
        return read_distance(text, units)

    def range_said(self) -> Phrase:
        """The longest distance, in the reader's unit."""
        return phrase(f"range.{self.key}", most=Distance(Metres(int(self.high))))

    def shown(self, value: float, words: Words) -> str:
        """The distance in the reader's unit."""
        return words.write(Distance(Metres(round(value)))) if value else words("amount.nothing")


class WeeklyQuestion(DistanceMeasuring):
    """A usual week's distance over the last four; the first week does not exceed it (P2)."""

    key = "weekly"
    field = "weekly_distance_m"
    low, high = 0, 250_000
    round_km: ClassVar[Sequence[float]] = (0, 5, 10, 15, 20, 30, 40, 60)
    round_mi: ClassVar[Sequence[float]] = (0, 3, 6, 10, 15, 20, 25, 35)


class LongestQuestion(DistanceMeasuring):
    """The longest run of the last four weeks; the plan's long runs start from it (P1)."""

    key = "longest"
    field = "longest_run_m"
    low, high = 0, 110_000
    round_km: ClassVar[Sequence[float]] = (0, 3, 5, 8, 10, 12, 15, 20)
    round_mi: ClassVar[Sequence[float]] = (0, 2, 3, 5, 6, 8, 10, 13)


class RecentRaceQuestion(ProfileQuestion):
    """A recent result: the paces come from it. The distance may be tapped, the time is typed."""

    key = "race"
    field = "recent_race"
    skippable = True
    distances: ClassVar[Mapping[str, str]] = {
        "5000": "5k",
        "10000": "10k",
        "21097": "half_marathon",
        "42195": "marathon",
    }
    _DISTANCE: ClassVar[str] = "distance"

    def card(self, situation: Situation, words: Words) -> Card:
        """The usual distances; then the time."""
        chosen = situation.draft.get(self._DISTANCE)
        if chosen:
            return Card(words("ask.race.time", distance=self._distance(int(chosen), words)), follows=True)
        choices = [Choice(self._distance(int(metres), words), metres) for metres in self.distances]
        return Card(words("ask.race"), in_rows(choices, 2))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """A distance; or a result as somebody told it, ``10000-2700``."""
        metres, _, seconds = value.partition("-")
        if metres.isdecimal() and seconds.isdecimal():
            return _checked_result(int(metres), int(seconds))
        return Draft({self._DISTANCE: int(value)}) if value in self.distances else stale_choice()

    def read_text(self, text: str, situation: Situation) -> Given:
        """Distance and time, or the time alone where the distance was tapped."""
        chosen = situation.draft.get(self._DISTANCE)
        units = units_of(situation.athlete)
        result = read_result(text, units)
        if result is None and chosen:
            result = read_result(f"{int(chosen) / 1000:g} km in {plain(text)}", units)
        told = race_in(text, today_of(situation), units) if result is None else None
        if told is not None and told.metres is not None and told.seconds is not None:
            result = told.metres, told.seconds
        return self.unclear() if result is None else _checked_result(*result)

    def step_back(self, situation: Situation) -> Draft | None:
        """From the time to the distances."""
        return Draft({}) if situation.draft.get(self._DISTANCE) else None

    def told(self, athlete: Athlete, words: Words) -> str:
        """Distance and time."""
        value = self.value(athlete)
        if not isinstance(value, dict):
            return words("told.unknown")
        time = Duration(Seconds(int(value["time_s"])))
        return words("race.told", distance=self._distance(int(value["distance_m"]), words), time=time)

    def _distance(self, metres: int, words: Words) -> str:
        known = self.distances.get(str(metres))
        return goal_name(known, words) if known else words.write(Distance(Metres(metres)))


def _checked_result(metres: int, seconds: int) -> Given:
    low, high = _PLAUSIBLE_FITNESS
    possible = 1500 <= metres <= 100_000 and 200 <= seconds <= 86_400
    try:
        fits = possible and low <= fitness_of(RaceResult(Metres(metres), Seconds(seconds))) <= high
    except UnreadableResult:
        fits = False
    return Answer({"distance_m": metres, "time_s": seconds}) if fits else Problem(Phrase("range.race"))


_NO_RACE: Final = re.compile(
    r"(?:no|nope|nah|none|nothing|not (?:yet|booked|really|at the moment|now|signed up|any))"
    r"(?:,? (?:no )?(?:races?|dates?|events?|plans?|nothing)\b| (?:yet|planned|booked)\b|[.,!;]|$)"
    r"|(?:i )?(?:don'?t|do not|haven'?t|have not|havent|dont) (?:have|got|booked|signed|know|want)\b"
)
"""*no race yet*, *nope, not booked anything*, *I haven't got one*."""


class RaceDateQuestion(ProfileQuestion):
    """The day of the race the plan leads to."""

    key = "raceday"
    field = "race_date"
    skippable = True
    weeks: ClassVar[tuple[int, ...]] = (8, 10, 12, 16, 20, 24)

    def card(self, situation: Situation, words: Words) -> Card:
        """Some Sundays ahead, or no race at all."""
        today, month = today_of(situation), situation.draft.get(_MONTH)
        sunday = today + dt.timedelta(days=6 - today.weekday())
        days = [sunday + dt.timedelta(weeks=weeks) for weeks in self.weeks]
        if month:
            days = [day for day in weekend_of(month) if day > today] or days
        choices = [Choice(words.write(day), day.isoformat()) for day in days]
        return Card(words("ask.raceday"), (*in_rows(choices, 2), (Choice(words("raceday.none"), "none"),)))

    def read_tap(self, value: str, situation: Situation) -> Given:
        """A day, or no race."""
        if value == "none":
            return Answer(None)
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            return stale_choice()
        return self._checked(day, situation)

    def read_text(self, text: str, situation: Situation) -> Given:
        """A date to come, or that there is none."""
        told = race_in(text, today_of(situation), units_of(situation.athlete))
        day = read_date(text, today_of(situation)) or (told.day if told is not None else None)
        if day is None and _NO_RACE.match(plain(text)):
            return Answer(None)
        return self.unclear() if day is None else self._checked(day, situation)

    def told(self, athlete: Athlete, words: Words) -> str:
        """The date."""
        value = self.value(athlete)
        return words.write(dt.date.fromisoformat(str(value))) if value else words("raceday.told.none")

    def _checked(self, day: dt.date, situation: Situation) -> Given:
        today = today_of(situation)
        if not today < day <= today + LATEST_RACE:
            return Problem(Phrase("range.raceday"))
        return Answer(day.isoformat())


def weekend_of(month: str) -> list[dt.date]:
    """The Saturdays and Sundays of a month, ``2027-05``: races are run on those."""
    first = dt.date.fromisoformat(f"{month}-01")
    days = (first + dt.timedelta(days=number) for number in range(31))
    return [day for day in days if day.month == first.month and day.weekday() >= SATURDAY]


def today_of(situation: Situation) -> dt.date:
    """The date on the athlete's own calendar."""
    return situation.now.astimezone(ZoneInfo(situation.athlete.zone or "UTC")).date()
