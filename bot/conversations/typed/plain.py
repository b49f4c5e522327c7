"""Making typed words even before they are read."""

import re
import unicodedata

from coach.memories import of_people

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "″": '"', "′": "'", "–": "-", "—": "-", "−": "-", "½": ".5"}
)
_SPACES = re.compile(r"\s+")


@of_people(64)
def plain(text: str) -> str:
    """Lower case, plain quotes and dashes, no accents, single spaces, at most 200 characters.

    Remembered, because whoever may answer a message asks for it anew.
    """
    letters = text[:200]
    if not letters.isascii():
        even = unicodedata.normalize("NFKD", letters.translate(_SIGNS))
        letters = "".join(sign for sign in even if not unicodedata.combining(sign))
    return _SPACES.sub(" ", letters.lower()).strip(" .!?,;")


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without signs; ``i've`` is ``ive``."""
    return re.findall(r"[a-z]+|\d+(?:\.\d+)?", plain(text).replace("'", ""))
