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
_MAY_I: Final = re.compile(
    rf".*\b(?:can|could|may) i (?:do|run|have|make|move|take) (?:it|this|that|todays?|the session)(?: session| run)?"
    rf"(?: to| on)? (?P<to>{_DAY})(?: instead)?(?: or (?P<or>{_DAY}))?{_AFTER}[?!. ]*"
)
"""*I have to go to the dentist, can I do it tomorrow instead or saturday*: today's session, to the day named first."""
_LONGEST: Final = 160


def as_wish_to_move(text: str) -> str:
    """The words as a plain wish to move a session, where they give a day up for another; else unchanged."""
    if len(text) > _LONGEST:
        return text
    said = re.sub(r"\btomm?orr?ow\b", "tomorrow", plain(text))
    found = _RATHER.fullmatch(said)
    may = None if found is not None or "yesterday" in said else _MAY_I.fullmatch(said)
    if may is not None and may["to"] not in {"today", "tonight"}:
        return f"move today to {may['to'].removeprefix('on ')}"
    if found is None or found["first"] == found["to"]:
        return text
    return f"move {found['first'].removeprefix('on ')} to {found['to'].removeprefix('on ')}"
