"""Habits and things, asked later or set: units, strength, equipment, other sports, when the coach writes."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import ClassVar, Final

from bot.conversations.amount import units_of
from bot.conversations.choice import Choosing, ProfileChoosing, Switch, match_words
from bot.conversations.question import Answer, Card, Choice, Given, Problem, Question, Situation, stale_choice
from bot.conversations.toggles import DONE, Ticking, is_done
from bot.conversations.typed.clock import read_time
from bot.conversations.typed.plain import plain
from bot.screens import in_rows
from bot.words import Html, Words
from bot.words.dials import hours_of
from coach.phrases import Phrase
from scheduler.quiet import MINUTES_A_DAY, USUAL, Quiet, quiet_hours
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


_BODY: Final = re.compile(
    r"\b(?:my |own |only |just )*body[- ]?weights?\b|\bweigh(?:s|ed|ing)?\b|\bweight\W*(?:(?:is|was|today|now)\W+)*\d"
    r"|\b(?:my|los(?:e|ing|t)|gain(?:ed|ing)?|drop(?:ped|ping)?|put on|goal|target)(?: some| more| a bit of)? weight\b"
)
"""No dumbbell, though *weight* stands in it: *my weight is 70 kg*, *i want to lose weight*."""


_LACKING: Final = re.compile(
    r"\b(?:no|not|without|don'?t have|dont have|haven'?t got)\b(?: (?:a|an|any|the|my|got))* \w+"
    r"(?: (?:or|nor) (?:an? |any )?\w+)*"
)
"""*No gym this week* names a gym, and there is none."""


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
        things = _LACKING.sub(" ", _BODY.sub(" ", plain(text)))
        named = [item for item, spoken in self.spoken.items() if match_words(things, {item: spoken})]
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
    none = frozenset(
        {"none", "nothing", "bodyweight", "body weight", "no", "just me", "no equipment", "just a mat", "a mat"}
        | {"a chair"}
    )
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
    none = frozenset({"none", "neither", "no", "nothing", "just running", "only running"})
    spoken: ClassVar[Mapping[str, str]] = {
        "cycling": "cycling|bike|biking|bicycle|cycle|spinning|spin|peloton|ride|rides",
        "swimming": "swimming|swim|pool|swims",
    }


class EveningSwitch(Switch):
    """One gentle line in the evening when today is unanswered."""

    key = "evening"
    column = "evening"


class SlowSwitch(Switch):
    """Prompts for runs only, as offered after three days of silence."""

    key = "slow"
    column = "slowed"


class RestSwitch(Switch):
    """A line on rest days too."""

    key = "rest"
    column = "rest_lines"


class ClockQuestion(Choosing):
    """How the time of day is written; as it is usual where the athlete lives until said otherwise."""

    key = "clock"
    width = 2
    spoken: ClassVar[Mapping[str, str]] = {
        "24": "24|24h|24 hours|24 hour|military|like 17:30",
        "12": "12|12h|12 hours|12 hour|am pm|am|pm|ampm|like 5:30 pm",
    }

    def known(self, athlete: Athlete) -> bool:  # noqa: ARG002 — it has a default
        """Always."""
        return True

    def save(self, value: object, situation: Situation) -> None:
        """Write the choice."""
        situation.athlete.clock = str(value)

    def told(self, athlete: Athlete, words: Words) -> str:
        """The clock in use."""
        return self.label(str(hours_of(athlete.clock, athlete.zone, athlete.language)), words)


LATEST_END: Final = 11 * 60
"""Quiet hours end by 11:00: the review of a week that they put off comes before noon."""
SHORTEST: Final = 4 * 60
LONGEST: Final = 16 * 60


class QuietQuestion(Question):
    """The hours in which the coach says nothing unasked; the hour of the daily prompt is the athlete's own."""

    key = "quiet"
    presets: ClassVar[tuple[Quiet, ...]] = (
        USUAL,
        Quiet(20 * 60, 7 * 60),
        Quiet(21 * 60, 6 * 60 + 30),
        Quiet(22 * 60 + 30, 8 * 60),
        Quiet(23 * 60, 6 * 60),
    )

    def known(self, athlete: Athlete) -> bool:  # noqa: ARG002 — it has a default
        """Always."""
        return True

    def card(self, situation: Situation, words: Words) -> Card:  # noqa: ARG002 — the same card for everybody
        """Usual nights; others are typed."""
        choices = [Choice(_span(quiet, words), f"{quiet.begins}-{quiet.ends}") for quiet in self.presets]
        return Card(words("ask.quiet"), in_rows(choices, 2))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """Two minutes of the day."""
        begins, dash, ends = value.partition("-")
        if not (dash and begins.isascii() and begins.isdecimal() and ends.isascii() and ends.isdecimal()):
            return stale_choice()
        return _checked(int(begins), int(ends))

    def read_text(self, text: str, situation: Situation) -> Given:  # noqa: ARG002 — as above
        """Two times of day: ``22 to 7``, ``9 pm - 6:30 am``; the first is meant in the evening."""
        said = plain(text).removeprefix("from ").removeprefix("between ")
        parts = next((said.split(sign) for sign in (" to ", " until ", " till ", " and ", "-") if sign in said), [])
        if len(parts) != 2:
            return self.unclear()
        begins, ends = read_time(parts[0]), read_time(parts[1])
        if begins is None or ends is None:
            return self.unclear()
        return _checked(begins + 12 * 60 if 6 * 60 <= begins < 12 * 60 else begins, ends)

    def save(self, value: object, situation: Situation) -> None:
        """Write both ends."""
        athlete = situation.athlete
        athlete.quiet_from, athlete.quiet_to = value if isinstance(value, list | tuple) else (None, None)

    def told(self, athlete: Athlete, words: Words) -> str:
        """From when to when."""
        return _span(quiet_hours(athlete.quiet_from, athlete.quiet_to), words)


def _checked(begins: int, ends: int) -> Given:
    length = (ends - begins) % MINUTES_A_DAY
    fits = begins < MINUTES_A_DAY and 4 * 60 <= ends <= LATEST_END and SHORTEST <= length <= LONGEST
    return Answer([begins, ends]) if fits else Problem(Phrase("range.quiet"))


def _span(quiet: Quiet, words: Words) -> str:
    begins, ends = (words.write(dt.time(minute // 60, minute % 60)) for minute in quiet)
    return words("quiet.span", begins=Html(begins), ends=Html(ends))
