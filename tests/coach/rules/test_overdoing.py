"""Whoever keeps doing more than planned, and harder, is not given longer hard runs for it (C2)."""

from dataclasses import replace

from coach.history import Entry
from coach.plan import Plan
from coach.profile import Goal
from coach.session import HARD_KINDS, RUN_KINDS, Session
from coach.units import Metres
from tests.builders import an_athlete
from tests.coach.rules.living import Answer, Life, obedience, sessions
from tests.coach.rules.test_minimal import whole

RUNNER = an_athlete(goal=Goal.GENERAL_FITNESS, weeks=16)
WEEKS = 6


def overdoing(session: Session) -> Entry | None:
    """A fifth longer, a quarter farther, and two points harder than it was meant."""
    entry = obedience(session)
    if entry is None or session.kind not in RUN_KINDS:
        return entry
    farther = Metres(round(1.25 * (entry.distance_m or 0)))
    return replace(entry, minutes=1.2 * (entry.minutes or 0), distance_m=farther, rpe=session.target.rpe[1] + 2)


def after(answer: Answer, weeks: int = WEEKS) -> Plan:
    """The plan after so many weeks that were lived in one way."""
    life = Life.of(RUNNER)
    for _ in life.lives(7 * weeks, answer):
        pass
    return whole(life)


def longest_hard(made: Plan) -> int:
    """Minutes of the longest hard run of the next four weeks."""
    hard = [s.minutes for week in made.weeks[:4] for s in week.sessions if s.kind in HARD_KINDS]
    return max(hard, default=0)


def test_six_weeks_of_too_much_lead_to_no_more_than_six_weeks_as_planned() -> None:
    too_much, as_planned = after(overdoing), after(obedience)
    assert longest_hard(too_much) <= longest_hard(Life.of(RUNNER).planned())
    for one, other in zip(too_much.weeks[:4], as_planned.weeks[:4], strict=True):
        assert one.distance_m <= other.distance_m


def test_one_week_of_too_much_only_holds_the_next_one() -> None:
    """Afterwards the plan climbs again, a week later."""
    life = Life.of(RUNNER)
    for _ in life.lives(7, overdoing):
        pass
    held = whole(life)
    assert max(week.distance_m for week in held.weeks) > 1.2 * held.weeks[0].distance_m
    assert [s for s in sessions(held) if s.kind in HARD_KINDS]
