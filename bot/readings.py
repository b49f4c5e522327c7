"""A message that several cases look at is read once."""

import datetime as dt
import re
from typing import Final

from coach.memories import of_people
from coach.profile import DistanceUnit
from coach.reader import read
from coach.reading import Reading

MESSAGES = 32
"""The messages of one moment; more would only keep words longer than they are needed."""


@of_people(MESSAGES)
def read_once(text: str, today: dt.date, units: DistanceUnit, language: str) -> Reading:
    """What a text says, as the log reader understands it."""
    return read(text, today, units, language)


_LAST_FIGURE: Final = re.compile(r"(?P<words>\D*[^\W\d_]\D*[.,;:!-]) ?(?P<effort>[1-9]|10)[.!]?")
"""*Long run with the club, 4*: the file knows how far it was, so a lone figure behind the words is how hard it felt."""


def read_under_file(caption: str, today: dt.date, units: DistanceUnit, language: str) -> Reading:
    """What the words under a file say."""
    reading = read_once(caption, today, units, language)
    found = _LAST_FIGURE.fullmatch(caption.strip())
    told = reading.pain or reading.measurements or any(entry.pain or entry.rpe for entry in reading.entries)
    if found is None or told:
        return reading
    return read_once(f"{found['words']} effort {found['effort']}", today, units, language)
