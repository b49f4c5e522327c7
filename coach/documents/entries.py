"""History as documents: what happened so far, read from the contract's list and written back."""

from datetime import date
from typing import Final

from coach.documents.fields import LONGEST_WORD, Fields
from coach.errors import ProfileError
from coach.history import SYMPTOMS, Entry, Felt, Pain, Reason, SetsDone, Status
from coach.records import record_speed
from coach.session import FOOT_KINDS, SessionKind
from coach.units import Metres, Seconds

MINUTES: Final = (0, 1440)
DISTANCE_M: Final = (0, 300_000)
EFFORT: Final = (1, 10)
PAIN: Final = (0, 10)
STRETCH_S: Final = (0, 86_400)
SETS: Final = (0, 100)
REPS: Final = (1, 1000)
HOLD_S: Final = (1, 3600)
LOAD_KG: Final = (0, 500)
_NESS: Final = "ness"
_ANY_DAY: Final = date(2000, 1, 1)
"""Symptoms are read whatever the day is."""


def read_history(document: object) -> tuple[Entry, ...]:
    """Entries of the contract's ``history``: in order of their dates, duplicates counted once.

    Raises:
        ProfileError: an entry that cannot be true; the field is named ``history[3].rpe``, counted from 0.
    """
    if document is None:
        return ()
    if not isinstance(document, list | tuple):
        raise ProfileError("history", "not_a_list")
    entries = dict.fromkeys(read_entry(item, f"history[{number}]") for number, item in enumerate(document))
    return tuple(sorted(entries, key=lambda entry: entry.date))


def read_entry(document: object, name: str = "entry") -> Entry:
    """One entry of a history; missing fields are unknown.

    Raises:
        ProfileError: a field that cannot be true; ``name`` says where the entry stands.
    """
    given = Fields(document, f"{name}.")
    day = given.day("date")
    if day is None:
        raise given.wrong("date", "missing")
    metres, stretch = given.rounded("distance_m", *DISTANCE_M), given.rounded("longest_run_s", *STRETCH_S)
    entry = Entry(
        date=day,
        kind=given.choice("kind", SessionKind),
        status=given.choice("status", Status),
        minutes=given.number("minutes", *MINUTES),
        distance_m=None if metres is None else Metres(metres),
        rpe=given.whole("rpe", *EFFORT),
        target_rpe=_target(given),
        longest_run_s=None if stretch is None else Seconds(stretch),
        pain=_pain(given.inner("pain")),
        symptoms=_symptoms(given),
        reason=None if given.raw("reason") == "null" else given.choice("reason", Reason),
        planned=given.flag("planned"),
        exercises=_exercises(given),
    )
    _check_speed(given, entry)
    return entry


def _target(given: Fields) -> tuple[int, int] | None:
    ends = given.items("target_rpe")
    if ends is None:
        return None
    if len(ends) != 2:
        raise given.wrong("target_rpe", "not_a_range")
    both = Fields({"target_rpe": ends[0]}, given.name("")), Fields({"target_rpe": ends[1]}, given.name(""))
    low, high = (end.whole("target_rpe", *EFFORT) for end in both)
    if low is None or high is None or low > high:
        raise given.wrong("target_rpe", "not_a_range")
    return low, high


def _pain(given: Fields | None) -> Pain | None:
    if given is None:
        return None
    level = given.whole("level", *PAIN)
    if level is None:
        raise given.wrong("level", "missing")
    return Pain(_word(given, "area", given.raw("area") or "unknown"), level)


def _symptoms(given: Fields) -> tuple[str, ...]:
    """The machine words; what is none is read as a person's words, so that no red flag is lost for its spelling."""
    words = (_word(given, "symptoms", symptom) for symptom in given.items("symptoms") or ())
    return tuple(dict.fromkeys(sign for word in words for sign in signs_of(word)))


def signs_of(word: str) -> tuple[str, ...]:
    """The machine words of a symptom as somebody wrote it (``Chest pain``, ``breathless``); itself where it is none."""
    if word in SYMPTOMS:
        return (word,)
    from coach.reader.reading import read  # only where it is needed: plans are asked for without words, by the thousand

    said = word.replace("_", " ").lower()
    if (plain := "_".join(said.split())) in SYMPTOMS:
        return (plain,)
    return read(said, _ANY_DAY).symptoms or read(f"{said.removesuffix(_NESS)} at rest", _ANY_DAY).symptoms or (word,)


def _check_speed(given: Fields, entry: Entry) -> None:
    """Nobody runs or walks that far in so few minutes."""
    metres, minutes = entry.distance_m, entry.minutes
    if entry.kind in FOOT_KINDS and minutes and metres and metres > record_speed(metres) * 60 * minutes:
        raise given.wrong("minutes", "not_possible")


def _exercises(given: Fields) -> tuple[SetsDone, ...]:
    path = given.name("exercises")
    return tuple(read_sets(item, f"{path}[{number}]") for number, item in enumerate(given.items("exercises") or ()))


def read_sets(document: object, name: str = "exercises") -> SetsDone:
    """One exercise of an entry: ``{"exercise": "squat", "rung": "goblet", "sets": 3, "reps": 12, "felt": "right"}``.

    Raises:
        ProfileError: a field that cannot be true; ``name`` says where the exercise stands.
    """
    given = Fields(document, f"{name}.")
    seconds = given.rounded("seconds", *HOLD_S)
    rung = given.raw("rung")
    if given.raw("exercise") is None:
        raise given.wrong("exercise", "missing")
    return SetsDone(
        exercise=_word(given, "exercise", given.raw("exercise")),
        sets=1 if given.raw("sets") is None else given.whole("sets", *SETS) or 0,
        reps=given.whole("reps", *REPS),
        seconds=None if seconds is None else Seconds(seconds),
        load_kg=given.number("load_kg", *LOAD_KG),
        rung=None if rung is None else _word(given, "rung", rung),
        felt=given.choice("felt", Felt),
    )


def _word(given: Fields, field: str, value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_WORD:
        raise given.wrong(field, "not_a_word")
    return value


def entry_to_json(entry: Entry) -> dict[str, object]:
    """The contract's document of an entry; reading it again gives the same entry."""
    return {
        "date": entry.date.isoformat(),
        "kind": None if entry.kind is None else str(entry.kind),
        "status": None if entry.status is None else str(entry.status),
        "minutes": entry.minutes,
        "distance_m": entry.distance_m,
        "rpe": entry.rpe,
        "target_rpe": None if entry.target_rpe is None else list(entry.target_rpe),
        "longest_run_s": entry.longest_run_s,
        "pain": None if entry.pain is None else {"area": entry.pain.area, "level": entry.pain.level},
        "symptoms": list(entry.symptoms),
        "reason": None if entry.reason is None else str(entry.reason),
        "planned": entry.planned,
        "exercises": [sets_to_json(done) for done in entry.exercises],
    }


def sets_to_json(done: SetsDone) -> dict[str, object]:
    """The document of one exercise of an entry; reading it again gives the same sets."""
    return {
        "exercise": done.exercise,
        "sets": done.sets,
        "reps": done.reps,
        "seconds": done.seconds,
        "load_kg": done.load_kg,
        "rung": done.rung,
        "felt": None if done.felt is None else str(done.felt),
    }
