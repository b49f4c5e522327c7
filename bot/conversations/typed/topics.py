"""A topic that a message may be about: what it is called, how it is recognised, and the lesson that says more."""

import re
from typing import NamedTuple


class Topic(NamedTuple):
    """Something people ask or say, and the lesson that says more."""

    name: str
    shape: re.Pattern[str]
    lesson: str | None


def about(name: str, lesson: str | None, *alternatives: str) -> Topic:
    """A topic that is recognised by one of these, as whole words."""
    return Topic(name, re.compile(rf"\b(?:{'|'.join(alternatives)})\b"), lesson)
