"""Which log or session words point at, by kind, distance, time, day or place: ``yesterday's 4.8 mile run``."""

import datetime as dt
from dataclasses import dataclass, field

from coach.profile import DistanceUnit
from coach.reader.facts import ClockReading, Context, Doing, Lasting, Length, On, Spot, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.words import activity
from coach.reader.scan import scan
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity
from coach.session import SessionKind
from coach.units import Metres, Seconds

NAMES_OF_LOGS = bag(
    "log logs entry entries record records card cards one ones session sessions workout workouts activity"
)
"""What people call a line of their log."""
LAST = bag("last latest newest recent previous")
_DAYS = WEEKDAYS.keys() | bag("yesterday yesterdays todays")
_PLURAL = bag("all both every everything runs walks logs entries ones sessions rides swims two three")
_KINDS = Phrasebook(
    {
        "tempo|tempo run|threshold|threshold run": SessionKind.TEMPO_RUN,
        "intervals|interval|interval run|interval session|speed work|speedwork|reps|track": SessionKind.INTERVAL_RUN,
        "hills|hill|hill repeats|hill reps|hill run|hill sprints": SessionKind.HILL_RUN,
        "long run|long one|longrun|long slow run|lsd": SessionKind.LONG_RUN,
        "run walk|walk run|run walks|run / walk": SessionKind.RUN_WALK,
        "easy run|easy jog|easy one|recovery run": SessionKind.EASY_RUN,
        "race": SessionKind.RACE,
        "strength|strength session|strength training|strength work|gym|gym session|weights|lifting|"
        "exercises|the exercise|core": SessionKind.STRENGTH,
        "walk|recovery walk": SessionKind.RECOVERY_WALK,
        "cross training|crosstraining|bike|ride|swim|cycling|swimming|bike ride": SessionKind.CROSS_TRAINING,
    }
)
"""Kinds of session by the names that people give them."""
_ANYWHEN = Context(dt.date.max, DistanceUnit.KM)
"""For activities, whose names mean the same on any day."""


@dataclass(frozen=True, slots=True)
class Target:
    """What was said of the log or session that is meant; what was not said is ``None``.

    ``kind`` is narrower than ``activity``: a long run is also a run. ``many``: more than one is meant.
    """

    activity: Activity | None = None
    kind: SessionKind | None = None
    metres: Metres | None = None
    seconds: frozenset[Seconds] = field(default_factory=frozenset)
    """What a time may mean: ``1:20`` is minutes and seconds, or hours and minutes."""
    day: dt.date | None = None
    area: str | None = None
    last: bool = False
    many: bool = False

    @property
    def named(self) -> bool:
        """Whether anything but *it* or *the last one* was said."""
        return bool(self.activity or self.kind or self.metres or self.seconds or self.day or self.area)


def target_in(tokens: Tokens, context: Context) -> Target:
    """What ``tokens`` (padded at their end) point at."""
    facts = scan(tokens, context)
    doing = next((fact for fact in facts if isinstance(fact, Doing)), None)
    length = next((fact for fact in facts if isinstance(fact, Length)), None)
    kind = kind_in(tokens)
    words = {token.text for token in tokens}
    return Target(
        activity=doing.activity if doing else None,
        kind=kind,
        metres=Metres(round(length.metres)) if length else None,
        seconds=frozenset(time for fact in facts for time in _times(fact)),
        day=next((fact.day for fact in facts if isinstance(fact, On)), None),
        area=next((fact.area for fact in facts if isinstance(fact, Spot)), None),
        last=bool(words & LAST) and not (length and length.place),
        many=bool(words & _PLURAL),
    )


def kind_in(tokens: Tokens) -> SessionKind | None:
    """The first kind of session that is named in ``tokens`` (padded at their end)."""
    return next((found[0] for i in range(len(tokens) - 3) if (found := _KINDS.match(tokens, i))), None)


def is_named_at(tokens: Tokens, i: int) -> bool:
    """Whether an activity or a day is named at ``i``."""
    return names_activity(tokens, i) or tokens[i].text in _DAYS


def names_activity(tokens: Tokens, i: int) -> bool:
    """Whether an activity is named at ``i``."""
    found = activity(tokens, i, _ANYWHEN) if tokens[i].kind == "w" else None
    return bool(found and found[0])


def kind_at(tokens: Tokens, i: int) -> tuple[SessionKind, int] | None:
    """The kind of session that is named at ``i``, and where its name ends."""
    return _KINDS.match(tokens, i)


def _times(fact: object) -> list[Seconds]:
    if isinstance(fact, Lasting):
        return [Seconds(round(fact.seconds))]
    if isinstance(fact, ClockReading):
        return [Seconds(fact.first * 60 + fact.second), Seconds(fact.first * 3600 + fact.second * 60)]
    return []
