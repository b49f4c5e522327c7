"""A guided session as storable JSON, read back without loss."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from coach.guided import DoneSet, Guided, Task
from coach.history import Felt


def guided_to_json(guided: Guided) -> dict[str, object]:
    """A guided session as JSON; ``guided_from_json`` gives it back."""
    return {
        "tasks": [asdict(task) for task in guided.tasks],
        "sets": [asdict(done) | {"felt": str(done.felt)} for done in guided.sets],
        "hurt": list(guided.hurt),
    }


def guided_from_json(document: Mapping[str, Any]) -> Guided:
    """The session that was written by ``guided_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    return Guided(
        tasks=tuple(Task(**task) for task in document["tasks"]),
        sets=tuple(DoneSet(**{**done, "felt": Felt(done["felt"])}) for done in document["sets"]),
        hurt=tuple(document["hurt"]),
    )
