"""What a sentence says of health beside a request or a race: ``delete that run, left knee 6/10``.

The rest of such a sentence is no log, and this must not go with it (rules C3–C5).
"""

import datetime as dt

from coach.profile import DistanceUnit
from coach.reader.facts import Context, Hurting, OutOfTen, Spot, Tokens
from coach.reader.scan import scan
from coach.reader.signs import symptoms
from coach.reader.target import NAMES_OF_LOGS
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.wordlist import bag

_BREAKS = bag(", ; - ( but because as since cos")
_JOINED = bag("and so")
_OWN = bag("i my im ive left right")
"""After *and* these begin something new: ``delete the run and the knee pain`` goes on with what is to be deleted."""
_HURTS_NOW = bag("hurts hurting aches aching today now still")
"""Of a race of the past an ache is today's only with one of these, or with a figure."""
_ANY_DAY = Context(dt.date(2000, 1, 1), DistanceUnit.KM)
"""For parts of the body and words for pain, which mean the same on any day."""


def health_from(sentence: Tokens, start: int) -> int:
    """Where, from ``start`` on, the clauses begin that speak of health; else the end of the sentence."""
    cuts = [k for k in range(start, len(sentence)) if _is_cut(sentence, k)]
    ends = [*cuts[1:], len(sentence)]
    return next((k for k, end in zip(cuts, ends, strict=False) if _is_of_health(sentence[k:end])), len(sentence))


def aches_in(sentence: Tokens, *, ahead: bool) -> list[Token]:
    """The clauses of a sentence about a race that tell of an ache; of a race behind, one of now."""
    cuts = [0, *(k for k in range(1, len(sentence)) if _is_cut(sentence, k))]
    clauses = [sentence[k:end] for k, end in zip(cuts, [*cuts[1:], len(sentence)], strict=True)]
    return [token for clause in clauses if _is_ache(clause, ahead=ahead) for token in clause]


def _is_cut(sentence: Tokens, k: int) -> bool:
    """Whether a clause begins at ``k``."""
    if sentence[k].text in _BREAKS:
        return True
    return sentence[k].text in _JOINED and k + 1 < len(sentence) and sentence[k + 1].text in _OWN


def _is_of_health(clause: Tokens) -> bool:
    """Whether a clause tells of an ache or a sign, and not of which log is meant (``the one with knee pain``)."""
    words = {token.text for token in clause}
    return bool(symptoms([*clause, END, END, END])) or (not words & NAMES_OF_LOGS and _is_ache(clause, ahead=True))


def _is_ache(clause: Tokens, *, ahead: bool) -> bool:
    """Whether a part of the body hurts, in words or with a figure out of ten."""
    facts = scan([*clause, END, END, END, END], _ANY_DAY)
    figure = any(isinstance(fact, OutOfTen) for fact in facts)
    now = ahead or figure or bool(_HURTS_NOW & {token.text for token in clause})
    hurts = figure or any(isinstance(fact, Hurting) for fact in facts)
    return now and hurts and any(isinstance(fact, Spot) for fact in facts)
