"""The Bot API as the machinery calls it: a method's name and its parameters, an answer or one of three errors.

``NotDelivered`` and ``Refused`` are certain: nothing happened. ``Unanswered`` is not: the request went out and no
answer came, so it may have happened; only such a call may ever be repeated blindly, and at most once.
"""

from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from io import BytesIO
from typing import Any, ClassVar
from urllib.parse import quote

import aiohttp

from bot.telegram.request import READ_TIMEOUT, AiohttpRequest, TooMuch
from coach.errors import LegworkError
from storage.json_text import read_json, write_json

TOO_BIG = "file is too big"
"""Telegram's own words for a file that a bot cannot fetch."""
ATTACHMENT = "file"
"""The name of the part that carries a row's attachment: a payload refers to it as ``attach://file``."""


class ApiError(LegworkError):
    """A call of the Bot API that brought no result."""

    code = "telegram"


class NotDelivered(ApiError):
    """The request never reached the server; it is safe to make it again."""

    code = "telegram_unreachable"


class Unanswered(ApiError):
    """The request went out and no answer came: nobody knows whether it took effect."""

    code = "telegram_unanswered"


class Refused(ApiError):
    """Telegram answered no. ``status`` is its error code, ``description`` its own words."""

    code = "telegram_refused"
    BAD_REQUEST: ClassVar[int] = 400
    FORBIDDEN: ClassVar[int] = 403
    CONFLICT: ClassVar[int] = 409
    TOO_MANY: ClassVar[int] = 429
    SERVER_FAILURE: ClassVar[int] = 500
    BAD_TOKEN: ClassVar[frozenset[int]] = frozenset({401, 404})

    def __init__(
        self, status: int, description: str, *, retry_after: float | None = None, migrate_to: int | None = None
    ) -> None:
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to
        super().__init__(status=status, description=description)


class BotApi:
    """One bot on one Bot API server."""

    def __init__(self, root: str, token: str, request: AiohttpRequest) -> None:
        self._base = f"{root}/bot{token}/"
        self._files = f"{root}/file/bot{token}/"
        self._request = request

    async def call(
        self,
        method: str,
        payload: Mapping[str, Any],
        *,
        attachment: tuple[str, bytes] | None = None,
        read_timeout: float = READ_TIMEOUT,
    ) -> Any:  # noqa: ANN401 — whatever JSON the method answers with
        """Call ``method`` (snake case) and return its result; ``attachment`` is a file's name and content.

        Raises:
            NotDelivered: nothing reached the server.
            Unanswered: no answer came.
            Refused: the server said no.
        """
        url = self._base + camel_case(method)
        try:
            if attachment is None:
                status, body = await self._request.post_json(url, payload, read_timeout=read_timeout)
            else:
                status, body = await self._request.post_form(url, _form(payload, attachment), read_timeout=read_timeout)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotDelivered(cause=type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise Unanswered(cause=type(error).__name__) from None
        return read_answer(status, body)

    async def download(self, path: str, take: Callable[[bytes], object], most: int) -> None:
        """Fetch the file at a ``path`` that ``getFile`` told, piece by piece, at most so many bytes.

        Raises:
            NotDelivered: the server does not answer, or stopped in the middle; fetching again is safe.
            Refused: it says no, or the file is larger.
        """
        try:
            status = await self._request.get(self._files + quote(path), take, most)
        except TooMuch:
            raise Refused(Refused.BAD_REQUEST, TOO_BIG) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise NotDelivered(cause=type(error).__name__) from None
        if status != HTTPStatus.OK:
            raise Refused(status, "the file cannot be fetched")


def read_answer(status: int, body: bytes) -> Any:  # noqa: ANN401 — whatever JSON the method answers with
    """The result in an answer's body.

    Raises:
        Refused: the server said no, or what it said is no Bot API answer.
    """
    try:
        document = read_json(body)
    except ValueError:
        raise Refused(max(status, Refused.SERVER_FAILURE), "not a Bot API answer") from None
    if isinstance(document, dict) and document.get("ok") is True:
        return document.get("result")
    if not isinstance(document, dict):
        raise Refused(max(status, Refused.SERVER_FAILURE), "not a Bot API answer")
    parameters = document.get("parameters") or {}
    raise Refused(
        int(document.get("error_code") or status),
        str(document.get("description", "")),
        retry_after=parameters.get("retry_after"),
        migrate_to=parameters.get("migrate_to_chat_id"),
    )


@cache
def camel_case(method: str) -> str:
    """The Bot API's own name of a method: ``send_message`` is ``sendMessage``."""
    first, *rest = method.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _form(payload: Mapping[str, Any], attachment: tuple[str, bytes]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in payload.items():
        form.add_field(name, value if isinstance(value, str) else write_json(value))
    file_name, content = attachment
    form.add_field(ATTACHMENT, BytesIO(content), filename=file_name, content_type="application/octet-stream")
    return form
