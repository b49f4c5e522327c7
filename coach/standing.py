"""Where an athlete stands on one strength ladder: the rung, how long on it, and what was said of it lately."""

from enum import StrEnum
from typing import NamedTuple


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


class Standing(NamedTuple):
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


Standings = tuple[Standing, ...]
"""One standing for every ladder."""
