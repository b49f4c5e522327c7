"""Effort and heart rate."""

from coach.reader.facts import Bare, Context, Felt, Found, Ignored, Measured, OutOfTen, Pulse, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.numbers import after, hundreds, labelled, number
from coach.reader.tokens import Token
from coach.reader.vocabulary.efforts import FEELINGS, NOT_EFFORT
from coach.reader.vocabulary.quantities import BEATS, FILLERS, LENGTHS, MINUTES, TIMES, UNITS
from coach.reader.vocabulary.wordlist import bag

_FEELINGS = Phrasebook(FEELINGS)
_NOT_EFFORT = Phrasebook({NOT_EFFORT: True})
_WORDED = Phrasebook(
    {
        "easy|low|light|comfortable": 3,
        "very easy|very low|very light": 2,
        "moderate|medium|ok": 5,
        "high|hard|tough": 7,
        "very hard|very high": 9,
        "max|maximum|maximal": 10,
    }
)
FEELING_STARTS = frozenset(_FEELINGS.starts())
SURE_LABELS = bag("rpe effort exertion rpes pe intensity difficulty hardness")
LOOSE_LABELS = bag("felt feeling feel rated rating score scored")
_ENDS = frozenset({"ish", "+", "-"})
_SCALE = 10
_COUNTED = LENGTHS.keys() | MINUTES | bag("reps repeats intervals rounds sets hills laps")
"""Behind *8 of 10* they say of what: then it is no scale."""


def _links(token: Token) -> bool:
    """Whether a sign or word makes a range of the figures around it; a hyphen only where it is glued on."""
    return token.text in {"to", "or"} or (token.text == "-" and token.glued)


def out_of_ten(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A figure on a scale to ten: ``8/10``, ``8 out of 10``, ``6-7/10`` (their mean); ``4/5`` doubled."""
    found = number(tokens, i)
    if not found:
        return None
    value, j = found
    if _links(tokens[j]) and tokens[j + 1].kind == "n":
        value, j = (value + tokens[j + 1].value) / 2, j + 2
    k = j + 1 if tokens[j].text == "/" else 0
    if k and not tokens[j].glued and (tokens[k + 1].text in LENGTHS or tokens[k + 1].text in TIMES):
        return None
    if tokens[j].text == "out" and tokens[j + 1].text == "of":
        k = j + 2
    if tokens[j].text in {"of", "from", "on"} and tokens[j + 1].text in {"10", "ten"}:
        k = j + 1
    if k and tokens[k].text in {"10", "ten"} and tokens[k + 1].text not in _COUNTED:
        return value, k + 1
    return None


@at_numbers_with("/", "out", "of", "from", "on")
def ratio(tokens: Tokens, i: int, context: Context) -> Found:
    """A figure out of ten that names nothing."""
    del context
    found = out_of_ten(tokens, i)
    if not found:
        return None
    if tokens[after(tokens, found[1], _RATING, 2)].text in _RATED:
        return (Ignored(),), found[1]
    if tokens[found[1]].text in SURE_LABELS and not _has_own_figure(tokens, found[1] + 1):
        return (Felt(found[0]),), found[1] + 1
    return (OutOfTen(found[0]),), found[1]


_RATING = bag("for the on in a")
_RATED = bag(
    "coach bot app plan would recommend weather views view scenery mood energy motivation stress route course company "
    "conditions coffee sunrise sunset tired sleepy fresh happy fun vibes outfit playlist sleep"
)
"""Behind a figure out of ten they say that it is of something else than effort."""


def _has_own_figure(tokens: Tokens, j: int) -> bool:
    """Whether the label before ``j`` announces what follows: ``knee 2/10 rpe 6``."""
    found = number(tokens, after(tokens, j))
    return found is not None and found[0] <= _SCALE


def effort(tokens: Tokens, i: int, context: Context) -> Found:
    """``rpe 6``, ``effort: 7/10``, ``felt like a 7``, ``6 rpe``."""
    del context
    sure = tokens[i].text in SURE_LABELS
    if i and tokens[i - 1].text == "relative":  # a figure of Strava's
        figure = number(tokens, after(tokens, i + 1))
        return ((Ignored(),), figure[1]) if figure else None
    j = i + 1 + (tokens[i + 1].text in SURE_LABELS)
    k = after(tokens, j)
    if tokens[k].kind == "l" and sure:
        k += 1
    found = out_of_ten(tokens, k) or _five(tokens, k)
    if found:
        return (Felt(found[0]),), found[1]
    worded = _WORDED.match(tokens, k) if sure else None
    if worded:
        return (Felt(worded[0], figure=False),), worded[1]
    value = _range(tokens, k)
    if not value:
        return None
    amount, end = value
    if not sure and (
        tokens[end].text in LENGTHS or tokens[end].text in TIMES or amount > 10 or tokens[end].text in {"kg", "x"}
    ):
        return None
    return (Felt(amount),), end + (tokens[end].text in SURE_LABELS)


def letter(tokens: Tokens, i: int, context: Context) -> Found:
    """``e6``, ``r6``: how many short for *effort 6*."""
    del context
    token = tokens[i + 1]
    whole = token.kind == "n" and token.glued and token.text.isdigit() and 1 <= token.value <= 10
    ends = tokens[i + 2].kind in "elw" or tokens[i + 2].text in {",", ".", "!", ";", ")"}
    apart = not tokens[i].glued and tokens[i + 2].text not in UNITS
    return ((Felt(token.value),), i + 2) if whole and ends and apart else None


def _five(tokens: Tokens, k: int) -> tuple[float, int] | None:
    """``4/5``, doubled."""
    if tokens[k].kind == "n" and tokens[k + 1].text == "/" and tokens[k + 2].text == "5" and tokens[k].value <= 5:
        return tokens[k].value * 2, k + 3
    return None


def _range(tokens: Tokens, k: int) -> tuple[float, int] | None:
    """One figure, or the middle of two (``6-7``, ``6 to 7``, ``between 5 and 6``)."""
    between = tokens[k].text == "between"
    found = number(tokens, k + between)
    if not found:
        return None
    value, j = found
    if (
        (_links(tokens[j]) or (between and tokens[j].text == "and"))
        and tokens[j + 1].kind == "n"
        and 0 <= tokens[j + 1].value <= 10
    ):
        return (value + tokens[j + 1].value) / 2, j + 2
    return value, j


@at_numbers_with("rpe", "effort")
def effort_after(tokens: Tokens, i: int, context: Context) -> Found:
    """``6 rpe``, ``7 effort``."""
    del context
    found = number(tokens, i)
    if found and tokens[found[1]].text in {"rpe", "effort"} and not _has_own_figure(tokens, found[1] + 1):
        return (Felt(found[0]),), found[1] + 1
    return None


def level(tokens: Tokens, i: int, context: Context) -> Found:
    """``pain in the knee, level 3``: a figure that only an ache takes; of a machine it says nothing.

    ``level 6 effort`` says which it is.
    """
    del context
    token, following = tokens[i + 1], tokens[i + 2]
    whole = token.kind == "n" and token.text.isdigit() and token.value <= 10
    if whole and following.text in SURE_LABELS and not _has_own_figure(tokens, i + 3):
        return (Felt(token.value),), i + 3
    return ((Bare(token.value, "level"),), i + 2) if whole and following.text not in UNITS | {"/", "of"} else None


def easy_last(tokens: Tokens, i: int, context: Context) -> Found:
    """*easy* with nothing behind it (``30 min walk easy``) says how it felt; ``easy run`` what kind of run it was."""
    del context
    following = tokens[i + 1]
    ends = following.kind in "el" or following.text in _CLAUSE_ENDS
    if i and (tokens[i - 1].text in UNITS or tokens[i - 1].text in _MOVES):
        ends = following.text not in _MOVES and following.text not in LENGTHS and following.text not in _OF_EASE
    return ((Felt(3, figure=False),), i + 1) if ends else None


_MOVES = bag("run walk jog ride swim running walking jogging spin bike miles session")
_OF_EASE = bag("pace effort going peasy enough with tempo and peasy between recovery jog")
_CLAUSE_ENDS = frozenset([",", ".", ";", "!", ")", "and", "but", "with", "hr", "rpe", "+", "&", "plus", "then"])


def a_figure(tokens: Tokens, i: int, context: Context) -> Found:
    """``more like an 8``, ``a solid 7``: a figure with an article and no unit is an effort."""
    del context
    j = after(tokens, i, bag("a an solid strong good low high comfortable full"), 3)
    found = number(tokens, j)
    if not found or not 1 <= found[0] <= 10 or tokens[i - 1].text in {"at", "by", "in", "of", "x"}:
        return None
    ends = tokens[found[1]].kind in "el" or tokens[found[1]].text in {",", ".", "!", ")", "for"}
    effortful = tokens[found[1]].text != "for" or tokens[found[1] + 1].text in SURE_LABELS
    return ((OutOfTen(found[0]),), found[1]) if ends and effortful else None


def average_beats(tokens: Tokens, i: int, context: Context) -> Found:
    """``avg 135`` without a unit: nothing else that is averaged has such a figure."""
    del context
    j = after(tokens, i + 1, bag(": = of was ~ about"), 2)
    found = number(tokens, j) if tokens[j].kind == "n" else None
    if not found or not 85 <= found[0] <= 210 or tokens[j].value != int(tokens[j].value):
        return None
    ends = tokens[found[1]].kind in "el" or tokens[found[1]].text in {",", ".", "!", ")", "/", "max", "and", "|"}
    return ((Pulse(found[0]),), _beats_end(tokens, found[1])) if ends else None


def feeling(tokens: Tokens, i: int, context: Context) -> Found:
    """Effort in words; ``easy run`` and its like say what kind of run it was, not how it felt."""
    del context
    if tokens[i + 1].text in _SESSIONS and tokens[i + 2].text in {"felt", "but", "was"}:
        return None  # *hard run felt easy*: the first says what kind of run it was
    if i and tokens[i - 1].text in _WORN and tokens[i].text in _STATES:
        return (Ignored(),), i + 1
    found = _FEELINGS.match(tokens, i)
    other = _NOT_EFFORT.match(tokens, i)
    if found and tokens[found[1] - 1].text in SURE_LABELS and _has_own_figure(tokens, found[1]):
        return (Ignored(),), found[1] - 1
    if other and (not found or other[1] >= found[1]):
        return None
    if found and tokens[after(tokens, found[1], frozenset({","}), 1)].text == "but" and tokens[i].text in _STATES:
        return (Ignored(),), found[1]
    return ((Felt(found[0], figure=False),), found[1]) if found else None


_SESSIONS = bag("run session workout one effort")
_WORN = bag("toes toe toenails toenail feet shoes trainers socks watch phone headphones")
_STATES = bag("knackered shattered exhausted wrecked tired destroyed")
"""How somebody felt before it, where *but* follows: ``knackered but did 10k``."""
HEART_STARTS = bag("hr heart heartrate pulse puls bpm rhr resting rested rest max avghr maxhr hf fc cardio")


def heart_rate(tokens: Tokens, i: int, context: Context) -> Found:
    """``hr 150``, ``avg heart rate: 152 bpm``, ``resting hr 52``, ``rhr 52``; a maximum is passed over."""
    del context
    kind, j = _heart_label(tokens, i)
    if not kind:
        return None
    k = after(tokens, j)
    if tokens[k].text == "." and tokens[k - 1].text in {"avg", "ave", "av"}:
        k = after(tokens, k + 1)
    if tokens[k].text in _PEAKS and tokens[k - 1].text != "avg":
        kind, k = "max", after(tokens, k + 1, _TO_PEAK, 3)
    value = hundreds(tokens, k) or labelled(tokens, k)
    if not value or (
        tokens[value[1]].text in {"km", "min", "mins", "kg", ":"} or value[0] < 20 - 10 * (kind == "resting")
    ):
        return None
    end = _beats_end(tokens, value[1])
    if kind == "max":
        return (Ignored(),), end
    if kind == "resting" or _is_waking(tokens, i, value[0]):
        return (Measured("resting_hr", value[0]),), end
    return (Pulse(value[0]),), end


_PEAKS = bag("max maximum peak up peaked peaking topped spiked maxed hit reached shot")
_TO_PEAK = FILLERS | bag("out up to at")


_NEWS_BESIDE = bag("today this now slept sleep weight")
"""Behind *resting 55* these leave it a pulse."""


def _heart_label(tokens: Tokens, i: int) -> tuple[str, int]:
    """Which heart rate is named at ``i``, and where the name ends; ``""`` for none."""
    j = i
    kind = "mean"
    if tokens[i].text == "resting" and tokens[i + 1].kind == "n" and 30 <= tokens[i + 1].value <= 110:
        alone = tokens[i + 2].kind in "els" or tokens[i + 2].text in BEATS | _NEWS_BESIDE
        return ("resting", i + 1) if alone else ("", i)  # *slept 7, resting 58*
    if tokens[i].text in {"resting", "rested", "rest", "rhr"}:
        kind = "resting"
        j += tokens[i].text != "rhr"
    if tokens[i].text in {"max", "maxhr"}:
        kind = "max"
        j += tokens[i].text == "max"
    word = tokens[j].text
    named = 1 + (word == "heart" and tokens[j + 1].text in {"rate", "beat"})
    if tokens[j + named].text == "at" and tokens[j + named + 1].text == "rest" and word in HEART_STARTS:
        return "resting", j + named + 2
    if named > 1:
        return kind, j + 2
    if word in {"hr", "pulse", "puls", "heartrate", "rhr", "avghr", "maxhr", "bpm", "hf", "fc", "cardio"}:
        return kind, j + 1
    return "", i


def _beats_end(tokens: Tokens, j: int) -> int:
    """Past *bpm* and a maximum or range after it: ``150 bpm avg / 172 max``."""
    j += tokens[j].text in BEATS
    j += tokens[j].text in {"avg", "average"}
    k = j + (tokens[j].text in {"/", "(", ",", "-"})
    k += tokens[k].text in {"max", "peak"}
    if (
        tokens[k].kind == "n"
        and tokens[k].value > 100
        and k > j
        and tokens[k].text.isdigit()
        and tokens[k].value <= 230
    ):
        k += 1
        k += tokens[k].text in BEATS
        return k + (tokens[k].text in {"max", ")"})
    return j


@at_numbers_with(BEATS, "hr", "avghr", "heart")
def beats(tokens: Tokens, i: int, context: Context) -> Found:
    """``150 bpm``; with *max* or *resting* beside it something else."""
    del context
    found = number(tokens, i)
    if not found:
        return None
    value, j = found
    if tokens[j].text == "/" and tokens[j + 1].kind == "n" and tokens[j + 2].text == "bpm":
        top = tokens[j + 1].value
        return ((Pulse(value),), j + 3) if 40 <= value < top <= 230 else None
    mean = tokens[j].text in {"avg", "average", "mean"}
    j += mean
    if tokens[j].text not in BEATS | {"hr", "avghr", "heart"}:
        return None
    if tokens[j].text in {"hr", "heart"} and (tokens[j].glued or value < 60):
        return None
    j += 1 + (tokens[j].text == "heart" and tokens[j + 1].text == "rate")
    k = j
    while (
        tokens[k].text
        in {"per", "minute", "avg", "average", "hr", "heart", "rate", "resting", "max", "maximum", "peak", "min"}
        and k < j + 4
    ):
        k += 1
    words = {tokens[n].text for n in range(j, k)}
    if words & {"max", "maximum", "peak"} and "avg" not in words:
        return (Ignored(),), k
    if "resting" in words or _is_waking(tokens, i, value):
        return (Measured("resting_hr", value),), k
    return (Pulse(value),), k


_WAKING = bag("woke waking awoke wakeup morning")
_WAKING_LINKS = bag("up at to with a on the my")
_HIGHEST_AT_REST = 90


def _is_waking(tokens: Tokens, i: int, value: float) -> bool:
    """Whether a pulse is that of waking up: ``woke up at 54 bpm``, ``morning hr 51``."""
    k = i - 1
    while k > 0 and tokens[k].text in _WAKING_LINKS:
        k -= 1
    today = k > 0 and tokens[k].text == "morning" and tokens[k - 1].kind in "wn"
    return value <= _HIGHEST_AT_REST and k >= 0 and tokens[k].text in _WAKING and not today
