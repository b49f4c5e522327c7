"""Questions asked in context: after the first plan, after a card, at the week's review, with the first strength."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Question
from bot.conversations.running import RACE_GOALS
from storage.tables import Athlete

BEGINNERS: Final = frozenset({"new", "returning"})


class Moment(StrEnum):
    """When a question fits."""

    FIRST_PLAN = "first_plan"
    CARD = "card"
    REVIEW = "review"
    STRENGTH = "strength"


_FITTING: Final[Mapping[Moment, tuple[str, ...]]] = {
    Moment.FIRST_PLAN: ("weekly", "longest", "raceday", "weight", "height"),
    Moment.CARD: ("race", "maximum", "resting", "cross"),
    Moment.REVIEW: ("race", "cross", "resting"),
    Moment.STRENGTH: ("equip",),
}


def next_offer(athlete: Athlete, moment: Moment, offered: Collection[str] = ()) -> Question | None:
    """The one question to ask at this moment, ``None`` where there is none; nothing is offered twice."""
    for question in chain(athlete, moment):
        if question.key not in offered and not question.known(athlete):
            return question
    return None


def chain(athlete: Athlete, moment: Moment) -> tuple[Question, ...]:
    """The questions that fit the moment and the athlete, in order."""
    fitting = (BY_KEY[key] for key in _FITTING[moment])
    return tuple(question for question in fitting if question.applies(athlete) and _matters(question.key, athlete))


def _matters(key: str, athlete: Athlete) -> bool:
    """Whether the answer would change this athlete's plan."""
    profile = athlete.profile
    new = profile.get("experience") in BEGINNERS
    match key:
        case "weekly" | "longest":
            return profile.get("experience") != "new"
        case "raceday":
            return profile.get("goal") in RACE_GOALS
        case "weight":
            return new
        case "height":
            return new and profile.get("weight_kg") is not None
        case "race" | "maximum" | "resting":
            return not new
        case _:
            return True
