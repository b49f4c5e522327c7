"""The hour of the daily message and the place one lives in: ``prompt me at 6:30``, ``i moved to Denver``."""

import datetime as dt
import re
from typing import Final

from bot.conversations.habits import LATEST_END, LONGEST, SHORTEST
from bot.conversations.places.zones import zones_named
from bot.conversations.typed.clock import read_time, time_within
from bot.conversations.wishes.wording import is_once
from scheduler.quiet import quiet_hours

_ASKED: Final = re.compile(
    r"\b(?:(?:prompt|message|write|text|remind|ping|notify|wake|ask|nudge)(?: to)? me(?: every ?day| daily)?"
    r"|send (?:it|me|them|the \w+)(?: \w+){0,3}?|new (?:time|hour):?"
    r"|(?:change|set|move|switch|make) (?:my |the )?(?:prompt|reminder|message|notification|daily \w+|hour)s?"
    r"(?: time| hour)?"
    r"(?: to| for)?"
    r"|(?:prompt|reminder|message)s?(?: time)?) (?:(?:to|at|for|around|by) )*(?P<time>[^,;]+?)"
    r"(?: (?:and )?not (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?)?"
    r"(?: (?:instead|from now on|please|every ?day|daily|each day|every morning|in future))*$"
)
_MOVED: Final = re.compile(
    r"\b(?:(?:i|we)(?:ve| have| am| are|m|re)?(?: just| now)? (?:moved|moving|relocated) to"
    r"|(?:i|we) (?:now )?live in|(?:my )?time ?zone (?:is|to)|im (?:back |home )?in|i am (?:back )?in"
    r"|were in|back in|landed in|arrived in)"
    r" (?P<place>[a-z][a-z ,.-]+?)(?P<now> (?:now|again|at the moment|these days|from now on|for good|this month))?$"
)
_HERE: Final = re.compile(
    r"(?:(?:im|i am|were|we are|now|just|am) )*(?:back |home |here |now |currently )*in (?P<place>[a-z][a-z ,.-]+?)"
    r"(?:,? (?:now|today|at the moment|for work|for (?:a|the|\d+) (?:day|days|week|weeks|weekend)|this week|next week"
    r"|until then|(?:un)?til?l? (?:the |next |this )?\w+(?: \w+)?"
    r"|(?:but |and )?(?:fly|flying|flight|driv(?:e|ing)|train|returning|back|home)(?: (?:back|home|again|on|the|next))*"
    r" \w+(?: \w+)?))*"
)
"""``in ny``, ``i'm in new york``: nothing else in the message, and a place that is one."""
_FROM_NOW: Final = re.compile(
    r"(?:(?:make it|at|rather|better|prompt|message|i want(?: it)?(?: at)?|lets say) )*"
    r"(?P<time>\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)|\d{1,2}[:.]\d\d)"
    r" (?:from now on|every ?day|each day|in future|for the messages?|instead)(?: (?:and|but|,).*)?"
)
"""``6am from now on``"""
_BY_DAY: Final = re.compile(
    r"(?:\w+ ){0,3}?(?:no|dont|do not|never|stop|not|nothing)\b.* (?:between|from|during) (?!now\b)"
)
"""*No messages between 9am and 5pm* names hours to be left alone in, and none to be written to at."""
_IN_A_WHILE: Final = re.compile(
    r"\bin (?:about |around )?(?:an?|half an?|\d{1,3}|one|two|three|four|five|a few|a couple of)"
    r" (?:hours?|hrs?|min\w*|h)\b"
)
"""*Remind me in 2 hours* is once, and not at two."""
_FOR_GOOD: Final = re.compile(r"\b(?:moved|moving|relocated|live|zone|for good|from now on|these days)\b")
_SURE: Final = re.compile(r"moved|\bback in|moving|relocated|zone|live|landed|arrived")


def hour_wished(said: str) -> int | None:
    """Minutes after midnight at which the daily message is wanted, else ``None``."""
    found = _ASKED.search(said) or _FROM_NOW.fullmatch(said)
    if found is None or is_once(said) or _BY_DAY.match(said) or _IN_A_WHILE.search(said):
        return None
    exact = read_time(found["time"])
    return time_within(found["time"]) if exact is None else exact


def quiet_wished(said: str, known: tuple[int | None, int | None]) -> tuple[int, int] | None:
    """When the coach is to be quiet, from and to, in minutes after midnight; ``None`` where nothing is said of it.

    What is not told of the two stays as it is: *no messages after 9pm*.
    """
    found = _QUIET.fullmatch(said)
    if found is None:
        return None
    usual = quiet_hours(*known)
    begins = usual.begins if found["after"] is None else read_time(found["after"])
    ends = usual.ends if found["before"] is None else read_time(found["before"])
    if begins is None or ends is None or (found["after"] is None and found["before"] is None):
        return None
    open_half = found["after"] is not None and not found["after"].endswith("am")
    evening = begins + HALF_A_DAY if open_half and 6 * 60 <= begins < HALF_A_DAY else begins
    length = (ends - evening) % (2 * HALF_A_DAY)
    return (evening, ends) if SHORTEST <= length <= LONGEST and ends <= LATEST_END else None


_CLOCK: Final = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m| oclock)?"
_QUIET: Final = re.compile(
    r"(?:(?:can you|could you|ok|so|and|but|i want|id like) )*"
    r"(?:(?:dont|do not|stop|no|never|not|quit|nothing)(?: be)?(?: \w+){0,2}? (?:messag\w*|texts?|texting|writ(?:e|ing)"
    r"|ping\w*|send\w*|remind\w*|prompt\w*|notif\w*)(?: (?:me|to me|anything|any more|anymore))*"
    r"|send me nothing|(?:be |stay |keep )?quiet(?: hours?)?(?: are| is)?)"
    rf"(?: (?:after |past |from |between )?(?P<after>(?<!before ){_CLOCK}))?(?: (?:and|or|nor|to|until|till))?"
    rf"(?: ?(?:before|until|till|to)? (?P<before>{_CLOCK}))?"
)
HALF_A_DAY: Final = 12 * 60


def is_move(said: str) -> bool:
    """Whether somebody lives in another place for good, and is not there on a trip."""
    return _FOR_GOOD.search(said) is not None


def zones_wished(said: str, now: dt.datetime) -> list[str]:
    """The zones of the place that somebody lives in now, the likeliest first; none where none is told."""
    here = _HERE.fullmatch(said)
    found = _MOVED.search(said)
    if here is not None and (zones := zones_named(here["place"], now, forgiving=False)):
        return zones
    if found is None or not (_SURE.search(found[0]) or found["now"]):
        return []
    return zones_named(found["place"], now, forgiving=False)
