"""The card a log comes back as: what was understood, how it compares with the plan, one sentence of coaching."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.conversations.typed.workouts import EASIER, RACE, WORKOUT
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.track import track_lines
from bot.words import Html, Words
from bot.words.figures import write_number
from coach.feedback import feedback, how_much
from coach.history import RED_FLAGS, Entry, Felt, Status
from coach.phrases import Distance, Duration, Pace, Phrase
from coach.profile import DistanceUnit
from coach.reading import Activity
from coach.session import FOOT_KINDS, RUN_KINDS, Session, SessionKind
from coach.stretches import expected_m
from coach.units import POUND, BeatsPerMinute, Metres, Seconds, SecondsPerKm
from storage.tables import Log

EFFORTS = range(1, 11)
_STROLL = 2
"""Effort up to which a walk is planned as a stroll."""
SAME = 0.1
"""Lengths within a tenth of the plan count as planned."""
LONGEST, BEST_LONGEST = "feedback.longest", "log.best.longest"
FASTEST, FASTEST_OF_EASY = "log.best.fastest", "log.best.fastest.easy"
EASY_SAID = ("feedback.easy_run.", "feedback.long_run.")
"""Ordinary sentences of easy runs."""


def log_screen(
    log: Log,
    entry: Entry,
    session: Session | None,
    words: Words,
    before: Sequence[Entry] = (),
    begun: date | None = None,
    longest: Metres | None = None,
    best: Phrase | None = None,
) -> Screen:
    """The card of one log, with the effort scale when effort is missing, Edit and Delete, and a word on a ``best``."""
    measured = _is_measured(log, session)
    figures = _figures(log, words, measured=measured, about=not measured)
    lines = [
        log_head(log, entry, words),
        figures,
        _exercises(log, words),
        _pain(entry, words),
        *track_lines(log, words),
    ]
    other = next((work for work in (RACE, WORKOUT, EASIER) if work in (log.stated or ())), None)
    compared = _compared(entry, session, words, other=other is not None)
    heart = BeatsPerMinute(log.avg_hr) if log.avg_hr else None
    said = feedback(entry, session, before, heart, begun, longest, other)
    coached = _with_best(said, best, words)
    asks = wants_effort(log)
    body = "\n".join(line for line in [*lines, compared] if line)
    text = "\n\n".join([body, coached, *([words("log.ask_effort")] if asks else [])])
    return Screen(text, (*(effort_rows(log) if asks else ()), *edit_rows(log, words)))


def _with_best(said: Phrase, best: Phrase | None, words: Words) -> str:
    """The sentence, and behind it a word on a best that it does not speak of itself."""
    if best is not None and best.key == FASTEST and said.key.startswith(EASY_SAID):
        return words.say(replace(best, key=FASTEST_OF_EASY))  # nobody calls steady and easy what was never faster
    if best is None or (said.key == LONGEST and best.key == BEST_LONGEST):
        return words.say(said)
    return f"{words.say(said)}\n\n{words.say(best)}"


def log_head(log: Log, entry: Entry, words: Words) -> Html:
    """What kind of thing was logged, in bold, and when."""
    status = entry.status or Status.DONE
    return words(f"log.head.{status}", what=log_name(log, words), day=log.date)


def log_name(log: Log, words: Words) -> Html:
    """The kind of session or activity in the reader's words; a check-in where it is neither."""
    walked = log.activity == Activity.WALK and log.kind in RUN_KINDS
    if log.activity and (walked or not log.planned or log.kind is None):
        return words(f"activity.{log.activity}")
    if log.kind is not None:
        return words(f"kind.{SessionKind.EASY_RUN if EASIER in (log.stated or ()) else log.kind}")
    return words("log.something" if log.status and log.pain_level is None else "log.check_in")


def log_line(log: Log, words: Words) -> Html:
    """One line of the history: date, kind, figures."""
    figures = (
        _figures(log, words, measured=False, about=_is_expected(log))
        or _felt(log, words)
        or words(f"status.{log.status or 'done'}")
    )
    return words("log.line", day=log.date, what=log_name(log, words), figures=figures)


def _felt(log: Log, words: Words) -> Html:
    """What a check-in reported: pain, or signs of an illness."""
    parts = [words(f"{'flag' if sign in RED_FLAGS else 'sign'}.{sign}") for sign in log.symptoms]
    if log.pain_level is not None:
        area = area_name(log.pain_area or "other", words)
        parts.append(words("log.pain", area=area, level=log.pain_level))
    return Html(" · ".join(parts))


def effort_rows(log: Log) -> Rows:
    """The effort scale, 1 to 10, in two rows."""
    buttons = tuple(Button(str(n), Tap(Verb.EFFORT, log.athlete_id, log.id, str(n))) for n in EFFORTS)
    return (buttons[:5], buttons[5:])


def edit_rows(log: Log, words: Words) -> Rows:
    """Edit and Delete."""
    edit = Button(words("button.edit"), Tap(Verb.EDIT_LOG, log.athlete_id, log.id))
    delete = Button(words("button.delete"), Tap(Verb.DELETE_LOG, log.athlete_id, log.id))
    return ((edit, delete),)


def deleted_screen(log: Log, words: Words) -> Screen:
    """What stands in a card's place once it is deleted, with the way back."""
    restore = Button(words("button.restore"), Tap(Verb.RESTORE_LOG, log.athlete_id, log.id))
    return Screen(words("log.deleted", what=log_name(log, words), day=log.date), ((restore,),))


def _is_measured(log: Log, session: Session | None) -> bool:
    """Whether somebody measured the distance; a bare “done”, tapped or said, only takes over what was planned."""
    if log.track is not None:
        return True
    if log.stated is not None:
        return "distance" in log.stated
    return session is None or log.minutes is None or log.distance_m != expected_m(session, log.minutes)


def _is_expected(log: Log) -> bool:
    """Whether the distance is known to come from the plan, or from a pace."""
    return log.track is None and log.stated is not None and "distance" not in log.stated


def _figures(log: Log, words: Words, *, measured: bool, about: bool) -> Html:
    """Time, distance (``about`` where nobody measured it), pace where it was measured, effort, heart rate.

    How far a stroll may have been is no figure worth telling.
    """
    parts: list[str] = []
    if log.minutes and log.status != Status.SKIPPED:
        parts.append(words.write(Duration(Seconds(round(log.minutes * 60)))))
    if log.distance_m and not (about and log.kind == SessionKind.RECOVERY_WALK):
        distance = words.write(Distance(Metres(log.distance_m)))
        parts.append(words("log.about", figure=distance) if about else distance)
    if measured and log.minutes and log.distance_m and log.kind in FOOT_KINDS:
        pace = SecondsPerKm(round(log.minutes * 60_000 / log.distance_m))
        parts.append(words.write(Pace(pace, pace)))
    if log.rpe:
        parts.append(words("log.effort", effort=log.rpe))
    if log.avg_hr:
        parts.append(words("log.heart_rate", bpm=log.avg_hr))
    return Html(" · ".join(parts))


def _exercises(log: Log, words: Words) -> Html:
    return Html("\n".join(f"• {_exercise(exercise, words)}" for exercise in log.exercises))


def _exercise(exercise: dict[str, object], words: Words) -> Html:
    name = words(f"exercise.{exercise['exercise']}") if f"exercise.{exercise['exercise']}" in words.catalogue else None
    load, felt = exercise.get("load_kg"), exercise.get("felt")
    if exercise.get("sets") == 0:
        return words("log.exercise_left", name=name or str(exercise["exercise"]))
    count = exercise.get("reps") or Duration(Seconds(int(str(exercise.get("seconds") or 0))))
    named, sets = name or str(exercise["exercise"]), exercise.get("sets")
    if not (exercise.get("reps") or exercise.get("seconds")):
        line = words("log.exercise_sets", name=named, n=int(str(sets or 1)))
    else:
        line = words("log.exercise", name=named, sets=sets, count=count)
    if load:
        line = words("log.exercise_loaded", line=line, load=_load(float(str(load)), words))
    return line if felt in {None, Felt.RIGHT} else words(f"log.exercise_felt.{felt}", line=line)


def _load(kilos: float, words: Words) -> Html:
    """A weight lifted, in pounds where distances are miles."""
    if words.units is DistanceUnit.MI:
        return words("amount.lb", value=write_number(kilos / POUND, words.language, 1))
    return words("amount.kg", value=write_number(kilos, words.language, 1))


def _pain(entry: Entry, words: Words) -> str:
    if entry.pain is None or (entry.pain.area == "unspecified" and entry.pain.level == 0):
        return ""
    return words("log.pain", area=area_name(entry.pain.area, words), level=entry.pain.level)


def area_name(area: str, words: Words) -> Html | str:
    """A body area in the reader's words, or as the athlete wrote it."""
    return words(f"area.{area}") if f"area.{area}" in words.catalogue else area


def _compared(entry: Entry, session: Session | None, words: Words, *, other: bool) -> str:
    if session is None or entry.status is Status.SKIPPED or entry.minutes is None:
        return ""
    if other:
        return words("log.more_than_planned", title=session.title, minutes=session.minutes)
    ratio = how_much(entry, session)
    if abs(ratio - 1) <= SAME:
        return words("log.as_planned", title=session.title, minutes=session.minutes)
    key = "log.more_than_planned" if ratio > 1 else "log.less_than_planned"
    return words(key, title=session.title, minutes=session.minutes)


def wants_effort(log: Log) -> bool:
    """Whether an activity's effort is still to be asked for; nobody need say how hard a stroll was, planned or not."""
    easy = not log.planned or max(log.target_rpe or [0]) <= _STROLL
    return lacks_effort(log) and not (log.activity == Activity.WALK and easy)


def lacks_effort(log: Log) -> bool:
    """Whether an activity has no effort yet, asked for or not: who tells one all the same means the last of them."""
    return log.rpe is None and log.kind is not None and log.status != Status.SKIPPED
