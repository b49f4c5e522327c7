"""What a person sees in one message: text and buttons, as values that tests can read."""

from collections.abc import Sequence
from typing import Any, TypeVar

from bot.taps import Tap
from coach.values import value


@value
class Button:
    """An inline button: a label with either a tap or an address."""

    label: str
    tap: Tap | None = None
    url: str | None = None

    def to_telegram(self) -> dict[str, str]:
        """An InlineKeyboardButton as the Bot API takes it."""
        if self.tap is not None:
            return {"text": self.label, "callback_data": self.tap.pack()}
        return {"text": self.label, "url": self.url or ""}


Rows = tuple[tuple[Button, ...], ...]
Item = TypeVar("Item")


def in_rows(items: Sequence[Item], width: int) -> tuple[tuple[Item, ...], ...]:
    """Buttons, or what becomes of them, laid out in rows of ``width``."""
    return tuple(tuple(items[start : start + width]) for start in range(0, len(items), width))


@value
class Screen:
    """One message: Telegram HTML and rows of inline buttons.

    ``force_reply`` opens the person's keyboard for a typed answer, with ``placeholder`` in its field.
    ``share_location`` is the label of a button below the field that shares the place; ``clear_keyboard`` takes such
    a button away again.
    """

    text: str
    rows: Rows = ()
    force_reply: bool = False
    placeholder: str | None = None
    share_location: str | None = None
    clear_keyboard: bool = False

    def reply_markup(self) -> dict[str, Any] | None:
        """The Bot API's ``reply_markup``, or ``None`` where there is none."""
        if self.rows:
            return {"inline_keyboard": [[button.to_telegram() for button in row] for row in self.rows]}
        if self.share_location:
            key = {"text": self.share_location, "request_location": True}
            return {"keyboard": [[key]], "resize_keyboard": True, "one_time_keyboard": True}
        if self.clear_keyboard:
            return {"remove_keyboard": True}
        if self.force_reply:
            placeholder = {"input_field_placeholder": self.placeholder} if self.placeholder else {}
            return {"force_reply": True, **placeholder}
        return None
