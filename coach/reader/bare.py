"""A bare log: an activity in figures and not a word more, which can ask for nothing (``ran 8.2 km in 51:03, rpe 4``).

Most of what people write is one. Whoever looks for wishes, orders or moods in a message need not look into it, and most
of them are read without the grammar, in a fifth of its time.
"""

import re
from collections.abc import Mapping
from typing import Final

from coach.reader.draft import Draft
from coach.reader.facts import ClockReading, Felt, Lasting, Length
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reading import Activity

LONGEST: Final = 60
"""Characters of a bare log; what is longer holds more."""
_KIND: Final = r"(?:easy|long|tempo|interval|hill|recovery)"
_DEED: Final = rf"(?:i )?(?:ran|jogged|walked|cycled|swam|(?:{_KIND} )?(?:run|walk)|strength)"
_FIGURE: Final = r"(?:\d{1,3}(?:[.,]\d{1,2})? ?(?:k|km|mi|miles?|min|mins|minutes?)|\d{1,3}(?::[0-5]\d){1,2})"
BARE: Final = re.compile(
    rf"(?P<deed>{_DEED} )?{_FIGURE}(?P<more>(?: in |,? ){_FIGURE})?(?P<felt>,? rpe (?:10|[1-9]))?[.!]?",
    re.ASCII | re.IGNORECASE,
)


def is_bare_log(text: str) -> bool:
    """Whether a message is a bare log; a figure alone may answer a question and is none."""
    found = BARE.fullmatch(text) if len(text) <= LONGEST else None
    return found is not None and any(found.group("deed", "more", "felt"))


_DEEDS: Final[Mapping[str, Activity]] = {
    "ran": Activity.RUN, "run": Activity.RUN, "jogged": Activity.RUN, "walked": Activity.WALK, "walk": Activity.WALK,
    "cycled": Activity.CYCLING, "swam": Activity.SWIMMING, "strength": Activity.STRENGTH,
}  # fmt: skip
_FAR: Final = r"(?P<far>\d{1,3}(?:[.,]\d{1,2})?) ?(?P<unit>km?|mi|miles?)"
_LONG: Final = (
    r"(?P<minutes>\d{1,3}) ?(?:min|mins|minutes?)|(?P<first>\d{1,3}):(?P<second>[0-5]\d)(?::(?P<third>[0-5]\d))?"
)
PLAIN: Final = re.compile(
    rf"(?:i )?(?:easy )?(?P<deed>{'|'.join(_DEEDS)})(?: {_FAR})?(?:(?P<cue> in |,? )(?:{_LONG}))?"
    r"(?:,? rpe (?P<felt>10|[1-9]))?[.!]?",
    re.ASCII | re.IGNORECASE,
)


def plainly(text: str) -> Draft | None:
    """The activity of a bare log told as most are, a deed, how far, how long and how hard; ``None`` for any other.

    It is what the whole grammar makes of such words, without a look at all else that they might begin.
    """
    found = PLAIN.fullmatch(text) if len(text) <= LONGEST else None
    if found is None or not any(found.group("far", "minutes", "first")):
        return None
    draft = Draft(kind=_DEEDS[found["deed"].lower()])
    if found["far"]:
        unit = LENGTHS[found["unit"].lower()]
        draft.lengths.append(Length(float(found["far"].replace(",", ".")) * unit, unit=unit))
    if found["minutes"]:
        draft.lastings.append(Lasting(60.0 * int(found["minutes"])))
    elif found["third"]:
        hours, minutes, seconds = map(int, found.group("first", "second", "third"))
        draft.lastings.append(Lasting(3600.0 * hours + 60 * minutes + seconds))
    elif found["first"]:
        cue = found["cue"].strip(" ,").lower()
        draft.clocks.append(ClockReading(int(found["first"]), int(found["second"]), cue))
    if found["felt"]:
        draft.efforts.append(Felt(float(found["felt"])))
    return draft
