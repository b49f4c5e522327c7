"""A distance that was not covered: ``no 10k today``. What is denied by name is read among the words."""

from coach.history import Status
from coach.reader.facts import Context, Doing, Found, Tokens, Went
from coach.reader.phrases.dates import spoken_date
from coach.reader.phrases.distances import length
from coach.reader.vocabulary.activities import Said
from coach.reading import Activity

STARTS = frozenset({"no", "nope", "nah"})
"""What denies the distance behind it."""


def distance_denied(tokens: Tokens, i: int, context: Context) -> Found:
    """``no 10k today`` at the start of a message: it did not happen. Without a day it may put a figure right."""
    found = length(tokens, i + 1, context) if i == 0 else None
    day = spoken_date(tokens, found[1], context) if found else None
    if not found or not day or tokens[day[1]].kind != "e":
        return None
    return (Went(Status.SKIPPED), Doing(Activity.RUN, Said.NAMED), *day[0]), day[1]
