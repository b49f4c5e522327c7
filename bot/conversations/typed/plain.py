"""Making typed words even before they are read."""

import re
import unicodedata

from coach.memories import of_people

_SIGNS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "″": '"', "′": "'", "–": "-", "—": "-", "−": "-", "½": ".5"}
)
_SPACES = re.compile(r"\s+")
_TEXTED = {
    "tmrw": "tomorrow", "tmr": "tomorrow", "tmrrw": "tomorrow", "2moro": "tomorrow", "tomoz": "tomorrow",
    "2day": "today", "2nite": "tonight", "tonite": "tonight", "yday": "yesterday", "wat": "what", "wats": "whats",
    "u": "you", "ur": "your", "wot": "what", "wots": "whats", "shud": "should", "cud": "could", "wud": "would",
}  # fmt: skip
"""Words as they are texted, and as they are read."""
_SHORT = re.compile(rf"\b(?:{'|'.join(_TEXTED)})\b")


@of_people(64)
def plain(text: str) -> str:
    """Lower case, plain quotes and dashes, no accents, single spaces, at most 200 characters.

    Remembered, because whoever may answer a message asks for it anew.
    """
    letters = text[:200]
    if not letters.isascii():
        even = unicodedata.normalize("NFKD", letters.translate(_SIGNS))
        letters = "".join(sign for sign in even if not unicodedata.combining(sign))
    even = _SPACES.sub(" ", letters.lower()).strip(" .!?,;")
    return _SHORT.sub(lambda found: _TEXTED[found[0]], even)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text, without signs; ``i've`` is ``ive``."""
    return re.findall(r"[a-z]+|\d+(?:\.\d+)?", plain(text).replace("'", ""))
