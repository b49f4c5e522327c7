"""Measurements: weight, girths, sleep."""

from coach.measuring import girths_in_cm
from coach.profile import DistanceUnit
from coach.reader.facts import Context, Found, Ignored, Measured, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.efforts import out_of_ten
from coach.reader.phrases.numbers import after, hundreds, labelled, number, stands_near
from coach.reader.phrases.spans import slept_between
from coach.reader.phrases.times import clock, duration
from coach.reader.vocabulary.quantities import GIRTHS, MASSES, STONES, UNITS
from coach.reader.vocabulary.wordlist import bag
from coach.units import POUND

GIRTH_AREAS = {
    "thigh": "thigh_cm", "thighs": "thigh_cm", "calf": "calf_cm", "calves": "calf_cm", "waist": "waist_cm",
    "waistline": "waist_cm", "hip": "hip_cm", "hips": "hip_cm",
}  # fmt: skip
_LIKELY = {"thigh_cm": (35, 110), "calf_cm": (22, 70), "waist_cm": (46, 200), "hip_cm": (55, 220)}
WEIGHT_STARTS = bag("weight weigh weighed weighing weighs bodyweight scale scales wt")
SLEEP_STARTS = bag("slept sleep sleeping asleep")
_SCALES = bag("scale scales")
_STONE = 14 * POUND
_LEAST_KG = 25
"""Kilograms under which a figure is no body mass, unless nothing else is said: then it is asked about."""
_MASS_FILLERS = bag(
    "was is of about around : = - in at myself this morning today now me at says said just say read "
    "reads showed shows the scale my down up to only"
)


def mass(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Kilograms of a body mass with a unit, and where it ends: ``82.4 kg``, ``181 lb``, ``12 st 4 lb``."""
    found = number(tokens, i)
    if not found:
        return None
    value, j = found
    unit = tokens[j].text
    if unit in MASSES:
        return value * MASSES[unit], j + 1
    if unit in STONES:
        return _stones(tokens, value, j + 1)
    return None


def _stones(tokens: Tokens, stones: float, j: int) -> tuple[float, int]:
    """The pounds after the stones, if there are any."""
    k = j + (tokens[j].text in {"and", ","})
    pounds = number(tokens, k)
    if not pounds or pounds[0] >= 14:
        return stones * _STONE, j
    named = MASSES.get(tokens[pounds[1]].text) == POUND
    if not named and k > j:
        return stones * _STONE, j
    return stones * _STONE + pounds[0] * POUND, pounds[1] + named


_WISHED = bag("target goal ideal dream")


def weight(tokens: Tokens, i: int, context: Context) -> Found:
    """``weight 82.4``, ``weighed in at 181 lbs``, ``I weigh 12 st 4``; a bare number in the unit that makes sense."""
    j = after(tokens, i + 1, _MASS_FILLERS, 6)
    if tokens[j].kind == "l":
        j += 1
    found = mass(tokens, j)
    if tokens[i - 1].text in _WISHED:
        wished = found or number(tokens, j)
        return ((Ignored(),), wished[1]) if wished else None
    if found:
        return (Measured("weight_kg", found[0]),), found[1]
    value = hundreds(tokens, j) or number(tokens, j)
    if not value or tokens[value[1]].text in {"min", "mins", "x", "reps", "minutes", "km"}:
        return None
    if value[0] < _LEAST_KG and not (i == 0 and tokens[i].text == "weight" and tokens[value[1]].kind == "e"):
        return None
    value = _later(tokens, value)
    return _bare_mass(value[0], context), value[1]


def _later(tokens: Tokens, value: tuple[float, int]) -> tuple[float, int]:
    """``weight 68 -> 67.4``, ``82 to 81.5``: of two the second is what it is now."""
    j = after(tokens, value[1], _BECAME, 2)
    following = number(tokens, j) if j > value[1] else None
    alike = following and abs(following[0] - value[0]) <= _LIKE * value[0] and tokens[following[1]].text not in UNITS
    return following if following and alike else value


_BECAME = bag("> - → to now")
_LIKE = 0.15


@at_numbers_with(MASSES, STONES)
def lone_mass(tokens: Tokens, i: int, context: Context) -> Found:
    """A body mass without the word: ``82.4kg this morning``."""
    del context
    found = mass(tokens, i)
    if not found or not _LEAST_KG <= found[0] <= 350 or tokens[i - 1].text in {"@", "x", "*", "with"}:
        return None
    if any(token.text == "x" for token in tokens[max(0, i - 4) : i]):
        return None
    return (Measured("weight_kg", found[0]),), found[1]


@at_numbers_with(_SCALES)
def on_the_scale(tokens: Tokens, i: int, context: Context) -> Found:
    """``69.9 on the scale``, ``212 on the scales this morning``; *6 on the scale* is an effort or a pain."""
    found = number(tokens, i)
    words = [token.text for token in tokens[found[1] : found[1] + 3]] if found else []
    if not found or words[:2] not in (["on", "the"], ["on", "my"]) or words[2:] not in (["scale"], ["scales"]):
        return None
    if found[0] < _LEAST_KG:
        return None
    return _bare_mass(found[0], context), found[1] + 3


@at_numbers_with("morning", "today")
def mass_of_the_day(tokens: Tokens, i: int, context: Context) -> Found:
    """``212.4 this morning``, and nothing else, from somebody who thinks in pounds: too far for a run, too exact."""
    found = number(tokens, i) if i == 0 and context.units is DistanceUnit.MI else None
    if not found or not _POUNDS[0] <= found[0] <= _POUNDS[1] or found[0].is_integer():
        return None
    rest = [token.text for token in tokens[found[1] :] if token.kind not in "el" and token.text not in {".", "!"}]
    return (_bare_mass(found[0], context), found[1]) if rest in (["this", "morning"], ["today"]) else None


_POUNDS = (90, 450)
"""Pounds that a bare figure of a morning may be."""


def _bare_mass(value: float, context: Context) -> tuple[Measured, ...]:
    """A body mass without its unit, for somebody who thinks in miles in pounds."""
    in_pounds = context.units is DistanceUnit.MI and value >= _FEWEST_LB
    return (Measured("weight_kg", value * (POUND if in_pounds else 1.0)),)


_FEWEST_LB = 110


def girth(tokens: Tokens, i: int, context: Context) -> Found:
    """``thigh 58 cm``, ``waist: 31 in``, ``hips 100``; small numbers are pains, not girths."""
    i += tokens[i].text in {"left", "right"}
    name = GIRTH_AREAS.get(tokens[i].text)
    if not name:
        return None
    j = i + 1 + (tokens[i + 1].text in _OF_GIRTH)
    sided = after(tokens, j, _SIDES, 2)
    value = number(tokens, sided) if sided > j else labelled(tokens, j)
    if not value:
        return None
    amount, end = value
    again = _girth_again(tokens, end, name, amount, context)
    if again:
        return again
    factor = GIRTHS.get(tokens[end].text)
    if factor and not (tokens[end].text == "in" and tokens[end + 1].kind == "n"):
        changed = tokens[end + 1].text in _CHANGED
        return ((Ignored(),), end + 2) if changed else ((Measured(name, amount * factor),), end + 1)
    return _girth_bare(tokens, end, name, amount, context)


_OF_GIRTH = bag("measurement circumference girth size measure measures measured measuring")


def _girth_bare(tokens: Tokens, end: int, name: str, amount: float, context: Context) -> Found:
    """A girth without a unit: what can be none in either unit, or belongs to the next word, is none."""
    (centimetres,) = girths_in_cm(name, [amount], context.units)
    low, high = _LIKELY[name]
    if not low <= centimetres <= high:
        alone = tokens[end].kind in "el" and amount > _LARGEST_PAIN and tokens[end - 2].text in GIRTH_AREAS
        return ((Measured(name, amount),), end) if alone and amount.is_integer() else None
    following = tokens[end]
    if centimetres == amount:
        listed = following.text == "/" and not following.glued
        belongs = not listed and following.text in {"min", "mins", "minutes", "km", "k", "/", "x", "kg"}
    else:
        belongs = amount <= 10 or following.kind not in "esl" or following.text in {"/", "x", "%"}
    return None if belongs else ((Measured(name, centimetres),), end)


_CHANGED = bag("smaller less down more bigger thinner slimmer narrower larger tighter lost gone off wider up")
"""Behind a figure it is a change, and no measurement: ``waist is 2 cm smaller``."""
_LARGEST_PAIN = 20
"""A figure right behind a part of the body up to here may be a pain, even one off its scale."""
_SIDES = bag("left right l r : =")
_AGAIN = bag("( ) cm in / , and & left right l r : = then")


def _girth_again(tokens: Tokens, end: int, name: str, first: float, context: Context) -> Found:
    """Two or three readings of one girth: ``thigh 58.2 / 58.6``, ``58.2 58.6``, ``57 and 57.5 cm`` (rule S4)."""
    taken = [first]
    j = end
    while len(taken) < 3:
        k = after(tokens, j, _AGAIN, 6)
        if tokens[k].kind != "n":
            break
        value, after_it = tokens[k].value, k + 1
        if abs(value - first) > 0.08 * first or tokens[after_it].text in {"min", "km", "kg", "x"}:
            break
        if k == j and not (tokens[after_it].kind in "esln" or tokens[after_it].text in GIRTHS):
            break
        taken.append(value)
        j = after_it
    if len(taken) == 1:
        return None
    factor = GIRTHS.get(tokens[j].text) or GIRTHS.get(tokens[end].text)
    if factor is None:
        return tuple(Measured(name, value) for value in girths_in_cm(name, taken, context.units)), j
    return tuple(Measured(name, value * factor) for value in taken), j + (tokens[j].text in GIRTHS)


@at_numbers_with(GIRTH_AREAS)
def girth_first(tokens: Tokens, i: int, context: Context) -> Found:
    """``58cm thighs``, ``31" waist``, ``58 cm around the left thigh``."""
    del context
    found = number(tokens, i)
    factor = GIRTHS.get(tokens[found[1]].text) if found else None
    if not found or not factor:
        return None
    j = found[1] + 1
    while tokens[j].text in {"around", "round", "the", "my", "left", "right", "for", "on", "at", "-"}:
        j += 1
    name = GIRTH_AREAS.get(tokens[j].text)
    if not name or (tokens[found[1]].text == "in" and found[0] * factor < _LIKELY[name][0]):
        return None  # *pain 3 in hip* is told in no inches
    return (Measured(name, found[0] * factor),), j + 1


_SLEEP_FILLERS = bag(
    "crap shit shite rough lousy perhaps maybe probably "
    "rubbish awful awfully soundly baby log babies badly poorly well terribly , "
    "like okay ok great really was is of about around : = - for only just "
    "last night roughly ~ got had total time ( a good nearly almost"
)


def sleep(tokens: Tokens, i: int, context: Context) -> Found:
    """``slept 7.5 h``, ``sleep 7:30``, ``slept seven hours and 20 minutes``, ``sleep: 7``."""
    rated = out_of_ten(tokens, after(tokens, i + 1, _SLEEP_RATED, 3))
    j = rated[1] if rated else i + 1
    if tokens[j].text == "score" and tokens[j + 1].kind == "n":
        j += 2 + (tokens[j + 2].text == ",")
    j = after(tokens, j, _SLEEP_FILLERS, 5)
    if tokens[j].kind == "l":
        j += 1
    told = slept_between(tokens, j) or _sleep_clock(tokens, j, context) or _sleep_hours(tokens, j)
    return told or (((Ignored(),), rated[1]) if rated else None)


_SLEEP_RATED = bag("quality was : felt rating =")


def _sleep_clock(tokens: Tokens, j: int, context: Context) -> Found:
    if tokens[j].kind != "c" or not clock(tokens, j, context):
        return None
    hours, minutes = tokens[j].text.split(":")[:2]
    return (Measured("sleep_h", int(hours) + int(minutes) / 60),), j + 1 + (tokens[j + 1].text in {"h", "hours", "hrs"})


def _sleep_hours(tokens: Tokens, j: int) -> Found:
    found = duration(tokens, j)
    if found:
        return (Measured("sleep_h", found[0] / 3600),), found[1]
    value = number(tokens, j)
    if not value or not 0 <= value[0] <= 30 or tokens[value[1]].text in {"/", "km", "times", "x"}:
        return None
    return (Measured("sleep_h", value[0]),), value[1]


_ASLEEP = frozenset({"sleep", "asleep", "slept", "kip", "shuteye"})
_OF_SLEEP = bag("of a good solid the total")
_NEAR_SLEEP = 12
"""Words of a duration and of what may stand between it and its sleep."""


@at_numbers_with(_ASLEEP)
def sleep_after(tokens: Tokens, i: int, context: Context) -> Found:
    """``7h sleep``, ``8 hours of sleep``, ``7 hours asleep``."""
    del context
    if not stands_near(tokens, i, _ASLEEP, _NEAR_SLEEP):
        return None
    found = duration(tokens, i)
    if not found:
        return None
    if tokens[j := after(tokens, found[1], _OF_SLEEP, 3)].text in _ASLEEP:
        return (Measured("sleep_h", found[0] / 3600),), j + 1
    return None
