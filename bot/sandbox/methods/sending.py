"""Messages the bot sends: text and places, and what they have in common with pictures and documents."""

from bot.sandbox.calls import Call
from bot.sandbox.methods.fields import MARKUP, answered_message, keyboard, message_text, open_chat
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import Chat, World

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "record_audio",
    "upload_audio",
    "upload_document",
    "find_location",
    "pick_up_location",
    "record_video_note",
    "upload_video_note",
    "choose_sticker",
}


async def send_message(world: World, call: Call) -> Json:
    """``sendMessage``."""
    text = message_text(call)
    return deliver(world, open_chat(world, call), call, text.as_json())


async def send_location(world: World, call: Call) -> Json:
    """``sendLocation``."""
    chat = open_chat(world, call)
    place = {name: _degrees(call, name) for name in ("latitude", "longitude")}
    if not (-90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180):
        raise bad_request("wrong location specified")
    return deliver(world, chat, call, {"location": place})


async def send_chat_action(world: World, call: Call) -> bool:
    """``sendChatAction``."""
    chat = open_chat(world, call)
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.journal.note("action", chat.id, action=call.text("action"))
    return True


def deliver(world: World, chat: Chat, call: Call, content: Json) -> Json:
    """Write a message of the bot with the parameters that every sending method takes.

    Raises:
        Refused: the message answered is gone, or the keyboard is not one.
    """
    markup = keyboard(call, chat)
    answered = answered_message(world, chat, call)
    inline = {MARKUP: markup} if markup is not None and "inline_keyboard" in markup else {}
    protected = {"has_protected_content": True} if call.flag("protect_content") else {}
    below = None if inline else markup
    sender = world.profile.as_user()
    return world.write(chat, answered | content | protected | inline, sender=sender, keyboard=below).content


def _degrees(call: Call, name: str) -> float:
    if not (given := call.text(name).strip()):
        raise bad_request(f"{name} is empty")
    try:
        return float(given)
    except ValueError:
        return 0.0


METHODS = {"sendmessage": send_message, "sendlocation": send_location, "sendchataction": send_chat_action}
