"""``/progress`` and ``/rules``: an honest picture, and what the coach promises."""

import datetime as dt

from bot.cases.measuring import measured_by
from bot.cases.picturing import picture_button
from bot.cases.training import monday_of, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.measuring import trend_lines
from bot.views.progress import progress_text
from coach.summary import summarise, weeks_back

FOUR_WEEKS = dt.timedelta(days=28)
CHAPTERS = ("week", "progress", "change", "care", "sources")


def progress(desk: Desk) -> None:
    """``/progress``: this week, the last four, and the four before, in words; what was measured, as trends (S4)."""
    training, today = training_of(desk), desk.today
    one_day = dt.timedelta(days=1)
    week = summarise(training.history, monday_of(today), today)
    month = summarise(training.history, today - FOUR_WEEKS + one_day, today)
    before = summarise(training.history, today - 2 * FOUR_WEEKS + one_day, today - FOUR_WEEKS)
    measured = trend_lines(measured_by(desk), desk.words, today)
    text = progress_text(week, month, before, training.plan.fitness, desk.words, measured)
    button = picture_button(desk, weeks_back(training.history, today))
    desk.say(Screen(text, (button,) if button else ()))


def rules(desk: Desk) -> None:
    """``/rules``: the promises in plain words, a chapter at a time."""
    desk.say(_chapter(desk, CHAPTERS[0]))


def rules_tapped(desk: Desk, tapped: Tapped) -> None:
    """Another chapter of the rules, in the same message."""
    desk.toast(tapped.query_id)
    name = tapped.tap.value if tapped.tap.value in CHAPTERS else CHAPTERS[0]
    desk.show(_chapter(desk, name), message_id=tapped.message_id)


def _chapter(desk: Desk, name: str) -> Screen:
    buttons = [
        Button(desk.words(f"rules.{other}.title"), Tap(Verb.RULES, desk.athlete_id, value=other))
        for other in CHAPTERS
        if other != name
    ]
    rows: Rows = (tuple(buttons[:2]), tuple(buttons[2:]))
    return Screen(desk.words(f"rules.{name}"), rows)
