"""Training days told in words: ``i can only run tue thu sat from now on``, ``mondays don't work anymore``."""

import re
from collections.abc import Collection
from typing import Final

from bot.conversations.typed.days import read_days
from bot.conversations.wishes.wording import FROM_NOW_ON, is_once, is_one_week, is_told
from coach.profile import WEEKDAYS, Weekday

_NAME: Final = (
    r"(?:mon(?:day)?s?|tue(?:s|sday|sdays)?|wed(?:s|nesday|nesdays)?|thu(?:r|rs|rsday|rsdays)?|fri(?:day)?s?"
    r"|sat(?:urday)?s?|sun(?:day)?s?)"
)
_DAY: Final = rf"(?:{_NAME}|weekends?|week ?days?|mwf|tts|tth|every ?day)"
_DAYS: Final = re.compile(
    rf"{_DAY}(?:(?:\s*[,/&+-]\s*|\s+(?:and|or|to|till|until|through|plus)\s+|\s+)(?:the )?{_DAY})*"
)
"""Days side by side."""
_AS_A_RULE: Final = re.compile(
    rf"\b{FROM_NOW_ON}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bweekends\b|\bweekdays\b|\bevery\b"
)
"""Words of every week, not of one day."""
_DROP: Final = re.compile(
    r"\b(?:dont work|doesnt work|wont work|not work(?:ing)?|no longer|cant|cannot|can not|dont have time"
    r"|not (?:on|free)|no more|no|busy|am busy|off the table|out|drop|remove"
    r"|take off|skip|without|dont (?:want|like)|never)\b"
)
_ADD: Final = re.compile(
    r"\b(?:also|too|as well|add|plus|another day|one more day|extra day|work(?:s)? (?:now|again|too)"
    r"|free now|is free|are free)\b"
)
_ONLY: Final = re.compile(
    r"\b(?:only|just|instead|change (?:my )?(?:training |running )?days|(?:my )?(?:new |training |running )*days are"
    r"|switch|set my|train me|plan (?:me )?(?:on|for)|best days|days a week|days|run on|train on|free on|available"
    r"|rather (?:do|run|train|have|go)|prefer)\b"
)
_OF_OTHERS: Final = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:play|cycle|swim|dance|climb)\b"
    r"|\b(?:football|soccer|tennis|yoga|pilates)\b"
    r"|\b(?:with|w|w/|my|the|our|a|is|are) ?(?:my |the |our |a )?(?:running |run )?(?:club|group|crew|squad)\b"
)
"""Days of something else: *i play football on tuesdays* says nothing of running then."""
_TAKEN: Final = re.compile(
    rf"(?P<days>^.*{_DAY}.*?)[,;.]? (?:and |but |as |since |on )*{_DAY} (?:is|are|has|i have|ive got|im at|theres)"
    r" (?!(?:ok|okay|fine|free|good|great|best|possible|better|too|also|now)\b).*$"
)
"""``only weekends and tue, monday is choir``: what else a day is for, behind the days that are meant."""
_STAYS: Final = re.compile(r"\b(?:only|just)\b")
_FOR_GOOD: Final = re.compile(r"\b(?:from now on|for good|every week|permanently|always|in future|as of now)\b")
_SWAP: Final = re.compile(
    rf"\b(?P<to>{_NAME}) (?:instead of|rather than|not) (?:the |my |on )?(?P<old>{_NAME})\b"
    rf"|\b(?:move|swap|change|switch|shift) (?:my |the |all )?(?P<gone>{_NAME}) (?:to|for|with|into)"
    rf" (?P<come>{_NAME})\b"
)
_COUNT: Final = re.compile(r"\b([1-7]) (?:days?|times|runs)\b")


def days_wished(said: str, known: Collection[str]) -> list[str] | None:
    """The days of training as they would be, in the week's order; ``None`` where the words wish for no others."""
    taken = _TAKEN.match(said)
    if taken is not None and _STAYS.search(taken["days"]):
        said = taken["days"]
    if is_for_good(said) and (swap := _SWAP.search(said)) is not None:
        return _swapped(swap, known)
    found = _meant(said)
    if _OF_OTHERS.search(said) and not _DROP.search(said):
        return None
    if found is None or is_told(said) or (is_once(said) and not is_one_week(said)):
        return None
    named = read_days(re.sub(r"[/&+]", " ", found[0]))
    rest = f"{said[: found.start()]} {said[found.end() :]}"
    if named is None or re.search(r"\d", _COUNT.sub(" ", rest)):
        return None
    wished = _changed(rest, said, named, {Weekday(day) for day in known})
    return [str(day) for day in WEEKDAYS if day in wished] if wished else None


def is_for_good(said: str) -> bool:
    """Whether words are meant for every week: *move friday to saturday for good* is no session moved once."""
    return _FOR_GOOD.search(said) is not None


def _swapped(swap: re.Match[str], known: Collection[str]) -> list[str] | None:
    """One day in the place of another: ``monday instead of tuesday from now on``; ``None`` where that is no change."""
    out, into = read_days(swap["old"] or swap["gone"]), read_days(swap["to"] or swap["come"])
    if out is None or into is None or not out & {Weekday(day) for day in known}:
        return None
    return [str(day) for day in WEEKDAYS if day in ({Weekday(day) for day in known} - out) | into]


def _meant(said: str) -> re.Match[str] | None:
    """The days that count: of several groups the one that *only* names; ``None`` where none does.

    *I can't do sundays anymore, only tue thu sat* says both what goes and what stays, and what stays is enough.
    """
    groups = list(_DAYS.finditer(said))
    if len(groups) < 2:
        return groups[0] if groups else None
    starts = [0, *(group.end() for group in groups[:-1])]
    only = [group for start, group in zip(starts, groups, strict=True) if _STAYS.search(said, start, group.start())]
    return only[0] if len(only) == 1 else None


def _changed(rest: str, said: str, named: frozenset[Weekday], known: Collection[Weekday]) -> set[Weekday]:
    """The known days without, with, or replaced by those that were named; none where it is not clear which."""
    rule, counted = _AS_A_RULE.search(said) is not None, _COUNT.search(rest) is not None
    if rule and _DROP.search(rest) and not re.search(r"\b(?:only|just|instead)\b", rest):
        return set(known) - named
    if rule and re.search(r"\b(?:also|too|as well|add|plus)\b", rest):
        return set(known) | named
    if _ONLY.search(rest) and (rule or counted or len(named) > 1):
        return set(named)
    if rule and _ADD.search(rest):
        return set(known) | named
    bare = not re.sub(rf"\b(?:{FROM_NOW_ON}|i|can|do|run|train|on|please|the|and|in|will)\b|[,.]", "", rest).strip()
    return set(named) if bare and len(named) > 1 and (rule or counted) else set()
