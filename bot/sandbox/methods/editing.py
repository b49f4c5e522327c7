"""Messages the bot changes or takes back."""

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.methods.fields import (
    MARKUP,
    caption,
    inline_keyboard,
    known_chat,
    message_of_call,
    message_text,
    open_chat,
)
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import Chat, Message, World

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETABLE_SECONDS = 48 * 3600
MOST_DELETED = 100
MEDIA = ("photo", "document", "animation", "audio", "video")
TEXT_FIELDS = {"text", "entities", MARKUP}
CAPTION_FIELDS = {"caption", "caption_entities", MARKUP}


async def edit_message_text(world: World, call: Call) -> Json:
    """``editMessageText``."""
    text = message_text(call)
    chat, message = editable(world, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return change(world, chat, message, without(message, TEXT_FIELDS) | text.as_json() | markup_of(call))


async def edit_message_caption(world: World, call: Call) -> Json:
    """``editMessageCaption``."""
    entities = call.json("caption_entities", "Can't parse caption entities")
    text = caption(call.text("caption"), call.text("parse_mode"), entities)
    chat, message = editable(world, call)
    if not any(name in message.content for name in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return change(world, chat, message, without(message, CAPTION_FIELDS) | text.as_json("caption") | markup_of(call))


async def edit_message_reply_markup(world: World, call: Call) -> Json:
    """``editMessageReplyMarkup``."""
    chat, message = editable(world, call)
    return change(world, chat, message, without(message, {MARKUP}) | markup_of(call))


async def delete_message(world: World, call: Call) -> bool:
    """``deleteMessage``."""
    chat = known_chat(world, call)
    message = message_of_call(chat, call, "message to delete not found")
    if not _deletable(world, chat, message):
        raise bad_request("message can't be deleted")
    _delete(world, chat, message)
    return True


async def delete_messages(world: World, call: Call) -> bool:
    """``deleteMessages``: what is not there is passed over."""
    chat = known_chat(world, call)
    numbers: Any = call.json("message_ids", "Can't parse message identifiers JSON object")
    if not isinstance(numbers, list):
        raise bad_request("Expected an Array of message identifiers")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST_DELETED:
        raise bad_request("too many message identifiers specified")
    for message in (chat.present(int(number)) for number in numbers):
        if message is not None and _deletable(world, chat, message):
            _delete(world, chat, message)
    return True


def editable(world: World, call: Call) -> tuple[Chat, Message]:
    """The message of the bot that a call wants to change.

    Raises:
        Refused: it is not named, not there, or somebody else's.
    """
    if not call.text("chat_id") and not call.text("inline_message_id"):
        raise bad_request("message identifier is not specified")
    if call.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = open_chat(world, call)
    message = message_of_call(chat, call, "message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    return chat, message


def change(world: World, chat: Chat, message: Message, content: Json) -> Json:
    """Put the new content in the place of the old one.

    Raises:
        Refused: nothing would change.
    """
    if content == without(message, set()):
        raise bad_request(UNCHANGED)
    world.rewrite(chat, message, content | {"edit_date": world.moment()})
    return message.content


def markup_of(call: Call) -> Json:
    """The keyboard of the new content; an edit without one takes the old one away."""
    markup = inline_keyboard(call)
    return {} if markup is None else {MARKUP: markup}


def without(message: Message, fields: set[str]) -> Json:
    """The message's content without some fields and without the date of its last edit."""
    return {name: value for name, value in message.content.items() if name not in fields | {"edit_date"}}


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    fresh = world.moment() - message.date < DELETABLE_SECONDS
    return fresh and (message.by_bot or chat.person is not None)


def _delete(world: World, chat: Chat, message: Message) -> None:
    message.deleted = True
    world.journal.note("deleted", chat.id, message_id=message.id)


METHODS = {
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
}
