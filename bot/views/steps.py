"""The steps of a session as short lines, the same in the chat and on the fridge.

``8 × (1 min run, 90 s walk)``, with the pace where it is known; strength as form, sets, repetitions and rest.
"""

from bot.words import Words
from bot.words.speech import Html
from coach.phrases import Distance, Duration, Pace, Phrase
from coach.session import Do, Part, Session, SessionKind, Step, StrengthPart
from coach.units import Seconds

STROLL = 2
"""The low end of a walk's effort beyond which it is brisk."""


def write_steps(session: Session, words: Words) -> list[str]:
    """One line a step, in order; empty where a session has none."""
    if session.kind is SessionKind.RACE:
        return _thirds(session, words)
    plain = session.kind is SessionKind.RUN_WALK
    return [line for step in session.steps for line in _lines(step, words, plain=plain)]


def _thirds(session: Session, words: Words) -> list[str]:
    """A race is told by its thirds, not by how hard they are; what warms up for it comes first."""
    before = [
        step for step in session.steps if any(isinstance(part, Part) and part.do is not Do.RUN for part in step.parts)
    ]
    parts = [part for step in session.steps if step not in before for part in step.parts if isinstance(part, Part)]
    warm_up = [line for step in before for line in _lines(step, words, plain=True)]
    return [*warm_up, *(words(f"steps.race.{n}", length=_length(part)) for n, part in enumerate(parts[:3], start=1))]


def _lines(step: Step, words: Words, *, plain: bool) -> list[str]:
    lines = [_strength(p, words) if isinstance(p, StrengthPart) else _part(p, words, plain=plain) for p in step.parts]
    if step.repeat == 1:
        return lines
    return [words("steps.repeated", times=step.repeat, parts=Html(", ".join(lines)))]


def _part(part: Part, words: Words, *, plain: bool) -> str:
    said = words(f"steps.{_name(part, plain=plain)}", length=_length(part))
    if part.pace_s_per_km is None or plain:
        return said
    return words("steps.paced", part=said, pace=Pace(*part.pace_s_per_km))


def _length(part: Part) -> Duration | Distance:
    return Duration(part.seconds or Seconds(0)) if part.distance_m is None else Distance(part.distance_m)


def _name(part: Part, *, plain: bool) -> str:
    """Runs are called by their effort; beside planned walks a run is just a run, and a walk over a stroll is brisk."""
    if part.do is Do.WALK and part.rpe is not None and part.rpe[0] > STROLL:
        return "walk_brisk"
    if part.do is not Do.RUN or plain or part.rpe is None:
        return str(part.do)
    named = ((4, "run_easy"), (5, "run_steady"), (7, "run_brisk"))
    return next((name for most, name in named if part.rpe[1] <= most), "run_hard")


def _strength(part: StrengthPart, words: Words) -> str:
    if part.rung == part.exercise:
        return words("steps.filler", length=Duration(_rounded(part.seconds or 0)), form=Phrase(f"rung.{part.rung}"))
    sides = part.load is not None and part.load.key.endswith("_sides")
    if part.seconds is not None:
        amount = words("steps.hold_sides" if sides else "steps.hold", length=Duration(part.seconds))
    else:
        amount = words("steps.reps_sides" if sides else "steps.reps", reps=part.reps)
    form = Phrase(f"rung.{part.exercise}.{part.rung}")
    return words("steps.sets", form=form, sets=part.sets, amount=amount, rest=Duration(_rounded(part.rest_s)))


def _rounded(seconds: int) -> Seconds:
    """To five seconds: nobody times a rest to the second."""
    return Seconds(round(seconds / 5) * 5)
