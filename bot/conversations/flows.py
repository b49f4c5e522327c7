"""The lists of questions, and the walk along them: what comes next, what came before, where one stands."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from bot.conversations.basics import (
    AgeQuestion,
    DaysQuestion,
    LongRunQuestion,
    PromptTimeQuestion,
)
from bot.conversations.body import HeightQuestion, MaximumQuestion, RestingQuestion, SexQuestion, WeightQuestion
from bot.conversations.experience import ExperienceQuestion
from bot.conversations.goal import GoalQuestion
from bot.conversations.habits import (
    ClockQuestion,
    CrossQuestion,
    EquipmentQuestion,
    EveningSwitch,
    QuietQuestion,
    RestSwitch,
    SlowSwitch,
    StrengthQuestion,
    UnitsQuestion,
)
from bot.conversations.health import HealthQuestion
from bot.conversations.minutes import MinutesQuestion
from bot.conversations.question import Question, Situation
from bot.conversations.running import LongestQuestion, RaceDateQuestion, RecentRaceQuestion, WeeklyQuestion
from bot.conversations.zone import ZoneQuestion
from storage.tables import Athlete

ZONE: Final = ZoneQuestion()
PROMPT_TIME: Final = PromptTimeQuestion()


class Flow(StrEnum):
    """Why a question is open; the words stand in the conversation's row."""

    ONBOARDING = "onboarding"
    SETTINGS = "settings"
    CONTEXT = "context"
    ERASING = "erasing"


ONBOARDING: Final[tuple[Question, ...]] = (
    GoalQuestion(),
    ExperienceQuestion(),
    AgeQuestion(),
    DaysQuestion(),
    LongRunQuestion(),
    MinutesQuestion(),
    HealthQuestion(),
    ZONE,
    PROMPT_TIME,
)
"""What must be known before a plan: nine questions."""

LATER: Final[tuple[Question, ...]] = (
    WeeklyQuestion(),
    LongestQuestion(),
    RecentRaceQuestion(),
    RaceDateQuestion(),
    StrengthQuestion(),
    EquipmentQuestion(),
    CrossQuestion(),
    WeightQuestion(),
    HeightQuestion(),
    SexQuestion(),
    RestingQuestion(),
    MaximumQuestion(),
    UnitsQuestion(),
    EveningSwitch(),
    QuietQuestion(),
    RestSwitch(),
    SlowSwitch(),
    ClockQuestion(),
)
"""What is asked in context, or only set."""

SETTINGS: Final[tuple[Question, ...]] = (*ONBOARDING, *LATER)
BY_KEY: Final[Mapping[str, Question]] = {question.key: question for question in SETTINGS}


def next_open(questions: Sequence[Question], athlete: Athlete) -> Question | None:
    """The first question that concerns the athlete and is not answered yet."""
    return next((question for question in questions if question.applies(athlete) and not question.known(athlete)), None)


def before(questions: Sequence[Question], key: str, athlete: Athlete) -> Question | None:
    """The question asked before this one, ``None`` at the first."""
    asked = [question for question in questions if question.applies(athlete) or question.key == key]
    place = next((number for number, question in enumerate(asked) if question.key == key), 0)
    return asked[place - 1] if place else None


def place(questions: Sequence[Question], key: str, situation: Situation) -> tuple[int, int]:
    """Which card this is, from 1, of how many; a question asked in several cards counts for as many."""
    athlete = situation.athlete
    asked = [question for question in questions if question.applies(athlete) or question.key == key]
    number = next(place for place, question in enumerate(asked) if question.key == key)
    cards = [
        question.further_cards(situation if question.key == key else Situation(athlete, situation.now))
        for question in asked
    ]
    before_it = number + sum(further for _, further in cards[:number])
    return before_it + cards[number][0] + 1, len(asked) + sum(further for _, further in cards)
