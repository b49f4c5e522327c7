"""The daily cases by command and by button: the tables of ``commands`` and ``taps`` take them in."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cases import (
    answers,
    asked,
    editing,
    finishing,
    growing,
    guided,
    history,
    learning,
    measuring,
    moving,
    pausing,
    picturing,
    plans,
    printing,
    progress,
    report,
    room,
    today,
    undo,
    units,
    weekly,
)
from bot.cases.onboarding import not_ready
from bot.desk import Case, Desk
from bot.incoming import Ordered, Tapped
from bot.slow import SlowCase
from bot.taps import Verb


def _plain(case: Callable[[Desk], None]) -> Case[[Ordered]]:
    """A command that takes no words after it."""
    return lambda desk, _ordered: case(desk)


def _planned(case: Callable[[Desk], None]) -> Case[[Ordered]]:
    """A command about the plan: who is still being asked sees the open question again."""

    def obey(desk: Desk, _ordered: Ordered) -> None:
        if not not_ready(desk):
            case(desk)

    return obey


def _told(case: Case[[str]]) -> Case[[Ordered]]:
    """A command about the plan that reads the words after it."""

    def obey(desk: Desk, ordered: Ordered) -> None:
        if not not_ready(desk):
            case(desk, ordered.words)

    return obey


def _today(desk: Desk, tapped: Tapped) -> None:
    """Today's sessions, or back to the prompt that the button stands under."""
    (today.today_tapped if tapped.tap.subject is None else answers.back)(desk, tapped)


def _resume(desk: Desk, tapped: Tapped) -> None:
    """Back after a pause, or well again after an illness, or not yet."""
    {"well": report.well, "rest": report.not_yet}.get(tapped.tap.value, pausing.resume)(desk, tapped)


def _pause(desk: Desk, ordered: Ordered) -> None:
    """A pause may be told with its command: ``/pause until friday``."""
    if not not_ready(desk):
        pausing.pause(desk, ordered.words)


DAILY_COMMANDS: Mapping[str, Case[[Ordered]]] = {
    "today": _planned(today.today),
    "week": _planned(plans.week),
    "plan": _planned(plans.plan),
    "log": _planned(history.log),
    "history": _told(history.history),
    "progress": _planned(progress.progress),
    "measure": _told(measuring.measure),
    "learn": _plain(learning.learn),
    "pain": _planned(report.pain),
    "pause": _pause,
    "rules": _plain(progress.rules),
    "report": _planned(weekly.report_week),
}
"""Commands about training, in the order of the menu."""

DAILY_TAPS: Mapping[Verb, Case[[Tapped]]] = {
    Verb.WEEK: plans.browse,
    Verb.TODAY: _today,
    Verb.DONE: finishing.done,
    Verb.SHORTER: answers.shorter,
    Verb.MOVE: moving.move,
    Verb.SKIP: answers.skip,
    Verb.HURTS: report.hurts,
    Verb.EFFORT: editing.effort,
    Verb.EDIT_LOG: editing.edit,
    Verb.DELETE_LOG: editing.delete,
    Verb.RESTORE_LOG: editing.restore,
    Verb.HISTORY: history.turn_page,
    Verb.UNDO_CHANGE: undo.undo,
    Verb.PAIN: report.pain_tapped,
    Verb.PAUSE: pausing.pause_tapped,
    Verb.RESUME: _resume,
    Verb.CLEARED: report.cleared,
    Verb.ASK: asked.asked,
    Verb.SLOW: asked.slow_down,
    Verb.GUIDE: guided.start,
    Verb.GUIDED: guided.tap,
    Verb.RULES: progress.rules_tapped,
    Verb.MEASURE: measuring.measure_tapped,
    Verb.LEARN: learning.learn_tapped,
    Verb.ROOM: room.room_made,
    Verb.LEVEL: growing.level_chosen,
    Verb.UNITS: units.unit_chosen,
    Verb.PRINT: printing.printed,
}
"""Buttons about training."""

DAILY_SLOW_TAPS: Mapping[Verb, SlowCase[Any, Any]] = {Verb.PROGRESS: picturing.PICTURE}
"""Buttons about training that take their time."""
