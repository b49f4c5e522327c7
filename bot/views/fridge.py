"""A plan on paper: every week with its days, short enough to pin to the fridge."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.views.steps import write_steps
from bot.words import Words
from bot.words.figures import write_date, write_weekday
from coach.phrases import Distance, Duration
from coach.plan import Plan, Week
from coach.session import Session, SessionKind, StrengthPart

WIDTH = 90
"""Characters of a line of steps, so that it fits on paper."""
COLUMN = 40
"""Characters of a title before the minutes."""
PLAIN = frozenset({SessionKind.RECOVERY_WALK, SessionKind.CROSS_TRAINING, SessionKind.EASY_RUN, SessionKind.LONG_RUN})
"""Kinds whose title says it all, unless something is repeated in them."""


def fridge_text(plan: Plan, words: Words) -> str:
    """The plan as plain text: head, notices, weeks, and how to read the efforts."""
    return "\n".join([*_head(plan, words), *_weeks(plan, words), "", *words("fridge.foot").split("\n"), ""])


def _head(plan: Plan, words: Words) -> Iterator[str]:
    goal = words(f"fridge.goal.{plan.goal}")
    start = plan.weeks[0].start if plan.weeks else plan.today
    head = words("fridge.head", goal=goal, n=len(plan.weeks), start=start)
    yield from (head, "=" * len(head))
    if plan.fitness is not None:
        yield words("fridge.fitness", fitness=plan.fitness)
    if plan.hr_zones and "easy" in plan.hr_zones:
        low, high = plan.hr_zones["easy"]
        yield words("fridge.heart", low=low, high=high)
    for notice in plan.warnings:
        yield words("fridge.notice", text=notice.text)
    for change in plan.changes:
        yield words("fridge.change", date=change.date, before=change.before, after=change.after, why=change.why)


def _weeks(plan: Plan, words: Words) -> Iterator[str]:
    for week in plan.weeks:
        yield ""
        yield from _week(week, words)


def _week(week: Week, words: Words) -> Iterator[str]:
    phase = words(f"fridge.phase.{week.phase}")
    first, last = write_date(week.start, words.language), write_date(week.start + timedelta(days=6), words.language)
    distance = Distance(week.distance_m)
    yield words("fridge.week", index=week.index, first=first, last=last, phase=phase, distance=distance)
    for number in range(7):
        day = week.start + timedelta(days=number)
        name = write_weekday(day, words.language, short=True)
        todays = [session for session in week.sessions if session.date == day]
        if not todays:
            yield words("fridge.rest", day=name)
        for session in todays:
            yield from _session(session, name, words)


def _session(session: Session, day: str, words: Words) -> Iterator[str]:
    title = words.say(session.title).ljust(COLUMN)
    low, high = session.target.rpe
    line = words("fridge.session", day=day, title=title, minutes=f"{session.minutes:>3}", low=low, high=high)
    yield line.rstrip()
    if session.kind is SessionKind.STRENGTH:
        yield from _wrapped(_exercises(session, words), words)
    elif session.kind not in PLAIN or any(step.repeat > 1 for step in session.steps):
        yield from _wrapped(write_steps(session, words), words)


def _wrapped(items: Iterable[str], words: Words) -> Iterator[str]:
    """Items side by side, as many as a line holds."""
    line = ""
    for item in items:
        longer = f"{line} · {item}" if line else item
        if line and len(longer) > WIDTH:
            yield words("fridge.step", step=line)
            longer = item
        line = longer
    if line:
        yield words("fridge.step", step=line)


def _exercises(session: Session, words: Words) -> list[str]:
    """``Squat 2 × 12 · Plank 2 × 20 s``: on paper the short names do; the chat shows how each is done."""
    parts = [part for step in session.steps for part in step.parts if isinstance(part, StrengthPart)]
    return [_exercise(part, words) for part in parts if part.rung != part.exercise]


def _exercise(part: StrengthPart, words: Words) -> str:
    amount = part.reps if part.seconds is None else Duration(part.seconds)
    return words("fridge.exercise", form=words(f"fridge.{part.exercise}"), sets=part.sets, amount=amount)
