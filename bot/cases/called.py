"""Words that ask for what a command shows: *what's on today?* is ``/today``, *my week* is ``/week``."""

from collections.abc import Callable, Mapping

from bot.cases import history, learning, pausing, plans, progress, report, settings, today
from bot.conversations.typed.plain import words_of
from bot.desk import Desk
from bot.screens import Screen


def _export(desk: Desk) -> None:
    """Where everything that is kept can be had."""
    desk.say(Screen(desk.words("wonder.coach.export")))


def _begin_again(desk: Desk) -> None:
    """How to change what was answered, and how to start from nothing."""
    desk.say(Screen(desk.words("start.back", name=desk.owner.name)))


_POLITE = frozenset({"please", "pls", "me", "show", "my", "the", "hi", "hey", "so", "ok", "coach", "again"})
_WORDS: Mapping[Callable[[Desk], None], str] = {
    today.today: "today|whats on today|whats on|whats today|what is on today|whats for today|what do i do today"
    "|what should i do today|what to do today|whats up today|todays session|todays training|session of today"
    "|what was today|what was on today|what have i got today|what do i have today|anything today|what now|whats next"
    "|what is next|should i run today|should i run|shall i run today|shall i go today|should i go today"
    "|should i train today|should i do anything today|should i run or rest today|do i run today|am i running today"
    "|should i rest today|is today rest day",
    plans.next_week: "next week|plan for next week|what is plan for next week|whats plan for next week"
    "|whats on next week|what is on next week|what do i do next week|next weeks plan",
    plans.week: "week|this week|whats on this week|what is on this week|whats this week|what do i do this week",
    plans.plan: "plan|training plan|whole plan|whats plan|what is plan",
    history.history: "history|log|logs|diary|what did i do",
    progress.progress: "progress|stats|how am i doing|statistics|am i on track|am i getting better|am i improving"
    "|can i see progress|see progress|how is it going so far|progress picture|progress chart|progress graph"
    "|chart of progress|graph of progress|picture of progress|charts|graphs|chart|graph|weight chart|weight graph"
    "|chart of weight|graph of weight"
    "|a chart|a graph|a chart of progress|a graph of progress|a picture of progress|a chart of weight|a graph of weight"
    "|hows plan looking|how is plan looking|hows training going|how is training going|hows training looking"
    "|hows it looking|how does it look|how do i look so far|hows it all going",
    progress.rules: "rules|promises",
    pausing.pause: "im away|i am away|away|away now|im on holiday|i am on holiday|on holiday|on vacation|im on vacation"
    "|i am on vacation|im travelling|im traveling|travelling|going away|im going away|i am going away|i need break"
    "|i need a break|need break|im off on holiday|going on holiday|im going on holiday",
    learning.learn: "learn|lessons|lesson",
    _export: "give all data|all data|data|i want data|i want all data|send all data|get data"
    "|export|export data|download",
    _begin_again: "start|start over|begin|restart|reset|start from scratch|start from zero|new start",
    settings.settings: "settings|options|profile|preferences|change settings",
    report.pain: "something hurts|pain|i have pain|it hurts|im in pain",
}
_CALLED: Mapping[str, Callable[[Desk], None]] = {
    phrase: case for case, phrases in _WORDS.items() for phrase in phrases.split("|")
}


def answer_called(desk: Desk, text: str) -> bool:
    """Show what the words ask for; false where they ask for nothing that a command shows."""
    case = _CALLED.get(" ".join(word for word in words_of(text) if word not in _POLITE))
    if case is None:
        return False
    case(desk)
    return True
