"""A message that puts itself right: ``5k, sorry, 6k`` is one run of 6 km."""

from dataclasses import replace

from coach.reader.facts import (
    Bare,
    ClockReading,
    Fact,
    Felt,
    Ignored,
    Instead,
    Lasting,
    Length,
    Measured,
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
    if Instead not in map(type, facts):
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
    for sorts in (likes, (Bare,)) if likes in _UNITLESS else (likes,):
        place = _latest(kept, sorts)
        if place is not None:
            kept[place] = _as_before(kept[place], fact)
            return True
    return False


_UNITLESS = ((Length,), (Lasting, ClockReading))
"""What may have been told without its unit before (``ran 5, no wait, 6 km``)."""
_FIGURES = (Length, Lasting, Felt, OutOfTen, Pulse, Measured, Bare)


def _latest(kept: list[Fact], sorts: tuple[type[Fact], ...]) -> int | None:
    """Where the latest fact of those sorts stands; a bare number stands for any figure."""
    wanted = _FIGURES if sorts == (Bare,) else sorts
    return next((k for k in range(len(kept) - 1, -1, -1) if isinstance(kept[k], wanted)), None)


def _as_before(old: Fact, new: Fact) -> Fact:
    """The new figure, with the cue, unit or name of the one before it where it is bare (``rpe 4, sorry 5``)."""
    if not isinstance(new, Bare):
        return new
    match old:
        case Bare():
            return replace(old, value=new.value)
        case Length() if old.unit:
            return replace(old, metres=new.value * old.unit)
        case Lasting():
            return replace(old, seconds=60 * new.value)
        case Felt():
            return replace(old, rpe=new.value)
        case OutOfTen() | Measured():
            return replace(old, value=new.value)
        case Pulse():
            return replace(old, bpm=new.value)
        case _:
            return new
