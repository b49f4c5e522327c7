"""Chats as the bot sees them: looking one up, leaving it, pinning a message."""

from bot.sandbox.calls import Call
from bot.sandbox.methods.fields import known_chat, message_of_call, open_chat
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import World


async def get_chat(world: World, call: Call) -> Json:
    """``getChat``."""
    chat = known_chat(world, call)
    return chat.description | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


async def leave_chat(world: World, call: Call) -> bool:
    """``leaveChat``."""
    chat = open_chat(world, call)
    if chat.person is not None:
        raise bad_request("chat member status can't be changed in private chats")
    chat.has_bot = False
    return True


async def pin_chat_message(world: World, call: Call) -> bool:
    """``pinChatMessage``."""
    chat = open_chat(world, call)
    message = message_of_call(chat, call, "message to pin not found")
    world.journal.note("pinned", chat.id, message_id=message.id)
    return True


METHODS = {"getchat": get_chat, "leavechat": leave_chat, "pinchatmessage": pin_chat_message}
