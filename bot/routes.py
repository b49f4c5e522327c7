"""Which case answers what: one value that the handlers, ``/help`` and Telegram's menu read.

A command or a button that is not in it does not exist.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.activities.order import Outcome
from bot.desk import Case, Desk
from bot.incoming import Filed, Heard, Located, Ordered, Tapped
from bot.panel import Panel
from bot.screens import Screen
from bot.slow import SlowCase
from bot.taps import Verb
from storage.files import settle_file
from storage.prompts import mark_dropped
from storage.tables import ActivityFile, FileState, GuidedSession, Prompt


def no_words(desk: Desk, heard: Heard) -> None:
    """Nobody listens to plain words."""
    if not heard.edited:
        desk.say(Screen(desk.words("other.message")))


def no_place(desk: Desk, _: Located) -> None:
    """Nobody asked for a place."""
    desk.say(Screen(desk.words("other.place")))


def no_file(desk: Desk, _: Filed) -> None:
    """Nobody reads files."""
    desk.say(Screen(desk.words("other.file")))


def no_outcome(desk: Desk, row: ActivityFile, _: Outcome) -> None:
    """Nothing is made of files."""
    settle_file(desk.session, row, FileState.REFUSED, desk.now)


def no_waking(_desk: Desk, row: GuidedSession) -> None:
    """Nobody leads through sessions: the clock looks at this one no more."""
    row.wake_at = None


def no_prompt(desk: Desk, row: Prompt) -> None:
    """Nothing is to be said."""
    mark_dropped(desk.session, row)


def nothing() -> None:
    """Nothing is to be read."""


@dataclass(frozen=True)
class Routes:
    """The cases by what they answer. ``commands`` stand in the order in which the menu lists them."""

    commands: Mapping[str, Case[[Ordered]] | SlowCase[Any, Any]] = field(default_factory=dict)
    taps: Mapping[Verb, Case[[Tapped]]] = field(default_factory=dict)
    hear: Callable[[Desk, Heard], None] = no_words
    locate: Callable[[Desk, Located], None] = no_place
    take: Callable[[Desk, Filed], None] = no_file
    settle: Callable[[Desk, ActivityFile, Outcome], None] = no_outcome
    prompt: Callable[[Desk, Prompt], None] = no_prompt
    wake: Callable[[Desk, GuidedSession], None] = no_waking
    orders: Mapping[str, Case[[Ordered, Panel]]] = field(default_factory=dict)
    """Commands of operators; for everybody else they do not exist."""
    levers: Mapping[Verb, Case[[Tapped, Panel]]] = field(default_factory=dict)
    """Buttons of operators."""
    slow_taps: Mapping[Verb, SlowCase[Any, Any]] = field(default_factory=dict)
    """Buttons whose case takes its time."""
    read_in: Callable[[], object] = nothing
    """Reads what a case needs sooner or later, so that nobody waits for it."""
