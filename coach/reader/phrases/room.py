"""How long there was for a session, told beside how long it took: ``only got half an hour, 4k 27 min``."""

from coach.reader.facts import Context, Found, Ignored, Tokens
from coach.reader.phrases.numbers import after
from coach.reader.phrases.times import duration
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_BARELY = bag("only just")
_HAVING = bag("got had have ive")
STARTS = _BARELY | _HAVING
_MOST = 3
"""Words of both sorts that stand before it: ``had got only half an hour``."""
_FREE = bag("between before until till to free spare today this for at over so , . - ;")
"""What follows the time that there was; *in* and *done* tell of a run."""
_APART = bag("then plus also after later + another more")
"""What tells of a second session."""
_AND = bag("and &")
"""Between two things and no comma behind them, a second session as well."""
_BREAKS = bag(", . ; - ran")
_LINKS = bag("in , / ( - about")


def room(tokens: Tokens, i: int, context: Context) -> Found:
    """The time that there was is nobody's, where a distance with a time of its own follows in the same breath."""
    del context
    end = after(tokens, i, STARTS, _MOST)
    words = {token.text for token in tokens[i:end]}
    found = duration(tokens, end) if words & _BARELY and words & _HAVING else None
    if not found or tokens[found[1]].text not in _FREE or not _is_timed(tokens, found[1]):
        return None
    return (Ignored(),), found[1]


def _is_timed(tokens: Tokens, j: int) -> bool:
    """Whether the next figure is a distance with its time right behind it."""
    linked = False
    while tokens[j].kind not in "nce" and tokens[j].text not in _APART:
        linked = tokens[j].text in _AND or (linked and tokens[j].text not in _BREAKS)
        j += 1
    if linked or tokens[j].kind != "n" or tokens[j + 1].text not in LENGTHS:
        return False
    k = j + 2 + (tokens[j + 2].text in _LINKS)
    bare = tokens[k - 1].text == "in" and tokens[k].kind == "n" and tokens[k + 1].kind != "w"
    return bare or tokens[k].kind == "c" or duration(tokens, k) is not None
