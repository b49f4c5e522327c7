"""Short answers to a question that is open: a day to come, a day gone by, so many minutes, a reason.

Where the words say more than the answer, they are no answer: then they are read as a message of their own.
"""

import datetime as dt
import re
from collections.abc import Callable

from coach.history import Reason
from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import Context, On, Tokens
from coach.reader.normalise import normalise
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.dates import figure_date, spoken_date
from coach.reader.tokens import tokenise
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.outcomes import REASONS
from coach.reader.vocabulary.wordlist import bag

_REASONS = Phrasebook(REASONS)
_POLITE = bag(
    "please pls plz thanks thank you ok okay yes yep yeah move it that the this my to on for do lets let us can could "
    "i we will shift push postpone put reschedule run session workout till until then maybe perhaps and make a "
    "morning afternoon evening night early rather better instead coming next was is did of day am pm id like want need "
    "have ill would should must gonna going might prefer so just about how what if works for me ok thing one . , ! ?"
)
_NO_REASON = bag("no reason none nothing just because dont know idk skip it not really any other prefer to say without")
_NOT_TODAY = re.compile(
    r"(?:(?:sorry|no|nope|hi|hey)[,.!]?\s+)*(?:i\s+)?(?:not|can'?t|cannot|can not|won'?t|no time)"
    r"(?:\s+(?:do|make|manage|run|train|fit|be able to))*(?:\s+(?:it|this))?(?:\s+in)?\s+today"
    r"(?:[,.;:\s-]+(?:but|so|and))?[,.;:\s-]+(?=\S)"
)
"""*Not today*, before the day that is meant instead."""
_FIGURED = re.compile(r"\b2\s?mor+(?:ow?)?\b")
_FARTHEST = 60
"""Words of an answer; what is longer is a message of its own."""
_MINUTES = re.compile(
    r"(?:(?:the|just|only|make it|do|a|to|about)\s+)*(\d{1,3})\s*-?(?:m|min|mins|minutes?|'|′)?"
    r"(?:\s+(?:version|one|walk|run|session|please|pls|then|thanks))*[.!]?"
)


def day_ahead(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> dt.date | None:
    """The day to come that an answer names (``tomorrow``, ``thu pls``, ``in 2 days``, ``5 dec``); else ``None``.

    A weekday is the next one after today: on a Wednesday, *wednesday* is in a week. *Not today* before it is the
    reason and not the answer.
    """
    tokens = tokenise(normalise(_NOT_TODAY.sub("", _FIGURED.sub("tomorrow", text.lower()), count=1)))
    if len(tokens) > _FARTHEST:
        return None
    found = _only_day(
        tokens,
        lambda i: _weekday_ahead(tokens, i, today) or _in_days(tokens, i, today) or _dated(tokens, i, today, units),
    )
    return found if found and found > today else None


def day_gone(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> dt.date | None:
    """The day up to today that an answer names (``yesterday``, ``mon``, ``28 nov``); else ``None``."""
    tokens = cut(text).tokens
    found = _only_day(tokens, lambda i: _dated(tokens, i, today, units))
    return found if found and found <= today else None


def _only_day(tokens: Tokens, named_at: Callable[[int], tuple[dt.date, int] | None]) -> dt.date | None:
    """The one day that an answer names, where it says nothing else but please; ``named_at`` reads it at a place."""
    found: dt.date | None = None
    i = 0
    while tokens[i].kind != "e":
        named = named_at(i)
        if named and found:
            return None
        if named:
            found, i = named
        elif tokens[i].text in _POLITE or tokens[i].kind == "l":
            i += 1
        else:
            return None
    return found


def minutes_asked(text: str) -> int | None:
    """The minutes that an answer names and nothing else: ``20``, ``20 min please``, ``the 10 minute walk``."""
    found = _MINUTES.fullmatch(" ".join(normalise(text).lower().split()))
    return int(found[1]) if found and 1 <= int(found[1]) <= 300 else None


def reason_given(text: str) -> tuple[bool, Reason | None]:
    """Whether an answer to *why?* was given, and the reason: ``ill``, ``no time``; ``no reason`` is an answer too.

    A figure or a long text is no such answer.
    """
    tokens = cut(text).tokens
    words = [token for token in tokens if token.kind == "w"]
    if not words or len(words) > 12 or any(token.kind in "ncd" for token in tokens):
        return False, None
    for i in range(len(tokens)):
        found = _REASONS.match(tokens, i)
        if found:
            return True, found[0]
    return all(token.text in _NO_REASON for token in words), None


def _weekday_ahead(tokens: Tokens, i: int, today: dt.date) -> tuple[dt.date, int] | None:
    i += tokens[i].text in {"on", "next", "this", "coming"} and tokens[i + 1].text in WEEKDAYS
    number = WEEKDAYS.get(tokens[i].text)
    if number is None:
        return None
    return today + dt.timedelta(days=(number - today.weekday()) % 7 or 7), i + 1


def _in_days(tokens: Tokens, i: int, today: dt.date) -> tuple[dt.date, int] | None:
    """``in 2 days``, ``in two days``, ``in a week``."""
    if tokens[i].text != "in":
        return None
    counted = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}.get(tokens[i + 1].text)
    if tokens[i + 1].kind == "n":
        counted = int(min(tokens[i + 1].value, 400))
    unit = {"day": 1, "days": 1, "week": 7, "weeks": 7}.get(tokens[i + 2].text)
    return (today + dt.timedelta(days=counted * unit), i + 3) if counted and unit else None


def _dated(tokens: Tokens, i: int, today: dt.date, units: DistanceUnit) -> tuple[dt.date, int] | None:
    """A day in any way in which the log reader knows one."""
    context = Context(today, units)
    found = spoken_date(tokens, i, context) or (figure_date(tokens, i, context) if tokens[i].kind in "nd" else None)
    if not found or not isinstance(found[0][0], On):
        return None
    return found[0][0].day, found[1]
