"""The methods of the Bot API, by their name in small letters: Telegram does not mind how they are written."""

from collections.abc import Awaitable, Callable, Mapping

from bot.sandbox.calls import Call
from bot.sandbox.methods import about, answering, editing, media, places, receiving, sending
from bot.sandbox.world import World

Method = Callable[[World, Call], Awaitable[object]]
METHODS: Mapping[str, Method] = {
    **receiving.METHODS,
    **sending.METHODS,
    **media.METHODS,
    **editing.METHODS,
    **answering.METHODS,
    **about.METHODS,
    **places.METHODS,
}

__all__ = ["METHODS", "Method"]
