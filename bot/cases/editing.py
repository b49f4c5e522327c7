"""Editing a log field by field, in its own card; deleting it, and bringing it back. By taps or by words."""

from functools import partial

from bot.cases.cards import card_ref, refresh_card, session_of, show_card
from bot.cases.correcting import correct, put_back, write_into
from bot.cases.fields import FIELDS, STEPPED, ImpossibleValueError, rows_of, set_tapped, set_typed
from bot.cases.restoring import as_if_always, put_back_in, replan, take_out
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from bot.views.log import deleted_screen, log_screen
from coach.errors import StaleButton
from storage.logs import entry_of, log_by_id
from storage.sayings import saying_by_id
from storage.tables import Log

CHOOSING = "edit"
"""The step at which a card shows its fields."""
DELETED = "deleted"
"""The step of a card whose log was deleted."""


def effort(desk: Desk, tapped: Tapped) -> None:
    """The effort was tapped on the scale."""
    log = _standing(desk, tapped)
    with as_if_always(desk, added=log.rpe is None):
        write_into(desk, log, rpe=int(tapped.tap.value))
        _changed(desk, log, tapped)


def edit(desk: Desk, tapped: Tapped) -> None:
    """Edit: the fields first, then the values of one; each value is saved when tapped."""
    log = _standing(desk, tapped)
    field, _, value = tapped.tap.value.partition(":")
    if field == "end":
        desk.toast(tapped.query_id)
        refresh_card(desk, log, tapped.message_id)
    elif value and not (field == "pain" and ":" not in value):
        with as_if_always(desk):
            correct(desk, log, partial(set_tapped, field, log, value, desk.today))
            _changed(desk, log, tapped, field if field in STEPPED else "")
    else:
        desk.toast(tapped.query_id)
        screen, ref = _editor(desk, log, field, value)
        desk.show(screen, message_id=tapped.message_id, ref=ref)


def edit_by_words(desk: Desk, log: Log, field: str = "") -> None:
    """*edit* in words: the fields, or the values of one, as a new message."""
    screen, ref = _editor(desk, log, field)
    desk.say(screen, ref=ref)


def answer_field(desk: Desk, log: Log, field: str, text: str) -> bool:
    """A typed value for the field that is open; true, for it is taken or refused in words."""
    try:
        with as_if_always(desk):
            correct(desk, log, partial(set_typed, field, log, text, desk))
            show_card(desk, log, session_of(desk, log))
    except ImpossibleValueError as refused:
        desk.say(Screen(desk.words(f"edit.wrong.{refused}"), rows_of(field, log, desk)), ref=f"{card_ref(log)}:{field}")
    return True


def field_named(text: str, desk: Desk) -> str | None:
    """The field that words name (``distance``), as its button does."""
    labels = {str(desk.words(f"field.{field}")).lower().rstrip("?"): field for field in FIELDS}
    return labels.get(text.lower().strip(" ?.!")) or (text.lower() if text.lower() in FIELDS else None)


def delete(desk: Desk, tapped: Tapped) -> None:
    """Delete a log; its card keeps the way back."""
    log = _standing(desk, tapped)
    desk.toast(tapped.query_id, desk.words("log.deleted_toast"))
    told = take_out(desk, log)
    desk.show(deleted_screen(log, desk.words), message_id=tapped.message_id, ref=f"{card_ref(log)}:{DELETED}")
    replan(desk, log, told, gone=True)


def delete_by_words(desk: Desk, log: Log) -> None:
    """*delete* in words; the answer keeps the way back."""
    told = take_out(desk, log)
    desk.say(deleted_screen(log, desk.words), ref=f"{card_ref(log)}:{DELETED}")
    replan(desk, log, told, gone=True)


def restore(desk: Desk, tapped: Tapped) -> None:
    """Bring a deleted log back.

    Raises:
        StaleButton: its message was edited since, and what it says now stands in the log.
    """
    log = log_of(desk, tapped)
    if _is_overtaken(desk, log):
        raise StaleButton
    desk.toast(tapped.query_id)
    told = put_back_in(desk, log)
    refresh_card(desk, log, tapped.message_id)
    replan(desk, log, told, gone=False)


def restore_by_words(desk: Desk, log: Log) -> None:
    """*undo* in words after a log was deleted."""
    told = put_back_in(desk, log)
    show_card(desk, log, session_of(desk, log))
    replan(desk, log, told, gone=False)


def uncorrect_by_words(desk: Desk, log: Log) -> None:
    """*undo* in words right after a log was corrected: the card as it was."""
    with as_if_always(desk):
        put_back(desk, log)
        desk.say(Screen(desk.words("undo.corrected")))
        show_card(desk, log, session_of(desk, log))


def log_of(desk: Desk, tapped: Tapped) -> Log:
    """The log a button belongs to, deleted or not.

    Raises:
        StaleButton: there is none, or it is somebody else's.
    """
    log = log_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if log is None:
        raise StaleButton
    return log


def _standing(desk: Desk, tapped: Tapped) -> Log:
    """The log a button belongs to, while it stands in the log.

    Raises:
        StaleButton: it was deleted, or an edited message took its place.
    """
    log = log_of(desk, tapped)
    if log.deleted_at is not None:
        raise StaleButton
    return log


def _is_overtaken(desk: Desk, log: Log) -> bool:
    """Whether the message that a log was read from says something else by now."""
    saying = saying_by_id(desk.session, desk.athlete_id, log.saying_id) if log.saying_id else None
    return saying is not None and saying.edited_at is not None and log.created_at < saying.edited_at


def _changed(desk: Desk, log: Log, tapped: Tapped, field: str = "") -> None:
    """Show the card again, or the same editor for step buttons."""
    desk.toast(tapped.query_id)
    if field:
        screen, ref = _editor(desk, log, field)
        desk.show(screen, message_id=tapped.message_id, ref=ref)
    else:
        refresh_card(desk, log, tapped.message_id)


def _editor(desk: Desk, log: Log, field: str, value: str = "") -> tuple[Screen, str]:
    """The head of the card with the fields, or with the values of one; and what the outbox remembers of it."""
    card = log_screen(log, entry_of(log), None, desk.words)
    question = desk.words(f"edit.{field}") if field else desk.words("edit.what")
    text = f"{card.text.partition(chr(10) * 2)[0]}\n\n{question}"
    return Screen(text, rows_of(field, log, desk, value)), f"{card_ref(log)}:{field or CHOOSING}"
