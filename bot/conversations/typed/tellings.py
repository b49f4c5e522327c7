"""Whether words that nobody understood may tell of today's training, so that asking about it is no nonsense."""

import re
from typing import Final

from bot.conversations.typed.plain import plain

_OF_SOMETHING_ELSE: Final = re.compile(
    r"\b(?:want|wanna|would|wish|need|should|can|could|change|send|write|message|text me|remind|new time|goal"
    r"|every (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|every ?day|always|usually|normally|neither|dunno|prefer|rather|next|tomorrow"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)"
    r"|knees?|hips?|ankles?|shins?|calf|calves|foot|feet|back|joints?|weight"
    r"|not|don'?t|haven'?t|didn'?t|isn'?t|yet|gonna|going to|will|flying|flight|move"
    r"|hate|love|period|wrong|weeks?|watch|later|about to|heading|soon|too easy|start|sick of|mad|busy|temp|doctor|doc"
    r"|physio|away|holiday|compare|hr|steps|rest"
    r"|from now on|for good|alone|thank|thanks|you|your|coach)\b"
    r"|^(?:is|are|will|start|give)\b|^(?:no|nah|nope)\b|^in \w+(?: \w+)?$|^[^a-z]*\d{1,2}(?:[.:]\d\d)?[^a-z]*$"
)
_LETTERS: Final = re.compile(r"[aeiouy]")
"""Keys hit at random have none, or hardly any."""


def may_tell(text: str) -> bool:
    """Whether words may tell of a session that is done: they wish for nothing, deny nothing and name no body part."""
    said = plain(text)
    return _OF_SOMETHING_ELSE.search(said) is None and _LETTERS.search(said) is not None
