"""Keyboards under messages: what Telegram takes as ``reply_markup`` and what it refuses."""

import re
from typing import Any

from bot.sandbox.refusals import Json, bad_request

MOST_IN_A_ROW = 8
MOST_BUTTONS = 100
DATA_BYTES = 64
INLINE_ACTIONS = (
    "url",
    "login_url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "web_app",
    "copy_text",
)
REQUESTS = {"request_contact": "Phone number", "request_location": "Location", "request_poll": "Poll"}
LINK = re.compile(
    r"(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?(?://)?(?P<host>[^/?#\s:]*)(?::\d+)?(?:[/?#]\S*)?$", re.IGNORECASE
)


def read_markup(value: Any, *, private: bool = True) -> Json | None:  # noqa: ANN401 — JSON as it came
    """The checked keyboard; None where none was sent or none of its buttons is left.

    ``private`` says whether the chat is one with a person: only there a phone number or a place can be asked for.

    Raises:
        Refused: Telegram would not take it.
    """
    if value is None:
        return None
    if not isinstance(value, dict):
        raise bad_request("Object expected as reply markup")
    if "inline_keyboard" in value:
        rows = _rows(value["inline_keyboard"], "inline_keyboard", "InlineKeyboardButton", _inline_button)
        return {"inline_keyboard": _bounded(rows)} if rows else None
    if "keyboard" in value:
        rows = _rows(value["keyboard"], "keyboard", "KeyboardButton", lambda one: _button(one, private=private))
        return {**value, "keyboard": rows} if rows else None
    for name in ("remove_keyboard", "force_reply"):
        if value.get(name):
            return value
    return None


def read_inline_markup(value: Any) -> Json | None:  # noqa: ANN401 — JSON as it came
    """A keyboard for a message that is edited: only an inline one will do.

    Raises:
        Refused: it is of another sort, or Telegram would not take it.
    """
    markup = read_markup(value)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def _rows(value: Any, field: str, kind: str, read: Any) -> list[list[Json]]:  # noqa: ANN401 — JSON as it came
    if not isinstance(value, list):
        raise bad_request(f'Field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in value):
        raise bad_request(f'Field "{field}" must be an Array of Arrays')
    rows = [[_read_button(one, kind, read) for one in row] for row in value]
    return [row for row in rows if row]


def _read_button(value: Any, kind: str, read: Any) -> Json:  # noqa: ANN401 — JSON as it came
    sort = "inline keyboard button" if kind == "InlineKeyboardButton" else "keyboard button"
    if isinstance(value, str) and kind == "KeyboardButton":
        value = {"text": value}
    if not isinstance(value, dict):
        raise bad_request(f"Can't parse {sort}: {kind} must be an Object")
    if "text" not in value:
        raise bad_request(f"Can't parse {sort}: Can't find field \"text\"")
    if not isinstance(value["text"], str):
        raise bad_request(f'Can\'t parse {sort}: Field "text" must be of type String')
    if not value["text"].strip():
        raise bad_request(f"{sort.capitalize()} text must be non-empty")
    read_button: Json = read(value)
    return read_button


def _inline_button(button: Json) -> Json:
    actions = [name for name in INLINE_ACTIONS if button.get(name) not in {None, ""} or _may_be_empty(button, name)]
    if not actions:
        raise bad_request("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions:
        _check_data(button["callback_data"])
    if "url" in actions:
        _check_link(button["url"])
    return button


def _may_be_empty(button: Json, name: str) -> bool:
    return name.startswith("switch_inline_query") and button.get(name) == ""


def _check_data(data: Any) -> None:  # noqa: ANN401 — JSON as it came
    if not isinstance(data, str):
        raise bad_request('Can\'t parse inline keyboard button: Field "callback_data" must be of type String')
    if len(data.encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_link(url: Any) -> None:  # noqa: ANN401 — JSON as it came
    if not isinstance(url, str):
        raise bad_request('Can\'t parse inline keyboard button: Field "url" must be of type String')
    if (reason := _wrong_link(url)) is not None:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: {reason}")


def _wrong_link(url: str) -> str | None:
    match = LINK.match(url)
    if match is None:
        return "Wrong HTTP URL"
    scheme = (match["scheme"] or "http").lower()
    if scheme in {"tg", "ton", "tonsite"}:
        return None
    if scheme not in {"http", "https"}:
        return "Unsupported URL protocol"
    if not match["host"]:
        return "URL host is empty"
    return None if "." in match["host"].strip(".") else "Wrong HTTP URL"


def _button(button: Json, *, private: bool) -> Json:
    for name, what in REQUESTS.items():
        if button.get(name) and not private:
            raise bad_request(f"{what} can be requested in private chats only")
    return button


def _bounded(rows: list[list[Json]]) -> list[list[Json]]:
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [row[:MOST_IN_A_ROW] for row in rows]
