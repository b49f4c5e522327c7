"""Questions with several answers at once: buttons that are ticked, presets, Done; or a list in words.

A tick's tap says what it turns to (``+mon``, ``-mon``), so that two taps on one button count once.
"""

from collections.abc import Collection, Sequence
from typing import ClassVar

from bot.conversations.question import (
    Answer,
    Choice,
    Choices,
    Draft,
    Given,
    Problem,
    ProfileQuestion,
    Situation,
    stale_choice,
)
from bot.conversations.typed.plain import plain
from bot.screens import in_rows
from bot.words import Words
from coach.phrases import Phrase

DONE = "ok"
_DONE_WORDS = frozenset({"done", "ok", "okay", "that's all", "thats all", "that's it", "yes", "right", "correct"})
TICKED = "ticked"


def is_done(text: str) -> bool:
    """Whether words mean the Done button."""
    return plain(text) in _DONE_WORDS


class Ticking(ProfileQuestion):
    """A question of which any number of answers are ticked; labels are ``choice.<key>.<value>``."""

    values: ClassVar[Sequence[str]]
    width: ClassVar[int] = 2

    def saved(self, situation: Situation) -> Collection[str]:
        """What was ticked the last time it was answered."""
        value = self.value(situation.athlete)
        return value if isinstance(value, list) else ()

    def ticked(self, situation: Situation) -> list[str]:
        """What is ticked now, in the question's order."""
        ticked = situation.draft.get(TICKED, self.saved(situation))
        return [value for value in self.values if value in ticked]

    def label(self, value: str, words: Words) -> str:
        """What the button of a value says, besides its tick."""
        return words(f"choice.{self.key}.{value}")

    def tick_rows(self, situation: Situation, words: Words) -> Choices:
        """A button for every value, ticked or not."""
        ticked = self.ticked(situation)
        return in_rows([self._button(value, words, ticked=value in ticked) for value in self.values], self.width)

    def _button(self, value: str, words: Words, *, ticked: bool) -> Choice:
        sign, key = ("-", "tick.on") if ticked else ("+", "tick.off")
        return Choice(words(key, label=self.label(value, words)), f"{sign}{value}")

    def read_tap(self, value: str, situation: Situation) -> Given:
        """A tick, or Done."""
        if value == DONE:
            return self.finish(self.ticked(situation), situation)
        sign, name = value[:1], value[1:]
        if sign not in {"+", "-"} or name not in self.values:
            return stale_choice()
        ticked = set(self.ticked(situation)) - {name} | ({name} if sign == "+" else set())
        return Draft({TICKED: [known for known in self.values if known in ticked]})

    def finish(self, ticked: list[str], situation: Situation) -> Given:  # noqa: ARG002 — subclasses may ask on
        """What Done means with these ticks."""
        return Answer(ticked) if ticked else Problem(Phrase(f"hint.{self.key}"))
