"""Sentences people say in a round-about way, put as the plain wish they are: ``i cant thursday, can i go friday``."""

import re
from typing import Final

from bot.conversations.typed.plain import plain

_DAY: Final = (
    r"(?:today|tonight|tomorrow|(?:(?:this|next|on) )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_CANT: Final = r"(?:can'?t|cant|cannot|can not|won'?t|couldn'?t|not able to|unable to|busy|no time|not free)"
_DOING: Final = r"(?: (?:run|train|do|make|manage|go|it|the|my|session|on|for|this|fit|in))*"
_MAY: Final = (
    r"(?:[,.;:!?-]+ ?| )(?:(?:so|but|and|can|could|may|shall|i|we|you|do|go|run|train|it|make|move|have|let'?s|how|what"
    r"|about|on|to|instead|rather|i'?d|would|prefer|like|want|maybe|please|that|is|ok|the|session|id|works?) )*?"
)
_AFTER: Final = (
    r"(?:[,?!. ]*(?:instead|please|pls|thanks?|is|works?|would|work|be|better|fine|ok(?:ay)?|good|possible|for|me|then"
    r"|suits))*"
)
_BOTH: Final = rf"(?!,? ?(?:and|or|to|until|till|through)? ?{_DAY}\b(?! (?:instead|works?|is|would|rather)\b))"
"""Not two days that are given up together: *busy thursday and friday*."""
_RATHER: Final = re.compile(
    rf"(?:.*\b)?{_CANT}{_DOING} (?P<first>{_DAY})(?:'?s)?{_BOTH}{_MAY}(?P<to>{_DAY}){_AFTER}[?!. ]*"
)
_LONGEST: Final = 100


def as_wish_to_move(text: str) -> str:
    """The words as a plain wish to move a session, where they give a day up for another; else unchanged."""
    if len(text) > _LONGEST:
        return text
    found = _RATHER.fullmatch(plain(text))
    if found is None or found["first"] == found["to"]:
        return text
    return f"move {found['first'].removeprefix('on ')} to {found['to'].removeprefix('on ')}"
