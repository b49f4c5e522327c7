"""Symptoms: what must never be missed, read apart from everything else, so that nothing can hide it.

Recall counts for more than precision. A denial (``no fever``, ``without chest pain``) covers what follows it in the
same list; ``but`` and a new sentence end it.
"""

from coach.reader.conditional import is_conditional
from coach.reader.facts import Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.vocabulary.symptoms import AILING, NOT_A_SITE, SIGNS, SITES
from coach.reader.vocabulary.wordlist import bag

_SIGNS = Phrasebook(SIGNS)
_NOT_A_SITE = Phrasebook({NOT_A_SITE: True})
_NOT = bag(
    "no not without didnt dont never wasnt isnt zero nor havent hasnt hadnt doesnt any arent werent aint neither"
)
_ENDS = frozenset(["but", "however", "except", "though", "although", ".", ";", "!", "?", "\n"]) | {"\n"}
_REACH = 6
"""Words on either side of a place in which a word for pain makes it a sign."""
_AFFIRMING = frozenset({"well", "cleared"})
_LIST = bag("and or , / & any")
_GONE = bag("gone disappeared vanished stopped resolved cleared passed")
_NEARLY = bag("nearly almost not mostly hasnt havent isnt")


def symptoms(tokens: Tokens) -> tuple[str, ...]:
    """Machine words of every symptom that the message reports (see ``coach.history``), first mention first."""
    if _OPENINGS.isdisjoint([token.text for token in tokens]):
        return ()
    found: dict[str, None] = {}
    covered_until = -1
    i = 0
    while tokens[i].kind != "e":
        text = tokens[i].text
        if text in _OPENINGS:
            sign, end = _at(tokens, i)
            if sign:
                denied = _denied(tokens, i, sign, covered_until)
                if denied:
                    covered_until = end
                elif sign not in found and _is_told(tokens, i, end, sign):
                    found[sign] = None
                i = end - 1 if sign in _AFFIRMING or end == i + 1 else i
        i += 1
    return _settled(found)


def _is_told(tokens: Tokens, i: int, end: int, sign: str) -> bool:
    """Whether a sign that nobody denied is one of the writer's own, and of now."""
    if sign == "cleared" and _is_conditional(tokens, i):
        return False
    if sign == "above_neck" and not _VAGUE.isdisjoint([token.text for token in tokens[i:end]]) and _has_period(tokens):
        return False
    return not _is_over(tokens, end, sign) and not (sign in _CAUGHT and _is_of_another(tokens, i))


_VAGUE = bag("rough crook weather feeling feel unwell poorly")
"""Words for feeling bad that need no illness, where a period is the reason."""
_PERIODS = bag("started starts came coming due pain pains cramps cramp today yesterday")


def _has_period(tokens: Tokens) -> bool:
    """Whether a period is told of, and no period of time."""
    for k, token in enumerate(tokens[:-1]):
        before = tokens[k - 1].text if k else ""
        if token.text == "period" and (before in {"my", "on", "heavy", "bad"} or tokens[k + 1].text in _PERIODS):
            return True
    return False


_CAUGHT = frozenset({"fever", "below_neck", "above_neck"})
_OTHERS = bag(
    "son daughter kid kids child children baby toddler wife husband partner girlfriend boyfriend mum mom mother dad "
    "father brother sister grandma grandpa friend roommate flatmate colleague boss dog cat"
)
_HAVE = bag("is are was were has have had got s been came")


def _is_of_another(tokens: Tokens, i: int) -> bool:
    """Whether somebody else has what they had in the same clause: ``my son has a fever``."""
    k = i - 1
    while k >= max(0, i - _CLAUSE) and tokens[k].text not in _ENDS and tokens[k].text != ",":
        if tokens[k].text in _SELF:
            return False
        if tokens[k].text in _OTHERS:
            return tokens[k + 1].text in _HAVE
        k -= 1
    return False


_CLAUSE = 20
"""Words back in which somebody else is looked for: no clause is longer."""
_SELF = bag("i im ive me myself we weve")
_STARTS = frozenset(_NOT_A_SITE.starts()) | {
    "heart",
    "nose",
    "throat",
    "heartbeat",
    "breathless",
    "winded",
    "calf",
    "leg",
    "pee",
    "urine",
    "wee",
    "piss",
    "temperature",
    "temp",
    "breath",
    "breathing",
    "peed",
    "weed",
    "bone",
    "bones",
    "tibia",
}


_OPENINGS = _STARTS | {*_SIGNS.starts(), *SITES}
"""Words with which a sign begins; most messages hold none of them."""


def _settled(found: dict[str, None]) -> tuple[str, ...]:
    """Dizziness counts with palpitations or alone as fainting; being well again is no symptom of what is over."""
    if "dizzy" in found:
        del found["dizzy"]
        if "palpitations" not in found:
            found["fainting"] = None
    if "well" in found and len(found) > 1:
        del found["well"]
    if "cleared" in found:
        return ("cleared",) if len(found) == 1 else tuple(found)
    return tuple(found)


def _at(tokens: Tokens, i: int) -> tuple[str, int]:
    """The sign at ``i`` and where it ends, or ``("", i)``."""
    other = _NOT_A_SITE.match(tokens, i)
    if other and tokens[i].text in SITES and other[1] > i + 1:
        return ("below_neck", other[1]) if tokens[i + 1].text in {"infection", "cold"} else ("", i)
    fixed = _SIGNS.match(tokens, i)
    if fixed and not (
        fixed[0] == "fever" and tokens[i].text in {"temperature", "temp"} and not _is_hot(tokens, fixed[1])
    ):
        return fixed
    text = tokens[i].text
    if text in SITES:
        return (SITES[text], i + 1) if text == "angina" or _near(tokens, i, AILING, _REACH) else ("", i)
    if text in {"temperature", "temp"} and _is_hot(tokens, i + 1):
        return "fever", i + 1
    if text == "heart" and _near(tokens, i, _POUNDING, _REACH) and _near(tokens, i, _REST | _DIZZY, 2 * _REACH):
        return "palpitations", i + 1
    rule = _RULES.get(text)
    if rule and _near(tokens, i, rule[1], _REACH):
        return rule[0], i + 1
    return "", i


_FLUTTER = bag(
    "fluttering flutter fluttered flutters skipping skipped skips irregular jumping jumped jumpy erratic palpitating "
    "missed missing odd funny weird arrhythmic flip flopping"
)
_POUNDING = bag("racing pounding thumping raced pounded hammering")
"""What hearts do in a hard run too: a sign only at rest or with dizziness."""
_DIZZY = bag("dizzy dizziness lightheaded faint woozy night")
_REST = bag("rest resting sitting sat lying lay bed sofa couch nothing standing still")
_SWOLLEN = bag("swollen swelling swelled swell puffy ballooned red hot warm bigger")
_DARK = bag("dark brown red cola coke blood bloody black rusty tea")
_RULES = {
    "nose": ("above_neck", bag("runny blocked stuffy stuffed streaming dripping")),
    "throat": ("above_neck", bag("sore scratchy tickly raw croaky itchy hurts hurting hurt swollen")),
    "heart": ("palpitations", _FLUTTER),
    "heartbeat": ("palpitations", _FLUTTER),
    "breathless": ("breathless_at_rest", _REST),
    "winded": ("breathless_at_rest", _REST),
    "breath": ("breathless_at_rest", _REST),
    "breathing": ("breathless_at_rest", _REST),
    "calf": ("calf_swelling", _SWOLLEN - {"red", "hot", "warm"}),
    "leg": ("calf_swelling", frozenset({"swollen", "swelled", "swelling"})),
    "bone": ("bone_pain", AILING - {"weight", "heavy"}),
    "bones": ("bone_pain", AILING - {"weight", "heavy"}),
    "tibia": ("bone_pain", bag("pinpoint sharp night")),
    "pee": ("dark_urine", _DARK),
    "peed": ("dark_urine", _DARK),
    "urine": ("dark_urine", _DARK),
    "wee": ("dark_urine", frozenset({"dark", "brown", "blood", "cola"})),
    "piss": ("dark_urine", _DARK),
}
"""Words that, with one of others nearby in the same sentence, are a sign."""


def _is_hot(tokens: Tokens, j: int) -> bool:
    """Whether a body temperature from 37.8 °C or 100 °F on follows."""
    value = next((tokens[k].value for k in range(j, min(j + 3, len(tokens))) if tokens[k].kind == "n"), 0.0)
    return 37.8 <= value <= 43 or 100 <= value <= 109


def _near(tokens: Tokens, i: int, words: frozenset[str], reach: int) -> bool:
    """Whether one of ``words`` stands within ``reach`` words, in the same sentence."""
    for step in (1, -1):
        k = i + step
        while 0 <= k < len(tokens) and abs(k - i) <= reach and tokens[k].text not in _ENDS:
            loaded = tokens[k].text in {"heavy", "weight"} and "n" in (tokens[k - 1].kind, tokens[k + 1].kind)
            if tokens[k].text in words and not loaded:
                return True
            k += step
    return False


_OTHERWISE = bag(
    "know sure understand finish run complete sleep go make stop manage only just want remember ignore "
    "train get until like"
)
"""After a denial: it denies this, and not the sign behind it (``don't know why my chest hurts``)."""


_VERBS = bag("feels felt is was hurts hurt aches ached got has had keeps started tightened burns burned feel are went")


def _denied(tokens: Tokens, i: int, sign: str, covered_until: int) -> bool:
    """Whether a denial covers the sign at ``i``: up to five words before it, or the sign before it in a list."""
    if tokens[i - 1].text == "stopped" and sign not in _AFFIRMING:
        return True
    reach = 2 if sign in _AFFIRMING else 5
    k = i - 1
    while k >= 0 and i - k <= reach and tokens[k].text not in _ENDS:
        if tokens[k].text == "recovered":
            return True
        if tokens[k].text in _NOT:
            return tokens[k + 1].text not in _OTHERWISE
        if tokens[k].text in {",", "and", "or"} and covered_until >= 0 and k - covered_until <= 1:
            listed = sign not in _AFFIRMING and tokens[i + 1].text not in _VERBS
            return listed and all(tokens[n].text in _LIST for n in range(k, i))
        if tokens[k].text == ",":
            return False
        k -= 1
    return False


def _is_conditional(tokens: Tokens, i: int) -> bool:
    """Whether the sentence of a yes at ``i`` makes it one of another day (see ``coach.reader.conditional``)."""
    ends = _ENDS - {"but"}
    start = next((k + 1 for k in range(i, -1, -1) if tokens[k].text in ends), 0)
    end = next((k for k in range(i + 1, len(tokens)) if tokens[k].text in ends), len(tokens))
    return is_conditional(tokens[start:end])


def _is_over(tokens: Tokens, end: int, sign: str) -> bool:
    """``the fever is gone``: over, except for the signs that a doctor must see."""
    if sign in _AFFIRMING:
        return False
    for k in range(end, min(end + 4, len(tokens))):
        if tokens[k].text in _ENDS or tokens[k].text in {",", "and"}:
            return False
        if tokens[k].text in _GONE:
            return tokens[k - 1].text not in _NEARLY
    return False
