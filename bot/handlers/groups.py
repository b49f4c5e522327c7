"""Groups: who calls the coach there is told where it coaches; whatever people say to each other is met with silence."""

from typing import Final

from telegram import Message, MessageEntity, Update

from bot.cases.groups import answer_group, follow_group, greet_group
from bot.turn import Turn

_ADDRESSED: Final[list[str | None]] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION, MessageEntity.BOT_COMMAND]


async def group(update: Update, turn: Turn) -> None:
    """Answer whoever calls the coach, and follow a group that becomes a supergroup."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await turn.act(follow_group, message.migrate_to_chat_id)
    elif _is_called(message, turn):
        await turn.act(answer_group, door(turn), message.message_id)


async def added(turn: Turn) -> None:
    """Greet a group that the coach was added to."""
    await turn.act(greet_group, door(turn))


def door(turn: Turn) -> str:
    """The address of the private chat with the coach."""
    return f"{turn.bot.link}?start=group"


def _is_called(message: Message, turn: Turn) -> bool:
    """Whether a message is meant for the coach: an answer to it, its name, or a command of its own."""
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == turn.bot.id:
        return True
    marked = message.parse_entities(_ADDRESSED) | message.parse_caption_entities(_ADDRESSED)
    return any(_is_address(entity, text, turn) for entity, text in marked.items())


def _is_address(entity: MessageEntity, text: str, turn: Turn) -> bool:
    """Whether these marked words are the coach's: ``/today`` and ``/today@legwork_bot``, and not ``/today@another``."""
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None and entity.user.id == turn.bot.id
    name, _, addressee = text.partition("@")
    if addressee:
        return addressee.lower() == turn.bot.username.lower()
    return entity.offset == 0 and name.removeprefix("/").lower() in turn.house.routes.commands
