"""Figures told with a minus: ``ran -5 km``, ``effort -5/10``, ``minus 3 km``. Nobody ran less than nothing.

A dash is mostly no minus but parts two things (``5k -30 min``, ``- 5 km`` in a list): it is one only where it stands
alone in the message, close before a figure and behind a word that calls for one, or where there is nothing else.
"""

from coach.phrases import Distance, Duration, Phrase, phrase
from coach.reader.facts import Tokens
from coach.reader.vocabulary.quantities import LENGTHS, TIMES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import LogEntry
from coach.units import Metres, Seconds

_DEEDS = bag("ran jogged walked cycled swam rode did covered managed")
_RATINGS = bag("effort rpe felt feels rating")
_LINKS = bag("of for : =")
_IN_FIGURES = frozenset(LENGTHS) | frozenset(TIMES) | bag("/ . !")
"""Of what a message is that is one figure and nothing else: ``-5/10``, ``-5 km.``"""


def minus_told(entries: tuple[LogEntry, ...], tokens: Tokens) -> Phrase | None:
    """The question about a figure that was told with a minus, where an entry took it without; else ``None``."""
    i = _minus(tokens) if entries else 0
    if not i:
        return None
    value, unit = tokens[i].value, tokens[i + 1].text
    metres, seconds = round(value * LENGTHS.get(unit, 0.0)), round(value * TIMES.get(unit, 0.0))
    if metres and any(one.distance_m == metres for one in entries):
        return phrase("ask.minus_distance", distance=Distance(Metres(metres)))
    if seconds and any(one.duration_s == seconds for one in entries):
        return phrase("ask.minus_time", duration=Duration(Seconds(seconds)))
    rated = any(one.rpe is not None and one.rpe == round(value) for one in entries)
    return phrase("ask.minus_effort", value=round(value)) if rated else None


def _minus(tokens: Tokens) -> int:
    """The place of the one figure with a minus; 0 where there is none."""
    signs = [k for k, token in enumerate(tokens) if token.text in {"-", "minus"}]
    if len(signs) != 1 or tokens[signs[0] + 1].kind != "n":
        return 0
    i = signs[0] + 1
    close = tokens[i - 1].text == "minus" or (tokens[i].glued and not tokens[i - 1].glued)
    return i if close and _calls_for_one(tokens, i - 1) else 0


def _calls_for_one(tokens: Tokens, sign: int) -> bool:
    """Whether a figure is due where the sign stands: behind a deed or a label, or where there is nothing else."""
    if sign == 0:
        return all(token.kind in "en" or token.text in _IN_FIGURES for token in tokens[1:])
    linked = sign > 1 and tokens[sign - 1].text in _LINKS
    return tokens[sign - 1 - linked].text in _DEEDS | _RATINGS
