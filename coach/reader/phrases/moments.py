"""Times of day at which somebody left, was back, went to bed or got up: ``out the door at 5:45``, ``back by 6:35``."""

from coach.history import Status
from coach.reader.facts import Context, Edge, Fact, Found, Moment, Tokens, Went
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.numbers import after
from coach.reader.phrases.spans import moment
from coach.reader.phrases.words import activity
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

_EDGES = Phrasebook(
    {
        "left|left home|left the house|left work|left the office|out the door|out of the door|out the house|"
        "set off|set out|headed out|headed off|went out|started|start|began|off|kicked off|lined up|"
        "started running|laced up|stepped out|out": Edge.BEGIN,
        "back|back home|home again|got back|got home|home|was back|was home|returned|finished|finished up|finish|done|"
        "all done|ended|in the shower|in the door|through the door|back in the house": Edge.END,
        "bed|in bed|to bed|went to bed|asleep|fell asleep|lights out|lights off": Edge.BED,
        "up|got up|woke|woke up|awake|wide awake|out of bed|alarm": Edge.UP,
    }
)
STARTS = frozenset(_EDGES.starts())
_AT = bag("at by @ around about before just ~ : - was it")
_CUES = bag("at by @ around before")
_PACED = bag("/ min mins pace per x % :")
_DEEDS = bag("finished done")
_BEGUN = bag("started finished began")
_OWN = bag("my the a with")
_PLAIN_BEFORE = bag("i we got am was were be , . ; - ( and then")
"""Before *up* and *off* that tell when, and not what went up."""


def at_edge(tokens: Tokens, i: int, context: Context) -> Found:
    """``left at 7``, ``8k done by 6:35``, ``woke 6:15``: when it began or ended, which makes how long in pairs."""
    found = _EDGES.match(tokens, i)
    if not found or not _stands_free(tokens, i, found[1]):
        return None
    edge, j = found
    named = activity(tokens, after(tokens, j, _OWN, 2), context) if tokens[i].text in _BEGUN else None
    j = named[1] if named and named[0] else j
    k = after(tokens, j, _AT, 3)
    sure = _is_begun(tokens, i, k) or not _CUES.isdisjoint([token.text for token in tokens[j:k]])
    told = moment(tokens, k, sure=sure)
    if not told or tokens[told.end].text in _PACED or tokens[told.end].text in UNITS - {"in"}:
        return None
    if (
        k == j
        and edge not in {Edge.UP, Edge.BED}
        and not (told.said or tokens[i].text in {"left", "back", "out"} or _is_begun(tokens, i, k))
    ):
        return None
    done: tuple[Fact, ...] = (Went(Status.DONE),) if edge is Edge.END and tokens[i].text in _DEEDS else ()
    done += named[0] if named else ()
    return (*done, Moment(told.minute, edge, said=told.said)), told.end


def _is_begun(tokens: Tokens, i: int, k: int) -> bool:
    """``started 7.30``: a time of day in two figures."""
    return tokens[i].text in _BEGUN and (tokens[k].kind == "c" or len(tokens[k].text.partition(".")[2]) == 2)


def _stands_free(tokens: Tokens, i: int, j: int) -> bool:
    """*Up* and *off* alone only after who it was, or at the start of a clause."""
    if tokens[i].text not in {"up", "off", "home", "bed", "out"} or j > i + 1:
        return True
    return i == 0 or tokens[i - 1].text in _PLAIN_BEFORE or tokens[i - 1].kind in "lc"
