"""``/broadcast``: shown to the operator exactly as it will look, and sent to everybody once the operator says so."""

from bot.desk import Desk
from bot.incoming import Ordered, Tapped
from bot.limits import TEXT_LIMIT
from bot.panel import Panel
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.words import Html
from coach.errors import StaleButton
from storage.broadcasts import audience, broadcast_of, cancel, confirm, draft
from storage.tables import Broadcast, BroadcastState

SEND = "go"
STOP = "no"


def broadcast(desk: Desk, ordered: Ordered, _: Panel) -> None:
    """``/broadcast TEXT``: the message itself, then how many would get it, and two buttons."""
    if not ordered.words or len(ordered.words) > TEXT_LIMIT:
        desk.say(Screen(desk.words("broadcast.how")))
        return
    row, count = draft(desk.session, ordered.sender.telegram_id, ordered.words, desk.now), audience(desk.session)
    desk.say(Screen(announcement(desk, row)))
    send = _button(row, SEND, desk.words("button.broadcast_send", n=count))
    stop = _button(row, STOP, desk.words("button.broadcast_discard"))
    desk.say(Screen(desk.words("broadcast.ask", n=count), ((send,), (stop,))))


def broadcast_tapped(desk: Desk, tapped: Tapped, panel: Panel) -> None:
    """Send, discard, or stop in the middle.

    Raises:
        StaleButton: there is no such broadcast of this operator's.
    """
    row = broadcast_of(desk.session, tapped.tap.athlete, tapped.tap.subject or 0)
    if row is None:
        raise StaleButton
    desk.toast(tapped.query_id)
    if tapped.tap.value == SEND:
        _send(desk, row, tapped.message_id)
        panel.wake_broadcaster()
    else:
        _stop(desk, row, tapped.message_id)


def announcement(desk: Desk, row: Broadcast) -> Html:
    """The message as everybody sees it: the operator's words as they stand."""
    return Html(desk.words.write(row.text))


def _send(desk: Desk, row: Broadcast, message_id: int) -> None:
    if row.state == BroadcastState.SENDING:
        return
    if not confirm(desk.session, row, desk.now):
        desk.show(Screen(desk.words("broadcast.old")), message_id=message_id)
        return
    stop = _button(row, STOP, desk.words("button.broadcast_stop"))
    desk.show(Screen(desk.words("broadcast.begun"), ((stop,),)), message_id=message_id)


def _stop(desk: Desk, row: Broadcast, message_id: int) -> None:
    begun = row.state == BroadcastState.SENDING
    if not cancel(desk.session, row, desk.now):
        desk.show(Screen(desk.words("broadcast.over")), message_id=message_id)
        return
    key = "broadcast.stopped" if begun else "broadcast.discarded"
    desk.show(Screen(desk.words(key, n=row.queued)), message_id=message_id)


def _button(row: Broadcast, value: str, label: str) -> Button:
    return Button(label, Tap(Verb.BROADCAST, row.operator, row.id, value))
