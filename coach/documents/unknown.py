"""Fields of a profile document that nobody reads: a slip of the pen there would otherwise go by in silence."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from coach.documents.fields import shown
from coach.profile import MinuteLimits, Profile, RaceResult

INNER: Final[Mapping[str, frozenset[str]]] = {
    "recent_race": frozenset(field.name for field in fields(RaceResult)),
    "max_minutes": frozenset(field.name for field in fields(MinuteLimits)),
    "health": frozenset({"flags", "cleared"}),
}
"""The fields of the objects in a profile."""
KNOWN: Final = frozenset(field.name for field in fields(Profile)) - {"health_known"} | {"today", "history"}
"""The fields of a request of the contract."""
MOST: Final = 5
"""Fields named at once."""


def unknown_fields(document: object) -> tuple[str, ...]:
    """The fields of a profile document that the contract does not have, as ``max_minutes.weekdays``, at most five."""
    if not isinstance(document, Mapping):
        return ()
    found = [str(key) for key in document if key not in KNOWN]
    for field, known in INNER.items():
        inner = document.get(field)
        if isinstance(inner, Mapping):
            found += [f"{field}.{key}" for key in inner if key not in known]
    return tuple(shown(name) for name in found[:MOST])
