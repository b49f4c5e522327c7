"""More than one activity in a message: how many there were, and in which part of the day each was."""

from coach.reader.facts import Context, DayPart, Found, Several, Stop, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.times import timed
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

DAY_PARTS = {
    word: part
    for part, words in {
        "morning": "am morning mornings a.m",
        "noon": "lunch lunchtime noon midday",
        "afternoon": "afternoon arvo",
        "evening": "pm evening evenings night p.m",
    }.items()
    for word in words.split()
}
"""Words for parts of a day. Two activities in two parts are two."""
_PLURALS: dict[str, Activity | None] = {
    "runs": Activity.RUN, "jogs": Activity.RUN, "walks": Activity.WALK, "hikes": Activity.WALK,
    "rides": Activity.CYCLING, "swims": Activity.SWIMMING, "sessions": None, "workouts": None, "outings": None,
}  # fmt: skip
_HOW = bag("short easy long separate small little quick slow nice different steady good lovely x *")
_MOST = 5
"""More of them in one message are a week's sum, not a log."""
TWICE = bag("twice double doubles doubled")
_WENT = bag("ran run jogged walked swam cycled rode trained out went")


def day_part(tokens: Tokens, i: int, context: Context) -> Found:
    """``am``, ``evening``, ``at lunch``; not *am* of *I am*."""
    del context
    if tokens[i].text == "am" and i and tokens[i - 1].text == "i":
        return None
    return (DayPart(DAY_PARTS[tokens[i].text]),), i + 1


@at_numbers_with(_PLURALS)
def several(tokens: Tokens, i: int, context: Context) -> Found:
    """``two runs``: what follows are two; ``2 x 20 min walks``, ``two 5k runs``: the same so often."""
    count = number(tokens, i)
    if not count or count[0] not in range(2, _MOST + 1):
        return None
    j = after(tokens, count[1], _HOW, 2)
    if tokens[j].text in _PLURALS:
        return None if "x" in {tokens[j - 1].text, tokens[count[1]].text} else _announced(tokens, j)
    each = timed(tokens, j, context) or length(tokens, j, context)
    end = after(tokens, each[1], _HOW, 2) if each else 0
    if not each or tokens[end].text not in _PLURALS or (j == count[1] and tokens[j].kind != "n"):
        return None
    again = [fact for _ in range(int(count[0]) - 1) for fact in (Stop(">"), *each[0])]
    return (Several(_PLURALS[tokens[end].text]), *each[0], *again), end + 1


def _announced(tokens: Tokens, j: int) -> Found:
    """*This week* behind it makes a sum of it."""
    return ((Several(_PLURALS[tokens[j].text]),), j + 1) if tokens[j + 1].text not in {"left", "per"} else None


def twice(tokens: Tokens, i: int, context: Context) -> Found:
    """``ran twice``, ``double day``, ``doubled up``: two activities."""
    del context
    if tokens[i].text == "twice":
        return ((Several(None),), i + 1) if i and tokens[i - 1].text in _WENT else None
    if tokens[i].text == "doubles" or tokens[i + 1].text in {"day", "up", "run", "session", "today"}:
        return (Several(None),), i + 1 + (tokens[i + 1].text in {"day", "up"})
    return None
