"""Plain messages: words, places and files, each for its one case."""

from telegram import Update

from bot.handlers.arrivals import filed_in, heard_in, located_in
from bot.turn import Turn


async def words(update: Update, turn: Turn) -> None:
    """Hear a text message, new or edited."""
    await turn.act(turn.house.routes.hear, heard_in(update))


async def place(update: Update, turn: Turn) -> None:
    """Take a shared place."""
    await turn.act(turn.house.routes.locate, located_in(update))


async def file(update: Update, turn: Turn) -> None:
    """Take a file; it is fetched and read as soon as this is kept."""
    await turn.act(turn.house.routes.take, filed_in(update))
    turn.house.wake_fetcher()
