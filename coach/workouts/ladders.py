"""The strength ladders: which form of an exercise, how many sets and repetitions, how much rest (figures of W7)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from coach.profile import Equipment, Experience

START: Final = {Experience.NEW: 0, Experience.RETURNING: 0, Experience.REGULAR: 1, Experience.EXPERIENCED: 1}
"""The rung to begin on, counted from 0 among those that the equipment allows."""
HOLD_S: Final = (20, 25, 30, 30)
"""How long a hold lasts in each week of a rung (seconds, each side)."""
TOP_PLACE: Final = 2
"""The week of a rung, from 0, in which the top of the range is asked for first; the next one asks for it again."""
LAST_PLACE: Final = 3
"""The last week of a rung whose prescription is done."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One form of an exercise: what it ``needs`` (any of), whether it is held, and done side by side.

    ``loaded`` says that a weight is chosen for it.
    """

    name: str
    needs: frozenset[Equipment] = frozenset()
    hold: bool = False
    sides: bool = False
    loaded: bool = False

    def fits(self, equipment: frozenset[Equipment]) -> bool:
        """Whether this equipment is enough."""
        return not self.needs or bool(self.needs & equipment)


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of it: ranges of sets, repetitions and rest (seconds), and repetitions in reserve, up to a week."""

    last_week: int
    sets: tuple[int, int]
    reps: tuple[int, int]
    rest_s: tuple[int, int]
    reserve: int


def exercises(session: str) -> tuple[list[str], str, list[str]]:
    """What session ``a`` or ``b`` always holds, what comes next, and what takes turns where time is short."""
    found = _document()["sessions"][session]
    return found["always"], found["next"], found["others"]


@cache
def all_exercises() -> tuple[str, ...]:
    """Every exercise that has a ladder."""
    return tuple(_document()["ladders"])


@cache
def whole_ladder(exercise: str) -> tuple[Rung, ...]:
    """Every rung of an exercise, easiest first; none for an exercise without a ladder."""
    return tuple(_rung(entry) for entry in _document()["ladders"].get(exercise, ()))


@cache
def ladder(exercise: str, equipment: frozenset[Equipment]) -> tuple[Rung, ...]:
    """The rungs of an exercise that this equipment allows, easiest first; a stair and a chair are always there."""
    return tuple(rung for rung in whole_ladder(exercise) if rung.fits(equipment))


@cache
def position_of(exercise: str, rung: str) -> int | None:
    """Where a rung stands on the whole ladder, from 0; ``None`` for one that the ladder does not have."""
    return next((at for at, each in enumerate(whole_ladder(exercise)) if each.name == rung), None)


@cache
def nearest(exercise: str, position: int, equipment: frozenset[Equipment]) -> Rung:
    """The rung to stand on with this equipment: the one at ``position``, else the nearest easier one, else the easiest.

    The lowest rung of every ladder needs nothing, so there always is one.
    """
    return whole_ladder(exercise)[_at_or_below(exercise, position, equipment)]


@cache
def rung_above(exercise: str, position: int, equipment: frozenset[Equipment]) -> int:
    """The position one rung up with this equipment; the same one at the top."""
    above = [at for at in _allowed(exercise, equipment) if at > position]
    return above[0] if above else _at_or_below(exercise, position, equipment)


@cache
def rung_below(exercise: str, position: int, equipment: frozenset[Equipment]) -> int:
    """The position one rung down with this equipment; the same one at the bottom."""
    below = [at for at in _allowed(exercise, equipment) if at < position]
    return below[-1] if below else _at_or_below(exercise, position, equipment)


@cache
def start_at(exercise: str, equipment: frozenset[Equipment], experience: Experience) -> int:
    """The position on which an athlete begins."""
    allowed = _allowed(exercise, equipment)
    return allowed[min(START[experience], len(allowed) - 1)]


@cache
def dose(week: int) -> Dose:
    """The dose of a week of the block, counted from 1: weeks 1-4, 5-8, and 9 on."""
    doses = (_dose(entry) for entry in _document()["stages"])
    return next(each for each in doses if week <= each.last_week)


def reps_at(amount: Dose, place: int) -> int:
    """Repetitions asked for in each week of a rung: from the bottom of the range to its top, which is asked twice."""
    low, high = amount.reps
    return low + round((high - low) * min(1.0, place / TOP_PLACE))


@cache
def strained(area: str) -> frozenset[str]:
    """The exercises that load a part of the body, which pain there leaves out."""
    return frozenset(_document()["strains"].get(area, ()))


@cache
def instead_of(exercise: str) -> tuple[str, ...]:
    """The exercises that do a similar job, best first."""
    return tuple(_document()["instead"].get(exercise, ()))


@cache
def _allowed(exercise: str, equipment: frozenset[Equipment]) -> tuple[int, ...]:
    return tuple(at for at, rung in enumerate(whole_ladder(exercise)) if rung.fits(equipment))


def _at_or_below(exercise: str, position: int, equipment: frozenset[Equipment]) -> int:
    allowed = _allowed(exercise, equipment)
    return max((at for at in allowed if at <= position), default=allowed[0])


@cache
def _document() -> Mapping[str, Any]:
    return tomllib.loads((files("coach.workouts") / "strength.toml").read_text("utf-8"))


def _rung(entry: Mapping[str, Any]) -> Rung:
    needs = frozenset(Equipment(word) for word in entry.get("needs", ()))
    flags = {flag: bool(entry.get(flag, False)) for flag in ("hold", "sides", "loaded")}
    return Rung(entry["rung"], needs, **flags)


def _dose(entry: Mapping[str, Any]) -> Dose:
    return Dose(
        entry["weeks"],
        (entry["sets"][0], entry["sets"][1]),
        (entry["reps"][0], entry["reps"][1]),
        (entry["rest"][0], entry["rest"][1]),
        entry["reserve"],
    )
