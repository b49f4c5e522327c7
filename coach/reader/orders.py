"""Requests to take something out of the log: ``delete the 10k``, ``remove yesterday's walk``, ``scrap the last one``.

A sentence with such a request tells nothing that was done, however many figures it holds: they say which log is meant.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.profile import DistanceUnit
from coach.reader.beside import aches_in, health_from
from coach.reader.cut import cut
from coach.reader.elsewhere import FIGURES, WRITTEN, has_bare_weekday, is_asked, is_of_figures, is_of_plans
from coach.reader.facts import Context, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.words import AREA_STARTS, HURT_STARTS
from coach.reader.splitting import sentences
from coach.reader.target import LAST, NAMES_OF_LOGS, Target, is_named_at, names_activity, target_in
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.wordlist import bag

_SURE = Phrasebook({"delete|erase|remove|unlog|del|dlt|get rid of|getting rid of|rub out|strike|discard": True})
"""What is only ever done to what is written down."""
_LOOSE = Phrasebook({"scrap|bin|cancel|undo|drop|ditch|clear|scratch|lose|wipe|ignore|forget": True})
"""What is also done to a session that was planned: here only of a log named as one, or of the last one."""
_TAKES = Phrasebook({"take": True})
_AWAY = bag("off out away down")
STARTS = frozenset((*_SURE.starts(), *_LOOSE.starts(), *_TAKES.starts()))
"""The words that such a request can turn on."""
_LEADS = bag(
    "please pls plz plx can could you u we i want wanna would like need id to just hey hi hello coach sorry oops "
    "whoops ok okay so then now no actually lets let me us kindly do go ahead and wait nope"
)
_BREAKS = bag(", . ! ? ; - and but so then because ) (")
_POINTING = bag("it that this them those these both all everything")
_ACHES = AREA_STARTS | HURT_STARTS
_ARTICLES = bag("the my that this those these a an all any every of out both")
_INDEFINITE = bag("a an some")
"""With these nobody has said which one is meant."""
_ACCOUNT = bag("account data profile me everything myself")


@dataclass(frozen=True, slots=True)
class Deletion:
    """What is to be deleted: which logs, or with ``all`` the whole account."""

    target: Target
    all: bool = False
    figure: bool = False
    """A measurement is meant (``delete the weight i told you``), which is no log."""
    weekday: bool = False
    """The day is a bare weekday, which may lie ahead as well."""
    first: bool = False
    """The message opens with it, so that what else it tells was not what is to be deleted."""


def deletion_in(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> Deletion | None:
    """What a message asks to be deleted; ``None`` where it asks for no such thing."""
    for number, sentence in enumerate(sentences(cut(text).tokens)):
        placed = next(_requests(sentence), None)
        if placed is not None and not _is_of_life(sentence, placed[1]) and not is_of_plans(sentence):
            return replace(_deletion(sentence, placed, Context(today, units)), first=not number)
    return None


def _deletion(sentence: Tokens, placed: tuple[int, int], context: Context) -> Deletion:
    before, after, _ = _parted(sentence, placed)
    ahead = [*after, END, END, END]
    target = target_in([*before, *ahead], context)
    wide = ahead[0].text in _INDEFINITE or (sentence[placed[0]].text in _EMPTIES and not target.last)
    return Deletion(
        replace(target, many=target.many or wide or is_asked(sentence, placed[0])),
        all=ahead[_past(ahead)].text in _ACCOUNT,
        figure=is_of_figures(target, [*before, *after]),
        weekday=has_bare_weekday([*before, *after]),
    )


_EMPTIES = bag("clear wipe")
"""With *the log* they mean all of it, which is not deleted by one sentence."""
_BARE = bag("running walking strength cycling swimming jogging lifting pain fat")
_OF_LIFE = bag("plan schedule training programme program week weeks body thighs legs")


def _is_of_life(sentence: Tokens, j: int) -> bool:
    """``get rid of running``, ``remove strength from my plan``, ``delete fat``: nothing that stands in a log."""
    words = [token.text for token in sentence[j:]]
    if (
        words[:1]
        and words[0] in _BARE
        and not any(token.kind in "ncd" or token.text == "yesterday" for token in sentence)
    ):
        return True
    source = words[words.index("from") + 1 :] if "from" in words else []
    while source and source[0] in _ARTICLES:
        source = source[1:]
    return bool(source) and (source[0] in _OF_LIFE or source[0] in AREA_STARTS)


def asks_to_delete(sentence: Tokens) -> bool:
    """Whether a sentence asks for a log to be taken out."""
    return next(_requests(sentence), None) is not None


def told_beside(sentence: Tokens) -> list[Token]:
    """What a sentence that asks for a deletion tells of health as well (``delete that run, left knee 6/10``)."""
    placed = next(_requests(sentence), None)
    return _parted(sentence, placed)[2] if placed is not None else []


def _parted(sentence: Tokens, placed: tuple[int, int]) -> tuple[list[Token], list[Token], list[Token]]:
    """What stands before and after the verb of a request, and apart from both what is told of health, or was done.

    Before the verb an ache may be what is to be deleted (``that knee pain was wrong, delete it``).
    """
    start, end = placed[1], min(health_from(sentence, placed[1]), _deed_from(sentence, placed[1]))
    before, after = list(sentence[: placed[0]]), list(sentence[start:end])
    padded = [*after, END, END, END]
    named = any(token.kind in "nc" or names_activity(padded, k) for k, token in enumerate(after))
    if named and _tells_a_deed(before):
        return [], after, [*before, *sentence[end:]]
    aches = aches_in(before, ahead=True) if named and before else []
    return [] if aches else before, after, [*aches, *sentence[end:]]


def _deed_from(sentence: Tokens, start: int) -> int:
    """Where, from ``start`` on, a clause begins that tells what was done (``delete the 10k, ran 8k``), or the end."""
    cuts = (k for k in range(start + 1, len(sentence)) if sentence[k].text in _DEED_BREAKS)
    return next((k for k in cuts if _tells_a_deed(sentence[k + 1 : k + 5])), len(sentence))


_DEED_BREAKS = bag(", ; - but because and")


def _tells_a_deed(words: Tokens) -> bool:
    """Whether a clause opens with a past tense and holds a figure: ``i ran 8k``."""
    padded = [*words, END, END, END]
    opening = padded[next((k for k, token in enumerate(padded) if token.text not in _OPENERS), 0)]
    return opening.text in _DEEDS and any(token.kind in "nc" for token in words)


_OPENERS = bag("i we it was actually really only instead just then")
_DEEDS = bag("ran walked jogged cycled rode swam biked hiked")


def _past(tokens: Tokens) -> int:
    """Past the articles at the start."""
    return next((k for k, token in enumerate(tokens) if token.text not in _ARTICLES - {"everything"}), 0)


def _requests(sentence: Tokens) -> Iterator[tuple[int, int]]:
    """Where the verbs of such requests begin and end."""
    padded: list[Token] = [*sentence, END, END, END, END]
    for i, token in enumerate(sentence):
        if token.text in STARTS and _opens_clause(sentence, i):
            end = _verb_end(padded, i)
            if end:
                yield i, end


def _opens_clause(sentence: Tokens, i: int) -> bool:
    """Whether only politeness stands between ``i`` and the start of its clause."""
    while i > 0 and sentence[i - 1].text not in _BREAKS and sentence[i - 1].kind != "l":
        i -= 1
        if sentence[i].text not in _LEADS:
            return False
    return True


def _verb_end(padded: list[Token], i: int) -> int:
    """Where the verb at ``i`` ends, if it asks for a log to be deleted; else 0."""
    sure = _SURE.match(padded, i)
    if sure:
        return sure[1] if _is_of_log(padded, sure[1]) else 0
    loose = _LOOSE.match(padded, i)
    if loose:
        return loose[1] if _is_of_last(padded, loose[1]) else 0
    taken = _TAKES.match(padded, i)
    return taken[1] if taken and _is_taken_away(padded, taken[1]) else 0


def _is_of_log(padded: list[Token], j: int) -> bool:
    """Whether what follows can be a log, or a measurement: a pointing word, a figure, an activity, a day, a word."""
    words = padded[j : j + 9]
    if words[0].kind in "el" or padded[j + _past(words)].text in FIGURES:
        return True
    return any(
        token.kind in "ncd"
        or token.text in _POINTING | NAMES_OF_LOGS | LAST | _ACCOUNT
        or token.text in _ACHES
        or is_named_at(padded, j + k)
        for k, token in enumerate(words)
    )


def _is_of_last(padded: list[Token], j: int) -> bool:
    """Whether a log is named as one (``undo that last log``), or the last thing (``scrap the last one``)."""
    k = j
    while padded[k].text in _ARTICLES and k < j + 3:
        k += 1
    words = [token.text for token in padded[k : k + 6]]
    named = any(word in WRITTEN for word in words)
    return named or (words[0] in LAST and (words[1] in {"one", "ones"} or is_named_at(padded, k + 1)))


def _is_taken_away(padded: list[Token], j: int) -> bool:
    """``take the walk off``, ``take out the swim``, ``take that run out of my log``; not ``take monday off``."""
    rest = padded[j : j + 8]
    away = next((k for k, token in enumerate(rest) if token.text in _AWAY), None)
    if away is None or {token.text for token in rest[away + 1 : away + 2]} & {"to", "for", "on"}:
        return False
    meant = range(j + 1, j + 5) if away == 0 else range(j, j + away)
    source = rest[away + 1 :]
    logged = any(token.text in NAMES_OF_LOGS for token in source)
    if away and not logged and source and source[0].text in _ARTICLES | {"pb", "pr"}:
        return False  # ``take 5 min off my 5k`` is a wish
    return logged or any(names_activity(padded, k) or padded[k].kind in "nc" for k in meant if k < len(padded) - 4)
