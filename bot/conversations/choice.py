"""Questions with a few answers to choose from: one tap, or the same in words."""

import re
from collections.abc import Mapping
from typing import ClassVar

from bot.conversations.question import (
    Answer,
    Card,
    Choice,
    Given,
    ProfileQuestion,
    Question,
    Situation,
    stale_choice,
)
from bot.conversations.typed.plain import words_of
from bot.conversations.typed.slips import mistyped
from bot.screens import in_rows
from bot.words import Words
from storage.tables import Athlete

_LOG_LIKE = re.compile(r"\d:\d\d|\bin \d|\brpe\b")


def is_log_like(text: str) -> bool:
    """Whether a text looks like a log: ``5k in 31:20``, ``rpe 6``."""
    return _LOG_LIKE.search(text.lower()) is not None


def match_words(text: str, spoken: Mapping[str, str]) -> str | None:
    """The value whose words stand in the text; the longest words win, a slip of the finger is forgiven.

    ``spoken`` maps a value to phrases parted by ``|``. A text that looks like a log matches nothing.
    """
    if is_log_like(text):
        return None
    said = f" {' '.join(words_of(text))} "
    phrases = {phrase: value for value, phrases in spoken.items() for phrase in phrases.split("|")}
    found = [phrase for phrase in phrases if f" {phrase} " in said]
    if not found:
        found = [phrase for phrase in phrases if mistyped(phrase, said.split())]
    return phrases[max(found, key=len)] if found else None


class Choosing(Question):
    """A question of which one answer is chosen.

    Labels are ``choice.<key>.<value>``; ``spoken`` holds what people type for each value, the suggested one first.
    """

    spoken: ClassVar[Mapping[str, str]]
    width: ClassVar[int] = 1

    def card(self, situation: Situation, words: Words) -> Card:  # noqa: ARG002 — the same card for everybody
        """All answers as buttons."""
        choices = [Choice(self.label(value, words), value) for value in self.spoken]
        return Card(words(f"ask.{self.key}"), in_rows(choices, self.width))

    def label(self, value: str, words: Words) -> str:
        """What the button of a value says."""
        return words(f"choice.{self.key}.{value}")

    def read_tap(self, value: str, situation: Situation) -> Given:  # noqa: ARG002 — the same for everybody
        """One of the values."""
        return Answer(value) if value in self.spoken else stale_choice()

    def read_text(self, text: str, situation: Situation) -> Given:  # noqa: ARG002 — as above
        """One of the values, by its words."""
        value = match_words(text, self.spoken)
        return Answer(value) if value is not None else self.unclear()


class ProfileChoosing(Choosing, ProfileQuestion):
    """A choice that is one field of the profile."""

    def told(self, athlete: Athlete, words: Words) -> str:
        """The chosen answer's label."""
        value = self.value(athlete)
        return self.label(str(value), words) if value is not None else words("told.unknown")


class Switch(Choosing):
    """A habit of the coach that is on or off; always known."""

    column: ClassVar[str]
    width = 2
    spoken: ClassVar[Mapping[str, str]] = {
        "on": "on|yes|y|yes please|please|sure|ok|okay|true|enable",
        "off": "off|no|n|no thanks|never|false|disable|dont|stop",
    }

    def label(self, value: str, words: Words) -> str:
        """Yes or no."""
        return words(f"switch.{value}")

    def known(self, athlete: Athlete) -> bool:  # noqa: ARG002 — it has a default
        """Always."""
        return True

    def save(self, value: object, situation: Situation) -> None:
        """Turn it on or off."""
        setattr(situation.athlete, self.column, value == "on")

    def told(self, athlete: Athlete, words: Words) -> str:
        """Yes or no."""
        return words("switch.on" if getattr(athlete, self.column) else "switch.off")
