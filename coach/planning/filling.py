"""What still fits into a week once its runs are sized: the second strength session, the recovery walk (W7, W8)."""

from coach.plan import BASE, BUILD, CUTBACK, PEAK
from coach.planning.aim import Aim
from coach.planning.calendar import ALL_DAYS, numbers
from coach.planning.draft import Draft, always_allowed
from coach.session import EASY_RUN, LONG_RUN, RECOVERY_WALK, RUN_WALK, STRENGTH

ORDINARY = frozenset({BASE, BUILD, PEAK, CUTBACK})
"""Phases whose weeks have minimum counts."""
COMPANY = frozenset({EASY_RUN, RUN_WALK, RECOVERY_WALK})
"""What strength may share a day with (W1)."""
HEAVY_FROM, HEAVY_MINUTES = 8, 35
"""The week, from 0, from which strength is heavy, and the minutes it then lasts where a day has them."""
LEAST = 15
"""Minutes that make one more session worth while."""
LONGER_DAY, LONGER = "longer_day", 15
"""What is said of strength that a day longer by so many minutes would have room for, and those minutes."""


def fill(aim: Aim, drafts: list[Draft]) -> list[Draft]:
    """Sessions to add to an ordinary week that has room for them."""
    strength, walks = _counts(drafts)
    if aim.phase not in ORDINARY or (strength >= aim.strength and (walks or not aim.wants_walk)):
        return []
    added = _walk(aim, drafts) or _swapped(aim, drafts)
    while strength < min(aim.strength, 1 if _walk_went(aim, walks) else 2):
        day = _open_day(aim, drafts + added)
        if day is None:
            break
        spare = _spare(aim, drafts + added, day)
        added.append(Draft(aim.monday + day, STRENGTH, min(20, spare)))
        strength += 1
    return added


def with_room(aim: Aim, drafts: list[Draft]) -> list[Draft]:
    """Strength of the heavy weeks made as long as its day has room beside what stands there, for a third exercise.

    With rests of two to three minutes twenty minutes hold two exercises; half an hour has one for the back of the
    thighs, or for the calves, in every session (W7). In lighter weeks, returns and after them it is short.
    """
    if aim.week < HEAVY_FROM or aim.phase not in ORDINARY or aim.brief:
        return drafts
    for draft in drafts:
        if draft.kind is STRENGTH and not draft.light:
            spent = sum([other.minutes for other in drafts if other.day == draft.day and other is not draft])
            draft.minutes = max(draft.minutes, min(HEAVY_MINUTES, aim.caps[draft.day - aim.monday] - spent))
    return drafts


def _walk_went(aim: Aim, walks: int) -> bool:
    """Whether a lighter week gave its walk for its metres: no second strength session stays without it (W0, P3)."""
    return aim.phase is CUTBACK and aim.wants_walk and not walks


def _counts(drafts: list[Draft]) -> tuple[int, int]:
    """How many strength sessions and recovery walks there are."""
    kinds = [draft.kind for draft in drafts]
    return kinds.count(STRENGTH), kinds.count(RECOVERY_WALK)


def _walk(aim: Aim, drafts: list[Draft]) -> list[Draft]:
    """A recovery walk on an empty day, else beside strength, where the week lacks one and may hold it (W8, P2)."""
    if not _lacks_walk(aim, drafts):
        return []
    days = [draft.day - aim.monday for draft in drafts]
    alone = [draft.day - aim.monday for draft in drafts if draft.kind is STRENGTH]
    empty = [day for day in range(7) if aim.caps[day] >= LEAST and day not in days]
    beside = [day for day in alone if days.count(day) == 1 and _spare(aim, drafts, day) >= LEAST]
    able = empty or [day for day in beside if aim.open_days >> day & 1]
    if not able:
        return []
    walk = Draft(aim.monday + able[-1], RECOVERY_WALK, min(20, _spare(aim, drafts, able[-1])))
    return [walk] if _allows(aim, drafts, walk) else []


def _lacks_walk(aim: Aim, drafts: list[Draft]) -> bool:
    """Whether a week asks for a recovery walk and has none; one that is made lighter asks for none (P3)."""
    if not aim.wants_walk or aim.phase is CUTBACK:
        return False
    return all(draft.kind is not RECOVERY_WALK for draft in drafts)


def _allows(aim: Aim, drafts: list[Draft], walk: Draft) -> bool:
    """Whether a walk keeps a week within its limit, or within what always is (P2)."""
    metres = sum(draft.metres for draft in drafts) + walk.minutes * aim.athlete.walk
    return metres <= aim.limit_m or always_allowed([*drafts, walk], ())


def _swapped(aim: Aim, drafts: list[Draft]) -> list[Draft]:
    """Strength beside a run, and the walk a week lacks on the day that strength had for itself (W0, W8)."""
    if not _lacks_walk(aim, drafts):
        return []
    days = [draft.day for draft in drafts]
    alone = [draft for draft in drafts if draft.kind is STRENGTH and days.count(draft.day) == 1]
    if not alone:
        return []
    day, minutes = _open_day(aim, drafts), min(20, aim.caps[alone[0].day - aim.monday])
    walk = Draft(alone[0].day, RECOVERY_WALK, minutes)
    if day is None or not _allows(aim, drafts, walk):
        return []
    spare = _spare(aim, drafts, day)
    alone[0].kind, alone[0].minutes, alone[0].session = RECOVERY_WALK, minutes, None
    return [Draft(aim.monday + day, STRENGTH, min(20, spare))]


def lacking(aim: Aim, drafts: list[Draft]) -> list[str]:
    """What an ordinary week has no room for, in the words of rule W0; and ``LONGER_DAY`` where one would have it."""
    if aim.phase not in ORDINARY:
        return []
    strength, walks = _counts(drafts)
    lost = [name for name in aim.gave if name in {"hard_run", "run"}]
    if strength < aim.athlete.strength:
        lost.append("strength" if strength else "all_strength")
        if _open_day(aim, drafts, LONGER) is not None:
            lost.append(LONGER_DAY)
    if len(aim.athlete.profile.available_days) >= 4 and not walks:
        lost.append("recovery_walk")
    return lost


def _spare(aim: Aim, drafts: list[Draft], day: int) -> int:
    date = aim.monday + day
    return aim.caps[day] - sum([draft.minutes for draft in drafts if draft.day == date])


def _open_day(aim: Aim, drafts: list[Draft], longer: int = 0) -> int | None:
    """The day with most room that may take one more strength session by W1, W2, W7 and W10, were it ``longer``."""
    full, closed, monday = 0, aim.no_strength | aim.long_next << 6, aim.monday
    for draft in drafts:
        day, kind = 1 << draft.day - monday, draft.kind
        if kind not in COMPANY:
            closed |= day
        if kind is LONG_RUN:
            closed |= day >> 1
        if kind is not RECOVERY_WALK:
            full |= day
    if full.bit_count() > 5:  # one day stays without training
        closed |= full if full == ALL_DAYS else ~full
    spares = [(_spare(aim, drafts, day) + longer, -day) for day in numbers(aim.open_days & ~closed)]
    most, day = max(spares, default=(0, 0))
    return -day if most >= LEAST else None
