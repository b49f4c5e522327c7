"""A person in a chat with the bot, over HTTP against the sandbox: the hands of the end-to-end tests.

Everything waits on the server's long poll; nothing sleeps. A person who hears nothing fails with the whole chat.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, Self

import aiohttp

from tests.chats.script import BotMessage, write_event

PATIENCE = 30.0
"""Seconds in which whoever waits is sure to be answered, also where many tests share two cores with PostgreSQL."""
Json = dict[str, Any]


class HeardNothing(AssertionError):
    """The bot did not say what the person waited for; holds the chat so far."""


class Sandbox:
    """The people's side of a running sandbox server."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self.url = url
        self._session = session

    @classmethod
    @asynccontextmanager
    async def at(cls, url: str) -> AsyncIterator[Self]:
        """Connect to the server at ``url``."""
        async with aiohttp.ClientSession() as session:
            yield cls(url, session)

    async def call(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 — aiohttp's own options, and JSON
        """One request of the people's side; what it answers.

        Raises:
            AssertionError: the server says that it cannot be done.
        """
        async with self._session.request(method, f"{self.url}/sandbox/{path}", **options) as answer:
            body = await answer.json()
            assert answer.ok, f"{method} {path}: {body['error']}"
            return body

    async def person(self, first_name: str = "Ana", **details: object) -> "Person":
        """Somebody new who has not written to the bot yet."""
        user = await self.call("POST", "people", json={"first_name": first_name, **details})
        last = (await self.call("GET", "events", params={"after": 10**9}))["last"]
        return Person(self, user["id"], first_name, last)

    async def chat(self, kind: str, title: str, by: "Person | None" = None) -> int:
        """A group, supergroup or channel with the bot in it; its number. Added ``by`` somebody, the bot hears of it."""
        body = {"type": kind, "title": title} | ({"from": by.id} if by is not None else {})
        return int((await self.call("POST", "chats", json=body))["id"])

    async def clock_forward(self, **by: float) -> datetime:
        """Move the clock ahead, as in ``clock_forward(days=1, hours=2)``; the new moment."""
        seconds = timedelta(**by).total_seconds()
        return datetime.fromisoformat((await self.call("POST", "clock", json={"seconds": seconds}))["now"])

    async def clock_to(self, moment: datetime) -> datetime:
        """Move the clock ahead to a moment."""
        return datetime.fromisoformat((await self.call("POST", "clock", json={"to": moment.isoformat()}))["now"])

    async def now(self) -> datetime:
        """What time it is in the sandbox."""
        return datetime.fromisoformat((await self.call("GET", "clock"))["now"])


@dataclass
class Person:
    """Somebody who chats with the bot."""

    sandbox: Sandbox
    id: int
    name: str
    seen: int
    chat: int = 0
    bot: str = "Legwork"
    _inbox: list[Json] = field(default_factory=list)
    _story: list[Json] = field(default_factory=list)
    _messages: dict[int, BotMessage] = field(default_factory=dict)
    _told: int = 0

    def __post_init__(self) -> None:
        self.chat = self.chat or self.id

    async def says(self, text: str, reply_to: BotMessage | int | None = None) -> int:
        """Send a text, as an answer to ``reply_to`` where given; its number."""
        return await self._writes({"text": text}, reply_to)

    async def sends(self, *, reply_to: BotMessage | int | None = None, **content: Any) -> int:  # noqa: ANN401 — JSON
        """Send ``location={…}``, ``contact={…}``, ``sticker="👍"`` or ``forward="text"``; its number."""
        return await self._writes(content, reply_to)

    async def sends_file(self, name: str, content: bytes, **fields: object) -> int:
        """Send a file; fields are ``kind`` (document, photo, voice), ``caption``, ``reply_to`` and ``album``."""
        form = aiohttp.FormData({key: str(value) for key, value in fields.items()})
        form.add_field("from", str(self.id))
        form.add_field("file", BytesIO(content), filename=name)
        answer = await self.sandbox.call("POST", f"chats/{self.chat}/files", data=form)
        await self._catch_up(answer["seq"])
        return int(answer["message"]["message_id"])

    async def edits(self, message_id: int, text: str) -> None:
        """Change one of one's own messages."""
        body = {"text": text, "from": self.id}
        answer = await self.sandbox.call("PATCH", f"chats/{self.chat}/messages/{message_id}", json=body)
        await self._catch_up(answer["seq"])

    async def taps(self, label: str, on: BotMessage | int | None = None) -> None:
        """Press a button: by its label on the newest message that has it, or on the message given.

        A button of a reply keyboard sends its label as text, as Telegram's apps do.
        """
        await self._catch_up()
        label = self._as_written(label)
        message = self._message_with(label) if on is None else self._messages[_number(on)]
        if message is None or label not in message.inline_labels:
            assert message is None or on is None, self._fault(f"no button “{label}” on that message")
            assert label in await self._below(), self._fault(f"no button “{label}” in sight")
            await self.says(label)
            return
        body = {"label": label, "from": self.id}
        await self._presses(message.id, body)

    async def taps_data(self, on: BotMessage | int, data: str) -> None:
        """Press a button by its data."""
        await self._presses(_number(on), {"data": data, "from": self.id})

    async def hears(self, containing: str = "", within: float = PATIENCE) -> BotMessage:
        """The next message or edit of the bot; with ``containing``, the next one that holds these words.

        Raises:
            HeardNothing: there is none within that many seconds.
        """
        while True:
            event = await self._next({"message", "edited"}, within, containing or "anything")
            heard = BotMessage.of(event["message"], event.get("keyboard"))
            if containing in heard.text.replace("\u202f", " "):  # as people read it: a narrow space is a space
                return heard

    async def sees_toast(self, within: float = PATIENCE) -> str:
        """The line that the next answer to a tap shows; empty where it shows none."""
        return str((await self._next({"toast"}, within, "an answer to the tap"))["text"])

    async def blocks_bot(self) -> None:
        """Block the bot."""
        await self.sandbox.call("POST", f"people/{self.id}/block")

    async def unblocks_bot(self) -> None:
        """Let the bot write again."""
        await self.sandbox.call("POST", f"people/{self.id}/unblock")

    async def messages(self) -> list[BotMessage]:
        """Every message in the chat as it looks now."""
        shown = await self.sandbox.call("GET", f"chats/{self.chat}/messages")
        return [BotMessage.of(one["message"], one["keyboard"]) for one in shown]

    async def downloads(self, file_id: str) -> bytes:
        """The content of a file in the chat."""
        async with self.sandbox._session.get(f"{self.sandbox.url}/sandbox/files/{file_id}") as answer:
            return await answer.read()

    def transcript(self) -> str:
        """The chat as it went, with edits, up to the last thing heard or done, for people to read.

        What the bot said since then is left out, so that the same test always sees the same text.
        """
        return self._write([event for event in self._story if event["seq"] <= self._told])

    async def screen(self) -> str:
        """The chat as it looks now, edits in place."""
        shown = await self.sandbox.call("GET", f"chats/{self.chat}/messages")
        return self._write([{"kind": "message", **one} for one in shown])

    def _write(self, events: list[Json]) -> str:
        return "\n\n".join(filter(None, (write_event(event, self.name, self.bot) for event in events)))

    async def _writes(self, content: Json, reply_to: BotMessage | int | None) -> int:
        body = content | {"from": self.id}
        if reply_to is not None:
            body["reply_to"] = _number(reply_to)
        answer = await self.sandbox.call("POST", f"chats/{self.chat}/messages", json=body)
        await self._catch_up(answer["seq"])
        return int(answer["message"]["message_id"])

    async def _presses(self, message_id: int, body: Json) -> None:
        answer = await self.sandbox.call("POST", f"chats/{self.chat}/messages/{message_id}/taps", json=body)
        await self._catch_up(answer["seq"])

    async def _catch_up(self, told: int = 0) -> None:
        self._told = max(self._told, told)
        await self._fetch(0)

    async def _fetch(self, seconds: float) -> bool:
        query = {"after": str(self.seen), "timeout": str(seconds), "chat": str(self.chat)}
        events = (await self.sandbox.call("GET", "events", params=query))["events"]
        for event in events:
            self.seen = event["seq"]
            self._inbox.append(event)
            self._story.append(event)
            if event["kind"] in {"message", "edited"}:
                message = event["message"]
                self._messages[message["message_id"]] = BotMessage.of(message, event.get("keyboard"))
        return bool(events)

    async def _next(self, kinds: set[str], within: float, wanted: str) -> Json:
        while True:
            while self._inbox:
                event = self._inbox.pop(0)
                self._told = max(self._told, event["seq"])
                if event["kind"] in kinds and (event["kind"] == "toast" or event["by_bot"]):
                    return event
            if not await self._fetch(within):
                raise HeardNothing(self._fault(f"{self.name} waited {within:g} s for {wanted} and heard nothing"))

    def _as_written(self, label: str) -> str:
        """The label with the narrow spaces that the bot writes between a figure and its unit."""
        labels = {name for message in self._messages.values() for name in message.inline_labels}
        return next((name for name in labels if name.replace("\u202f", " ") == label), label)

    def _message_with(self, label: str) -> BotMessage | None:
        newest = sorted(self._messages.values(), key=lambda message: -message.id)
        return next((message for message in newest if label in message.inline_labels), None)

    async def _below(self) -> list[str]:
        shown = await self.sandbox.call("GET", f"chats/{self.chat}/messages")
        last: Json = next((one["keyboard"] for one in reversed(shown) if one["keyboard"]), {})
        return [button["text"] for row in last.get("keyboard", []) for button in row]

    def _fault(self, what: str) -> str:
        return f"{what}\n\nThe chat so far:\n\n{self._write(self._story)}"


def _number(message: BotMessage | int) -> int:
    return message if isinstance(message, int) else message.id
