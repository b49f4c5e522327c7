"""Distances that have a name: *parkrun*, *half marathon*, *marathon*, and a *half* that was raced."""

from coach.reader.facts import Context, Doing, Found, Ignored, Length, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.activities import RACES, Said
from coach.reader.vocabulary.quantities import LENGTHS, TIMES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

_RACES = Phrasebook(RACES)
RACE_STARTS = frozenset(_RACES.starts()) | {"half"}
_HALF_MARATHON = 21_097.0
_HALVES = bag("of a an the way day hour pint as session workout dozen glass bottle time term full stone and - an")


@at_numbers_with("marathon", "mara")
def race(tokens: Tokens, i: int, context: Context) -> Found:
    """A distance with a name: *parkrun*, *half marathon*, *marathon*; *half* alone after an article or before *in*."""
    del context
    part = number(tokens, i) if tokens[i].kind == "n" else None
    if part:
        half = part[0] == 0.5 and part[1] > i + 1 and tokens[part[1]].text in {"marathon", "mara"}
        return ((Length(_HALF_MARATHON, on_foot=True),), part[1] + 1) if half else None
    found = _RACES.match(tokens, i)
    if found and not _SPECTATOR.isdisjoint(token.text for token in tokens[max(0, i - _NAME_LONGEST) : i]):
        return (Ignored(),), found[1]
    if found:
        return (Length(found[0], on_foot=True),), found[1]
    if tokens[i - 1].text == "first" and tokens[i - 2].text == "the":
        return None
    if tokens[i].text == "half" and _is_half_time(tokens, after(tokens, i + 1, _TOOK, 2)):
        return (Length(_HALF_MARATHON, on_foot=True),), i + 1
    if tokens[i].text == "half" and (tokens[i - 1].text in {"a", "my", "first", "the", "city"} or _is_raced(tokens, i)):
        half_of = tokens[i + 1].text in LENGTHS or tokens[i + 1].text in TIMES or tokens[i + 1].text in _HALVES
        return ((Length(_HALF_MARATHON, on_foot=True),), i + 1) if not half_of else None
    return None


@at_numbers_with("side")
def sided(tokens: Tokens, i: int, context: Context) -> Found:
    """``5-a-side``, ``7 a side``: football, and no kilometres."""
    del context
    words = [token.text for token in tokens[i + 1 : i + 5] if token.text != "-"]
    end = next((k + 1 for k in range(i, min(i + 5, len(tokens))) if tokens[k].text == "side"), 0)
    return ((Doing(Activity.OTHER, Said.NAMED),), end) if words[:2] == ["a", "side"] else None


_TOOK = bag("in : - today done yesterday")


def _is_half_time(tokens: Tokens, j: int) -> bool:
    """``half in 1:52:30``: whether a half marathon may take that long."""
    figures = tokens[j].text.split(":") if tokens[j].kind == "c" else []
    return (len(figures) == 3 and figures[0] in {"1", "2", "3"}) or (len(figures) == 2 and figures[0] in {"1", "2"})


_HALF_TIMED = 8
"""Pieces from a half marathon to its time."""


def _is_raced(tokens: Tokens, i: int) -> bool:
    """``half on sunday: 1:48:22``: whether a clause opens there, and a time with hours goes with it."""
    opens = i == 0 or tokens[i - 1].kind == "l" or tokens[i - 1].text in {",", ".", ";"}
    return opens and any(
        token.kind == "c" and token.text.count(":") == 2 and token.text[0] in "123"
        for token in tokens[i + 1 : i + _HALF_TIMED]
    )


_SPECTATOR = bag(
    "watched watching watch spectated spectating cheered cheering supporting volunteered volunteering marshalled "
    "marshaled marshalling marshaling"
)
"""Who did one of these at a race did not run it."""
_NAME_LONGEST = 4
"""Words from there to what the race is called."""
