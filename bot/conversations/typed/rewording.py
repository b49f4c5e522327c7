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
_REASONED: Final = re.compile(
    r"(?P<wish>(?:(?:can|could) (?:you|i|we) |please |pls )*"
    rf"(?:move|shift|swap|switch|push|postpone|put|reschedule)\b.*?\b{_DAY})"
    r"[,;.]? (?:because|bc|cos|cuz|coz|since|as (?:i|my|the|we|it)|so (?:i|that)|due to|i (?:did|have|had)|my|the)\b.*"
)
"""*Move tomorrow's tempo to thursday bc i did track*: what is behind the wish is its reason, and no log."""
_AFTER_ALL: Final = re.compile(
    r"(?:(?:ok|then|so|but|and|actually|can|could|may|i'?ll|i|we|let'?s|will|rather|maybe|please|pls|do|run|move|have"
    r"|make|it|that|this|them|both|todays?|session|instead|to|on|up)[ ,]*)*"
    rf"(?:do|run|move|have|make) (?:it|that|this|them|both)(?: up)?(?: to| on)? (?P<to>{_DAY})"
    r"(?: instead| please| pls| then| rather)*[?!. ]*"
)
"""*Can I do it tomorrow*, said of what was just left out."""
_LONGEST: Final = 160


def as_wish_to_move(text: str) -> str:
    """The words as a plain wish to move a session, where they give a day up for another; else unchanged."""
    if len(text) > _LONGEST:
        return text
    said = re.sub(r"\btomm?orr?ow\b", "tomorrow", plain(text))
    if (reasoned := _REASONED.fullmatch(said)) is not None:
        return reasoned["wish"]
    found = _RATHER.fullmatch(said)
    may = None if found is not None or "yesterday" in said else _MAY_I.fullmatch(said)
    if may is not None and may["to"] not in {"today", "tonight"}:
        return f"move today to {may['to'].removeprefix('on ')}"
    if found is None or found["first"] == found["to"]:
        return text
    return f"move {found['first'].removeprefix('on ')} to {found['to'].removeprefix('on ')}"


def day_after_all(text: str) -> str | None:
    """The day on which somebody would do *it* after all, named as words that move today's session; else ``None``."""
    found = _AFTER_ALL.fullmatch(re.sub(r"\btomm?orr?ow\b|\btmr?w\b", "tomorrow", plain(text)))
    return None if found is None or found["to"] in {"today", "tonight"} else f"move today to {found['to']}"
