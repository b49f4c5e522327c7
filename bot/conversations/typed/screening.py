"""Answers to the health questions in one's own words: what is so, what is not, and what one is only afraid of.

``no nothing like that, just scared of my knees`` is a no with a worry; ``no, but my back hurts`` is a yes.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.conversations.choice import match_words
from bot.conversations.typed.plain import plain, words_of
from bot.conversations.typed.slips import mistyped
from coach.profile import HealthFlag

FLAG_WORDS: Final[Mapping[str, str]] = {
    HealthFlag.HEART_CONDITION: "heart|heart condition|heart problem|heart disease|cardiac|arrhythmia|stent|pacemaker",
    HealthFlag.UNCONTROLLED_BLOOD_PRESSURE: "blood pressure|high blood pressure|hypertension|high bp",
    HealthFlag.CHEST_PAIN: "chest|chest pain|angina",
    HealthFlag.DIZZINESS: "dizzy|dizziness|fainting|fainted|faint|passed out|lost consciousness",
    HealthFlag.CHRONIC_CONDITION: (
        "chronic|diabetes|diabetic|asthma|asthmatic|epilepsy|cancer|medicine|medication|tablets|pills|statins|kidney|copd"
        "|thyroid|depression|anxiety disorder"
    ),
    HealthFlag.BONE_JOINT_PROBLEM: (
        "bone|joint|knee|knees|hip|hips|back|ankle|ankles|arthritis|tendon|injury|injured|achilles|shin|shins|bad knee"
        "|osteoporosis|disc|meniscus|surgery"
    ),
    HealthFlag.SUPERVISED_ONLY: "supervised|supervision|physio|only supervised",
    HealthFlag.PREGNANT: "pregnant|pregnancy|expecting",
    HealthFlag.POSTPARTUM: "postpartum|gave birth|had a baby|new mother|birth|new baby|baby",
    HealthFlag.EATING_DISORDER: "eating disorder|anorexia|bulimia|binge|eating",
    HealthFlag.BETA_BLOCKER: "beta blocker|beta blockers|betablocker|bisoprolol|metoprolol|propranolol|atenolol",
}
"""What people call each condition."""
_PARTS: Final = re.compile(
    r"[,;:.!()\n]+|\b(?:but|although|though|however|except|just|only|apart from|besides|and i(?:'m| am)?)\b"
)
_NO: Final = re.compile(
    r"\b(?:no|none|nope|nah|nothing|never|n|dont|do not|havent|have not|without|neither|not)\b"
    r"|^(?:all (?:good|fine|ok)|(?:im |i am |very |completely |perfectly )*(?:fine|healthy|fit|well|ok|okay))\b"
)
_AFRAID: Final = re.compile(
    r"\b(?:scared|afraid|worried|worry|worries|worrying|nervous|anxious|fear|fears|frightened|concerned)\b"
)
_UNSURE: Final = re.compile(r"\b(?:not (?:sure|certain)|unsure|dont know|do not know)\b")
_NEGATIONS: Final = frozenset({"no", "nope", "nothing", "never", "without", "not", "dont", "havent", "neither"})
_SMALL: Final = (
    "a|an|any|known|such|serious|real|big|major|other|history|of|pain|pains|in|or|nor|and|the|problem|problems|issue"
    "|issues|trouble|troubles|condition|conditions|high|low|wrong|with"
)
_VERBS: Final = "have|had|got|get|been|feel|felt|i|ever|suffer|from|take|my"
_BETWEEN: Final = frozenset(_SMALL.split("|"))
"""Words that may stand between *no* and what it denies."""
_BETWEEN_VERB: Final = _BETWEEN | frozenset(_VERBS.split("|"))
"""The same behind *never* and *don’t*: *no my knees hurt* is a yes, *I don’t have* a no."""
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says: conditions that apply, whether the questions are denied, and a worry in its own words."""

    flags: frozenset[str] = frozenset()
    denied: bool = False
    worry: str | None = None


def screened(text: str) -> Told:
    """What an answer says of health. In doubt a condition counts: the card with its tick is shown before it is kept."""
    flags: set[str] = set()
    denied, worry = False, None
    for part in filter(None, (piece.strip() for piece in _PARTS.split(plain(text)))):
        named = {flag for flag, spoken in FLAG_WORDS.items() if match_words(part, {flag: spoken})}
        even = " ".join(words_of(part))
        if _AFRAID.search(part):
            worry = part[:_LONGEST]
        elif named and not _denies(words_of(part)):
            flags |= named
        elif _NO.search(even) and not _UNSURE.search(even):
            denied = True
    return Told(frozenset(flags), denied, worry)


def _denies(words: Sequence[str]) -> bool:
    """Whether a *no* stands before the first condition with nothing between them that could make it a yes."""
    first = next((place for place, word in enumerate(words) if word in _NEGATIONS), None)
    if first is None:
        return False
    allowed = _BETWEEN if words[first] in {"no", "nope"} else _BETWEEN_VERB
    between = itertools.takewhile(lambda word: word in allowed, words[first + 1 :])
    following = words[first + 1 + len(list(between)) :]
    phrases = [phrase for spoken in FLAG_WORDS.values() for phrase in spoken.split("|")]
    return not following or any(mistyped(phrase, following[: len(phrase.split())]) for phrase in phrases)
