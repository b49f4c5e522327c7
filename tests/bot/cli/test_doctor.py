"""``legwork doctor``: each thing that may be wrong is found by its own check, and what is right is left alone."""

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.cli.doctor import ClockOff, ZonesMissing, check_clock, check_database, check_token, check_zones
from bot.settings import Settings
from bot.telegram.api import Refused
from coach.errors import DatabaseUnreachable, SchemaTooNew
from storage.database import open_database
from storage.schema import upgrade

Telegram = Callable[[dt.timedelta], Settings]


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    """Makes a Telegram whose clock is off by so much, and that knows no token; the settings that name it."""
    servers: list[HTTPServer] = []

    def begin(off: dt.timedelta) -> Settings:
        class Answers(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response_only(401)
                self.send_header("Date", format_datetime(dt.datetime.now(dt.UTC) + off, usegmt=True))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        servers.append(HTTPServer(("127.0.0.1", 0), Answers))
        threading.Thread(target=servers[-1].serve_forever).start()
        root = f"http://127.0.0.1:{servers[-1].server_address[1]}"
        return Settings(telegram_bot_token=SecretStr("1:abc"), telegram_api_url=root)

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


def at(url: str) -> Settings:
    """Settings of a database."""
    return Settings(database_url=SecretStr(url))


@pytest.mark.parametrize("minutes", [-3, 3])
def test_a_clock_that_differs_from_telegrams_is_found(telegram: Telegram, minutes: int) -> None:
    """Prompts come by the machine's clock, leases and limits too."""
    with pytest.raises(ClockOff) as caught:
        check_clock(telegram(dt.timedelta(minutes=minutes)))
    assert caught.value.data["seconds"] == pytest.approx(180, abs=5)


def test_a_clock_that_is_right_within_a_minute_is_well(telegram: Telegram) -> None:
    check_clock(telegram(dt.timedelta(seconds=30)))


def test_a_clock_that_cannot_be_compared_is_not_blamed() -> None:
    check_clock(Settings(telegram_api_url="http://127.0.0.1:9"))


def test_a_token_that_telegram_does_not_know_is_found(telegram: Telegram) -> None:
    with pytest.raises(Refused):
        check_token(telegram(dt.timedelta()))


def test_zone_data_that_lacks_a_zone_is_found() -> None:
    with pytest.raises(ZonesMissing) as caught:
        check_zones(Settings(), ("Europe/Berlin", "Europe/Atlantis"))
    assert caught.value.data["zone"] == "Europe/Atlantis"


def test_the_zone_data_that_comes_with_us_is_enough() -> None:
    check_zones(Settings())


def test_a_database_of_a_newer_program_is_found(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    database = open_database(url)
    upgrade(database)
    database.run_now(lambda session: session.connection().execute(text("UPDATE alembic_version SET version_num='9'")))
    database.close_now()
    with pytest.raises(SchemaTooNew):
        check_database(at(url))


def test_an_embedded_database_that_the_next_start_migrates_is_well(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert check_database(at(f"sqlite:///{tmp_path / 'empty.db'}")) is None


def test_an_embedded_database_that_is_not_there_yet_is_said_to_be_and_not_made(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert check_database(at(url)) == "doctor.database.new"
    assert list(tmp_path.iterdir()) == []


def test_an_embedded_database_without_its_folder_is_found(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable):
        check_database(at(f"sqlite:///{tmp_path / 'none' / 'new.db'}"))
