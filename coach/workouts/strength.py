"""Strength sessions: two that take turns, filled with as many sets as the time holds.

The parts add up to the session: over all parts, sets x (seconds of work + rest) is its minutes, where a repetition
counts four seconds and a hold its own. A warm-up stands first; where more than the longest rest is left over, it or
mobility at the end takes it up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from coach.phrases import Phrase
from coach.profile import Equipment
from coach.session import Step, StrengthPart
from coach.slot import Slot
from coach.standing import Standings
from coach.units import Seconds
from coach.workouts.ladders import HOLD_S, Dose, Rung, dose, exercises, nearest, reps_at
from coach.workouts.lifting import as_planned

REP_S: Final = 4
"""Seconds that one repetition takes: two down, one up, one to settle."""
CYCLE: Final = 40
"""Turns after which exercises and hints come in the same order again."""
WARM_UP_S: Final = 180
SHORT_WARM_UP_S: Final = 60
SHORTEST_MOBILITY_S: Final = 120
"""Less than this is not worth a step of its own: the warm-up lasts longer instead."""
FEWEST_EXERCISES: Final = 2


@dataclass(frozen=True, slots=True)
class Work:
    """One exercise with its amount decided: repetitions or seconds, the other one being ``None``.

    ``eased`` says that it gets one set fewer than the others.
    """

    exercise: str
    rung: Rung
    reps: int | None
    seconds: int | None
    eased: bool = False

    @property
    def length_s(self) -> int:
        """Seconds that one set takes."""
        return self.seconds or REP_S * (self.reps or 0)

    def sets_of(self, sets: int) -> int:
        """The sets of this exercise in a session of so many sets."""
        return max(1, sets - self.eased)


Place = tuple[str, int, int, bool]
"""What a session takes from a standing: exercise, rung, place on it, one set fewer."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a strength session depends on besides its length."""

    turn: int
    week: int
    equipment: frozenset[Equipment]
    sets_share: float
    places: tuple[Place, ...]


def session_of(turn: int) -> str:
    """Which of the two sessions it is: ``a``, then ``b``, and so on."""
    return "ab"[turn % 2]


def stage_of(slot: Slot) -> str:
    """The group of reasons that goes with the dose: by repetitions in reserve, or ``light``."""
    return "light" if slot.sets_share < 1 else f"reserve{dose(slot.week).reserve}"


def strength_steps(slot: Slot, total_s: int) -> tuple[Step, ...]:
    """The steps of a strength session of ``total_s`` seconds."""
    return _steps(
        Ask(slot.turn % CYCLE, slot.week, slot.equipment, slot.sets_share, _places(standings_of(slot))), total_s
    )


def standings_of(slot: Slot) -> Standings:
    """Where the athlete of a slot stands; as planned where nobody says otherwise."""
    return slot.ladders or as_planned(slot.equipment, slot.experience, slot.week)


@lru_cache(maxsize=4096)
def _places(standings: Standings) -> tuple[Place, ...]:
    return tuple((each.exercise, each.rung, each.place, each.eased) for each in standings)


@lru_cache(maxsize=4096)
def _steps(ask: Ask, total_s: int) -> tuple[Step, ...]:
    amount = dose(ask.week)
    warm_s = WARM_UP_S if total_s >= 1200 else SHORT_WARM_UP_S
    places = {place[0]: place for place in ask.places}
    works = [_work(places[exercise], ask, amount) for exercise in _in_turn(ask.turn)]
    chosen, sets = _packed(works, amount, total_s - warm_s, ask.sets_share)
    rests = sum(work.sets_of(sets) for work in chosen)
    spare = total_s - warm_s - sum(work.sets_of(sets) * work.length_s for work in chosen)
    rest_s = min(spare // rests, amount.rest_s[1])
    left = spare - rest_s * rests
    warm_s, mobility_s = (warm_s, left) if left >= SHORTEST_MOBILITY_S else (warm_s + left, 0)
    parts = [_part(work, work.sets_of(sets), rest_s, amount, ask) for work in chosen]
    return tuple(Step(1, (part,)) for part in (*_filler("warm_up", warm_s), *parts, *_filler("mobility", mobility_s)))


def _in_turn(turn: int) -> list[str]:
    """The exercises of a session: what makes it that session first, then the others, another one ahead each time."""
    name = session_of(turn)
    always, others = exercises(name)
    shift = turn // 2 % len(others)
    return [*always, *others[shift:], *others[:shift]]


def _packed(works: list[Work], amount: Dose, room_s: int, share: float) -> tuple[list[Work], int]:
    """The exercises that the time holds at the shortest rest, and how many sets of each."""
    longest = max(work.length_s for work in works)
    budget = room_s // (longest + amount.rest_s[0])
    count = min(len(works), max(FEWEST_EXERCISES, budget // amount.sets[0]))
    if amount.sets[0] == 1:  # two sets of fewer exercises before one set of many
        count = min(count, max(4, budget // 2))
    sets = max(1, min(amount.sets[1], budget // count))
    return works[:count], max(1, int(sets * share + 0.5))


def _work(standing: Place, ask: Ask, amount: Dose) -> Work:
    exercise, at, place, eased = standing
    rung = nearest(exercise, at, ask.equipment)
    if rung.hold:
        return Work(exercise, rung, None, HOLD_S[place] * (2 if rung.sides else 1), eased)
    return Work(exercise, rung, reps_at(amount, place), None, eased)


def held_in(steps: Sequence[Step]) -> list[StrengthPart]:
    """The exercises of a strength session in order, without warm-up and mobility."""
    parts = [part for step in steps for part in step.parts if isinstance(part, StrengthPart)]
    return [part for part in parts if part.rung != part.exercise]


def _part(work: Work, sets: int, rest_s: int, amount: Dose, ask: Ask) -> StrengthPart:
    kind = "hold" if work.seconds else "weight" if work.rung.loaded else "reserve"
    sides = "_sides" if work.rung.sides else ""
    form = Phrase(f"rung.{work.exercise}.{work.rung.name}")
    load = Phrase(f"load.{kind}{sides}", (("form", form), ("reserve", amount.reserve)))
    return StrengthPart(
        exercise=work.exercise,
        sets=sets,
        rest_s=Seconds(rest_s),
        reps=work.reps,
        seconds=None if work.seconds is None else Seconds(work.seconds),
        rung=work.rung.name,
        load=load,
        cue=Phrase(f"form.{work.exercise}.{ask.turn // 2 % 2 + 1}"),
    )


def _filler(name: str, seconds: int) -> tuple[StrengthPart, ...]:
    if not seconds:
        return ()
    load = Phrase(f"rung.{name}")
    return (StrengthPart(name, sets=1, rest_s=Seconds(0), seconds=Seconds(seconds), rung=name, load=load),)
