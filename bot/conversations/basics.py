"""The first questions: age, days, the long run's day, and the hour of the daily prompt."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import ClassVar, Final

from bot.conversations.choice import is_log_like
from bot.conversations.question import (
    Answer,
    Card,
    Choice,
    Draft,
    Given,
    Problem,
    ProfileQuestion,
    Question,
    Situation,
    stale_choice,
)
from bot.conversations.toggles import DONE, TICKED, Ticking, is_done
from bot.conversations.typed.ages import age_answered
from bot.conversations.typed.clock import read_time, time_within
from bot.conversations.typed.days import days_within, read_days
from bot.conversations.typed.numbers import in_figures, only_number
from bot.conversations.typed.plain import plain
from bot.conversations.typed.unsure import is_unsure
from bot.screens import in_rows
from bot.words import Words
from bot.words.figures import write_weekday
from coach.phrases import Phrase
from coach.profile import WEEKDAYS, Weekday
from storage.tables import Athlete

MONDAY: Final = dt.date(2026, 1, 5)
"""Any Monday: weekdays are written by way of a date."""
ADULT: Final = 18
YOUNGEST: Final = 16
OLDEST: Final = 110
_CLOCK_SAID: Final = re.compile(r"(?<![\d.,])(?:1[0-2]|0?[1-9])(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m)\b(?! i\b)")
"""*7am* is an hour, and nobody's age."""
_DECADE_SAID: Final = re.compile(r"\b([2-8])0 ?'?s\b")
_AROUND_AGE: Final = "years year old young yo yrs y age aged turned turning be me and almost nearly born in"
_ANY_DAYS: Final = re.compile(
    r"\b(?:whenever|any ?time|any (?:days?|\d)|flexible|don'?t know|do not know|not sure|you (?:choose|decide|pick|say)"
    r"|up to you|doesn'?t matter|don'?t mind|no idea)\b"
)
"""Words that leave the days to the coach."""
_OF_DAYS: Final = re.compile(r"\b([1-6]) ?(?:-|to|or) ?[2-7]\b")


def weekday_name(day: str, words: Words, *, short: bool = True) -> str:
    """A weekday's name: ``Mon``."""
    return write_weekday(MONDAY + dt.timedelta(days=Weekday(day).number), words.language, short=short)


class AgeQuestion(ProfileQuestion):
    """How old the athlete is: the decade, then the year; or typed. Under 16 hears a kind no, and nothing is saved."""

    key = "age"
    field = "age"
    decades: ClassVar[tuple[int, ...]] = (16, 20, 30, 40, 50, 60, 70, 80)
    _DECADE: ClassVar[str] = "decade"

    def card(self, situation: Situation, words: Words) -> Card:
        """The decades; of a chosen one its years."""
        decade = situation.draft.get(self._DECADE)
        if decade is not None:
            years = [Choice(str(year), str(year)) for year in self._years(decade)]
            return Card(
                words("ask.age.year"), (*in_rows(years, 5), (Choice(words("age.decades"), "all"),)), follows=True
            )
        choices = [Choice(self._decade_label(decade, words), f"d{decade}") for decade in self.decades]
        return Card(words("ask.age"), (*in_rows(choices, 4), (Choice(words("age.under"), "under"),)))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """A decade, a year, or under 16."""
        if value == "under":
            return too_young()
        if value == "all":
            return Draft({})
        if value[:1] == "d" and value[1:].isdecimal() and int(value[1:]) in self.decades:
            return Draft({self._DECADE: int(value[1:])})
        return self._checked(float(value)) if value.isascii() and value.isdecimal() else stale_choice()

    def read_text(self, text: str, situation: Situation) -> Given:
        """A number of years, a year of birth, or a decade (*early 40s*), whose years are then offered."""
        decade = _DECADE_SAID.search(plain(text))
        if decade is not None and int(decade[1]) * 10 in self.decades[1:]:
            return Draft({self._DECADE: int(decade[1]) * 10})
        years = None if _CLOCK_SAID.search(plain(text)) else only_number(text, _AROUND_AGE)
        if years is None:
            told = age_answered(text)
            years = None if told is None else float(told)
        if years is None:
            return self.unclear()
        this_year = situation.now.year
        return self._checked(this_year - years if this_year - OLDEST <= years <= this_year else years)

    def step_back(self, situation: Situation) -> Draft | None:
        """From the years to the decades."""
        return Draft({}) if self._DECADE in situation.draft else None

    def told(self, athlete: Athlete, words: Words) -> str:
        """The age in years."""
        value = self.value(athlete)
        return str(value) if value is not None else words("told.unknown")

    def _checked(self, years: float) -> Given:
        if not 1 <= years <= OLDEST or not years.is_integer():
            return Problem(Phrase("range.age"))
        return too_young() if years < YOUNGEST else Answer(int(years))

    def _years(self, decade: int) -> range:
        if decade == self.decades[0]:
            return range(YOUNGEST, 20)
        return range(decade, 100 if decade == self.decades[-1] else decade + 10)

    def _decade_label(self, decade: int, words: Words) -> str:
        last = self._years(decade)[-1]
        return words("age.and_over", first=decade) if decade == self.decades[-1] else f"{decade}–{last}"


def too_young() -> Problem:
    """The kind no to somebody under 16 (S2)."""
    return Problem(Phrase("age.too_young"))


class DaysQuestion(Ticking):
    """On which days the athlete can train: toggles, presets, or typed."""

    key = "days"
    field = "available_days"
    values = tuple(str(day) for day in WEEKDAYS)
    width = 4
    presets: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "p3": ("mon", "wed", "sat"),
        "p4": ("tue", "thu", "sat", "sun"),
        "p5": ("mon", "tue", "thu", "sat", "sun"),
        "p7": tuple(str(day) for day in WEEKDAYS),
    }
    _BY_COUNT: ClassVar[Mapping[int, tuple[str, ...]]] = {
        1: ("sat",),
        2: ("wed", "sat"),
        3: ("mon", "wed", "sat"),
        4: ("tue", "thu", "sat", "sun"),
        5: ("mon", "tue", "thu", "sat", "sun"),
        6: ("mon", "tue", "wed", "thu", "sat", "sun"),
    }

    def label(self, value: str, words: Words) -> str:
        """The weekday's short name."""
        return weekday_name(value, words)

    def card(self, situation: Situation, words: Words) -> Card:
        """Presets first, the suggested one marked; the week as toggles; Done once something is ticked."""
        suggested = self._suggested(situation)
        presets = [self._preset(key, words, suggested=key == suggested) for key in self.presets]
        ticked = self.ticked(situation)
        done = ((Choice(words("days.done", days=listed_days(ticked, words)), DONE),),) if ticked else ()
        return Card(words("ask.days"), (*in_rows(presets, 2), *self.tick_rows(situation, words), *done))

    def _suggested(self, situation: Situation) -> str:
        return "p3" if situation.athlete.profile.get("experience") in {"new", "returning"} else "p5"

    def _preset(self, key: str, words: Words, *, suggested: bool) -> Choice:
        label = words("days.every") if key == "p7" else listed_days(self.presets[key], words)
        return Choice(words("tick.suggested", label=label) if suggested else label, key)

    def read_tap(self, value: str, situation: Situation) -> Given:
        """A preset answers at once."""
        if value in self.presets:
            return Answer(list(self.presets[value]))
        return super().read_tap(value, situation)

    def read_text(self, text: str, situation: Situation) -> Given:
        """Days by name; a mere number of days ticks some, to be confirmed."""
        if is_done(text) and self.ticked(situation):
            return self.finish(self.ticked(situation), situation)
        days = read_days(text)
        if days is not None:
            return Answer([str(day) for day in WEEKDAYS if day in days])
        count = only_number(_OF_DAYS.sub(r"\1", in_figures(text)), "day days a per week times x each every any")
        if count is None and _ANY_DAYS.search(plain(text)):
            return Draft({TICKED: list(self.presets[self._suggested(situation)])})
        if count in self._BY_COUNT:
            return Draft({TICKED: list(self._BY_COUNT[int(count or 0)])})
        return self._within(text)

    def _within(self, text: str) -> Given:
        """Days named in a sentence; where it may exclude some, they are ticked to be confirmed."""
        found = None if is_log_like(text) else days_within(text)
        if found is None:
            return self.unclear()
        days = [str(day) for day in WEEKDAYS if day in found[0]]
        return Draft({TICKED: days}) if found[1] else Answer(days)

    def save(self, value: object, situation: Situation) -> None:
        """A long-run day that is no training day any more is asked again."""
        super().save(value, situation)
        profile = situation.athlete.profile
        if isinstance(value, list) and profile.get("long_run_day") not in value:
            situation.athlete.profile = {key: kept for key, kept in profile.items() if key != "long_run_day"}

    def told(self, athlete: Athlete, words: Words) -> str:
        """The days' short names."""
        value = self.value(athlete)
        return listed_days(value, words) if isinstance(value, list) else words("told.unknown")


def listed_days(days: object, words: Words) -> str:
    """Short names in the week's order: ``Mon Wed Sat``."""
    names = [weekday_name(str(day), words) for day in WEEKDAYS if isinstance(days, list | tuple) and str(day) in days]
    return " ".join(names)


class LongRunQuestion(ProfileQuestion):
    """On which of the training days the longest outing falls; the weekend is suggested."""

    key = "long"
    field = "long_run_day"
    skippable = True

    def applies(self, athlete: Athlete) -> bool:
        """Where there is a choice, as far as is known."""
        return "available_days" not in athlete.profile or len(self._days(athlete)) > 1

    def card(self, situation: Situation, words: Words) -> Card:
        """The training days, the suggested one first."""
        days = self._days(situation.athlete)
        best = suggested_long_day(days)
        first = [Choice(words("tick.suggested", label=weekday_name(best, words, short=False)), best)] if best else []
        rest = [Choice(weekday_name(day, words, short=False), day) for day in days if day != best]
        return Card(words("ask.long"), (tuple(first), *in_rows(rest, 3)) if first else in_rows(rest, 3))

    def read_tap(self, value: str, situation: Situation) -> Given:
        """A training day."""
        if value not in [str(day) for day in WEEKDAYS]:
            return stale_choice()
        return self._checked(value, situation)

    def read_text(self, text: str, situation: Situation) -> Given:
        """A day by name; of several the one that would be suggested."""
        days = read_days(text)
        if days is None and not is_log_like(text):
            days, excludes = days_within(text) or (None, False)
            days = None if excludes else days
        own = [day for day in self._days(situation.athlete) if days is not None and day in days]
        if len(own) > 1:
            return Answer(suggested_long_day(own))
        if days is None or len(days) != 1:
            return self.unclear()
        return self._checked(str(next(iter(days))), situation)

    def told(self, athlete: Athlete, words: Words) -> str:
        """The weekday's name."""
        value = self.value(athlete)
        return weekday_name(str(value), words, short=False) if value else words("told.coach_chooses")

    def _checked(self, day: str, situation: Situation) -> Given:
        return Answer(day) if day in self._days(situation.athlete) else Problem(Phrase("range.long"))

    def _days(self, athlete: Athlete) -> list[str]:
        days = athlete.profile.get("available_days") or []
        return [str(day) for day in WEEKDAYS if str(day) in days]


def suggested_long_day(days: list[str]) -> str | None:
    """Sunday, else Saturday, else the last training day."""
    return next((day for day in ("sun", "sat") if day in days), days[-1] if days else None)


class PromptTimeQuestion(Question):
    """When the daily prompt is wanted, by the athlete's own clock."""

    key = "time"
    presets: ClassVar[tuple[int, ...]] = (420, 360, 390, 450, 480, 540, 720, 1020, 1080)
    low: ClassVar[int] = 4 * 60
    high: ClassVar[int] = 22 * 60

    def known(self, athlete: Athlete) -> bool:
        """Whether an hour is set."""
        return athlete.prompt_minute is not None

    def card(self, situation: Situation, words: Words) -> Card:  # noqa: ARG002 — the same card for everybody
        """Usual hours, the suggested one first."""
        first = Choice(words("tick.suggested", label=minute_text(self.presets[0], words)), str(self.presets[0]))
        rest = [Choice(minute_text(minute, words), str(minute)) for minute in self.presets[1:]]
        return Card(words("ask.time"), ((first,), *in_rows(rest, 4)))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """Minutes after midnight."""
        return self._checked(int(value)) if value.isascii() and value.isdecimal() else stale_choice()

    def read_text(self, text: str, situation: Situation) -> Given:  # noqa: ARG002 — as above
        """A time of day."""
        minute = self.presets[0] if is_unsure(text) else read_time(text)
        if minute is None and not is_log_like(text):
            minute = time_within(text)
        return self.unclear() if minute is None else self._checked(minute)

    def save(self, value: object, situation: Situation) -> None:
        """Set the hour."""
        situation.athlete.prompt_minute = value if isinstance(value, int) else None

    def told(self, athlete: Athlete, words: Words) -> str:
        """The hour as the language writes it."""
        minute = athlete.prompt_minute
        return minute_text(minute, words) if minute is not None else words("told.unknown")

    def _checked(self, minute: int) -> Given:
        return Answer(minute) if self.low <= minute <= self.high else Problem(Phrase("range.time"))


def minute_text(minute: int, words: Words) -> str:
    """Minutes after midnight as a time of day."""
    return words.write(dt.time(minute // 60, minute % 60))
