"""How long days may be, told in words: ``i can do 45 min on weekends``, ``i have 15 more minutes``."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from bot.conversations.minutes import two_lengths
from bot.conversations.wishes.wording import FROM_NOW_ON, is_once, is_told
from coach.reader.limits import limit_in

Lengths = Mapping[str, int]
"""Minutes of a ``weekday`` and of a day at the ``weekend``."""
SHORTEST: Final = 15
LONGEST: Final = 300
_AMOUNT: Final = (
    r"(?P<n>\d+(?:\.\d+)?|half an|an)(?P<half> and a half)? ?-?(?P<unit>h|hr|hrs|hours?|m|min|mins|minutes?)"
    r"(?: (?:and )?(?P<rest>\d{1,2}|a half)(?: ?(?:m|min|mins|minutes))?)?\b"
)
_LENGTH: Final = re.compile(rf"\b{_AMOUNT}")
_MORE: Final = re.compile(
    r"\b(?:(?P<before>\d{1,3}|an) (?:more|extra|additional|longer) (?P<one>min|mins|minutes|hour)"
    r"|(?P<after>\d{1,3}) (?:min|mins|minutes) (?:more|longer|extra|on top))\b"
)
_WEEKEND: Final = re.compile(r"\b(?:weekends?|sat(?:urday)?s?|sun(?:day)?s?)\b")
_WEEKDAY: Final = re.compile(r"\b(?:week ?days?|during the week|work ?days?|(?:mon|tues|wednes|thurs|fri)days?)\b")
_ALL: Final = re.compile(
    rf"\b(?:(?:a|per|each|every|any) (?:day|session|time|run)|{FROM_NOW_ON}|days|sessions|daily)\b"
)
_HAVING: Final = re.compile(
    r"\b(?:can|could|have|ive|got|only|max(?:imum)?|at most|up to|limit|keep|make|spare|not more|no more|time|set"
    r"|change|want|free|fit|manage|is fine|are fine|ok|okay|works?)\b"
)


def minutes_wished(said: str, known: Callable[[], Lengths]) -> Lengths | None:
    """The minutes of both kinds of day as they would be; ``None`` where the words wish for no others.

    Those that are ``known`` are looked up where the words are about minutes at all.
    """
    if is_told(said) or is_once(said):
        return None
    longer = _longer(said)
    if longer is not None:
        return {day: min(LONGEST, minutes + longer) for day, minutes in known().items()}
    told = _told(said, known)
    return told if told is not None and all(SHORTEST <= minutes <= LONGEST for minutes in told.values()) else None


def more_today(said: str) -> int | None:
    """The minutes by which today's session would be longer (``can i do 15 more minutes today``), else ``None``."""
    return _longer(said) if re.search(r"\b(?:today|tonight|this (?:morning|evening|run|time))\b", said) else None


def _longer(said: str) -> int | None:
    """``15 more minutes``, where somebody has or wants them; not ``did 15 more minutes``."""
    found = _MORE.search(said)
    if found is None or is_told(said) or re.search(r"\b(?:not|no|cant|dont|never) ", said):
        return None
    return 60 if found["one"] == "hour" else int(found["before"] or found["after"])


def _told(said: str, known: Callable[[], Lengths]) -> Lengths | None:
    """Lengths with the kind of day they are for; a length for every day replaces both."""
    pair = two_lengths(said) if _WEEKEND.search(said) and _WEEKDAY.search(said) else None
    if pair is not None:
        return {"weekday": round(pair[0]), "weekend": round(pair[1])}
    found = list(_LENGTH.finditer(said))
    if not found or len(found) > 2 or not _HAVING.search(said):
        return None
    if len(found) == 2:
        return _both(said, found)
    minutes = _minutes(found[0])
    weekend, weekday = _WEEKEND.search(said), _WEEKDAY.search(said)
    if weekend and not weekday:
        return {**known(), "weekend": minutes}
    if weekday and not weekend:
        return {**known(), "weekday": minutes}
    every = (weekend and weekday) or _ALL.search(said) or limit_in(said) is not None
    return dict.fromkeys(known(), minutes) if every else None


def _both(said: str, found: list[re.Match[str]]) -> Lengths | None:
    """Two lengths, each with its kind of day nearest."""
    first, second = (_minutes(one) for one in found)
    weekend, weekday = _WEEKEND.search(said), _WEEKDAY.search(said)
    if weekend is None or weekday is None:
        return None
    early, late = ("weekend", "weekday") if weekend.start() < weekday.start() else ("weekday", "weekend")
    return {early: first, late: second}


def _minutes(found: re.Match[str]) -> int:
    hours = found["unit"].startswith("h")
    number = {"half an": 0.5, "an": 1.0}.get(found["n"]) or float(found["n"].replace("half an", "0.5"))
    extra = 30 if (found["half"] or found["rest"] == "a half") and hours else int(found["rest"] or 0) if hours else 0
    return round(number * 60) + extra if hours else round(number)
