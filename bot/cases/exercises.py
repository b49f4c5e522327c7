"""*What is a hip hinge?* How an exercise goes, in the form that the athlete does it in."""

import re
from collections.abc import Mapping
from typing import Final

from bot.cases.training import Training
from bot.desk import Desk
from coach.phrases import Phrase
from coach.session import StrengthPart

_EXERCISES: Final[Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "squat": ("sit_to_stand", re.compile(r"squats?|sit ?-?to ?-?stand")),
    "lunge": ("hold", re.compile(r"lunges?")),
    "step_up": ("low", re.compile(r"step[- ]?ups?")),
    "glute_bridge": ("double", re.compile(r"bridges?|hip thrusts?")),
    "calf_raise": ("double", re.compile(r"cal(?:f|ves) (?:raises?|lifts?)|heel raises?")),
    "single_leg_deadlift": ("hip_hinge", re.compile(r"hip[- ]?hinges?|dead ?lifts?")),
    "plank": ("knees", re.compile(r"planks?")),
}
"""What each ladder begins with, and what people call it."""


def exercise(desk: Desk, training: Training, said: str) -> str:
    """How the exercise that is named goes: its form in the plan, else the easiest; of none, where to look."""
    named = next((name for name, (_, shape) in _EXERCISES.items() if shape.search(said)), None)
    if named is None:
        return desk.words("wonder.train.exercise")
    rung = _planned(training, named) or _EXERCISES[named][0]
    form = desk.words.say(Phrase(f"rung.{named}.{rung}"))
    return desk.words("exercise.explained", form=form, how=desk.words(f"how.{named}.{rung}"))


def _planned(training: Training, name: str) -> str | None:
    """The rung on which an exercise stands in the plan, from today on."""
    sessions = (session for week in training.plan.weeks for session in week.sessions if session.date >= training.today)
    parts = (part for session in sessions for step in session.steps for part in step.parts)
    return next((part.rung for part in parts if isinstance(part, StrengthPart) and part.exercise == name), None)
