"""How bytes travel to the Bot API: one aiohttp session, for python-telegram-bot and for our own sender.

python-telegram-bot's own transport takes nine times the processor time at sixteen sends in flight.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any, Self

import aiohttp
from aiohttp.client_reqrep import ClientRequest
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from storage.json_text import write_json

CONNECT_TIMEOUT = 10.0
READ_TIMEOUT = 20.0
CONNECTIONS = 80
"""More than the sends in flight: a poll must not wait for them."""
USER_AGENT = "Legwork"
PIECE = 64 * 1024
JSON = {"Content-Type": "application/json"}
_FLIGHT: ContextVar["Flight | None"] = ContextVar("flight", default=None)


@dataclass
class Flight:
    """How far a call has come; begun before it, in the same task."""

    connected: bool = False
    """Whether it had a connection: before, nothing can have been sent."""
    told: Callable[[], None] = lambda: None
    """Called when it has one, before its first byte."""

    @classmethod
    def begin(cls, told: Callable[[], None] = lambda: None) -> Self:
        """Follow the calls of this task from now on."""
        flight = cls(told=told)
        _FLIGHT.set(flight)
        return flight

    @classmethod
    def note_connection(cls) -> None:
        """The call of this task has a connection now."""
        flight = _FLIGHT.get()
        if flight is not None:
            flight.connected = True
            flight.told()


class _Following(aiohttp.TCPConnector):
    """Tells the flight of a call when it has a connection."""

    async def connect(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 — aiohttp's
    ) -> Connection:
        """A connection to send the request over."""
        connection = await super().connect(req, traces, timeout)
        Flight.note_connection()
        return connection


class TooMuch(Exception):
    """More bytes came than were wanted."""


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport over aiohttp; ``post_json`` is the short way for our own calls."""

    def __init__(self, connections: int = CONNECTIONS) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call says nothing else."""
        return READ_TIMEOUT

    async def initialize(self) -> None:
        """Open the session; once is enough."""
        if self._session is None:
            connector = _Following(limit=self._connections, keepalive_timeout=50.0)
            self._session = aiohttp.ClientSession(
                connector=connector,
                headers={"User-Agent": USER_AGENT},
                auto_decompress=True,
                cookie_jar=aiohttp.DummyCookieJar(),  # nobody sets any; looking for them is a sixth of a call
            )

    async def shutdown(self) -> None:
        """Close the session; opening again is possible."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 — python-telegram-bot's private type
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002 — as above
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401 — as above
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ANN401, ARG002 — as above
    ) -> tuple[int, bytes]:
        """One request for python-telegram-bot: its status and its body.

        Raises:
            TimedOut: no answer in time.
            NetworkError: the connection failed.
        """
        timeout = _timeout(_seconds(read_timeout, READ_TIMEOUT), _seconds(connect_timeout, CONNECT_TIMEOUT))
        body = None if request_data is None else _form(request_data)
        try:
            async with self._opened.request(method, url, data=body, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    async def post_json(
        self, url: str, payload: Mapping[str, Any], *, read_timeout: float = READ_TIMEOUT
    ) -> tuple[int, bytes]:
        """Post a JSON body; errors are aiohttp's own.

        Raises:
            aiohttp.ClientError: the connection failed.
            TimeoutError: no answer in time.
        """
        body, timeout = write_json(payload).encode(), _timeout(read_timeout, CONNECT_TIMEOUT)
        async with self._opened.post(url, data=body, headers=JSON, timeout=timeout) as response:
            return response.status, await response.read()

    async def post_form(
        self, url: str, form: aiohttp.FormData, *, read_timeout: float = READ_TIMEOUT
    ) -> tuple[int, bytes]:
        """Post a form, which may carry a file; errors as ``post_json``.

        Raises:
            aiohttp.ClientError: the connection failed.
            TimeoutError: no answer in time.
        """
        async with self._opened.post(url, data=form, timeout=_timeout(read_timeout, CONNECT_TIMEOUT)) as response:
            return response.status, await response.read()

    async def get(
        self, url: str, take: Callable[[bytes], object], most: int, *, read_timeout: float = READ_TIMEOUT
    ) -> int:
        """Get a file piece by piece, each handed to ``take``; its status. Errors as ``post_json``.

        Raises:
            TooMuch: more than ``most`` bytes come.
            aiohttp.ClientError: the connection failed.
            TimeoutError: no answer in time.
        """
        async with self._opened.get(url, timeout=_timeout(read_timeout, CONNECT_TIMEOUT)) as response:
            got = 0
            async for piece in response.content.iter_chunked(PIECE):
                got += len(piece)
                if got > most:
                    raise TooMuch
                if response.status == HTTPStatus.OK:
                    take(piece)
            return response.status

    @property
    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise NetworkError(HTTPStatus.SERVICE_UNAVAILABLE.phrase)
        return self._session


@cache
def _timeout(read: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=connect, sock_read=read)


def _seconds(value: Any, default: float) -> float | None:  # noqa: ANN401 — python-telegram-bot's private type
    return default if value is BaseRequest.DEFAULT_NONE else value


def _form(data: RequestData) -> aiohttp.FormData | dict[str, str]:
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData(data.json_parameters)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form
