"""What arrives from Telegram, as plain values: the cases never see Telegram's own types."""

from dataclasses import dataclass

from bot.taps import Tap


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote, in which private chat."""

    telegram_id: int
    chat_id: int
    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """A text message. ``reply_to`` is the message it answers, ``edited`` whether it replaces its first text.

    ``sender`` wrote it; only somebody who is not known yet is asked for.
    """

    message_id: int
    text: str
    reply_to: int | None = None
    edited: bool = False
    sender: Sender | None = None


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on an inline button of the message ``message_id``."""

    tap: Tap
    message_id: int
    query_id: str


@dataclass(frozen=True, slots=True)
class Located:
    """A shared place, in degrees."""

    message_id: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Filed:
    """A file sent to the coach: Telegram's id for fetching it, its name and its size in bytes.

    ``caption`` is what was written under it; files sent together share an ``album``. ``edited``: its words, or the
    file itself, replace those that were sent at first. ``identity`` is Telegram's id for telling files apart.
    """

    message_id: int
    file_id: str
    name: str
    size: int
    reply_to: int | None = None
    caption: str = ""
    album: str | None = None
    edited: bool = False
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """A command: its ``name`` without the slash, and the ``words`` after it. ``sender`` is who gave it."""

    sender: Sender
    message_id: int
    name: str
    words: str = ""
