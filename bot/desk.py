"""The desk a case works at: one transaction, the athlete it is about, and a way to speak.

Everything a case does commits together: the rows it writes, the conversation's state, and what it says, which is a
row in the outbox. A case never talks to Telegram.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Concatenate, NamedTuple, ParamSpec
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.limits import TOAST_LIMIT, split_text
from bot.screens import Rows, Screen
from bot.words import Words
from coach.errors import NotYours
from coach.history import Entry
from storage.outbox import Newest, queue_call, queue_message
from storage.tables import Athlete, Lane

P = ParamSpec("P")


class Said(NamedTuple):
    """A Bot API call that a case queued, with its row's id; the answer to a tap belongs to no chat."""

    id: int
    chat_id: int | None
    method: str
    payload: dict[str, Any]


class Lately(NamedTuple):
    """The newest message that still takes an answer, as it was when so many messages were said here."""

    said: int
    newest: Newest | None


@dataclass
class Righting:
    """Logs that are being put right: the history that what is kept follows from, and whether to plan again after it."""

    history: tuple[Entry, ...]
    replans: bool = False


@dataclass
class Desk:
    """What a case has at hand. ``athlete`` is ``None`` only before the first ``/start``."""

    session: Session
    now: dt.datetime
    chat_id: int
    words: Words
    athlete: Athlete | None = None
    lane: Lane = Lane.ANSWER
    said: list[Said] = field(default_factory=list)
    useful_until: dt.datetime | None = None
    """After which what is said here is not worth sending; ``None``: always worth it."""
    lately: Lately | None = None
    """What ``bot.refs.newest_said`` found, looked up once as long as nothing more is said."""
    righting: Righting | None = None
    """Set while logs are put right: what follows for the plan is worked out once, when that is done."""

    @property
    def zone(self) -> ZoneInfo:
        """The athlete's time zone; UTC until it is known."""
        return ZoneInfo(self._zone)

    @property
    def today(self) -> dt.date:
        """The date on the athlete's own calendar."""
        return self.date_at(self.now)

    def date_at(self, moment: dt.datetime) -> dt.date:
        """The athlete's own date at a moment."""
        return _date_at(moment, self._zone)

    @property
    def _zone(self) -> str:
        return (self.athlete.zone if self.athlete is not None else None) or "UTC"

    @property
    def owner(self) -> Athlete:
        """The athlete, where a case cannot go on without one.

        Raises:
            NotYours: nobody is registered in this chat.
        """
        if self.athlete is None:
            raise NotYours
        return self.athlete

    @property
    def athlete_id(self) -> int:
        """The athlete's id.

        Raises:
            NotYours: nobody is registered in this chat.
        """
        if self.owner.id is None:
            raise NotYours
        return self.owner.id

    def say(self, screen: Screen, *, ref: str | None = None, reply_to: int | None = None, silent: bool = False) -> None:
        """Queue a message; a long one goes out in pieces, the buttons under the last. A silent one makes no sound."""
        pieces = split_text(screen.text)
        for number, text in enumerate(pieces, start=1):
            payload = self._text(text) | ({"disable_notification": True} if silent else {})
            markup = screen.reply_markup() if number == len(pieces) else None
            if markup is not None:
                payload["reply_markup"] = markup
            if reply_to is not None and number == 1:
                payload["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
            self.queue("send_message", payload, ref=ref)

    def show(self, screen: Screen, *, message_id: int, ref: str | None = None) -> None:
        """Queue an edit of a message already there: new text, new buttons."""
        payload = self._text(split_text(screen.text)[0]) | {"message_id": message_id}
        if screen.rows:
            payload["reply_markup"] = screen.reply_markup()
        self.queue("edit_message_text", payload, ref=ref)

    def set_rows(self, rows: Rows, *, message_id: int) -> None:
        """Queue new buttons, or none, under a message whose text stays."""
        keyboard = [[button.to_telegram() for button in row] for row in rows]
        payload = {"chat_id": self.chat_id, "message_id": message_id, "reply_markup": {"inline_keyboard": keyboard}}
        self.queue("edit_message_reply_markup", payload)

    def toast(self, query_id: str, text: str | None = None, *, alert: bool = False) -> None:
        """Queue the answer to a tap: silence, a short notice above the chat, or an alert."""
        payload: dict[str, Any] = {"callback_query_id": query_id}
        if text:
            payload |= {"text": text[:TOAST_LIMIT], "show_alert": alert}
        # Bound to no chat: a tap is answered at once, not after the messages that wait for the chat's limit.
        self._queue(None, "answer_callback_query", payload)

    def queue(self, method: str, payload: dict[str, Any], *, ref: str | None = None) -> None:
        """Queue any Bot API call."""
        self._queue(self.chat_id, method, payload, ref)

    def send_document(self, content: bytes, name: str, caption: str, *, ref: str | None = None) -> None:
        """Queue a file with words under it; its name is written as ``strftime`` writes today."""
        self._send_file("document", content, name, caption, ref)

    def send_photo(self, content: bytes, name: str, caption: str, *, ref: str | None = None) -> None:
        """Queue a picture with words under it; its name is written as ``strftime`` writes today."""
        self._send_file("photo", content, name, caption, ref)

    def _send_file(self, kind: str, content: bytes, name: str, caption: str, ref: str | None) -> None:
        payload = {"chat_id": self.chat_id, kind: "attach://file", "caption": caption, "parse_mode": "HTML"}
        queue_message(
            self.session,
            self.chat_id,
            f"send_{kind}",
            payload,
            self.now,
            ref=ref,
            attachment=content,
            attachment_name=self.today.strftime(name),
        )

    def _queue(self, chat_id: int | None, method: str, payload: dict[str, Any], ref: str | None = None) -> None:
        until = self.useful_until
        row = queue_call(self.session, chat_id, method, payload, self.now, lane=self.lane, ref=ref, useful_until=until)
        self.said.append(Said(row, chat_id, method, payload))

    def _text(self, text: str) -> dict[str, Any]:
        return {
            "chat_id": self.chat_id,
            "text": text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }


@lru_cache(maxsize=64)
def _date_at(moment: dt.datetime, zone: str) -> dt.date:
    """The date of a moment in a zone; a turn asks for it a dozen times."""
    return moment.astimezone(ZoneInfo(zone)).date()


Case = Callable[Concatenate[Desk, P], None]
"""One thing a person can do: a plain function of a desk and what arrived, run inside one transaction."""
