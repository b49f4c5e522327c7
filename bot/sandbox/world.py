"""The world around the bot: people, chats and the messages in them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.clock import MovableClock
from bot.sandbox.files import Files
from bot.sandbox.journal import Journal
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import Json
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

FIRST_PERSON = 1001
FIRST_GROUP = 2001


@dataclass
class Person:
    """Somebody with a Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "en"
    blocks_bot: bool = False
    has_written: bool = False
    seen_in_group: bool = False

    def as_user(self) -> Json:
        """A ``User``."""
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        shown = {name: value for name, value in optional.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | shown

    def as_chat(self) -> Json:
        """The private ``Chat`` with them."""
        return {name: value for name, value in self.as_user().items() if name not in {"is_bot", "language_code"}} | {
            "type": "private"
        }


@dataclass
class Message:
    """A message as the Bot API shows it, with what only the sandbox knows."""

    content: Json
    by_bot: bool
    keyboard: Json | None = None
    deleted: bool = False

    @property
    def id(self) -> int:
        """Its number in the chat."""
        return int(self.content["message_id"])

    @property
    def date(self) -> int:
        """When it was sent: seconds since 1970."""
        return int(self.content["date"])


@dataclass
class Chat:
    """A place for messages: with one person, a group, or a channel."""

    description: Json
    person: Person | None = None
    has_bot: bool = True
    moved_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def id(self) -> int:
        """Its number: a person's own, or a negative one."""
        return int(self.description["id"])

    @property
    def type(self) -> str:
        """``private``, ``group``, ``supergroup`` or ``channel``."""
        return str(self.description["type"])

    def present(self, message_id: int) -> Message | None:
        """A message that is there and not deleted."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


@dataclass
class Tap:
    """A button that was pressed and not yet answered."""

    id: str
    chat_id: int
    message_id: int
    person_id: int
    moment: int
    answered: bool = False


class World:
    """Everything that the server remembers."""

    def __init__(self, clock: MovableClock, token: str) -> None:
        self.clock = clock
        self.token = token
        self.profile = Profile(int(token.partition(":")[0]))
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.files = Files()
        self.journal = Journal()
        self.updates = Updates(clock)
        self.webhook = Webhook(self.updates, clock)
        self._message_numbers = itertools.count(1)
        self._group_numbers = itertools.count(FIRST_GROUP)

    def moment(self) -> int:
        """Now, in whole seconds since 1970."""
        return int(self.clock.now().timestamp())

    def add_person(
        self,
        first_name: str,
        person_id: int | None = None,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "en",
    ) -> Person:
        """Somebody new, with the private chat between them and the bot.

        Raises:
            ValueError: the number is taken.
        """
        number = person_id or max([FIRST_PERSON - 1, *self.people]) + 1
        if number in self.people:
            raise ValueError(number)
        person = self.people[number] = Person(number, first_name, last_name, username, language_code)
        self.chats[number] = Chat(person.as_chat(), person, numbers=self._message_numbers)
        self.journal.note("person", number, person=person.as_user())
        return person

    def add_chat(self, kind: str, title: str, username: str = "") -> Chat:
        """A group, supergroup or channel that the bot is in."""
        number = -next(self._group_numbers)
        own_numbers = kind in {"supergroup", "channel"}
        description = {"id": number - 10**12 if own_numbers else number, "type": kind, "title": title}
        if username:
            description["username"] = username
        chat = Chat(description, numbers=itertools.count(1) if own_numbers else self._message_numbers)
        self.chats[chat.id] = chat
        self.journal.note("chat", chat.id, chat=description)
        return chat

    def write(self, chat: Chat, content: Json, *, sender: Json | None, keyboard: Json | None = None) -> Message:
        """Put a message into a chat and into the journal."""
        head: Json = {"message_id": next(chat.numbers), "date": self.moment(), "chat": chat.description}
        origin = {"sender_chat": chat.description} if chat.type == "channel" else {"from": sender}
        by_bot = sender is not None and bool(sender["is_bot"])
        message = Message(head | origin | content, by_bot, keyboard)
        chat.messages[message.id] = message
        self.journal.note("message", chat.id, message=message.content, by_bot=by_bot, keyboard=keyboard)
        return message

    def rewrite(self, chat: Chat, message: Message, content: Json) -> None:
        """Replace what a message holds and put the edit into the journal."""
        message.content = content
        self.journal.note("edited", chat.id, message=content, by_bot=message.by_bot)

    def quoted(self, chat: Chat, message_id: int) -> Json:
        """The field of a message that answers another one; empty where that is gone."""
        original = chat.present(message_id)
        if original is None:
            return {}
        flat = {name: value for name, value in original.content.items() if name != "reply_to_message"}
        return {"reply_to_message": flat}
