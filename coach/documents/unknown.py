"""Fields of a profile document that nobody reads: a slip of the pen there would otherwise go by in silence."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from coach.documents.entries import signs_of
from coach.documents.fields import shown
from coach.history import SYMPTOMS
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
    """The fields of a profile document that the contract does not have, as ``max_minutes.weekdays``, at most five.

    A symptom that nobody knows is named as ``history[3].symptoms`` with its word.
    """
    if not isinstance(document, Mapping):
        return ()
    found = [str(key) for key in document if key not in KNOWN]
    for field, known in INNER.items():
        inner = document.get(field)
        if isinstance(inner, Mapping):
            found += [f"{field}.{key}" for key in inner if key not in known]
    found += _unknown_symptoms(document.get("history"))
    return tuple(shown(name) for name in found[:MOST])


def _unknown_symptoms(history: object) -> list[str]:
    """Symptoms that change nothing, because no rule knows them."""
    found = []
    for number, entry in enumerate(history if isinstance(history, list) else ()):
        symptoms = entry.get("symptoms") if isinstance(entry, Mapping) else None
        words = [word for word in symptoms if isinstance(word, str)] if isinstance(symptoms, list) else []
        found += [f"history[{number}].symptoms: {word}" for word in words if not SYMPTOMS.issuperset(signs_of(word))]
    return found
