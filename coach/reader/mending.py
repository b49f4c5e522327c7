"""A message that puts itself right: ``5k, sorry, 6k`` is one run of 6 km."""

from coach.reader.facts import (
    Bare,
    ClockReading,
    Fact,
    Felt,
    Ignored,
    Instead,
    Lasting,
    Length,
    On,
    OutOfTen,
    Pulse,
    Stop,
    Tempo,
)

_LIKES: tuple[tuple[type[Fact], ...], ...] = (
    (Length,), (Lasting, ClockReading), (Tempo,), (Felt, OutOfTen), (Pulse,), (On,), (Bare,),
)  # fmt: skip
"""Facts of which one can stand in another's place."""


def mended(facts: list[Fact]) -> list[Fact]:
    """``facts`` with the figures behind each ``Instead`` in the place of the latest ones of their sort before it."""
    if Instead() not in facts:
        return facts
    kept: list[Fact] = []
    mending = False
    for fact in facts:
        if isinstance(fact, Instead):
            mending = True
        elif mending and isinstance(fact, Stop | Ignored):
            mending = mending and isinstance(fact, Ignored)
            kept.append(fact)
        elif not (mending and _put(kept, fact)):
            kept.append(fact)
    return kept


def _put(kept: list[Fact], fact: Fact) -> bool:
    """Put a figure where the latest of its sort stands; whether there was one."""
    likes = next((likes for likes in _LIKES if isinstance(fact, likes)), ())
    for sorts in (likes, (Bare,) if likes in {(Length,), (Lasting, ClockReading)} else ()):
        place = next((k for k in range(len(kept) - 1, -1, -1) if sorts and isinstance(kept[k], sorts)), None)
        if place is not None:
            kept[place] = _as_before(kept[place], fact)
            return True
    return False


def _as_before(old: Fact, new: Fact) -> Fact:
    """The new figure, with the cue of a bare one before it (``in 30, i mean 31``)."""
    return Bare(new.value, old.cue) if isinstance(old, Bare) and isinstance(new, Bare) else new
