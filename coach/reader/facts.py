"""What single phrases say, before they are put together."""

import datetime as dt
from collections.abc import Callable, Sequence
from enum import Enum
from typing import TypeAlias

from coach.history import Reason, Status
from coach.profile import DistanceUnit
from coach.reader.tokens import Token
from coach.reader.vocabulary.activities import Said
from coach.reading import Activity, Exercise
from coach.values import value


@value
class Context:
    """What a reader must know besides the words: the day, and the unit of bare distances.

    ``ahead``: days without a year lie ahead, as those of races to come do; those of logs lie behind.
    """

    today: dt.date
    units: DistanceUnit
    ahead: bool = False


@value
class Doing:
    """An activity was named, or said to have been done."""

    activity: Activity
    said: Said


@value
class Length:
    """A distance in metres; ``on_foot`` where its name is a runner's (``5k``, ``parkrun``).

    ``unit`` are the metres of the unit it was told in, where that is the kilometre or the mile. ``place``: it says
    where on the way (``at 4k``, ``the last mile``); ``part``: it is the warm-up or cool-down; ``total``: it is all;
    ``around``: what was told before it was a part of it (``20 min tempo in the middle of 8k``).
    """

    metres: float
    on_foot: bool = False
    unit: float | None = None
    place: bool = False
    part: bool = False
    total: bool = False
    around: bool = False


@value
class Lasting:
    """A duration in seconds. ``short_m``: the number before a lone ``m``, which may mean miles or metres.

    ``elapsed``: pauses are in it, so a moving time is better. ``part``: it is the warm-up or cool-down; ``total``: it
    is all.
    """

    seconds: float
    short_m: float | None = None
    elapsed: bool = False
    part: bool = False
    total: bool = False


@value
class ClockReading:
    """A clock reading of two figures (``6:30``): minutes and seconds, or hours and minutes."""

    first: int
    second: int
    cue: str = ""


@value
class Tempo:
    """A pace: ``seconds`` for ``per`` metres, or for a unit that was not said."""

    seconds: float
    per: float | None = None


@value
class Felt:
    """Effort from 1 to 10 (or what was claimed); ``figure`` where it was a number, not a word."""

    rpe: float
    figure: bool = True


@value
class Pulse:
    """A mean heart rate in beats a minute."""

    bpm: float


@value
class Spot:
    """A part of the body; ``sided`` where left or right was said."""

    area: str
    sided: bool = False


@value
class Hurting:
    """A word for pain, with the level that it means by itself, if any."""

    level: int | None = None


@value
class Graded:
    """How much, in words (0–10)."""

    level: int


@value
class Fine:
    """Nothing hurts."""


@value
class Better:
    """Something is fine; of an area, that it does not hurt."""


@value
class OutOfTen:
    """``8/10``: an effort, or beside a part of the body a pain; ``later``: one more level of a pain told before it."""

    value: float
    later: bool = False


@value
class Ache:
    """Pain in an area; ``sure`` where the level was said, ``worded`` where only in words (``a bit tight``)."""

    area: str | None
    level: float
    sure: bool = True
    worded: bool = False


@value
class Bare:
    """A number without a unit; ``cue`` is the word before it (``in``, ``for``, ``@``)."""

    value: float
    cue: str = ""


@value
class Added:
    """A distance, a duration or a bare number on top of what was told (``added 2 more``)."""

    told: Length | Lasting | Bare


@value
class Instead:
    """What follows takes the place of what was said before (``sorry``, ``i mean``).

    ``unit``: only the unit was wrong, and it is the one of so many metres (``5 miles i mean km``).
    """

    unit: float | None = None


@value
class On:
    """A day; ``loose`` where a weekday alone was said, which may lie behind or ahead."""

    day: dt.date
    loose: bool = False


@value
class DayPart:
    """A part of the day (``morning``): no log holds it, but it tells two activities apart."""

    name: str


class Edge(Enum):
    """What a time of day is the time of."""

    BEGIN = "begin"
    END = "end"
    BED = "bed"
    UP = "up"


@value
class Moment:
    """When something began or ended, in minutes from midnight; ``said``: am or pm was."""

    minute: int
    edge: Edge
    said: bool = False


@value
class Several:
    """More than one activity follows, all of a kind where it was named (``two walks``)."""

    activity: Activity | None


@value
class Sometime:
    """A day that was not told exactly (``last week``)."""


@value
class Went:
    """Done, partly done or skipped; not ``firm`` where a word such as *did* says little by itself.

    ``ahead``: what is left out may be still to come (*skip*, *can't*), and is not over (*skipped*, *couldn't*).
    """

    status: Status
    firm: bool = True
    ahead: bool = False


@value
class Because:
    """Why it was skipped."""

    reason: Reason


@value
class Worked:
    """Sets of an exercise."""

    exercise: Exercise


@value
class Rounds:
    """How often the exercises that follow were gone through."""

    count: int


@value
class Repeated:
    """Repeats of a workout (``6x400m``). ``metres`` is their sum, which of a run is not how far it was.

    ``seconds`` is how long they took together with what lay between, 0 where nobody said. ``whole``: they were all of
    the session, as running and walking by turns is. ``pieces``: so few and long that they were, unless more is told.
    """

    metres: float = 0.0
    seconds: float = 0.0
    whole: bool = False
    pieces: bool = False


@value
class Measured:
    """A measurement by its contract name, in the contract's unit."""

    name: str
    value: float


@value
class Stop:
    """Where one statement ends: ``,`` ``.`` ``n`` (new line) ``+`` (and) or ``>`` (then)."""

    kind: str


@value
class Unread:
    """A stretch of text nobody understood, as places in the normalised message."""

    start: int
    end: int


@value
class Ignored:
    """Understood, and nothing that a log holds: calories, climbing, the time of day."""


Fact: TypeAlias = (
    Doing | Length | Lasting | ClockReading | Tempo | Felt | Pulse | Spot | Hurting | Graded | Fine | Better
    | Rounds | Repeated | OutOfTen | Ache | Bare | On | DayPart | Several | Sometime | Went | Because | Worked
    | Measured | Moment | Added | Instead | Stop | Unread | Ignored
)  # fmt: skip
Tokens: TypeAlias = Sequence[Token]
Found: TypeAlias = tuple[tuple[Fact, ...], int] | None
"""The facts of a phrase, and where it ends."""
Parser: TypeAlias = Callable[[Tokens, int, Context], Found]
