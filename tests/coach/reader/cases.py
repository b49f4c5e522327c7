"""Reading the corpus: phrases and what they say, one JSON object a line; what is absent is expected absent."""

import datetime as dt
import json
from pathlib import Path

from coach.profile import DistanceUnit
from coach.reader import read
from coach.reading import Exercise, LogEntry, Reading

TODAY = dt.date(2026, 12, 2)
"""The day of every phrase of the corpus: a Wednesday."""
NAMES = (
    "corpus", "unseen", "unseen_again", "unseen_later",
    "unseen_strangers", "unseen_personas", "unseen_habits", "unseen_voices", "unseen_doubles", "unseen_chatter",
    "unseen_chatter_again", "unseen_diaries", "unseen_diaries_again", "unseen_sceptic", "unseen_words",
    "unseen_runners", "unseen_fragments",
)  # fmt: skip
"""Files of the corpus; the *unseen* ones were written before anything was changed for them."""
HERE = Path(__file__).parent


def corpus(name: str) -> list[dict[str, object]]:
    """The cases of one file of the corpus."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def reading_of(text: str, units: str = "km") -> Reading:
    """What the reader makes of ``text`` on the day of the corpus."""
    return read(text, TODAY, DistanceUnit(units))


def described(reading: Reading, case: dict[str, object]) -> dict[str, object]:
    """A reading in the corpus's own shape; the note is compared only where the case has one."""
    noted = "note" in json.dumps(case["entries"])
    found: dict[str, object] = {key: case[key] for key in ("text", "units") if key in case}
    found["entries"] = [_entry(entry, noted=noted) for entry in reading.entries]
    if reading.measurements:
        found["measurements"] = dict(reading.measurements)
    if reading.pain:
        found["pain"] = [reading.pain.area, reading.pain.level]
    if reading.symptoms:
        found["symptoms"] = list(reading.symptoms)
    if reading.question:
        found["question"] = reading.question.key
    return found


def _entry(entry: LogEntry, *, noted: bool) -> dict[str, object]:
    fields: dict[str, object] = {
        "status": str(entry.status),
        "kind": entry.kind and str(entry.kind),
        "date": entry.date.isoformat(),
        "distance_m": entry.distance_m,
        "duration_s": entry.duration_s,
        "rpe": entry.rpe,
        "avg_hr": entry.avg_hr,
        "pain": [entry.pain.area, entry.pain.level] if entry.pain else None,
        "exercises": [_exercise(exercise) for exercise in entry.exercises] or None,
        "reason": entry.reason and str(entry.reason),
        "note": entry.note if noted else None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _exercise(exercise: Exercise) -> dict[str, object]:
    fields = {
        "exercise": exercise.exercise,
        "sets": exercise.sets,
        "reps": exercise.reps,
        "seconds": exercise.seconds,
        "load_kg": exercise.load_kg,
    }
    return {name: value for name, value in fields.items() if value is not None}
