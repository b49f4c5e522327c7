"""The strength ladders: which form of an exercise, how many sets and repetitions, how much rest (figures of W7)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from coach.profile import Equipment, Experience

START: Final = {Experience.NEW: 0, Experience.RETURNING: 0, Experience.REGULAR: 1, Experience.EXPERIENCED: 1}
"""The rung to begin on, counted from 0."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One form of an exercise: what it ``needs`` (any of), whether it is held, and done side by side."""

    name: str
    needs: frozenset[Equipment] = frozenset()
    hold: bool = False
    sides: bool = False


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of it: ranges of sets, repetitions and rest (seconds), and repetitions in reserve, up to a week."""

    last_week: int
    sets: tuple[int, int]
    reps: tuple[int, int]
    rest_s: tuple[int, int]
    reserve: int


def exercises(session: str) -> tuple[list[str], list[str]]:
    """The exercises that session ``a`` or ``b`` always holds, and those that take turns where time is short."""
    found = _document()["sessions"][session]
    return found["always"], found["others"]


@cache
def ladder(exercise: str, equipment: frozenset[Equipment]) -> tuple[Rung, ...]:
    """The rungs of an exercise that this equipment allows, easiest first; a stair and a chair are always there."""
    rungs = (_rung(entry) for entry in _document()["ladders"][exercise])
    return tuple(rung for rung in rungs if not rung.needs or rung.needs & equipment)


@cache
def dose(week: int) -> Dose:
    """The dose of a week of the block, counted from 1: weeks 1-4, 5-8, and 9 on."""
    doses = (_dose(entry) for entry in _document()["stages"])
    return next(each for each in doses if week <= each.last_week)


@cache
def rung_for(exercise: str, equipment: frozenset[Equipment], experience: Experience, week: int) -> Rung:
    """The rung due by the calendar: one up every four weeks from where this athlete begins [C]."""
    rungs = ladder(exercise, equipment)
    return rungs[min(START[experience] + (max(week, 1) - 1) // 4, len(rungs) - 1)]


@cache
def _document() -> Mapping[str, Any]:
    return tomllib.loads((files("coach.workouts") / "strength.toml").read_text("utf-8"))


def _rung(entry: Mapping[str, Any]) -> Rung:
    needs = frozenset(Equipment(word) for word in entry.get("needs", ()))
    return Rung(entry["rung"], needs, entry.get("hold", False), entry.get("sides", False))


def _dose(entry: Mapping[str, Any]) -> Dose:
    return Dose(
        entry["weeks"],
        (entry["sets"][0], entry["sets"][1]),
        (entry["reps"][0], entry["reps"][1]),
        (entry["rest"][0], entry["rest"][1]),
        entry["reserve"],
    )
