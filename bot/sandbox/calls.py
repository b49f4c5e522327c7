"""One request of the bot: its method and its parameters, however they were sent.

Telegram reads a query string, a form, a multipart form and a JSON body alike: every parameter becomes text, and
objects are JSON inside that text.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox.refusals import bad_request


@dataclass(frozen=True)
class Upload:
    """A file sent inside a request."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True)
class Call:
    """A method with its parameters."""

    method: str
    values: Mapping[str, str] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A parameter as text; empty where it was not sent."""
        return self.values.get(name, "")

    def required(self, name: str) -> str:
        """A parameter that Telegram asks for by name.

        Raises:
            Refused: it is missing or empty.
        """
        if not (value := self.text(name)):
            raise bad_request(f'Parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; whatever is none counts as not sent, as on the real server."""
        try:
            return int(self.text(name).strip())
        except ValueError:
            return default

    def within(self, name: str, default: int, lowest: int, highest: int) -> int:
        """A whole number, brought into its range without a word."""
        return max(lowest, min(highest, self.integer(name, default)))

    def flag(self, name: str) -> bool:
        """A yes or no."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, refusal: str) -> Any:  # noqa: ANN401 — a JSON value is anything until it is checked
        """A parameter that holds JSON, None where it was not sent.

        Raises:
            Refused: it cannot be read; ``refusal`` is what Telegram then says.
        """
        if not (value := self.text(name)):
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(refusal) from None


async def read_call(request: web.Request) -> Call:
    """The call that a request holds.

    Raises:
        Refused: a JSON body that cannot be read.
    """
    values = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await _json_body(request)
    elif request.content_type == "application/x-www-form-urlencoded":
        values |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    elif request.content_type.startswith("multipart/"):
        await _read_parts(request, values, uploads)
    return Call(request.match_info["method"], values, uploads)


async def _json_body(request: web.Request) -> dict[str, str]:
    raw = await request.read()
    if not raw.strip():
        return {}
    try:
        body = json.loads(raw)
    except ValueError:
        raise bad_request("Can't parse request JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("Object expected as the request body")
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in body.items()}


async def _read_parts(request: web.Request, values: dict[str, str], uploads: dict[str, Upload]) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            values[part.name] = await part.text()
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            uploads[part.name] = Upload(part.filename, bytes(await part.read()), mime_type)
