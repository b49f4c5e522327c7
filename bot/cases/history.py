"""``/log`` and ``/history``: how to log, and everything logged so far."""

from bot.cases.binding import open_sessions
from bot.cases.cards import session_of, show_card
from bot.cases.editing import log_of
from bot.cases.training import training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.log import log_line
from coach.reader.filters import ALL, KINDS, Filter, filter_in
from storage.logs import browse_logs, logs_between
from storage.tables import Log

PAGE = 6
"""Logs on one page."""
LONGEST = 60
"""Characters of what was asked for that are said again."""


def log(desk: Desk) -> None:
    """``/log``: what can be written, with what is still open today."""
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    waiting = open_sessions(training_of(desk), desk.today, logs)
    text: str = desk.words("log.how")
    if waiting:
        text = f"{desk.words('log.open_today', session=waiting[0].title)}\n\n{text}"
    desk.say(Screen(text))


def history(desk: Desk, asked: str = "") -> None:
    """``/history``: the latest logs, each a button to its card; ``/history runs``, ``/history may``: some of them."""
    narrowed = filter_in(asked, desk.today)
    if narrowed is None:
        desk.say(Screen(desk.words("history.unknown", words=asked[:LONGEST])))
        return
    desk.say(_page(desk, None, narrowed))


def turn_page(desk: Desk, tapped: Tapped) -> None:
    """Older logs in the same message, other kinds, or one log's card as a new message."""
    desk.toast(tapped.query_id)
    if tapped.tap.value == "card":
        log = log_of(desk, tapped)
        show_card(desk, log, session_of(desk, log))
    else:
        narrowed = filter_in(tapped.tap.value, desk.today) or ALL
        desk.show(_page(desk, tapped.tap.subject, narrowed), message_id=tapped.message_id)


def _page(desk: Desk, before: int | None, narrowed: Filter) -> Screen:
    found = browse_logs(
        desk.session, desk.athlete_id, kinds=narrowed.kinds, days=narrowed.days, before_id=before, limit=PAGE + 1
    )
    rows = _filter_row(desk, narrowed)
    if not found:
        return Screen(
            desk.words("history.empty" if narrowed == ALL else "history.none"), rows if narrowed != ALL else ()
        )
    shown = found[:PAGE]
    lines = [f"{number}. {log_line(entry, desk.words)}" for number, entry in enumerate(shown, start=1)]
    text = "\n".join([desk.words("history.head"), "", *lines])
    older = shown[-1].id if len(found) > PAGE else None
    pages = _page_row(desk, older, narrowed, first=before is None)
    return Screen(text, (*_card_rows(desk, shown), *pages, *rows))


def _filter_row(desk: Desk, narrowed: Filter) -> Rows:
    """The kinds to narrow the log down to; the one that is chosen leads back to all of it."""
    names = [name for name in KINDS if name != narrowed.name]
    everything = [Button(desk.words("history.all"), Tap(Verb.HISTORY, desk.athlete_id))] if narrowed != ALL else []
    kinds = [Button(desk.words(f"history.{name}"), Tap(Verb.HISTORY, desk.athlete_id, value=name)) for name in names]
    return ((*everything, *kinds),)


def _card_rows(desk: Desk, shown: list[Log]) -> Rows:
    buttons = [
        Button(str(number), Tap(Verb.HISTORY, desk.athlete_id, entry.id, "card"))
        for number, entry in enumerate(shown, start=1)
    ]
    return (tuple(buttons),)


def _page_row(desk: Desk, older: int | None, narrowed: Filter, *, first: bool) -> Rows:
    row: list[Button] = []
    if not first:
        row.append(Button(desk.words("button.newest"), Tap(Verb.HISTORY, desk.athlete_id, value=narrowed.name)))
    if older is not None:
        row.append(Button(desk.words("button.older"), Tap(Verb.HISTORY, desk.athlete_id, older, narrowed.name)))
    return (tuple(row),) if row else ()
