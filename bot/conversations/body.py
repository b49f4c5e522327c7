"""Body and heart, asked later: each with why, each skippable, no weight and height of minors (S2)."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from bot.conversations.amount import Measuring
from bot.conversations.basics import ADULT
from bot.conversations.choice import ProfileChoosing
from bot.conversations.health import flags_of
from bot.conversations.question import Situation
from bot.conversations.typed.amounts import read_height, read_weight
from bot.conversations.typed.numbers import only_number
from bot.words import Words
from bot.words.figures import write_number
from coach.profile import DistanceUnit, HealthFlag
from coach.units import INCH, POUND
from storage.tables import Athlete

LEARNT_FROM: Final = "weight_reading"
"""The field of the profile that holds the id of the reading a weight was learnt from, where it was not answered."""


class SexQuestion(ProfileChoosing):
    """Asked only because formulas differ by it."""

    key = "sex"
    field = "sex"
    skippable = True
    spoken: ClassVar[Mapping[str, str]] = {
        "female": "female|woman|f|girl|she|w",
        "male": "male|man|m|boy|he",
        "unspecified": "unspecified|other|rather not say|prefer not to say|none|neither|non binary|nonbinary|x",
    }


class HeightQuestion(Measuring):
    """Body height, for the careful first week of heavy beginners (P6) only."""

    key = "height"
    field = "height_cm"
    skippable = True
    low, high = 120, 230
    presets: ClassVar[Sequence[float]] = (155, 160, 165, 170, 175, 180, 185, 190)
    width = 4

    def applies(self, athlete: Athlete) -> bool:
        """Of adults only (S2)."""
        return is_adult(athlete)

    def amount(self, text: str, units: DistanceUnit) -> float | None:  # noqa: ARG002 — feet and inches say so themselves
        """Centimetres."""
        return read_height(text)

    def shown(self, value: float, words: Words) -> str:
        """Centimetres, or feet and inches where distances are miles."""
        if words.units is DistanceUnit.MI:
            feet, inches = divmod(round(value / INCH), 12)
            return f"{feet}′{inches}″"
        return words("amount.cm", value=write_number(value, words.language, 0))


class WeightQuestion(Measuring):
    """Body weight, for the careful first week of heavy beginners (P6) only."""

    key = "weight"
    field = "weight_kg"
    skippable = True
    low, high = 30, 300
    presets: ClassVar[Sequence[float]] = (50, 55, 60, 65, 70, 75, 80, 90, 100, 110, 120, 140)
    width = 4

    def save(self, value: object, situation: Situation) -> None:
        """Write the field; a weight that is answered no longer hangs on the reading it was learnt from."""
        super().save(value, situation)
        athlete = situation.athlete
        athlete.profile = {field: known for field, known in athlete.profile.items() if field != LEARNT_FROM}

    def applies(self, athlete: Athlete) -> bool:
        """Of adults only, and of nobody with an eating disorder (S2, S3)."""
        return is_adult(athlete) and HealthFlag.EATING_DISORDER not in flags_of(athlete)

    def amount(self, text: str, units: DistanceUnit) -> float | None:
        """Kilograms."""
        return read_weight(text, units)

    def shown(self, value: float, words: Words) -> str:
        """Kilograms, or pounds where distances are miles."""
        if words.units is DistanceUnit.MI:
            return words("amount.lb", value=write_number(value / POUND, words.language, 0))
        return words("amount.kg", value=write_number(value, words.language))


class HeartRateQuestion(Measuring):
    """A heart rate in beats a minute."""

    skippable = True

    def applies(self, athlete: Athlete) -> bool:
        """Not with a beta blocker: effort and the talk test count then (S2)."""
        return HealthFlag.BETA_BLOCKER not in flags_of(athlete)

    def amount(self, text: str, units: DistanceUnit) -> float | None:  # noqa: ARG002 — beats are beats
        """Beats a minute."""
        return only_number(text, "bpm beats per minute min hr heart rate resting max maximum highest pulse")

    def shown(self, value: float, words: Words) -> str:
        """Beats a minute."""
        return words("amount.bpm", value=round(value))


class RestingQuestion(HeartRateQuestion):
    """The pulse on waking; its range ends below where that of the highest heart rate begins."""

    key = "resting"
    field = "resting_hr"
    low, high = 30, 110
    presets: ClassVar[Sequence[float]] = (50, 55, 60, 65, 70, 75)


class MaximumQuestion(HeartRateQuestion):
    """The highest heart rate ever seen."""

    key = "maximum"
    field = "max_hr"
    low, high = 120, 230
    presets: ClassVar[Sequence[float]] = (165, 175, 180, 185, 190, 200)


def is_adult(athlete: Athlete) -> bool:
    """Whether the athlete is known to be 18 or older."""
    return int(athlete.profile.get("age") or 0) >= ADULT
