"""Times of day as people type them: ``5:30 pm``, ``17:30``, ``half past six``, ``7``, ``noon``."""

import re

from bot.conversations.typed.numbers import in_figures

_NAMED = {
    "noon": 720, "midday": 720, "at noon": 720, "lunchtime": 720, "lunch": 720, "midnight": 0, "at midnight": 0,
    "early morning": 360, "early": 360, "before work": 390, "morning": 420, "breakfast": 420, "late morning": 600,
    "afternoon": 900, "early evening": 1020, "after work": 1020, "evening": 1080, "late evening": 1200, "night": 1200,
}  # fmt: skip
_DIGITAL = re.compile(
    r"(?:at |around |about )?(\d{1,2})(?:\s*[:.h]\s*(\d{2})|\s+(\d{2}))?\s*(?:h|o'?clock|hrs|hours|uhr)?\s*"
    r"(a\.?m\.?|p\.?m\.?|a|p)?\s*((?:in the|every|each)? ?(?:morning|afternoon|evening|night)|daily|every day|please)*"
)
_MILITARY = re.compile(r"(\d{2})(\d{2})\s*(?:h|hrs|hours)?")
_HALF = re.compile(r"\bhalf (?=\d)")
"""``half 7`` is half past seven, as the British say."""
_ISH = re.compile(r"(?:(?<=\d)|(?<=\d[ap]m)|(?<=\d [ap]m))[ -]?ish\b")
_SPOKEN = re.compile(
    r"(?:at |around |about )?(half|(?:a )?quarter|\d{1,2})(?: minutes?)? ?(past|after|to|before|till) (\d{1,2})"
    r"(?: o'?clock)?\s*(a\.?m\.?|p\.?m\.?)?\s*((?:in the|at) (?:morning|afternoon|evening|night))?"
)


def read_time(text: str) -> int | None:
    """Minutes after midnight, ``None`` where the text is no time. Without am or pm the morning is meant."""
    said = _HALF.sub("half past ", _ISH.sub("", in_figures(text)))
    part = re.sub(r"^(?:in |at |the |during |every )+|s$", "", said)
    if said in _NAMED or part in _NAMED:
        return _NAMED.get(said, _NAMED.get(part))
    for pattern, reader in ((_SPOKEN, _spoken), (_MILITARY, _military), (_DIGITAL, _digital)):
        match = pattern.fullmatch(said)
        if match is not None:
            return reader(match)
    return None


_PARTS = re.compile(r"[,;!?()]+|\.(?!\d)|\b(?:but|so|because|since|as|when|before|if|and|then|let'?s say)\b")
_AROUND = re.compile(
    r"\b(?:i'?d|i|would|prefer|want|like|love|please|send|write|text|message|ping|remind|it|them|one|me|to|get|wake|up"
    r"|go|running|run|works?|is|best|good|great|fine|ok|okay|for|by|maybe|probably|perhaps|think|just|make|say|the|can"
    r"|you|do|could|let'?s|not|too|early|sometime|usually|always|my|alarm|rings|be|in|mornings?)\b"
)


def time_within(text: str) -> int | None:
    """The one time that a sentence names: ``when i wake up, about half 7``; ``None`` where it names none, or two."""
    parts = (" ".join(_AROUND.sub(" ", part).split()) for part in _PARTS.split(in_figures(text)))
    found = {
        minute for part in parts if any(sign.isdigit() for sign in part) and (minute := read_time(part)) is not None
    }
    return found.pop() if len(found) == 1 else None


def _digital(match: re.Match[str]) -> int | None:
    minutes = match[2] or match[3]
    return _minute(int(match[1]), int(minutes or 0), _half(match[4], match[5]))


def _military(match: re.Match[str]) -> int | None:
    return _minute(int(match[1]), int(match[2]), None)


def _spoken(match: re.Match[str]) -> int | None:
    named = {"half": 30, "quarter": 15, "a quarter": 15}
    part = named.get(match[1]) or int(match[1])
    hour = _minute(int(match[3]), 0, _half(match[4], match[5]))
    if hour is None:
        return None
    return (hour + (part if match[2] in {"past", "after"} else -part)) % 1440


def _half(mark: str | None, part: str | None) -> str | None:
    """``am`` or ``pm``, from the letters or from the part of the day."""
    if mark:
        return f"{mark[0]}m"
    words = part or ""
    if "morning" in words:
        return "am"
    return "pm" if any(word in words for word in ("afternoon", "evening", "night")) else None


def _minute(hour: int, minute: int, half: str | None) -> int | None:
    if minute > 59 or hour > 24 or (half and not 1 <= hour <= 12 and not (half == "pm" and hour < 24)):
        return None
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return hour % 24 * 60 + minute
