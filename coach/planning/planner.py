"""The plan: a pure function of who the athlete is, what happened, and the day it is asked for."""

from collections.abc import Iterable
from datetime import date

from coach.history import Entry
from coach.paces import hr_zones
from coach.phrases import phrase
from coach.plan import NOTHING_KEPT, Kept, Notice, Plan
from coach.planning.athlete import Athlete, read_athlete
from coach.planning.block import block_at
from coach.planning.engine import Engine
from coach.planning.log import read_log
from coach.profile import Profile


def plan(profile: Profile, history: Iterable[Entry], today: date, kept: Kept = NOTHING_KEPT) -> Plan:
    """The weeks of the block that holds ``today``, from the week of ``today`` on.

    Raises:
        NotPlannable: under 16 (S2), no available day, or a race before the start.
    """
    del kept
    athlete = read_athlete(profile)
    log = read_log(history, today, athlete.pacing.speeds)
    engine = Engine(athlete, block_at(profile, today), log, today.toordinal())
    weeks = engine.run()
    return Plan(
        goal=profile.goal,
        today=today,
        fitness=None if athlete.pacing.fitness is None else round(athlete.pacing.fitness, 1),
        hr_zones=hr_zones(profile),
        warnings=tuple(_notices(athlete, engine)),
        changes=(),
        weeks=tuple(weeks),
    )


def _notices(athlete: Athlete, engine: Engine) -> Iterable[Notice]:
    for code in sorted(engine.state.gave):
        yield Notice(f"no_room_{code}", phrase(f"warning.no_room_{code}"))
    if athlete.bmi is None:
        yield Notice("unknown_weight", phrase("warning.unknown_weight"))
    if not athlete.profile.health_known:
        yield Notice("unknown_health", phrase("warning.unknown_health"))
    if athlete.allowed == 0:
        yield Notice("screening", phrase("warning.screening"))
    if athlete.allowed == 1:
        yield Notice("pregnant", phrase("warning.pregnant"))
