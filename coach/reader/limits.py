"""How long a session may take: ``half an hour, not more``, ``max 45 mins``, ``i can only do 20 mins``.

Such words tell nothing that was done.
"""

from coach.reader.cut import cut
from coach.reader.facts import Tokens
from coach.reader.phrases.numbers import number
from coach.reader.phrases.times import duration
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.wordlist import bag

_LIMITS = bag("max maximum tops most longer limit cap more over")
_BARRED = bag("not no cant cannot dont wont never than")
"""Words that make a limit of *more*, *longer* and *over*."""
_OF_DEEDS = bag("in run do go train manage make keep")
"""Beside *I have* they may tell of a deed: ``have 20 mins in``."""
_HAVING = bag("can could have got ive only")
_TOMORROW = bag("tomorrow tmrw tmr")
STARTS = _LIMITS | _HAVING | {"under"}
"""Words without which no limit is set."""
_OF_LIMITS = (
    _LIMITS | _BARRED | _HAVING
    | bag(
        "i im we a an the at up to do go run train manage fit in spare it be is that thats this just about for now "
        "today tonight morning evening afternoon lunch lunchtime week weeks weekday weekdays weekend weekends day "
        "days on during please pls plz ok okay but and so really time minutes mins min any every free squeeze , . ! ; "
        "- my me long session sessions each sorry all half hour need must should less or under keep make something "
        "anything from future good these tomorrow tmrw tmr"
    )
)  # fmt: skip


def limit_in(text: str) -> int | None:
    """The whole minutes beyond which a session must not go; ``None`` where the words say more, or no limit."""
    tokens = cut(text).tokens
    seconds = None if _is_room(tokens) else _seconds(tokens)
    return None if seconds is None else round(seconds / 60)


def _is_room(tokens: Tokens) -> bool:
    """``i have 15 more minutes``: more than before, and no limit."""
    return any(token.text == "more" and tokens[k].kind == "n" for k, token in enumerate(tokens[1:]))


def sets_limit(sentence: Tokens) -> bool:
    """Whether a sentence says how long a session may take, and nothing else."""
    return not STARTS.isdisjoint([token.text for token in sentence]) and _seconds(sentence) is not None


def _seconds(tokens: Tokens) -> float | None:
    """The one duration among words that speak of limits."""
    padded: list[Token] = [*(token for token in tokens if token.kind != "e"), END, END, END, END]
    found: float | None = None
    words: set[str] = set()
    i = 0
    while padded[i].kind != "e":
        timed = duration(padded, i)
        if timed and found is None:
            found, i = timed
        elif padded[i].text in _OF_LIMITS and not number(padded, i):
            words.add(padded[i].text)
            i += 1
        else:
            return None
    return found if found and _is_limited(words) else None


def _is_limited(words: set[str]) -> bool:
    if (words & {"ive", "have"} and not words & _OF_DEEDS) or ("under" in words and words & {"keep", "make", "must"}):
        return True
    if words & bag("max maximum tops limit cap"):
        return True
    if words & _BARRED and words & bag("more longer over than"):
        return True
    if "only" in words and words & _TOMORROW:
        return True
    if "only" in words and (words & bag("can have ive") or ("got" in words and not words & _OF_DEEDS)):
        return True  # ``could only run 15 min`` tells what was done
    return "most" in words and "at" in words
