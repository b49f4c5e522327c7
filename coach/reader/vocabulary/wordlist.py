"""Writing sets of words as one writes a sentence."""


def bag(text: str) -> frozenset[str]:
    """The words of ``text``, parted by blanks."""
    return frozenset(text.split())
