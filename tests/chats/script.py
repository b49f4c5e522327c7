"""Messages as people read them in a transcript: text with its marks, and keyboards as rows of ``[buttons]``."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
MARKS = {"bold": "**", "italic": "_", "code": "`", "pre": "```", "strikethrough": "~", "spoiler": "||"}


@dataclass(frozen=True)
class BotMessage:
    """A message as it looks in the chat."""

    id: int
    text: str
    marked: str
    buttons: tuple[tuple[str, ...], ...] = ()
    keyboard: tuple[tuple[str, ...], ...] = ()
    edited: bool = False
    content: Json = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, message: Json, keyboard: Json | None = None) -> "BotMessage":
        """The message in this JSON; ``keyboard`` is what it shows below the input field."""
        text = str(message.get("text", message.get("caption", "")))
        entities = message.get("entities", message.get("caption_entities", []))
        inline = message.get("reply_markup", {}).get("inline_keyboard", [])
        below = (keyboard or {}).get("keyboard", [])
        edited = "edit_date" in message
        return cls(
            message["message_id"], text, marked(text, entities), _labels(inline), _labels(below), edited, message
        )

    @property
    def photo(self) -> str | None:
        """The id of the picture that the message shows, in its largest size."""
        sizes = self.content.get("photo", [])
        return str(sizes[-1]["file_id"]) if sizes else None

    @property
    def inline_labels(self) -> list[str]:
        """The labels under the message, row after row."""
        return [label for row in self.buttons for label in row]

    @property
    def keyboard_labels(self) -> list[str]:
        """The labels below the input field, row after row."""
        return [label for row in self.keyboard for label in row]

    def data_of(self, label: str) -> str:
        """The callback data of a button."""
        rows = self.content["reply_markup"]["inline_keyboard"]
        return next(str(one["callback_data"]) for row in rows for one in row if one["text"] == label)

    def __str__(self) -> str:
        return "\n".join([*attachments(self.content), *self.marked.splitlines(), *rows_of(self)])


def rows_of(message: BotMessage) -> list[str]:
    """The keyboards of a message, a row a line; one below the input field stands behind ``⌨``."""
    inline = [" ".join(f"[{label}]" for label in row) for row in message.buttons]
    return inline + ["⌨ " + " ".join(f"[{label}]" for label in row) for row in message.keyboard]


def marked(text: str, entities: list[Json]) -> str:
    """A text with signs for bold, italic, code and links."""
    raw = text.encode("utf-16-le")
    signs: list[tuple[int, int, str]] = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] == "text_link":
            signs += [(start, 1, "["), (end, 0, f"]({entity['url']})")]
        elif sign := MARKS.get(entity["type"]):
            signs += [(start, 1, sign), (end, 0, sign)]
    pieces, last = [], 0
    for place, _, sign in sorted(signs, key=lambda one: one[:2]):
        pieces += [raw[2 * last : 2 * place].decode("utf-16-le"), sign]
        last = place
    return "".join([*pieces, raw[2 * last :].decode("utf-16-le")])


def attachments(message: Json) -> list[str]:
    """One line for each thing that a message carries."""
    lines = []
    if "photo" in message:
        lines.append("📷 photo")
    if "document" in message:
        lines.append(f"📎 {message['document'].get('file_name', 'document')}")
    if "location" in message:
        lines.append(f"📍 {message['location']['latitude']}, {message['location']['longitude']}")
    if "contact" in message:
        lines.append(f"👤 {message['contact'].get('first_name', '')}")
    if "sticker" in message:
        lines.append(f"sticker {message['sticker'].get('emoji', '')}")
    if "voice" in message:
        lines.append("🎤 voice message")
    return lines


def write_event(event: Json, person: str, bot: str) -> str:
    """One event of the chat as a paragraph; empty for what nobody sees."""
    match event["kind"]:
        case "message" | "edited":
            who = bot if event["by_bot"] else person
            how = " edits" if event["kind"] == "edited" else _answering(event["message"])
            body = str(BotMessage.of(event["message"], event.get("keyboard")))
            return "\n".join([f"{who}{how}", *(f"  {line}" for line in body.splitlines())])
        case "tap":
            return f"{person} taps [{event['label']}]"
        case "toast" if event["text"]:
            return f"{bot} shows “{event['text']}”"
        case "deleted":
            return f"{bot} deletes a message"
        case "clock":
            return f"— {event['now'][:16].replace('T', ' ')} UTC —"
        case _:
            return ""


def _answering(message: Json) -> str:
    if "reply_to_message" not in message:
        return ""
    first = str(message["reply_to_message"].get("text", "…")).partition("\n")[0]
    return f" answers “{first[:40]}”"


def _labels(rows: list[list[Json]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(button["text"] for button in row) for row in rows)
