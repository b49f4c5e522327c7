"""What begins as an intention or a wish and is a log after all: ``going to skip today``, ``5k as planned``."""

from coach.reader.others import has_figures
from coach.reader.phrases.words import AREA_BOOK, HURT_BOOK
from coach.reader.splitting import SENTENCE_ENDS
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_SKIPS = frozenset({"skip", "skipping", "miss", "rest", "resting"})
_PLANNED = frozenset({"run", "session", "workout", "long", "easy", "rest", "tempo"})
_NOW_AND_THEN = bag("sometimes occasionally whenever every from now tends tend on off once get gets after during")
"""What makes a habit of an ache; with a figure beside it, it is one of today."""
_TELLING = bag("say tell log report add record note mention share let")
_BEATS = bag("hr heart pulse bpm pace puls")


def is_log_all_the_same(padded: list[Token], i: int, end: int) -> bool:
    """``going to skip today`` is a skip; so is ``not going to run``."""
    return any(holds(padded, i, end) for holds in _LOGS_ALL_THE_SAME)


def _is_measured_ache(tokens: list[Token]) -> bool:
    """Whether an ache is told with a figure, which is one of today."""
    padded = [*tokens, END, END, END]
    return has_figures(tokens) and any(
        AREA_BOOK.match(padded, k) or HURT_BOOK.match(padded, k) for k in range(len(tokens))
    )


def _is_compared(padded: list[Token], i: int, end: int) -> bool:
    """``harder than i'd like``, ``never ran so fast``, ``near my best``: how it was, held against something else."""
    never = padded[i].text == "never" and (
        bool(_window(padded, i, end) & {"so", "this", "better", "faster", "easier", "harder"})
        or any(padded[k].text == "that" and padded[k + 1].text in _AS_IT_WAS for k in range(i + 2, i + 4))
    )
    return never or (i > 1 and padded[i - 2].text == "than") or _is_near_best(padded, i)


_AS_IT_WAS = bag("far fast long hard quickly")
"""*Never ran that far, 10k in 62* tells of today."""
_NEAR = bag("near nearly almost equalled equaled matched beat close off outside inside under")


def _is_near_best(padded: list[Token], i: int) -> bool:
    """``near my best 10k 51:00``, ``just off my best, 5k in 27:10``: today's figures, beside the best."""
    k = i - 1 - (i > 1 and padded[i - 1].text in {"to", "of"})
    best = padded[i].text == "my" and padded[i + 1].text == "best"
    return best and i > 0 and padded[k].text in _NEAR and has_figures(padded[i:])


def _is_said_in_passing(padded: list[Token], i: int, end: int) -> bool:
    """``5k in 30 as the plan said``, ``didn't want to stop, 5k in 30``."""
    del end
    if padded[i].text == "plan":
        return padded[i + 2].kind == "e" and has_figures(padded[:i])
    return padded[i].text == "want" and padded[i - 1].text == "didnt" and padded[i + 2].text in {"stop", "quit"}


def _is_ticked_off(padded: list[Token], i: int, end: int) -> bool:
    """``plan for today: 5k, done``, ``nervous about my first 10k but finished in 58:00``: it was ahead, and is done."""
    if padded[i].text == "nervous":
        turned = next((k for k in range(i, end) if padded[k].text == "but"), end)
        rest = padded[turned:end]
        timed = has_figures(rest) and not any(token.text in LENGTHS for token in rest)
        return timed and any(token.text in {"finished", "did", "made", "managed"} for token in rest)
    told = [token.text for token in padded[i:end] if token.text not in SENTENCE_ENDS]
    laid_out = padded[i].text in {"scheduled", "is"} or told[:2] == ["plan", "for"]
    return laid_out and told[-1:] == ["done"] and "get" not in told


def _is_skip(padded: list[Token], i: int, end: int) -> bool:
    """``going to skip today``, ``i need to skip this one``."""
    words = _window(padded, i, end)
    if padded[i].text in _SKIPPERS and words & _SKIPS:
        return True
    return padded[i].text == "i" and padded[i + 1].text == "need" and bool(words & {"rest", "skip"})


def _is_by_the_plan(padded: list[Token], i: int, end: int) -> bool:
    """``planned run done``, ``longer than planned``, ``as you said``: the plan is what was done, or held against it."""
    del end
    before = padded[i - 1].text if i else ""
    if padded[i].text == "planned":
        return padded[i + 1].text in _PLANNED or before in {"the", "my", "as", "of", "than"}
    return padded[i].text == "you" and before in {"what", "as"}


def _is_asked_to_be_logged(padded: list[Token], i: int, end: int) -> bool:
    """``log 5k please``, ``wanted to tell you: 5k in 30``, and ``5k, wanted to die``."""
    del end
    if padded[i].text == "please":
        return not (_SKIPS | {"done", "log", "skipped"}).isdisjoint([token.text for token in padded[:i]])
    return padded[i].text in {"want", "wanted"} and padded[i + 2].text in _TELLING | {"die"}


def _is_cheer(padded: list[Token], i: int, end: int) -> bool:
    """``let's gooo, 5k in 29:50``."""
    if padded[i].text != "lets" or not padded[i + 1].text.startswith("go"):
        return False
    return bool(i) or padded[i + 1].text != "go" or any(token.kind == "c" for token in padded[:end])


def _is_beside_a_figure(padded: list[Token], i: int, end: int) -> bool:
    """``30 min on and off``, ``hr 150 on average``."""
    if padded[i].text in {"on", "off"} and padded[i + 1].text == "and" and has_figures(padded[:end]):
        return True
    beaten = padded[i].text == "on" and padded[i - 1].kind in "nw"
    return beaten and not _BEATS.isdisjoint([token.text for token in padded[:i]])


def _is_ache_at_times(padded: list[Token], i: int, end: int) -> bool:
    """``knee hurts now and then, 3/10``."""
    return padded[i].text in _NOW_AND_THEN and _is_measured_ache(padded[:end])


def _is_denied(padded: list[Token], i: int, end: int) -> bool:
    """``not going to run``."""
    del end
    return any(token.text in {"not", "isnt"} for token in padded[max(0, i - 2) : i])


def _window(padded: list[Token], i: int, end: int) -> set[str]:
    """The words in which an intention says what it is of."""
    return {token.text for token in padded[i : min(i + 6, end)]}


_SKIPPERS = bag("going gonna will i need want have might")
_LOGS_ALL_THE_SAME = (
    _is_skip,
    _is_by_the_plan,
    _is_asked_to_be_logged,
    _is_cheer,
    _is_beside_a_figure,
    _is_ticked_off,
    _is_said_in_passing,
    _is_compared,
    _is_ache_at_times,
    _is_denied,
)
"""Of these one is enough to make a log of what began as an intention."""
