"""Somebody at the questions: a chat with nobody registered yet, whose taps and words run the cases."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from bot.cases import account, onboarding, settings
from bot.cases.hear import hear
from bot.desk import Desk
from bot.incoming import Heard, Located, Sender, Tapped
from bot.taps import Verb, unpack
from bot.words import words_for
from coach.errors import StaleButton
from storage.conversations import lock_chat
from storage.tables import Athlete, OutboxMessage, Saying

NOON = dt.datetime(2026, 11, 23, 12, 7, tzinfo=dt.UTC)
"""A Monday in winter: London is at UTC, Berlin an hour ahead."""
TAPS: dict[Verb, Callable[[Desk, Tapped], None]] = {
    Verb.ANSWER: onboarding.answer_tapped,
    Verb.BACK: onboarding.back,
    Verb.SKIP_QUESTION: onboarding.skip,
    Verb.SETTING: settings.setting_tapped,
    Verb.DELETE_ALL: account.delete_tapped,
}
Buttons = dict[str, str]


@dataclass
class Newcomer:
    """One person's chat. Messages keep their numbers, edits change them in place, as on a phone."""

    session: Session
    name: str = "Ana"
    language: str = "en"
    now: dt.datetime = NOON
    shown: dict[int, tuple[str, Buttons]] = field(default_factory=dict)
    """Every message of the bot as it looks now: text, and callback data by label."""
    story: list[str] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    _last: int = 0
    _read: int = 0

    @property
    def desk(self) -> Desk:
        """A fresh desk for each update, as the real bot has it; nothing lasts but the database."""
        from bot.turn import words_of
        from storage.athletes import athlete_in_chat

        self.session.flush()
        self.session.expire_all()
        athlete = athlete_in_chat(self.session, 7)
        words = words_of(athlete) if athlete else words_for(self.language)
        return Desk(self.session, self.now, 7, words, athlete)

    @property
    def athlete(self) -> Athlete:
        """The athlete's row."""
        return self.desk.owner

    @property
    def open_question(self) -> str | None:
        """The key of the open question."""
        return lock_chat(self.session, 7).question

    @property
    def text(self) -> str:
        """The newest message as it looks now."""
        return self.shown[max(self.shown)][0]

    @property
    def labels(self) -> list[str]:
        """The buttons of the newest message that has any."""
        return list(self._card()[1])

    def starts(self) -> "Newcomer":
        """Send ``/start``."""
        self.story.append("» /start")
        return self._do(lambda desk: onboarding.start(desk, Sender(7, 7, self.name, self.language)))

    def says(self, *texts: str) -> "Newcomer":
        """Write messages, one after the other."""
        for text in texts:
            self.story.append(f"» {text}")
            self._last += 1
            number = self._last
            self._do(lambda desk, text=text, number=number: hear(desk, self._heard(number, text)))
        return self

    def _heard(self, number: int, text: str) -> Heard:
        return Heard(number, text, sender=Sender(7, 7, self.name, self.language))

    def edits(self, old: str, new: str) -> "Newcomer":
        """Change the newest message that says ``old``."""
        self.story.append(f"» {old} → {new}")
        found = select(Saying).where(Saying.text == old).order_by(col(Saying.id).desc())
        number = self.session.exec(found).first()
        assert number is not None
        return self._do(lambda desk: hear(desk, Heard(number.message_id, new, edited=True)))

    def taps(self, *labels: str) -> "Newcomer":
        """Tap buttons by how their labels begin, each on the newest message that has such a one."""
        for label in labels:
            number, data = self._find(label)
            self.story.append(f"» [{label}]")
            self.taps_data(data, number)
        return self

    def taps_data(self, data: str, number: int) -> None:
        """Tap a button by its data; an old one hears that it is old."""
        tap = unpack(data)

        def press(desk: Desk) -> None:
            try:
                TAPS[tap.verb](desk, Tapped(tap, number, "q"))
            except StaleButton:
                desk.toast("q", "stale")

        self._do(press)

    def commands(self, case: Callable[[Desk], None]) -> "Newcomer":
        """Send a command."""
        self.story.append(f"» /{case.__name__}")
        return self._do(case)

    def is_at(self, latitude: float, longitude: float) -> bool:
        """Share a place; whether anybody wanted it."""
        desk = self.desk
        taken = onboarding.located(desk, Located(0, latitude, longitude))
        self._listen(desk)
        return taken

    def transcript(self) -> str:
        """The chat as it went, for people to read."""
        return "\n\n".join(self.story)

    def _do(self, case: Callable[[Desk], None]) -> "Newcomer":
        desk = self.desk
        case(desk)
        self._listen(desk)
        return self

    def _card(self) -> tuple[str, Buttons]:
        return next(
            (self.shown[number] for number in sorted(self.shown, reverse=True) if self.shown[number][1]), ("", {})
        )

    def _find(self, label: str) -> tuple[int, str]:
        for number in sorted(self.shown, reverse=True):
            buttons = self.shown[number][1]
            found = label if label in buttons else next((one for one in buttons if one.startswith(label)), None)
            if found is not None:
                return number, buttons[found]
        raise AssertionError(f"no button “{label}”\n\n{self.transcript()}")

    def _listen(self, desk: Desk) -> None:
        self.session.flush()
        for said in desk.said:
            self._hear(self.session.get_one(OutboxMessage, said.id))

    def _hear(self, row: OutboxMessage) -> None:
        payload = row.payload
        match row.method:
            case "send_message":
                self._last += 1
                row.message_id = self._last
                self._show(self._last, payload["text"], _buttons(payload), "")
            case "edit_message_text":
                self._show(payload["message_id"], payload["text"], _buttons(payload), "(edited) ")
            case "edit_message_reply_markup":
                text, _ = self.shown.get(payload["message_id"], ("", {}))
                self.shown[payload["message_id"]] = (text, _buttons(payload))
            case "answer_callback_query" if payload.get("text"):
                self.toasts.append(payload["text"])
                self.story.append(f"(toast) {payload['text']}")

    def _show(self, number: int, text: str, buttons: Buttons, mark: str) -> None:
        text = _plain(text)
        self.shown[number] = (text, buttons)
        rows = f"\n{' '.join(f'[{label}]' for label in buttons)}" if buttons else ""
        self.story.append(f"{mark}{text}{rows}")


def _buttons(payload: dict[str, object]) -> Buttons:
    markup = payload.get("reply_markup")
    rows = markup["inline_keyboard"] if isinstance(markup, dict) else []
    written = [button for row in rows for button in row if "callback_data" in button]
    return {_plain(button["text"]): button["callback_data"] for button in written}


def _plain(text: str) -> str:
    """With ordinary spaces, as people would type it."""
    return text.replace("\u202f", " ")
