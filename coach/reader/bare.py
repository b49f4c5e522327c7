"""A bare log: an activity in figures and not a word more, which can ask for nothing (``ran 8.2 km in 51:03, rpe 4``).

Most of what people write is one. Whoever looks for wishes, orders or moods in a message need not look into it.
"""

import re
from typing import Final

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
