"""Figures that the same sentence overtakes: ``went for 8 but only managed 6``, ``it wasnt 5k it was 5 miles``.

Also those that count something else: ``run 3 of 4 this week``.
"""

from coach.reader.facts import Tokens
from coach.reader.tokens import Token
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

_DENIALS = bag("wasnt isnt werent not")
_DAYS_OWN = bag("mondays tuesdays wednesdays thursdays fridays saturdays sundays yesterdays")
STARTS = _DENIALS | _DAYS_OWN | bag("but of")
"""Words without which nothing is overtaken; most sentences hold none of them."""
_MEANT = (
    ("went", "for"), ("going", "for"), ("set", "out"), ("aimed", "for"), ("aiming", "for"), ("tried", "for"),
    ("hoped", "for"), ("headed", "out"),
)  # fmt: skip
"""How somebody says what they set out for."""
_CAME = bag("managed only made just stopped ended got did ran cut bailed quit turned")
_GADGETS = bag("garmin watch phone battery gps strava app coros polar fitbit suunto tracker recording apple nike")
_FAILED = bag("died dead stopped crashed froze cut lost off missed says said shows showed quit failed ran only")
_REALLY = bag("did ran was went actually really total know walked think")
_ON_TOP = bag("then after also extra more plus x")
_FILLERS = bag("a an the just only even quite really")
_COUNTED = bag("run walk session workout day")


def without_overtaken(sentence: list[Token]) -> list[Token]:
    """The sentence without the figures of what was meant, mismeasured or denied, where it says how it was."""
    words = [token.text for token in sentence]
    meant = _meant(sentence, words)
    if meant is not None:
        return _in_its_unit(sentence, meant, words.index("but"))
    taken = _denied(sentence, words) or _count(sentence, words) or _planned_day(words)
    return sentence if taken is None else [*sentence[: taken[0]], *sentence[taken[1] :]]


def _in_its_unit(sentence: list[Token], meant: tuple[int, int], turn: int) -> list[Token]:
    """The sentence without what was meant; a figure alone behind it is of its unit (``5 miles but only did 3``)."""
    k = next(k for k in range(turn + 1, len(sentence)) if sentence[k].kind in "nc")
    unit = sentence[meant[0] + 1 : meant[1]]
    alone = sentence[k].kind == "n" and (k + 1 >= len(sentence) or sentence[k + 1].text in {",", ".", "!", "(", "and"})
    return [*sentence[: meant[0]], *sentence[meant[1] : k + 1], *(unit if alone else ()), *sentence[k + 1 :]]


def _meant(sentence: Tokens, words: list[str]) -> tuple[int, int] | None:
    """The one figure before *but*, of a wish or of a watch that gave up, where another one follows."""
    turn = words.index("but") if "but" in words else len(words)
    after = set(words[turn + 1 :])
    figures = [k for k in range(turn) if sentence[k].kind in "nc"]
    if len(figures) != 1 or after & _ON_TOP or not any(token.kind in "nc" for token in sentence[turn + 1 :]):
        return None
    before = set(words[:turn])
    wish = any(words[k : k + 2] == list(pair) for pair in _MEANT for k in range(turn)) and after & _CAME
    gadget = before & _GADGETS and before & _FAILED and after & _REALLY
    return _figure(sentence, figures[0]) if wish or gadget else None


def _denied(sentence: Tokens, words: list[str]) -> tuple[int, int] | None:
    """``wasnt 5k, it was 5 miles``: from the denial to its figure."""
    for k, word in enumerate(words):
        if word not in _DENIALS or (word == "not" and k and words[k - 1] not in {"was", "is", "its"}):
            continue
        figure = k + 1
        while figure < len(words) and words[figure] in _FILLERS:
            figure += 1
        if figure >= len(words) or sentence[figure].kind not in "nc":
            continue
        end = _figure(sentence, figure)[1]
        rest = [text for text in words[end:] if text not in {",", "but", ";", "-", "."}]
        if rest[:1] == ["its"] or rest[:2] in (["it", "was"], ["it", "is"], ["that", "was"]):
            start = k - (word == "not" and k > 0)
            return start - (start > 0 and words[start - 1] in {"it", "that", "this"}), end
    return None


def _count(sentence: Tokens, words: list[str]) -> tuple[int, int] | None:
    """``run 3 of 4``: which of so many, and no kilometres."""
    for k in range(1, len(words) - 2):
        counts = words[k + 1] == "of" and sentence[k].kind == sentence[k + 2].kind == "n" and words[k - 1] in _COUNTED
        ends = k + 3 >= len(words) or words[k + 3] not in UNITS | {"m"}
        if counts and ends and sentence[k].value <= sentence[k + 2].value <= 7:
            return k, k + 3
    return None


def _planned_day(words: list[str]) -> tuple[int, int] | None:
    """``did mondays run today instead``: the day it was planned for, where another is told on which it was done."""
    k = next((k for k, word in enumerate(words) if word in _DAYS_OWN), len(words))
    done = _DID & set(words[:k])
    return (k, k + 1) if done and _TODAY & set(words[k + 1 :]) else None


_DID = bag("did done ran finished completed")
_TODAY = bag("today tonight")


def _figure(sentence: Tokens, k: int) -> tuple[int, int]:
    """Where a figure with its unit begins and ends."""
    united = k + 1 < len(sentence) and sentence[k + 1].text in UNITS | {"m"}
    return k, k + 1 + united


def untangled(tokens: Tokens) -> Tokens:
    """A whole message without what it denies before it says how it was; its ends stay."""
    taken = _denied(tokens, [token.text for token in tokens])
    return tokens if taken is None else [*tokens[: taken[0]], *tokens[taken[1] :]]
