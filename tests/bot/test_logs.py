"""Logs: readable by people or machines, with ids, and without what must not be in them."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from pydantic import SecretStr

from bot.logs import BLOT, about, outline, set_up_logs
from bot.settings import Settings

TOKEN = "123456:canary-token"  # noqa: S105 — it opens nothing
log = logging.getLogger("legwork.test")


@pytest.fixture
def _restored() -> Iterator[None]:
    """The root logger as it was."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(capture=False)


def a_log(log_format: str = "text", **more: object) -> io.StringIO:
    """A stream that everything is logged to."""
    stream = io.StringIO()
    settings = Settings(
        telegram_bot_token=SecretStr(TOKEN),
        log_format=log_format,
        log_level="DEBUG",
        **more,  # type: ignore[arg-type]
    )
    set_up_logs(settings, stream)
    return stream


@pytest.mark.usefixtures("_restored")
@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_blotted_out_wherever_it_stands(log_format: str) -> None:
    stream = a_log(log_format)
    log.info("calling https://api.telegram.org/bot%s/getMe", TOKEN)
    log.info("quoted %s", TOKEN.replace(":", "%3A"))
    log.info("in an object %r", {"token": TOKEN})
    assert "canary" not in stream.getvalue()
    assert stream.getvalue().count(BLOT) == 3


@pytest.mark.usefixtures("_restored")
def test_the_databases_password_is_blotted_out() -> None:
    stream = a_log(database_url=SecretStr("postgresql://legwork:hunter2@db/legwork"))
    log.info("postgresql://legwork:hunter2@db/legwork")
    assert "hunter2" not in stream.getvalue()


@pytest.mark.usefixtures("_restored")
def test_a_line_for_machines_carries_the_ids() -> None:
    stream = a_log("json")
    with about(update=7), about(athlete=3):
        log.warning("handled")
    log.warning("outside")
    first, second = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (first["message"], first["level"], first["update"], first["athlete"]) == ("handled", "WARNING", 7, 3)
    assert "update" not in second


@pytest.mark.usefixtures("_restored")
@pytest.mark.parametrize("log_format", ["text", "json"])
def test_an_error_shows_its_type_and_places_but_not_its_message(log_format: str) -> None:
    stream = a_log(log_format)
    try:
        int("words of a person")
    except ValueError:
        log.exception("it broke")
    assert "ValueError at test_logs.py" in stream.getvalue()
    assert "words of a person" not in stream.getvalue()


@pytest.mark.usefixtures("_restored")
def test_libraries_stay_quiet_below_a_warning() -> None:
    stream = a_log()
    logging.getLogger("httpx").info("POST somewhere")
    logging.getLogger("telegram.ext").debug("an update with words")
    assert stream.getvalue() == ""


def test_an_error_never_raised_is_its_type() -> None:
    assert outline(ValueError("words")) == "ValueError"
