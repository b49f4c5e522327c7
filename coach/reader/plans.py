"""What is still to come: ``maybe 5k tomorrow``, ``going out for 5k in a bit``, ``10k on sunday, can't wait``."""

from coach.reader.facts import Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.words import HURT_BOOK
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.days import BACK, WEEKDAYS
from coach.reader.vocabulary.wordlist import bag

_LATER = Phrasebook(
    {
        "in a bit|in a minute|in a few|in a sec|later|later on|soon|shortly|right now|"
        "on my way|on the way out|going out for|going for|going running|nipping out|popping out|"
        "start line|start pen": True
    }
)
_WISHES = Phrasebook({"cant wait|wish me luck|fingers crossed|looking forward|here goes|here we go|so excited": True})
_TOMORROW = frozenset(
    word for texts, days in BACK.items() if days < 0 for text in texts.split("|") for word in text.split()
)
_TOMORROWS = _TOMORROW - bag("the day after before morning afternoon evening night instead then")
_MAYBE = bag("maybe perhaps probably possibly")
KEYS = (
    bag(
        "bit few sec later soon shortly now way going nipping popping line pen wait luck crossed forward here "
        "excited next"
    )
    | _TOMORROWS
)
"""Words without which nothing is still to come."""
_OVER = bag(
    "ran did done walked swam cycled biked rode hiked jogged finished completed was were felt got went managed had "
    "skipped missed didnt just earlier yesterday back left made came hit lifted turned became ended kept keep "
    "no not cant cannot wont dont skip skipping miss cancel rest resting off move moved moving push swap shift can "
    "could instead delay postpone easy than slept sleep after before"
)
"""Beside one of these it is over, left out, moved or asked for."""
_CLAUSES = frozenset({",", ";", "-", "(", "but", "so", "then", "because", "+", "&"})


def still_to_come(sentence: Tokens) -> list[Token] | None:
    """A sentence without its clauses of what is still to come; ``None`` where nothing of it is."""
    padded = [*sentence, END, END, END, END]
    if _is_of_next_week(padded):
        return []
    wish = next((k for k in range(len(sentence)) if _WISHES.match(padded, k)), None)
    if wish is not None and _is_dated_ahead(sentence[:wish]):
        return []
    unsure = not _MAYBE.isdisjoint([token.text for token in sentence])
    for k in range(len(sentence)):
        ahead = sentence[k].text in _TOMORROWS
        if ahead or _LATER.match(padded, k):
            start, end = _clause(sentence, k)
            beside = start > 0 and not any(token.kind in "nc" for token in sentence[start:end])
            if ahead and not (unsure or beside):
                continue
            if _OVER.isdisjoint([token.text for token in sentence[start:end]]):
                return [*sentence[:start], *sentence[end:]]
    return None


_SPANS_AHEAD = bag("week weekend month")


def _is_of_next_week(padded: list[Token]) -> bool:
    """``i'm in mallorca next week, only running``: where one will be, without a figure, an ache, or what is over."""
    named = any(token.text == "next" and padded[k + 1].text in _SPANS_AHEAD for k, token in enumerate(padded[:-1]))
    told = any(token.kind in "nc" or token.text in _OVER for token in padded)
    if not named or told or padded[0].text not in _OF_ONESELF:
        return False
    return not any(HURT_BOOK.match(padded, k) for k in range(len(padded)))


_OF_ONESELF = bag("im i ill we were well")


def _is_dated_ahead(tokens: Tokens) -> bool:
    """Whether words that a wish follows name a day or a start, and nothing that is over."""
    words = {token.text for token in tokens}
    named = bool(words & (WEEKDAYS.keys() | _TOMORROWS | bag("weekend start line race")))
    return named and words.isdisjoint(_OVER) and not any(token.kind == "c" for token in tokens)


def _clause(sentence: Tokens, k: int) -> tuple[int, int]:
    """Where the clause around ``k`` begins and ends."""
    start = next((j for j in range(k, 0, -1) if sentence[j - 1].text in _CLAUSES), 0)
    end = next((j for j in range(k, len(sentence)) if sentence[j].text in _CLAUSES | {".", "!", "?"}), len(sentence))
    return start, end
