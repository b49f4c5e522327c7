"""Days of the week as people type them: ``mon wed sat``, ``weekends``, ``every day but friday``, ``mon-thu``."""

import re

from bot.conversations.typed.numbers import in_figures
from bot.conversations.typed.plain import plain, words_of
from bot.conversations.typed.slips import alike, near
from coach.profile import WEEKDAYS, Weekday

_NAMES: dict[str, Weekday] = {
    name: WEEKDAYS[number]
    for number, names in enumerate(
        (
            "mo mon mond monday mondy munday m",
            "tu tue tues tuesday tuesdy teusday tusday tuseday",
            "we wed weds wednesday wednesdy wednes wensday wendsday wednsday wedensday w",
            "th thu thur thurs thursday thursdy thurday thirsday",
            "fr fri frid friday fridy firday f",
            "sa sat satur saturday saturdy saterday satuday saturaday",
            "su sun sund sunday sundy sonday",
        )
    )
    for name in names.split()
}
_NAMES |= {f"{name}s": day for name, day in _NAMES.items() if len(name) > 2}
_WEEKDAYS = frozenset(WEEKDAYS[:5])
_WEEKEND = frozenset(WEEKDAYS[5:])
_ALL = frozenset(WEEKDAYS)
_GROUPS: dict[str, frozenset[Weekday]] = {
    "weekend": _WEEKEND,
    "weekends": _WEEKEND,
    "weekday": _WEEKDAYS,
    "weekdays": _WEEKDAYS,
    "workdays": _WEEKDAYS,
    "everyday": _ALL,
    "daily": _ALL,
    "all": _ALL,
    "every": _ALL,
    "any": _ALL,
    "anyday": _ALL,
    "whole": _ALL,
    "mwf": frozenset({Weekday.MON, Weekday.WED, Weekday.FRI}),
    "tts": frozenset({Weekday.TUE, Weekday.THU, Weekday.SAT}),
    "tth": frozenset({Weekday.TUE, Weekday.THU}),
}
_COUNTED = re.compile(r"\b[1-7] (?:days?|times|x)\b(?: (?:a|per|each) week)?")
"""*Three days, mon wed fri*: the days that are named are those."""
_BUT = frozenset({"but", "except", "excluding", "not", "without", "minus", "never", "no"})
_TO = frozenset({"to", "till", "until", "through", "thru"})
_FILLERS = frozenset(
    [
        "a",
        "i",
        "can",
        "do",
        "run",
        "train",
        "on",
        "and",
        "the",
        "day",
        "days",
        "week",
        "my",
        "or",
        "also",
        "plus",
        "in",
        "at",
        "is",
        "are",
        "for",
        "me",
        "work",
        "works",
        "best",
        "please",
        "it",
        "its",
        "im",
        "free",
        "morning",
        "mornings",
        "evening",
        "evenings",
        "usually",
        "maybe",
        "both",
        "only",
        "just",
        "would",
        "be",
        "fine",
        "good",
        "long",
        "think",
        "guess",
        "probably",
        "sometimes",
        "afternoon",
        "afternoons",
        "night",
        "nights",
        "possibly",
        "suits",
        "better",
    ]
)


def read_days(text: str) -> frozenset[Weekday] | None:
    """The days that a text names, ``None`` where it names none or holds anything else."""
    words = words_of(_COUNTED.sub(" ", re.sub(r"-", " to ", in_figures(text))))
    kept: set[Weekday] = set()
    dropped: set[Weekday] = set()
    into, last, ranged = kept, None, False
    for number, word in enumerate(words):
        if word in _BUT:
            into, last = dropped, None
        elif word in _TO:
            ranged = last is not None
        elif word in _NAMES:
            days = _span(last, _NAMES[word]) if ranged and last is not None else {_NAMES[word]}
            (_into(into, kept, dropped, days)).update(days)
            last, ranged = _NAMES[word], False
        elif word in _GROUPS:
            if not _is_filler(words, number):
                into |= _GROUPS[word]
        elif word not in _FILLERS:
            day = _mistyped(word)
            if day is None:
                return None
            into.add(day)
    return _left(kept, dropped)


def _into(into: set[Weekday], kept: set[Weekday], dropped: set[Weekday], days: set[Weekday]) -> set[Weekday]:
    """Where days go: ``weekdays except wed and saturdays`` drops what is among them, and adds what is not."""
    return kept if into is dropped and dropped and kept and not days & kept else into


def days_within(text: str) -> tuple[frozenset[Weekday], bool] | None:
    """The days that a sentence names, and whether it may exclude some of them; ``None`` where it names none.

    Words around the names do not matter, so this is for answers to a question about days, and for a list of days.
    """
    words = re.findall(r"[a-z]+|-", plain(text).replace("'", ""))
    known = [_EXCLUDING.get(word, word) for word in words]
    kept = [word for word in known if word in _BUT | _TO | {"-"} or _is_a_name(word)]
    days = read_days(" ".join(kept))
    return None if days is None else (days, any(word in _BUT for word in kept))


def _is_a_name(word: str) -> bool:
    """Whether a word in a sentence is a day: letters alone (*m*, *w*) and *we* are none there."""
    if word in _NAMES:
        return len(word) > 2
    return word in _CLEAR_GROUPS or _mistyped(word) is not None


_EXCLUDING = {"cant": "not", "cannot": "not", "dont": "not", "wont": "not", "couldnt": "not", "busy": "not"}
_CLEAR_GROUPS = frozenset({"weekend", "weekends", "weekdays", "workdays", "everyday", "daily", "mwf", "tts", "tth"})


def _mistyped(word: str) -> Weekday | None:
    """The day whose full name has a slip in this word; of several the nearest (*thrusday* is near *tuesday* too)."""
    full = {name: day for name, day in _NAMES.items() if name.endswith(("day", "days")) and near(word, name)}
    return full[max(full, key=lambda name: alike(word, name))] if full else None


def _left(kept: set[Weekday], dropped: set[Weekday]) -> frozenset[Weekday] | None:
    days = (kept or _ALL) - dropped if dropped else kept
    return frozenset(days) or None


def _is_filler(words: list[str], number: int) -> bool:
    """``every`` before a day's name is that day, not the whole week: ``every monday``."""
    return (
        words[number] in {"every", "all", "any"}
        and number + 1 < len(words)
        and (words[number + 1] in _NAMES or words[number + 1] in _GROUPS)
    )


def _span(first: Weekday, last: Weekday) -> set[Weekday]:
    """The days from one to the other, over the weekend where need be."""
    length = (last.number - first.number) % 7
    return {WEEKDAYS[(first.number + step) % 7] for step in range(length + 1)}


def weekday_named(text: str) -> Weekday | None:
    """The first day of the week that a text names by a word of three letters or more: *what is on saturday*."""
    return next((_NAMES[word] for word in words_of(text) if len(word) > 2 and word in _NAMES), None)
