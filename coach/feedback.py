"""One sentence of coaching that answers this very log: what stands out, and what it means for the next days.

The sentence is chosen by the first thing that matters, in this order: pain, a skip and its reason, effort against
its target (C2), length against the plan, then the kind of session. It never shames (S5).
"""

from coach.history import Entry, Felt, Status
from coach.phrases import Phrase, phrase
from coach.session import RUN_KINDS, Session
from coach.workouts.ladders import all_exercises

VARIANTS = 3
"""Sentences for an ordinary day come in this many wordings, so that two days in a row differ."""
FAR = 2
"""Effort points off the target that count (C2)."""
MUCH_LONGER = 1.3
MUCH_SHORTER = 0.7
PAIN_TO_WATCH, PAIN_TO_STOP = 3, 6
"""The lower ends of the pain bands 3–5 and over 5 (C3)."""


def feedback(entry: Entry, session: Session | None) -> Phrase:
    """The coaching sentence for one log entry, with the session it was bound to, if any (rules C2, C3, C6, S5)."""
    return (
        _pain(entry)
        or _skip(entry)
        or _lifted(entry)
        or _effort(entry, session)
        or _length(entry, session)
        or _ordinary(entry, session)
    )


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


def _pain(entry: Entry) -> Phrase | None:
    if entry.pain is None or entry.pain.level < 1:
        return None
    if entry.pain.level >= PAIN_TO_STOP:
        return phrase("feedback.pain.stop")
    return phrase("feedback.pain.watch" if entry.pain.level >= PAIN_TO_WATCH else "feedback.pain.mild")


def _skip(entry: Entry) -> Phrase | None:
    if entry.status is not Status.SKIPPED:
        return None
    return phrase(f"feedback.skip.{entry.reason or 'none'}")


def _lifted(entry: Entry) -> Phrase | None:
    """What was said of an exercise, and what the next week makes of it (W7); the worst of it first."""
    for felt in (Felt.PAIN, Felt.HARD, Felt.EASY):
        said = [done for done in entry.exercises if done.felt is felt and done.exercise in all_exercises()]
        if said:
            return phrase(f"feedback.lifted.{felt}", exercise=phrase(f"exercise.{said[0].exercise}"))
    return None


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


def _ordinary(entry: Entry, session: Session | None) -> Phrase:
    if session is None and entry.kind in RUN_KINDS:
        return phrase("feedback.unplanned")
    if entry.kind is None:
        return phrase("feedback.unclear")
    return phrase(f"feedback.{entry.kind}.{entry.date.toordinal() % VARIANTS + 1}")
