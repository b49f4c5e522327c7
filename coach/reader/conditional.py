"""A doctor's yes that is none of today: *once the scan is clear*, *in two weeks*, *only walking*, *not fine*.

One list for whoever reads such a yes, and in doubt it is none: what it would lift is a hold for health (C4, S1).
"""

from coach.reader.facts import Tokens
from coach.reader.vocabulary.wordlist import bag

_CONDITIONS = bag(
    "if once when after until unless before first next soon later eventually maybe might only but "
    "not never wait dont cant cannot isnt shouldnt wont doesnt didnt "
    "tests test scan scans results result fracture tear torn strength walk walks walking swim swims swimming "
    "bike biking cycle cycling"
)
_SPANS = bag("day days week weeks month months")
_OWNERS = bag("the my a an him her")
"""*From the doctor* is no day from which something holds."""
_UNHINDERED = bag("problem problems restriction restrictions limit limits limitations issue issues worries doubt")
"""After *no* they make the yes a plain one."""
_REACH = 3
"""Words between *in* and the weeks it counts."""


def is_conditional(tokens: Tokens) -> bool:
    """Whether words beside a doctor's yes hang it on something, put it off, bound it or take it back."""
    return any(_puts_off(tokens, k) for k in range(len(tokens)))


def _puts_off(tokens: Tokens, k: int) -> bool:
    text, after = tokens[k].text, [token.text for token in tokens[k + 1 : k + 1 + _REACH]]
    match text:
        case "in":
            return not _SPANS.isdisjoint(after) or bool(tokens[k + 1 : k + 2] and tokens[k + 1].kind == "n")
        case "from":
            return bool(after) and after[0] not in _OWNERS
        case "no":
            return not (after and after[0] in _UNHINDERED)
        case _:
            return text in _CONDITIONS
