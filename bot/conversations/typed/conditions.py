"""Health conditions told in passing: ``i had a baby 4 months ago``, ``i have asthma``, ``i'm pregnant``.

Surer words than an answer to the health questions needs: nobody was asked. Pains and warning signs are read elsewhere.
"""

import re
from collections.abc import Mapping
from typing import Final

from bot.conversations.typed.plain import plain
from coach.profile import HealthFlag

LONGEST: Final = 160
_I_HAVE: Final = (
    r"(?:i(?:'?ve| have)?(?: got| had| also have| do have)?|i have|i suffer from|diagnosed with|i live with"
    r"|i'?m on|i am on"
    r"|i take|i was diagnosed with|with my|because of my|i'?m an?)"
)
_BIRTH: Final = re.compile(
    r"\b(?:had (?:a|my|our) (?:\w+ )?(?:baby|child|son|daughter|twins|c-? ?section)|gave birth|given birth"
    r"|post ?-?partum"
    r"|(?:have|got) a (?:newborn|new baby)|my baby is \d+ (?:weeks?|months?)|baby was born)\b"
)
_LONG_AGO: Final = re.compile(
    r"\b(?:\d+|two|three|a few|some|many|several|couple of) years? ago\b|\byears ago\b|\bin (?:19|20)\d\d\b"
)
_CHRONIC: Final = (
    r"(?:asthma|diabetes|epilepsy|copd|thyroid|kidney disease|crohn'?s|lupus|ms\b|multiple sclerosis|diabetic"
    r"|asthmatic|(?:an? )?inhaler)"
)
_ALONE: Final = re.compile(
    r"(?:(?:yes|yeah|well|only|just|a bit of|a little|some|mild|slight|light|slightly|mildly|i'?m|an?),? )*"
    rf"{_CHRONIC}\b(?:,? (?:but|only|just|slightly|mildly|mild|a (?:bit|little)|though"
    r"|nothing (?:bad|serious|major)|very|is|its|it'?s)\b)*"
)
"""*Only slight asthma*, and nothing else in the message."""
_NO_BUT: Final = re.compile(r"^(?:no|nope|nothing|none)\b,? but ")
"""*No, but I have asthma*"""
_SHAPES: Final[Mapping[HealthFlag, re.Pattern[str]]] = {
    HealthFlag.PREGNANT: re.compile(
        r"\b(?:i'?m|i am|we'?re|found out i'?m)(?: \w+){0,4} (?:pregnant|expecting(?! (?!a baby|twins)\w))"
        r"|^\W*(?:(?:so|well|hi|hey|coach|guess what|surprise|(?:big |good |some )?news|update|btw|oh),?:?!* )*"
        r"(?:(?:\d+|\w+) (?:weeks?|months?) )?pregnant\b"
        r"(?=\W*$|[^\w\s'-]| [^\w\s]| (?:and|so|but|w|with|since|again|now|here|what|can|should|could|is|am|do|how|i"
        r"|today|tomorrow|this|as|on|at|after|which|\d+)\b)"
        r"|(?:\bi(?:'?ve)? (?:just )?(?:had|got|have)|^\W*(?:just )?got) a positive pregnancy test\b"
        r"|\bi'?m having a baby\b(?! \w*(?:shower|sit|break|face))"
    ),
    HealthFlag.HEART_CONDITION: re.compile(
        rf"\b{_I_HAVE} (?:\w+ ){{0,2}}(?:heart (?:condition|problem|disease|failure)|arrhythmia|pacemaker|stent|afib)\b"
    ),
    HealthFlag.UNCONTROLLED_BLOOD_PRESSURE: re.compile(
        rf"\b{_I_HAVE} (?:\w+ ){{0,2}}(?:high blood pressure|hypertension|high bp)\b"
    ),
    HealthFlag.CHRONIC_CONDITION: re.compile(rf"\b{_I_HAVE} (?:\w+ ){{0,2}}{_CHRONIC}"),
    HealthFlag.EATING_DISORDER: re.compile(rf"\b{_I_HAVE} (?:\w+ ){{0,2}}(?:eating disorder|anorexia|bulimia)\b"),
    HealthFlag.BETA_BLOCKER: re.compile(r"\b(?:beta ?-?blockers?|bisoprolol|metoprolol|propranolol|atenolol)\b"),
}
_NOT: Final = re.compile(
    r"\b(?:not|no|never|don'?t|isn'?t|if i|my (?:mum|mom|dad|wife|husband|sister|brother|friend|partner))\b"
)


def conditions_in(text: str) -> list[str]:
    """The health flags that somebody tells of themselves, in the order of the question; none in doubt."""
    said = _NO_BUT.sub("", plain(text))
    if len(text) > LONGEST or _NOT.search(said):
        return []
    if _ALONE.fullmatch(said):
        return [str(HealthFlag.CHRONIC_CONDITION)]
    found = [str(flag) for flag, shape in _SHAPES.items() if shape.search(said)]
    if _BIRTH.search(said) and not _LONG_AGO.search(said):
        found.append(str(HealthFlag.POSTPARTUM))
    return found
