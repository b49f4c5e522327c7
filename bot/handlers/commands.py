"""Commands: which case answers which, what an unlisted one hears, and the menu that Telegram shows."""

from telegram import Update

from bot.cases.unlisted import unlisted
from bot.handlers.arrivals import order_of
from bot.routes import Routes
from bot.slow import SlowCase
from bot.turn import Turn
from bot.words import words_for


async def obey(update: Update, turn: Turn) -> None:
    """Carry out a command, or say that there is no such one."""
    order = order_of(update)
    routes = turn.house.routes
    if order.name in routes.orders and order.sender.telegram_id in turn.house.settings.admin_ids:
        await turn.act(routes.orders[order.name], order, turn.house.panel())
        return
    case = routes.commands.get(order.name, unlisted)
    if isinstance(case, SlowCase):
        await turn.act_slowly(case)
    else:
        await turn.act(case, order)


def menu(routes: Routes, language: str = "en") -> list[dict[str, str]]:
    """The commands as Telegram's menu takes them, each with its one line from the catalogue."""
    words = words_for(language)
    return [{"command": name, "description": words(f"command.{name}")} for name in routes.commands]


def group_menu(language: str = "en") -> list[dict[str, str]]:
    """The menu of a group, where the coach only says where it coaches."""
    return [{"command": "start", "description": words_for(language)("group.command")}]


def operator_menu(routes: Routes, language: str = "en") -> list[dict[str, str]]:
    """The menu of an operator: everybody's commands, and theirs."""
    words = words_for(language)
    own = [{"command": name, "description": words(f"command.{name}")} for name in routes.orders]
    return [*menu(routes, language), *own]
