"""What beginners wonder about, as they write it: whether a message asks something, and which topic it is about."""

import re
from typing import Final, NamedTuple

from bot.conversations.typed.plain import plain

LONGEST: Final = 200


class Topic(NamedTuple):
    """Something people ask or say, and the lesson that says more."""

    name: str
    shape: re.Pattern[str]
    lesson: str | None


def _about(name: str, lesson: str | None, *alternatives: str) -> Topic:
    """A topic that is recognised by one of these, as whole words."""
    return Topic(name, re.compile(rf"\b(?:{'|'.join(alternatives)})\b"), lesson)


_ASKS: Final = re.compile(
    r"\?|^(?:(?:so|but|and|hi|hey|ok|coach) )*(?:"
    r"how (?:do|can|could|should|would|long|much|many|often|fast|slow|soon|far|to|is|are|does|will|quickly|hard)"
    r"|(?:can|could|should|may|must|shall|do|will|would|does|did|am|is|are)"
    r" (?:i|you|we|it|this|that|there|my|the|running|walking|squats|strength|runners|people|legs|rain)"
    r"|what(?:'?s)?(?! an? )|when(?:'?s)? (?:will|do|can|should|is|are|am|does|my)|why|which|where)\b"
)
"""A question, with its sign or by how it begins; *when I run my thighs rub* and *what a day* are none."""
_SAID: Final = (
    _about("nervous", "patience", "nervous", "scared", "afraid", "anxious", "intimidated", "embarrassed",
           "do i (?:really )?have to"),
    _about("able", "patience", "too (?:old|fat|heavy|unfit|big)", "(?:never|not) be able to run"),
    _about("heavy", "sleep", "(?:dead|heavy|tired|jelly) legs",
           "legs? (?:(?:are|is|feel|still|so) )*(?:dead|heavy|tired|jelly)"),
    _about("breath", "talk", "out of breath", "breathless", "winded", "can'?t (?:breathe|talk)", "hard to breathe"),
)  # fmt: skip
"""What people say, asked or not."""
_PLACE: Final = (
    "(?:thighs?|legs?|hips?|belly|tummy|stomach|bum|butt|bottom|arms?|waist|calves|calf|cellulite|saddlebags?)"
)
_LESS: Final = (
    r"(?:los\w+|burn\w*|reduc\w+|get(?:ting)? rid of|slim\w*|shrink\w*|target\w*|melt\w*|tone|toning|thinner|leaner"
    r"|smaller)"
)
_BIG: Final = "(?:big|bigger|thick|thicker|larger|huge|massive|muscular|muscly)"
_DAY: Final = "(?:tomorrow|today)"
_OUTING: Final = "(?:run|running|session|training|train|strength|workout|walk|rest day|race|off)"
_ASKED: Final = (
    _about("weigh", "patience", "weigh (?:myself|in|me)", "scales?", "weigh-?ins?"),
    _about("tape", "patience", r"measur\w+", "tape"),
    _about("bulky", "strength", r"bulk\w*", f"{_BIG} {_PLACE}", rf"{_PLACE} (?:\w+ ){{0,3}}?{_BIG}"),
    _about("see", "patience", "(?:how (?:long|soon|many weeks|quickly)|when) .*(?:see|seen|notice|results?|difference"
           "|changes?|work|thinner|leaner|slimmer|smaller|toned)"),
    _about("spot", "spot", f"{_LESS} .*{_PLACE}", f"{_PLACE} .*(?:fat|thinner|leaner|smaller|slimmer)",
           r"spot reduc\w+", "cellulite", f"{_PLACE} fat"),
    _about("lose", "mix", r"(?:los\w+|burn\w*|drop) .*(?:weight|fat|kilos?|kg|pounds|lbs?|calories)", "calories?",
           "diet", "weight loss"),
    _about("nonstop", "patience", r"without (?:a |any |the )?(?:walk|stop|break)\w*", "non-?stop",
           r"run (?:a |the )?(?:whole |full )?(?:5 ?km?|30 min\w*|half an hour)"),
    _about("pace", "talk", "how (?:slow|fast|hard)", "pace", "speed", "too (?:slow|fast)"),
    _about("again", "easy", f"again {_DAY}", "(?:second|extra|another|two|more) (?:run|session)s?", "every ?day",
           "in a row"),
    _about("missed", "patience", "missed", "make (?:it |them )?up", "catch up", "double"),
    _about("walk", "walking", "walk(?:ing)? (?:instead|today|it|part|some)", "(?:can|may) i (?:just |only )?walk"),
    _about("next", None, f"when .*{_OUTING}", "what.* tomorrow", f"(?:is|do|am|have) .*{_DAY}",
           f"how (?:long|far) .*(?:{_OUTING}|{_DAY})", "next (?:run|session|workout|training|one)"),
    _about("knees", "strength", "knees?"),
    _about("drink", "water", "drink", "water", "eat", "food", "breakfast", "hungry", "gels?"),
    _about("weather", None, "rain(?:ing|s|y)?", r"snow\w*", "ice", "icy", "dark", "hot", "heat", "cold", r"storm\w*"),
    _about("shoes", None, "shoes?", "trainers", "sneakers", "wear"),
    _about("walk", "walking", "walk(?:ing)?"),
    _about("long", "patience", "how long (?:until|till|before|does|will)", "when (?:will|do) i", "easier",
           "get better"),
    _about("sleep", "sleep", "sleep", "slept", "tired"),
)  # fmt: skip
"""What people ask, the more particular before the general."""


def topic_of(text: str) -> tuple[str, str | None] | None:
    """What a message wonders about and the lesson behind it; ``None`` where it is nothing we can answer."""
    said = plain(text)
    if len(text) > LONGEST:
        return None
    asked = _ASKED if "?" in text or _ASKS.search(said) else ()
    return next(((topic.name, topic.lesson) for topic in (*_SAID, *asked) if topic.shape.search(said)), None)
