"""What is true in general and no session of a day: ``i run about 25 miles a week``, ``this is too hard``."""

from itertools import pairwise

from coach.reader.facts import Tokens
from coach.reader.phrases.words import HURT_STARTS
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_PER = bag("a per each every /")
_SPANS = bag("week month wk fortnight day weekday weekend morning evening night weeks")
_COUNTED = bag(
    "km k kilometre kilometer kilometres kilometers mile miles mi min mins minute minutes hour hours h day days x time "
    "times run runs session sessions walk walks workout workouts once twice thrice"
)
"""With one of these before *a week*, the week is what the figure is for; *ran 5k, first in a week* is none of those."""
_ELSEWHEN = bag("ago later off back before since after")
_OFTEN = bag("weekly daily")
_DATED = bag("today yesterday just")
_CLAUSES = frozenset({",", ".", "-", "(", "but", "so", "because", "then"})
_DOES = bag("i we usually normally typically generally currently do run walk jog cycle swim lift train")
_WEEKDAYS = bag("mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends")
_EACH = bag("every each")
_LIKE = bag("like as than")
STARTS = _SPANS | _OFTEN | _WEEKDAYS | _EACH
"""Words without which no habit is told."""


def without_habits(sentence: list[Token]) -> list[Token]:
    """A sentence without the clause that tells how much or how often somebody moves as a rule, and what hangs on it."""
    if _is_sum(sentence) or _is_of_weekdays(sentence):
        return []
    padded: list[Token] = [END, *sentence, END, END]
    for i in range(1, len(padded) - 2):
        if _is_for_each(padded, i) or _is_often(padded, i) or _is_each_weekday(padded, i):
            start = next((k for k in range(i - 1, 0, -1) if padded[k].text in _CLAUSES), 0)
            return [*sentence[:start], *(_of_today(sentence[i:]) or _run_behind(sentence[i:]))]
    return sentence


_SUMS = bag("total altogether overall combined")
_PAST_SPANS = bag("last past previous this")
_LONG_SPANS = bag("week month year")


def _is_sum(sentence: Tokens) -> bool:
    """``ran 40 km last week in total``: what many runs come to."""
    words = [token.text for token in sentence]
    spans = any(one in _PAST_SPANS and two in _LONG_SPANS for one, two in pairwise(words))
    return spans and not _SUMS.isdisjoint(words)


def _is_of_weekdays(sentence: Tokens) -> bool:
    """``swimming on fridays``, ``yoga every tuesdays``: done as a rule, without a figure, a deed or a pain."""
    named = any(one.text in {"on", "every", "at"} and two.text in _WEEKDAYS for one, two in pairwise([*sentence]))
    told = any(token.kind in "nc" or token.text in _NO_HABIT for token in sentence)
    return named and not told


_DEEDS = bag("ran did done walked swam cycled went jogged lifted skipped missed cancelled hiked finished was")
_NO_HABIT = _DEEDS | HURT_STARTS


def _of_today(rest: list[Token]) -> list[Token]:
    """What follows a habit in a clause of its own: ``twice a week, today 5k``."""
    for k, token in enumerate(rest):
        if token.text in _CLAUSES and any(one.text in _DATED for one in rest[k + 1 : k + 4]):
            return rest[k:]
    return []


_JUDGES = bag("is feels gets seems hurts")


def _run_behind(rest: list[Token]) -> list[Token]:
    """A distance and a time behind what weekdays are like: ``every tuesday is hard, 5k in 30``."""
    k = next((k for k, token in enumerate(rest) if token.text in {",", "."}), len(rest))
    judged = any(token.text in _JUDGES for token in rest[:k]) and not any(token.kind in "nc" for token in rest[:k])
    return rest[k:] if judged and sum(token.kind in "nc" for token in rest[k:]) > 1 else []


def _is_for_each(padded: list[Token], i: int) -> bool:
    """``25 miles a week``, ``5 days a week``, ``twice each month``."""
    span = padded[i + 1]
    if padded[i].text not in _PER or span.text not in _SPANS or padded[i + 2].text in _ELSEWHEN:
        return False
    return padded[i - 1].text in _COUNTED


def _is_often(padded: list[Token], i: int) -> bool:
    """``i walk 20 min daily``; in ``did my daily walk`` and ``weekly long run`` the word belongs to a session."""
    if padded[i].text not in _OFTEN or (
        padded[i + 1].kind not in "el" and padded[i + 1].text not in {".", ",", "!", "and"}
    ):
        return False
    return any(token.text in _DOES for token in padded[1:i])


def _is_each_weekday(padded: list[Token], i: int) -> bool:
    """``every tuesday i have club night, 9k``; ``ran 9k like every tuesday`` tells of a deed."""
    if padded[i].text not in _EACH or padded[i + 1].text not in WEEKDAYS or padded[i - 1].text in _LIKE:
        return False
    return _DEEDS.isdisjoint([token.text for token in padded])


COMPLAINTS = bag("too is seems sounds")
_MEANT = bag("this that it these they everything the my plan training week")
_NOW = bag("is are thats its theyre this it")
_BY_HOW_MUCH = bag("a bit way far just all really still")
_JUDGED = bag("hard easy difficult tough much long fast")


def complains(sentence: Tokens) -> bool:
    """``this is too hard``, ``it's too much``: of the plan, and in the present; ``was too hard`` is an effort."""
    if _is_distance_judged(sentence):
        return True
    words = [token.text for token in sentence if token.kind == "w"]
    if "too" not in words[1:-1]:
        return False
    at = words.index("too")
    subject = set(words[:at])
    return bool(subject & _NOW) and subject <= _MEANT | _NOW | _BY_HOW_MUCH and words[at + 1] in _JUDGED


_JUDGES_IT = bag("is seems sounds")
_FAR = bag("far long hard tough scary difficult lot much")
_HOW_FAR = _FAR | bag("a too very so really pretty quite way still for me us to at the moment right now in my opinion")


def _is_distance_judged(sentence: Tokens) -> bool:
    """``5k is far``, ``10 miles sounds like a lot``: of a distance in general, and no run."""
    words = [token for token in sentence if token.kind not in "el" and token.text not in {".", "!"}]
    if len(words) < _SHORTEST or words[0].kind != "n" or words[1].text not in LENGTHS:
        return False
    judged = {token.text for token in words[3:]} - {"like"}
    return words[2].text in _JUDGES_IT and bool(judged & _FAR) and judged <= _HOW_FAR


_SHORTEST = 4
"""Words of such a sentence: a figure, its unit, *is*, and what it is."""
