"""Paces that a label announces: ``pace 6:30``, ``avg pace: 6'14"/km``, ``averaging 9:30``."""

from coach.reader.facts import ClockReading, Context, Found, Ignored, Lasting, Tempo, Tokens
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import PACE_FILLERS, PER_METRE, clock, minutes_of, timed
from coach.reader.vocabulary.quantities import LENGTHS


def pace_label(tokens: Tokens, i: int, context: Context) -> Found:
    """``pace 6:30``, ``avg pace: 6'14"/km``, ``pace of 9:15``."""
    j = after(tokens, i + 1, PACE_FILLERS, 4)
    if tokens[j].kind == "l":
        j += 1
    if tokens[j + 1].text in {"x", "*"}:
        return None
    if tokens[j].kind == "c":
        found = clock(tokens, j, context)
        fact = found[0][0] if found else None
        if found and isinstance(fact, ClockReading):
            metres = PER_METRE.get(tokens[found[1]].text)
            if fact.first > 25:
                return None
            return (Tempo(fact.first * 60 + fact.second, metres),), found[1] + bool(metres)
        return found if isinstance(fact, Tempo) else None
    found = timed(tokens, j, context)
    if found and isinstance(found[0][0], ClockReading):
        return (Tempo(found[0][0].first * 60 + found[0][0].second),), found[1]
    slowest = _SLOWEST_TEMPO_S if tokens[i].text == "tempo" else _SLOWEST_S
    if found and isinstance(found[0][0], Lasting) and found[0][0].seconds < slowest:
        return (Tempo(found[0][0].seconds),), found[1]
    if found:
        return None if tokens[i].text == "tempo" else found
    value = number(tokens, j)
    if value and 2 < value[0] < 20 and tokens[value[1]].text not in LENGTHS:
        return (Tempo(minutes_of(tokens, j, value) * 60),), value[1]
    return None


_SLOWEST_TEMPO_S, _SLOWEST_S = 8 * 60, 30 * 60
"""Seconds from which a duration behind *tempo*, or behind *pace*, is none: ``tempo 20 min`` is how long it was."""
AVERAGES = frozenset({"avg", "average", "averaging", "averaged", "ave"})


PACE_NAMES = frozenset({"mp", "hmp"})


def named_pace(tokens: Tokens, i: int, context: Context) -> Found:
    """``MP 5:20``, ``10k @ HMP``: the pace of a part."""
    del context
    return (Ignored(),), i + 1 + (tokens[i + 1].kind == "c")


def average_clock(tokens: Tokens, i: int, context: Context) -> Found:
    """``avg of 5:50``, ``averaging 9:30``: a pace."""
    j = after(tokens, i + 1, PACE_FILLERS, 2)
    found = pace_label(tokens, i, context) if tokens[j].kind == "c" else None
    return found if found and isinstance(found[0][0], Tempo) else None
