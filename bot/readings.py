"""A message that several cases look at is read once."""

import datetime as dt

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
