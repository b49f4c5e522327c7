"""A plan on paper: every week with its days, short enough to pin to the fridge, wide enough to read."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from bot.views.fridge_notes import notes, plainly
from bot.views.paper import WIDTH, block, item, paged, ruled, wrapped
from bot.views.session import by_feel
from bot.views.steps import write_steps
from bot.words import Words
from bot.words.figures import write_date, write_weekday
from coach.phrases import Distance, Duration, Pace
from coach.plan import Plan, Week
from coach.profile import DistanceUnit, Goal
from coach.session import RUN_KINDS, Session, SessionKind, StrengthPart
from coach.units import MILE, Metres, Seconds
from coach.workouts.strength import held_in

COLUMN = 40
"""Characters of a title before the minutes."""
PHASE = 26
"""Characters of a phase's name before its distances."""
STEPS = " " * 9
"""Steps stand under their title."""
PLAIN = frozenset({SessionKind.RECOVERY_WALK, SessionKind.CROSS_TRAINING, SessionKind.EASY_RUN, SessionKind.LONG_RUN})
"""Kinds whose title says it all, unless something is repeated in them."""


def fridge_text(plan: Plan, words: Words, *, modest: bool = False) -> str:
    """The plan as plain text: head, what to know, an overview, the weeks, what to have ready, and how to read it.

    ``modest`` leaves out fat and how a body looks (S2, S3).
    """
    head = [_head(plan, words, modest=modest), *_told(plan, words), _glance(plan, words)]
    weeks = (_week(week, plan.today, words) for week in plan.weeks)
    chunks = (*head, *weeks, *notes(plan, words, modest=modest))
    return "\n".join(paged(list(chunk) for chunk in chunks)) + "\n"


def _head(plan: Plan, words: Words, *, modest: bool) -> Iterator[str]:
    goal = words(f"fridge.goal.{plan.goal}{plainly(modest and plan.goal is Goal.LEANER_LEGS)}")
    start = plan.weeks[0].start if plan.weeks else plan.today
    end = start + timedelta(days=7 * max(1, len(plan.weeks)) - 1)
    yield from ruled(words("fridge.head", goal=goal, n=len(plan.weeks), start=start, end=end))
    yield from _races(plan, words)
    if plan.fitness is not None:
        yield from wrapped(words("fridge.fitness", fitness=plan.fitness))
    if plan.hr_zones and "easy" in plan.hr_zones and any(session.kind in RUN_KINDS for session in _sessions(plan)):
        low, high = plan.hr_zones["easy"]
        yield from wrapped(words("fridge.heart", low=low, high=high))


def _races(plan: Plan, words: Words) -> Iterator[str]:
    for session in _sessions(plan):
        if session.kind is SessionKind.RACE:
            yield _race(session, words)


def _race(session: Session, words: Words) -> str:
    distance = dict(session.title.args).get("distance", session.title)
    pace = session.target.pace_s_per_km
    if pace is None:
        return words("fridge.race", title=distance, date=session.date)
    time = Duration(Seconds(session.minutes * 60))
    return words("fridge.race_time", title=distance, date=session.date, time=time, pace=Pace(*pace))


def _told(plan: Plan, words: Words) -> Iterator[list[str]]:
    """What the athlete must know, and what changed since they saw the plan, each reason once."""
    yield block(words("fridge.know"), [words("fridge.notice", text=notice.text) for notice in plan.warnings])
    yield list(_changed(plan, words))


def _changed(plan: Plan, words: Words) -> Iterator[str]:
    if plan.changes:
        yield words("fridge.changed")
    for why, changes in groupby(plan.changes, key=lambda change: change.why):
        yield from item(words.say(why))
        for each in changes:
            line = words("fridge.change", date=each.date, before=each.before, after=each.after)
            yield from wrapped(line, "    ", "      ")


def _glance(plan: Plan, words: Words) -> Iterator[str]:
    """The phases with their distances, and what the weeks hold in all; nothing while training waits for a doctor."""
    if len(plan.weeks) < 2 or not any(True for _ in _sessions(plan)):
        return
    yield words("fridge.glance")
    for phase, group in groupby(plan.weeks, key=lambda week: week.phase):
        yield f"  {_span(list(group), words(f'fridge.phase.{phase}'), words)}"
    yield from item(_totals(plan, words), mark="  ")


def _span(weeks: list[Week], phase: str, words: Words) -> str:
    first, last = weeks[0].index, weeks[-1].index
    which = words("fridge.span.one" if first == last else "fridge.span.many", first=first, last=last)
    low, high = (_whole(end(week.distance_m for week in weeks), words) for end in (min, max))
    name = "fridge.span_even" if low == high else "fridge.span"
    line = words(name, weeks=which.ljust(12), phase=phase.ljust(PHASE), low=low, high=high)
    return words("fridge.with_race", line=line) if any(map(_raced, weeks)) else line


def _whole(metres: int, words: Words) -> Distance:
    """A distance rounded to whole kilometres, or miles, of the reader's."""
    unit = MILE if words.units is DistanceUnit.MI else 1000
    return Distance(Metres(round(round(metres / unit) * unit)))


def _raced(week: Week) -> bool:
    return any(session.kind is SessionKind.RACE for session in week.sessions)


def _totals(plan: Plan, words: Words) -> str:
    """What the weeks hold in all; what they hold none of is not named."""
    kinds = [session.kind for session in _sessions(plan)]
    rides = sum(session.workout.startswith("cycling") for session in _sessions(plan))
    counts = {
        "runs": sum(kind in RUN_KINDS for kind in kinds),
        "strength": kinds.count(SessionKind.STRENGTH),
        "walks": kinds.count(SessionKind.RECOVERY_WALK),
        "rides": rides,
        "swims": kinds.count(SessionKind.CROSS_TRAINING) - rides,
    }
    held = ", ".join(words(f"fridge.total.{name}", n=count) for name, count in counts.items() if count)
    distance = _whole(sum(week.distance_m for week in plan.weeks), words)
    return words("fridge.total", held=held, distance=distance)


def _sessions(plan: Plan) -> Iterator[Session]:
    return (session for week in plan.weeks for session in week.sessions)


def _week(week: Week, today: date, words: Words) -> Iterator[str]:
    phase = words(f"fridge.phase.{week.phase}")
    first, last = write_date(week.start, words.language), write_date(week.start + timedelta(days=6), words.language)
    distance = Distance(week.distance_m)
    line = words("fridge.week", index=week.index, first=first, last=last, phase=phase, distance=distance)
    yield from wrapped(words("fridge.with_race", line=line) if _raced(week) else line)
    for number in range(7):
        day = week.start + timedelta(days=number)
        name = write_weekday(day, words.language, short=True)
        todays = [session for session in week.sessions if session.date == day]
        if not todays and day >= today:
            yield words("fridge.rest", day=name)
        for session in todays:
            yield from _session(session, name, words)


def _session(session: Session, day: str, words: Words) -> Iterator[str]:
    title = words.say(session.title).ljust(COLUMN)
    low, high = session.target.rpe
    line = words("fridge.session", day=day, title=title, minutes=f"{session.minutes:>3}", low=low, high=high)
    yield line.rstrip()
    if session.kind is SessionKind.STRENGTH:
        yield from _in_lines(_exercises(session, words))
    elif session.kind not in PLAIN or any(step.repeat > 1 for step in session.steps):
        yield from _in_lines(write_steps(by_feel(session), words))


def _in_lines(items: Iterable[str]) -> Iterator[str]:
    """Items side by side, as many as a line holds; one that is longer goes over several lines."""
    line = ""
    for each in items:
        longer = f"{line} · {each}" if line else each
        if line and len(STEPS) + len(longer) > WIDTH:
            yield from wrapped(line, STEPS, f"{STEPS}  ")
            longer = each
        line = longer
    if line:
        yield from wrapped(line, STEPS, f"{STEPS}  ")


def _exercises(session: Session, words: Words) -> list[str]:
    """``Squat 2 × 12 · Plank 2 × 20 s``: on paper the short names do; the chat shows how each is done."""
    return [_exercise(part, words) for part in held_in(session.steps)]


def _exercise(part: StrengthPart, words: Words) -> str:
    amount = part.reps if part.seconds is None else Duration(part.seconds)
    return words("fridge.exercise", form=words(f"fridge.{part.exercise}"), sets=part.sets, amount=amount)
