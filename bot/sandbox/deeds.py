"""What people do: write, answer, tap, send things, edit, block the bot. Each deed becomes an update for the bot."""

from bot.sandbox.refusals import Json
from bot.sandbox.texts import TEXT_LIMIT, FormattedText, with_found
from bot.sandbox.world import Chat, Message, Person, Tap, World


class Impossible(Exception):
    """A deed that Telegram's apps do not offer; the text says why."""


def write(world: World, chat: Chat, person: Person, content: Json, reply_to: int | None = None) -> Message:
    """Send a message into a chat.

    Raises:
        Impossible: the person has blocked the bot, or the chat has moved.
    """
    if chat.person is not None and person.blocks_bot:
        raise Impossible("unblock the bot before you write to it")
    if chat.moved_to is not None:
        raise Impossible(f"the group has become {chat.moved_to}")
    if chat.person is None:
        person.seen_in_group = True
    else:
        person.has_written = True
    quoted = world.quoted(chat, reply_to) if reply_to is not None else {}
    message = world.write(chat, quoted | content, sender=person.as_user())
    _hand_over(world, chat, message, "channel_post" if chat.type == "channel" else "message")
    return message


def text_content(text: str) -> Json:
    """The content of a text message, with what Telegram marks in it.

    Raises:
        Impossible: nothing is left to send, or it is too long for one message.
    """
    marked = with_found(text, [])
    if not marked.text:
        raise Impossible("there is nothing to send")
    if len(marked.text) > TEXT_LIMIT:
        raise Impossible(f"a message holds {TEXT_LIMIT} characters; Telegram's apps would send several")
    return marked.as_json()


def caption_content(caption: str) -> Json:
    """The fields of a caption; none where it is empty."""
    return (with_found(caption, []) if caption else FormattedText("")).as_json("caption")


def forwarded(world: World, content: Json, name: str) -> Json:
    """Content that somebody else once wrote and that is passed on."""
    origin = {"type": "hidden_user", "sender_user_name": name, "date": world.moment() - 3600}
    return content | {"forward_origin": origin}


def edit(world: World, chat: Chat, person: Person, message_id: int, text: str) -> Message:
    """Change one's own message: its text, or the caption of what was sent.

    Raises:
        Impossible: it is not theirs or not there.
    """
    message = chat.present(message_id)
    if message is None or message.content.get("from", {}).get("id") != person.id:
        raise Impossible("only your own messages can be edited")
    if "forward_origin" in message.content or not {"text", "caption", "document", "photo"} & set(message.content):
        raise Impossible("there is no text of your own to edit")
    name = "text" if "text" in message.content else "caption"
    dropped = {name, "entities", "caption_entities"}
    kept = {key: value for key, value in message.content.items() if key not in dropped}
    new = text_content(text) if name == "text" else caption_content(text)
    world.rewrite(chat, message, kept | new | {"edit_date": world.moment()})
    _hand_over(world, chat, message, "edited_channel_post" if chat.type == "channel" else "edited_message")
    return message


def tap(
    world: World, chat: Chat, person: Person, message_id: int, data: str | None = None, label: str | None = None
) -> Tap:
    """Press a button under a message of the bot, found by its data or by its label.

    Raises:
        Impossible: there is no such button.
    """
    message = chat.present(message_id)
    button = _button(message, data, label) if message is not None else None
    if message is None or button is None:
        raise Impossible(f"there is no such button under message {message_id}")
    made = Tap(f"{4_000_000_000 + len(world.taps)}", chat.id, message_id, person.id, world.moment())
    world.taps[made.id] = made
    details = {"query_id": made.id, "message_id": message_id, "person_id": person.id, "label": button["text"]}
    world.journal.note("tap", chat.id, **details)
    query = {"id": made.id, "from": person.as_user(), "message": message.content, "chat_instance": f"{chat.id * 7919}"}
    world.updates.add("callback_query", query | {"data": button["callback_data"]})
    return made


def _button(message: Message, data: str | None, label: str | None) -> Json | None:
    rows: list[list[Json]] = message.content.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row if "callback_data" in button]
    fits = (one for one in buttons if (one["callback_data"] == data if data is not None else one["text"] == label))
    return next(fits, None)


def block(world: World, person: Person, *, blocks: bool) -> None:
    """Stop the bot, or let it write again."""
    if person.blocks_bot == blocks:
        return
    before, after = ("member", "kicked") if blocks else ("kicked", "member")
    person.blocks_bot = blocks
    world.journal.note("blocked", person.id, blocks=blocks)
    _membership(world, world.chats[person.id], person, before, after)


def add_bot(world: World, chat: Chat, person: Person) -> None:
    """Bring the bot into a group or channel."""
    chat.has_bot = True
    _membership(world, chat, person, "left", "member")


def remove_bot(world: World, chat: Chat, person: Person) -> None:
    """Put the bot out of a group or channel."""
    chat.has_bot = False
    _membership(world, chat, person, "member", "kicked")


def become_supergroup(world: World, chat: Chat, person: Person) -> Chat:
    """Turn a group into a supergroup: it gets a new number, and the old one only says so."""
    grown = world.add_chat("supergroup", str(chat.description["title"]))
    gone = world.write(chat, {"migrate_to_chat_id": grown.id}, sender=person.as_user())
    come = world.write(grown, {"migrate_from_chat_id": chat.id}, sender=person.as_user())
    world.updates.add("message", gone.content)
    world.updates.add("message", come.content)
    chat.moved_to = grown.id
    return grown


def _membership(world: World, chat: Chat, person: Person, before: str, after: str) -> None:
    bot = world.profile.as_user()
    old, new = ({"user": bot, "status": status} | _until(status) for status in (before, after))
    change = {"chat": chat.description, "from": person.as_user(), "date": world.moment()}
    world.updates.add("my_chat_member", change | {"old_chat_member": old, "new_chat_member": new})


def _until(status: str) -> Json:
    return {"until_date": 0} if status == "kicked" else {}


def _hand_over(world: World, chat: Chat, message: Message, kind: str) -> None:
    if chat.has_bot and (chat.person is not None or chat.type == "channel" or _concerns_bot(world, message)):
        world.updates.add(kind, message.content)


def _concerns_bot(world: World, message: Message) -> bool:
    """Whether a bot in privacy mode sees a message of a group: commands, mentions of it, answers to it."""
    content = message.content
    text = str(content.get("text", content.get("caption", "")))
    to_bot = content.get("reply_to_message", {}).get("from", {}).get("id") == world.profile.id
    return to_bot or text.startswith("/") or f"@{world.profile.username}" in text
