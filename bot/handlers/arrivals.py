"""Telegram's objects as our own values: the only place that reads python-telegram-bot's types."""

from telegram import CallbackQuery, Message, MessageOriginUser, Update

from bot.incoming import Filed, Heard, Located, Ordered, Sender, Tapped
from bot.taps import unpack
from coach.errors import UpdateRefused


def sender_of(update: Update) -> Sender:
    """Who wrote, in which chat.

    Raises:
        UpdateRefused: nobody did.
    """
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None:
        raise UpdateRefused
    return Sender(user.id, chat.id, user.first_name, user.language_code)


def order_of(update: Update) -> Ordered:
    """The command in a message: ``/pause@legwork_bot until friday`` is ``pause`` with ``until friday``."""
    message = _message(update)
    first, *rest = (message.text or "").split(maxsplit=1)
    name = first.removeprefix("/").partition("@")[0].lower()
    return Ordered(sender_of(update), message.message_id, name, rest[0].strip() if rest else "")


def heard_in(update: Update) -> Heard:
    """The words of a text message, or those under a picture."""
    message = _message(update)
    edited = update.edited_message is not None
    text = message.text or message.caption or ""
    return Heard(message.message_id, text, _reply_to(message), edited, sender_of(update))


def tapped_in(query: CallbackQuery) -> Tapped:
    """The meaning of a tap.

    Raises:
        StaleButton: the button is of another version, or none of ours.
        UpdateRefused: the button hangs on no message of a chat.
    """
    if query.message is None:
        raise UpdateRefused
    return Tapped(unpack(query.data or ""), query.message.message_id, query.id)


def located_in(update: Update) -> Located:
    """A shared place.

    Raises:
        UpdateRefused: the message holds none.
    """
    message = _message(update)
    if message.location is None:
        raise UpdateRefused
    return Located(message.message_id, message.location.latitude, message.location.longitude)


def filed_in(update: Update) -> Filed:
    """A document, new or edited. Words of somebody else under a file that is passed on are left out.

    Raises:
        UpdateRefused: the message holds none.
    """
    message = _message(update)
    document = message.document
    if document is None:
        raise UpdateRefused
    return Filed(
        message.message_id,
        document.file_id,
        document.file_name or "",
        document.file_size or 0,
        _reply_to(message),
        (message.caption or "") if _is_own(message) else "",
        message.media_group_id,
        update.edited_message is not None,
        document.file_unique_id,
    )


def _message(update: Update) -> Message:
    message = update.effective_message
    if message is None:
        raise UpdateRefused
    return message


def _is_own(message: Message) -> bool:
    """Whether the sender wrote it: at once, or as a message of theirs that is passed on."""
    origin = message.forward_origin
    if origin is None:
        return True
    return isinstance(origin, MessageOriginUser) and origin.sender_user == message.from_user


def _reply_to(message: Message) -> int | None:
    return message.reply_to_message.message_id if message.reply_to_message is not None else None
