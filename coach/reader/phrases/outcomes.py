"""Whether it was done, partly done or left out, as fixed expressions say it, and why."""

from collections.abc import Callable, Mapping

from coach.history import Status
from coach.reader.facts import Because, Context, Doing, Fact, Found, Ignored, Tokens, Went
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.ahead import looks_ahead
from coach.reader.phrases.breaking_off import broke_off
from coach.reader.phrases.numbers import number
from coach.reader.phrases.words import REASON_BOOK
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.outcomes import OUTCOMES
from coach.reader.vocabulary.quantities import LENGTHS, TIMES
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

OUTCOME_BOOK = Phrasebook(OUTCOMES)
OUTCOME_STARTS = frozenset(OUTCOME_BOOK.starts())
REASON_STARTS = frozenset(REASON_BOOK.starts())
_LOOSE_OUTCOMES = bag("did done had managed completed complete covered logged clocked finished just finally")


def half_done(tokens: Tokens, i: int, context: Context) -> Found:
    """``did half a marathon``, ``did half an hour``: all of it, which is half of something."""
    del context
    if tokens[i + 1].text != "half" or tokens[i + 2].text not in {"a", "an"}:
        return None
    whole = tokens[i + 3].text
    told = whole in LENGTHS or whole in TIMES or whole == "marathon"
    return ((Went(Status.DONE, firm=False),), i + 1) if told else None


def outcome(tokens: Tokens, i: int, context: Context) -> Found:
    """Done, partly done or skipped; not where a denial follows (*i did not go*)."""
    del context
    found = OUTCOME_BOOK.match(tokens, i)
    if not found or tokens[found[1]].text == "not" or (found[1] == i + 1 and tokens[i + 1].text in _ROPES):
        return None
    status, j = found
    other = _OTHER_MEANINGS.get(tokens[i].text)
    if other and (meant := other(tokens, i, j)):
        return meant if meant[1] else None
    if status is Status.SKIPPED:
        return _left_out(tokens, i, j)
    loose = status is Status.DONE and tokens[i].text in _LOOSE_OUTCOMES and j == i + 1
    return (Went(status, firm=not loose), *_moved(tokens, i, j)), j


_ROPES = frozenset({"rope", "ropes"})
"""Behind *skipping* they are an exercise."""


def _left_out(tokens: Tokens, i: int, j: int) -> Found:
    """What was skipped, with its reason where the words are one; partly done where it was begun."""
    if broke_off(tokens, i, j):
        return (Went(Status.PARTIAL), *_moved(tokens, i, j)), j
    ahead = looks_ahead(tokens, i, j)
    why = REASON_BOOK.match(tokens, i)
    if why:
        return (Went(Status.SKIPPED, firm=False, ahead=ahead), Because(why[0])), max(j, why[1])
    return (Went(Status.SKIPPED, firm=tokens[i].text not in _HARDLY, ahead=ahead), *_moved(tokens, i, j)), j


_HARDLY = bag("overslept")
"""Reasons by themselves: where something was done all the same, nothing was skipped."""


def _moved(tokens: Tokens, i: int, j: int) -> tuple[Doing, ...]:
    """The activity that an expression for an outcome names: ``only ran``, ``cut my run short``."""
    inside = _ACTIVE.intersection(tokens[k].text for k in range(i, j))
    moved = Doing(Activity.WALK if "walked" in inside else Activity.RUN, Said.NAMED)
    return (moved,) if inside and tokens[i + 1].text != "out" else ()


_IDIOM: tuple[tuple[Fact, ...], int] = ((), 0)
"""What looks like an outcome and is none."""


def _forgotten(tokens: Tokens, i: int, j: int) -> Found:
    """``forgot to say``: what was forgotten is told now."""
    del i
    return ((Ignored(),), j) if tokens[j - 1].text in {"say", "mention", "tell", "add", "log"} else None


def _of_a_heart(tokens: Tokens, i: int, j: int) -> Found:
    """``heart is skipping beats``, ``skipping rope``: no session was skipped."""
    hearts = tokens[i].text == "skipping" and any(token.text == "heart" for token in tokens[max(0, i - 8) : i])
    beats = tokens[i].text != "skip" and tokens[j].text in {"beats", "a", "beat"} and tokens[j + 1].text != "run"
    rope = tokens[i].text == "skip" and tokens[i + 1].text in {"rope", "ropes"}
    return _IDIOM if hearts or beats or rope else None


def _paused(tokens: Tokens, i: int, j: int) -> Found:
    """``rested 90 s``: a pause."""
    del i
    return _IDIOM if number(tokens, j) else None


def _stopped(tokens: Tokens, i: int, j: int) -> Found:
    """``stopped coughing``: what stops by itself is no session."""
    del i
    return ((Ignored(),), j + 1) if tokens[j].text in _ILL_DOINGS else None


def _given_up(tokens: Tokens, i: int, j: int) -> Found:
    """``i quit``: all of it, and no session."""
    ends = tokens[j].kind in "el" or tokens[j].text in {".", "!"}
    alone = ends and not any(token.kind in "nc" for token in tokens)
    opens = i == 0 or tokens[i - 1].text == "i" or tokens[i - 1].kind in "ls"
    return _IDIOM if alone and opens and j == i + 1 else None


def _did_all(tokens: Tokens, i: int, j: int) -> Found:
    """``did all 8 runs``: every one of them, and nothing of so many kilometres."""
    found = number(tokens, j) if tokens[i + 1].text == "all" and j == i + 2 else None
    counted = found and tokens[found[1]].text in _COUNTED
    return (
        ((Went(Status.DONE),), found[1] + (tokens[found[1]].text not in {"runs", "walks"}))
        if found and counted
        else None
    )


_COUNTED = bag("runs intervals reps repeats walks hills sets rounds laps efforts strides")
_OTHER_MEANINGS: Mapping[str, Callable[[Tokens, int, int], Found]] = {
    "forgot": _forgotten, "skip": _of_a_heart, "skipping": _of_a_heart, "skipped": _of_a_heart,
    "rested": _paused, "stopped": _stopped, "quit": _given_up,
    "did": _did_all,
}  # fmt: skip
"""What else a word for an outcome may mean, by its first word."""
_ACTIVE = frozenset({"run", "ran", "walked"})
_ILL_DOINGS = bag("coughing sneezing hurting aching vomiting shivering limping")
"""What stops by itself, and is no session."""


def because(tokens: Tokens, i: int, context: Context) -> Found:
    """Why it was skipped."""
    del context
    found = REASON_BOOK.match(tokens, i)
    return ((Because(found[0]),), found[1]) if found else None
