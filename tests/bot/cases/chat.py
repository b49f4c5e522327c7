"""A chat without Telegram: cases are run at a desk, and what they queue is read as a person would read it."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session, col, select

from bot.cases import plans, prompts
from bot.cases.hear import hear
from bot.cases.training import training_of
from bot.desk import Desk
from bot.handlers.daily import DAILY_SLOW_TAPS, DAILY_TAPS
from bot.incoming import Heard, Tapped
from bot.readable import check
from bot.taps import unpack
from bot.words import words_for
from coach.session import RUN_KINDS
from storage.tables import Athlete, AthleteState, Log, OutboxMessage, Prompt, PromptKind, Receipt

PROFILE: dict[str, Any] = {
    "goal": "general_fitness",
    "start_date": "2026-11-30",
    "weeks": 12,
    "experience": "regular",
    "age": 34,
    "available_days": ["mon", "tue", "thu", "sat", "sun"],
    "long_run_day": "sun",
    "max_minutes": {"weekday": 60, "weekend": 100},
    "weekly_distance_m": 25_000,
    "longest_run_m": 9_000,
    "height_cm": 168,
    "weight_kg": 64,
    "health": {"flags": [], "cleared": False},
}


@dataclass
class Chat:
    """One athlete's chat: ``says`` and ``taps`` run the cases, ``heard`` is what the coach answered."""

    desk: Desk
    heard: list[str] = field(default_factory=list)
    """Texts of messages and edits since the last deed, in order."""
    buttons: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Buttons seen so far by label: callback data and the message they stand under; the newest wins."""
    toasts: list[str] = field(default_factory=list)
    _next_id: int = 100
    _read: int = 0

    @classmethod
    def with_an_athlete(cls, session: Session, now: dt.datetime, number: int = 7, **profile: object) -> "Chat":
        """An athlete in UTC with these answers, of Telegram's ``number``, who has just been shown the plan."""
        athlete = Athlete(
            telegram_id=number, chat_id=number, name="Ana", profile={**PROFILE, **profile}, zone="UTC",
            prompt_minute=7 * 60, created_at=now, updated_at=now, state=AthleteState.ACTIVE,
        )  # fmt: skip
        session.add(athlete)
        session.flush()
        chat = cls(Desk(session, now, athlete.chat_id, words_for(), athlete))
        plans.present(chat.desk)
        chat._listen()
        return chat

    @classmethod
    def with_desk(cls, session: Session, now: dt.datetime, athlete: Athlete) -> "Chat":
        """A chat with an athlete who is known already."""
        return cls(Desk(session, now, athlete.chat_id, words_for(), athlete))

    @property
    def logs(self) -> list[Log]:
        """The athlete's log, without what was deleted, oldest first."""
        found = select(Log).where(col(Log.deleted_at).is_(None)).order_by(col(Log.id))
        return list(self.desk.session.exec(found))

    @property
    def receipts(self) -> list[Receipt]:
        """Every change told so far."""
        return list(self.desk.session.exec(select(Receipt).order_by(col(Receipt.id))))

    @property
    def text(self) -> str:
        """Everything heard since the last deed, as plain text."""
        return "\n\n".join(self.heard)

    def forward(self, **by: float) -> None:
        """Let time pass."""
        self.desk.now += dt.timedelta(**by)

    def to_a_lone_run(self) -> None:
        """Let days pass until one holds a run and nothing else."""
        for _ in range(14):
            sessions = training_of(self.desk).sessions_on(self.desk.today)
            if len(sessions) == 1 and sessions[0].kind in RUN_KINDS:
                return
            self.forward(days=1)
        raise AssertionError(sessions)

    def says(self, text: str, *, reply_to: int | None = None, edits: int | None = None) -> int:
        """Write a message, or edit one; returns its id."""
        message_id = edits or self._new_id()
        hear(self.desk, Heard(message_id, text, reply_to, edited=edits is not None))
        self._listen()
        return message_id

    def taps(self, label: str) -> None:
        """Tap the newest button with this label."""
        data, message_id = self.buttons[label]
        self.taps_data(data, message_id)

    def taps_data(self, data: str, message_id: int) -> None:
        """Tap a button by its callback data."""
        tap = unpack(data)
        tapped = Tapped(tap, message_id, f"query{self._new_id()}")
        slow = DAILY_SLOW_TAPS.get(tap.verb)
        if slow is None:
            DAILY_TAPS[tap.verb](self.desk, tapped)
        else:
            seen = slow.look(self.desk)
            slow.say(self.desk, None if seen is None else slow.make(seen))
        self._listen()

    def prompted(self, kind: PromptKind = PromptKind.DAILY) -> Prompt:
        """Let the clock claim today's prompt and say it."""
        today = self.desk.today
        row = Prompt(
            athlete_id=self.desk.athlete_id, kind=kind, local_date=today, due_at=self.desk.now, claimed_at=self.desk.now
        )
        self.desk.session.add(row)
        self.desk.session.flush()
        prompts.prompt(self.desk, row)
        self._listen()
        return row

    def message_about(self, ref: str) -> int:
        """The id of the newest message about something (``prompt:1``, ``log:2``)."""
        rows = select(OutboxMessage).where(OutboxMessage.ref == ref, col(OutboxMessage.message_id).is_not(None))
        found = self.desk.session.exec(rows.order_by(col(OutboxMessage.id).desc())).first()
        assert found is not None
        assert found.message_id is not None
        return found.message_id

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id

    def _listen(self) -> None:
        """Deliver what was queued: give messages their ids and remember their buttons."""
        self.heard, self.toasts = [], []
        for said in self.desk.said[self._read :]:
            self._deliver(self.desk.session.get_one(OutboxMessage, said.id))
        self._read = len(self.desk.said)
        self.desk.session.flush()

    def _deliver(self, row: OutboxMessage) -> None:
        payload = row.payload
        if row.method == "answer_callback_query":
            self.toasts.append(payload.get("text", ""))
            return
        if row.method == "send_message":
            row.message_id = self._new_id()
        shown = int(row.message_id or payload["message_id"])
        if "text" in payload:
            self.heard.append(re.sub(r"</?(b|i|code)>", "", payload["text"]).replace("\u202f", " "))
        markup = payload.get("reply_markup", {}).get("inline_keyboard", [])
        for button in (button for line in markup for button in line):
            check(unpack(button["callback_data"]))  # what we offer we also take
            self.buttons[button["text"]] = (button["callback_data"], shown)
