"""Editing a log field by field, in its own card; deleting it, and bringing it back."""

import datetime as dt
from collections.abc import Callable

from bot.cases.cards import card_ref, refresh_card
from bot.cases.plans import adapt
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.log import deleted_screen, log_screen
from coach.errors import StaleButton
from coach.session import SessionKind
from storage.logs import delete_log, entry_of, log_by_id, restore_log
from storage.tables import Log

FIELDS = ("effort", "minutes", "distance", "date", "kind", "status")
MINUTE_STEPS = (-10, -1, 1, 10)
METRE_STEPS = (-1000, -100, 100, 1000)
DAYS_BACK = 6
LONGEST_DAY = 24 * 60
FARTHEST = 300_000
"""Limits of what the step buttons may reach: a day of minutes, 300 km."""


def effort(desk: Desk, tapped: Tapped) -> None:
    """The effort was tapped on the scale."""
    log = log_of(desk, tapped)
    log.rpe = int(tapped.tap.value)
    _changed(desk, log, tapped)


def edit(desk: Desk, tapped: Tapped) -> None:
    """Edit: the fields first, then the values of one; each value is saved when tapped."""
    log = log_of(desk, tapped)
    field, _, value = tapped.tap.value.partition(":")
    if field == "end":
        desk.toast(tapped.query_id)
        refresh_card(desk, log, tapped.message_id)
    elif value:
        SET[field](log, value, desk.today)
        _changed(desk, log, tapped, field if field in STEPPED else "")
    else:
        desk.toast(tapped.query_id)
        _show_editor(desk, log, tapped, field)


def delete(desk: Desk, tapped: Tapped) -> None:
    """Delete a log; its card keeps the way back."""
    log = log_of(desk, tapped)
    desk.toast(tapped.query_id, desk.words("log.deleted_toast"))
    delete_log(desk.session, log, desk.now)
    desk.show(deleted_screen(log, desk.words), message_id=tapped.message_id, ref=card_ref(log))
    adapt(desk)


def restore(desk: Desk, tapped: Tapped) -> None:
    """Bring a deleted log back."""
    log = log_of(desk, tapped)
    desk.toast(tapped.query_id)
    restore_log(desk.session, log, desk.now)
    refresh_card(desk, log, tapped.message_id)
    adapt(desk)


def log_of(desk: Desk, tapped: Tapped) -> Log:
    """The log a button belongs to, deleted or not.

    Raises:
        StaleButton: there is none, or it is somebody else's.
    """
    log = log_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if log is None:
        raise StaleButton
    return log


def _changed(desk: Desk, log: Log, tapped: Tapped, field: str = "") -> None:
    """Save, show the card again (or the same editor, for step buttons), and plan again."""
    desk.toast(tapped.query_id)
    desk.session.add(log)
    desk.session.flush()
    if field:
        _show_editor(desk, log, tapped, field)
    else:
        refresh_card(desk, log, tapped.message_id)
    adapt(desk)


def _show_editor(desk: Desk, log: Log, tapped: Tapped, field: str) -> None:
    card = log_screen(log, entry_of(log), None, desk.words)
    head = desk.words(f"edit.{field}") if field else desk.words("edit.what")
    rows = EDITORS[field](log, desk) if field in EDITORS else _field_rows(log, desk)
    text = f"{card.text.partition(chr(10) * 2)[0]}\n\n{head}"
    desk.show(Screen(text, rows), message_id=tapped.message_id, ref=card_ref(log))


def _button(log: Log, label: str, value: str) -> Button:
    return Button(label, Tap(Verb.EDIT_LOG, log.athlete_id, log.id, value))


def _field_rows(log: Log, desk: Desk) -> Rows:
    buttons = [_button(log, desk.words(f"field.{field}"), field) for field in FIELDS]
    return (tuple(buttons[:3]), tuple(buttons[3:]), _end_row(log, desk))


def _end_row(log: Log, desk: Desk) -> tuple[Button, ...]:
    return (_button(log, desk.words("button.finished"), "end"),)


def _effort_rows(log: Log, desk: Desk) -> Rows:
    buttons = tuple(_button(log, str(n), f"effort:{n}") for n in range(1, 11))
    return (buttons[:5], buttons[5:], _end_row(log, desk))


def _minute_rows(log: Log, desk: Desk) -> Rows:
    buttons = tuple(_button(log, desk.words("edit.step_minutes", step=f"{n:+d}"), f"minutes:{n}") for n in MINUTE_STEPS)
    return (buttons, _end_row(log, desk))


def _distance_rows(log: Log, desk: Desk) -> Rows:
    buttons = tuple(_button(log, desk.words("edit.step_metres", step=f"{n:+d}"), f"distance:{n}") for n in METRE_STEPS)
    return (buttons, _end_row(log, desk))


def _date_rows(log: Log, desk: Desk) -> Rows:
    days = [desk.today - dt.timedelta(days=back) for back in range(DAYS_BACK + 1)]
    buttons = [_button(log, desk.words("edit.day", day=day), f"date:{day.isoformat()}") for day in days]
    return (*(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)), _end_row(log, desk))


def _kind_rows(log: Log, desk: Desk) -> Rows:
    buttons = [_button(log, desk.words(f"kind.{kind}"), f"kind:{kind}") for kind in SessionKind]
    return (*(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2)), _end_row(log, desk))


def _status_rows(log: Log, desk: Desk) -> Rows:
    buttons = [
        _button(log, desk.words(f"status.{status}"), f"status:{status}") for status in ("done", "partial", "skipped")
    ]
    return (tuple(buttons), _end_row(log, desk))


EDITORS: dict[str, Callable[[Log, Desk], Rows]] = {
    "effort": _effort_rows,
    "minutes": _minute_rows,
    "distance": _distance_rows,
    "date": _date_rows,
    "kind": _kind_rows,
    "status": _status_rows,
}
"""The buttons for each field."""
STEPPED = frozenset({"minutes", "distance"})
"""Fields whose buttons change by steps and therefore stay."""


def _set_effort(log: Log, value: str, _today: dt.date) -> None:
    log.rpe = min(10, max(1, int(value)))


def _set_minutes(log: Log, value: str, _today: dt.date) -> None:
    log.minutes = float(min(LONGEST_DAY, max(1, round(log.minutes or 0) + int(value))))


def _set_distance(log: Log, value: str, _today: dt.date) -> None:
    log.distance_m = min(FARTHEST, max(0, (log.distance_m or 0) + int(value)))


def _set_date(log: Log, value: str, today: dt.date) -> None:
    log.date = min(today, dt.date.fromisoformat(value))


def _set_kind(log: Log, value: str, _today: dt.date) -> None:
    log.kind, log.activity = SessionKind(value), None


def _set_status(log: Log, value: str, _today: dt.date) -> None:
    log.status = value


SET: dict[str, Callable[[Log, str, dt.date], None]] = {
    "effort": _set_effort,
    "minutes": _set_minutes,
    "distance": _set_distance,
    "date": _set_date,
    "kind": _set_kind,
    "status": _set_status,
}
"""How a tapped value is written into its field."""
