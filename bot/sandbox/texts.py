"""Text as Telegram counts and marks it: lengths, offsets in UTF-16, and what it finds by itself (commands, links)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.sandbox.refusals import Json, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
COVERS_EVERYTHING = {"pre", "code", "text_link", "text_mention"}
NESTED = ("blockquote", "expandable_blockquote", "text_link", "bold", "italic")
NESTING = {kind: rank for rank, kind in enumerate(NESTED)}
ADDRESS = r"https?://[^\s<>\"]+|(?:[a-z0-9-]+\.)+(?:com|org|net|me|io|dev)\b(?:/[^\s<>\"]*)?"
FOUND = (
    ("url", re.compile(rf"(?<![\w@./])(?:{ADDRESS})", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[a-z]{2,}\b", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z0-9_]{3,32}\b")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)


@dataclass(frozen=True)
class FormattedText:
    """A text without markup and the entities that mark it."""

    text: str
    entities: tuple[Json, ...] = ()

    def as_json(self, name: str = "text") -> Json:
        """The fields of a message: ``text``/``entities`` or ``caption``/``caption_entities``."""
        if not self.text:
            return {}
        key = "entities" if name == "text" else f"{name}_entities"
        return {name: self.text} | ({key: list(self.entities)} if self.entities else {})


def utf16_length(text: str) -> int:
    """The length in the unit of entity offsets."""
    return len(text) + sum(character > "\uffff" for character in text)


def fitting(text: FormattedText, limit: int, refusal: str) -> FormattedText:
    """The text, if it is not too long.

    Raises:
        Refused: it has more than ``limit`` characters.
    """
    if len(text.text) > limit:
        raise bad_request(refusal)
    return text


def found_entities(text: str) -> list[Json]:
    """What Telegram marks without being asked: links, commands, mentions, hashtags, addresses."""
    found: list[Json] = []
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            entity = {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(match[0])}
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return in_order(found)


def with_found(text: str, given: Sequence[Json]) -> FormattedText:
    """A text with the given entities and those that Telegram finds beside them, spaces at both ends dropped."""
    solid = [entity for entity in given if entity["type"] in COVERS_EVERYTHING]
    extra = [entity for entity in found_entities(text) if not any(_overlap(entity, other) for other in solid)]
    return trimmed(FormattedText(text, tuple(in_order([*given, *extra]))))


def trimmed(text: FormattedText) -> FormattedText:
    """The text without spaces and line breaks at its ends; entities move along, empty ones go."""
    first = min((entity["offset"] for entity in text.entities), default=utf16_length(text.text))
    lead = min(len(text.text) - len(text.text.lstrip(" \n\t\r")), first)
    kept = text.text[lead:].rstrip(" \n\t\r")
    end = utf16_length(kept)
    moved = [
        entity | {"offset": entity["offset"] - lead, "length": min(entity["length"], end - entity["offset"] + lead)}
        for entity in text.entities
    ]
    return FormattedText(kept, tuple(entity for entity in moved if entity["length"] > 0))


def in_order(entities: Iterable[Json]) -> list[Json]:
    """Entities as Telegram lists them: by place, the wider first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"], NESTING.get(entity["type"], 9)))


def _overlap(one: Json, other: Json) -> bool:
    first, second = sorted((one, other), key=lambda entity: int(entity["offset"]))
    return bool(first["offset"] + first["length"] > second["offset"])
