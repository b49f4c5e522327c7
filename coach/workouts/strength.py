"""Strength sessions: two that take turns, filled with as many sets as the time holds.

The parts add up to the session: over all parts, sets x (seconds of work + rest) is its minutes, where a repetition
counts four seconds and a hold its own. A warm-up stands first; where more than the longest rest is left over, it or
mobility at the end takes it up.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from coach.phrases import Phrase
from coach.profile import Equipment, Experience
from coach.session import Step, StrengthPart
from coach.slot import Slot
from coach.units import Seconds
from coach.workouts.ladders import Dose, Rung, dose, exercises, rung_for

REP_S: Final = 4
"""Seconds that one repetition takes: two down, one up, one to settle."""
HOLD_S: Final = (20, 25, 30, 30)
"""How long a hold lasts in each week of a rung (seconds, each side)."""
WEEKS_A_RUNG: Final = 4
"""Weeks on one rung; repetitions climb from the bottom of their range to its top meanwhile."""
CYCLE: Final = 40
"""Turns after which exercises and hints come in the same order again."""
WARM_UP_S: Final = 180
SHORT_WARM_UP_S: Final = 60
SHORTEST_MOBILITY_S: Final = 120
"""Less than this is not worth a step of its own: the warm-up lasts longer instead."""
FEWEST_EXERCISES: Final = 2


@dataclass(frozen=True, slots=True)
class Work:
    """One exercise with its amount decided: repetitions or seconds, the other one being ``None``."""

    exercise: str
    rung: Rung
    reps: int | None
    seconds: int | None

    @property
    def length_s(self) -> int:
        """Seconds that one set takes."""
        return self.seconds or REP_S * (self.reps or 0)


@dataclass(frozen=True, slots=True)
class Ask:
    """What a strength session depends on besides its length."""

    turn: int
    week: int
    experience: Experience
    equipment: frozenset[Equipment]
    sets_share: float


def session_of(turn: int) -> str:
    """Which of the two sessions it is: ``a``, then ``b``, and so on."""
    return "ab"[turn % 2]


def stage_of(slot: Slot) -> str:
    """The group of reasons that goes with the dose: by repetitions in reserve, or ``light``."""
    return "light" if slot.sets_share < 1 else f"reserve{dose(slot.week).reserve}"


def strength_steps(slot: Slot, total_s: int) -> tuple[Step, ...]:
    """The steps of a strength session of ``total_s`` seconds."""
    ask = Ask(slot.turn % CYCLE, slot.week, slot.experience, slot.equipment, slot.sets_share)
    return _steps(ask, total_s)


@lru_cache(maxsize=4096)
def _steps(ask: Ask, total_s: int) -> tuple[Step, ...]:
    amount = dose(ask.week)
    warm_s = WARM_UP_S if total_s >= 1200 else SHORT_WARM_UP_S
    works = [_work(exercise, ask, amount) for exercise in _in_turn(ask.turn)]
    chosen, sets = _packed(works, amount, total_s - warm_s, ask.sets_share)
    rests = sets * len(chosen)
    spare = total_s - warm_s - sets * sum(work.length_s for work in chosen)
    rest_s = min(spare // rests, amount.rest_s[1])
    left = spare - rest_s * rests
    warm_s, mobility_s = (warm_s, left) if left >= SHORTEST_MOBILITY_S else (warm_s + left, 0)
    parts = [_part(work, sets, rest_s, amount, ask) for work in chosen]
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


def _work(exercise: str, ask: Ask, amount: Dose) -> Work:
    rung = rung_for(exercise, ask.equipment, ask.experience, ask.week)
    place = (ask.week - 1) % WEEKS_A_RUNG
    if rung.hold:
        return Work(exercise, rung, None, HOLD_S[place] * (2 if rung.sides else 1))
    low, high = amount.reps
    return Work(exercise, rung, low + round((high - low) * place / (WEEKS_A_RUNG - 1)), None)


def _part(work: Work, sets: int, rest_s: int, amount: Dose, ask: Ask) -> StrengthPart:
    kind = "hold" if work.seconds else "reserve"
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
