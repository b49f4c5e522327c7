"""Where an athlete stands on one strength ladder: the rung, how long on it, and what was said of it lately."""

from dataclasses import dataclass, field
from enum import StrEnum


class Moved(StrEnum):
    """Why a rung is not the one that the plan expected."""

    HARD = "hard"
    """Too hard twice: one rung down."""
    PAIN = "pain"
    """It hurt: one rung down."""
    PAUSE = "pause"
    """Eight weeks without strength: one rung down."""
    EASY = "easy"
    """The top of the range came earlier than planned: one rung up."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A place on the ladder of ``exercise``.

    ``rung`` counts the whole ladder from 0, whatever the equipment. ``place`` counts the weeks of work on the rung (0
    to 3), with which repetitions climb; ``tops`` the weeks that reached the top of the range, ``hards`` the sessions in
    a row that were too hard, ``idle`` the weeks without strength. ``eased`` is one set fewer on the lowest rung,
    ``moved`` why the rung changed last week otherwise than planned.
    """

    exercise: str
    rung: int
    place: int = 0
    tops: int = 0
    hards: int = 0
    idle: int = 0
    eased: bool = False
    moved: Moved | None = None

    _hash: int = field(init=False, repr=False, compare=False, default=0)
    """Reckoned once: all standings together are the key of what the strength sessions of a week are made of."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash((self.exercise, self.rung, self.place, self.tops, self.moved)))

    def __hash__(self) -> int:
        return self._hash


Standings = tuple[Standing, ...]
"""One standing for every ladder."""
