"""Repeats of a workout, with what was done between them: ``6x400m``, ``5 x 3 min hard, 2 min easy``."""

from coach.reader.facts import Context, Doing, Found, Length, Repeated, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import PER_METRE, clock, duration, timed
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.quantities import LENGTHS, MASSES, MINUTES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity


@at_numbers_with("x", "*", "by", "times")
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
    if length and tokens[value[1] + 1].text in _LOOPS:
        metres = count[0] * value[0] * LENGTHS.get(tokens[value[1]].text, 1.0)
        return (Length(metres, on_foot=True, unit=1000.0),), value[1] + 2
    end = held[1] if held and not length else value[1] + length
    factor = LENGTHS.get(tokens[value[1]].text, 1.0) if length else 0.0
    rest, j = _past_easy(tokens, _past_rests(tokens, end, context))
    lasting = held is not None and not length and held[0] >= _HALVES_S and count[0] <= _HALVES
    seconds = count[0] * (held[0] + rest) if held and not length and (rest or lasting) else 0.0
    return (Repeated(count[0] * value[0] * factor, seconds, pieces=lasting),), j


_HALVES, _HALVES_S = 3, 20 * 60
"""So few times so long is a session in pieces, all of it: ``bike 2x25 min``."""


def _past_easy(tokens: Tokens, j: int) -> tuple[float, int]:
    """Seconds between, and past how hard each was: ``hard, 2 min easy``, ``/ 90s jog``, ``on 1 min off``, ``r 2'``."""
    hard = after(tokens, j, _HARD, 2)
    k = after(tokens, hard, _JOINTS, 2)
    bracketed = tokens[k - 1].text == "(" and k > hard
    named = after(tokens, k, _REST_NAMES, 2)
    found = _between(tokens, after(tokens, named, _OF_REST, 2), named=named > k)
    if not found:
        return _off(tokens, j, hard, k)
    end = after(tokens, found[1], _EASY, 3)
    return (found[0], end) if end > found[1] or named > k or bracketed else (0.0, hard)


def _off(tokens: Tokens, j: int, hard: int, k: int) -> tuple[float, int]:
    """Seconds between, as a number behind *off*: ``off 90``, ``off 2``."""
    value = number(tokens, k) if hard > j and tokens[hard - 1].text == "off" else None
    if value is None:
        return 0.0, hard
    return value[0] if value[0] > _LONGEST_REST else 60 * value[0], value[1]


def _between(tokens: Tokens, k: int, *, named: bool) -> tuple[float, int] | None:
    """Seconds of a pause and where it ends, or no seconds where its metres are told (``200 jog``)."""
    if tokens[k].text in {"a", "an"} and tokens[k + 1].text in MINUTES:
        return 60.0, k + 2
    timed = duration(tokens, k)
    if timed:
        return timed if timed[0] <= _LONGEST_PAUSE or not named else None
    value = number(tokens, k)
    if value is None:
        return None
    sized = tokens[value[1]].text in {*_METRES, "m", "km"}
    metres = sized or (value[0] >= _SHORTEST_JOG and (named or tokens[value[1]].text in _EASY))
    return (0.0, value[1] + sized) if metres else None


_LONGEST_REST = 10
"""Minutes beyond which a number without a unit is rather seconds of rest."""
_LONGEST_PAUSE = 8 * 60
"""Seconds that a pause between repeats may take."""
_SHORTEST_JOG = 100
"""From so many on a number without a unit between repeats is metres."""
_HARD = bag("hard fast tempo threshold uphill up effort efforts strong on hills off")
_JOINTS = bag(", / with w ( - + and")
_REST_NAMES = bag("r rec recs rest rests recovery recoveries jog jogging walk walking float")
_OF_REST = bag("= : of about")
_EASY = bag(
    "easy rest rests rec recs jog jogging jogs walk walking recovery recoveries float floats off slow ) between down in"
)
_METRES = frozenset({"meter", "meters", "metre", "metres", "yards", "yd"})


def _past_rests(tokens: Tokens, j: int, context: Context) -> int:
    """Past the pace or time of each repeat (``@ 4:30``, ``in 90s``) and words such as *reps*."""
    k = after(tokens, j + (tokens[j].text == "," and tokens[j + 1].text in {"avg", "averaging"}), _REPEAT_FILLERS, 4)
    timed_next = tokens[k].text == "(" and tokens[k + 1].kind == "c"
    if (k == j and not timed_next) or tokens[k - 1].text in {"reps", "repeats", "intervals"}:
        return k
    k += timed_next
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


_LOOPS = bag("loop loops lap laps")
"""Of these all are the way: ``3 x 2k loops``."""
_LONGEST_S = 15 * 60
_REPEAT_S = range(20, 600)
"""Seconds that one repeat may take."""
_REPEAT_FILLERS = frozenset(
    {"@", "at", "in", "off", "reps", "repeats", "intervals", "pace", "of", "each", "avg", "averaging"}
)


_TRACK = frozenset({"200", "300", "400", "500", "600", "800", "1000", "1200", "1600"})
"""Metres that runners speak of in the plural: ``400s``."""


@at_numbers_with("s")
def plural(tokens: Tokens, i: int, context: Context) -> Found:
    """``400s x 12``, ``800s: 3:30 3:28``, ``30/30s``: repeats, and no so many seconds; their times go with them."""
    del context
    if tokens[i + 1].text not in {"s", "/"}:
        return None
    by_turns = tokens[i + 1].text == "/" and tokens[i + 2].kind == "n"
    j = i + 3 if by_turns else i + 1
    if tokens[j].text != "s" or not tokens[j].glued or not (by_turns or tokens[i].text in _TRACK):
        return None
    count = number(tokens, j + 2) if tokens[j + 1].text in {"x", "*"} else None
    k = after(tokens, count[1] if count else j + 1, _TIMES_BEHIND, 4)
    first = k
    while tokens[k].kind == "c" or (k > first and tokens[k].text in {",", "/"} and tokens[k + 1].kind == "c"):
        k += 1
    ended = k if k > first else count[1] if count else j + 1
    return (Repeated(), Doing(Activity.RUN, Said.NAMED)), ended


_TIMES_BEHIND = bag(": , all at in @ were ( about each")
