"""How many minutes a training day may take: usual pairs as buttons, any length typed."""

import re
from typing import ClassVar

from bot.conversations.question import (
    Answer,
    Card,
    Choice,
    Given,
    Problem,
    ProfileQuestion,
    Situation,
    stale_choice,
)
from bot.conversations.typed.amounts import read_minutes
from bot.conversations.typed.numbers import numbers_in
from bot.screens import in_rows
from bot.words import Words
from coach.phrases import Phrase
from storage.tables import Athlete


class MinutesQuestion(ProfileQuestion):
    """How many minutes a training day may take, on weekdays and at the weekend."""

    key = "min"
    field = "max_minutes"
    skippable = True
    presets: ClassVar[tuple[str, ...]] = ("30-30", "30-60", "45-90", "60-90", "60-120", "90-150")
    low: ClassVar[int] = 15
    high: ClassVar[int] = 300

    def card(self, situation: Situation, words: Words) -> Card:
        """Six usual pairs, the suggested one first."""
        new = situation.athlete.profile.get("experience") in {"new", "returning"}
        best = "30-60" if new else "45-90"
        rest = [Choice(self._label(preset, words), preset) for preset in self.presets if preset != best]
        first = Choice(words("tick.suggested", label=self._label(best, words)), best)
        return Card(words("ask.min"), ((first,), *in_rows(rest, 2)))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """A pair."""
        weekday, _, weekend = value.partition("-")
        if not (weekday.isascii() and weekday.isdecimal() and weekend.isascii() and weekend.isdecimal()):
            return stale_choice()
        return self._checked(float(weekday), float(weekend))

    def read_text(self, text: str, situation: Situation) -> Given:  # noqa: ARG002 — as above
        """One length for every day, or one for weekdays and one for the weekend."""
        pair = two_lengths(text)
        if pair is not None:
            return self._checked(*pair)
        minutes = read_minutes(text)
        return self.unclear() if minutes is None else self._checked(minutes, minutes)

    def told(self, athlete: Athlete, words: Words) -> str:
        """Both lengths, or the one where they are the same."""
        value = self.value(athlete)
        if not isinstance(value, dict):
            return words("told.coach_chooses")
        return self._label(f"{value['weekday']}-{value['weekend']}", words)

    def _label(self, preset: str, words: Words) -> str:
        weekday, weekend = preset.split("-")
        return words("min.same" if weekday == weekend else "min.pair", weekday=weekday, weekend=weekend)

    def _checked(self, weekday: float, weekend: float) -> Given:
        if not (self.low <= weekday <= self.high and self.low <= weekend <= self.high):
            return Problem(Phrase("range.min"))
        return Answer({"weekday": round(weekday), "weekend": round(weekend)})


_WEEKEND = r"weekends?|(?:on )?sat(?:urdays?)?(?: and |/| )sun(?:days?)?|(?:on )?(?:sat(?:urdays?)?|sun(?:days?)?)"
_PAIR = re.compile(
    rf"(?P<one>.*?\d.*?)\s*(?P<first>week ?days?|(?:during|in|within|through) the week|{_WEEKEND})"
    rf"[\s,;/]*(?:and|but)?\s*(?P<two>.*?\d.*?)\s*(?P<second>week ?days?|{_WEEKEND})?"
)
"""``30 weekdays 90 weekend``"""
_PAIR_LAST = re.compile(
    r"(?P<one>\d+)\s*(?:min|mins|minutes|m)?\s*(?:[,;/]|and|but)\s*(?:and |but )?(?:on |at )?(?:the )?"
    rf"(?:{_WEEKEND}):?\s*(?P<two>\d.*)"
)
"""``60, weekends 120``"""
_PAIR_AFTER = re.compile(
    r"(?P<first>week ?days?|weekends?):?\s*(?P<one>\d.*?)"
    r"[\s,;/]*(?:and|but)?\s*(?P<second>week ?days?|weekends?):?\s*(?P<two>\d.*)"
)
"""``weekdays 30, weekends 90``"""


_LONGEST = 150
"""Minutes of a weekend day without a limit."""
_OPEN_END = re.compile(
    rf"\b(?:whatever|no limit|unlimited|anything|any length"
    rf"|as long as (?:you want|it takes|needed|you like))\s+({_WEEKEND})"
)
_A_BIT_MORE = re.compile(
    rf"^(?P<most>.*?(?P<minutes>\d+).*?),? ?(?:and |but )?(?:maybe |perhaps |possibly )?"
    rf"(?:(?:a (?:bit|little)|some)(?: more| longer)"
    rf"|more|longer) (?P<when>{_WEEKEND})$"
)
"""``half an hour, maybe a bit more on sundays``: half as much again."""


def _longer(told: re.Match[str]) -> str:
    return f"{told['minutes']} min weekdays, {round(int(told['minutes']) * 1.5)} min {told['when']}"


def two_lengths(text: str) -> tuple[float, float] | None:
    """Weekday and weekend minutes of ``30 weekdays 90 weekend``, ``45/90``."""
    said = re.sub(r"\bhalf an hour\b", "30 min", text.lower()).strip()
    said = re.sub(r"\b(?:otherwise|else|other days|the rest)\s+(\d+)", r"and \1 weekdays", said)
    said = re.sub(r"\ban hour\b", "60 min", re.sub(r"\ban hour and a half\b", "90 min", said))
    said = _OPEN_END.sub(rf"{_LONGEST} min \g<1>", _A_BIT_MORE.sub(_longer, said))
    if last := _PAIR_LAST.fullmatch(said):
        weekend = _length(last["two"])
        return None if weekend is None else (float(last["one"]), weekend)
    match = _PAIR_AFTER.fullmatch(said) or _PAIR.fullmatch(said)
    if match is None:
        numbers = numbers_in(said)
        plain_pair = len(numbers) == 2 and re.fullmatch(r"\d+\s*[/,+& -]\s*(?:and )?\d+\s*(?:min|mins|minutes)?", said)
        return (numbers[0], abs(numbers[1])) if plain_pair else _in_a_sentence(said)
    one, two = (_length(match[name]) for name in ("one", "two"))
    if one is None or two is None:
        return _in_a_sentence(said)
    return (two, one) if match["first"].removeprefix("on ").startswith(("weekend", "s")) else (one, two)


_AMOUNT = re.compile(
    r"\b\d+(?:[.,]\d+)? ?(?:hours?|hrs?|h)(?: (?:and )?\d{1,2}(?: ?(?:min\w*|m))?)?\b|\b\d+ ?(?:minutes?|mins?|m)?\b"
)
_AT_MOST = re.compile(
    r"\b\d+ ?(?:minutes?|mins?|m)?,? ?(?:maybe|perhaps|or|to|up to|-|possibly|sometimes)+ (?:even |maybe )?"
    r"(?P<most>\d+)(?!\d| ?(?:min\w*|m)?,? ?(?:on |at )?(?:the |a )?(?:weekend|sat|sun))"
    r"(?: ?(?:minutes?|mins?|m)\b)?(?: tops| at (?:the )?most| max)?"
)
"""``30 mins maybe 40 tops``: what a day may take is the longer one."""
_CLOSE = 10
"""Characters between the weekend and its length: *but sundays up to 90*."""
_TURN = re.compile(r",|;|\b(?:but|and|or)\b")
_OF_WEEKEND = re.compile(r"\b(?:weekends?|sat(?:urday)?s?|sun(?:day)?s?)\b")
_OF_WEEK = re.compile(
    r"\b(?:week ?days?|(?:in|during|within|through) the week|work ?days?|after work"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri)(?:days?)?)\b"
)


def _in_a_sentence(said: str) -> tuple[float, float] | None:
    """Two lengths among other words: each belongs to the days that are named on its side of the other.

    *On tuesday and thursday I have maybe 40 minutes after work and at the weekend an hour or a bit more*.
    """
    said = _AT_MOST.sub(r"\g<most> min", said)
    lengths = [(found.start(), read_minutes(found[0])) for found in _AMOUNT.finditer(said)]
    weekend, week = _OF_WEEKEND.search(said), _OF_WEEK.search(said)
    if len(lengths) != 2 or weekend is None:
        return None
    (_, first), (at, second) = lengths
    if first is None or second is None:
        return None
    if week is not None:
        return (second, first) if weekend.start() < week.start() else (first, second)
    # Only the weekend is named: *half an hour, maybe 45 on saturday*, *45 saturdays, 30 otherwise*.
    start = weekend.start()
    turned = at > start > lengths[0][0] and _TURN.search(said[lengths[0][0] : start]) is not None
    behind = start > at or (turned and at <= weekend.end() + _CLOSE)
    return (first, second) if behind else (second, first)


def _length(text: str) -> float | None:
    """Minutes of one half of a pair, without the small words around."""
    return read_minutes(re.sub(r"\b(?:on|at|the|in|for|during|and)\b", " ", text).strip(" ,;:"))
