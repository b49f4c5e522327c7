"""Strength sessions: two that take turns, filled with as many sets as the time holds.

The parts add up to the session: over all parts, sets x (seconds of work + rest) is its minutes, where a repetition
counts four seconds and a hold its own. A warm-up stands first; where more than the longest rest is left over, it or
mobility at the end takes it up.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from coach.phrases import Phrase
from coach.profile import Equipment
from coach.session import Step, StrengthPart
from coach.slot import Setting, Slot
from coach.standing import Standing, Standings
from coach.units import Seconds
from coach.workouts.ladders import HOLD_S, Dose, Rung, dose, exercises, nearest, reps_at
from coach.workouts.lifting import as_planned

REP_S: Final = 4
"""Seconds that one repetition takes: two down, one up, one to settle."""
CYCLE: Final = 48
"""Turns after which exercises and hints come in the same order again."""
WARM_UP_S: Final = 180
SHORT_WARM_UP_S: Final = 60
SHORTEST_MOBILITY_S: Final = 120
"""Less than this is not worth a step of its own: the warm-up lasts longer instead."""
MOST_LOST_REST_S: Final = 15
"""Seconds that a rest may lose so that what surrounds the sets is whole minutes."""
FEWEST_EXERCISES: Final = 2
LIGHT_SHARE: Final = 0.5
"""The share of its sets that a light session keeps."""


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


class Ask(NamedTuple):
    """What a strength session depends on besides its length; ``turn`` counts within ``CYCLE``."""

    turn: int
    week: int
    equipment: frozenset[Equipment]
    sets_share: float
    standings: Standings


def ask_of(slot: Slot, setting: Setting) -> Ask:
    """What a slot asks of the ladders, as planned where nobody says where the athlete stands."""
    standings = setting.ladders or as_planned(setting.equipment, setting.experience, setting.week)
    return Ask(slot.turn % CYCLE, setting.week, setting.equipment, LIGHT_SHARE if slot.light else 1.0, standings)


def session_of(turn: int) -> str:
    """Which of the two sessions it is: ``a``, then ``b``, and so on."""
    return "ab"[turn % 2]


@lru_cache(maxsize=512)
def reasons_of(week: int, light: bool, expecting: bool) -> str:  # noqa: FBT001 - the key of a memory
    """The group of reasons that goes with the dose: by repetitions in reserve, ``light``, or in pregnancy."""
    if expecting:
        return "strength_expecting"
    return "strength_light" if light else f"strength_reserve{dose(week).reserve}"


@lru_cache(maxsize=2048)
def strength_steps(ask: Ask, total_s: int) -> tuple[Step, ...]:
    """The steps of a strength session of ``total_s`` seconds."""
    amount = dose(ask.week)
    warm_s = WARM_UP_S if total_s >= 1200 else SHORT_WARM_UP_S
    standings = {standing.exercise: standing for standing in ask.standings}
    always, following, others = exercises(session_of(ask.turn))
    works = {each: _work(standings[each], ask, amount) for each in (*always, following, *others)}
    chosen = _chosen(ask.turn, works, amount, total_s - warm_s)
    sets = _sets(chosen, amount, total_s - warm_s, ask.sets_share)
    rests = sum(work.sets_of(sets) for work in chosen)
    spare = total_s - warm_s - sum(work.sets_of(sets) * work.length_s for work in chosen)
    rest_s = _rest_s(spare, rests, amount)
    left = spare - rest_s * rests
    warm_s, mobility_s = (warm_s, left) if left >= SHORTEST_MOBILITY_S else (warm_s + left, 0)
    parts = [_part(work, work.sets_of(sets), rest_s, amount, ask) for work in chosen]
    return tuple(Step(1, (part,)) for part in (*_filler("warm_up", warm_s), *parts, *_filler("mobility", mobility_s)))


def _rest_s(spare_s: int, rests: int, amount: Dose) -> int:
    """The rest after each set: as long as time allows, or a little less for whole minutes around the sets."""
    longest = min(spare_s // rests, amount.rest_s[1])
    shorter = range(longest, max(longest - MOST_LOST_REST_S, min(longest, amount.rest_s[0])) - 1, -1)
    return next((rest for rest in shorter if (spare_s - rest * rests) % 60 == 0), longest)


def _in_turn(turn: int, count: int) -> list[str]:
    """So many exercises of a session: its own, what comes next, and the others, other ones ahead each time.

    Where two are all that find room, the second of a session with one of its own is another one every week.
    """
    always, following, others = exercises(session_of(turn))
    week = turn // 2
    if count <= FEWEST_EXERCISES:
        pool = [following, *others]
        ahead = (week + week // 2) % len(pool)  # each place comes up, in weeks of two sessions and in every other week
        return [*always, *pool[ahead:], *pool[:ahead]][:count]
    ahead = week % len(others)
    return [*always, following, *others[ahead:], *others[:ahead]][:count]


def _chosen(turn: int, works: Mapping[str, Work], amount: Dose, room_s: int) -> list[Work]:
    """As many exercises as the time holds with two sets or the fewest of the dose, two sets before more exercises."""
    least = max(2, amount.sets[0])
    for count in range(len(works), FEWEST_EXERCISES - 1, -1):
        chosen = [works[exercise] for exercise in _in_turn(turn, count)]
        if least * _round_s(chosen, amount) <= room_s:
            break
    return chosen


def _sets(chosen: Iterable[Work], amount: Dose, room_s: int, share: float) -> int:
    """How many sets of each the time holds."""
    sets = max(1, min(amount.sets[1], room_s // _round_s(chosen, amount)))
    return max(1, int(sets * share + 0.5))


def _round_s(chosen: Iterable[Work], amount: Dose) -> int:
    """Seconds that one set of each takes with the shortest rest.

    They are reckoned at the top of the range, so that a week asks for more repetitions and never for a set less.
    """
    return sum(_longest_s(work, amount) + amount.rest_s[0] for work in chosen)


def _longest_s(work: Work, amount: Dose) -> int:
    """Seconds that one set takes in the last week of a rung."""
    return REP_S * amount.reps[1] if work.seconds is None else HOLD_S[-1] * (2 if work.rung.sides else 1)


def _work(standing: Standing, ask: Ask, amount: Dose) -> Work:
    exercise, place, eased = standing.exercise, standing.place, standing.eased
    rung = nearest(exercise, standing.rung, ask.equipment)
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
