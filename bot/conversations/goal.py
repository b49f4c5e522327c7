"""The first question of all: what the athlete trains for, and the race's day where it is told with it."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

from bot.conversations.choice import ProfileChoosing, is_log_like, match_words
from bot.conversations.question import Answer, Card, Given, Problem, Situation
from bot.conversations.typed.plain import plain
from bot.conversations.typed.races import month_in
from bot.words import Words
from coach.phrases import Phrase
from coach.profile import DistanceUnit, Goal
from coach.reader.races import goal_of, race_in
from storage.tables import Athlete, AthleteState

RACE_DATE: Final = "race_date"
RACE_MONTH: Final = "race_month"
"""The month of a race whose day was not told, ``2027-05``."""
_SOME_WEEKS: Final = re.compile(r"\bin \w+ (?:weeks?|wks?|months?)\b")
"""A race so far ahead is on the Sunday nearest to that day."""
SUNDAY: Final = 6


_BY_NAME: Final = frozenset({"first_5k", "5k", "10k"})
"""Goals whose distance has a name of its own, for those who do not think in kilometres."""


def goal_name(goal: object, words: Words) -> str:
    """What a goal is called: ``10 km``, and ``10K`` to somebody in miles."""
    named = words.units is DistanceUnit.MI and goal in _BY_NAME
    return words(f"choice.goal.{goal}.mi" if named else f"choice.goal.{goal}")


class GoalQuestion(ProfileChoosing):
    """What the athlete trains for."""

    key = "goal"
    field = "goal"
    spoken: ClassVar[Mapping[str, str]] = {
        "leaner_legs": (
            "leaner legs|lean legs|leaner|leg|legs|slim legs|slimmer legs|toned legs|tone my legs|stronger legs"
            "|strong legs|thinner legs|lose weight|loose weight|losing weight|lose fat|weight loss|fat loss|slimmer"
            "|slim down|slimming|tone up|toned|toning|thigh|thighs|calves|glutes|hips|bum|cellulite|belly fat"
            "|lose inches|shape my legs|lose some weight|lose a few|lose kilos|lose pounds|weight off"
        ),
        "general_fitness": (
            "general fitness|fitness|fit|get fit|fitter|stay fit|get fitter|health|healthy|healthier|shape|in shape"
            "|just run|want to run|feel better|active|stay active|endurance|stamina|energy|keep running|run more"
            "|run regularly|stress|fun"
        ),
        "first_5k": (
            "first 5k|first 5 k|first 5 km|my first 5k|couch to 5k|couch 2 5k|c25k|1st 5k|first five k"
            "|start running|learn to run|begin running|get into running|run without stopping|5k without walking"
        ),
        "5k": "5k|5 k|5 km|5km|five k|five kilometres|parkrun|faster 5k",
        "10k": "10k|10 k|10 km|10km|ten k|ten kilometres",
        "half_marathon": "half marathon|half|halfmarathon|21k|21 k|21 km|hm|13 1 miles",
        "marathon": "marathon|full marathon|42k|42 k|42 km|26 2 miles|the marathon",
    }

    def card(self, situation: Situation, words: Words) -> Card:
        """Two open-ended goals on lines of their own, then the distances."""
        choices = super().card(situation, words).choices
        flat = [choice for row in choices for choice in row]
        return Card(words("ask.goal"), ((flat[0],), (flat[1],), (flat[2], flat[3]), (flat[4], flat[5]), (flat[6],)))

    def label(self, value: str, words: Words) -> str:
        """The goal's name."""
        return goal_name(value, words)

    def read_text(self, text: str, situation: Situation) -> Given:
        """A goal by its words; a race to come with its day is both: ``10k on 12 april``."""
        today = situation.now.astimezone(ZoneInfo(situation.athlete.zone or "UTC")).date()
        units = DistanceUnit(situation.athlete.profile.get("units") or DistanceUnit.KM)
        race = race_in(text, today, units) or race_in(f"race {text}", today, units)
        goal = goal_of(race.metres) if race is not None and race.ahead else None
        if race is None or goal is None:
            legs_too = len(goals_named(text)) > 1
            return Problem(Phrase("goal.two")) if legs_too else super().read_text(_ahead(text), situation)
        first = goal is Goal.FIVE_K and match_words(text, {"first": self.spoken["first_5k"]})
        told = str(Goal.FIRST_5K if first else goal)
        day = race.day if race.day is not None and race.day > today else None
        if day is not None and _SOME_WEEKS.search(plain(text)):
            day += dt.timedelta(days=(SUNDAY - day.weekday() + 3) % 7 - 3)
        month = month_in(text, today) if day is None else None
        if day is None and month is None:
            return Answer(told)
        return Answer({self.field: told, RACE_DATE: day.isoformat() if day else None, RACE_MONTH: month})

    def save(self, value: object, situation: Situation) -> None:
        """The goal, and the race's day where it was told; of a month alone the day is asked for after the plan."""
        if not isinstance(value, dict):
            super().save(value, situation)
            return
        super().save(value[self.field], situation)
        if value[RACE_DATE] is not None:
            situation.athlete.profile = {**situation.athlete.profile, RACE_DATE: value[RACE_DATE]}

    def remark(self, athlete: Athlete, now: dt.datetime, words: Words) -> str:  # noqa: ARG002 — the base class's shape
        """The race's day, where it was told with the goal."""
        told = athlete.profile.get(RACE_DATE)
        onboarding = athlete.state == AthleteState.ONBOARDING
        return words("goal.race_day", day=dt.date.fromisoformat(str(told))) if told and onboarding else ""


_HALF: Final = re.compile(r"\bhalf (?:an?|past|of|\d+)\b")
"""A half that is no half marathon."""
_ASIDE: Final[Mapping[str, frozenset[str]]] = {
    "first_5k": frozenset({"5k"}),
    "half_marathon": frozenset({"marathon"}),
}
"""Goals that another one holds already: who names both means the first."""


_PARTS: Final = re.compile(r"(?:[,;!\n]|\.(?!\d))+ *")
_PAST: Final = re.compile(r"\bused to\b.*")


def _ahead(text: str) -> str:
    """The words without what somebody used to run, and without results; all of them where nothing else is there.

    *Used to run half marathons, want to get back* names no half, *faster 10k, ran 46:20 last year* is no log.
    """
    parts = _PARTS.split(text)
    kept = [_PAST.sub("", part) for part in parts if not is_log_like(part)]
    return ", ".join(part for part in kept if part.strip()) or text


def goals_named(text: str) -> list[str]:
    """The different goals that words name, without those that another holds."""
    said = _HALF.sub(" ", plain(_ahead(text)))
    named = [goal for goal, phrases in GoalQuestion.spoken.items() if match_words(said, {goal: phrases})]
    held = {lesser for goal in named for lesser in _ASIDE.get(goal, frozenset())}
    held |= {"general_fitness"} if len(named) > 1 else set()
    return [goal for goal in named if goal not in held]
