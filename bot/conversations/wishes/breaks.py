"""A time away told in words: ``i'm away from friday to tuesday``, ``travelling next week``."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from bot.conversations.places.zones import zones_named
from bot.conversations.typed.days import read_days
from bot.conversations.typed.races import read_date
from coach.profile import WEEKDAYS

FARTHEST: Final = 180
"""Days ahead up to which a time away is planned."""
_AWAY: Final = re.compile(
    r"\b(?:away|travel|travell?ing|traveling|holidays?|vacation|trip|abroad|out of town|on leave|no time|visiting"
    r"|fly(?:ing)? (?:to|out|off|home)|off to|leaving for"
    r"|(?:going|heading|driving|go) to \w+(?: \w+)? (?:from|on|for|until|till)"
    r"|at a conference|cant (?:run|train)|no (?:running|training)|wont (?:run|train)|camping|on the road)\b"
    r"|(?<!am i )(?<!was )(?<!were )\bnot (?:running|training)(?= (?:this|next|at all|until|till|from|all"
    r"|for (?:the|\d|an?|two|three|four) ?(?:next|rest|days?|weeks?|months?|few|couple|while))\b)"
)
_PAUSE: Final = re.compile(r"^(?:please )?(?:pause|take a break|i need a break|stop (?:messaging|writing|messages))\b")
_STILL: Final = re.compile(
    r"\b(?:but|still|and) (?:i )?(?:can|will|want to|could|would like to)? ?(?:still )?(?:run|train|walk)"
)
PLACE: Final = re.compile(
    r"\b(?:(?:fly(?:ing)?|off|leaving|going|heading|driving|go|travel(?:ling|ing)?|trip|moving|holidays?|vacation)"
    r" (?:to|for|in)|(?:(?:ill|well|will) be|stay(?:ing)?|(?:at|with) (?:my |our )?\w+(?: place| house)?) in)"
    r" (?P<place>[a-z][a-z .-]*?)"
    r"(?=,| (?:from|on|for|until|till|tomorrow|today|next|this|back|soon|in|mon|tue|wed|thu|fri|sat|sun)|$)"
)
"""Where somebody goes."""
_DAY: Final = (
    r"(?:today|tomorrow|(?:next |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|\d{1,2}[./]\d{1,2}"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)(?: (?:of )?[a-z]{3,9})?|\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_TILL: Final = r"(?: ?- ?| (?:to|till|til|until|and|through) )"
_NTH: Final = r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?"
_RANGES: Final = (
    (re.compile(rf"\b{_NTH}{_TILL}{_NTH}(?: of)? ({_MONTH})\b"), r"\1 \3 to \2 \3"),
    (re.compile(rf"\b({_MONTH}) {_NTH}{_TILL}{_NTH}\b"), r"\2 \1 to \3 \1"),
)
"""``12-19 dec``, ``dec 12 to 19``: the month is said once."""
_FROM_TO: Final = re.compile(
    rf"\b(?:from )?(?P<first>{_DAY})(?: (?:to|till|til|until|through|thru) | ?- ?)(?P<last>{_DAY})\b"
)
_UNTIL: Final = re.compile(
    rf"\b(?:until|till|til|(?:back|returning|return|(?:fly|flying|flight|drive|driving|travel|travelling|train) "
    rf"(?:back|home)|home)(?: again)?(?: on)?) (?P<back>{_DAY}|next week|christmas|new year)\b"
)
_BACK_ONLY: Final = re.compile(
    r"(?:(?:ill|i will|im|i am|we|well|were|will|be|see you|ok|sorry|promise) )*"
    rf"back (?:running |training |at it )?(?:on |from )?(?!today){_DAY}"
    r"(?:,? (?:promise|i promise|then|i think|i hope|again))*"
)
"""``back on monday``, and nothing else."""
_FOR: Final = re.compile(
    r"\b(?:for (?:the next )?|the next |next )(?P<n>\d{1,2}|a|an|1) ?(?P<unit>days?|weeks?|month)\b"
)
_STARTING: Final = re.compile(rf"\b(?:from|starting|as of|on) (?P<first>{_DAY})\b")
_BEFORE_FOR: Final = re.compile(rf"\b(?P<first>{_DAY}),? for (?:the next )?(?:\d|an? |1 )")
"""``flying to tokyo sunday for a week``"""
_LEAVING: Final = re.compile(r"\b(?P<first>tomorrow)\b")
"""``flying to new york tomorrow, back tue``"""
_NEXT_WEEK: Final = re.compile(r"\b(?P<which>this|next|all|the whole) (?P<span>weekend|week)\b")


@dataclass(frozen=True, slots=True)
class Break:
    """Days without messages: from ``first`` on, and again on ``back``. ``asked``: a pause was asked for outright."""

    first: dt.date
    back: dt.date
    asked: bool = False

    @property
    def last(self) -> dt.date:
        """The last day away."""
        return self.back - dt.timedelta(days=1)


_WHO: Final = r"(?:doctor|doc|gp|dr|physio(?:therapist)?|surgeon|hospital)"
_ORDERED: Final = re.compile(
    rf"\b{_WHO}s?\b.*\b(?:rest|off|no (?:running|training)|not (?:to )?run|(?:cant|wont) (?:run|train))\b"
    rf"|\b(?:ordered|told|have) to rest\b.*\b{_WHO}\b"
)


def is_ordered(said: str) -> bool:
    """Whether a doctor or physiotherapist has told somebody not to run."""
    return _ORDERED.search(said) is not None


def break_told(said: str, today: dt.date) -> Break | None:
    """The time away that words tell of; ``None`` where they tell none, or of one that begins too far ahead."""
    for shape, spelled in _RANGES:
        said = shape.sub(spelled, said)
    asked = _PAUSE.search(said) is not None
    away = _AWAY.search(said) is not None or _BACK_ONLY.fullmatch(said) is not None or is_ordered(said)
    if not asked and (not away or _STILL.search(said)):
        return None
    span = _span(said, today)
    if span is None or not today <= span[0] < span[1] <= today + dt.timedelta(days=FARTHEST):
        return None
    return Break(*span, asked=asked)


def back_on(said: str, today: dt.date) -> dt.date | None:
    """The day on which somebody means to be back (``in tokyo till friday``); ``None`` where none is told."""
    span = _span(said, today)
    return span[1] if span is not None and today < span[1] <= today + dt.timedelta(days=FARTHEST) else None


def place_in(said: str, now: dt.datetime) -> str | None:
    """The zone of the place somebody goes to or will be in; ``None`` where the words name none that is one."""
    going = PLACE.search(said)
    zones = zones_named(going["place"], now, forgiving=False) if going else []
    return zones[0] if zones else None


def _span(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    return _between(said, today) or _until(said, today) or _for(said, today) or _week(said, today)


def _between(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """``from friday to tuesday``: the last day counts as one away."""
    found = _FROM_TO.search(said)
    first = _day(found["first"], today) if found else None
    last = _day(found["last"], first) if found and first else None
    return (first, last + dt.timedelta(days=1)) if first and last and first <= last else None


def _until(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """``until the 12th``, ``back on monday``: on that day messages come again, as with ``/pause``."""
    found = _UNTIL.search(said)
    back = _day(found["back"], today + dt.timedelta(days=1)) if found else None
    rest = _UNTIL.sub(" ", said)
    starts = _STARTING.search(rest) or _LEAVING.search(rest)
    first = _day(starts["first"], today) if starts else today
    return (first or today, back) if back else None


def _for(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """``for two weeks``, ``the next 10 days``, ``from friday for 5 days``."""
    found = _FOR.search(said)
    if found is None:
        return None
    number = int(found["n"]) if found["n"].isdecimal() else 1
    days = number * {"d": 1, "w": 7, "m": 28}[found["unit"][0]]
    starts = _STARTING.search(said) or _BEFORE_FOR.search(said)
    first = (_day(starts["first"], today) if starts else None) or today
    return first, first + dt.timedelta(days=days)


def _week(said: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """``next week``, ``this week``, ``this weekend``."""
    found = _NEXT_WEEK.search(said)
    if found is None:
        return None
    monday = today - dt.timedelta(days=today.weekday())
    start = monday + dt.timedelta(days=7 * (found["which"] == "next"))
    first = start + dt.timedelta(days=5 * (found["span"] == "weekend"))
    return max(first, today), start + dt.timedelta(days=7)


def _day(named: str, today: dt.date) -> dt.date | None:
    """The day that is meant, from ``today`` on; a weekday is the next such day."""
    if named in {"today", "tomorrow"}:
        return today + dt.timedelta(days=named == "tomorrow")
    if named == "next week":
        return today + dt.timedelta(days=7 - today.weekday())
    name = named.removeprefix("next ").removeprefix("this ")
    days = read_days(name)
    if days is not None and len(days) == 1 and not re.search(r"\d", name):
        ahead = (WEEKDAYS.index(next(iter(days))) - today.weekday()) % 7
        return today + dt.timedelta(days=ahead or 7 * (name != named))
    return read_date({"christmas": "25 december", "new year": "1 january"}.get(name, name), today)
