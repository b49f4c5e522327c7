"""Repeats of a workout, with what was done between them: ``6x400m``, ``5 x 3 min hard, 2 min easy``."""

from coach.reader.facts import Context, Found, Repeated, Tokens
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import PER_METRE, clock, duration, timed
from coach.reader.vocabulary.quantities import LENGTHS, MASSES
from coach.reader.vocabulary.wordlist import bag


def repeats(tokens: Tokens, i: int, context: Context) -> Found:
    """Repeats of a workout, with their pace and rest: ``6x400m``, ``5 x 1 km @ 4:30``, ``8x45s``."""
    count = number(tokens, i)
    if not count or tokens[count[1]].text not in {"x", "*", "by", "times"}:
        return None
    value = number(tokens, count[1] + 1)
    if not value:
        return None
    length = tokens[value[1]].text in PER_METRE or tokens[value[1]].text in _METRES
    held = duration(tokens, count[1] + 1)
    if not length and not held and not (value[0] >= 100 and tokens[value[1]].text not in MASSES):
        return None
    end = held[1] if held and not length else value[1] + length
    factor = LENGTHS.get(tokens[value[1]].text, 1.0) if length else 0.0
    rest, j = _past_easy(tokens, _past_rests(tokens, end, context))
    seconds = count[0] * (held[0] + rest) if held and not length and rest else 0.0
    return (Repeated(count[0] * value[0] * factor, seconds),), j


def _past_easy(tokens: Tokens, j: int) -> tuple[float, int]:
    """Seconds between, and past how hard each was: ``hard, 2 min easy``, ``/ 90s jog``, ``on 1 min off``."""
    hard = after(tokens, j, _HARD, 2)
    k = after(tokens, hard, _JOINTS, 2)
    found = duration(tokens, k)
    if not found:
        value = number(tokens, k)
        sized = value and tokens[value[1]].text in {*_METRES, "m", "km"}
        found = (0.0, value[1] + 1) if value and sized else None
        if value and not sized and hard > j and tokens[hard - 1].text == "off":
            return value[0] if value[0] > _LONGEST_REST else 60 * value[0], value[1]
    end = after(tokens, found[1], _EASY, 3) if found else hard
    return (found[0], end) if found and end > found[1] else (0.0, hard)


_LONGEST_REST = 10
"""Minutes beyond which a number without a unit is rather seconds of rest."""
_HARD = bag("hard fast tempo threshold uphill up effort efforts strong on hills off")
_JOINTS = bag(", / with w and ( - +")
_EASY = bag("easy rest rests jog jogging walk walking recovery recoveries float off slow ) between down in")
_METRES = frozenset({"meter", "meters", "metre", "metres", "yards", "yd"})


def _past_rests(tokens: Tokens, j: int, context: Context) -> int:
    """Past the pace or time of each repeat (``@ 4:30``, ``in 90s``) and words such as *reps*."""
    k = after(tokens, j + (tokens[j].text == "," and tokens[j + 1].text in {"avg", "averaging"}), _REPEAT_FILLERS, 4)
    if k == j or tokens[k - 1].text in {"reps", "repeats", "intervals"}:
        return k
    found = clock(tokens, k, context) or timed(tokens, k, context)
    bare = not found and tokens[k].kind == "n" and tokens[k - 1].text in {"avg", "averaging", "in", "off", "@"}
    if bare and tokens[k].value in _REPEAT_S:
        return k + 1
    held = duration(tokens, k)
    if held and held[0] > _LONGEST_S:
        return j  # that is how long all of it took
    if found and tokens[k - 1].text == "off":
        return _past_rests(tokens, found[1], context)
    return found[1] if found else j


_LONGEST_S = 15 * 60
_REPEAT_S = range(20, 600)
"""Seconds that one repeat may take."""
_REPEAT_FILLERS = frozenset(
    {"@", "at", "in", "off", "reps", "repeats", "intervals", "pace", "of", "each", "avg", "averaging"}
)
