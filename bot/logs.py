"""What the program writes about itself: never a secret, never a word that a person wrote.

Every record passes one filter at the root that blots out the secrets, wherever a library put them: in the message,
in an argument's ``repr``, in a traceback.
"""

import json
import logging
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO
from urllib.parse import quote

from bot.settings import Settings

BLOT = "<secret>"
QUIET = ("httpx", "httpcore", "telegram", "aiohttp", "asyncio", "sqlalchemy", "alembic")
"""Libraries whose lowest levels repeat what people wrote; they never speak below a warning."""

_about: ContextVar[dict[str, int]] = ContextVar("about")


@contextmanager
def about(**ids: int) -> Iterator[None]:
    """Everything logged inside carries these ids: ``update``, ``athlete``."""
    token = _about.set({**_about.get({}), **ids})
    try:
        yield
    finally:
        _about.reset(token)


class Redaction(logging.Formatter):
    """Another formatter's text with every secret blotted out."""

    def __init__(self, inner: logging.Formatter, secrets: Sequence[str]) -> None:
        super().__init__()
        self._inner = inner
        forms = {form for secret in secrets if secret for form in (secret, quote(secret, safe=""))}
        self._secrets = sorted(forms, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The record as text, without secrets."""
        text = self._inner.format(record)
        for secret in self._secrets:
            text = text.replace(secret, BLOT)
        return text


class Outlined(logging.Formatter):
    """A formatter whose tracebacks name places and types only: an error's message may quote a person."""

    def formatException(  # noqa: N802 — logging's own name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """The error in one line."""
        return outline(ei[1]) if ei[1] is not None else ""


class TextLine(Outlined):
    """A record for a person: time, level, logger, ids, message."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s%(about)s")

    def format(self, record: logging.LogRecord) -> str:
        """One line, and a traceback where there is one."""
        record.about = "".join(f" {name}={value}" for name, value in _about.get({}).items())
        return super().format(record)


class JsonLine(Outlined):
    """A record for a machine: one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        entry: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_about.get({}),
        }
        if record.exc_info:
            entry["traceback"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False)


def set_up_logs(settings: Settings, stream: TextIO) -> None:
    """Send every record to ``stream`` at the level and in the form that the settings ask for."""
    inner = JsonLine() if settings.log_format == "json" else TextLine()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redaction(inner, settings.secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))
    # A tick that takes longer than a second makes it say so every second; the metrics say it better.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.captureWarnings(capture=True)


def outline(error: BaseException) -> str:
    """An error's type and the places it passed, without its message: that may quote a person."""
    places = traceback.extract_tb(error.__traceback__)
    passed = " < ".join(f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in reversed(places))
    return f"{type(error).__name__} at {passed}" if passed else type(error).__name__
