"""A part of what was planned: ``3 of 5 km``, ``2/3 of it``, ``instead of 8``."""

from coach.history import Status
from coach.reader.facts import Context, Found, Ignored, Lasting, Length, Tokens, Went
from coach.reader.needs import at_numbers_with
from coach.reader.phrases import times
from coach.reader.phrases.distances import RUNNERS, length
from coach.reader.phrases.numbers import after, number
from coach.reader.tokens import Token
from coach.reader.vocabulary.quantities import LENGTHS, TIMES
from coach.reader.vocabulary.wordlist import bag


def _counts_repeats(token: Token) -> bool:
    """Whether what is counted are repeats of a workout, or nothing at all."""
    return token.kind != "w" or token.text in _REPEATS


_REPEATS = bag("intervals reps repeats hills rounds runs laps loops efforts sprints")
_RACES = bag("half marathon race ultra")
_HOW_RUN = bag("run running walk hill planned hard fast tempo")
"""What may stand before repeats that are counted: ``3 of the 6 run intervals``."""


@at_numbers_with("of", "/")
def share(tokens: Tokens, i: int, context: Context) -> Found:
    """A part of what was planned: ``3 of 5 km``, ``3k out of 5``, ``15 of 30 min``; one of the two has the unit."""
    del context
    done = number(tokens, i)
    if not done:
        return None
    j = done[1] + (tokens[done[1]].text in LENGTHS or tokens[done[1]].text in TIMES)
    k = j + 1 + (tokens[j].text == "out")
    if tokens[k - 1].text not in {"of", "/"} or (tokens[k - 1].text == "/" and (j > done[1] or not tokens[j].glued)):
        return None
    k += tokens[k].text in {"the", "my", "a"}
    k += tokens[k].text in {"planned", "full"}
    whole = number(tokens, k)
    if not whole and tokens[k].text in _RACES and tokens[done[1]].text in LENGTHS:
        metres = done[0] * LENGTHS[tokens[done[1]].text]
        return (Length(metres, on_foot=True, unit=LENGTHS[tokens[done[1]].text]), Went(Status.PARTIAL)), k + 1
    if not whole and j == done[1] and tokens[k - 1].text in {"the", "my"} and tokens[k].text in _REPEATS:
        return (Went(Status.PARTIAL),), k  # *4 of the runs*
    if not whole or not done[0] < whole[0]:
        return None
    unit = tokens[done[1]].text if j > done[1] else tokens[whole[1]].text
    end = whole[1] + (tokens[whole[1]].text in LENGTHS or tokens[whole[1]].text in TIMES)
    partly = Went(Status.PARTIAL)
    named = after(tokens, whole[1], _HOW_RUN, 2)
    if (named > whole[1] and tokens[named].text in _REPEATS) or (whole[0] == 10 and tokens[whole[1]].text in _REPEATS):
        return (partly,), named + 1
    if whole[0] != 10 and _counts_repeats(tokens[whole[1]]) and unit not in LENGTHS and unit not in TIMES:
        return (partly,), whole[1]
    if unit in LENGTHS:
        return (Length(done[0] * LENGTHS[unit], on_foot=unit in RUNNERS, unit=LENGTHS[unit]), partly), end
    return ((Lasting(done[0] * TIMES[unit]), partly), end) if unit in TIMES else None


def all_of(tokens: Tokens, i: int, context: Context) -> Found:
    """``all of the seven``, ``all 8 of the one minute pieces``: every repeat, however far that was."""
    del context
    j = after(tokens, i + 1, _OF_THE, 3)
    found = number(tokens, j)
    if not found or found[0] != int(found[0]):
        return None
    k = after(tokens, found[1], _OF_THE, 3)
    each = times.duration(tokens, k) if k > found[1] else None
    counted = _counts_repeats(tokens[found[1]]) or tokens[found[1]].text in _AFTER_ALL
    if not each and not (counted and tokens[found[1]].text not in LENGTHS):
        return None
    return (Went(Status.DONE),), each[1] if each else found[1]


_AFTER_ALL = bag("with today done in and this")
_OF_THE = bag("of the my")


_BEFORE_SHARE = bag("did done about only completed finished managed roughly maybe like got just through run session")


def portion(tokens: Tokens, i: int, context: Context) -> Found:
    """``2/3 of it``, ``80% done``: a part of the whole."""
    del context
    found = number(tokens, i)
    if not found:
        return None
    if tokens[found[1]].text == "%" and 10 <= found[0] < 100 and tokens[i - 1].text not in {"@", "at", "incline", ","}:
        ends = tokens[found[1] + 1]
        if tokens[i - 1].kind == "w" and tokens[i - 1].text not in _BEFORE_SHARE and ends.text not in {"done", "of"}:
            return None  # a label: *fat burn 32 %*
        return (
            ((Went(Status.PARTIAL),), found[1] + 1) if ends.kind in "el" or ends.text in {"done", "of", "."} else None
        )
    return (
        ((Went(Status.PARTIAL),), found[1] + 2)
        if found[0] < 1 and tokens[found[1]].text == "of" and tokens[found[1] + 1].text in {"it", "the"}
        else None
    )


def instead(tokens: Tokens, i: int, context: Context) -> Found:
    """``instead of 5``: less than planned; ``7 km instead of 5 km`` is more, and was done."""
    found = number(tokens, i + 2) if tokens[i + 1].text == "of" else None
    if not found:
        return None
    longer = length(tokens, i + 2, context) or times.timed(tokens, i + 2, context)
    short = not _is_surpassed(tokens, i, found)
    return (Went(Status.PARTIAL) if short else Ignored(),), longer[1] if longer else found[1]


_UNITS = LENGTHS | TIMES


def _is_surpassed(tokens: Tokens, i: int, planned: tuple[float, int]) -> bool:
    """Whether the figure shortly before ``i`` is over what was planned, both in one unit."""
    k = next((k for k in range(i - 1, max(-1, i - 4), -1) if tokens[k].kind == "n"), None)
    if k is None:
        return False
    ours, theirs = tokens[k + 1].text, tokens[planned[1]].text
    alike = ours == theirs or not (ours in _UNITS and theirs in _UNITS)
    return alike and tokens[k].value > planned[0]
