"""What people leave out: ``hour on the bike``, ``30 min legs``, ``easy 8 with the club``, ``calf went``, ``hard 8``."""

from itertools import takewhile
from typing import Final

from coach.profile import DistanceUnit
from coach.reader.facts import Context, Doing, Felt, Found, Hurting, Ignored, Lasting, Length, Tokens
from coach.reader.phrases.times import duration
from coach.reader.phrases.words import ACTIVITY_STARTS
from coach.reader.tokens import Token
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.quantities import HOURS, KILOMETRES, MILES, MINUTES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity
from coach.units import MILE

IN: Final = bag("in")
LEGS: Final = bag("legs")
_RATED: Final = bag("easy steady")
EASY: Final = bag("easy steady long run ran jog")
_BARE_MINUTES: Final = 20
"""From here on a figure without a unit is minutes, as in *ran 20*; a long run's is so far."""
_FARTHEST_BARE: Final = 42
HARD: Final = bag("hard tough brutal rough")
WENT: Final = bag("went")
HOUR: Final = bag("hour")
_LIKE: Final = bag("easy nice good solid full gentle lovely hard tough")
_LEAST_HARD: Final = 6
"""The smallest figure out of ten behind *hard*."""
_ENDS: Final = bag(", . ; ! ) + & and then plus")
_WITH: Final = bag("with w w/")
_COMPANY: Final = bag("club group team crew lads girls guys gang boys friends mates runners")
_BEHIND_INJURY: Final = bag("on at in again after around about halfway midway near during just mid")
_NO_INJURY: Final = bag("well fine ok okay good great better away to")
_GOES: Final = bag(
    "calf calves calfs hamstring hammy hammie achilles knee ankle groin quad back hip glute hamstr soleus"
)
"""What tears or gives way in one moment; a *leg* or a *foot* went somewhere."""


def _is_no_end(token: Token) -> bool:
    """Whether a clause goes on with a piece."""
    return token.kind not in "el" and token.text not in _ENDS


def _ends(tokens: Tokens, j: int) -> bool:
    """Whether a clause ends at ``j``."""
    return not _is_no_end(tokens[j])


def _begins(tokens: Tokens, i: int) -> bool:
    """Whether a clause begins at ``i``."""
    return i == 0 or tokens[i - 1].kind == "l" or tokens[i - 1].text in _ENDS


def still_to_come(tokens: Tokens, i: int, context: Context) -> Found:
    """``in 2 hours``, ``remind me in half an hour``, and nothing more: when, and not how long it took."""
    del context
    if any(token.text not in _BEFORE_IN for token in tokens[:i]):
        return None
    k = i + 1 + (tokens[i + 1].text in {"about", "like", "maybe"})
    lasts = duration(tokens, k)
    end = lasts[1] if lasts else 0
    while lasts and tokens[end].text in _BEHIND_IN:
        end += 1
    # A lone *in 31 min* may answer a card that has no time yet; whole hours ahead are no run.
    sure = i > 0 or (lasts is not None and lasts[0] % 1800 == 0 and lasts[0] >= 3600)
    return ((Ignored(),), end) if lasts and sure and tokens[end].kind in "el" else None


_BEFORE_IN: Final = bag(
    "remind me again ask maybe back later write ping text please snooze come message ok now it ill i will do can you u"
)
_BEHIND_IN: Final = bag("or so please pls plz again then time maybe thanks . ! ?")


def hour_on(tokens: Tokens, i: int, context: Context) -> Found:
    """``hour on the bike``, ``hour of yoga``: of an activity an hour at the beginning needs no article."""
    del context
    told = (
        _begins(tokens, i - (i > 0 and tokens[i - 1].text in _LIKE))
        and tokens[i + 1].text in {"on", "of"}
        and any(token.text in _DONE_FOR_HOURS for token in takewhile(_is_no_end, tokens[i + 2 : i + 5]))
    )
    return ((Lasting(3600.0),), i + 1) if told else None


_DONE_FOR_HOURS: Final = ACTIVITY_STARTS | bag("trail trails road roads track hills treadmill turbo")
"""Not *an hour of tv*, nor one on one's feet."""


def legs_trained(tokens: Tokens, i: int, context: Context) -> Found:
    """``20 min bike, 30 min legs``: so many minutes for the legs are strength work; ``5k in 30 min legs`` ran."""
    del context
    timed = i > 1 and tokens[i - 1].text in MINUTES | HOURS and tokens[i - 2].kind in "nw"
    timed = timed and (_begins(tokens, i - 2) or tokens[i - 3].text in _BEFORE_LEGS)
    return ((Doing(Activity.STRENGTH, Said.NAMED),), i + 1) if timed and _ends(tokens, i + 1) else None


_BEFORE_LEGS: Final = bag("did just then today yesterday with half only")


def easy_so_far(tokens: Tokens, i: int, context: Context) -> Found:
    """``easy 8 with the club``: so far, for nobody rates an effort in company; ``easy hour`` lasted that long."""
    rated, k = tokens[i].text in _RATED, i + 1 + (tokens[i + 1].text in {"run", "one"})
    figure = tokens[k]
    if figure.text == "hour" and rated and _begins(tokens, i) and _ends(tokens, k + 1):
        return (Lasting(3600.0), Felt(3, figure=False)), k + 1
    limit = _FARTHEST_BARE if tokens[i].text == "long" else _BARE_MINUTES - 1
    so_far = figure.kind == "n" and figure.value <= limit
    if not so_far or (rated and not _begins(tokens, i)) or tokens[k + 1].text not in _WITH:
        return None
    end = k + 1
    k += 2 + (tokens[k + 2].text == "/")
    company = {tokens[n].text for n in range(k, min(k + 4, len(tokens)))}
    if company.isdisjoint(_COMPANY):
        return None
    unit = MILE if context.units is DistanceUnit.MI else 1000.0
    felt = (Felt(3, figure=False),) if rated else ()
    return (Doing(Activity.RUN, Said.DID), Length(figure.value * unit, unit=unit), *felt), end


def hard_rated(tokens: Tokens, i: int, context: Context) -> Found:
    """``9k in 48 min, hard 8``: behind what was done the figure says how hard, and it counts, not the word."""
    del context
    figure = tokens[i + 1]
    rated = figure.kind == "n" and figure.text.isdigit() and _LEAST_HARD <= figure.value <= 10
    done = any(
        token.kind == "c" or (token.kind == "n" and tokens[k + 1].text in _OF_DEEDS)
        for k, token in enumerate(tokens[: max(0, i - 1)])
    )
    return ((Felt(figure.value),), i + 2) if rated and done and _ends(tokens, i + 2) else None


_OF_DEEDS: Final = MINUTES | HOURS | KILOMETRES | MILES


_OWN_BACK: Final = bag("my lower , .")


def gave_way(tokens: Tokens, i: int, context: Context) -> Found:
    """``calf went``, ``hamstring went at 4k``: it hurts, nobody said how much; ``calf went fine`` it did not."""
    del context
    following = tokens[i + 1]
    if i == 0 or tokens[i - 1].text not in _GOES or following.text in _NO_INJURY:
        return None
    if tokens[i - 1].text == "back" and i > 1 and tokens[i - 2].kind != "l" and tokens[i - 2].text not in _OWN_BACK:
        return None  # *ran out and back went on the canal*
    hurts = _ends(tokens, i + 1) or following.text in _BEHIND_INJURY
    return ((Hurting(),), i + 1) if hurts else None
