"""The bot's own card: its name, what it says about itself, its commands and its menu button."""

import json
from dataclasses import dataclass, field

from bot.sandbox.refusals import Json

DEFAULT_SCOPE: Json = {"type": "default"}


@dataclass
class Profile:
    """What BotFather and the bot have set."""

    id: int
    first_name: str = "Legwork"
    username: str = "legwork_sandbox_bot"
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def as_user(self) -> Json:
        """The bot as the sender of a message."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def as_me(self) -> Json:
        """The answer to ``getMe``."""
        can = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        return self.as_user() | can

    def set_commands(self, scope: Json, language: str, commands: list[Json]) -> None:
        """Set the commands of one scope and language."""
        self.commands[_key(scope), language] = commands

    def commands_of(self, scope: Json, language: str) -> list[Json]:
        """Exactly the commands of one scope and language."""
        return self.commands.get((_key(scope), language), [])

    def commands_for(self, chat: Json, language: str) -> list[Json]:
        """The commands that a person who speaks ``language`` sees in a chat: the narrowest scope that has some."""
        kind = "all_private_chats" if chat["type"] == "private" else "all_group_chats"
        for scope in ({"type": "chat", "chat_id": chat["id"]}, {"type": kind}, DEFAULT_SCOPE):
            for tongue in (language, ""):
                if found := self.commands_of(scope, tongue):
                    return found
        return []


def _key(scope: Json) -> str:
    return json.dumps(scope, sort_keys=True)
