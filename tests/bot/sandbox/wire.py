"""Bare requests to the server, for what no client library would send."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.sandbox import SandboxServer

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass(frozen=True)
class Wire:
    """Sends calls as forms, as python-telegram-bot does."""

    server: SandboxServer
    session: aiohttp.ClientSession

    async def __call__(self, method: str, **parameters: object) -> dict[str, Any]:
        """The whole answer to a call; files are given as bytes."""
        form = aiohttp.FormData()
        for name, value in parameters.items():
            if isinstance(value, bytes):
                form.add_field(name, value, filename=f"{name}.bin")
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        return await self.post(method, data=form if parameters else None)

    async def post(self, method: str, token: str = "", **options: Any) -> dict[str, Any]:  # noqa: ANN401 — aiohttp's own
        """The whole answer to a request built by the test itself."""
        url = f"{self.server.url}/bot{token or self.server.token}/{method}"
        async with self.session.post(url, **options) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    async def result(self, method: str, **parameters: object) -> Any:  # noqa: ANN401 — a JSON value
        """What a call that succeeds returns."""
        body = await self(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: object) -> str:
        """The description of a call that is refused."""
        body = await self(method, **parameters)
        assert not body["ok"], body
        return str(body["description"])
