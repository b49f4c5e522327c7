"""Words that leave an answer to the coach: *not sure*, *you choose*, *no preference*."""

from bot.conversations.typed.plain import words_of

_SAID = (
    "not sure|im not sure|no idea|dont know|i dont know|idk|depends|it depends|you choose|you decide|up to you|you pick"
    "|doesnt matter|it doesnt matter|dont care|i dont care|dont mind|i dont mind|no preference|whatever|as you think"
    "|whenever|any time|anytime|flexible|im flexible|no limit|as long as needed|as long as it takes|cant say"
    "|hard to say|never measured|no clue"
)
_UNSURE = frozenset(_SAID.split("|"))
_AROUND = frozenset(
    [
        "really",
        "honestly",
        "tbh",
        "sorry",
        "lol",
        "well",
        "hmm",
        "um",
        "oh",
        "i",
        "think",
        "guess",
        "at",
        "all",
        "there",
        "is",
        "theres",
    ]
)
"""Words that change nothing before or after: *no limit really*."""


def is_unsure(text: str) -> bool:
    """Whether words leave it to the coach."""
    words = words_of(text)
    bare = [word for word in words if word not in _AROUND]
    return " ".join(words) in _UNSURE or " ".join(bare) in _UNSURE
