"""Leaving out what is planned: ``cancel today's run``, ``can't do saturday``, ``sunday is off``."""

from coach.history import Status
from coach.reader.facts import Context, Found, Tokens, Went
from coach.reader.phrases.ahead import DAYS, looks_ahead
from coach.reader.phrases.numbers import after
from coach.reader.phrases.words import ACTIVITY_STARTS
from coach.reader.vocabulary.wordlist import bag

CANCELS = bag("cancel cancelling canceling")
AWAY = bag("off out")
_ARTICLES = bag("the my this that on for todays a")
_PLANNED = ACTIVITY_STARTS | DAYS | bag("workout workouts session sessions training tempo long easy hills intervals")


def cancelled(tokens: Tokens, i: int, context: Context) -> Found:
    """``cancel today's run``, ``cancel thursday``: only with what is planned behind it."""
    del context
    j = after(tokens, i + 1, _ARTICLES)
    named = tokens[j].text in _PLANNED
    return ((Went(Status.SKIPPED, ahead=True),), i + 1) if named else None


def day_off(tokens: Tokens, i: int, context: Context) -> Found:
    """``sunday's off``, ``saturday is out``, ``took monday off``."""
    del context
    k = i - 1 - (i > 1 and tokens[i - 1].text == "is")
    if i == 0 or tokens[k].text not in DAYS or (k and tokens[k - 1].text in {"and", "&", "+", "/"}):
        return None
    ends = tokens[i + 1].kind in "els" or tokens[i + 1].text in {"because", "as", "cos", "cause", "due", "for", "since"}
    return ((Went(Status.SKIPPED, ahead=looks_ahead(tokens, max(0, k - 2), k)),), i + 1) if ends else None
