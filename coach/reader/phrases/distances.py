"""Distances, and what is counted but not logged."""

import re

from coach.history import Status
from coach.reader.facts import Bare, Context, Doing, Found, Ignored, Lasting, Length, Repeated, Tokens, Went
from coach.reader.phrases import efforts, speeds, times
from coach.reader.phrases.fractions import and_more, share
from coach.reader.phrases.numbers import after, labelled, number, ranged
from coach.reader.spelling import is_known
from coach.reader.tokens import thousands
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.days import ORDINAL_ENDS
from coach.reader.vocabulary.quantities import (
    KILOMETRES,
    LENGTHS,
    MASSES,
    METRES,
    MILES,
    MINUTES,
    UNLOGGED,
    YARDS,
)
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity
from coach.units import MILE

RUNNERS = bag("k ks miler milers")
_CLIMB = bag("elev elevation ascent gain climb climbing vert vertical up of")


def length(tokens: Tokens, i: int, context: Context) -> Found:
    """A number with a unit of length: ``5k``, ``3.1 mi``, ``7,5 km``, ``5,000 m``, ``half a mile``, ``a mile``."""
    del context
    found = _in_unit(tokens, i)
    if not found:
        return None
    value, factor, j = found
    other = _no_length(tokens, i, j, factor)
    if other:
        return other
    on_foot = tokens[j].text in RUNNERS
    following = tokens[j + 1]
    if following.kind == "n" and following.glued and len(following.text) == 3 and factor == 1000.0:
        return (Length(value * 1000 + following.value, on_foot=on_foot, unit=1000.0),), j + 2
    more, end = and_more(tokens, j + 1, factor)
    parts, end = _parts(tokens, end)
    if parts > 1:
        value, more = value * parts, more * parts
    if tokens[end].text == "each" and tokens[end + 1].text in {"way", "direction"}:
        value, end = 2 * value, end + 2
    own = factor if factor >= 1000 else None
    total = tokens[end].text in TOTALS
    return (Length(value * factor + more, on_foot=on_foot, unit=own, part=parts > 0, total=total),), end + total


TOTALS = bag("total altogether overall")
"""Behind or before a distance: it is that of all the parts."""


def _in_unit(tokens: Tokens, i: int) -> tuple[float, float, int] | None:
    """A number, the metres of its unit, and the place of the unit."""
    found = share(tokens, i) or ranged(tokens, i) or _article(tokens, i)
    if not found:
        return None
    value, j = found
    if tokens[j].text == "000" and tokens[i].text.isdigit():  # ``10 000 m``
        return (value * 1000, 1.0, j + 1) if tokens[j + 1].text in METRES | {"m"} else None
    j += tokens[j].text == "-"
    j += tokens[j].text in _MANNERS and tokens[j + 1].text in LENGTHS
    unit, following = tokens[j].text, tokens[j + 1].text
    heavy = unit in {"kilo", "kilos"} and value >= _HEAVY
    if _is_hourly(tokens, j + 1) or heavy or (unit in RUNNERS and following in _STEPS):
        return None
    if unit == "k" and following in METRES | YARDS:
        return value * 1000, LENGTHS[following], j + 1
    metric = unit == "m" and (value >= 100 or _is_thousands(tokens, i, j))
    factor = 1.0 if metric else LENGTHS.get(unit)
    if unit in METRES | YARDS | {"m"} and tokens[i].kind == "n" and j == i + 1:
        value = thousands(tokens[i])
    return None if factor is None else (value, factor, j)


def _no_length(tokens: Tokens, i: int, j: int, factor: float) -> Found:
    """What has a unit of length and is not how far it was: metres climbed, a difference, repeats."""
    following = tokens[j + 1].text
    if factor == 1.0 and tokens[i - 1].text == "+" and tokens[i].glued:
        return (Ignored(),), j + 1
    if factor == 1.0 and following in _CLIMB and following != "of":
        return (Ignored(),), j + 2
    if factor == 1.0 and following == "of" and tokens[j + 2].text in _CLIMB:
        return (Ignored(),), j + 3
    if following in _RHYTHMS and tokens[i - 1].text in {"@", "at"}:
        return (Ignored(),), j + 2
    if following in _DIFFERENCES:
        short = following in {"short", "shy", "less", "shorter"}
        return (Went(Status.PARTIAL) if short else Ignored(),), after(tokens, j + 2, _OF_PLAN)
    repeated = _repeated(tokens, j + 1)
    return ((Repeated(),), repeated) if repeated else None


_RHYTHMS = bag("pace effort speed rhythm")
"""Behind a distance they say how fast it was (``3x1600 @ 10k pace``)."""
_STEPS = bag("steps step cals kcal calories")
_OF_PLAN = bag("of than the plan planned")


_COUNTED = bag("intervals repeats hill hills sprints strides exercises circuits")
_HEAVY = 43
"""From so many *kilos* on they are a weight, not a way."""
_DIFFERENCES = bag("short shy less shorter more extra longer further farther")
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


def _parts(tokens: Tokens, j: int) -> tuple[int, int]:
    """How many of *warm-up* and *cool-down* follow, and where they end: ``wu and cd 2k each`` are two."""
    k = j + (tokens[j].text in {"of", "easy", "jog", "slow", "for"})
    if tokens[k].text == "up" and tokens[k + 1].text in _BETWEEN_PARTS and tokens[k + 2].text == "down":
        return 2, k + 3
    end = _part_end(tokens, k)
    if not end:
        return 0, j
    other = _part_end(tokens, end + 1) if tokens[end].text in _BETWEEN_PARTS else 0
    return (2, other + (tokens[other].text in _EACH)) if other else (1, end)


_BETWEEN_PARTS = bag("and & + /")
_EACH = bag("each both")


def _part_end(tokens: Tokens, k: int) -> int:
    """Where *warm-up* or *cool-down* ends; 0 where it does not stand at ``k``."""
    if tokens[k].text in _PARTS:
        return k + 1
    if tokens[k].text in {"w", "c"} and tokens[k + 1].text == "/" and tokens[k + 2].text in {"u", "d"}:
        return k + 3
    m = k + 1 + (tokens[k + 1].text == "-")
    return m + 1 if tokens[k].text in {"warm", "cool"} and tokens[m].text in {"up", "down"} else 0


_PARTS = bag("warmup cooldown wu cd warmdown")


_PLACES = bag("at last first final every next middle around incl including after each past mark second third")
PLACE_STARTS = _PLACES | {"from"}


def place(tokens: Tokens, i: int, context: Context) -> Found:
    """A distance that says where on the way: ``at 4k``, ``the last mile``, ``incl 2k warm-up``."""
    j = after(tokens, i + 1, frozenset({"the", "about", "around", "my", "a"}), 2)
    found = length(tokens, j, context)
    if not found or not isinstance(found[0][0], Length):
        return _part_of_time(tokens, i, j)
    told = found[0][0]
    onwards = tokens[found[1]].text in {"on", "onwards", "onward"}
    if tokens[i].text == "from" and not onwards:
        return None
    if i and tokens[i].text in {"first", "second", "third"} and tokens[i - 1].text in {"my", "ever"}:
        return None
    return (Length(told.metres, on_foot=told.on_foot, unit=told.unit, place=True),), found[1]


def _part_of_time(tokens: Tokens, i: int, j: int) -> Found:
    """``incl 20 at 5:10``: a part of the time that was told, with its pace; ``gone after 10 mins``: when."""
    timed = times.duration(tokens, j) or number(tokens, j)
    if not timed:
        return None
    if tokens[i].text == "after":
        return (
            ((Ignored(),), timed[1]) if i and tokens[i - 1].text in _CAME and tokens[timed[1] - 1].kind == "w" else None
        )
    if tokens[i].text not in {"incl", "including"} or not any(token.kind in "nc" for token in tokens[:i]):
        return None
    paced = tokens[timed[1]].text in {"at", "@"} and tokens[timed[1] + 1].kind == "c"
    return (Ignored(),), timed[1] + 2 * paced


_CAME = bag("gone fine better eased ok okay started settled faded disappeared vanished went away passed")


def _is_thousands(tokens: Tokens, i: int, j: int) -> bool:
    return j == i + 1 and tokens[i].kind == "n" and thousands(tokens[i]) >= 1000


def _article(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``a mile``, ``a good mile``; not ``a k`` of a pace."""
    first, second, third = tokens[i].text, tokens[i + 1].text, tokens[i + 2].text
    if first == "a" and second in _MANNERS and third == "mile":
        return 1.0, i + 2
    if first in {"a", "one"} and second in {"mile", "kilometre", "kilometer", "km", "k"}:
        return 1.0, i + 1
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
    if tokens[i].text == "one":
        return (Ignored(),), i + 1
    either = tokens[j].text == "or" or (tokens[j].text == "-" and tokens[j].glued)
    other = tokens[j + 1]
    if either and value < other.value <= _HIGHEST_EFFORT and tokens[j + 2].kind in "els" and tokens[j + 2].text != "-":
        return (Bare((value + other.value) / 2),), j + 2
    ignored = _ignored_unit(tokens, j) or _ignored_place(tokens, i, j, value)
    return ((Ignored(),), ignored) if ignored else ((Bare(value),), j)


def _ignored_unit(tokens: Tokens, j: int) -> int:
    """Where something counted that a log has no field for ends, standing behind a number; else 0."""
    following = tokens[j]
    if following.text in MASSES or (following.text in ORDINAL_ENDS and following.glued):
        return j + 1
    if following.text in _COUNTED:
        return j
    if following.text in UNLOGGED or (following.text == "k" and tokens[j + 1].text in UNLOGGED):
        return j + 1 + (following.text == "k")
    if following.text == "°":
        return j + 1 + (tokens[j + 1].text in {"c", "f"})
    return 0


def _ignored_place(tokens: Tokens, i: int, j: int, value: float) -> int:
    """Where a number ends that only numbers something: ``Z2``, ``3) 6:05``, ``one more``; else 0."""
    following = tokens[j]
    if tokens[i].glued and i and tokens[i - 1].kind == "w" and tokens[i - 1].text in _ZONES:
        return j + (following.kind == "c" and tokens[i - 1].text in {"z", "zone"})
    if (
        following.text in {")", "."}
        and following.glued
        and tokens[j + 1].kind == "c"
        and value < 60
        and value == int(value)
    ):
        return j + 2
    if following.kind != "w" or following.glued or following.text in _HOW:
        return 0
    return 0 if is_known(following.text) else j + 1


_HOW = bag("sweaty sweating lovely chilled chill amazing boring fab gorgeous indoors outdoors fun deffo")
"""How it was, behind a number that counts minutes: ``spin class 45 sweaty``."""


_ZONES = frozenset(["z", "v", "d", "w", "p", "q", "b", "zone", "day"])
"""Letters that a figure stands glued to: ``Z2``."""
_CUES = {"in": "in", "for": "for", "@": "@", "at": "at", "under": "in", "took": "in", "after": "for", "sub": "in"}
CUES = frozenset(_CUES)
_LOOSE = bag("about around just roughly ~ approx me over under exactly like nearly almost only")


def cued(tokens: Tokens, i: int, context: Context) -> Found:
    """A bare number after *in*, *for* or *@*: ``in 30``, ``for 45``."""
    j = after(tokens, i + 1, _LOOSE, 3)
    if tokens[i].text == "at" and i and tokens[i - 1].text in _TIMES_OF_DAY and tokens[j].kind == "n":
        return (Ignored(),), j + 1
    found = bare(tokens, j, context) if tokens[j].kind in "nw" else None
    has_unit = bool(
        speeds.speed(tokens, j, context)
        or times.timed(tokens, j, context)
        or length(tokens, j, context)
        or efforts.beats(tokens, j, context)
    )
    if found and isinstance(found[0][0], Bare) and not has_unit:
        return (Bare(found[0][0].value, _CUES[tokens[i].text]),), found[1]
    return None


_HIGHEST_EFFORT = 10
"""Two figures up to there with *or* or a hyphen between are one: ``6 or 7``."""
_TIMES_OF_DAY = bag("night morning evening afternoon tonight yesterday")
"""A number behind *at* after one of these is an hour: ``ran last night at 9``."""
_OF_LABELS = bag("gain loss gained avg max min total time score effort rate load training")
"""Words that belong to a label: ``elevation gain``, ``training load``."""


def unlogged(tokens: Tokens, i: int, context: Context) -> Found:
    """A label whose figure no log holds: ``Elevation gain 45 m``, ``Calories: 321``, ``cadence 172``."""
    del context
    if tokens[i - 1].text == "%":  # ``2% incline 32 min``: the figure stands before its label
        return (Ignored(),), i + 1
    if tokens[i].text == "week" and tokens[i - 1].text in {"the", "this", "a"}:
        return (Ignored(),), i + 1
    j = i + 1
    while tokens[j].text in _OF_LABELS:
        j += 1
    scaled = efforts.out_of_ten(tokens, after(tokens, j))
    if scaled:
        return (Ignored(),), scaled[1]
    value = labelled(tokens, j)
    if tokens[i].text in {"elevation", "elev", "gain"} and tokens[j].text in {"+", "-"}:
        value = number(tokens, j + 1)
    raced = tokens[i].text in {"pb", "pr", "split", "splits"} and value and tokens[value[1]].text in LENGTHS
    if not value or raced or tokens[value[1]].text == ")":
        return (Ignored(),), max(i + 1, j)
    k = value[1]
    while tokens[k].text in UNLOGGED or tokens[k].text in {"m", "°", "/", "ft", "kj", "min"}:
        k += 1
    return (Ignored(),), k


def unit_label(tokens: Tokens, i: int, context: Context) -> Found:
    """``km: 7.2``, ``min: 45``: the unit as the label of its figure."""
    del context
    found = number(tokens, i + 2) if tokens[i + 1].text in {":", "="} and tokens[i + 2].kind == "n" else None
    ends = found and (tokens[found[1]].kind in "el" or tokens[found[1]].text in {",", ";", "|", "."})
    if not found or not ends:
        return None
    factor = LENGTHS.get(tokens[i].text)
    return ((Length(found[0] * factor, unit=factor) if factor else Lasting(found[0] * 60)),), found[1]


UNIT_LABELS = KILOMETRES | MILES | MINUTES


def training_load(tokens: Tokens, i: int, context: Context) -> Found:
    """``Training load 121``, ``Training Effect: 3.1``."""
    named = tokens[i + 1].text in {"load", "effect", "stress", "status", "score"}
    return unlogged(tokens, i + 1, context) if named else None


def distance_label(tokens: Tokens, i: int, context: Context) -> Found:
    """``Distance: 5.02`` or ``distance 5.02 km``; a bare one is in the reader's own unit."""
    named = tokens[i + 2].text if tokens[i + 1].text == "(" and tokens[i + 3].text == ")" else ""
    value = labelled(tokens, i + 4 if named else i + 1)
    if not value:
        return None
    amount, j = value
    if named in LENGTHS:
        return (Length(amount * LENGTHS[named], unit=LENGTHS[named]),), j
    factor = LENGTHS.get(tokens[j].text)
    if factor:
        return (Length(amount * factor, unit=factor if factor >= 1000 else None),), j + 1
    if tokens[j].text == "m":
        return (Length(thousands(tokens[j - 1]) if tokens[j - 1].kind == "n" else amount),), j + 1
    return (Length(amount * (MILE if context.units == "mi" else 1000.0)),), j


def programme(tokens: Tokens, i: int, context: Context) -> Found:
    """A day of a running programme: ``W4D1``, ``week 3 run 2``, ``c25k week 3 day 1``."""
    del context
    if re.fullmatch(r"w\d+[dr]\d+", tokens[i].text):
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
    parts, j = _parts(tokens, i)
    if not parts:
        return None
    k = after(tokens, j, frozenset({":", "of", "-", "for"}))
    found = length(tokens, k, context)
    timed = None if found else times.duration(tokens, k)
    if timed:
        return (Lasting(parts * timed[0], part=True),), timed[1] + (tokens[timed[1]].text in _EACH)
    if not found or not isinstance(found[0][0], Length):
        return (Ignored(),), j
    told = found[0][0]
    end = found[1] + (tokens[found[1]].text in _EACH)
    return (Length(parts * told.metres, on_foot=told.on_foot, unit=told.unit, part=True),), end
