"""One activity in the making: the facts of a clause, and how two clauses join."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from coach.history import Reason, Status
from coach.reader.facts import (
    Ache,
    Added,
    Bare,
    Because,
    ClockReading,
    DayPart,
    Doing,
    Fact,
    Felt,
    Lasting,
    Length,
    On,
    Pulse,
    Repeated,
    Rounds,
    Several,
    Sometime,
    Tempo,
    Unread,
    Went,
    Worked,
)
from coach.reader.vocabulary.activities import Said
from coach.reading import Activity, Exercise


@dataclass(slots=True)
class Draft:
    """What one clause, or several joined, says of one activity; ``stop`` is what stood before it."""

    stop: str = ""
    kind: Activity | None = None
    did: bool = False
    status: Status | None = None
    firm: bool = False
    day: dt.date | None = None
    lengths: list[Length] = field(default_factory=list)
    lastings: list[Lasting] = field(default_factory=list)
    clocks: list[ClockReading] = field(default_factory=list)
    tempos: list[Tempo] = field(default_factory=list)
    bares: list[Bare] = field(default_factory=list)
    efforts: list[Felt] = field(default_factory=list)
    pulses: list[Pulse] = field(default_factory=list)
    aches: list[Ache] = field(default_factory=list)
    exercises: list[Exercise] = field(default_factory=list)
    reason: Reason | None = None
    unread: list[Unread] = field(default_factory=list)
    rounds: int = 1
    sometime: bool = False
    repeated: Repeated | None = None
    part: str = ""
    """Of the day."""
    several: bool = False
    """One of several that were announced."""
    loose: bool = False
    """The day is a bare weekday."""
    ahead: bool = False
    """What was left out may be still to come."""
    added: list[Added] = field(default_factory=list)
    stretched: bool = False
    """It was told stretch by stretch, and its distance and time are those of all so far."""
    again: list[dt.date] = field(default_factory=list)
    """Other days on which the same was done (``5k on monday and tuesday``)."""

    def add(self, fact: Fact) -> None:
        """Take one fact in."""
        match fact:
            case Doing():
                self._name(fact)
            case Went():
                self._went(fact)
            case On():
                self._date(fact)
            case Because():
                self.reason = self.reason or fact.reason
            case Sometime():
                self.sometime = True
            case Rounds():
                self.rounds = fact.count
                self.exercises = [_times(exercise, fact.count) for exercise in self.exercises]
            case Repeated():
                self.repeated = _fuller(self.repeated, fact)
            case Worked():
                self.exercises.append(_times(fact.exercise, self.rounds))
                self.kind = self.kind or Activity.STRENGTH
            case _:
                self._keep(fact)

    def _name(self, fact: Doing) -> None:
        if fact.said is Said.DID and self._is_hardly_skipped:
            self.status = None
        self.kind = self.kind or fact.activity
        self.did = self.did or fact.said is Said.DID

    @property
    def _is_hardly_skipped(self) -> bool:
        """Whether only a reason says that it was left out (``no time so just did 10 min``)."""
        return self.status is Status.SKIPPED and not self.firm

    def _date(self, fact: On) -> None:
        if self.day is None:
            self.day, self.loose = fact.day, fact.loose

    def _went(self, fact: Went) -> None:
        """A firm outcome outdoes a loose one, and less than done outdoes done."""
        if self.status in {None, Status.DONE} or (self._is_hardly_skipped and fact.status is not Status.SKIPPED):
            self.status = fact.status
        if fact.status is Status.SKIPPED:
            self.ahead = fact.ahead
        self.firm = self.firm or fact.firm

    def _keep(self, fact: Fact) -> None:
        """Quantities, in the order in which they were said."""
        match fact:
            case Length():
                self._go(fact)
            case Lasting():
                self.lastings = [fact] if fact.total and not self.lengths else [*self.lastings, fact]
            case ClockReading():
                self.clocks.append(fact)
            case Tempo():
                self.tempos.append(fact)
            case Bare():
                self.bares.append(fact)
            case Felt():
                self.efforts.append(fact)
            case Pulse():
                self.pulses.append(fact)
            case Ache():
                self.aches.append(fact)
            case Unread():
                self.unread.append(fact)
            case _:
                self._set_apart(fact)

    def _go(self, length: Length) -> None:
        """A distance; what was told before of one that goes around it was only a part."""
        self.lengths = [length] if length.total else [*self.lengths, length]
        if length.around:
            self.lastings, self.clocks = [], []

    def _set_apart(self, fact: Fact) -> None:
        """What tells this activity from others of the same message."""
        if isinstance(fact, DayPart):
            self.part = self.part or fact.name
        elif isinstance(fact, Added):
            self.added.append(fact)
        elif isinstance(fact, Several):
            self.several, self.kind = True, self.kind or fact.activity

    @property
    def timed(self) -> bool:
        """Whether a duration was said."""
        return bool(self.lastings or self.clocks)

    @property
    def durations(self) -> list[Lasting]:
        """How long it took, as far as that was said."""
        read = [Lasting(60 * clock.first + clock.second) for clock in self.clocks if clock.cue in {"", "in", "for"}]
        return [*self.lastings, *read]

    @property
    def total(self) -> bool:
        """Whether a distance is told as that of all the parts."""
        return any(length.total for length in self.lengths)

    @property
    def measured(self) -> bool:
        """Whether a distance or a duration was said."""
        return bool(self.lengths or self.timed or self.tempos)

    @property
    def active(self) -> bool:
        """Whether it stands as an activity of its own: measured, said to be done, or sets of an exercise."""
        return bool(self.measured or self.did or self.exercises or (self.bares and self.kind) or self.status)

    @property
    def only_on_the_way(self) -> bool:
        """Whether its distances say where on the way something was, and not how far it was."""
        return bool(self.lengths) and self.lengths[0].place and all(length.place for length in self.lengths)

    @property
    def only_dated(self) -> bool:
        """Whether a day was said and nothing else."""
        said = self.measured or self.did or self.kind or self.status or self.bares or self.efforts or self.pulses
        return bool(self.day) and not (said or self.aches or self.exercises or self.reason or self.unread)

    @property
    def only_measured(self) -> bool:
        """Whether figures and a day were said, and neither what it was nor how it went."""
        return not (self.did or self.kind or self.status or self.aches or self.exercises or self.reason)

    def on_each_day(self) -> list["Draft"]:
        """The activity once for every day on which it was done."""
        if self.day is None:
            return [self]
        more = [replace(self, day=day, again=[], aches=[]) for day in self.again]
        return sorted([self, *more], key=lambda draft: draft.day or dt.date.min)

    def join(self, other: "Draft") -> None:
        """Take in a clause that speaks of the same activity; what all of it came to stands for its parts."""
        self._make_way(other)
        self._repeat_sets(other)
        self.kind = self.kind or other.kind
        self.did = self.did or other.did
        self.repeated = _fuller(self.repeated, other.repeated)
        self.sometime = self.sometime or other.sometime
        self.part = self.part or other.part
        self.several = self.several or (other.several and not self.active)
        if other.status and (self.status is None or self.status is Status.DONE):
            self.status = other.status
        self.firm = self.firm or other.firm
        self.loose = self.loose if self.day else other.loose
        self.ahead = self.ahead or other.ahead
        self.day = self.day or other.day
        self.reason = self.reason or other.reason
        for name in _GATHERED:
            getattr(self, name).extend(getattr(other, name))

    def _make_way(self, other: "Draft") -> None:
        """Leave figures out that those of another clause are the sum of; what comes on top of them is added."""
        if other.total and self.status is Status.PARTIAL and all(length.place for length in self.lengths):
            self.status = None  # *bonked at 16k … 19k total*: it went on from there
        if any(lasting.total for lasting in other.lastings):
            self.lastings, self.clocks = [], []
        if _is_on_top(self, other):
            self.added += [Added(length) for length in other.lengths]
            self.added += [Added(lasting) for lasting in other.durations]
            other.lengths, other.lastings, other.clocks = [], [], []
        if other.total and self.lengths:
            self.lengths = []
            if other.timed:
                self.lastings, self.clocks, self.tempos = [], [], []

    def _repeat_sets(self, other: "Draft") -> None:
        """Let the rounds of a circuit that one clause tells of be those of the exercises in the other."""
        if self.rounds > 1 and other.exercises:
            other.exercises = [_times(exercise, self.rounds) for exercise in other.exercises]
        if other.rounds > 1 and not other.exercises:
            self.exercises = [_times(exercise, other.rounds) for exercise in self.exercises]
        self.rounds = max(self.rounds, other.rounds)


_GATHERED: Final = (
    "lengths", "lastings", "clocks", "tempos", "bares", "efforts", "pulses", "aches", "exercises", "unread", "added",
)  # fmt: skip
"""What of two clauses stands side by side."""


def _times(exercise: Exercise, rounds: int) -> Exercise:
    """A single set in a circuit was done once a round."""
    return replace(exercise, sets=rounds) if rounds > 1 and exercise.sets == 1 else exercise


def _fuller(told: Repeated | None, other: Repeated | None) -> Repeated | None:
    """The first of two that says how much it was."""
    return told if told and (told.metres or told.seconds) else other or told


def _is_on_top(a: Draft, b: Draft) -> bool:
    """``5k tempo then 1k cool-down``: a part added to what was told before, both with their time or neither."""
    if b.stop not in {">", "+"} or not b.lengths:
        return False
    parts = all(length.part for length in b.lengths)
    main = bool(a.lengths) and not any(length.part for length in a.lengths)
    return parts and main and bool(a.durations) == bool(b.durations)


def belongs(a: Draft, b: Draft) -> bool:
    """Whether clause ``b`` goes on about the activity of ``a``."""
    if b.day and a.day and b.day != a.day:
        return False
    if b.day and not a.day and b.active and a.active and b.measured and a.measured:
        return False
    if _is_apart(a, b):
        return False
    if a.status is Status.SKIPPED and (b.measured or b.did or b.exercises or b.status is Status.DONE):
        return False
    if b.status is Status.SKIPPED and (a.measured or a.did or a.exercises):
        return False
    if a.kind is None and a.lengths and b.measured and b.kind not in {None, Activity.RUN, Activity.WALK}:
        return False
    if a.kind is None and a.lengths and b.lengths and b.kind is Activity.WALK and not b.only_on_the_way:
        return False
    if _is_run_beside_sets(a, b) or _is_run_beside_sets(b, a):
        return False
    if a.kind and b.kind and a.kind is not b.kind:
        return _is_aside(b)
    return not _is_another(a, b)


def _is_run_beside_sets(run: Draft, sets: Draft) -> bool:
    """``5k in 30, squats 3x12``: nobody covers a distance in sets of squats."""
    return (
        run.kind is None
        and not run.exercises
        and bool(sets.exercises)
        and any(one.metres >= 1000 for one in run.lengths)
    )


def _is_apart(a: Draft, b: Draft) -> bool:
    """Whether the two were in different parts of the day, or are two of several that were announced."""
    if a.part and b.part and a.part != b.part and (b.measured or b.kind) and (a.measured or (a.kind and b.kind)):
        return True
    return a.several and bool((a.lengths and b.lengths) or (a.timed and b.timed and not (a.lengths or b.lengths)))


def _is_aside(b: Draft) -> bool:
    """An activity merely mentioned: no figure, not said to be done, and not added by *and*, *then* or a new line."""
    return not b.active and b.stop not in {"+", ">", "n"}


def _is_another(a: Draft, b: Draft) -> bool:
    """Whether ``b`` repeats what ``a`` has, so that it must be a second activity of the same kind."""
    if any(one.part for one in a.lengths + b.lengths) or any(one.part for one in a.lastings + b.lastings):
        return False
    if a.kind is b.kind is Activity.OTHER and b.stop in {">", "+"} and a.measured:
        return True
    fresh = b.stop == ">" or (b.kind is not None) or b.day is not None
    if a.lengths and b.lengths:
        if b.timed and a.timed:
            return b.stop != "n" or fresh
        return fresh or b.stop in {"+", ";", "."}
    if a.timed and b.timed and b.kind is not None and a.kind is not None and a.measured:
        return b.stop in {"+", ">", ".", "n", ","} and not any(one.elapsed for one in b.lastings)
    return False
