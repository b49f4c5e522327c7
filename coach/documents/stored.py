"""Sessions, weeks and receipts as storable JSON: written and read back without loss, words not yet chosen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from coach.documents.phrases import phrase_from_json, phrase_to_json
from coach.phrases import Phrase
from coach.plan import Change, Declined, Kept, Move, Notice, Phase, Week
from coach.session import Do, Intensity, Part, Session, SessionKind, Size, Step, StrengthPart, Target
from coach.units import Metres, Minutes, Seconds

Json = Mapping[str, object]
Number = TypeVar("Number", int, float)


def session_to_json(session: Session) -> dict[str, object]:
    """A session as JSON; ``session_from_json`` gives it back."""
    return {
        "date": session.date.isoformat(),
        "kind": str(session.kind),
        "title": phrase_to_json(session.title),
        "minutes": session.minutes,
        "intensity": str(session.intensity),
        "target": _target_to_json(session.target),
        "steps": [_step_to_json(step) for step in session.steps],
        "why": phrase_to_json(session.why),
        "distance_m": session.distance_m,
        "shorter": [_size_to_json(size) for size in session.shorter],
        "workout": session.workout,
        "cues": [phrase_to_json(cue) for cue in session.cues],
    }


def session_from_json(document: Json) -> Session:
    """The session that was written by ``session_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    metres = document["distance_m"]
    return Session(
        date=_day(document["date"]),
        kind=SessionKind(str(document["kind"])),
        title=_phrase(document["title"]),
        minutes=Minutes(cast("int", document["minutes"])),
        intensity=Intensity(str(document["intensity"])),
        target=_target(cast("Json", document["target"])),
        steps=_steps(document["steps"]),
        why=_phrase(document["why"]),
        distance_m=None if metres is None else Metres(cast("int", metres)),
        shorter=tuple(_size(size) for size in _objects(document["shorter"])),
        workout=str(document["workout"]),
        cues=tuple(phrase_from_json(cue) for cue in _objects(document["cues"])),
    )


def week_to_json(week: Week) -> dict[str, object]:
    """A week with its sessions as JSON; ``week_from_json`` gives it back."""
    return {
        "index": week.index,
        "start": week.start.isoformat(),
        "phase": str(week.phase),
        "distance_m": week.distance_m,
        "sessions": [session_to_json(session) for session in week.sessions],
        "eased": [day.isoformat() for day in week.eased],
    }


def week_from_json(document: Json) -> Week:
    """The week that was written by ``week_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    return _week(document, session_from_json)


def outline_from_json(document: Json) -> Week:
    """The outline of a week that was written by ``week_to_json``: its sessions without steps, cues and reasons.

    That is all that planning looks at in a week gone by, and it is read in a tenth of the time.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    return _week(document, _outline)


def _week(document: Json, read: Callable[[Json], Session]) -> Week:
    return Week(
        index=cast("int", document["index"]),
        start=_day(document["start"]),
        phase=Phase(str(document["phase"])),
        distance_m=Metres(cast("int", document["distance_m"])),
        sessions=tuple(read(session) for session in _objects(document["sessions"])),
        eased=tuple(map(_day, cast("list[str]", document.get("eased", [])))),
    )


def _outline(document: Json) -> Session:
    metres, title = document["distance_m"], _phrase(document["title"])
    return Session(
        date=_day(document["date"]),
        kind=SessionKind(str(document["kind"])),
        title=title,
        minutes=Minutes(cast("int", document["minutes"])),
        intensity=Intensity(str(document["intensity"])),
        target=_target(cast("Json", document["target"])),
        steps=(),
        why=title,
        distance_m=None if metres is None else Metres(cast("int", metres)),
        workout=str(document["workout"]),
    )


def change_to_json(change: Change) -> dict[str, object]:
    """A receipt as JSON; ``change_from_json`` gives it back."""
    return {
        "rule": change.rule,
        "rule_number": change.rule_number,
        "date": change.date.isoformat(),
        "cause": change.cause.isoformat(),
        "before": phrase_to_json(change.before),
        "after": phrase_to_json(change.after),
        "why": phrase_to_json(change.why),
    }


def change_from_json(document: Json) -> Change:
    """The receipt that was written by ``change_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    return Change(
        rule=str(document["rule"]),
        rule_number=str(document["rule_number"]),
        date=_day(document["date"]),
        cause=_day(document["cause"]),
        before=_phrase(document["before"]),
        after=_phrase(document["after"]),
        why=_phrase(document["why"]),
    )


def notice_to_json(notice: Notice) -> dict[str, object]:
    """A warning as JSON; ``notice_from_json`` gives it back."""
    return {"code": notice.code, "text": phrase_to_json(notice.text)}


def notice_from_json(document: Json) -> Notice:
    """The warning that was written by ``notice_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    return Notice(str(document["code"]), _phrase(document["text"]))


def kept_to_json(kept: Kept) -> dict[str, object]:
    """What is kept between two plannings as JSON; ``kept_from_json`` gives it back."""
    return {
        "weeks": [week_to_json(week) for week in kept.weeks],
        "moves": [[str(move.kind), move.origin.isoformat(), move.target.isoformat()] for move in kept.moves],
        "declined": sorted([each.rule, each.cause.isoformat()] for each in kept.declined),
        "first": [week_to_json(week) for week in kept.first],
    }


def kept_from_json(document: Json) -> Kept:
    """What was written by ``kept_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    moves = cast("Sequence[tuple[str, str, str]]", document["moves"])
    declined = cast("Sequence[tuple[str, str]]", document["declined"])
    return Kept(
        weeks=tuple(week_from_json(week) for week in _objects(document["weeks"])),
        moves=tuple(Move(SessionKind(kind), _day(origin), _day(target)) for kind, origin, target in moves),
        declined=frozenset(Declined(rule, _day(cause)) for rule, cause in declined),
        first=tuple(week_from_json(week) for week in _objects(document.get("first", []))),
    )


def _target_to_json(target: Target) -> dict[str, object]:
    return {"rpe": list(target.rpe), "pace_s_per_km": _ends(target.pace_s_per_km), "hr_bpm": _ends(target.hr_bpm)}


def _target(document: Json) -> Target:
    rpe = _pair(document["rpe"], int)
    if rpe is None:
        raise ValueError(document)
    return Target(rpe, _pair(document["pace_s_per_km"], int), _pair(document["hr_bpm"], int))  # type: ignore[arg-type] # NewTypes of int


def _step_to_json(step: Step) -> dict[str, object]:
    return {"repeat": step.repeat, "parts": [_part_to_json(part) for part in step.parts]}


def _steps(value: object) -> tuple[Step, ...]:
    return tuple(
        Step(cast("int", step["repeat"]), cast("tuple[Part, ...]", tuple(map(_part, _objects(step["parts"])))))
        for step in _objects(value)
    )


def _part_to_json(part: Part | StrengthPart) -> dict[str, object]:
    if isinstance(part, Part):
        return {
            "do": str(part.do),
            "seconds": part.seconds,
            "distance_m": part.distance_m,
            "rpe": _ends(part.rpe),
            "pace_s_per_km": _ends(part.pace_s_per_km),
        }
    return {
        "exercise": part.exercise,
        "sets": part.sets,
        "rest_s": part.rest_s,
        "reps": part.reps,
        "seconds": part.seconds,
        "rung": part.rung,
        "load": None if part.load is None else phrase_to_json(part.load),
        "cue": None if part.cue is None else phrase_to_json(part.cue),
    }


def _part(document: Json) -> Part | StrengthPart:
    if "exercise" in document:
        return _strength_part(document)
    return Part(
        do=Do(str(document["do"])),
        seconds=cast("Seconds | None", document["seconds"]),
        distance_m=cast("Metres | None", document["distance_m"]),
        rpe=_pair(document["rpe"], int),
        pace_s_per_km=_pair(document["pace_s_per_km"], int),  # type: ignore[arg-type] # a NewType of int
    )


def _strength_part(document: Json) -> StrengthPart:
    load, cue = document["load"], document["cue"]
    return StrengthPart(
        exercise=str(document["exercise"]),
        sets=cast("int", document["sets"]),
        rest_s=Seconds(cast("int", document["rest_s"])),
        reps=cast("int | None", document["reps"]),
        seconds=cast("Seconds | None", document["seconds"]),
        rung=str(document["rung"]),
        load=None if load is None else _phrase(load),
        cue=None if cue is None else _phrase(cue),
    )


def _size_to_json(size: Size) -> dict[str, object]:
    return {
        "minutes": size.minutes,
        "title": phrase_to_json(size.title),
        "steps": [_step_to_json(step) for step in size.steps],
    }


def _size(document: Json) -> Size:
    return Size(Minutes(cast("int", document["minutes"])), _phrase(document["title"]), _steps(document["steps"]))


def _ends(ends: tuple[int, int] | None) -> list[int] | None:
    return None if ends is None else list(ends)


def _pair(value: object, kind: type[Number]) -> tuple[Number, Number] | None:
    if value is None:
        return None
    low, high = cast("Sequence[int]", value)
    return kind(low), kind(high)


def _phrase(value: object) -> Phrase:
    return phrase_from_json(cast("Json", value))


def _day(value: object) -> date:
    return date.fromisoformat(cast("str", value))


def _objects(value: object) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", value)
