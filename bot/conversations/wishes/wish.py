"""One message, one wish: which question of the settings it answers anew, or when somebody is away."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from bot.conversations.amount import units_of
from bot.conversations.wishes.breaks import Break, break_told
from bot.conversations.wishes.days import days_wished
from bot.conversations.wishes.facts import facts_told
from bot.conversations.wishes.goals import goal_wished
from bot.conversations.wishes.hours import hour_wished, quiet_wished, zones_wished
from bot.conversations.wishes.minutes import Lengths, minutes_wished
from bot.conversations.wishes.things import equipment_wished, sports_wished, strength_wished
from bot.conversations.wishes.wording import LONGEST, even
from coach.documents import read_profile
from coach.planning.athlete import careful_limits
from storage.tables import Athlete

BODY: Final = "bodyweight"
STRENGTH: Final = 2
"""Sessions a week for whoever never said, and the most that are planned (W7)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A question of the settings and the answer it would have from now on; ``value`` is JSON."""

    key: str
    value: object


def wish_in(text: str, athlete: Athlete, now: dt.datetime) -> Wish | Break | None:
    """What a message wishes to be different in how somebody trains; ``None`` where it wishes for nothing of that."""
    if len(text) > LONGEST:
        return None
    said = even(text)
    today = now.astimezone(ZoneInfo(athlete.zone or "UTC")).date()
    told = break_told(said, today)
    return told or next((wish for read in _READERS if (wish := read(said, athlete, now)) is not None), None)


Reader = Callable[[str, Athlete, dt.datetime], Wish | None]


def _fact(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — one shape for all readers
    fact = facts_told(said, units_of(athlete))
    return None if fact is None else Wish(*fact)


def _hour(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    minute = hour_wished(said)
    return None if minute is None else Wish("time", minute)


def _quiet(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    span = quiet_wished(said, (athlete.quiet_from, athlete.quiet_to))
    return None if span is None else Wish("quiet", list(span))


def _zone(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    zones = zones_wished(said, now)
    return Wish("zone", zones[0]) if zones else None


def _strength(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    known = athlete.profile.get("strength_per_week")
    times = strength_wished(said, STRENGTH if known is None else int(known))
    return None if times is None else Wish("strength", str(min(times, STRENGTH)))


def _equipment(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    things = equipment_wished(said, athlete.profile.get("equipment") or [BODY])
    return None if things is None else Wish("equip", things)


def _sports(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    sports = sports_wished(said, athlete.profile.get("cross_training") or [])
    return None if sports is None else Wish("cross", sports)


def _minutes(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    lengths = minutes_wished(said, lambda: lengths_of(athlete))
    return None if lengths is None else Wish("min", dict(lengths))


def _goal(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    goal = goal_wished(said, athlete.profile.get("goal"), athlete.profile.get("experience"))
    return None if goal is None else Wish("goal", goal)


def _days(said: str, athlete: Athlete, now: dt.datetime) -> Wish | None:  # noqa: ARG001 — as above
    days = days_wished(said, athlete.profile.get("available_days") or [])
    return None if days is None else Wish("days", days)


_READERS: Final[Sequence[Reader]] = (
    _fact,
    _quiet,
    _hour,
    _zone,
    _strength,
    _equipment,
    _sports,
    _minutes,
    _days,
    _goal,
)


def lengths_of(athlete: Athlete) -> Lengths:
    """The minutes a day may take, as told, else as the careful planner takes them."""
    told = athlete.profile.get("max_minutes")
    if isinstance(told, dict):
        return {"weekday": int(told["weekday"]), "weekend": int(told["weekend"])}
    careful = careful_limits(read_profile(athlete.profile))
    return {"weekday": careful.weekday, "weekend": careful.weekend}
