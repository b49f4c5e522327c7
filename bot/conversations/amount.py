"""Questions that are answered by a number: a few likely ones as buttons, any other typed."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from bot.conversations.question import Answer, Card, Choice, Given, Problem, ProfileQuestion, Situation
from bot.screens import in_rows
from bot.words import Words
from coach.phrases import Phrase
from coach.profile import DistanceUnit
from storage.tables import Athlete


class Measuring(ProfileQuestion):
    """A question for an amount from ``low`` to ``high`` (SI, the field's own unit).

    The catalogue's ``range.<key>`` says what can be true.
    """

    low: ClassVar[float]
    high: ClassVar[float]
    presets: ClassVar[Sequence[float]] = ()
    width: ClassVar[int] = 3

    @abstractmethod
    def shown(self, value: float, words: Words) -> str:
        """An amount in words."""

    @abstractmethod
    def amount(self, text: str, units: DistanceUnit) -> float | None:
        """The amount that a text names."""

    def offered(self, words: Words) -> Sequence[float]:  # noqa: ARG002 — distances differ by unit
        """The amounts to be tapped."""
        return self.presets

    def card(self, situation: Situation, words: Words) -> Card:  # noqa: ARG002 — the same card for everybody
        """The likely amounts as buttons."""
        choices = [Choice(self.shown(value, words), f"{value:g}") for value in self.offered(words)]
        return Card(words(f"ask.{self.key}"), in_rows(choices, self.width))

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """One of the amounts offered, or of the other unit's."""
        try:
            amount = float(value)
        except ValueError:
            return self.unclear()
        return self.checked(amount)

    def read_text(self, text: str, situation: Situation) -> Given:
        """An amount with or without its unit."""
        amount = self.amount(text, units_of(situation.athlete))
        return self.unclear() if amount is None else self.checked(amount)

    def checked(self, amount: float) -> Given:
        """The amount, if it can be true."""
        if not self.low <= amount <= self.high:
            return Problem(self.range_said())
        return Answer(int(amount) if float(amount).is_integer() else amount)

    def range_said(self) -> Phrase:
        """The sentence that says what can be true."""
        return Phrase(f"range.{self.key}")

    def told(self, athlete: Athlete, words: Words) -> str:
        """The amount in words."""
        value = self.value(athlete)
        return self.shown(value, words) if isinstance(value, int | float) else words("told.unknown")


def units_of(athlete: Athlete) -> DistanceUnit:
    """The athlete's units of distance; kilometres until they say otherwise."""
    return DistanceUnit(athlete.profile.get("units") or DistanceUnit.KM)
