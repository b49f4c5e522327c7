"""A plan as a value: weeks of sessions, with what was warned of and what was changed."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from coach.phrases import Phrase
from coach.profile import Goal
from coach.session import Session, SessionKind
from coach.units import BeatsPerMinute, Metres
from coach.values import value


class Phase(StrEnum):
    """What a week is for."""

    WALK = "walk"
    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    RACE = "race"
    CUTBACK = "cutback"
    RETURN = "return"
    __hash__ = str.__hash__  # equal as text, and several times faster than an enum's own


WALK_WEEK, BASE, BUILD, PEAK, TAPER, RACE_WEEK, CUTBACK, RETURN = Phase
"""The phases by plain names, for the reason the kinds of sessions have theirs (``coach.session``)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the athlete must know about the plan: a careful assumption, a session that had to go.

    ``code`` is a stable machine word, ``text`` the sentence.
    """

    code: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class Change:
    """A receipt: on ``date`` the plan said ``before`` and now says ``after``, by ``rule``, because of ``why``.

    ``rule`` is a machine word (``effort_too_high``, ``pain``, ``break``, ``ill``, ``red_flag``, ``unplanned_run``,
    ``moved`` …), ``rule_number`` the coaching rule behind it (``C2``), ``cause`` the date of the event that caused it.
    (rule, cause, date) identifies a change, so that one already told is not told again.
    """

    rule: str
    rule_number: str
    date: dt.date
    cause: dt.date
    before: Phrase
    after: Phrase
    why: Phrase


@value
class Week:
    """Monday to Sunday. ``distance_m`` of a begun week is what is still planned.

    ``eased`` names the spells of pain or too much effort, by their first days, for which its sessions are lighter
    already: a week that was sent so is not made lighter again (C2, C3).
    """

    index: int
    start: dt.date
    phase: Phase
    distance_m: Metres
    sessions: tuple[Session, ...]
    eased: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What ``plan()`` returns: the weeks from ``today`` on."""

    goal: Goal
    today: dt.date
    fitness: float | None
    hr_zones: dict[str, tuple[BeatsPerMinute, BeatsPerMinute]] | None
    warnings: tuple[Notice, ...]
    changes: tuple[Change, ...]
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """The athlete moved a session of ``kind`` from one date to another."""

    kind: SessionKind
    origin: dt.date
    target: dt.date


@dataclass(frozen=True, slots=True)
class Declined:
    """The athlete took back a change: the rule that made it and the date of its cause."""

    rule: str
    cause: dt.date


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept between two plannings and passed in: weeks already sent, moves made, changes declined.

    Of ``weeks`` the days up to today may stand as the athlete was told them last, ``first`` are the same weeks as they
    were first sent: what is made lighter is made so from there, once. From ``anew`` on, a day of this week, nothing
    that was sent stands, because the athlete changed a setting; the days before it were sent all the same. ``changed``
    are settings changed since the weeks were sent, as fields of the profile: what stands is made to suit them, no more.
    """

    weeks: tuple[Week, ...] = ()
    moves: tuple[Move, ...] = ()
    declined: frozenset[Declined] = field(default_factory=frozenset)
    first: tuple[Week, ...] = ()
    anew: dt.date | None = None
    changed: frozenset[str] = frozenset()


NOTHING_KEPT = Kept()
