"""The time zone without a location: what does your clock say? Then a city that keeps this time.

A city, a country, a zone's name or ``UTC+2`` can be typed, and a place can be shared. The clock buttons are good for
a few minutes only, because their labels are; an older one brings a fresh card.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversations.places.cities import at_offsets, nearest, offset_of, offsets
from bot.conversations.places.cities import cities as known_cities
from bot.conversations.places.zones import (
    city_name,
    fixed_zone,
    is_zone,
    likely_zones,
    offsets_of_clock,
    same_clock,
    utc_offset,
    zones_named,
)
from bot.conversations.question import (
    Answer,
    Card,
    Choice,
    Draft,
    Given,
    Problem,
    Question,
    Situation,
    stale_choice,
)
from bot.conversations.typed.plain import plain
from bot.screens import in_rows
from bot.words import Words
from bot.words.dials import hours_of, in_the_states
from coach.phrases import Phrase
from coach.profile import DistanceUnit
from storage.tables import Athlete, AthleteState

FRESH: Final = 8
"""Minutes for which the times on the clock buttons are close enough."""
PAGE: Final = 12
"""Cities shown at once."""
MOST_NAMED: Final = 8
SPOKEN_TOO: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "America/Chicago",
        "America/Denver",
        "America/Los_Angeles",
        "Europe/Berlin",
        "Africa/Johannesburg",
        "Asia/Kolkata",
        "Asia/Singapore",
        "Australia/Sydney",
    ),
    "es": ("America/Bogota", "America/Argentina/Buenos_Aires", "America/Caracas", "America/Los_Angeles"),
}
"""Where many more who write in a language live, besides its likely zones."""
_CLOCK: Final = re.compile(r"c(-?\d{1,4})@(\d{1,9})")
_IT_IS: Final = re.compile(r"^\s*(?:it'?’?s|it is|my clock says|now)\s+", re.IGNORECASE)
_AHEAD: Final = "ahead"
_FIRST: Final = "first"
_ZONES: Final = "zones"
_ALL: Final = "all"
FEW: Final = 8
"""Clocks shown at first, the likeliest ones; the others are a tap away."""


class ZoneQuestion(Question):
    """Which zone the athlete's clock keeps."""

    key = "zone"

    def known(self, athlete: Athlete) -> bool:
        """Whether a zone is set."""
        return athlete.zone is not None

    def card(self, situation: Situation, words: Words) -> Card:
        """The clocks; then the cities of a clock, or the places that typed words may mean."""
        if situation.draft.get(_ZONES):
            return self._named_card(situation, words)
        if situation.draft.get(_AHEAD):
            return self._city_card(situation, words)
        return self._clock_card(situation, words)

    def read_tap(self, value: str, situation: Situation) -> Given:
        """A clock, a city, more cities, or back to the clocks."""
        if value == "clocks":
            return Draft({})
        if value == "allclocks":
            return Draft({_ALL: True})
        if value.startswith("more") and value[4:].isdecimal():
            return Draft({**situation.draft, _FIRST: int(value[4:])})
        match = _CLOCK.fullmatch(value)
        if match is not None:
            return self._clock_tapped(int(match[1]), int(match[2]), situation.now)
        return Answer(value) if is_zone(value) else stale_choice()

    def read_text(self, text: str, situation: Situation) -> Given:
        """A place, a zone, an offset (said twice: no city, just that), or the time on the clock."""
        ahead = utc_offset(plain(text))
        if ahead is not None and situation.draft.get(_AHEAD) == [ahead] and (fixed := fixed_zone(ahead)):
            return Answer(fixed)
        if ahead is not None:
            return Draft({_AHEAD: [ahead]}) if zones_named(text, situation.now) else Problem(Phrase("range.zone"))
        zones = zones_named(text, situation.now)
        if len(zones) > 1:
            return Draft({_ZONES: zones[:MOST_NAMED]})
        if zones:
            return Answer(zones[0])
        clocks = offsets_of_clock(_IT_IS.sub("", text), situation.now)
        return Draft({_AHEAD: sorted(clocks)}) if clocks else self.unclear()

    def read_place(self, latitude: float, longitude: float) -> Answer:
        """The zone of the nearest well-known city."""
        return Answer(nearest(latitude, longitude).zone)

    def step_back(self, situation: Situation) -> Draft | None:
        """From the cities to the clocks."""
        return Draft({}) if situation.draft.get(_AHEAD) or situation.draft.get(_ZONES) else None

    def save(self, value: object, situation: Situation) -> None:
        """Set the zone. Who travels keeps reading the hours as at home (17:30, not 5:30 PM)."""
        athlete = situation.athlete
        if athlete.state != AthleteState.ONBOARDING and athlete.zone and athlete.clock is None:
            at_home = hours_of(None, athlete.zone, athlete.language)
            athlete.clock = None if hours_of(None, str(value), athlete.language) == at_home else str(at_home)
        if athlete.state == AthleteState.ONBOARDING:
            _learn_units(athlete, str(value))
        athlete.zone = str(value) if value is not None else None

    def told(self, athlete: Athlete, words: Words) -> str:
        """The zone by its city."""
        return words("zone.told", city=city_name(athlete.zone)) if athlete.zone else words("told.unknown")

    def remark(self, athlete: Athlete, now: dt.datetime, words: Words) -> str:
        """What the clock says there, so that a wrong zone is noticed."""
        key = "zone.now.mi" if _in_miles_by(athlete, athlete.zone) else "zone.now"
        return words(key, clock=clock_in(athlete.zone or "UTC", now))

    def _clock_tapped(self, ahead: int, asked: int, now: dt.datetime) -> Given:
        if not 0 <= _minute(now) - asked <= FRESH:
            return Problem(Phrase("zone.old_clock"))
        same = [other for other in offsets(now) if (other - ahead) % 1440 == 0]
        return Draft({_AHEAD: same}) if same else stale_choice()

    def _clock_card(self, situation: Situation, words: Words) -> Card:
        now = situation.now
        likely = [zone for zone in likely_zones(situation.athlete.language) if is_zone(zone)]
        first = [
            Choice(words("zone.clock_city", clock=clock_in(zone, now), city=city_name(zone)), zone) for zone in likely
        ]
        ordered = _likely_clocks(likely, situation.athlete.language, now)
        more: tuple[Choice, ...] = (Choice(words("zone.more_clocks"), "allclocks"),)
        if situation.draft.get(_ALL):
            ordered, more = _every_clock(now), (Choice(words("zone.fewer_clocks"), "clocks"),)
        grid = [Choice(words.write(_clock(now, ahead)), f"c{ahead}@{_minute(now)}") for ahead in ordered]
        return Card(words("ask.zone"), (*in_rows(first, 2), *in_rows(grid, 4), more))

    def _city_card(self, situation: Situation, words: Words) -> Card:
        ahead, now = situation.draft[_AHEAD], situation.now
        several = len(ahead) > 1
        start = int(situation.draft.get(_FIRST, 0))
        found = at_offsets(ahead, now)
        shown = found[start : start + PAGE]
        choices = [Choice(self._label(city.name, city.zone, now, words, clock=several), city.zone) for city in shown]
        last = [Choice(words("zone.clocks"), "clocks")]
        if start + PAGE < len(found):
            last.append(Choice(words("zone.more"), f"more{start + PAGE}"))
        fixed = fixed_zone(ahead[0]) if len(ahead) == 1 else None
        fixed_row = ((Choice(words("zone.fixed", zone=city_name(fixed)), fixed),),) if fixed else ()
        return Card(words("ask.zone.city"), (*in_rows(choices, 3 - several), *fixed_row, tuple(last)), follows=True)

    def _named_card(self, situation: Situation, words: Words) -> Card:
        zones, now = situation.draft[_ZONES], situation.now
        clock = not same_clock(zones, now)
        choices = [Choice(self._label(city_name(zone), zone, now, words, clock=clock), zone) for zone in zones]
        return Card(
            words("ask.zone.which"), (*in_rows(choices, 2), (Choice(words("zone.clocks"), "clocks"),)), follows=True
        )

    def _label(self, city: str, zone: str, now: dt.datetime, words: Words, *, clock: bool) -> str:
        return words("zone.city_clock", city=city, clock=clock_in(zone, now)) if clock else city


def _learn_units(athlete: Athlete, zone: str) -> None:
    """Miles for whoever says that they live where people use them, unless they chose a unit or told a distance."""
    if _in_miles_by(athlete, athlete.zone):  # learnt from the zone answered before
        athlete.profile = {field: value for field, value in athlete.profile.items() if field != "units"}
    if in_the_states(zone) and not (athlete.profile.get("units") or athlete.profile.get("weekly_distance_m")):
        athlete.profile = {**athlete.profile, "units": str(DistanceUnit.MI)}


def _in_miles_by(athlete: Athlete, zone: str | None) -> bool:
    """Whether miles were learnt from a zone, on the way to the plan."""
    new, profile = athlete.state == AthleteState.ONBOARDING, athlete.profile
    miles = profile.get("units") == DistanceUnit.MI and not profile.get("weekly_distance_m")
    return new and miles and in_the_states(zone)


def _every_clock(now: dt.datetime) -> list[int]:
    """Minutes ahead of UTC, one for each clock that is in use somewhere; two a day apart show the same."""
    return sorted({ahead % 1440: ahead for ahead in reversed(offsets(now))}.values())


def _likely_clocks(likely: Sequence[str], language: str, now: dt.datetime) -> list[int]:
    """The clocks of many well-known cities, rather near to where people of this language live, and not theirs."""
    homes = [offset_of(zone, now) for zone in likely]
    cities = Counter(city.offset(now) for city in known_cities())

    def weight(ahead: int) -> float:
        return cities[ahead] / (1 + min((abs(ahead - home) for home in homes), default=0) / 120)

    first = [offset_of(zone, now) for zone in SPOKEN_TOO.get(language.partition("-")[0].lower(), ())]
    ordered = dict.fromkeys([*first, *sorted(_every_clock(now), key=weight, reverse=True)])
    return sorted([ahead for ahead in ordered if ahead not in homes][:FEW])


def clock_in(zone: str, now: dt.datetime) -> dt.time:
    """The time of day in a zone."""
    return now.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)


def _clock(now: dt.datetime, ahead: int) -> dt.time:
    return (now.astimezone(dt.UTC) + dt.timedelta(minutes=ahead)).time().replace(second=0, microsecond=0)


def _minute(now: dt.datetime) -> int:
    return int(now.timestamp() // 60)
