"""Well-known cities: found by name, by the clock on the wall, or as the nearest one to a place."""

import csv
import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversations.typed.plain import plain

_TABLE: Final = Path(__file__).with_name("cities.csv")


@dataclass(frozen=True, slots=True)
class City:
    """A city, its IANA zone, its place in degrees, its country (ISO 3166), and how else it is called."""

    name: str
    zone: str
    latitude: float
    longitude: float
    country: str
    aliases: tuple[str, ...] = ()

    def offset(self, now: dt.datetime) -> int:
        """Minutes by which its clocks are ahead of UTC at this moment."""
        return _all_offsets(_quarter(now))[self.zone]


def offset_of(zone: str, now: dt.datetime) -> int:
    """Minutes by which the zone's clocks are ahead of UTC at this moment."""
    ahead = now.astimezone(_zone_info(zone)).utcoffset() or dt.timedelta()
    return round(ahead.total_seconds() / 60)


@cache
def _zone_info(zone: str) -> ZoneInfo:
    """The rules of a zone, kept: Python itself remembers only the last eight."""
    return ZoneInfo(zone)


@lru_cache(maxsize=2)
def _all_offsets(moment: dt.datetime) -> dict[str, int]:
    """The offset of every city's zone at a moment."""
    return {zone: offset_of(zone, moment) for zone in {city.zone for city in cities()}}


def _quarter(now: dt.datetime) -> dt.datetime:
    """The quarter of an hour in which a moment lies; clocks change at no other time."""
    utc = now.astimezone(dt.UTC)
    return utc.replace(minute=utc.minute // 15 * 15, second=0, microsecond=0)


@cache
def cities() -> tuple[City, ...]:
    """All cities, the best known first."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_city(row) for row in csv.DictReader(file))


def _city(row: dict[str, str]) -> City:
    aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
    latitude, longitude = float(row["latitude"]), float(row["longitude"])
    return City(row["name"], row["zone"], latitude, longitude, row["country"], aliases)


@cache
def names() -> dict[str, City]:
    """Cities by every plain name they go by; of two with one name the better known."""
    found: dict[str, City] = {}
    for city in cities():
        for name in (city.name, *city.aliases):
            found.setdefault(plain(name), city)
    return found


def offsets(now: dt.datetime) -> list[int]:
    """Every offset some city keeps at this moment, from west to east (minutes)."""
    return sorted({city.offset(now) for city in cities()})


def at_offsets(wanted: Iterable[int], now: dt.datetime) -> list[City]:
    """The cities whose clocks are that far ahead of UTC, the best known first, one for each zone before others."""
    among = set(wanted)
    found = [city for city in cities() if city.offset(now) in among]
    first = {city.zone: city for city in reversed(found)}
    leading = [city for city in found if first[city.zone] is city]
    return [*leading, *(city for city in found if first[city.zone] is not city)]


def nearest(latitude: float, longitude: float) -> City:
    """The city nearest to a place, by great circle."""
    return min(cities(), key=lambda city: _distance(latitude, longitude, city))


def _distance(latitude: float, longitude: float, city: City) -> float:
    """The central angle between a place and a city (haversine)."""
    one, other = math.radians(latitude), math.radians(city.latitude)
    across = math.radians(city.longitude - longitude)
    chord = math.sin((other - one) / 2) ** 2 + math.cos(one) * math.cos(other) * math.sin(across / 2) ** 2
    return math.asin(min(1.0, math.sqrt(chord)))
