"""An age within a sentence: ``46 as i said``, ``hi, i'm anna, 46, and i want to run``."""

import re
from typing import Final

from bot.conversations.typed.numbers import in_figures

_OTHER: Final = (
    r"(?! ?(?:k|kms?|kilos?|kgs?|lbs?|pounds|st|stone|cm|m|mi|miles?|min\w*|h|hrs?|hours?|sec\w*|days?|weeks?|months?"
    r"|times|x|%|am|pm|reps?|percent|o'?clock|years? ago|yrs? ago|decades?)\b)"
)
"""What makes a number something else than an age."""
_NUMBER: Final = re.compile(rf"(?<![\d.,:/-])(\d{{2,3}})(?![\d:/%-]| ?%|[.,]\d|'?s\b){_OTHER}")
_OWN: Final = re.compile(
    rf"\b(?:i'?m|i am|aged?|turn(?:ing|ed)|my age is) (?:now |just |only |a |an )?(\d{{2}})(?![\d:/%-]|[.,]\d){_OTHER}"
    r"|(?<![\d.,:])(\d{2}) ?(?:y/?o\b|years? old|yrs? old|-year-old|year[- ]old)"
    r"|(?:^|,) ?(\d{2}) ?(?=,)"
    r"|^(\d{2}) ?(?:m|f|male|female|man|woman)$"
)
"""A number that only an age can be: said of oneself, or alone between commas."""
_OF_DAYS: Final = re.compile(
    r"\d ?(?:min\w*|h|hrs?|hours?)?,? (?:on |at |in |during )?(?:the )?"
    r"(?:week ?days?|weekends?|week|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)\b"
)
"""*60 weekdays, 2h sun*: how long days may be, and nobody's age."""
_STILL: Final = re.compile(rf"\b(?:still|currently|for now) (?:only |just |i'?m )?(\d{{2}})(?![\d:/%-]){_OTHER}")
"""*41 in january so still 40*"""
_COMING: Final = re.compile(
    r"\b(?:turn(?:ing)?|(?:will|ill|i'll|gonna|going to|about to) (?:be|turn)) (\d{2})(?![\d:/%-])"
)
"""*58, turning 59 in march*: the age that is still to come."""
_BODY: Final = re.compile(
    r"(?<![\d.,])(?:\d{2,3}(?:[.,]\d)? ?(?:kgs?|kilos?|lbs?|pounds)\b|1 ?m ?\d\d\b|1[.,]\d\d ?m\b|1\d\d ?cms?\b"
    r"|[4-7] ?(?:'|ft|foot|feet) ?(?:\d{1,2}\b ?(?:\"|''|in\b)?)?)"
)
"""A weight or a height beside the age: *52 and 105 kilos*."""
_DISTANCE: Final = r"\d{1,3}(?:[.,]\d+)? ?(?:k|kms?|mi|miles?)\b"
_OF_TRAINING: Final = re.compile(
    rf"{_DISTANCE}(?:(?: \w+){{0,3}} in)? \d{{2,3}}(?! ?(?:y/?o|years?|yrs?)\b)|\d{{1,3}} ?[x*×] ?\d{{1,4}}"
    r"|\b(?:ran|walked|jogged|swam|cycled|biked|rode|effort|rpe|weigh(?:t|ed)?|waist|thighs?|cal(?:f|ves)|hips?|pulse"
    r"|hr|heart rate|bpm)(?: (?:is|was|for|of|at|about))* \d{2,3}"
    r"|\d{2,3} (?:squats?|lunges?|bridges?|calf raises?|step ?ups?|push ?ups?|sit ?ups?|burpees|steps)\b"
)
"""What was run, lifted or measured: *5k in 30 today* is nobody's age."""
_MANY: Final = 200


def age_answered(text: str) -> int | None:
    """The age in an answer to the question how old somebody is: its only number that is no other amount.

    Of two ages the one that somebody still has: *41 in january so still 40*.
    """
    said = _OF_TRAINING.sub(" ", _BODY.sub(" ", in_figures(text)))
    still, named = _STILL.findall(said), {int(number) for number in _NUMBER.findall(said)}
    if len(still) == 1 and named <= {int(still[0]), int(still[0]) + 1}:
        return int(still[0])
    own = age_told(text)
    if own is not None or _OF_DAYS.search(said):
        return own
    found = _reached({int(number) for number in _NUMBER.findall(said)}, said)
    told = {int(number) for number in re.findall(r"\d{2,}", said)}
    return found.pop() if len(found) == 1 and len(_reached(told, said)) == 1 else None


def age_told(text: str) -> int | None:
    """The age that somebody tells unasked; ``None`` where no number is surely one, or two are."""
    if len(text) > _MANY:
        return None
    said = in_figures(text)
    found = _reached({int(number) for match in _OWN.findall(said) for number in match if number}, said)
    return found.pop() if len(found) == 1 else None


def _reached(ages: set[int], said: str) -> set[int]:
    """Ages without one still to come whose year before is told as well: *58, turning 59 in march*."""
    told = {int(number) for number in re.findall(r"\d{2,}", said)}
    coming = {int(number) for number in _COMING.findall(said)} & {age + 1 for age in told}
    return ages - coming | ({age - 1 for age in coming & ages})
