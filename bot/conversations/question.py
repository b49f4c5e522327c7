"""A question as a value: what to ask, how to read a tap or typed words, what to save, what it came to.

A question knows no Telegram and keeps no state. What is known stands in the athlete; what is half answered (days
ticked, a decade tapped) in the draft, which the conversation's row carries from message to message.
"""

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

from bot.words import Words
from coach.phrases import Phrase
from storage.columns import Json
from storage.tables import Athlete


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question: what it says, and the value its tap carries."""

    label: str
    value: str


Choices = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it is put: Telegram HTML and rows of choices."""

    text: str
    choices: Choices = ()
    follows: bool = False
    """Asks on after half an answer: it is still the same question, and not counted again."""


@dataclass
class Situation:
    """What a question may know: the athlete so far, the present moment, and what is half answered."""

    athlete: Athlete
    now: dt.datetime
    draft: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that can be saved; ``value`` is JSON."""

    value: object


@dataclass(frozen=True, slots=True)
class Draft:
    """Half an answer: the card is shown again with it."""

    data: Json


@dataclass(frozen=True, slots=True)
class Problem:
    """No answer yet, and the sentence that says why. ``meant`` tells a wrong answer from words about something else."""

    phrase: Phrase
    meant: bool = True


Given = Answer | Draft | Problem


class Question(ABC):
    """One thing the coach wants to know. ``key`` is short, stands on the wire and in the catalogue (``ask.<key>``)."""

    key: ClassVar[str]
    skippable: ClassVar[bool] = False

    def applies(self, athlete: Athlete) -> bool:  # noqa: ARG002 — most questions are for everybody
        """Whether this athlete should be asked."""
        return True

    @abstractmethod
    def known(self, athlete: Athlete) -> bool:
        """Whether it is answered, or was skipped."""

    @abstractmethod
    def card(self, situation: Situation, words: Words) -> Card:
        """How it is put."""

    @abstractmethod
    def read_tap(self, value: str, situation: Situation) -> Given:
        """What a tap on one of its buttons means."""

    @abstractmethod
    def read_text(self, text: str, situation: Situation) -> Given:
        """What typed words mean."""

    def step_back(self, situation: Situation) -> Draft | None:  # noqa: ARG002 — most are asked in one card
        """Half an answer without its last part, where this question is asked in several cards; else ``None``."""
        return None

    def further_cards(self, situation: Situation) -> tuple[int, int]:  # noqa: ARG002 — as above
        """Which of the cards after its first one is open, from 1 (0: the first), and how many of them are counted."""
        return 0, 0

    def reopened(self, athlete: Athlete) -> Json | None:  # noqa: ARG002 — as above
        """The draft with which it opens for somebody who comes back to it: at its last card."""
        return None

    @abstractmethod
    def save(self, value: object, situation: Situation) -> None:
        """Write an answer into the athlete."""

    def skip(self, situation: Situation) -> None:
        """Remember that the athlete would rather not say."""
        self.save(None, situation)

    @abstractmethod
    def told(self, athlete: Athlete, words: Words) -> str:
        """What is known, in words: ``Mon, Wed, Sat``; a dash where nothing is."""

    def remark(self, athlete: Athlete, now: dt.datetime, words: Words) -> str:  # noqa: ARG002 — most need none
        """What the coach has to say to the answer, besides repeating it; usually nothing."""
        return ""

    def unclear(self) -> Problem:
        """What is said to words that are no answer: what an answer looks like."""
        return Problem(Phrase(f"hint.{self.key}"), meant=False)


class ProfileQuestion(Question):
    """A question whose answer is one field of the profile document; skipped is ``None`` in the document."""

    field: ClassVar[str]

    def known(self, athlete: Athlete) -> bool:
        """Whether the document has the field, be it null."""
        return self.field in athlete.profile

    def value(self, athlete: Athlete) -> object:
        """What the document holds, ``None`` where nothing is known."""
        return athlete.profile.get(self.field)

    def save(self, value: object, situation: Situation) -> None:
        """Write the field. The document is replaced, because a change inside it would not be noticed."""
        situation.athlete.profile = {**situation.athlete.profile, self.field: value}


def stale_choice() -> Problem:
    """What is said to a tap whose value the question no longer offers."""
    return Problem(Phrase("ask.gone"))
