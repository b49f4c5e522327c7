"""What the bot says about itself: name, descriptions, commands, menu button."""

import re
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.profile import DEFAULT_SCOPE
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import World

MOST_COMMANDS = 100
SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}
BUTTONS = {"commands", "web_app", "default"}


async def get_me(world: World, _: Call) -> Json:
    """``getMe``."""
    return world.profile.as_me()


async def set_my_commands(world: World, call: Call) -> bool:
    """``setMyCommands``."""
    given: Any = call.json("commands", "Can't parse commands JSON object")
    if given is not None and not isinstance(given, list):
        raise bad_request("Expected an Array of BotCommand")
    commands = [_command(one) for one in given or []]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.set_commands(_scope(world, call), _language(call), commands)
    world.journal.note("commands")
    return True


async def get_my_commands(world: World, call: Call) -> list[Json]:
    """``getMyCommands``."""
    return world.profile.commands_of(_scope(world, call), _language(call))


async def delete_my_commands(world: World, call: Call) -> bool:
    """``deleteMyCommands``."""
    world.profile.set_commands(_scope(world, call), _language(call), [])
    world.journal.note("commands")
    return True


async def set_my_name(world: World, call: Call) -> bool:
    """``setMyName``."""
    return _set_text(world, call, "name", 64, "BOT_TITLE_INVALID")


async def set_my_description(world: World, call: Call) -> bool:
    """``setMyDescription``."""
    return _set_text(world, call, "description", 512, "DESCRIPTION_TOO_LONG")


async def set_my_short_description(world: World, call: Call) -> bool:
    """``setMyShortDescription``."""
    return _set_text(world, call, "short_description", 120, "ABOUT_TOO_LONG")


async def get_my_name(world: World, call: Call) -> Json:
    """``getMyName``."""
    return {"name": _text(world, call, "name") or world.profile.first_name}


async def get_my_description(world: World, call: Call) -> Json:
    """``getMyDescription``."""
    return {"description": _text(world, call, "description")}


async def get_my_short_description(world: World, call: Call) -> Json:
    """``getMyShortDescription``."""
    return {"short_description": _text(world, call, "short_description")}


async def set_chat_menu_button(world: World, call: Call) -> bool:
    """``setChatMenuButton``."""
    button: Any = call.json("menu_button", "Can't parse menu button JSON object")
    if button is not None and (not isinstance(button, dict) or button.get("type") not in BUTTONS):
        raise bad_request("Can't parse menu button: Invalid type specified")
    if (number := call.integer("chat_id")) and number not in world.people:
        raise bad_request("chat not found")
    world.profile.menu_buttons[number] = button or {"type": "default"}
    return True


async def get_chat_menu_button(world: World, call: Call) -> Json:
    """``getChatMenuButton``."""
    return world.profile.menu_buttons.get(call.integer("chat_id"), {"type": "commands"})


def _command(given: Any) -> Json:  # noqa: ANN401 — JSON as it came
    if not isinstance(given, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    name, description = given.get("command"), given.get("description")
    if not isinstance(name, str) or not isinstance(description, str):
        missing = "command" if not isinstance(name, str) else "description"
        raise bad_request(f"Can't parse BotCommand: Can't find field \"{missing}\"")
    if not re.fullmatch(r"/?[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description.strip()) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": description.strip()}


def _scope(world: World, call: Call) -> Json:
    scope: Any = call.json("scope", "Can't parse BotCommandScope JSON object")
    if scope is None:
        return DEFAULT_SCOPE
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if "chat" in scope["type"].split("_")[:1] and scope.get("chat_id") not in world.chats:
        raise bad_request("chat not found")
    return scope


def _language(call: Call) -> str:
    language = call.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _set_text(world: World, call: Call, name: str, limit: int, refusal: str) -> bool:
    if len(call.text(name)) > limit:
        raise bad_request(refusal)
    world.profile.texts[name, _language(call)] = call.text(name)
    return True


def _text(world: World, call: Call, name: str) -> str:
    texts = world.profile.texts
    return texts.get((name, _language(call))) or texts.get((name, ""), "")


METHODS = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmyname": set_my_name,
    "setmydescription": set_my_description,
    "setmyshortdescription": set_my_short_description,
    "getmyname": get_my_name,
    "getmydescription": get_my_description,
    "getmyshortdescription": get_my_short_description,
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
}
