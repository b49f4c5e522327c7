"""One sentence of coaching that answers this very log: what stands out, and what it means for the next days.

The sentence is chosen by the first thing that matters, in this order: pain, a skip and its reason, effort against
its target (C2), the first run after a break, heart rate, pace and length against the plan, what was done for the first
time, then the kind of session. It never shames (S5).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from coach.aftercare import is_lasting
from coach.history import PAIN_TO_STOP, PAIN_TO_WATCH, Entry, Felt, SetsDone, Status
from coach.phrases import Distance, Pace, Phrase, phrase
from coach.session import RUN_KINDS, Intensity, Session, SessionKind
from coach.units import BeatsPerMinute, Metres, SecondsPerKm
from coach.workouts.ladders import all_exercises

VARIANTS = 3
"""Sentences for an ordinary day come in this many wordings, so that two days in a row differ."""
FAR = 2
"""Effort points off the target that count (C2)."""
MUCH_LONGER = 1.3
MUCH_SHORTER = 0.7
BREAK_DAYS = 14
"""Days without a run after which one is a return (the layoff table begins there, C1)."""
BEATS_OVER = 3
"""Beats a minute above the range that are noise."""
FASTER = 0.03
"""The share by which a pace must beat the range to count as faster."""
CONTINUOUS_MIN = 10
PATIENT_DAYS = 14
"""Days of running and walking after which a run without a walk is one's own patience paid back."""
RUNS_TO_COMPARE = 3
OF_EFFORT = frozenset({"feedback.effort.high", "feedback.effort.above", "feedback.effort.low"})
"""Sentences about effort; their second wording speaks of the session before."""
TWOFOLD = OF_EFFORT | {
    "feedback.longer", "feedback.shorter", "feedback.unplanned", "feedback.pace.fast", "feedback.heart.above",
}  # fmt: skip
"""Sentences with a second wording, for two sessions in a row."""


def feedback(
    entry: Entry,
    session: Session | None,
    before: Sequence[Entry] = (),
    heart: BeatsPerMinute | None = None,
    begun: date | None = None,
    longest: Metres | None = None,
    other: str | None = None,
) -> Phrase:
    """The coaching sentence for one log entry, with the session it was bound to, if any (rules C2, C3, C6, S5).

    ``before`` is what was logged up to then, oldest first; ``heart`` the mean heart rate in beats a minute; ``begun``
    the day on which the plan began, before which nothing could be planned; ``longest`` the longest run that was told
    of from the time before, in metres; ``other`` what took the session's place: a ``race`` or ``workout`` an easy
    one's, an ``easier`` run a hard one's. The sentence never counts what was missed, and an ordinary one differs from
    that of the session of this kind before.
    """
    said = (
        _pain(entry, before)
        or _skip(entry)
        or _lifted(entry, before)
        or (phrase(f"feedback.other.{other}") if other else None)
        or _effort(entry, session)
        or _back(entry, before)
        or _heart(entry, session, heart)
        or _pace(entry, session)
        or _length(entry, session)
        or _first_without_walking(entry, before)
        or longest_so_far(entry, before, longest)
        or _earlier(entry, session, begun)
        or _ordinary(entry, session, before)
    )
    return replace(said, key=f"{said.key}.again") if _is_said_otherwise(said, before) else said


def _is_said_otherwise(said: Phrase, before: Sequence[Entry]) -> bool:
    """Whether a sentence takes its second wording: what says *again* only where the session before was like this one.

    Effort is compared with what was felt before, however long the row is; any other wording takes turns.
    """
    if said.key not in TWOFOLD:
        return False
    earlier = [one for one in before if one.kind is not None]
    if said.key not in OF_EFFORT:
        return len(earlier) % 2 == 1
    done = (one for one in reversed(earlier) if one.status is not Status.SKIPPED)
    row = takewhile(lambda one: (felt := _effort(one, None)) is not None and felt.key == said.key, done)
    return sum(1 for _ in row) % 2 == 1


def target_of(entry: Entry, session: Session | None) -> tuple[int, int] | None:
    """The effort that was asked for, from 1 to 10: the log's own record first, else the session's."""
    if entry.target_rpe is not None:
        return entry.target_rpe
    return session.target.rpe if session is not None else None


def how_much(entry: Entry, session: Session) -> float:
    """How much was done of what was planned, 1.0 for all of it: by time or by distance, whichever is farther from it.

    Ten easy minutes more are more, and so are two kilometres more in the same time.
    """
    ratios = [(entry.minutes or session.minutes) / session.minutes]
    if entry.distance_m and session.distance_m and entry.kind in RUN_KINDS:
        ratios.append(entry.distance_m / session.distance_m)
    return max(ratios, key=lambda ratio: abs(ratio - 1))


def _pain(entry: Entry, before: Sequence[Entry]) -> Phrase | None:
    if entry.pain is None or entry.pain.level < 1:
        return None
    if is_lasting((*before, entry), entry.pain.area, entry.date):
        return phrase("feedback.pain.lasting")
    if entry.pain.level >= PAIN_TO_STOP:
        return phrase("feedback.pain.stop")
    return phrase("feedback.pain.watch" if entry.pain.level >= PAIN_TO_WATCH else "feedback.pain.mild")


def _skip(entry: Entry) -> Phrase | None:
    if entry.status is not Status.SKIPPED:
        return None
    return phrase(f"feedback.skip.{entry.reason or 'none'}")


def _lifted(entry: Entry, before: Sequence[Entry]) -> Phrase | None:
    """What was said of an exercise, and what the next week makes of it (W7); the worst of it first."""
    for felt in (Felt.PAIN, Felt.HARD, Felt.EASY):
        said = [done for done in entry.exercises if done.felt is felt and done.exercise in all_exercises()]
        if said:
            again = next((done for done in said if _is_second(done, entry, before)), None)
            key = f"feedback.lifted.{felt}" if again is None else f"feedback.lifted.{felt}.twice"
            return phrase(key, exercise=phrase(f"exercise.{(again or said[0]).exercise}"))
    return None


def _is_second(done: SetsDone, entry: Entry, before: Sequence[Entry]) -> bool:
    """Whether the form was too hard the last time as well, or too easy in a week before: then it changes (W7)."""
    monday = entry.date - timedelta(days=entry.date.weekday())
    known = [one for one in before if done.felt is Felt.HARD or (done.felt is Felt.EASY and one.date < monday)]
    sets = [[each for each in one.exercises if each.exercise == done.exercise] for one in known]
    last = next((each for each in reversed(sets) if each), [])
    return any((each.rung, each.felt) == (done.rung, done.felt) for each in last)


def _effort(entry: Entry, session: Session | None) -> Phrase | None:
    target = target_of(entry, session)
    if entry.rpe is None or target is None:
        return None
    low, high = target
    if entry.rpe >= high + FAR:
        return phrase("feedback.effort.high", low=low, high=high)
    if entry.rpe > high:
        return phrase("feedback.effort.above", low=low, high=high)
    if entry.rpe <= low - FAR:
        return phrase("feedback.effort.low", low=low, high=high)
    return None


def _length(entry: Entry, session: Session | None) -> Phrase | None:
    if session is None or entry.minutes is None:
        return None
    ratio = how_much(entry, session)
    if ratio > MUCH_LONGER:
        return phrase("feedback.longer")
    return phrase("feedback.shorter") if ratio < MUCH_SHORTER else None


def _back(entry: Entry, before: Sequence[Entry]) -> Phrase | None:
    """The first run after a break; how long it was, nobody needs to hear (S5)."""
    if not _is_run(entry):
        return None
    latest = next((one.date for one in reversed(before) if _is_run(one)), None)
    return phrase("feedback.back") if latest and (entry.date - latest).days >= BREAK_DAYS else None


def _heart(entry: Entry, session: Session | None, heart: BeatsPerMinute | None) -> Phrase | None:
    """A heart rate above an easy session's range."""
    zone = session.target.hr_bpm if session is not None and session.intensity is Intensity.EASY else None
    if heart is None or zone is None or not _is_run(entry) or heart <= zone[1] + BEATS_OVER:
        return None
    return phrase("feedback.heart.above", bpm=heart, high=zone[1])


def _pace(entry: Entry, session: Session | None) -> Phrase | None:
    """Clearly faster than an easy run's range."""
    asked = session.target.pace_s_per_km if session is not None and session.intensity is Intensity.EASY else None
    if asked is None or not _is_run(entry) or not entry.minutes or not entry.distance_m:
        return None
    pace = SecondsPerKm(round(entry.minutes * 60_000 / entry.distance_m))
    if pace >= asked[0] * (1 - FASTER):
        return None
    return phrase("feedback.pace.fast", pace=Pace(pace, pace), asked=Pace(asked[0], asked[1]))


def _first_without_walking(entry: Entry, before: Sequence[Entry]) -> Phrase | None:
    """The first continuous run of somebody who ran and walked so far."""
    if not _is_run(entry) or entry.kind is SessionKind.RUN_WALK or (entry.minutes or 0) < CONTINUOUS_MIN:
        return None
    runs = [one for one in before if _is_run(one)]
    walked = bool(runs) and all(one.kind is SessionKind.RUN_WALK for one in runs)
    if not walked or (entry.date - runs[0].date).days < PATIENT_DAYS:
        return None
    return phrase("feedback.first_continuous")


def longest_so_far(entry: Entry, before: Sequence[Entry], told: Metres | None) -> Phrase | None:
    """The sentence on the longest run so far, once there are some to compare with, or ``None``.

    ``told`` is the longest, in metres, of the time before the plan, which counts as well.
    """
    metres = entry.distance_m
    if not _is_run(entry) or not metres or metres <= (told or 0):
        return None
    runs = 0
    for one in reversed(before):  # most runs are shorter than one of the latest: few look back any farther
        if _is_run(one) and one.distance_m:
            runs += 1
            if one.distance_m >= metres:
                return None
    return phrase("feedback.longest", distance=Distance(metres)) if runs >= RUNS_TO_COMPARE else None


def _is_run(entry: Entry) -> bool:
    return entry.kind in RUN_KINDS and entry.status is not Status.SKIPPED


def _earlier(entry: Entry, session: Session | None, begun: date | None) -> Phrase | None:
    """A run from before the plan, told or imported later: it tells where somebody stands."""
    old = session is None and begun is not None and entry.date < begun
    return phrase("feedback.earlier") if old and entry.kind in RUN_KINDS else None


def _ordinary(entry: Entry, session: Session | None, before: Sequence[Entry]) -> Phrase:
    if session is None and entry.kind in RUN_KINDS:
        return phrase("feedback.unplanned")
    if entry.kind is None:
        return phrase("feedback.unclear")
    earlier = sum(one.kind is entry.kind and one.status is not Status.SKIPPED for one in before)
    turn = earlier + (before[0].date if before else entry.date).toordinal()
    return phrase(f"feedback.{entry.kind}.{turn % VARIANTS + 1}")
