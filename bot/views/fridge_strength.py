"""Strength on paper: how each exercise is done in which weeks, when to stop a set, and what is needed for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.words import Words
from coach.phrases import Phrase
from coach.plan import Plan
from coach.session import SessionKind, StrengthPart
from coach.workouts.strength import held_in


@dataclass(frozen=True)
class Exercise:
    """An exercise in one week of the plan, counted as the plan counts them."""

    week: int
    part: StrengthPart

    @property
    def load(self) -> Phrase:
        """What the session says of form and repetitions in reserve."""
        return self.part.load or Phrase("load.reserve")

    @property
    def in_reserve(self) -> int | None:
        """The repetitions that a set leaves, where it has repetitions."""
        left = dict(self.load.args).get("reserve")
        return left if isinstance(left, int) and self.part.reps is not None else None


def exercises_of(plan: Plan) -> list[Exercise]:
    """Every exercise of every strength session, in the order of the weeks."""
    return [
        Exercise(week.index, part)
        for week in plan.weeks
        for session in week.sessions
        if session.kind is SessionKind.STRENGTH
        for part in held_in(session.steps)
    ]


def forms(exercises: Sequence[Exercise], words: Words) -> Iterator[str]:
    """A line for each exercise: its form, with the weeks where there are several."""
    for name in dict.fromkeys(each.part.exercise for each in exercises):
        own = [each for each in exercises if each.part.exercise == name]
        told = [(list(same), form) for form, same in groupby(own, key=lambda each: _form(each, words))]
        parts = [
            words("fridge.form_in", weeks=_weeks(same, words), form=form) if len(told) > 1 else form
            for same, form in told
        ]
        yield words("fridge.form", exercise=words(f"fridge.{name}"), forms=". ".join(parts))


def _form(each: Exercise, words: Words) -> str:
    form = Phrase(f"rung.{each.part.exercise}.{each.part.rung}")
    if not each.load.key.endswith("_sides"):
        return words.say(form)
    return words("fridge.form_sides" if each.part.seconds is None else "fridge.form_hold_sides", form=form)


def reserve(exercises: Sequence[Exercise], words: Words) -> str:
    """When to stop a set: how many repetitions are left in which weeks."""
    counted = [each for each in exercises if each.in_reserve is not None]
    told = [
        words("fridge.reserve", reserve=left, weeks=_weeks(list(same), words))
        for left, same in groupby(counted, key=lambda each: each.in_reserve)
    ]
    return words("fridge.term.strength", reserve=", ".join(told))


def _weeks(same: Sequence[Exercise], words: Words) -> str:
    first, last = same[0].week, same[-1].week
    return words("fridge.weeks.one" if first == last else "fridge.weeks.many", first=first, last=last)


def gear(exercises: Sequence[Exercise]) -> Iterator[str]:
    """What the exercises need, by the keys of its lines."""
    if not exercises:
        return
    loaded = any(each.load.key.startswith("load.weight") for each in exercises)
    yield "strength_weights" if loaded else "strength"
    if any(each.part.rung == "band" for each in exercises):
        yield "band"
