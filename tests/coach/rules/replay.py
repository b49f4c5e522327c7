"""One block followed day by day: ``python -m tests.coach.rules.replay`` says where replanning changes anything."""

import datetime as dt
import sys
from typing import TextIO

from coach.history import Entry
from coach.plan import Plan
from coach.planning import plan
from coach.profile import Experience, Goal, Profile
from coach.units import Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_result, an_athlete, limits
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.story import DAY, lines, sessions_of

BLOCKS: dict[str, Profile] = {
    "general_fitness_16": an_athlete(weeks=16),
    "leaner_legs_beginner_12": a_beginner(weeks=12),
    "heavy_beginner_16": a_beginner(weeks=16, weight_kg=Kilograms(120)),
    "10k_race_12": an_athlete(
        goal=Goal.TEN_K, weeks=12, race_date=MONDAY + 83 * DAY, recent_race=a_result(10_000, 2700)
    ),
    "half_marathon_16": an_athlete(
        goal=Goal.HALF_MARATHON,
        weeks=16,
        race_date=MONDAY + 111 * DAY,
        experience=Experience.EXPERIENCED,
        weekly_distance_m=Metres(45_000),
        longest_run_m=Metres(16_000),
        available_days="mon tue wed thu sat sun",
        max_minutes=limits(90, 150),
    ),
    "narrow_calendar_12": an_athlete(weeks=12, available_days="tue fri", max_minutes=limits(30)),
}
"""Blocks of twelve and sixteen weeks, each for another sort of athlete."""


def difference(first: Plan, made: Plan, day: dt.date, end: dt.date = dt.date.max) -> list[str]:
    """What the two plans have different from a day on, in plain words; nothing from ``end`` on is looked at."""
    days = (end - day).days
    was, now = set(lines(first, day, days)), set(lines(made, day, days))
    changed = sorted((line, "was") for line in was - now) + sorted((line, "is") for line in now - was)
    told = [f"{word} {date} {kind} {minutes} min" for (date, kind, minutes), word in sorted(changed)]
    return told + [f"receipt {change.rule} {change.date}" for change in made.changes]


def replay(profile: Profile, *, ahead: int | None = None) -> tuple[dt.date, list[str]] | None:
    """The first day on which replanning changes something, and what; nothing when the whole block stays.

    A race ends it: its result is news, and sets new paces.
    With ``ahead`` whole plans are made on Mondays only, and so many weeks after the present one on other days.
    """
    first = plan(profile, (), profile.start_date)
    last = min(profile.race_date or dt.date.max, max(s.date for s in sessions_of(first, profile.start_date)))
    history: list[Entry] = []
    day = profile.start_date
    while day <= last:
        made = plan(profile, tuple(history), day, ahead=ahead if day.weekday() else None)
        end = made.weeks[-1].start + 7 * DAY
        changed = difference(first, made, day, end)
        if changed:
            return day, changed
        history += [as_planned(session) for session in sessions_of(made, day, 1)]
        day += DAY
    return None


def main(out: TextIO) -> int:
    """Replay every block; 1 when one changes."""
    found = {name: replay(profile) for name, profile in BLOCKS.items()}
    for name, change in found.items():
        told = "unchanged" if change is None else f"{change[0]}: " + "; ".join(change[1][:6])
        out.write(f"{name}: {told}\n")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.stdout))
