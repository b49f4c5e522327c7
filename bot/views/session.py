"""One session as it is read on a phone: what, how long, how hard, step by step, and why."""

from collections.abc import Iterable
from dataclasses import replace

from bot.views.steps import write_steps
from bot.words import Words
from coach.phrases import Pace
from coach.session import RUN_KINDS, Intensity, Part, Session, SessionKind, Size, Step, Target

ELSEWHERE = "cue.elsewhere."
"""The hints that say how to do a session where there is no hill; they are always shown."""

NO_WATCH = "cue.no_watch"
"""The hint of a run without a watch: it is run by feel."""

PLAY = "fartlek"
"""How the names begin of workouts that play with speed."""


def session_text(session: Session, words: Words) -> str:
    """The whole session: a bold title, its steps, effort, pace or heart rate where known, and why.

    A pace that stands in a step is not said once more, and none under a run without a watch.
    """
    session = by_feel(session)
    steps = write_steps(session, words)
    parts = [session_head(session, words), *_bullets(steps)]
    pace = session.target.pace_s_per_km
    told = pace is not None and any(words.write(Pace(*pace)) in step for step in steps)
    target = replace(session.target, pace_s_per_km=None) if told else session.target
    parts += ["", *target_lines(target, session.kind, session.intensity, words)]
    if session.cues:
        parts.append(words("session.cue", cue=session.cues[0]))
    parts += [words.say(cue) for cue in session.cues[1:] if cue.key.startswith(ELSEWHERE)]
    return "\n".join([*parts, "", words("session.why", why=session.why)])


def by_feel(session: Session) -> Session:
    """A run without a watch, and one that plays with speed, without paces and heart rates; any other as it is."""
    watchless = any(cue.key == NO_WATCH for cue in session.cues)
    if not watchless and not session.workout.startswith(PLAY):
        return session
    parts = [(step.repeat, [part for part in step.parts if isinstance(part, Part)]) for step in session.steps]
    steps = tuple(Step(n, tuple(replace(part, pace_s_per_km=None) for part in run)) for n, run in parts)
    return replace(session, target=Target(session.target.rpe), steps=steps)


def session_head(session: Session, words: Words) -> str:
    """Title and minutes, the title in bold."""
    return words("session.head", title=session.title, minutes=session.minutes)


def session_line(session: Session, words: Words) -> str:
    """Title and minutes on one plain line, as a list of a week shows it."""
    return words("session.line", title=session.title, minutes=session.minutes)


def size_text(session: Session, size: Size, words: Words) -> str:
    """A shorter size of a session with its own steps."""
    head = words("session.head", title=size.title, minutes=size.minutes)
    steps = write_steps(by_feel(_resized(session, size)), words) if size.steps else []
    counts = "session.shorter_counts_long" if session.kind is SessionKind.LONG_RUN else "session.shorter_counts"
    return "\n".join([head, *_bullets(steps), "", words(counts)])


def feel_of(target: Target, kind: SessionKind, intensity: Intensity) -> str:
    """The key of the talk test that goes with an effort: few words at 6 to 7, single ones from 7 on."""
    if kind is SessionKind.STRENGTH:
        return "feel.strength"
    if intensity is not Intensity.HARD:
        return f"feel.{intensity}"
    low = target.rpe[0]
    return "feel.hard" if low >= 7 else "feel.strong" if low == 6 else "feel.moderate"


def target_lines(target: Target, kind: SessionKind, intensity: Intensity, words: Words) -> list[str]:
    """How hard: the effort with the talk test, then pace and heart rate where they are known."""
    low, high = target.rpe
    feel = words(feel_of(target, kind, intensity))
    lines: list[str] = [words("session.effort", low=low, high=high, feel=feel)]
    if target.pace_s_per_km is not None and kind in RUN_KINDS:
        lines.append(words("session.pace", pace=Pace(*target.pace_s_per_km)))
    if target.hr_bpm is not None:
        lines.append(words("session.heart_rate", low=target.hr_bpm[0], high=target.hr_bpm[1]))
    return lines


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"• {line}" for line in lines]


def _resized(session: Session, size: Size) -> Session:
    steps: tuple[Step, ...] = size.steps
    return Session(
        date=session.date,
        kind=session.kind,
        title=size.title,
        minutes=size.minutes,
        intensity=session.intensity,
        target=session.target,
        steps=steps,
        why=session.why,
        workout=session.workout,
        cues=session.cues,
    )
