"""The library of running workouts: what stands in ``library/*.toml``, read once and checked.

A workout is a list of blocks between a warm-up and a cool-down. A block repeats its parts; a part lasts a number of
seconds, a number of metres at the athlete's own speed, or fills what the session has left. Each family is written
easiest first, so that taking the next one is progress.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from coach.plan import Phase
from coach.session import Do, SessionKind
from coach.slot import Emphasis, Zone
from coach.units import Metres


@dataclass(frozen=True, slots=True)
class WorkoutPart:
    """A stretch of a block: ``shortest`` to ``longest`` seconds, or ``metres``, or whatever time is left."""

    do: Do
    zone: Zone
    shortest: int = 0
    longest: int = 0
    metres: Metres | None = None
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Parts that follow each other ``fewest`` to ``most`` times."""

    fewest: int
    most: int
    parts: tuple[WorkoutPart, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Workout:
    """One entry of the library; there is one object of each, so that it can be remembered by identity.

    ``level`` is who it is for: 1 newcomers who run half an hour, 2 those who return, 3 regular and 4 experienced
    runners. ``phases`` and ``emphases`` are empty where any will do, ``needs`` is empty or ``gym`` (a treadmill).
    ``why`` names the group of reasons, that is its purpose, ``title`` the catalogue's entry, ``cut`` the title of a
    part of it, ``cues`` the hints. Of hills, ``incline`` is that of a treadmill (%, low and high end) and
    ``elsewhere`` the hint how to do it without a hill. ``least`` is the minutes from which it makes sense.
    """

    id: str
    kind: SessionKind
    family: str
    level: int
    title: str
    why: str
    blocks: tuple[Block, ...]
    cues: tuple[str, ...] = ()
    phases: frozenset[Phase] = frozenset()
    emphases: frozenset[Emphasis] = frozenset()
    needs: str = ""
    cut: str = ""
    incline: tuple[int, int] = (0, 0)
    elsewhere: str = ""
    brisk: bool = False
    """Whether a walk asks for more than a stroll, which waits for a doctor's yes where health asks for one (S1)."""
    by_distance: bool = False
    """Whether a part of it is measured in metres, which takes known paces."""
    least: int = 0
    raced: bool = False
    """Whether it speaks of a race, which nobody runs whose goal is open-ended."""


@cache
def library() -> Mapping[SessionKind, tuple[Workout, ...]]:
    """Every workout of the library by kind, in the order of the files: easiest first within a family.

    Raises:
        ValueError: an entry is malformed or its name is taken.
    """
    found: dict[str, Workout] = {}
    for entry in _entries():
        workout = _workout(entry)
        if workout.id in found:
            raise ValueError(workout.id)
        found[workout.id] = workout
    kinds = dict.fromkeys(workout.kind for workout in found.values())
    return {kind: tuple(workout for workout in found.values() if workout.kind is kind) for kind in kinds}


@cache
def brisk_walks() -> frozenset[str]:
    """The walks that ask for more than a stroll, by name: not while it hurts or a doctor's yes is missing (S1, C3)."""
    return frozenset(each.id for each in library()[SessionKind.RECOVERY_WALK] if each.brisk)


@cache
def with_strides() -> frozenset[str]:
    """The easy runs that end with strides, by name."""
    return frozenset(each.id for each in library()[SessionKind.EASY_RUN] if each.family == "strides")


def _entries() -> list[dict[str, Any]]:
    folder = files("coach.workouts") / "library"
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    entries = []
    for name in names:
        document = tomllib.loads((folder / name).read_text("utf-8"))
        entries += [{**document.get("family", {}), **entry} for entry in document.get("workout", ())]
    return entries


def _workout(entry: dict[str, Any]) -> Workout:
    blocks = tuple(_block(block) for block in entry["blocks"])
    return Workout(
        id=entry["id"],
        kind=SessionKind(entry["kind"]),
        family=entry["family"],
        level=entry["level"],
        title=entry["title"],
        why=entry["why"],
        blocks=blocks,
        cues=tuple(entry.get("cues", ())),
        phases=frozenset(Phase(phase) for phase in entry.get("phases", ())),
        emphases=frozenset(Emphasis(emphasis) for emphasis in entry.get("emphases", ())),
        needs=entry.get("needs", ""),
        cut=entry.get("cut", entry["title"]),
        incline=_ends(entry.get("incline", 0)),
        elsewhere=entry.get("elsewhere", ""),
        brisk=entry.get("brisk", False),
        by_distance=any(part.metres is not None for block in blocks for part in block.parts),
        least=entry.get("least", 0),
        raced=entry.get("raced", False),
    )


def _block(entry: dict[str, Any]) -> Block:
    fewest, most = _ends(entry.get("repeat", 1))
    return Block(fewest, most, tuple(_part(part) for part in entry["parts"]))


def _part(entry: dict[str, Any]) -> WorkoutPart:
    shortest, longest = _ends(entry.get("s", 0))
    metres = entry.get("m")
    return WorkoutPart(
        do=Do(entry["do"]),
        zone=Zone(entry.get("zone", "easy")),
        shortest=shortest,
        longest=longest,
        metres=None if metres is None else Metres(metres),
        fills=not longest and metres is None,
    )


def _ends(value: int | list[int]) -> tuple[int, int]:
    low, high = (value, value) if isinstance(value, int) else value
    return low, high
