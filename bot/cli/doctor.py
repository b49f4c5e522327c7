"""``legwork doctor``: is everything there that the bot needs? One line a check; the status is 1 when one fails."""

import argparse
import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import aiohttp

from bot.clock import SystemClock
from bot.settings import Settings, read_settings
from bot.telegram.api import BotApi
from bot.telegram.request import AiohttpRequest
from bot.words import Words, words_for
from bot.words.trouble import explain
from coach.errors import ConfigurationError, LegworkError
from storage.database import open_database
from storage.engines import will_be_made
from storage.schema import SchemaTooOld, check

CLOCK_TOLERANCE = 60.0
"""Seconds the machine's clock may differ from Telegram's: prompts come by it."""
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Auckland")
FAILED = 1


class ClockOff(LegworkError):
    """The machine's clock is wrong by ``seconds``."""

    code = "clock_off"


class ZonesMissing(LegworkError):
    """The time zone data lacks ``zone``."""

    code = "zones_missing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: what is checked is what is set."""


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Check everything, even where something before it failed; 0 when all is well."""
    del arguments, stdin, stderr
    words = words_for(html=False)
    found: list[Settings] = []
    well = _report("configuration", lambda: found.append(read_settings()), words, stdout)
    settings = found[0] if found else Settings.model_construct()
    checks: tuple[tuple[str, Callable[[Settings], str | None]], ...] = (
        ("token", check_token),
        ("database", check_database),
        ("clock", check_clock),
        ("zones", check_zones),
    )
    for name, examine in checks:
        well &= _report(name, lambda examine=examine: examine(settings), words, stdout)  # type: ignore[misc]
    return 0 if well else FAILED


def _report(name: str, examine: Callable[[], str | None], words: Words, stdout: TextIO) -> bool:
    """Write how a check went, with the remark that it came back with."""
    try:
        remark = examine()
    except LegworkError as error:
        stdout.write(words("doctor.bad", what=words(f"doctor.{name}"), text=explain(error, words)) + "\n")
        return False
    what = words(f"doctor.{name}")
    good = words("doctor.good", what=what) if remark is None else words("doctor.noted", what=what, text=words(remark))
    stdout.write(good + "\n")
    return True


def check_token(settings: Settings) -> None:
    """Telegram knows the token.

    Raises:
        ConfigurationError: there is none.
        ApiError: Telegram does not answer, or not kindly.
    """
    token = settings.telegram_bot_token
    if token is None:
        raise ConfigurationError("TELEGRAM_BOT_TOKEN", "missing")

    async def ask() -> None:
        request = AiohttpRequest()
        await request.initialize()
        try:
            await BotApi(settings.telegram_api_url, token.get_secret_value(), request).call("get_me", {})
        finally:
            await request.shutdown()

    asyncio.run(ask())


def check_database(settings: Settings) -> str | None:
    """The database answers and its schema is known; an embedded one is made and migrated at the next start.

    Raises:
        DatabaseError: it does not, or is newer than this program, or has to be migrated first.
    """
    url = settings.database_url.get_secret_value()
    if will_be_made(url):
        return "doctor.database.new"
    database = open_database(url)
    try:
        if not check(database) and not database.is_sqlite:
            raise SchemaTooOld
    finally:
        database.close_now()
    return None


def check_clock(settings: Settings) -> None:
    """The machine's clock agrees with Telegram's, where Telegram can be asked.

    Raises:
        ClockOff: it differs by more than a minute.
    """
    theirs = asyncio.run(_their_clock(settings.telegram_api_url))
    if theirs is None:
        return
    seconds = abs((SystemClock().now() - theirs).total_seconds())
    if seconds > CLOCK_TOLERANCE:
        raise ClockOff(seconds=round(seconds))


async def _their_clock(root: str) -> datetime | None:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session,
            session.get(root, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC)
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError):
        return None


def check_zones(_: Settings, zones: Sequence[str] = ZONES) -> None:
    """The time zone data is there.

    Raises:
        ZonesMissing: a zone is not.
    """
    for zone in zones:
        try:
            ZoneInfo(zone)
        except ZoneInfoNotFoundError:
            raise ZonesMissing(zone=zone) from None
