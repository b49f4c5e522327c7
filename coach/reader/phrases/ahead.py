"""What of leaving out lies ahead: ``can't``, ``skip``, ``need to miss``, and not ``couldn't``, ``skipped``."""

from coach.reader.facts import Tokens
from coach.reader.vocabulary.days import BACK, WEEKDAYS
from coach.reader.vocabulary.wordlist import bag

_OVER = bag(
    "had did didnt couldnt could havent never forgot gave wasnt was were took blew ran slept overslept went got made "
    "cried let left"
)
"""With these what was left out is over; so it is with a word in *-ed* (*skipped*)."""
_PRESENT_ED = bag("need")
_CAN_NOT = bag("cant cannot can wont will unable going gonna not")
DAYS = WEEKDAYS.keys() | {word for text in BACK for word in text.split("|") if " " not in word}
"""Single words that name a day."""
_EVERY = frozenset(word for word in WEEKDAYS if word.endswith("days"))
"""*I can't do thursdays* is of every week."""
ONE_DAY = DAYS - _EVERY
"""Those of them that are one day."""


def looks_ahead(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the words from ``i`` to ``j`` say that something is left out, and not that it was (*had to skip*)."""
    start = i - 1 - (i > 1 and tokens[i - 1].text == "to")
    words = [token.text for token in tokens[max(0, start) : j]]
    return not any(word in _OVER or (word.endswith("ed") and word not in _PRESENT_ED) for word in words)


def is_day_denied(tokens: Tokens, i: int, j: int) -> bool:
    """``can't do saturday``, ``won't make it on friday``: whether a day is what cannot be, from ``i`` to ``j``."""
    return tokens[i].text in _CAN_NOT and tokens[j].text in ONE_DAY and (tokens[i].text != "not" or j > i + 1)
