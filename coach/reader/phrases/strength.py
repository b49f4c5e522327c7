"""Sets of strength exercises: ``squats 3x12 @ 20kg``, ``3 sets of 10 step ups``, ``plank 3x45s``."""

from dataclasses import dataclass, replace

from coach.profile import DistanceUnit
from coach.reader.facts import Context, Doing, Fact, Found, Ignored, Repeated, Rounds, Tokens, Worked
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.loads import load_of
from coach.reader.phrases.numbers import after, number, stands_near
from coach.reader.phrases.times import duration
from coach.reader.tokens import END
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.exercises import EVERYDAY, EXERCISES, REP_WORDS, SET_WORDS
from coach.reader.vocabulary.quantities import LENGTHS, MASSES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity, Exercise
from coach.units import POUND, Kilograms, Seconds

_EXERCISES = Phrasebook(EXERCISES)
EXERCISE_STARTS = frozenset(_EXERCISES.starts())
_HELD = frozenset({"plank", "wall_sit"})
_SHORTEST_HOLD = 10
"""What is held is counted in seconds from so many on, whatever stands behind the figure."""
_SMALL = bag("hold holds x : = - for , did ( of the total")
_QUALITIES = bag("on weighted bodyweight bw single slow heavy light paused goblet of the x deep side my standing good")


@dataclass(frozen=True, slots=True)
class _Scheme:
    """Sets, and the repetitions or seconds of each."""

    sets: int
    reps: int | None = None
    seconds: float | None = None
    load_kg: float | None = None


_WHERE = Phrasebook(
    {
        "off a step|on a step|off the step|on the step|off a box|on a box|against the wall|"
        "with dumbbells|with a dumbbell|with weights|with a band|with band": True
    }
)


def exercise_first(tokens: Tokens, i: int, context: Context) -> Found:
    """An exercise and what was done of it: ``squats 3x12 @ 20kg``, ``lunges 3 sets of 10``, ``squats 12, 12, 10``."""
    named = _EXERCISES.match(tokens, i)
    if not named:
        return None
    exercise, j = named
    where = _WHERE.match(tokens, j)
    j = where[1] if where else j
    load, k = load_of(tokens, j)
    if load is not None and tokens[k].text == "x":
        return _loaded_first(tokens, exercise, load, k + 1)
    k = after(tokens, k, _SMALL, 4)
    heavy = number(tokens, k) if load is None else None
    if heavy and heavy[0] >= 15 and tokens[heavy[1]].kind == "n" and _crossed(tokens, heavy[1]):
        load, k = heavy[0] * (POUND if context.units is DistanceUnit.MI else 1.0), heavy[1]
    found = _schemes(tokens, k, held=exercise in _HELD)
    if not found:
        return None
    schemes, end = found
    if not schemes[-1].load_kg and load is None:
        load, end = load_of(tokens, end, context)
    if load is None:
        load, end = _plain_load(tokens, end, schemes, context)
    end = after(tokens, end, frozenset({"each", "per", "side", "leg", ")"}), 4)
    return _worked(exercise, schemes, load), end


def _plain_load(tokens: Tokens, j: int, schemes: tuple[_Scheme, ...], context: Context) -> tuple[float | None, int]:
    """``squats 5x5 70``: a figure right behind the sets is their load."""
    token, following = tokens[j], tokens[j + 1]
    ends = following.kind in "el" or following.text in {",", ";", ".", ")"}
    if token.kind != "n" or not ends or token.value < 10 or len(schemes) > 1 or schemes[0].sets < 2:
        return None, j
    return token.value * (POUND if context.units is DistanceUnit.MI else 1.0), j + 1


def _loaded_first(tokens: Tokens, exercise: str, load: float, j: int) -> Found:
    """``squat 60 kg x 8 x 3``: load, repetitions, sets."""
    reps = number(tokens, j)
    if not reps:
        return None
    sets = number(tokens, reps[1] + 1) if tokens[reps[1]].text == "x" else None
    scheme = _Scheme(int(sets[0]) if sets else 1, int(reps[0]))
    return _worked(exercise, (scheme,), load), sets[1] if sets else reps[1]


@at_numbers_with(EXERCISE_STARTS)
def load_first(tokens: Tokens, i: int, context: Context) -> Found:
    """``60kg squats 3x8``: the load before the exercise."""
    load, j = load_of(tokens, i)
    found = exercise_first(tokens, j, context) if load is not None and j > i else None
    if not found:
        return None
    worked = [fact for fact in found[0] if isinstance(fact, Worked)]
    return tuple(Worked(replace(one.exercise, load_kg=Kilograms(round(load or 0, 2)))) for one in worked), found[1]


@at_numbers_with(EXERCISE_STARTS)
def exercise_last(tokens: Tokens, i: int, context: Context) -> Found:
    """What was done before the exercise: ``3x12 squats``, ``3 sets of 10 step ups at 20 kg``, ``1 min plank``."""
    if not stands_near(tokens, i, EXERCISE_STARTS, _NEAR_EXERCISE):
        return None
    found = _schemes(tokens, i, held=True)
    if not found:
        return None
    schemes, j = found
    load, j = load_of(tokens, j)
    named = _named(tokens, j)
    if not named:
        return None
    exercise, j = named
    if (
        schemes[0].reps is None
        and exercise not in _HELD
        and schemes[0].sets == 1
        and exercise in {"row", "bench_press"}
    ):
        return None
    alone = schemes[0].reps is None or schemes[0].sets == 1
    if load is None and not (alone and _more_reps(tokens, j)):
        load, j = load_of(tokens, j, context)
    more = _more_reps(tokens, j)
    if more:
        schemes = (_joined(schemes[0], more[0]),)
        load, j = (load, more[1]) if load is not None else load_of(tokens, more[1], context)
    return _worked(exercise, schemes, load), after(tokens, j, frozenset({"each", "per", "side", "leg"}), 4)


_NEAR_EXERCISE = 60
"""Words of the longest list of sets, and of how the exercise behind it was done."""


def _named(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """The exercise at ``j``, up to four words of how it was done before it."""
    for k in range(j, j + 5):
        found = _EXERCISES.match(tokens, k)
        if found or tokens[k].text not in _QUALITIES:
            return found
    return None


def _joined(scheme: _Scheme, count: int) -> _Scheme:
    """What comes after the name: repetitions of sets (``3 sets squats x 12``), or how often a hold was held."""
    if scheme.seconds is not None:
        return replace(scheme, sets=count)
    if scheme.sets == 1 and scheme.reps is not None and count < min(scheme.reps, _MOST_SETS):
        return _Scheme(count, scheme.reps)  # *12 squats x 3*
    return _Scheme(scheme.sets if scheme.reps is None else scheme.reps, count)


def _more_reps(tokens: Tokens, j: int) -> tuple[int, int] | None:
    """Repetitions that come after the name: ``3 sets squats x 12``, ``3 sets of squats, 12 reps``."""
    k = after(tokens, j, frozenset({",", "x", "of", "*", "for", "("}), 4)
    if k == j:
        return None
    found = number(tokens, k)
    if found and tokens[j].text in {"x", "*"} and tokens[found[1]].text not in MASSES | {"x": 1.0}:
        return int(found[0]), found[1] + (tokens[found[1]].text in REP_WORDS)
    if found and tokens[found[1]].text in {"rep", "reps"}:
        return int(found[0]), found[1] + 1
    return None


@at_numbers_with("rounds", "round", "circuits", "times", "sets")
def rounds(tokens: Tokens, i: int, context: Context) -> Found:
    """``3 rounds of: 10 squats, 10 lunges``: what follows was gone through so often."""
    del context
    found = number(tokens, i)
    if not found or tokens[found[1]].text not in {"rounds", "round", "circuits", "times", "sets"}:
        return None
    if not 1 < found[0] <= 50 or (tokens[found[1]].text == "sets" and tokens[found[1] + 1].text != ":"):
        return None
    j = after(tokens, found[1] + 1, frozenset({"of", ":", "through", "-", "each"}), 4)
    if tokens[found[1]].text == "sets" and _listed(tokens, j):
        return (Ignored(),), j
    inner = _schemes(tokens, j, held=True)
    named = _named(tokens, inner[1] if inner else j)
    return ((Rounds(int(found[0])),), j) if named else None


@at_numbers_with("rounds", "times", "circuits", "through", "x", "each")
def rounds_last(tokens: Tokens, i: int, context: Context) -> Found:
    """``..., x3`` or ``3 rounds`` at the end: what came before was gone through so often."""
    del context
    crossed = tokens[i].text in {"x", "times", "for", "all", "repeat", "repeated"}
    j = after(tokens, i + crossed, frozenset({"x", "all"}), 2)
    found = number(tokens, j)
    if not found or found[0] not in range(2, 13):
        return None
    if crossed and i and tokens[i - 1].text in _REPEATED:
        return (Repeated(),), found[1]
    end = after(tokens, found[1], frozenset({"rounds", "times", "circuits", "through", "x", "each"}), 2)
    if end == found[1] and tokens[i].text not in {"x", "times"}:
        return None
    return (
        ((Rounds(int(found[0])),), end)
        if tokens[end].kind in "el" or tokens[end].text in {".", "!", ")", ":"}
        else None
    )


_REPEATED = frozenset({"reps", "repeats", "hills", "strides", "sprints", "intervals", "surges", "pickups"})
"""What was repeated on the run and is no exercise: ``hill reps x8``."""


def bare_exercise(tokens: Tokens, i: int, context: Context) -> Found:
    """An exercise named without figures: it says that the activity was strength."""
    del context
    named = _EXERCISES.match(tokens, i)
    if not named or (named[1] == i + 1 and tokens[i].text in EVERYDAY):
        return None
    return (Doing(Activity.STRENGTH, Said.NAMED),), named[1]


def _worked(exercise: str, schemes: tuple[_Scheme, ...], load: float | None) -> tuple[Fact, ...]:
    """Schemes as facts, equal neighbours joined."""
    worked: list[Fact] = []
    for told in schemes:
        scheme = told
        if exercise in _HELD and scheme.seconds is None and (scheme.reps or 0) >= _SHORTEST_HOLD:
            scheme = replace(scheme, reps=None, seconds=scheme.reps)
        kilograms = scheme.load_kg if scheme.load_kg is not None else load
        worked.append(
            Worked(
                Exercise(
                    exercise,
                    scheme.sets,
                    scheme.reps,
                    None if scheme.seconds is None else Seconds(round(scheme.seconds)),
                    None if kilograms is None else Kilograms(round(kilograms, 2)),
                )
            )
        )
    return tuple(worked)


def _schemes(tokens: Tokens, i: int, *, held: bool) -> tuple[tuple[_Scheme, ...], int] | None:
    """One scheme, or a list of repetitions; a lone number counts as one set."""
    crossed = _crossed(tokens, i) or _sets_of(tokens, i)
    if crossed:
        return (crossed[0],), crossed[1]
    timed = duration(tokens, i) or _held(tokens, i) if held else None
    if timed and _next_hold(tokens, timed[1]):
        return _held_often(tokens, *timed)
    if timed:
        return _times(tokens, *timed)
    found = number(tokens, i)
    if not found:
        return None
    unit = tokens[found[1]].text
    return _listed(tokens, i) or (None if unit in LENGTHS or unit in _NO_REPS else _lone(tokens, *found))


_NO_REPS = frozenset({"m", "/", ":", "min", "mins", "minutes"})


def _lone(tokens: Tokens, value: float, j: int) -> tuple[tuple[_Scheme, ...], int] | None:
    """A number of sets, or of repetitions, with their sets where these follow: ``12 reps, 3 sets``."""
    if value != int(value) or not 0 < value <= 500 or tokens[j].text in MASSES:
        return None
    if tokens[j].text in {"set", "sets", "round", "rounds"}:
        return (_Scheme(int(value)),), after(tokens, j + 1, frozenset({"of"}), 4)
    reps, j = int(value), j + (tokens[j].text in {"reps", "rep", "x", "times"})
    k = after(tokens, j, frozenset({",", "for", "in", "and", "("}), 2)
    sets = number(tokens, k) if tokens[j - 1].text in REP_WORDS else None
    if sets and tokens[sets[1]].text in {"set", "sets"} and 1 <= sets[0] <= _MOST_SETS:
        return (_Scheme(int(sets[0]), reps),), sets[1] + 1
    return (_Scheme(1, reps),), j


def _held(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Seconds of a hold as ``45"`` or ``1:30``."""
    if tokens[i].kind == "n" and tokens[i + 1].text == '"':
        return tokens[i].value, i + 2
    if tokens[i].kind == "c" and tokens[i].text.count(":") == 1:
        minutes, seconds = tokens[i].text.replace(",", ".").split(":")
        return int(minutes) * 60 + float(seconds), i + 1
    return None


def _held_often(tokens: Tokens, seconds: float, j: int) -> tuple[tuple[_Scheme, ...], int]:
    """Holds one after the other: ``45s, 45s, 40s``."""
    held = [_Scheme(1, seconds=seconds)]
    while len(held) < _MOST_SETS and (more := _next_hold(tokens, j)):
        same = held[-1].seconds == more[0]
        held[-1:] = [replace(held[-1], sets=held[-1].sets + 1)] if same else [held[-1], _Scheme(1, seconds=more[0])]
        j = more[1]
    return tuple(held), j


_LONGEST_HOLD = 600
"""Seconds; what lasts longer behind a comma is something else: *plank 1 min, 20 min run*."""


def _next_hold(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """The hold behind another; a comma ends it: of *1 min, 1 min, 45 secs* the second lasts one minute."""
    start = j + (tokens[j].text in {",", "/"})
    more = duration(tokens, start)
    comma = next((k for k in range(start, more[1]) if tokens[k].text == ","), None) if more else None
    if more and more[0] > _LONGEST_HOLD:
        return None
    if comma is None:
        return more
    alone = duration([*tokens[start:comma], END, END, END, END], 0)
    return (alone[0], start + alone[1]) if alone else more


def _times(tokens: Tokens, seconds: float, j: int) -> tuple[tuple[_Scheme, ...], int]:
    """A hold once, or so often: ``60 seconds x 3``."""
    if tokens[j].text in {"x", "*"} and tokens[j + 1].kind == "n" and tokens[j + 1].value <= 20:
        return (_Scheme(int(tokens[j + 1].value), seconds=seconds),), j + 2
    k = j + (tokens[j].text == ",")
    if tokens[k].kind == "n" and tokens[k + 1].text in {"times", "sets", "x", "rounds"}:
        return (_Scheme(int(tokens[k].value), seconds=seconds),), k + 2
    return (_Scheme(1, seconds=seconds),), j


def _crossed(tokens: Tokens, i: int) -> tuple[_Scheme, int] | None:
    """``3x12``, ``3 x 45s``, ``3x10x20kg``, ``3*12``."""
    sets = number(tokens, i)
    if not sets or tokens[sets[1]].text not in {"x", "*", "by"}:
        return None
    return _reps(tokens, sets[0], sets[1] + 1)


def _sets_of(tokens: Tokens, i: int) -> tuple[_Scheme, int] | None:
    """``3 sets of 10``, ``3 rounds: 10``, ``3 sets 12 reps``, ``3 sets x 12``."""
    sets = number(tokens, i)
    if not sets or tokens[sets[1]].text not in SET_WORDS - {"x"}:
        return None
    j = after(tokens, sets[1] + 1, frozenset({"of", ":", "x", ",", "*", "at", "with", "-", "("}), 4)
    return _reps(tokens, sets[0], j)


def _reps(tokens: Tokens, sets: float, j: int) -> tuple[_Scheme, int] | None:
    """The repetitions or seconds of each set, and a load crossed on."""
    timed = duration(tokens, j)
    if timed and sets == int(sets):
        return _Scheme(max(1, int(sets)), seconds=timed[0]), timed[1]
    found = number(tokens, j)
    if (
        not found
        or sets != int(sets)
        or not 0 < sets <= 100
        or tokens[found[1]].text in LENGTHS
        or tokens[found[1]].text == "m"
    ):
        return None
    value, end = found
    if tokens[end].text in MASSES or value > 1000:
        return None
    if tokens[end].text == "-" and tokens[end + 1].kind == "n" and tokens[end].glued:
        value, end = tokens[end + 1].value, end + 2
    end = after(tokens, end, REP_WORDS | {"/"} if tokens[end + 1].text in REP_WORDS else REP_WORDS, 4)
    return _Scheme(max(1, int(sets)), int(value)), end


_MOST_SETS = 12


def _listed(tokens: Tokens, i: int) -> tuple[tuple[_Scheme, ...], int] | None:
    """``12, 12, 10``, ``12/12/10``, ``12 12 10``: one set each, equal neighbours together."""
    values, j = _values(tokens, i)
    following = tokens[j].text
    if not 3 <= len(values) <= _MOST_SETS or following in LENGTHS or following in {"x", "sets", "min", "m"}:
        return None
    schemes: list[_Scheme] = []
    for value in values:
        if schemes and schemes[-1].reps == value:
            schemes[-1] = _Scheme(schemes[-1].sets + 1, value)
        else:
            schemes.append(_Scheme(1, value))
    return tuple(schemes), j


def _values(tokens: Tokens, i: int) -> tuple[list[int], int]:
    """Numbers that follow each other, with the same sign or none between them."""
    sign = tokens[i + 1].text
    step = 2 if sign in {",", "/", "-"} else 1
    values = [int(tokens[i].value)]
    j = i + 1
    while len(values) <= _MOST_SETS and (step == 1 or tokens[j].text == sign):
        token = tokens[min(j + step - 1, len(tokens) - 1)]
        if token.kind != "n" or token.value > 200:
            break
        values.append(int(token.value))
        j += step
    return values, j
