"""Distances, named races, and what is counted but not logged."""

import re

from coach.history import Status
from coach.reader.facts import Bare, Context, Doing, Found, Ignored, Lasting, Length, Repeated, Tokens, Went
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases import efforts, times
from coach.reader.phrases.numbers import after, labelled, number, ranged
from coach.reader.spelling import is_known
from coach.reader.tokens import Token, thousands
from coach.reader.vocabulary.activities import RACES, Said
from coach.reader.vocabulary.quantities import LENGTHS, METRES, TIMES, UNLOGGED, YARDS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity
from coach.units import MILE

_RACES = Phrasebook(RACES)
RACE_STARTS = frozenset(_RACES.starts()) | {"half"}
HALF_MARATHON = 21_097.0
_RUNNERS = bag("k ks miler milers")
_CLIMB = bag("elev elevation ascent gain climb climbing vert vertical up of")


def length(tokens: Tokens, i: int, context: Context) -> Found:
    """A number with a unit of length: ``5k``, ``3.1 mi``, ``7,5 km``, ``5,000 m``, ``half a mile``, ``a mile``."""
    del context
    found = ranged(tokens, i) or _article(tokens, i)
    if not found:
        return None
    value, j = found
    j += tokens[j].text == "-"
    j += tokens[j].text in _MANNERS and tokens[j + 1].text in LENGTHS
    unit = tokens[j].text
    if _is_hourly(tokens, j + 1):
        return None
    factor = LENGTHS.get(unit)
    if unit == "m" and (value >= 100 or _is_thousands(tokens, i, j)):
        factor = 1.0
    if factor is None or (unit in _RUNNERS and tokens[j + 1].text in {"steps", "step", "cals", "kcal", "calories"}):
        return None
    if unit in METRES | YARDS | {"m"} and tokens[i].kind == "n" and j == i + 1:
        value = thousands(tokens[i])
    if factor == 1.0 and tokens[j + 1].text in _CLIMB and tokens[j + 1].text != "of":
        return (Ignored(),), j + 2
    repeated = _repeated(tokens, j + 1)
    if repeated:
        return (Repeated(),), repeated
    part, end = _part(tokens, j + 1)
    own = factor if factor >= 1000 else None
    return (Length(value * factor, on_foot=unit in _RUNNERS, unit=own, part=part),), end


_MANNERS = bag("easy slow steady hard gentle quick lovely long whole good full more fast solid proper")


def _is_hourly(tokens: Tokens, j: int) -> bool:
    """Whether a unit of length is one of speed (``9.5 km/h``)."""
    if tokens[j].text == "/" and not tokens[j].glued:
        return False
    return tokens[j].text in {"/", "per", "an"} and tokens[j + 1].text in {"h", "hr", "hour"}


def _repeated(tokens: Tokens, j: int) -> int:
    """Where ``x 8`` or ``repeats x 8`` ends after a distance (``400m repeats x 8``); 0 where it is not there."""
    k = j + (tokens[j].text in {"repeats", "reps", "intervals", "sprints"})
    if tokens[k].text in {"x", "*"} and tokens[k + 1].kind == "n":
        return k + 2
    return k if k > j else 0


def _part(tokens: Tokens, j: int) -> tuple[bool, int]:
    """Whether *warm-up* or *cool-down* follows, and where it ends."""
    k = j + (tokens[j].text in {"of", "easy", "jog", "slow"})
    if tokens[k].text in {"warmup", "cooldown", "wu", "cd", "warmdown"}:
        return True, k + 1
    if tokens[k].text in {"warm", "cool"}:
        m = k + 1 + (tokens[k + 1].text == "-")
        return (True, m + 1) if tokens[m].text in {"up", "down"} else (False, j)
    return False, j


_PLACES = frozenset(
    [
        "at",
        "last",
        "first",
        "final",
        "every",
        "next",
        "middle",
        "around",
        "incl",
        "including",
        "after",
        "each",
        "past",
        "mark",
        "second",
        "third",
    ]
)
PLACE_STARTS = _PLACES


def place(tokens: Tokens, i: int, context: Context) -> Found:
    """A distance that says where on the way: ``at 4k``, ``the last mile``, ``incl 2k warm-up``."""
    j = after(tokens, i + 1, frozenset({"the", "about", "around", "my", "a"}), 2)
    found = length(tokens, j, context)
    if not found or not isinstance(found[0][0], Length):
        return None
    told = found[0][0]
    if i and tokens[i].text in {"first", "second", "third"} and tokens[i - 1].text in {"my", "ever"}:
        return None
    return (Length(told.metres, on_foot=told.on_foot, unit=told.unit, place=True),), found[1]


def _is_thousands(tokens: Tokens, i: int, j: int) -> bool:
    return j == i + 1 and tokens[i].kind == "n" and thousands(tokens[i]) >= 1000


def _article(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``a mile``, ``half a mile``, ``a quarter mile``; not ``a k`` of a pace."""
    first, second, third = tokens[i].text, tokens[i + 1].text, tokens[i + 2].text
    if first in {"a", "one"} and second in {"mile", "kilometre", "kilometer", "km", "k"}:
        return 1.0, i + 1
    share = {"half": 0.5, "quarter": 0.25}.get(first)
    if share and second in {"a", "of"} and third in LENGTHS:
        return share, i + 2
    if share and second in {"mile", "km", "kilometre", "kilometer"}:
        return share, i + 1
    return None


def race(tokens: Tokens, i: int, context: Context) -> Found:
    """A distance with a name: *parkrun*, *half marathon*, *marathon*; *half* alone after an article or before *in*."""
    del context
    found = _RACES.match(tokens, i)
    if found:
        return (Length(found[0], on_foot=True),), found[1]
    if tokens[i].text == "half" and tokens[i - 1].text in {"a", "my", "first", "the", "city"}:
        follows = tokens[i + 1]
        ends = follows.kind in "elc" or follows.text in {
            "in",
            "at",
            "today",
            "yesterday",
            "race",
            "done",
            ",",
            ".",
            "!",
            ":",
        }
        return ((Length(HALF_MARATHON, on_foot=True),), i + 1) if ends else None
    return None


def bare(tokens: Tokens, i: int, context: Context) -> Found:
    """A number with no unit, or one with a unit that no log has a field for."""
    del context
    found = number(tokens, i)
    if not found:
        return None
    value, j = found
    if tokens[j].text == "w" and tokens[j + 1].text == "/":
        return (Bare(value),), j
    if tokens[j].text in UNLOGGED or (tokens[j].text == "k" and tokens[j + 1].text in UNLOGGED):
        return (Ignored(),), j + 1 + (tokens[j].text == "k")
    if tokens[j].text == "°":
        return (Ignored(),), j + 1 + (tokens[j + 1].text in {"c", "f"})
    following = tokens[j]
    if tokens[i].text == "one" and following.kind == "w":
        return (Ignored(),), i + 1
    if tokens[i].glued and i and tokens[i - 1].kind == "w" and tokens[i - 1].text in _ZONES:
        return (Ignored(),), j
    if following.kind == "w" and not is_known(following.text) and not following.glued:
        return (Ignored(),), j + 1
    return (Bare(value),), j


_ZONES = frozenset(["z", "v", "d", "w", "p", "q", "b", "zone", "day"])
"""Letters that a figure stands glued to: ``Z2``."""
_CUES = {"in": "in", "for": "for", "@": "@", "at": "at", "under": "in", "took": "in", "after": "for", "sub": "in"}
CUES = frozenset(_CUES)
_LOOSE = bag("about around just roughly ~ approx me over under exactly like nearly almost only")


def cued(tokens: Tokens, i: int, context: Context) -> Found:
    """A bare number after *in*, *for* or *@*: ``in 30``, ``for 45``."""
    j = after(tokens, i + 1, _LOOSE, 3)
    found = bare(tokens, j, context) if tokens[j].kind in "nw" else None
    has_unit = bool(
        times.speed(tokens, j, context)
        or times.timed(tokens, j, context)
        or length(tokens, j, context)
        or efforts.beats(tokens, j, context)
    )
    if found and isinstance(found[0][0], Bare) and not has_unit:
        return (Bare(found[0][0].value, _CUES[tokens[i].text]),), found[1]
    return None


def unlogged(tokens: Tokens, i: int, context: Context) -> Found:
    """A label whose figure no log holds: ``Elevation gain 45 m``, ``Calories: 321``, ``cadence 172``."""
    del context
    j = i + 1
    while tokens[j].text in {
        "gain",
        "loss",
        "gained",
        "avg",
        "max",
        "min",
        "total",
        "time",
        "score",
        "effort",
        "rate",
        "load",
        "training",
    }:
        j += 1
    value = labelled(tokens, j)
    if tokens[i].text in {"elevation", "elev", "gain"} and tokens[j].text in {"+", "-"}:
        value = number(tokens, j + 1)
    if not value:
        return (Ignored(),), max(i + 1, j)
    k = value[1]
    while tokens[k].text in UNLOGGED or tokens[k].text in {"m", "°", "/", "ft", "kj", "min"}:
        k += 1
    return (Ignored(),), k


def distance_label(tokens: Tokens, i: int, context: Context) -> Found:
    """``Distance: 5.02`` or ``distance 5.02 km``; a bare one is in the reader's own unit."""
    value = labelled(tokens, i + 1)
    if not value:
        return None
    amount, j = value
    factor = LENGTHS.get(tokens[j].text)
    if factor:
        return (Length(amount * factor, unit=factor if factor >= 1000 else None),), j + 1
    if tokens[j].text == "m":
        return (Length(thousands(tokens[j - 1]) if tokens[j - 1].kind == "n" else amount),), j + 1
    return (Length(amount * (MILE if context.units == "mi" else 1000.0)),), j


def _counts_repeats(token: Token) -> bool:
    """Whether what is counted are repeats of a workout, or nothing at all."""
    return token.kind != "w" or token.text in {"intervals", "reps", "repeats", "hills", "rounds"}


def share(tokens: Tokens, i: int, context: Context) -> Found:
    """A part of what was planned: ``3 of 5 km``, ``3k out of 5``, ``15 of 30 min``; one of the two has the unit."""
    del context
    done = number(tokens, i)
    if not done:
        return None
    j = done[1] + (tokens[done[1]].text in LENGTHS or tokens[done[1]].text in TIMES)
    k = j + 1 + (tokens[j].text == "out")
    if tokens[k - 1].text not in {"of", "/"} or (tokens[k - 1].text == "/" and (j > done[1] or not tokens[j].glued)):
        return None
    k += tokens[k].text in {"the", "my", "a"}
    k += tokens[k].text in {"planned", "full"}
    whole = number(tokens, k)
    if not whole or not done[0] < whole[0]:
        return None
    unit = tokens[done[1]].text if j > done[1] else tokens[whole[1]].text
    end = whole[1] + (tokens[whole[1]].text in LENGTHS or tokens[whole[1]].text in TIMES)
    partly = Went(Status.PARTIAL)
    if whole[0] != 10 and _counts_repeats(tokens[whole[1]]) and unit not in LENGTHS and unit not in TIMES:
        return (partly,), whole[1]
    if unit in LENGTHS:
        return (Length(done[0] * LENGTHS[unit], on_foot=unit in _RUNNERS, unit=LENGTHS[unit]), partly), end
    return ((Lasting(done[0] * TIMES[unit]), partly), end) if unit in TIMES else None


def programme(tokens: Tokens, i: int, context: Context) -> Found:
    """A day of a running programme: ``W4D1``, ``week 3 run 2``, ``c25k week 3 day 1``."""
    del context
    if re.fullmatch(r"w\d+d\d+", tokens[i].text):
        return (Doing(Activity.RUN, Said.NAMED),), i + 1
    first = number(tokens, i + 1) if tokens[i].text in {"week", "wk"} else None
    if not first or tokens[first[1]].text not in {"day", "run", "session", "workout", ",", "d"}:
        return None
    j = first[1] + (tokens[first[1]].text == ",")
    second = number(tokens, j + 1)
    if not second or tokens[j].text not in {"day", "run", "session", "workout", "d"}:
        return None
    return (Doing(Activity.RUN, Said.NAMED),), second[1]


def part_first(tokens: Tokens, i: int, context: Context) -> Found:
    """``warm up 1k``: the distance of a part."""
    _, j = _part(tokens, i)
    if j == i:
        return None
    found = length(tokens, after(tokens, j, frozenset({":", "of", "-"})), context)
    if not found or not isinstance(found[0][0], Length):
        return (Ignored(),), j
    told = found[0][0]
    return (Length(told.metres, on_foot=told.on_foot, unit=told.unit, part=True),), found[1]


def instead(tokens: Tokens, i: int, context: Context) -> Found:
    """``instead of 5``: less than planned."""
    found = number(tokens, i + 2) if tokens[i + 1].text == "of" else None
    if not found:
        return None
    longer = length(tokens, i + 2, context) or times.timed(tokens, i + 2, context)
    return (Went(Status.PARTIAL),), longer[1] if longer else found[1]
