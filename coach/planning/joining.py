"""Days of a week that were planned apart, put together: what one of them does to the others (W2, W4, P5)."""

from coach.planning import tapering
from coach.planning.aim import Aim
from coach.planning.climbing import mixed_speed
from coach.planning.draft import Draft
from coach.session import EASY_RUN, HARD_KINDS, LONG_RUN, RACE, RECOVERY_WALK, RUN_KINDS, RUN_WALK, STRENGTH


def joined(aim: Aim, drafts: list[Draft], race: int | None) -> list[Draft]:
    """The drafts of a week as they may stand beside each other; ``race`` is the day of one, if it is in the plan."""
    drafts = _rested(_apart(aim, drafts))
    _call_the_longest_long(aim, drafts, None if race is None else race - tapering.LAST)
    return drafts


def _apart(aim: Aim, drafts: list[Draft]) -> list[Draft]:
    """A run/walk on the day after a run becomes a walk of the same metres (P5)."""
    ran = set()
    for draft in drafts:
        if draft.kind is RUN_WALK and draft.day - 1 in ran:
            there = sum(other.minutes for other in drafts if other.day == draft.day and other is not draft)
            speed = mixed_speed(aim) if draft.held else aim.athlete.walk
            minutes = int(draft.minutes * speed / aim.athlete.walk)
            draft.kind, draft.stage = RECOVERY_WALK, None
            draft.minutes = min(30, aim.caps[draft.day - aim.monday] - there, minutes)
        elif draft.kind in RUN_KINDS:
            ran.add(draft.day)
    return drafts


def _call_the_longest_long(aim: Aim, drafts: list[Draft], end: int | None) -> None:
    """Let the long run be the longest, where what is around it lets it be (W3, W4, W7); none from ``end`` on is."""
    long = next((draft for draft in drafts if draft.kind is LONG_RUN), None)
    easy = [draft for draft in drafts if draft.kind is EASY_RUN and (end is None or draft.day < end)]
    longest = max(easy, key=lambda draft: draft.minutes, default=None)
    if long is None or longest is None or longest.minutes <= long.minutes:
        return
    if aim.no_long >> longest.day - aim.monday & 1 or (aim.prev_hard and longest.day == aim.monday):
        return  # last Sunday held strength, or a hard run
    near = {draft.day - longest.day: draft.kind for draft in drafts if draft.kind in HARD_KINDS | {STRENGTH}}
    if near.get(0) is None and near.get(-1) is None and near.get(1) in {None, STRENGTH}:
        long.kind, longest.kind = longest.kind, long.kind


def _rested(drafts: list[Draft]) -> list[Draft]:
    """A week without a day of rest loses the lightest day of training (W2)."""
    loads: dict[int, int] = {}
    for draft in drafts:
        if draft.kind is not RECOVERY_WALK:
            loads[draft.day] = loads.get(draft.day, 0) + draft.minutes + 300 * (draft.kind is RACE)
    if len(loads) < 7:
        return drafts
    lightest = min(loads, key=lambda day: loads[day])
    return [draft for draft in drafts if draft.day != lightest]
