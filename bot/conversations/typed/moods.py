"""Words that are no training and no question: what somebody feels, thanks, hello, good night."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from bot.conversations.typed.plain import plain
from bot.conversations.typed.slips import near
from coach.memories import of_people

LONGEST: Final = 160
"""Characters; what is longer has more to say than a feeling."""
CRISIS: Final = "crisis"


def _any(*alternatives: str) -> re.Pattern[str]:
    """One of these, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


_SELF_HARM: Final = _any(
    r"kill(?:ing)? myself", r"suicid\w*", r"end my life", r"want(?:ed)? to die", r"wanna die",
    r"wish i (?:was|were) dead", r"(?:don'?t|do not) want to (?:live|be alive)", r"self-? ?harm\w*",
    r"(?:cutting|harming) myself", r"end it all", r"better off (?:dead|without me)", r"no reason to live",
    r"(?:don'?t|do not) want to be here any ?more", r"unalive\w*", r"take my own life",
    r"(?:want|going|need|gonna|like|urge) (?:to )?(?:hurt|harm|cut)(?:ting|ing)? myself",
)  # fmt: skip
_OF_A_HILL: Final = re.compile(r"\b(?:die|dead|suicid\w*) (?:running|on (?:that|the|this)|in the|when|while|after)\b")
"""*I wanted to die on that hill* is a hard run."""
_OF_SPORT: Final = _any(
    r"(?:did|do|doing|done|ran|run) (?:\d+ ?(?:x ?)?)?suicides", r"\d+ ?(?:x ?)?suicides",
    r"suicide (?:hills?|sprints?|runs?|drills?|intervals?|reps?)",
    r"cut(?:ting)? myself (?:some|a bit of|a little|a) slack",
)  # fmt: skip
"""Shuttle runs by their old name, and being kind to oneself."""
_VERY: Final = r"(?:(?:so|really|very|just|a bit|a little|too|quite|pretty|super|completely|totally|all|always) )*"
_I_AM: Final = rf"(?:i'?m|i am|i feel|i'?m feeling|feeling|feel) {_VERY}"
_COURTESIES: Final[Mapping[str, re.Pattern[str]]] = {
    "thanks": _any(
        r"(?:i )?(?:love|luv) (?:you|u|ya)(?: (?:so much|lots|all))?", "ily(?:sm)?",
        r"(?:you|u)(?:'?re| are|r) (?:(?:so|very|really|just) )*(?:kind|nice|sweet|lovely|great|awesome|the best)",
        r"(?:(?:many|ok|okay|great|perfect|cool) )*(?:thanks?|thank ?(?:you|u)|thx|ty|tysm|cheers|ta)\b.{0,60}",
        "much appreciated",
    ),
    "hello": _any(
        r"(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|morning|evening)"
        r"(?: (?:coach|there|legwork|again|you|all))*"
    ),
    "bye": _any(
        "bye(?: bye)?", "(?:good ?)?night(?: night)?", r"see (?:you|ya)(?: \w+)?", "cu", "ciao",
        r"have a (?:good|nice) \w+",
    ),
    "how_are_you": _any(r"(?:and )?how(?:'?s| is) it going", r"(?:and )?how are (?:you|u)(?: (?:doing|today))?"),
    "who": _any(
        r"(?:are you|r u) (?:an? )?(?:bot|robot|real|human|person|ai|machine)(?: person)?",
        r"who (?:made|built|wrote|created|programmed|is behind) (?:you|u|this)(?: bot)?",
        r"(?:so )?(?:who|what) are you(?:,? (?:are you |r u )?(?:an? )?(?:bot|robot|real|human|person|ai|machine))?",
    ),
    "sorry": _any(r"(?:i'?m |i am )?(?:so |very |really )?sorry\b.{0,60}", "my bad"),
    "undo": _any("(?:please )?(?:undo|revert|take (?:it|that) back|change it back)(?: (?:it|that|this))?(?: please)?"),
    "going": _any(
        r"(?=.*\b(?:later|tonight|off|out|gonna|going|will|i'?ll|about|soon|leaving|heading|head|way)\b)"
        r"(?:(?:ok|okay|right|yes|i'?m|i|i'?ll|we|just|gonna|going|will|about|now|so|and|then|off|heading|head|leaving|out|on"
        r"|to|for|a|my|the|run|running|jog|walk|do|it|go|get|this|evening|tonight|later|today|after|work|lunch|in|bit|soon"
        r"|way|train|training|session|strength|gym|start|starting|ready|maybe|probably) ?)+"
    ),
    "ok": _any(
        r"(?:ok|okay|k|kk|oki|alright|all right|sure|fine|cool|great|nice|perfect|good|got it|understood|noted|will do"
        r"|sounds good|makes sense|i see|yes|yep|yeah|yup|no|nope|lol|haha+|awesome|brilliant|lovely|super)"
        r"(?: (?:coach|then|thanks|ok|great))*"
    ),
}  # fmt: skip
"""Whole messages."""
_FEELINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "eating": _any(
        "binged?", "binging", r"purg(?:ed|ing)", r"starv\w+ myself", r"mak(?:e|ing) myself (?:sick|throw up)",
        r"(?:ate|eaten|eating) (?:way )?too much",
        r"(?:didn'?t|not|stopped) eat(?:en|ing)?(?: anything)? (?:all day|today)",
        r"skip(?:ped|ping)? (?:meals|dinner|lunch|breakfast) to",
    ),
    "body": _any(
        rf"{_I_AM}(?:fat|ugly|gross|disgusting|huge|hideous|flabby|chubby|unattractive|worthless)",
        r"hate (?:my (?:body|legs|thighs|belly|stomach|looks)|how i look|myself)",
        r"i look (?:so )?(?:fat|ugly|awful|terrible|gross)",
    ),
    "low": _any(
        rf"{_I_AM}(?:sad|down|low|depressed|lonely|anxious|stressed|overwhelmed|miserable|empty|hopeless|awful|terrible"
        r"|like crying|burn(?:t|ed) out)",
        r"(?:bad|awful|terrible|horrible|rough) (?:day|week|time)", "stressful",
    ),
    "fail": _any(
        "giv(?:e|ing) up", "i quit", r"can'?t do (?:this|it)", r"can'?t keep (?:this )?up", "useless", "failure",
        "i(?:'ve)? failed", "no motivation", r"(?:un|not )motivated", r"can'?t be (?:bothered|arsed)",
        r"don'?t (?:feel like|want to) (?:run(?:ning)?|train(?:ing)?|go(?:ing)?|it|do it)", "so lazy", "i'?m lazy",
        "(?:feel|feeling) (?:so )?guilty", "not good enough",
    ),
    "hate": _any(
        "hate (?:this|it|running|you|walking|strength)", "sucks",
        "this is (?:awful|horrible|stupid|boring|terrible|hell)",
        "so boring", "stupid bot", "fuck(?: you| this)?", "shut up",
    ),
    "tired": _any(
        rf"{_I_AM}(?:tired|exhausted|knackered|worn out|shattered|sleepy|wiped|drained|dead)", "(?:so|too|dead) tired",
        "no energy", "(?:slept|sleep) (?:badly|bad|terribly|awfully)", r"(?:didn'?t|hardly|barely) (?:sleep|slept)",
        "^(?:tired|exhausted|knackered|shattered)$",
    ),
    "joy": _any(
        rf"{_I_AM}(?:great|good|amazing|proud|happy|strong|fantastic|wonderful|better|on top of the world)",
        "love (?:this|it|running)", "loving it", "yay", r"woo+ ?hoo+", "that was (?:fun|great|amazing|good)",
        "so proud", "best (?:run|day) ever",
    ),
}  # fmt: skip
"""Anywhere in a message, what needs most care first."""


def _words_of(shapes: Iterable[re.Pattern[str]]) -> frozenset[str]:
    """The whole words that patterns are written in."""
    return frozenset(
        word for shape in shapes for word in re.findall(r"(?<![\\a-z])[a-z]{4,}(?![a-z(?])", shape.pattern)
    )


_KNOWN: Final = _words_of((*_COURTESIES.values(), *_FEELINGS.values()))
_OF_CRISIS: Final = _words_of((_SELF_HARM,))
_SAD_SIGNS: Final = frozenset("😢😭😞😔💔😩😫🥺😖☹🙁")


def straightened(said: str, known: frozenset[str]) -> str:
    """Words with a slip of the finger put right, and letters drawn out for feeling made short: ``sooo tierd``."""
    short = re.sub(r"([a-z])\1{2,}", r"\1", said)
    return re.sub(r"[a-z]{5,}", lambda found: _nearest(found[0], known), short)


@of_people(1024)
def _nearest(word: str, known: frozenset[str]) -> str:
    if word in known:
        return word
    return next((each for each in sorted(known) if near(word, each)), word)


def in_crisis(text: str) -> bool:
    """Whether somebody speaks of dying or of harming themselves, slips of the finger forgiven."""
    said = _OF_SPORT.sub("", plain(text))
    if _OF_A_HILL.search(said):
        return False
    return any(_SELF_HARM.search(told) for told in (said, straightened(said, _OF_CRISIS)))


def is_of_effort(text: str) -> bool:
    """*I wanted to die, 10k in 50 min*: help is offered all the same, and what was done is kept as well."""
    return "wanted to die" in plain(text)


def mood_of(text: str) -> str | None:
    """What a message is where it is no training and no question: a courtesy, a feeling; ``None`` for anything else."""
    if in_crisis(text):
        return CRISIS
    if len(text) > LONGEST:
        return None
    said = plain(text)
    if not re.search(r"\w", said):
        return _of_signs(text)
    asks = "?" in text
    return _felt(said, asks=asks) or _felt(straightened(said, _KNOWN), asks=asks)


def _felt(said: str, *, asks: bool) -> str | None:
    """The courtesy or feeling of plain words; a question is no feeling."""
    courtesy = next((name for name, shape in _COURTESIES.items() if shape.fullmatch(said)), None)
    if courtesy is not None or asks:
        return courtesy
    return next((name for name, shape in _FEELINGS.items() if shape.search(said)), None)


def _of_signs(text: str) -> str | None:
    """A message of signs alone: a sad face is a bad day, a thumb or a heart an *ok*; dots and dashes say nothing."""
    if text.isascii():
        return None
    return "low" if _SAD_SIGNS & set(text) else "ok"
