"""Habits and things, asked later or set: units, strength, equipment, other sports, when the coach writes."""

from collections.abc import Mapping
from typing import ClassVar

from bot.conversations.amount import units_of
from bot.conversations.choice import ProfileChoosing, Switch, match_words
from bot.conversations.question import Answer, Card, Choice, Given, Situation
from bot.conversations.toggles import DONE, Ticking, is_done
from bot.conversations.typed.plain import plain
from bot.words import Words
from storage.tables import Athlete


class UnitsQuestion(ProfileChoosing):
    """Kilometres or miles; kilometres until said otherwise."""

    key = "units"
    field = "units"
    width = 2
    spoken: ClassVar[Mapping[str, str]] = {
        "km": "km|k|kilometre|kilometres|kilometer|kilometers|metric|kms",
        "mi": "mi|mile|miles|imperial",
    }

    def told(self, athlete: Athlete, words: Words) -> str:
        """The unit in use."""
        return self.label(str(units_of(athlete)), words)


class StrengthQuestion(ProfileChoosing):
    """How often a week strength is wanted (W7)."""

    key = "strength"
    field = "strength_per_week"
    width = 3
    skippable = True
    spoken: ClassVar[Mapping[str, str]] = {
        "2": "2|two|twice|2x|two times",
        "1": "1|one|once|1x",
        "0": "0|none|never|no|zero|nothing",
    }

    def save(self, value: object, situation: Situation) -> None:
        """The document holds a number."""
        super().save(int(value) if isinstance(value, str) else None, situation)


class Gathering(Ticking):
    """Things that are ticked or named; none of them is an answer too."""

    skippable = True
    spoken: ClassVar[Mapping[str, str]]
    none: ClassVar[frozenset[str]]
    always: ClassVar[tuple[str, ...]] = ()

    def saved(self, situation: Situation) -> list[str]:
        """What was ticked the last time."""
        value = self.value(situation.athlete)
        return [item for item in value if item in self.values] if isinstance(value, list) else []

    def card(self, situation: Situation, words: Words) -> Card:
        """Toggles; none of them is one tap."""
        done = words("tick.done") if self.ticked(situation) else words(f"{self.key}.none")
        return Card(words(f"ask.{self.key}"), (*self.tick_rows(situation, words), (Choice(done, DONE),)))

    def finish(self, ticked: list[str], situation: Situation) -> Given:  # noqa: ARG002 — the base class's shape
        """What is ticked, and what is always there."""
        return Answer([*self.always, *ticked])

    def read_text(self, text: str, situation: Situation) -> Given:
        """Things by name, all, or none."""
        if is_done(text) and self.ticked(situation):
            return self.finish(self.ticked(situation), situation)
        if plain(text) in self.none:
            return self.finish([], situation)
        if plain(text) in {"both", "both of them", "i do both", "all", "all of them", "everything"}:
            return self.finish(list(self.values), situation)
        named = [item for item, spoken in self.spoken.items() if match_words(text, {item: spoken})]
        return self.finish(named, situation) if named else self.unclear()

    def told(self, athlete: Athlete, words: Words) -> str:
        """What there is."""
        value = self.value(athlete)
        if not isinstance(value, list):
            return words("told.unknown")
        listed = ", ".join(self.label(item, words) for item in self.values if item in value)
        return listed or words(f"{self.key}.told.none")


class EquipmentQuestion(Gathering):
    """What stands ready for strength work, besides the body."""

    key = "equip"
    field = "equipment"
    values = ("dumbbells", "band", "step", "gym")
    always = ("bodyweight",)
    none = frozenset({"none", "nothing", "bodyweight", "body weight", "no", "just me", "no equipment", "done"})
    spoken: ClassVar[Mapping[str, str]] = {
        "dumbbells": "dumbbell|dumbbells|weights|kettlebell|kettlebells|free weights",
        "band": "band|bands|resistance band|elastic band",
        "step": "step|steps|stairs|bench|box|stair",
        "gym": "gym|barbell|machines|fitness studio",
    }


class CrossQuestion(Gathering):
    """What the athlete does besides running; it may replace easy running (W9)."""

    key = "cross"
    field = "cross_training"
    values = ("cycling", "swimming")
    none = frozenset({"none", "neither", "no", "nothing", "just running", "only running", "done"})
    spoken: ClassVar[Mapping[str, str]] = {
        "cycling": "cycling|bike|biking|bicycle|cycle|spinning|ride",
        "swimming": "swimming|swim|pool|swims",
    }


class EveningSwitch(Switch):
    """One gentle line in the evening when today is unanswered."""

    key = "evening"
    column = "evening"


class RestSwitch(Switch):
    """A line on rest days too."""

    key = "rest"
    column = "rest_lines"
