"""Time zones by what people say: a city, a country, a zone's name, ``UTC+2``, or the time on their clock."""

import datetime as dt
import difflib
import re
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from bot.conversations.places.cities import at_offsets, cities, names, offset_of
from bot.conversations.typed.clock import read_time
from bot.conversations.typed.plain import plain

MINUTES_ASTRAY: Final = 7
"""A clock on a wall may be this many minutes off."""
_UTC: Final = re.compile(r"(?:utc|gmt|z)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?")
_REGIONS: Final = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip
_ABBREVIATIONS: Final = {
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "eet": "Europe/Athens",
    "bst": "Europe/London",
    "wet": "Europe/Lisbon",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "central": "America/Chicago",
    "mst": "America/Denver",
    "mountain": "America/Denver",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "ist": "Asia/Kolkata",
    "jst": "Asia/Tokyo",
    "aest": "Australia/Sydney",
    "msk": "Europe/Moscow",
}
_STATES: Final = {
    state: zone
    for zone, states in {
        "America/New_York": "florida|fl georgia|ga massachusetts|ma maryland|md michigan|mi new-jersey|nj"
        " north-carolina|nc ohio|oh virginia|va maine|me pennsylvania|pa south-carolina|sc connecticut|ct vermont|vt"
        " new-hampshire|nh rhode-island|ri west-virginia|wv delaware|de new-york|ny indiana|in kentucky|ky dc",
        "America/Chicago": "texas|tx illinois|il wisconsin|wi minnesota|mn missouri|mo louisiana|la alabama|al"
        " arkansas|ar iowa|ia oklahoma|ok mississippi|ms kansas|ks nebraska|ne tennessee|tn north-dakota|nd"
        " south-dakota|sd",
        "America/Denver": "colorado|co utah|ut montana|mt new-mexico|nm wyoming|wy",
        "America/Boise": "idaho|id",
        "America/Phoenix": "arizona|az",
        "America/Los_Angeles": "california|ca oregon|or nevada|nv washington|wa",
        "America/Anchorage": "alaska|ak",
        "Pacific/Honolulu": "hawaii|hi",
        "America/Toronto": "ontario|on quebec|qc",
        "America/Winnipeg": "manitoba|mb",
        "America/Regina": "saskatchewan|sk",
        "America/Edmonton": "alberta|ab",
        "America/Vancouver": "british-columbia|bc",
        "America/Halifax": "nova-scotia|ns new-brunswick|nb",
        "Australia/Sydney": "new-south-wales|nsw",
        "Australia/Melbourne": "victoria|vic",
        "Australia/Brisbane": "queensland|qld",
        "Australia/Adelaide": "south-australia",
        "Australia/Perth": "western-australia",
        "Australia/Hobart": "tasmania|tas",
    }.items()
    for named in states.split()
    for state in named.replace("-", " ").split("|")
}
"""States and their short forms by the zone that nearly all of their people live in."""
_SHORT_STATE: Final = 3
"""Letters up to which a state’s name is a short form, which means one only behind a place."""
_TALK: Final = re.compile(
    r"^(?:(?:i|we)(?:'?ve| have)? (?:just )?(?:live|moved?|moving)(?: here)? (?:in|near|to)"
    r"|i'?m (?:now )?in|i am (?:now )?in|im in|we are in|near|close to|in|from|my city is|it'?s|city)\s+"
)
_LANGUAGES: Final = {
    "en": ("Europe/London", "America/New_York"),
    "de": ("Europe/Berlin",),
    "fr": ("Europe/Paris",),
    "es": ("Europe/Madrid", "America/Mexico_City"),
    "pt": ("Europe/Lisbon", "America/Sao_Paulo"),
    "it": ("Europe/Rome",),
    "nl": ("Europe/Amsterdam",),
    "pl": ("Europe/Warsaw",),
    "uk": ("Europe/Kyiv",),
    "ru": ("Europe/Moscow",),
    "tr": ("Europe/Istanbul",),
    "ja": ("Asia/Tokyo",),
    "ko": ("Asia/Seoul",),
    "zh": ("Asia/Shanghai",),
    "hi": ("Asia/Kolkata",),
    "id": ("Asia/Jakarta",),
    "fa": ("Asia/Tehran",),
    "sv": ("Europe/Stockholm",),
    "da": ("Europe/Copenhagen",),
    "nb": ("Europe/Oslo",),
    "fi": ("Europe/Helsinki",),
    "cs": ("Europe/Prague",),
    "hu": ("Europe/Budapest",),
    "ro": ("Europe/Bucharest",),
    "el": ("Europe/Athens",),
    "he": ("Asia/Jerusalem",),
    "ar": ("Africa/Cairo", "Asia/Riyadh"),
    "vi": ("Asia/Ho_Chi_Minh",),
    "th": ("Asia/Bangkok",),
}


def likely_zones(language: str) -> tuple[str, ...]:
    """Where people who speak a language most often live; ``en-GB`` names its own country."""
    base, _, region = language.replace("_", "-").partition("-")
    if region:
        found = [city.zone for city in cities() if city.country == region.upper()]
        if found:
            return (found[0],)
    return _LANGUAGES.get(base.lower(), _LANGUAGES["en"])


def city_name(zone: str) -> str:
    """What a zone is called in a sentence: its best-known city, else the last part of its id."""
    best = _namesakes().get(zone)
    if best is not None:
        return best
    if zone.startswith("Etc/GMT"):
        sign = zone.removeprefix("Etc/GMT")
        return f"UTC{sign.translate(str.maketrans('+-', '−+'))}"
    return zone.rpartition("/")[2].replace("_", " ")


@cache
def _namesakes() -> dict[str, str]:
    """Of every zone the city it is named after, where we know it, else the best known one in it."""
    found: dict[str, str] = {}
    for city in cities():
        own = plain(city.name) == plain(city.zone.rpartition("/")[2].replace("_", " "))
        if own or city.zone not in found:
            found[city.zone] = city.name
    return found


def zones_named(text: str, now: dt.datetime, *, forgiving: bool = True) -> list[str]:
    """The zones a text may mean, the likeliest first: one where it is clear, none where nothing fits.

    Without ``forgiving`` a slip of the finger finds nothing: *pain* is not *Spain* where no place was asked for.
    """
    said = _TALK.sub("", plain(text))
    if not said:
        return []
    ahead = utc_offset(said)
    if ahead is not None:
        return zones_at({ahead}, now)
    exact = _ids().get(said.replace(" ", "_")) or _ids().get(said)
    if exact is not None:
        return [exact]
    return _by_name(said, forgiving=forgiving)


def _by_name(said: str, *, forgiving: bool = True) -> list[str]:
    """A city, an abbreviation, a country, a city before a comma (or *in*), or a city with a slip of the finger."""
    known = names().get(said)
    if known is not None:
        return [known.zone]
    place = _zone_cities().get(said) or _ABBREVIATIONS.get(said.removesuffix(" time")) or _state(said)
    if place is not None:
        return [place]
    country = _countries().get(said.removeprefix("the "))
    if country:
        return list(country)
    before, comma, behind = (part.strip() for part in said.replace(" in ", ",").partition(","))
    if comma and (found := _in_state(before, behind) or _by_name(before, forgiving=forgiving) or _by_name(behind)):
        return found
    parts = said.split()
    if len(parts) > 1 and (found := _by_part(parts)):
        return found
    if not forgiving:
        return []
    close = difflib.get_close_matches(said, [*names(), *_zone_cities(), *_countries()], n=1, cutoff=0.82)
    return _by_name(close[0]) if close else []


def _state(said: str) -> str | None:
    """The zone of a state by its full name."""
    return _STATES.get(said) if len(said) > _SHORT_STATE else None


def _in_state(place: str, state: str) -> list[str]:
    """A place and its state: the state’s zone (``Paris, Texas``, ``Portland, Maine``) but for a few that differ."""
    zone = _STATES.get(state.removesuffix(" usa").removesuffix(" us").strip(" ,"))
    return [_ASTRAY.get(place, zone)] if zone is not None else []


_ASTRAY: Final = {"el paso": "America/Denver", "pensacola": "America/Chicago", "evansville": "America/Chicago"}
"""Cities whose clocks are not their state’s."""


def _by_part(words: list[str]) -> list[str]:
    """A city with its country or state behind it, without a comma: ``berlin germany``, ``boulder colorado``."""
    for end in range(len(words) - 1, 0, -1):
        place, behind = " ".join(words[:end]), " ".join(words[end:])
        known = names().get(place)
        if known is not None and behind in _countries():
            return [known.zone]
        if found := _in_state(place, behind) if known is not None or len(behind) > _SHORT_STATE else []:
            return found
    return []


def utc_offset(said: str) -> int | None:
    """Minutes ahead of UTC of ``utc+5:30``, ``gmt-3``, ``utc``; ``None`` for anything else, or beyond what exists."""
    if said in {"utc", "gmt", "z", "zulu"}:
        return 0
    match = _UTC.fullmatch(said)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    ahead = -minutes if match[1] == "-" else minutes
    return ahead if -12 * 60 <= ahead <= 14 * 60 else None


def offsets_of_clock(text: str, now: dt.datetime) -> set[int]:
    """The offsets in use at which a clock shows that time just now, give or take some minutes.

    ``2:05`` without am or pm may be either.
    """
    minute = read_time(text)
    if minute is None:
        return set()
    open_half = minute < 13 * 60 and not re.search(r"[ap]\.?m|morning|noon|evening|night", text.lower())
    shown = {minute, (minute + 720) % 1440} if open_half else {minute}
    utc = now.astimezone(dt.UTC)
    here = utc.hour * 60 + utc.minute
    return {ahead for ahead in _in_use(now) for clock in shown if _astray(here + ahead, clock) <= MINUTES_ASTRAY}


def _in_use(now: dt.datetime) -> set[int]:
    return {city.offset(now) for city in cities()}


def _astray(one: int, other: int) -> int:
    apart = (one - other) % 1440
    return min(apart, 1440 - apart)


def zones_at(wanted: set[int], now: dt.datetime) -> list[str]:
    """The zones of known cities at these offsets, each once; a nameless zone of whole hours where there is none."""
    zones = list(dict.fromkeys(city.zone for city in at_offsets(wanted, now)))
    return zones or [fixed for ahead in sorted(wanted) if (fixed := fixed_zone(ahead))]


def fixed_zone(ahead: int) -> str | None:
    """The zone that is always that far from UTC; its id counts the other way round. Whole hours only."""
    if ahead % 60:
        return None
    return f"Etc/GMT{-ahead // 60:+d}" if ahead else "Etc/UTC"


def is_zone(zone: str) -> bool:
    """Whether there is such a zone."""
    return zone in _known()


@cache
def _known() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _ids() -> dict[str, str]:
    """Zones by their id in small letters: ``europe/lisbon``."""
    return {zone.lower(): zone for zone in _known() if zone.partition("/")[0] in _REGIONS}


@cache
def _zone_cities() -> dict[str, str]:
    """Zones by the last part of their id: ``ouagadougou``."""
    return {plain(zone.rpartition("/")[2].replace("_", " ")): zone for zone in sorted(_ids().values())}


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    """Zones of known cities by the country's name, the best-known city's first."""
    from babel import Locale

    territories = Locale("en").territories
    found: dict[str, list[str]] = {}
    for city in cities():
        zones = found.setdefault(plain(str(territories.get(city.country, city.country))), [])
        if city.zone not in zones:
            zones.append(city.zone)
    short = {"usa": "united states", "us": "united states", "america": "united states", "uk": "united kingdom"}
    short |= {
        "england": "united kingdom",
        "scotland": "united kingdom",
        "wales": "united kingdom",
        "holland": "netherlands",
    }
    short |= {"great britain": "united kingdom", "uae": "united arab emirates", "czech republic": "czechia"}
    short |= {"turkey": "turkiye"} if "turkiye" in found else {}
    return {name: tuple(zones) for name, zones in found.items()} | {
        said: tuple(found[name]) for said, name in short.items() if name in found
    }


def same_clock(zones: list[str], now: dt.datetime) -> bool:
    """Whether clocks in all these zones show the same time just now."""
    return len({offset_of(zone, now) for zone in zones}) == 1
