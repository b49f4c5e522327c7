"""Writing an entry in canonical words, so that reading them gives the entry back.

The words are for editing a log as text, for examples in help, and for checking the reader against itself. The note is
not written: it holds what was not understood.
"""

from coach.history import Pain, Status
from coach.profile import DistanceUnit
from coach.reader.aches import NOWHERE
from coach.reading import Activity, Exercise, LogEntry
from coach.units import MILE, POUND, Metres, Seconds

_KINDS = {
    Activity.RUN: "run",
    Activity.WALK: "walk",
    Activity.STRENGTH: "strength",
    Activity.CYCLING: "bike ride",
    Activity.SWIMMING: "swim",
    Activity.OTHER: "other activity",
    None: "",
}
_STATUSES = {Status.DONE: "done", Status.PARTIAL: "partly", Status.SKIPPED: "skipped"}
_AREAS = {NOWHERE: "", "side": "side stitch", "it_band": "it band"}


def write(entry: LogEntry, units: DistanceUnit = DistanceUnit.KM, *, decimal_comma: bool = False) -> str:
    """``entry`` in words: ``2026-12-02 done run 5 km in 0:31:20, rpe 6, knee pain 2/10``.

    Distances are in ``units``, loads in kilograms or pounds with them; ``decimal_comma`` writes ``7,5 km``.
    """
    head = [entry.date.isoformat(), _STATUSES[entry.status], _KINDS[entry.kind], _measured(entry, units)]
    parts = [" ".join(part for part in head if part)]
    if entry.reason:
        parts.append(f"because {entry.reason}")
    if entry.rpe is not None:
        parts.append(f"rpe {entry.rpe}")
    if entry.avg_hr is not None:
        parts.append(f"hr {entry.avg_hr}")
    if entry.pain:
        parts.append(_pain(entry.pain))
    parts += [_exercise(exercise, units) for exercise in entry.exercises]
    sentence = [part.replace(".", ",") if decimal_comma else part for part in parts]
    return ", ".join(sentence)


def _measured(entry: LogEntry, units: DistanceUnit) -> str:
    """Distance and duration."""
    said = [] if entry.distance_m is None else [_distance(entry.distance_m, units)]
    if entry.duration_s is not None:
        said.append(f"in {_clock(entry.duration_s)}")
    return " ".join(said)


def _distance(metres: Metres, units: DistanceUnit) -> str:
    """Kilometres to the metre, or miles to the centimetre."""
    if units is DistanceUnit.MI:
        return f"{_number(metres / MILE, 5)} mi"
    return f"{_number(metres / 1000, 3)} km"


def _number(value: float, places: int) -> str:
    """A number without trailing zeros."""
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def _clock(seconds: Seconds) -> str:
    """Hours, minutes and seconds, so that nothing can be mistaken."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


def _pain(pain: Pain) -> str:
    """An area and its level."""
    return f"{_AREAS.get(pain.area, pain.area)} pain {pain.level}/10".strip()


def _exercise(exercise: Exercise, units: DistanceUnit) -> str:
    """Sets of an exercise with their load."""
    name = exercise.exercise.replace("_", " ")
    if exercise.seconds is not None:
        scheme = f"{exercise.sets}x{exercise.seconds} s"
    elif exercise.reps is not None:
        scheme = f"{exercise.sets}x{exercise.reps}"
    else:
        scheme = f"{exercise.sets} sets"
    return f"{name} {scheme}{_load(exercise, units)}"


def _load(exercise: Exercise, units: DistanceUnit) -> str:
    """The load of each set, if there is one."""
    if exercise.load_kg is None:
        return ""
    if units is DistanceUnit.MI:
        return f" @ {_number(exercise.load_kg / POUND, 4)} lb"
    return f" @ {_number(exercise.load_kg, 2)} kg"
