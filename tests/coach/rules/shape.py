"""The contract's plan document as a description that a document can be held against."""

import datetime as dt
from collections.abc import Callable, Mapping

from coach.plan import Phase
from coach.session import Do, Intensity, SessionKind

Check = Callable[[object], list[str]]
"""What is wrong with a value, in plain words."""
EXERCISES = frozenset({"squat", "lunge", "step_up", "glute_bridge", "calf_raise", "single_leg_deadlift", "plank"})
"""The exercises that the contract names; others may come."""


def text(value: object) -> list[str]:
    """A sentence, nothing left to fill in."""
    good = isinstance(value, str) and bool(value.strip()) and "{" not in value
    return [] if good else [f"{value!r} is no text"]


def day(value: object) -> list[str]:
    """An ISO date."""
    try:
        dt.date.fromisoformat(str(value))
    except ValueError:
        return [f"{value!r} is no date"]
    return []


def whole(low: int, high: int) -> Check:
    """A whole number in a range."""

    def check(value: object) -> list[str]:
        good = isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
        return [] if good else [f"{value!r} is not a whole number from {low} to {high}"]

    return check


def number(low: float, high: float) -> Check:
    """Any number in a range."""

    def check(value: object) -> list[str]:
        good = isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high
        return [] if good else [f"{value!r} is not a number from {low} to {high}"]

    return check


def one_of(*options: str) -> Check:
    """One of these words."""
    return lambda value: [] if value in options else [f"{value!r} is none of {', '.join(options)}"]


def pair(low: int, high: int) -> Check:
    """Two whole numbers in order."""
    each = whole(low, high)

    def check(value: object) -> list[str]:
        if not isinstance(value, list | tuple) or len(value) != 2:
            return [f"{value!r} is no pair"]
        wrong = each(value[0]) + each(value[1])
        return wrong or ([] if value[0] <= value[1] else [f"{value!r} is the wrong way round"])

    return check


def maybe(check: Check) -> Check:
    """The same, or null."""
    return lambda value: [] if value is None else check(value)


def each(check: Check, *, least: int = 0) -> Check:
    """A list of such things."""

    def check_all(value: object) -> list[str]:
        if not isinstance(value, list) or len(value) < least:
            return [f"{value!r} is no list of {least} or more"]
        return [f"{n}: {wrong}" for n, item in enumerate(value) for wrong in check(item)]

    return check_all


def has(fields: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with exactly these fields, and perhaps some others."""
    extra = optional or {}

    def check(value: object) -> list[str]:
        if not isinstance(value, dict):
            return [f"{value!r} is no object"]
        missing = [f"{name} is missing" for name in fields if name not in value]
        strange = [f"{name} is not in the contract" for name in value if name not in fields and name not in extra]
        known = {**fields, **extra}
        wrong = [f"{name}: {w}" for name in value if name in known for w in known[name](value[name])]
        return missing + strange + wrong

    return check


EFFORT, PACE, BEATS = pair(1, 10), pair(120, 1500), pair(60, 220)
FOOT_PART = has(
    {"do": one_of(*Do)},
    {"seconds": whole(1, 36_000), "distance_m": whole(1, 100_000), "rpe": EFFORT, "pace_s_per_km": PACE},
)
STRENGTH_PART = has(
    {"exercise": text, "sets": whole(1, 6), "rest_s": whole(0, 300), "load": maybe(text)},
    {"reps": whole(1, 30), "seconds": whole(5, 900)},
)


def part(value: object) -> list[str]:
    """A part of a run, walk or ride, or of strength."""
    if not isinstance(value, dict):
        return [f"{value!r} is no part"]
    strong = "exercise" in value
    amounts = sum(name in value for name in (("reps", "seconds") if strong else ("seconds", "distance_m")))
    wrong = (STRENGTH_PART if strong else FOOT_PART)(value)
    return wrong if amounts == 1 else [*wrong, f"{amounts} amounts"]


SESSION = has(
    {
        "date": day,
        "kind": one_of(*SessionKind),
        "title": text,
        "minutes": whole(5, 600),
        "distance_m": maybe(whole(1, 100_000)),
        "intensity": one_of(*Intensity),
        "target": has({"rpe": EFFORT, "pace_s_per_km": maybe(PACE), "hr_bpm": maybe(BEATS)}),
        "steps": each(has({"repeat": whole(1, 40), "parts": each(part, least=1)}), least=1),
        "why": text,
        "shorter": each(has({"minutes": whole(5, 60), "title": text})),
    }
)
WEEK = has(
    {
        "index": whole(1, 60),
        "start": day,
        "phase": one_of(*Phase),
        "distance_m": whole(0, 400_000),
        "sessions": each(SESSION),
    }
)
PLAN = has(
    {
        "goal": text,
        "today": day,
        "fitness": maybe(number(10, 90)),
        "hr_zones": maybe(
            lambda value: has({str(name): BEATS for name in value})(value) if isinstance(value, dict) else ["?"]
        ),
        "warnings": each(has({"code": text, "text": text})),
        "changes": each(has({"rule": text, "date": day, "before": text, "after": text, "why": text})),
        "weeks": each(WEEK, least=1),
    }
)
"""What is wrong with a plan document; nothing where it has the contract's shape."""
