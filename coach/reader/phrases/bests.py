"""Other times that this one is held against: ``(was 25:40)``, ``down from 33:20``, ``last time it took 33``."""

from coach.reader.facts import Context, Found, Ignored, Tokens
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import duration
from coach.reader.vocabulary.wordlist import bag

_FORMER = bag("old previous prev former last")
_WHAT = bag("pb pr best one time record result attempt race personal course mine")
_BEING = bag("was were is of : - it took ran i did in at stood had been a the")
_HELD_AGAINST = bag("vs versus against compared down up")
_LINKS = bag("to with from my the last previous old pb best time of week weeks")
_WHEN = bag("time week month year race before previously")
_SPANS = bag("week month year")
STARTS = _FORMER | _HELD_AGAINST | {"was"}
"""Words with which another time may be told."""


def other_time(tokens: Tokens, i: int, context: Context) -> Found:
    """A time or distance of another day, and past *last week* behind it; only where this day's is told as well."""
    j = _opened(tokens, i)
    if not j:
        return None
    end = _figure(tokens, j, context)
    if not end or not _told_elsewhere(tokens, i, end):
        return None
    return (Ignored(),), _past_when(tokens, end)


def _opened(tokens: Tokens, i: int) -> int:
    """Where the figure of another time may stand; 0 where the words open none."""
    word = tokens[i].text
    if word == "was":
        return i + 1 if tokens[i - 1].text in {"(", "it"} and i > 1 and tokens[i - 2].kind in "nc" else 0
    if word in _HELD_AGAINST:
        j = after(tokens, i + 1, _LINKS, 5)
        sure = word not in {"down", "up"} or tokens[i + 1].text == "from"
        return j if sure and (j > i + 1 or word not in {"compared", "against"}) else 0
    if word == "last" and tokens[i + 1].text in _SPANS:
        return _in_last(tokens, i)
    named = after(tokens, i + 1, _WHAT, 3)
    return after(tokens, named, _BEING, 4) if named > i + 1 else 0


def _in_last(tokens: Tokens, i: int) -> int:
    """``last week it was 33``, ``last week 33:20`` behind this day's time: where the figure stands; else 0."""
    j = after(tokens, i + 2, _BEING, 4)
    timed = tokens[j].kind == "c" or (j > i + 2 and tokens[j].kind == "n")
    ended = tokens[j + 1].kind in "els" or tokens[j + 1].text in {"min", "mins", "minutes"}
    return j if timed and ended and any(token.kind in "nc" for token in tokens[:i]) else 0


def _figure(tokens: Tokens, j: int, context: Context) -> int:
    """Where a clock reading, a duration, a distance or a bare number ends; 0 without one."""
    if tokens[j].kind == "c":
        return j + 1
    timed = duration(tokens, j)
    longer = None if timed else length(tokens, j, context)
    bare = number(tokens, j)
    return timed[1] if timed else longer[1] if longer else bare[1] if bare else 0


def _told_elsewhere(tokens: Tokens, i: int, end: int) -> bool:
    """Whether figures stand outside of the words from ``i`` to ``end``."""
    return any(token.kind in "nc" for token in (*tokens[:i], *tokens[end:]))


def _past_when(tokens: Tokens, j: int) -> int:
    """Past *last week*, *last time*, *before*."""
    if tokens[j].text in {"last", "previous"} and tokens[j + 1].text in _WHEN:
        return j + 2
    return j + (tokens[j].text in {"before", "previously"})


def of_last_time(tokens: Tokens, i: int, context: Context) -> Found:
    """``31:10 (33:20 last week)``: a second time in brackets, or behind a slash, with when it was."""
    del context
    apart = i > 1 and tokens[i - 1].text in {"(", "/", "-"} and any(token.kind == "c" for token in tokens[: i - 1])
    end = _past_when(tokens, i + 1)
    return ((Ignored(),), end) if apart and end > i + 1 else None
