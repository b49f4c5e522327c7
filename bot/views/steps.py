"""The steps of a session as short lines, the same in the chat and on the fridge.

``8 × (1 min run, 90 s walk)``, with the pace where it is known; strength as form, sets, repetitions and rest.
"""

from dataclasses import dataclass

from bot.words import Words
from bot.words.speech import Html
from coach.phrases import Distance, Duration, Pace, Phrase
from coach.session import Do, Part, Session, SessionKind, Step, StrengthPart
from coach.units import Seconds

STROLL = 2
"""The low end of a walk's effort beyond which it is brisk."""
STRONG = 7
"""The low end of an effort uphill from which it is strong, and not steady."""
LAPS = (200, 300, 400, 600, 800, 1000, 1200, 1600)
"""Lengths of track in metres."""


def write_steps(session: Session, words: Words) -> list[str]:
    """One line a step, in order; empty where a session has none."""
    if session.kind is SessionKind.RACE:
        return _thirds(session, words)
    form = _Form(plain=session.kind is SessionKind.RUN_WALK, laps=_by_distance(session.title))
    return [line for step in session.steps for line in _lines(step, words, form)]


@dataclass(frozen=True)
class _Form:
    """How the parts of a session are told: run/walks without paces, work by distance in metres."""

    plain: bool = False
    laps: bool = False


def _by_distance(title: Phrase) -> bool:
    """Whether a session, or a shorter size of it, is measured in laps."""
    figures = dict(title.args)
    whole = figures.get("title")
    return _by_distance(whole) if isinstance(whole, Phrase) else "distance" in figures


def _thirds(session: Session, words: Words) -> list[str]:
    """A race is told by its thirds, not by how hard they are; what warms up for it comes first."""
    before = [
        step for step in session.steps if any(isinstance(part, Part) and part.do is not Do.RUN for part in step.parts)
    ]
    parts = [part for step in session.steps if step not in before for part in step.parts if isinstance(part, Part)]
    warm_up = [line for step in before for line in _lines(step, words, _Form(plain=True))]
    return [*warm_up, *(words(f"steps.race.{n}", length=_length(part)) for n, part in enumerate(parts[:3], start=1))]


def _lines(step: Step, words: Words, form: _Form) -> list[str]:
    lines = [_strength(p, words) if isinstance(p, StrengthPart) else _part(p, words, form) for p in step.parts]
    if step.repeat == 1:
        return lines
    return [words("steps.repeated", times=step.repeat, parts=Html(", ".join(lines)))]


def _part(part: Part, words: Words, form: _Form) -> str:
    name, pace = _name(part, plain=form.plain), part.pace_s_per_km
    if form.laps and pace and part.seconds and name in {"run_brisk", "run_hard"}:
        metres = part.seconds * 1000 / pace[0]
        lap = Phrase("lengths.m", (("each", min(LAPS, key=lambda each: abs(each - metres))),))
        return words("steps.timed", part=words(f"steps.{name}", length=lap), length=Duration(part.seconds))
    length = Duration(_rested(part.seconds)) if form.laps and part.do is Do.JOG and part.seconds else _length(part)
    said = words(f"steps.{name}", length=length)
    if pace is None or form.plain:
        return said
    return words("steps.paced", part=said, pace=Pace(*pace))


def _length(part: Part) -> Duration | Distance:
    return Duration(part.seconds or Seconds(0)) if part.distance_m is None else Distance(part.distance_m)


def _name(part: Part, *, plain: bool) -> str:
    """Runs and climbs are called by their effort; beside walks a run is a run, and a walk over a stroll is brisk."""
    if part.do is Do.WALK and part.rpe is not None and part.rpe[0] > STROLL:
        return "walk_brisk"
    if part.do is Do.HILL and part.rpe is not None and part.rpe[0] < STRONG:
        return "hill_steady"
    if part.do is not Do.RUN or plain or part.rpe is None:
        return str(part.do)
    named = ((4, "run_easy"), (5, "run_steady"), (7, "run_brisk"))
    return next((name for most, name in named if part.rpe[1] <= most), "run_hard")


def _strength(part: StrengthPart, words: Words) -> str:
    if part.rung == part.exercise:
        return words("steps.filler", length=Duration(_about(part.seconds or 0)), form=Phrase(f"rung.{part.rung}"))
    sides = part.load is not None and part.load.key.endswith("_sides")
    if part.seconds is not None:
        amount = words("steps.hold_sides" if sides else "steps.hold", length=Duration(part.seconds))
    else:
        amount = words("steps.reps_sides" if sides else "steps.reps", reps=part.reps)
    form = Phrase(f"rung.{part.exercise}.{part.rung}")
    return words("steps.sets", form=form, sets=part.sets, amount=amount, rest=Duration(_rounded(part.rest_s)))


def _rounded(seconds: int) -> Seconds:
    """A rest to a quarter of a minute: nobody times it to the second."""
    return Seconds(max(15, round(seconds / 15) * 15))


def _rested(seconds: int) -> Seconds:
    """The rest after a length of track, to half a minute: it was made to fill whole minutes with somebody's laps."""
    return Seconds(max(30, round(seconds / 30) * 30))


def _about(seconds: int) -> Seconds:
    """What surrounds the sets, to whole minutes."""
    return Seconds(max(1, round(seconds / 60)) * 60)
