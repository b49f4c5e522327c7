"""The second storey of the grammar: facts side by side become pain, effort or freedom from pain."""

from coach.reader.facts import (
    Ache,
    Bare,
    Better,
    Doing,
    Fact,
    Felt,
    Fine,
    Graded,
    Hurting,
    Ignored,
    On,
    OutOfTen,
    Spot,
    Stop,
    Unread,
)

UNSAID = 4
"""Level assumed where pain is reported without one (rule C3's middle band), until the answer comes."""
NOWHERE = "unspecified"
"""The area where none was named."""
_LONGEST = 16
"""Facts that can speak of one ache."""
_SYMPTOMATIC = frozenset({"chest", "arm", "jaw"})
"""Areas whose pain is a red flag (rule C4), read in ``signs``."""
_PARTS = (Spot, Hurting, Graded, Fine, OutOfTen, Better)


def read_aches(facts: list[Fact]) -> list[Fact]:
    """``facts`` with runs of words about the body made into ``Ache``, and other figures out of ten into ``Felt``."""
    read: list[Fact] = []
    i = 0
    while i < len(facts):
        if isinstance(facts[i], _PARTS) or _opens(facts, i):
            group, days, end = _group(facts, i)
            read += days
            read += _meaning(group)
            i = end
        else:
            read.append(facts[i])
            i += 1
    return read


def _opens(facts: list[Fact], i: int) -> bool:
    """A small number right before a part of the body (``3/10`` has its own fact): ``2 for the knee``."""
    if not _is_level(facts[i]) or (i and isinstance(facts[i - 1], Doing)):
        return False
    following = facts[i + 1 : i + 3]
    if not following:
        return False
    if isinstance(following[0], Hurting):
        return facts[i] == Bare(0)
    return isinstance(following[0], Spot) and not isinstance(following[-1], OutOfTen | Bare | Hurting)


def _is_level(fact: Fact) -> bool:
    """A bare number that can be a level of pain."""
    return (
        isinstance(fact, Bare)
        and fact.value == int(fact.value)
        and 0 <= fact.value <= 10
        and fact.cue in {"", "at", "level"}
    )


def _group(facts: list[Fact], i: int) -> tuple[list[Fact], list[Fact], int]:
    """Neighbouring facts that speak of one ache; a comma joins a part of the body to its figure."""
    group = [facts[i]]
    days: list[Fact] = []
    j = i + 1
    while j < min(len(facts), i + _LONGEST):
        fact = facts[j]
        if isinstance(fact, _PARTS):
            if _is_complete(group, fact):
                break
            group.append(fact)
        elif (_is_level(fact) and _wants_level(group)) or (
            isinstance(fact, Felt) and fact.figure and _wants_level(group) and _is_only_body(group)
        ):
            group.append(fact)
        elif isinstance(fact, On) and _told_later(facts, j, group):
            days.append(fact)
        elif not _bridges(facts, j, group):
            break
        j += 1
    return group, days, j


def _is_only_body(group: list[Fact]) -> bool:
    """``knee felt 3``: the figure is of the knee."""
    return bool(group) and isinstance(group[-1], Spot)


def _wants_level(group: list[Fact]) -> bool:
    named = any(isinstance(fact, Spot | Hurting) for fact in group)
    return named and not any(isinstance(fact, OutOfTen | Bare | Felt) for fact in group)


def _is_complete(group: list[Fact], fact: Fact) -> bool:
    """Whether ``fact`` starts another ache: a second part of the body or figure, when the first is told."""
    told = any(isinstance(one, (OutOfTen | Fine | Better | Felt, Bare)) for one in group)
    if isinstance(fact, Spot):
        has_spot = any(isinstance(one, Spot) for one in group)
        return has_spot and (told or any(isinstance(one, Hurting) for one in group))
    if isinstance(fact, OutOfTen):
        return not fact.later and any(isinstance(one, OutOfTen | Bare | Felt) for one in group)
    return isinstance(fact, Hurting | Graded) and told and any(isinstance(one, Spot) for one in group)


def _told_later(facts: list[Fact], j: int, group: list[Fact]) -> bool:
    """A day between pain and its figure: ``hurting since yesterday, 4/10``."""
    following = facts[j + 1 : j + 3]
    eased = any(isinstance(fact, Better) for fact in group)
    if following[:1] == [Stop(",")] or (eased and following[:1] == [Stop(".")]):
        following = following[1:]
    return _wants_level(group) and bool(following) and isinstance(following[0], OutOfTen)


def _bridges(facts: list[Fact], j: int, group: list[Fact]) -> bool:
    """Whether the gap at ``j`` lies inside an ache: a comma or short words before a figure, *and* between two parts."""
    if j + 1 >= len(facts):
        return False
    gap, following = facts[j], facts[j + 1]
    body = any(isinstance(fact, Spot | Hurting) for fact in group)
    if isinstance(gap, Unread) and _is_figure_next(facts, j + 1) and (_lacks_level(group) or _is_off(facts, j, group)):
        return True
    if isinstance(gap, Unread):
        return (
            body
            and (gap.end - gap.start) <= 24
            and isinstance(following, (*_PARTS, Bare))
            and not isinstance(following, Better)
        )
    if isinstance(gap, Ignored):
        listed = following == Stop(",") and isinstance(facts[min(j + 2, len(facts) - 1)], OutOfTen)
        return body and (isinstance(following, _PARTS) or (listed and _wants_level(group)))
    if isinstance(gap, Stop) and gap.kind == ",":
        return (
            body
            and (isinstance(following, OutOfTen | Hurting | Graded) or _is_level(following))
            and (_is_later(following) or (_wants_level(group) and not _is_pained(group, following)))
        )
    level = isinstance(following, OutOfTen) or _is_level(following)
    if gap == Stop(".") and j + 2 == len(facts) and level and _wants_level(group):
        return any(isinstance(fact, Better) for fact in group) and not any(isinstance(fact, Doing) for fact in facts)
    if isinstance(gap, Stop) and gap.kind in {"+", ">"} and _is_later(following):
        return body
    if isinstance(gap, Stop) and gap.kind == "+":
        return isinstance(following, Spot | Hurting) and body and isinstance(group[-1], Spot | Hurting)
    return False


def _is_later(fact: Fact) -> bool:
    """Whether a fact is one more level of the pain that was told."""
    return isinstance(fact, OutOfTen) and fact.later


def _is_figure_next(facts: list[Fact], j: int) -> bool:
    """A comma and a figure out of ten: ``ankle twisted on a kerb, 7/10``."""
    return facts[j] == Stop(",") and j + 1 < len(facts) and isinstance(facts[j + 1], OutOfTen)


def _is_off(facts: list[Fact], j: int, group: list[Fact]) -> bool:
    """``knee felt a bit funny, 1/10``: a part of the body is a bit of something, and the small figure is its own."""
    figure = facts[j + 2]
    small = isinstance(figure, OutOfTen) and figure.value <= UNSAID
    graded = any(isinstance(fact, Graded) for fact in group) and any(isinstance(fact, Spot) for fact in group)
    return small and graded and _wants_level(group)


def _lacks_level(group: list[Fact]) -> bool:
    """Whether a part of the body hurts and nobody said how much, in figures or words."""
    hurting = [fact for fact in group if isinstance(fact, Hurting)]
    told = any(isinstance(fact, Graded) for fact in group)
    return bool(hurting) and not told and all(fact.level is None for fact in hurting) and _wants_level(group)


def _is_pained(group: list[Fact], following: Fact) -> bool:
    """``knee hurt a bit, 8/10``: the pain is told without the figure, which then is the effort.

    A small figure says the same as *a bit*: it is the pain's.
    """
    return (
        isinstance(following, OutOfTen)
        and following.value > UNSAID
        and any(isinstance(fact, Hurting) for fact in group)
        and any(isinstance(fact, Graded) for fact in group)
    )


def _meaning(group: list[Fact]) -> list[Fact]:
    """What one group says."""
    spots = [fact for fact in group if isinstance(fact, Spot)]
    area = spots[0].area if spots else None
    figure = _figure(group)
    hurting = [fact for fact in group if isinstance(fact, Hurting)]
    if any(isinstance(fact, Fine) for fact in group):
        return [*([] if area in _SYMPTOMATIC else [Ache(area, 0)]), *_left_over(figure)]
    if figure is not None and (spots or hurting):
        return [Ache(area, figure)]
    if hurting:
        return [] if _goes_without(area, hurting) else [_worded(area, hurting, group)]
    if spots and any(isinstance(fact, Better) for fact in group):
        return [Ache(area, 0)]
    if figure is not None:
        return [Felt(figure)]
    return [Ignored()]


def _left_over(figure: float | None) -> list[Fact]:
    return [] if not figure else [Felt(figure)]


def _goes_without(area: str | None, hurting: list[Hurting]) -> bool:
    """*tight*, *heavy* and their like mean nothing without a part of the body; a chest is a symptom, not a level."""
    if area is None:
        return all(fact.level == 2 for fact in hurting)
    return area in _SYMPTOMATIC


def _figure(group: list[Fact]) -> float | None:
    """The figure that was said; the worst of several times."""
    told = [fact.value for fact in group if isinstance(fact, OutOfTen)]
    if told and any(_is_later(fact) for fact in group):
        return max(told)
    for fact in group:
        if isinstance(fact, OutOfTen | Bare):
            return fact.value
        if isinstance(fact, Felt):
            return fact.rpe
    return None


def _worded(area: str | None, hurting: list[Hurting], group: list[Fact]) -> Ache:
    """A level from words: how much, else what the word for pain means itself, else ``UNSAID`` and not sure."""
    grades = [fact.level for fact in group if isinstance(fact, Graded)]
    levels = [fact.level for fact in hurting if fact.level is not None]
    if grades:
        mild = bool(levels) and max(levels) == 2 and max(grades) > 2
        return Ache(area, min(max(grades), 4) if mild else max(grades), worded=True)
    if levels:
        return Ache(area, max(levels), worded=True)
    return Ache(area, UNSAID, sure=False)
