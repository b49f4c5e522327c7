"""``/log`` and ``/history``: how to log, and everything logged so far."""

from bot.cases.binding import open_sessions
from bot.cases.cards import show_card
from bot.cases.editing import log_of
from bot.cases.training import training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.log import log_line
from storage.logs import browse_logs, logs_between
from storage.tables import Log

PAGE = 6


def log(desk: Desk) -> None:
    """``/log``: what can be written, with what is still open today."""
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    waiting = open_sessions(training_of(desk), desk.today, logs)
    text: str = desk.words("log.how")
    if waiting:
        text = f"{desk.words('log.open_today', session=waiting[0].title)}\n\n{text}"
    desk.say(Screen(text))


def history(desk: Desk) -> None:
    """``/history``: the latest logs, each a button to its card."""
    desk.say(_page(desk, None))


def turn_page(desk: Desk, tapped: Tapped) -> None:
    """Older logs in the same message, or one log's card as a new one."""
    desk.toast(tapped.query_id)
    if tapped.tap.value == "card":
        show_card(desk, log_of(desk, tapped))
    else:
        desk.show(_page(desk, tapped.tap.subject), message_id=tapped.message_id)


def _page(desk: Desk, before: int | None) -> Screen:
    found = browse_logs(desk.session, desk.athlete_id, before_id=before, limit=PAGE + 1)
    if not found:
        return Screen(desk.words("history.empty"))
    shown = found[:PAGE]
    lines = [f"{number}. {log_line(entry, desk.words)}" for number, entry in enumerate(shown, start=1)]
    text = "\n".join([desk.words("history.head"), "", *lines])
    older = shown[-1].id if len(found) > PAGE else None
    return Screen(text, (*_card_rows(desk, shown), *_page_row(desk, older, first=before is None)))


def _card_rows(desk: Desk, shown: list[Log]) -> Rows:
    buttons = [
        Button(str(number), Tap(Verb.HISTORY, desk.athlete_id, entry.id, "card"))
        for number, entry in enumerate(shown, start=1)
    ]
    return (tuple(buttons),)


def _page_row(desk: Desk, older: int | None, *, first: bool) -> Rows:
    row: list[Button] = []
    if not first:
        row.append(Button(desk.words("button.newest"), Tap(Verb.HISTORY, desk.athlete_id)))
    if older is not None:
        row.append(Button(desk.words("button.older"), Tap(Verb.HISTORY, desk.athlete_id, older)))
    return (tuple(row),) if row else ()
