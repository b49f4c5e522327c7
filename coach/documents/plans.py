"""The contract's plan document: a plan with its phrases said, ready to be written as JSON."""

from collections.abc import Callable

from coach.phrases import Phrase
from coach.plan import Change, Plan, Week
from coach.session import Part, Session, Step, StrengthPart, Target

Say = Callable[[Phrase], str]
"""Turns a phrase into a sentence."""


def plan_document(plan: Plan, say: Say) -> dict[str, object]:
    """The document of a plan as ``legwork plan`` prints it; ``say`` chooses the words."""
    return plan_head(plan, say) | {"weeks": [_week(week, say) for week in plan.weeks]}


def plan_head(plan: Plan, say: Say) -> dict[str, object]:
    """The document of a plan without its weeks."""
    zones = plan.hr_zones
    return {
        "goal": plan.goal,
        "today": plan.today.isoformat(),
        "fitness": None if plan.fitness is None else round(plan.fitness, 1),
        "hr_zones": None if zones is None else {name: list(ends) for name, ends in zones.items()},
        "warnings": [{"code": notice.code, "text": say(notice.text)} for notice in plan.warnings],
        "changes": [_change(change, say) for change in plan.changes],
    }


def _change(change: Change, say: Say) -> dict[str, object]:
    return {
        "rule": change.rule,
        "date": change.date.isoformat(),
        "before": say(change.before),
        "after": say(change.after),
        "why": say(change.why),
    }


def _week(week: Week, say: Say) -> dict[str, object]:
    return {
        "index": week.index,
        "start": week.start.isoformat(),
        "phase": week.phase,
        "distance_m": week.distance_m,
        "sessions": [session_document(session, say) for session in week.sessions],
    }


def session_document(session: Session, say: Say) -> dict[str, object]:
    """The document of one session within a plan."""
    return {
        "date": session.date.isoformat(),
        "kind": session.kind,
        "title": say(session.title),
        "minutes": session.minutes,
        "distance_m": session.distance_m,
        "intensity": session.intensity,
        "target": _target(session.target),
        "steps": [step_document(step, say) for step in session.steps],
        "why": say(session.why),
        "shorter": [{"minutes": size.minutes, "title": say(size.title)} for size in session.shorter],
    }


def _target(target: Target) -> dict[str, object]:
    return {"rpe": target.rpe, "pace_s_per_km": target.pace_s_per_km, "hr_bpm": target.hr_bpm}


def step_document(step: Step, say: Say) -> dict[str, object]:
    """The document of one step of a session."""
    return {
        "repeat": step.repeat,
        "parts": [_part(part) if isinstance(part, Part) else _strength(part, say) for part in step.parts],
    }


def _part(part: Part) -> dict[str, object]:
    document: dict[str, object] = {"do": part.do}
    if part.seconds is not None:
        document["seconds"] = part.seconds
    if part.distance_m is not None:
        document["distance_m"] = part.distance_m
    if part.rpe is not None:
        document["rpe"] = part.rpe
    if part.pace_s_per_km is not None:
        document["pace_s_per_km"] = part.pace_s_per_km
    return document


def _strength(part: StrengthPart, say: Say) -> dict[str, object]:
    amount = {"reps": part.reps} if part.seconds is None else {"seconds": part.seconds}
    load = None if part.load is None else say(part.load)
    return {"exercise": part.exercise, "sets": part.sets, **amount, "rest_s": part.rest_s, "load": load}
