"""Updates that no honest app of Telegram's would send: the sandbox refuses them, so they are put in behind it."""

from itertools import count
from typing import Any

from tests.chats.driver import Person
from tests.chats.running import House

_IDS = count(2_000_000_000)


def an_update(person: Person, **content: Any) -> dict[str, Any]:  # noqa: ANN401 — JSON
    """An update of this person's private chat with a message of this content."""
    number = next(_IDS)
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    sender = {"id": person.id, "is_bot": False, "first_name": person.name}
    message = {"message_id": number % 1_000_000 + 500_000, "date": 1, "chat": chat, "from": sender, **content}
    return {"update_id": number, "message": message}


def a_forged_tap(person: Person, data: str, message_id: int = 1) -> dict[str, Any]:
    """A tap with whatever data, on whatever message, by this person."""
    made = an_update(person, text="a message of the bot")
    under = made["message"] | {"message_id": message_id, "from": {"id": 1, "is_bot": True, "first_name": "Legwork"}}
    query = {"id": str(made["update_id"]), "from": made["message"]["from"], "data": data, "message": under}
    return {"update_id": made["update_id"], "callback_query": query | {"chat_instance": "1"}}


async def forges(house: House, person: Person, *taps: str, under: int = 1) -> None:
    """Have forged taps arrive as if Telegram had sent them."""
    await house.program.keep([a_forged_tap(person, data, under) for data in taps])
