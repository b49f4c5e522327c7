"""Counted steps: ``12 thousand steps, 8.5 km`` was a walk; steps alone are a day's, and no training."""

from coach.reader.facts import Context, Doing, Found, Ignored, Length, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import number
from coach.reader.phrases.strength import EXERCISE_STARTS
from coach.reader.phrases.times import timed
from coach.reader.phrases.words import activity
from coach.reader.tokens import thousands
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

REACHED = bag("did done got hit reached managed walked made")
"""What people say they did with steps."""
_ABOUT = bag("my about over nearly around almost just the all like")
_THOUSANDS = bag("thousand k thou")
_FEWEST = 500
"""Steps under which something else is counted (``20 steps``)."""
_SHUFFLING = 0.3
"""Metres a step under which a distance is another one's."""
_RUNNING = 0.85
"""Metres a step from which somebody ran."""


@at_numbers_with("steps")
def steps(tokens: Tokens, i: int, context: Context) -> Found:
    """``12,000 steps``, ``10k steps``: with a distance or a time to them, and no other activity, a walk."""
    found = _counted(tokens, i)
    if found is None:
        return None
    count, end = found
    walked = not _is_named(tokens, i, context) and _is_outing(tokens, end, count, context)
    return ((Doing(Activity.WALK, Said.NAMED),) if walked else (Ignored(),)), end


CLIMBED = bag("climbed climb")
_FLOORS = bag("floors floor flights flight storeys stories stairs steps")


def floors(tokens: Tokens, i: int, context: Context) -> Found:
    """``climbed 40 floors at work``: of the day, and no training."""
    del context
    j = i + 1
    while tokens[j].text in _ABOUT | {"the"}:
        j += 1
    found = number(tokens, j)
    return ((Ignored(),), found[1] + 1) if found and tokens[found[1]].text in _FLOORS else None


def steps_reached(tokens: Tokens, i: int, context: Context) -> Found:
    """``did 10k steps``, ``hit my 10,000 steps``: nothing was done as planned where nothing else is said."""
    j = i + 1
    while tokens[j].text in _ABOUT:
        j += 1
    found = _counted(tokens, j)
    if found is None or tokens[i].text == "walked" or _is_outing(tokens, found[1], found[0], context):
        return None
    return (Ignored(),), found[1]


def steps_labelled(tokens: Tokens, i: int, context: Context) -> Found:
    """``steps: 11234, 8.1 km``: a walk where it opens a message without a time, as a run's summary has one."""
    j = i + 1 + (tokens[i + 1].text in {":", "="})
    timed_too = any(token.kind == "c" for token in tokens)
    if i or timed_too or tokens[j].kind != "n" or tokens[j].value < _FEWEST or _is_named(tokens, i, context):
        return None
    walked = _is_outing(tokens, j, tokens[j].value, context)
    return ((Doing(Activity.WALK, Said.NAMED),), j + 1) if walked else None


def _counted(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """How many steps, and where they end."""
    found = number(tokens, i)
    if found is None:
        return None
    count, j = max(found[0], thousands(tokens[i]) if tokens[i].kind == "n" else 0.0), found[1]
    if tokens[j].text in _THOUSANDS:
        count, j = 1000 * count, j + 1
    if tokens[j].text != "steps" or count < _FEWEST:
        return None
    return count, j + 1


def _is_named(tokens: Tokens, i: int, context: Context) -> bool:
    """Whether the message names an activity or an exercise."""
    others = (k for k in range(len(tokens)) if k != i and tokens[k].kind == "w")
    return any(tokens[k].text in EXERCISE_STARTS - {"step", "steps"} or activity(tokens, k, context) for k in others)


def _is_outing(tokens: Tokens, end: int, count: float, context: Context) -> bool:
    """Whether a distance or a time stands after or before the steps, and is a walker's."""
    places = [k for k in range(len(tokens)) if tokens[k].kind in "nc"]
    found = [length(tokens, k, context) for k in places]
    facts = [fact for one in found if one for fact in one[0] if isinstance(fact, Length)]
    far = [fact.metres for fact in facts if fact.metres / count > _SHUFFLING]
    if far:
        return max(far) / count < _RUNNING
    return any(timed(tokens, k, context) or tokens[k].kind == "c" for k in places if k != end)
