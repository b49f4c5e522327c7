"""When another sport takes the place of an easy run (W9): it replaces, and never adds to a full week."""

from collections.abc import Collection
from dataclasses import replace

from coach.plan import BASE, BUILD, PEAK
from coach.planning.aim import Aim
from coach.planning.block import OPEN_GOALS
from coach.planning.calendar import Layout, neighbours, numbers
from coach.planning.draft import Draft
from coach.session import CROSS_TRAINING, EASY_RUN

HEAVY_BMI = 35
"""Body mass index from which something without landings is preferred (P6) [C]."""
LEAST_RIDE = 20
"""Minutes below which changing for a ride or a swim is not worth while [C]."""
LONGEST_RIDE = 60
"""Minutes of the longest: the point is easy endurance without landings [C]."""
SPARED = 0.85
"""The share of a week's distance that stays on foot, on the low side."""
CLIMBS, RIDE_FOR_A_CLIMB = 3, 30
"""Run/walks of a week that can spare one, and minutes of what takes its place [C]."""
BUILDING = frozenset({BASE, BUILD, PEAK})


def ride_day(aim: Aim, layout: Layout) -> int | None:
    """The day whose easy run another sport takes, ``None`` where every run stays.

    Of the easy runs without strength beside them the one with most runs around it, so that the legs get a day off
    their feet.
    """
    if aim.athlete.cross is None or aim.phase not in BUILDING or not _due(aim, layout.runs.bit_count()):
        return None
    easy = numbers(layout.runs & ~layout.long & ~layout.hards & ~layout.strength)
    around = neighbours(layout.runs)
    return max(
        easy, key=lambda day: (around >> day & 1, (neighbours(1 << day) & layout.runs).bit_count(), day), default=None
    )


def _due(aim: Aim, runs: int) -> bool:
    """Every week for who weighs much or runs five times for an open-ended goal, else every second week."""
    athlete = aim.athlete
    if (athlete.bmi or 0) >= HEAVY_BMI:
        return runs >= 3
    whole = athlete.profile.goal in OPEN_GOALS
    return runs >= (4 if whole else 5) and (aim.week % 2 == 1 or (whole and runs >= 5))


def with_room(aim: Aim) -> Aim:
    """The aim of a week in which a run will be ridden.

    Where one was in the weeks that the limit on foot looks back to, the limit leaves this one out as well (P2).
    """
    return replace(aim, limit_m=aim.limit_m / SPARED, gave=aim.gave) if aim.rode else aim


def ridden(drafts: list[Draft], day: int) -> None:
    """Turn the easy run of a day into the other sport, as long as the run would have been, an hour at most."""
    for draft in drafts:
        if draft.day == day and draft.kind is EASY_RUN and draft.minutes >= LEAST_RIDE:
            draft.kind, draft.minutes = CROSS_TRAINING, min(LONGEST_RIDE, draft.minutes)


def rode_a_climb(aim: Aim, climbs: list[Draft], strength: Collection[int]) -> list[Draft]:
    """The run/walks of a week on the ladder, one of three turned into the other sport for who weighs much (P6, W9).

    Two sessions still climb. It is the middle one of those without ``strength`` beside them.
    """
    athlete = aim.athlete
    due = athlete.profile.goal in OPEN_GOALS or aim.week % 2 == 1
    if athlete.cross is None or (athlete.bmi or 0) < HEAVY_BMI or not due or len(climbs) < CLIMBS:
        return climbs
    alone = [climb for climb in climbs if climb.day not in strength and climb.room >= LEAST_RIDE]
    if not alone:
        return climbs
    middle = min(alone, key=lambda climb: abs(climb.day - climbs[len(climbs) // 2].day))
    ride = Draft(middle.day, CROSS_TRAINING, min(RIDE_FOR_A_CLIMB, middle.room))
    return [ride if climb is middle else climb for climb in climbs]
