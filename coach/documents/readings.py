"""What was understood from words, as a document: kept with them, so that a later reading knows what it changes."""

from dataclasses import asdict
from typing import Any

from coach.reading import LogEntry, Reading


def reading_to_json(reading: Reading) -> dict[str, Any]:
    """The entries and measurements of a reading; ``asked`` where it raised a question and nothing was logged."""
    return {
        "entries": [entry_to_reading(entry) for entry in reading.entries],
        "measurements": dict(reading.measurements),
        "asked": reading.question is not None,
    }


def entry_to_reading(entry: LogEntry) -> dict[str, Any]:
    """One entry by the names that a log has for it; minutes with two decimals."""
    pain = entry.pain
    return {
        "status": str(entry.status),
        "activity": None if entry.kind is None else str(entry.kind),
        "date": entry.date.isoformat(),
        "distance_m": entry.distance_m,
        "minutes": round(entry.duration_s / 60, 2) if entry.duration_s else None,
        "rpe": entry.rpe,
        "avg_hr": entry.avg_hr,
        "pain_area": pain.area if pain else None,
        "pain_level": pain.level if pain else None,
        "exercises": [asdict(exercise) for exercise in entry.exercises],
        "note": entry.note,
        "reason": None if entry.reason is None else str(entry.reason),
    }
