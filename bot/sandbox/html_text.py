"""Telegram's HTML: the few tags it knows, and the sentences with which it refuses everything else."""

import re
from dataclasses import dataclass

from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.texts import utf16_length

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<decimal>[0-9]+))|(?P<name>[A-Za-z]+));?")
NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*(=?)\s*")
TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SPACE = re.compile(r"\s*")


@dataclass
class _Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int


class HtmlReader:
    """Reads one text; ``text`` and ``entities`` hold the result of :meth:`read`."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._open: list[_Open] = []
        self._written: list[str] = []
        self._offset = 0
        self.entities: list[Json] = []

    @property
    def text(self) -> str:
        """What is left when the tags are gone."""
        return "".join(self._written)

    def read(self) -> None:
        """Read to the end.

        Raises:
            Refused: a tag is unknown, unclosed, or closed in the wrong order.
        """
        while self._at < len(self._source):
            match self._source[self._at]:
                case "<" if self._source.startswith("</", self._at):
                    self._end_tag()
                case "<":
                    self._start_tag()
                case _:
                    self._write(self._character())
        if self._open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')

    def _write(self, piece: str) -> None:
        self._written.append(piece)
        self._offset += utf16_length(piece)

    def _character(self) -> str:
        character = self._source[self._at]
        if character == "&" and (match := REFERENCE.match(self._source, self._at)) and (meant := _meaning(match)):
            self._at = match.end()
            return meant
        self._at += 1
        return character

    def _byte(self, position: int) -> int:
        return len(self._source[:position].encode("utf-8", "surrogatepass"))

    def _start_tag(self) -> None:
        begin = self._at
        name = _matched(NAME, self._source, begin + 1)
        self._at = begin + 1 + len(name)
        if self._at >= len(self._source):
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(begin)}")
        tag = name.lower()
        if tag not in KINDS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self._open.append(_Open(tag, attributes, self._offset))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._at += len(_matched(SPACE, self._source, self._at))
            if self._source.startswith(">", self._at):
                self._at += 1
                return found
            if self._at >= len(self._source):
                raise _cannot(f'Unclosed start tag "{tag}" at byte offset {self._byte(begin)}')
            name, value = self._attribute(tag, begin)
            found[name.lower()] = value

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        match = ATTRIBUTE.match(self._source, self._at)
        name, equals = (match[1], match[2]) if match else ("", "")
        if not name:
            raise _cannot(f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}')
        if not equals and tag == "blockquote" and name.lower() == "expandable":
            self._at += len(name)
            return name, "true"
        if not match or not equals:
            raise _cannot(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                f"at byte offset {self._byte(begin)}"
            )
        self._at = match.end()
        return name, self._value(begin)

    def _value(self, begin: int) -> str:
        quote = self._source[self._at : self._at + 1]
        if quote not in {'"', "'"}:
            return self._bare_value()
        self._at += 1
        pieces: list[str] = []
        while self._at < len(self._source) and self._source[self._at] != quote:
            pieces.append(self._character())
        self._at += 1
        if self._at >= len(self._source):
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(begin)}")
        return "".join(pieces)

    def _bare_value(self) -> str:
        start = self._at
        value = _matched(TOKEN, self._source, start)
        self._at += len(value)
        if self._at >= len(self._source) or not (self._source[self._at].isspace() or self._source[self._at] == ">"):
            raise _cannot(f"Unexpected end of name token at byte offset {self._byte(start)}")
        return value.lower()

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise _cannot(f"Unexpected end tag at byte offset {self._byte(begin)}")
        name = _matched(NAME, self._source, begin + 2)
        self._at = begin + 2 + len(name)
        self._at += len(_matched(SPACE, self._source, self._at))
        if not self._source.startswith(">", self._at):
            raise _cannot(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self._at += 1
        opened = self._open.pop()
        if name and name.lower() != opened.tag:
            raise _cannot(
                f"Unmatched end tag at byte offset {self._byte(begin)}, "
                f'expected "</{opened.tag}>", found "</{name.lower()}>"'
            )
        self._mark(opened)

    def _mark(self, opened: _Open) -> None:
        length = self._offset - opened.offset
        if not length:
            return
        entity: Json = {"type": KINDS[opened.tag], "offset": opened.offset, "length": length}
        match opened.tag:
            case "a":
                self._mark_link(entity, opened.attributes.get("href", ""))
            case "code" if self._inside_pre(opened):
                self._open[-1].attributes["language"] = opened.attributes["class"].removeprefix("language-")
            case "pre" if "language" in opened.attributes:
                self.entities.append(entity | {"language": opened.attributes["language"]})
            case "blockquote" if "expandable" in opened.attributes:
                self.entities.append(entity | {"type": "expandable_blockquote"})
            case "tg-emoji":
                self.entities.append(entity | {"custom_emoji_id": opened.attributes.get("emoji-id", "")})
            case _:
                self.entities.append(entity)

    def _mark_link(self, entity: Json, address: str) -> None:
        url = address or self.text[-entity["length"] :]
        if re.match(r"(https?|tg|mailto|tel|ton|tonsite)://?\S+|[\w-]+(\.[\w-]+)+\S*$", url, re.IGNORECASE):
            self.entities.append(entity | {"url": url if ":" in url else f"http://{url}/"})

    def _inside_pre(self, opened: _Open) -> bool:
        within = bool(self._open) and self._open[-1].tag == "pre" and self._open[-1].offset == opened.offset
        return within and opened.attributes.get("class", "").startswith("language-")


def _cannot(reason: str) -> Exception:
    return bad_request(f"Can't parse entities: {reason}")


def _matched(pattern: re.Pattern[str], source: str, at: int) -> str:
    match = pattern.match(source, at)
    return match[0] if match else ""


def _meaning(match: re.Match[str]) -> str | None:
    if match["name"]:
        return CHARACTERS.get(match["name"])
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None
