"""Parameters that many methods share: the chat, the text with its entities, the message answered, the keyboard."""

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.html_text import HtmlReader
from bot.sandbox.keyboards import read_inline_markup, read_markup
from bot.sandbox.refusals import Json, bad_request, refused
from bot.sandbox.texts import (
    CAPTION_LIMIT,
    TEXT_LIMIT,
    FormattedText,
    fitting,
    utf16_length,
    with_found,
)
from bot.sandbox.world import Chat, Message, World

MARKUP = "reply_markup"
OWN_ENTITIES = {
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
}
FOUND_ENTITIES = {"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number"}


def known_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """The chat that a call names, whether or not the bot may write there.

    Raises:
        Refused: it is not named, not known, of a person who never wrote, or has become a supergroup.
    """
    if not (given := call.text(name).strip()):
        raise bad_request("chat_id is empty")
    chat = _find_chat(world, given)
    if chat is None or (chat.person is not None and not chat.person.has_written):
        if chat is not None and chat.person is not None and chat.person.seen_in_group:
            raise refused(403, "bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.moved_to})
    return chat


def _find_chat(world: World, given: str) -> Chat | None:
    if given.startswith("@"):
        named = (chat for chat in world.chats.values() if chat.person is None)
        return next((chat for chat in named if chat.description.get("username") == given[1:]), None)
    try:
        return world.chats.get(int(given))
    except ValueError:
        return None


def open_chat(world: World, call: Call) -> Chat:
    """The chat that a call names, if the bot may write there.

    Raises:
        Refused: it is not known, the person has blocked the bot, or the bot was put out.
    """
    chat = known_chat(world, call)
    if chat.person is not None and chat.person.blocks_bot:
        raise refused(403, "bot was blocked by the user")
    if not chat.has_bot:
        raise refused(403, f"bot was kicked from the {'group' if chat.type == 'group' else chat.type} chat")
    return chat


def message_of_call(chat: Chat, call: Call, missing: str) -> Message:
    """The message that a call names.

    Raises:
        Refused: none is named, or it is not there; ``missing`` is what Telegram says then.
    """
    if call.integer("message_id") <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.present(call.integer("message_id"))
    if message is None:
        raise bad_request(missing)
    return message


def message_text(call: Call) -> FormattedText:
    """The text of a message.

    Raises:
        Refused: it is empty, too long or marked wrongly.
    """
    if not call.text("text"):
        raise bad_request("message text is empty")
    text = formatted(call.text("text"), call.text("parse_mode"), call.json("entities", "Can't parse entities"))
    if not text.text:
        raise bad_request("text must be non-empty")
    return fitting(text, TEXT_LIMIT, "message is too long")


def caption(given: str, parse_mode: str, entities: Any) -> FormattedText:  # noqa: ANN401 — JSON as it came
    """The caption of a picture or a document; it may be empty.

    Raises:
        Refused: it is too long or marked wrongly.
    """
    return fitting(formatted(given, parse_mode, entities), CAPTION_LIMIT, "message caption is too long")


def formatted(text: str, parse_mode: str, entities: Any) -> FormattedText:  # noqa: ANN401 — JSON as it came
    """A text with its marks, from HTML or from entities that were sent along.

    Raises:
        Refused: the marks cannot be read.
    """
    mode = parse_mode.strip().lower()
    if not text or mode in {"", "none"}:
        return with_found(text, _given_entities(entities, text))
    if mode in {"markdown", "markdownv2"}:
        raise bad_request("Unsupported parse_mode: the sandbox reads HTML only")
    if mode != "html":
        raise bad_request("Unsupported parse_mode")
    reader = HtmlReader(text)
    reader.read()
    return with_found(reader.text, reader.entities)


def _given_entities(entities: Any, text: str) -> list[Json]:  # noqa: ANN401 — JSON as it came
    given = entities if isinstance(entities, list) else []
    return [entity for entity in map(_given_entity, given) if entity is not None and _inside(entity, text)]


def _given_entity(entity: Any) -> Json | None:  # noqa: ANN401 — JSON as it came
    if not isinstance(entity, dict):
        raise bad_request("Can't parse MessageEntity: expected an Object")
    for name in ("offset", "length", "type"):
        if name not in entity:
            raise bad_request(f"Can't parse MessageEntity: Can't find field \"{name}\"")
    if entity["type"] in FOUND_ENTITIES:
        return None
    if entity["type"] not in OWN_ENTITIES:
        raise bad_request("Can't parse MessageEntity: Unsupported type specified")
    return entity


def _inside(entity: Json, text: str) -> bool:
    offset, length = int(entity["offset"]), int(entity["length"])
    return offset >= 0 and 0 < length <= utf16_length(text) - offset


def answered_message(world: World, chat: Chat, call: Call) -> Json:
    """The field of a message that answers another one, from ``reply_parameters`` or the older parameter.

    Raises:
        Refused: the message answered is not there.
    """
    given = call.json("reply_parameters", "Can't parse reply parameters JSON object")
    if given is not None and not isinstance(given, dict):
        raise bad_request("Object expected as reply parameters")
    if given is None:
        number, lenient = call.integer("reply_to_message_id"), call.flag("allow_sending_without_reply")
    else:
        number, lenient = _number_of(given), bool(given.get("allow_sending_without_reply"))
    if number <= 0:
        return {}
    quoted = world.quoted(chat, number)
    if not quoted and not lenient:
        raise bad_request("message to be replied not found")
    return quoted


def _number_of(given: Json) -> int:
    if "message_id" not in given:
        raise bad_request("Can't parse reply parameters: Can't find field \"message_id\"")
    try:
        return int(given["message_id"])
    except (TypeError, ValueError):
        raise bad_request('Can\'t parse reply parameters: Field "message_id" must be of type Number') from None


def keyboard(call: Call, chat: Chat) -> Json | None:
    """The keyboard of a new message.

    Raises:
        Refused: Telegram would not take it.
    """
    value = call.json(MARKUP, "Can't parse reply keyboard markup JSON object")
    return read_markup(value, private=chat.type == "private")


def inline_keyboard(call: Call) -> Json | None:
    """The keyboard of an edited message.

    Raises:
        Refused: Telegram would not take it.
    """
    return read_inline_markup(call.json(MARKUP, "Can't parse reply keyboard markup JSON object"))
