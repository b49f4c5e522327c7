"""Slots with defaults, random slots, and what a checker reads off a session."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from coach.paces import pacing_for
from coach.plan import Phase
from coach.profile import CrossTraining, Equipment, Experience
from coach.session import Do, Part, Session, SessionKind, Step, StrengthPart
from coach.slot import Emphasis, Pacing, Setting, Slot
from coach.workouts import compose
from coach.workouts.strength import REP_S
from tests.builders import MONDAY, an_athlete


def a_pacing(fitness: float | None = None, **athlete: Any) -> Pacing:  # noqa: ANN401 - any field of the profile
    """Speeds as assumed, or paces as measured where fitness is given."""
    return pacing_for(an_athlete(**athlete), fitness)


def a_session(kind: str = "easy_run", minutes: int = 45, **fields: Any) -> Session:  # noqa: ANN401 - any field of the slot or its setting
    """The session of ``a_slot`` in ``a_setting``; override the fields of both by name."""
    own = {name: fields.pop(name) for name in list(fields) if name in Slot.__dataclass_fields__}
    return compose(a_slot(kind, minutes, **own), a_setting(**fields))


def a_slot(kind: str = "easy_run", minutes: int = 45, **fields: Any) -> Slot:  # noqa: ANN401 - any field of the slot
    """A slot on a Monday; override by name."""
    return Slot(**{"day": MONDAY.toordinal(), "kind": SessionKind(kind), "minutes": minutes, **fields})


def a_setting(**fields: Any) -> Setting:  # noqa: ANN401 - any field of the setting
    """A regular runner in the second week of building up; override by name."""
    defaults: dict[str, Any] = {
        "phase": Phase.BUILD,
        "week": 2,
        "experience": Experience.REGULAR,
        "pacing": a_pacing(),
    }
    return Setting(**{**defaults, **fields})


def seconds_of(steps: tuple[Step, ...]) -> int:
    """What steps add up to: parts by their seconds, strength by sets × (repetitions × 4 s, or seconds, + rest)."""
    return sum(step.repeat * sum(_seconds(part) for part in step.parts) for step in steps)


def _seconds(part: Part | StrengthPart) -> int:
    if isinstance(part, Part):
        return part.seconds or 0
    return part.sets * ((part.seconds or REP_S * (part.reps or 0)) + part.rest_s)


def parts_of(session: Session, *kinds: Do) -> list[Part]:
    """Every part of a run or walk as often as it is done, of these kinds where any are named."""
    parts = [part for step in session.steps for _ in range(step.repeat) for part in step.parts]
    return [part for part in parts if isinstance(part, Part) and (not kinds or part.do in kinds)]


def exercises_of(session: Session) -> list[StrengthPart]:
    """The exercises of a strength session, without warm-up and mobility."""
    parts = [part for step in session.steps for part in step.parts]
    return [part for part in parts if isinstance(part, StrengthPart) and part.rung != part.exercise]


def work_of(session: Session) -> int:
    """Seconds at tempo effort or harder."""
    return sum(part.seconds or 0 for part in parts_of(session, Do.RUN, Do.HILL) if part.rpe and part.rpe[1] >= 6)


pacings = st.builds(
    a_pacing,
    st.none() | st.floats(15, 75),
    age=st.integers(16, 80),
    experience=st.sampled_from(Experience),
)
settings = st.builds(
    Setting,
    phase=st.sampled_from(Phase),
    week=st.integers(1, 24),
    experience=st.sampled_from(Experience),
    pacing=pacings,
    emphasis=st.none() | st.sampled_from(Emphasis),
    equipment=st.frozensets(st.sampled_from(Equipment)),
    cross_training=st.none() | st.sampled_from(CrossTraining),
    strolls=st.booleans(),
)
slots = st.builds(
    Slot,
    day=st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1)).map(dt.date.toordinal),
    kind=st.sampled_from(SessionKind),
    minutes=st.integers(10, 240),
    turn=st.integers(0, 90),
    work_s=st.none() | st.integers(0, 2400),
    rep_m=st.none() | st.integers(0, 10_000),
    stage=st.none() | st.integers(0, 12),
    run_s=st.none() | st.integers(0, 2400),
    race_m=st.none() | st.sampled_from([5000, 10_000, 21_097, 42_195]),
    strides=st.integers(0, 6),
    light=st.booleans(),
)
