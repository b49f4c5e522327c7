"""The foot of a plan on paper: what to have ready, what it does for legs, and the words it uses, explained."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.views.fridge_strength import Exercise, exercises_of, forms, gear, reserve
from bot.views.paper import block
from bot.views.session import by_feel
from bot.views.steps import write_steps
from bot.words import Html, Words
from coach.plan import Phase, Plan
from coach.profile import Goal
from coach.session import RUN_KINDS, Do, Part, Session, SessionKind

HOUR = 60
"""Minutes from which a drink comes along."""
TERMS = (
    "run_walk", "easy_run", "long_run", "steady", "strides", "fartlek", "intervals", "repetitions", "tempo", "hills",
    "recovery_walk", "top", "lighter", "resting", "easing",
)  # fmt: skip
"""What is explained where it occurs, easiest first."""
WORKOUT_TERMS = {
    "fartlek": "fartlek",
    "interval": "intervals",
    "treadmill_interval": "intervals",
    "repetition": "repetitions",
    "cruise": "tempo",
    "tempo": "tempo",
    "over_under": "tempo",
    "waves": "tempo",
    "progressive": "tempo",
}
"""The word that a title holds, by how the title's key begins."""
PHASE_TERMS = {
    Phase.PEAK: "top",
    Phase.CUTBACK: "lighter",
    Phase.TAPER: "resting",
    Phase.RACE: "resting",
    Phase.RETURN: "easing",
}
KIND_TERMS = {
    SessionKind.RUN_WALK: "run_walk",
    SessionKind.EASY_RUN: "easy_run",
    SessionKind.LONG_RUN: "long_run",
    SessionKind.HILL_RUN: "hills",
    SessionKind.RECOVERY_WALK: "recovery_walk",
}


WALKING = "walking"
"""How the names of walks begin that are training of their own, and not recovery."""

OF_FIGURE = frozenset(SessionKind) - {SessionKind.TEMPO_RUN, SessionKind.CROSS_TRAINING, SessionKind.RACE}
"""Kinds whose line on legs has a form without a word on fat and looks (S2, S3)."""


@dataclass(frozen=True)
class Contents:
    """What a plan holds, as its foot needs to know."""

    kinds: frozenset[SessionKind]
    terms: frozenset[str]
    workouts: frozenset[str]
    longest: int
    repeated: Session | None
    """The first session with something repeated in it, cut down to that one step."""


def plainly(modest: bool) -> str:  # noqa: FBT001 - the one thing it is about
    """The end of the keys of texts that say nothing of fat and looks."""
    return ".plain" if modest else ""


def notes(plan: Plan, words: Words, *, modest: bool = False) -> Iterator[list[str]]:
    """The foot: what to have ready, legs where they are the goal, the words used, and what matters most.

    ``modest`` leaves out fat and how a body looks (S2, S3).
    """
    contents = contents_of(plan)
    exercises = exercises_of(plan)
    ready = [*_ready(contents), *gear(exercises)]
    yield block(words("fridge.bring"), (words(f"fridge.bring.{name}") for name in ready))
    if plan.goal is Goal.LEANER_LEGS and plan.weeks:
        honest = words(f"fridge.legs.honest{plainly(modest)}")
        yield block(words("fridge.legs"), [*_of_legs(contents, words, modest=modest), honest])
    yield block(words("fridge.forms"), forms(exercises, words))
    yield block(words("fridge.read"), _explained(contents, exercises, words))
    yield [words(f"fridge.foot.{name}") for name in ("missed", "pain", "care")]


def _of_legs(contents: Contents, words: Words, *, modest: bool) -> Iterator[str]:
    """A line for each kind; walks that are all there is are more than recovery."""
    for kind in SessionKind:
        if kind in contents.kinds - {SessionKind.RACE}:
            walking = kind is SessionKind.RECOVERY_WALK and not contents.kinds & RUN_KINDS
            yield words(f"fridge.legs.{WALKING if walking else kind}{plainly(modest and kind in OF_FIGURE)}")


def _explained(contents: Contents, exercises: Sequence[Exercise], words: Words) -> Iterator[str]:
    """The words that the plan uses, easiest first."""
    yield words("fridge.term.effort")
    if exercises:
        yield reserve(exercises, words)
    if contents.repeated is not None:
        (step,) = write_steps(by_feel(contents.repeated), words)
        yield words("fridge.term.times", step=Html(step), times=contents.repeated.steps[0].repeat)
    yield from (words(f"fridge.term.{term}") for term in TERMS if term in contents.terms)


def contents_of(plan: Plan) -> Contents:
    """What a plan holds."""
    sessions = [session for week in plan.weeks for session in week.sessions]
    terms = {PHASE_TERMS[week.phase] for week in plan.weeks if week.phase in PHASE_TERMS}
    for session in sessions:
        terms |= set(_terms(session))
    on_foot = [session.minutes for session in sessions if session.kind in RUN_KINDS]
    repeated = (
        replace(session, steps=(step,))
        for session in sessions
        for step in session.steps
        if step.repeat > 1 and session.kind is not SessionKind.RACE
    )
    return Contents(
        frozenset(session.kind for session in sessions),
        frozenset(terms),
        frozenset(session.workout for session in sessions),
        max(on_foot, default=0),
        next(repeated, None),
    )


def _terms(session: Session) -> Iterator[str]:
    """The words in a session that an outsider would not know."""
    if session.kind in KIND_TERMS and not session.workout.startswith(WALKING):
        yield KIND_TERMS[session.kind]
    name = session.title.key.removeprefix("title.")
    yield from (term for start, term in WORKOUT_TERMS.items() if name.startswith(start))
    parts = [part for step in session.steps for part in step.parts if isinstance(part, Part)]
    if any(part.do is Do.STRIDE for part in parts):
        yield "strides"
    if any(part.do is Do.RUN and part.rpe == (4, 5) for part in parts):
        yield "steady"


def _ready(contents: Contents) -> Iterator[str]:
    runs = bool(contents.kinds & RUN_KINDS)
    if runs:
        yield "run"
    elif SessionKind.RECOVERY_WALK in contents.kinds:
        yield "walk"
    if contents.longest > HOUR:
        yield "long"
    if SessionKind.HILL_RUN in contents.kinds:
        yield "hill"
    if any(name.startswith("cycling") for name in contents.workouts):
        yield "cycling"
    if any(name.startswith(("swimming", "aqua")) for name in contents.workouts):
        yield "swimming"
    if SessionKind.RACE in contents.kinds:
        yield "race"
