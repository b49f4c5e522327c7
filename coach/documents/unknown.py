"""Fields of a request that nobody reads: a slip of the pen there would otherwise go by in silence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Final

from coach.documents.entries import signs_of
from coach.documents.fields import shown
from coach.history import SYMPTOMS, Entry, Pain, SetsDone
from coach.profile import MinuteLimits, Profile, RaceResult

INNER: Final[Mapping[str, frozenset[str]]] = {
    "recent_race": frozenset(field.name for field in fields(RaceResult)),
    "max_minutes": frozenset(field.name for field in fields(MinuteLimits)),
    "health": frozenset({"flags", "cleared"}),
}
"""The fields of the objects in a profile."""
KNOWN: Final = frozenset(field.name for field in fields(Profile)) - {"health_known"} | {"today", "history"}
"""The fields of a request of the contract."""
ENTRY: Final = frozenset(field.name for field in fields(Entry))
"""The fields of an entry of a history."""
PAIN: Final = frozenset(field.name for field in fields(Pain))
SETS: Final = frozenset(field.name for field in fields(SetsDone))
MOST: Final = 5
"""Fields named at once."""


def unknown_fields(document: object) -> tuple[str, ...]:
    """The fields of a request that the contract does not have, as ``max_minutes.weekdays``, at most five.

    A field of a history is named where it occurs first, as ``history[3].duration_s``, and a symptom that nobody knows
    as ``history[3].symptoms`` with its word.
    """
    if not isinstance(document, Mapping):
        return ()
    found = [str(key) for key in document if key not in KNOWN]
    for field, known in INNER.items():
        found += _unknown_in(document.get(field), known, f"{field}.")
    history = document.get("history")
    if isinstance(history, list):
        found += _unknown_in_history(history)
        found += _unknown_symptoms(history)
    return tuple(shown(name) for name in found[:MOST])


def _unknown_in(inner: object, known: frozenset[str], path: str) -> list[str]:
    return [f"{path}{key}" for key in inner if key not in known] if isinstance(inner, Mapping) else []


def _unknown_in_history(history: Sequence[object]) -> list[str]:
    """Each field once, however many entries have it."""
    first: dict[str, str] = {}
    for number, entry in enumerate(history):
        for name in _unknown_in_entry(entry):
            first.setdefault(name, f"history[{number}].{name}")
    return list(first.values())


def _unknown_in_entry(entry: object) -> Iterator[str]:
    if not isinstance(entry, Mapping):
        return
    yield from _unknown_in(entry, ENTRY, "")
    yield from _unknown_in(entry.get("pain"), PAIN, "pain.")
    exercises = entry.get("exercises")
    for done in exercises if isinstance(exercises, list) else ():
        yield from _unknown_in(done, SETS, "exercises.")


def _unknown_symptoms(history: Sequence[object]) -> list[str]:
    """Symptoms that change nothing, because no rule knows them."""
    found = []
    for number, entry in enumerate(history):
        symptoms = entry.get("symptoms") if isinstance(entry, Mapping) else None
        words = [word for word in symptoms if isinstance(word, str)] if isinstance(symptoms, list) else []
        found += [f"history[{number}].symptoms: {word}" for word in words if not SYMPTOMS.issuperset(signs_of(word))]
    return found
