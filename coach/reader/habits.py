"""Aches that come and go (``knees get sore sometimes``): a worry in general, and no report of today."""

import datetime as dt

from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import Context, Hurting, Spot
from coach.reader.phrasebook import Phrasebook
from coach.reader.scan import scan

_AT_TIMES = Phrasebook(
    {
        "sometimes|occasionally|often|usually|always|whenever|every time|from time to time|now and then|now and again|"
        "tends to|tend to|on and off|off and on|once in a while|get sore|gets sore|get tight|gets tight|get stiff|"
        "gets stiff|prone to|after long runs|on long runs|during long runs|after every run|after each run|"
        "after most runs|after runs": True
    }
)
"""How people say that something comes and goes."""


def ache_at_times(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> str | None:
    """The part of the body that hurts at times, where the words report nothing of today; else ``None``."""
    tokens = cut(text).tokens
    if not any(_AT_TIMES.match(tokens, i) for i in range(len(tokens) - 3)):
        return None
    facts = scan(tokens, Context(today, units))
    spot = next((fact for fact in facts if isinstance(fact, Spot)), None)
    return spot.area if spot is not None and any(isinstance(fact, Hurting) for fact in facts) else None
