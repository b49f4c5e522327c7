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

ALIKE = 0.5
"""How near a figure is to what it is taken for by a slip, 1 for equal ones."""
TEN = 10
"""The end of every scale of how something felt."""
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
            mending = not _in_another_unit(kept, fact)
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
        place = _nearest(kept, fact.value) if isinstance(fact, Bare) else _latest(kept, sorts)
        if place is not None:
            kept[place] = _as_before(kept[place], fact)
            return True
    return False


_UNITLESS = ((Length,), (Lasting, ClockReading))
"""What may have been told without its unit before (``ran 5, no wait, 6 km``)."""
_FIGURES = (Length, Lasting, Felt, OutOfTen, Pulse, Measured, Bare)


def _latest(kept: list[Fact], sorts: tuple[type[Fact], ...]) -> int | None:
    """Where the latest fact of those sorts stands."""
    return next((k for k in range(len(kept) - 1, -1, -1) if isinstance(kept[k], sorts)), None)


def _nearest(kept: list[Fact], value: float) -> int | None:
    """Where the figure stands that a number without a unit is for: the latest where it can be that, else the nearest.

    ``5k, rpe 1, sorry 3`` is another effort, ``5k in 30, sorry 6`` another distance.
    """
    figures = [k for k, fact in enumerate(kept) if isinstance(fact, _FIGURES)]
    if not figures or _may_be(kept[figures[-1]], value):
        return figures[-1] if figures else None
    return max(figures, key=lambda k: (_likeness(_amount(kept[k]), value), k))


def _may_be(fact: Fact, value: float) -> bool:
    """Whether a figure may have been meant to be another one."""
    if isinstance(fact, Felt | OutOfTen):
        return value <= TEN
    return _likeness(_amount(fact), value) >= ALIKE


def _likeness(one: float, other: float) -> float:
    """How near two figures are, 1 for equal ones."""
    return min(one, other) / max(one, other) if min(one, other) > 0 else 0.0


def _amount(fact: Fact) -> float:
    """A figure as it was written."""
    match fact:
        case Length():
            return fact.metres / (fact.unit or 1.0)
        case Lasting():
            return fact.seconds / 60
        case Felt():
            return fact.rpe
        case Pulse():
            return fact.bpm
        case _:
            return fact.value if isinstance(fact, OutOfTen | Measured | Bare) else 0.0


def _in_another_unit(kept: list[Fact], fact: Instead) -> bool:
    """Put the latest distance into the unit that was meant (``5 miles i mean km``); whether that was all."""
    if fact.unit is None:
        return False
    place = _latest(kept, (Length, Bare))
    told = None if place is None else kept[place]
    if place is not None and isinstance(told, Length) and told.unit:
        kept[place] = replace(told, metres=told.metres / told.unit * fact.unit, unit=fact.unit)
    elif place is not None and isinstance(told, Bare):
        kept[place] = Length(told.value * fact.unit, unit=fact.unit)
    return True


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
