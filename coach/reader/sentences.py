"""Which parts of a message are no log: questions, wishes, plans, habits."""

from coach.reader import limits, orders, plans, race_news, races, usual
from coach.reader.after_all import is_log_all_the_same
from coach.reader.beside import aches_in
from coach.reader.facts import Context, Tokens
from coach.reader.others import STARTS, has_figures, is_of_others
from coach.reader.overtaken import STARTS as OVERTAKING
from coach.reader.overtaken import without_overtaken
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.words import ACTIVITY_STARTS
from coach.reader.splitting import SENTENCE_ENDS, sentences
from coach.reader.tokens import END, Token
from coach.reader.unmet import left_out
from coach.reader.vocabulary.outcomes import CHECKS, INTENT, QUESTIONS
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_INTENT = Phrasebook({INTENT: True})
_SOFT_ENDS = frozenset({",", "but", "-"})


def statements(tokens: Tokens, context: Context) -> list[Token]:
    """The tokens of a message without its questions, intentions and requests, and without races of another day.

    What such a sentence tells of an ache stays.
    """
    kept: list[Token] = []
    for sentence in sentences(tokens):
        words = {token.text for token in sentence}
        told = sentence if words.isdisjoint(usual.STARTS) else usual.without_habits(sentence)
        if not words.isdisjoint(OVERTAKING):
            told = without_overtaken(told)
        if told:
            untold = None if words.isdisjoint(_TURNS_UNTOLD) else _untold(told, context)
            if untold is None and not words.isdisjoint(plans.KEYS):
                untold = _without_plans(told)
            kept += _stated(told) if untold is None else untold
    return [*kept, END, END, END]


_TURNS_UNTOLD = orders.STARTS | races.TURNS | race_news.STARTS | limits.STARTS | usual.COMPLAINTS
"""Words without which a sentence is none of those; most sentences hold none of them."""


def _untold(sentence: list[Token], context: Context) -> list[Token] | None:
    """The aches in a sentence that asks for a deletion, speaks of a race of another day, sets a limit, or complains.

    ``None`` where a sentence does none of these.
    """
    if orders.asks_to_delete(sentence):
        return orders.told_beside(sentence)
    race = races.race_of(sentence, context)
    if race is not None:
        return aches_in(sentence, ahead=race.ahead)
    if race_news.news_of(sentence, context) is not None:
        return aches_in(sentence, ahead=True)
    return [] if limits.sets_limit(sentence) or usual.complains(sentence) else None


def _without_plans(sentence: list[Token]) -> list[Token] | None:
    """What a sentence states beside what is still to come; ``None`` where nothing of it is."""
    now = plans.still_to_come(sentence)
    if now is None:
        return None
    stated = _stated(sentence)
    if now and len(stated) < len(sentence):
        return stated
    return _stated(now) if any(token.kind in "wncd" for token in now) else aches_in(sentence, ahead=True)


_OWN = bag("im ive my me id have got had am was feel feeling felt caught woke")
_MAY_I = bag("should can could may shall would is")


def personal(tokens: Tokens) -> list[Token]:
    """The tokens without questions that tell nothing of the athlete (``should I run with a cold?``)."""
    kept: list[Token] = []
    for sentence in sentences(tokens):
        asked = sentence[-1].text == "?" or sentence[_first_word(sentence)].text in _MAY_I
        if not asked or _OWN.intersection(token.text for token in sentence):
            kept += sentence
        elif sentence[-1].text == "?":
            kept += sentence[: _question_start(sentence)]
    return [*kept, END, END, END]


def _stated(sentence: list[Token]) -> list[Token]:
    """What a sentence states; of a question, what stands before it (``ran 5k, is that ok?``)."""
    asked = _is_asked(sentence)
    if asked and (_is_hedged(sentence) or _is_of_a_watch(sentence)):
        return sentence[:-1]
    padded = [*sentence, END, END, END, END]
    end = _question_start(sentence) if asked else _told_until(sentence, padded)
    if _TURNED_FROM.isdisjoint([token.text for token in sentence]):
        return sentence[:end]
    turned = (_from_turn(sentence, padded, i, end) for i in range(end) if padded[i].text in _TURNED_FROM)
    return next((rest for rest in turned if rest is not None), sentence[:end])


def _is_asked(sentence: list[Token]) -> bool:
    """Whether a sentence ends as a question does."""
    return any(token.text == "?" for token in sentence[-3:]) or (len(sentence) > 1 and sentence[-1].text in _ASKED_LAST)


def _told_until(sentence: list[Token], padded: list[Token]) -> int:
    """Where a sentence without its question mark turns into a question: nothing of ``is 5k enough`` is told."""
    first = _first_word(sentence)
    asks = sentence[first].text in QUESTIONS and not _is_label(sentence, first) and _is_inverted(padded, first)
    return first if asks else len(sentence)


def _from_turn(sentence: list[Token], padded: list[Token], i: int, end: int) -> list[Token] | None:
    """What is told around somebody else or a wish at ``i``; ``None`` where there is neither."""
    if is_of_others(padded, i):
        return [*sentence[: _clause_start(sentence, i)], *_after_others(padded, i, end), *_closing(sentence)]
    wants = padded[i].text == "want" and padded[i + 1].kind in "nc"
    if not (wants or _INTENT.match(padded, i)) or is_log_all_the_same(padded, i, end):
        return None
    best = padded[i].text in {"pb", "pr"} and any(token.kind == "c" for token in sentence[:i])
    start = i if best else _clause_start(sentence, i)
    rest = _after_intent(padded, i, end)
    unmet = left_out(padded[start : end - len(rest)], rest) if rest else []
    return [*sentence[:start], *(unmet or rest), *_closing(sentence)]


_ASKED_LAST = bag("what which huh")
"""Last words of a question without its mark: ``30 mins of what``."""
_TURNED_FROM = STARTS | frozenset(_INTENT.starts())
"""Words with which something begins that is no log; all others need no second look."""


_HEDGES = bag("idk maybe like about around roughly probably think guess perhaps dunno approx")


def _is_hedged(sentence: list[Token]) -> bool:
    """``idk like 4k?``: unsure of the figure, and nothing asked."""
    words = {token.text for token in sentence}
    return bool(words & _HEDGES) and any(token.kind in "nc" for token in sentence) and not words & QUESTIONS


_WEIGHED = bag("possible doable realistic achievable enough good ok okay fine target goal too next tomorrow or")
_WATCHED = 4


def _is_of_a_watch(sentence: list[Token]) -> bool:
    """``6.51 km 34:02 5:14/km 144 avg bpm 812 ft?``: a row of figures, of which only the last is doubted."""
    words = {token.text for token in sentence}
    figures = sum(token.kind in "nc" for token in sentence)
    run = any(token.kind == "c" for token in sentence) and not words.isdisjoint(LENGTHS)
    return run and figures >= _WATCHED and words.isdisjoint(QUESTIONS | _WEIGHED)


def _is_label(sentence: list[Token], first: int) -> bool:
    """``What I did: 35 min run``: the question of a form that was filled in."""
    return any(token.text == ":" for token in sentence[first + 1 : first + 6]) and sentence[-1].text != ":"


def _closing(sentence: list[Token]) -> list[Token]:
    """The mark that ends a sentence, if there is one."""
    return sentence[-1:] if sentence[-1].text in SENTENCE_ENDS else []


def _first_word(sentence: list[Token]) -> int:
    """The place of the first word after greetings and signs."""
    i = 0
    while i < len(sentence) - 1 and (
        sentence[i].kind != "w"
        or sentence[i].text in {"hey", "hi", "hello", "coach", "so", "ok", "okay", "and", "btw", "also", "um", "oh"}
    ):
        i += 1
    return i


_SUBJECTS = bag(
    "i you we he she they it this that there my the your a is are do does should can much many many long far often fast"
)


def _is_inverted(padded: list[Token], i: int) -> bool:
    """A question without its mark: a question word with a subject or verb behind it; ``did 5k`` is none."""
    word, following = padded[i].text, padded[i + 1].text
    if word in {"is", "are", "does", "should", "can", "could", "would"}:
        return following not in {"only", "not", "barely", "hardly", "just"} | _PRAISING
    if word in {"did", "have"} and following == "i" and padded[i + 2].text in _DEEDS_ASKED:
        return True
    if word in {"did", "have", "was", "has", "had"}:
        return following in {"you", "we", "they", "he", "she"} or (
            word in {"was", "has"} and following in {"i", "that", "it"}
        )
    if word in {"when", "will", "may"}:
        return following in {"is", "do", "should", "can", "will", "does", "i", "you", "we"}
    return following in _SUBJECTS or word in {"whats", "hows", "why", "how", "what"}


_DEEDS_ASKED = bag("run ran do done walk walked train trained log logged miss missed skip skipped go gone ever already")
"""*Did I run yesterday*, without its mark; *did i mention 5k in 30* tells."""
_PRAISING = bag("run recommend again definitely")
"""``8/10 would run again`` asks nothing."""


def _question_start(sentence: list[Token]) -> int:
    """Where the question within a sentence that ends in ``?`` begins."""
    for i in range(len(sentence) - 1, -1, -1):
        if sentence[i].text in _SOFT_ENDS | {"-", "so", "and"} and i + 1 < len(sentence):
            following = sentence[i + 1].text
            if following in QUESTIONS | CHECKS | {"any", "so"}:
                return i
    return 0


def _clause_start(sentence: list[Token], i: int) -> int:
    """The start of the clause that ``i`` is in."""
    while i > 0 and sentence[i - 1].text not in _SOFT_ENDS | {"and", "because", "so", "then", "while", "whilst"}:
        i -= 1
    return i


_DONE_INSTEAD = bag("did ran managed walked swam cycled")
_TURNS = bag("but did ran only managed ended got made went settled turned became walked swam cycled")


def _after_intent(padded: list[Token], i: int, end: int) -> list[Token]:
    """What follows an intention in a clause of its own (``wanted 10k but did 6``).

    An intention without figure or activity ends before one with figures (``gonna go easy on myself, 20 min walk``).
    """
    if padded[i].text == "off" and padded[i + 1].text == "to":
        gone = next((k for k in range(i, end) if padded[k].text == "after"), end)
        if len([token for token in padded[gone:end] if token.kind in "nc"]) > 1:
            return padded[gone + 1 : end]  # *off to work after 5k in 30*
    for k in range(i, end):
        turned = {padded[k + 1].text, padded[k + 2].text} & _TURNS
        today = any(one.text == "today" for one in padded[k + 1 : k + 4])
        told = padded[k + 1].kind in "nc" and _is_idle(padded[i:k], padded[k:end])
        if padded[k].text == "but" or (padded[k].text == "," and (turned or today or told)):
            return padded[k:end]
        if padded[k].text == "so" and {padded[k + 1].text, padded[k + 2].text} & _DONE_INSTEAD:
            return padded[k:end]  # *gym opens late so ran 5k*
    return []


def _after_others(padded: list[Token], i: int, end: int) -> list[Token]:
    """What follows somebody else's deed: ``... but I did 6``, ``my wife ran 5k and I ran 4k``."""
    own = (
        k
        for k in range(i + 1, end)
        if padded[k].text in {"and", "while"} and padded[k + 1].text == "i" and padded[k + 2].text in _TURNS | {"was"}
    )
    return _after_intent(padded, i, end) or padded[next(own, end) : end]


_MEANS = (ACTIVITY_STARTS - bag("some easy a got went did had")) | bag(
    "try plan week race goal aim marathon half 5k 10k"
)


_MESSAGES = bag("messages texts text texting notifications reminders")


def _is_idle(clause: list[Token], rest: list[Token]) -> bool:
    """Whether an intention names today, and nothing that one could do; and the rest of the sentence no tomorrow.

    So does one about messages, before a distance: ``no texts from work for once, 5k in 30``.
    """
    words = {token.text for token in clause}
    if words & {"anyone", "anybody"} and "would" in words:  # ``anyone else would have quit, 5k in 30``
        return any(token.text in LENGTHS for token in rest)
    ahead = any(token.text in {"tomorrow", "next", "later"} for token in rest)
    if not words.isdisjoint(_MESSAGES) and not ahead and not has_figures(clause):
        return any(token.text in LENGTHS for token in rest)
    return "today" in words and not ahead and not has_figures(clause) and words.isdisjoint(_MEANS)
