"""Putting slips of the finger right: a word that nobody knows, one edit from a word of the vocabulary."""

from collections.abc import Iterable
from functools import cache

from coach.memories import of_people
from coach.reader.vocabulary import (
    activities,
    body,
    common_words,
    days,
    efforts,
    exercises,
    outcomes,
    quantities,
    symptoms,
)

SHORTEST = 4
"""Letters from which a word may be put right; shorter ones have too many neighbours."""


@of_people(32_768)
def correct(word: str) -> str:
    """``word``, or the vocabulary word within one edit of it (two from eight letters) that starts alike."""
    if word in common_words.SLIPS:
        return common_words.SLIPS[word]
    if not SHORTEST <= len(word) <= 16 or word in _known() or word in common_words.COMMON:
        return word
    best = _nearest(word, 1)
    if best is None and len(word) >= 8:
        best = _nearest(word, 2)
    return best or word


def is_known(word: str) -> bool:
    """Whether the vocabulary has the word."""
    return word in _known()


def _nearest(word: str, edits: int) -> str | None:
    """The word within ``edits`` that is used most (listed first), or ``None``."""
    index = _index()
    candidates = {known for key in _shortened(word, edits) for known in index.get(key, ())}
    close = [known for known in candidates if _close(word, known, edits)]
    return min(close, key=lambda known: (known[-1] != word[-1], abs(len(known) - len(word)), known)) if close else None


def _close(word: str, known: str, edits: int) -> bool:
    """Whether two words are within ``edits`` and start alike (or with their first two letters swapped)."""
    alike = word[0] == known[0] or word[:2] == known[1::-1]
    return alike and _distance(word, known) <= edits


def _distance(one: str, other: str) -> int:
    """Edits between two words, neighbours swapped counting as one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _shortened(word: str, edits: int) -> set[str]:
    """``word`` and what is left of it when up to ``edits`` letters are taken out."""
    found = {word}
    edge = {word}
    for _ in range(edits):
        edge = {rest[:i] + rest[i + 1 :] for rest in edge for i in range(len(rest))}
        found |= edge
    return found


@cache
def _known() -> frozenset[str]:
    """Every word of the vocabulary."""
    return frozenset(word for text in _texts() for word in text.replace("|", " ").split())


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Words often mistyped by what is left of them without one letter (two from eight letters)."""
    index: dict[str, list[str]] = {}
    for word in sorted(common_words.OFTEN_MISTYPED):
        for key in _shortened(word, 2 if len(word) >= 7 else 1):
            index.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in index.items()}


def _texts() -> Iterable[str]:
    """The expressions of every theme."""
    books: tuple[Iterable[str], ...] = (
        activities.DID, activities.NAMED, activities.RACES, (activities.NOT_A_RUN,),
        body.AREAS, body.HURT, body.GRADES, body.FINE, body.SIDES, body.BETTER,
        symptoms.SIGNS, symptoms.SITES, symptoms.AILING, (symptoms.NOT_A_SITE,),
        outcomes.OUTCOMES, outcomes.REASONS, (outcomes.DENIALS, outcomes.INTENT), outcomes.QUESTIONS, outcomes.CHECKS,
        efforts.FEELINGS, (efforts.NOT_EFFORT,), efforts.LABELS, exercises.EXERCISES,
        quantities.NUMBERS, quantities.LENGTHS, quantities.TIMES, quantities.MASSES, quantities.STONES,
        quantities.GIRTHS, quantities.UNLOGGED, quantities.UNLOGGED_LABELS, quantities.FILLERS,
        days.WEEKDAYS, days.MONTHS, days.BACK, days.ORDINALS, (_LABELS,),
    )  # fmt: skip
    for book in books:
        yield from book


_LABELS = (
    "rhr hrv puls hf fc farmer farmers sled carry carries "
    "weight weigh weighed weighing scale scales thigh calf waist hips sleep slept asleep resting heart "
    "rate pulse max "
    "average distance duration moving elapsed pace speed "
    "delete deleted deletes remove removed removes removal remote erase erased scrap scrapped"
)
