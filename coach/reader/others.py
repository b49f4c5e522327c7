"""Somebody else's deeds within a message: ``my dog ran faster``, ``saw a guy run 5k``, ``the podcast was 45 min``."""

from coach.reader.phrasebook import Phrasebook
from coach.reader.spelling import is_known
from coach.reader.tokens import Token
from coach.reader.vocabulary.names import FIRST_NAMES
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag

_OTHERS = bag(
    "friend brother sister husband wife son daughter dad mum mom dog cat partner colleague boss neighbour neighbor kid "
    "kids boyfriend girlfriend mate buddy uncle aunt cousin father mother roommate he she they someone everyone nobody "
    "trainer teammate flatmate grandma grandpa parents friends ex guy bloke coworker"
)
_NAMED_DEEDS = bag("ran did walked swam cycled finished runs does completed")
"""What somebody known by a name alone did: ``Tom ran 5k``."""
_DEEDS = bag(
    "ran did walked swam cycled finished has had won runs does goes went rode completed just also always says "
    "wants want would will can could might asked"
)
_SAW = bag("saw watched")
_SEEN = bag("run running walk walking do doing finish finishing swim swimming cycle cycling ride riding win winning")
"""What somebody was seen to do; *saw someone fall* says nothing of a distance behind it."""
_CROWDS = bag("everyone everybody someone somebody nobody people")
_SEEABLE = _OTHERS | _CROWDS | bag("man woman girl boy lady runner runners men women")
_BREATHS = bag(", ; - . ( so but then")
_PRAISES = bag("proud happy congrats congratulations kudos")
"""Beside somebody else it is their deed that follows: ``so proud of my sister, 2h10 half``."""
_THINGS = bag(
    "podcast film movie episode show song meeting call drive train bus flight queue playlist audiobook book "
    "route course"
)
_COURSES = bag("route course")
"""Of these only what they are is no deed: ``the route is 7 km``."""
_LASTS = bag("was is took lasted lasts takes leaves left runs ran goes")
"""What things do that somebody else did: ``the podcast was 45 min long``."""
STARTS = _OTHERS | FIRST_NAMES | _CROWDS | _SAW | _THINGS | {"in", "is"}
"""Words with which such a deed begins."""


def is_of_others(padded: list[Token], i: int) -> bool:
    """``my dog ran faster``, ``in 2019 I ran``: somebody else's deeds, or those of another year."""
    if padded[i].text in _THINGS and padded[i + 1].text in _LASTS and has_figures(_same_clause(padded[i + 2 :])):
        return padded[i].text not in _COURSES or padded[i + 1].text == "is"
    if padded[i].text in _OTHERS and _is_deed(padded, _named_fully(padded, i)):
        k = i - 1 - (i > 1 and padded[i - 1].text in {"my", "our", "the"})
        told = padded[k].text == "and" and has_figures(padded[:k])  # *ran 4k and my wife ran 5k*
        return told or padded[k].text not in {"with", "and", "after", "before", "because"} or i == 0
    if padded[i].text in FIRST_NAMES and padded[i + 1].text in _NAMED_DEEDS:
        return (i == 0 or padded[i - 1].text in _BEFORE_NAMES) and has_figures(padded[i + 2 :])
    if padded[i].text in _SAW:
        return _is_seen(padded, i)
    if padded[i].text in _CROWDS and padded[i + 1].text in {"in", "at", "from"}:
        return any(token.text in _DEEDS for token in padded[i + 2 : i + 7])
    if padded[i].text == "is" and padded[i + 1].kind == "n" and padded[i + 2].text in LENGTHS:
        return padded[i + 3].text in {"from", "away"}  # *the park is 3 km from here*
    if padded[i].text in _OTHERS and i > 1 and _PRAISES.intersection(token.text for token in padded[:i]):
        return padded[i - 2].text in {"of", "for", "to"} and padded[i - 1].text in {"my", "our"}
    year = padded[i + 1]
    return padded[i].text == "in" and year.text.isdigit() and len(year.text) == 4 and 1950 <= year.value <= 2100


_BEFORE_NAMES = bag(", ; - and while but")
"""What a name follows that does something of its own; *with tom ran 5k* is one's own run."""


def _is_seen(padded: list[Token], i: int) -> bool:
    """``saw a guy run 5k``; *saw a deer run past, 5k in 30* and *watched a film running 5k* are one's own runs."""
    seen = next((k for k in range(i + 2, i + 5) if padded[k].text in _SEEN), None)
    if seen is None or _SEEABLE.isdisjoint([token.text for token in padded[i + 1 : seen]]):
        return False
    breath = next((k for k in range(seen, len(padded)) if padded[k].text in _BREATHS), len(padded))
    return has_figures(padded[seen:breath])


_RELATED = Phrasebook({"of mine|of ours|at work|from work|in law|in laws|next door": True})


def _named_fully(padded: list[Token], i: int) -> int:
    """Where somebody's naming ends: ``my friend Tom``, ``a friend of mine``, ``my brother-in-law``."""
    k = i + 1 + (padded[i + 1].text == "-")
    more = _RELATED.match(padded, k)
    if more:
        return more[1]
    name = padded[i + 1]
    return i + 2 if name.kind == "w" and name.text not in _DEEDS | {"and"} and not is_known(name.text) else i + 1


def _is_deed(padded: list[Token], k: int) -> bool:
    """Whether somebody's deed follows at ``k``: ``ran 5k``, ``is running 8k``, ``got a new best``."""
    told, following = padded[k].text, padded[k + 1].text
    if told == "is":
        return following.endswith("ing") and following != "being"
    return told in _DEEDS or (told in _GOT and following in {"a", "his", "her", "their"})


_GOT = bag("got hurt twisted sprained broke pulled injured strained")


def _same_clause(tokens: list[Token]) -> list[Token]:
    """Up to what follows from it: ``the 7:15 was late, so I ran a mile``."""
    return tokens[: next((k for k, token in enumerate(tokens) if token.text in {"so", "but"}), len(tokens))]


def has_figures(tokens: list[Token]) -> bool:
    """Whether a number, a clock or a date is among the tokens."""
    return any(token.kind in "ncd" for token in tokens)
