"""``legwork sandbox`` where it cannot begin."""

import io
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import obey
from bot.cli.sandbox import look_at
from tests.chats.processes import free_port

ROOT = Path(__file__).parents[3]
TELL = """
import sys
from bot.__main__ import main
print(main(["sandbox", "--port", sys.argv[1]]), "telegram" in sys.modules)
"""


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield int(listening.getsockname()[1])


def test_a_taken_port_is_said_in_one_line(taken: int) -> None:
    out, err = io.StringIO(), io.StringIO()

    assert obey(["sandbox", "--port", str(taken)], io.StringIO(), out, err) == 2
    assert err.getvalue() == f"legwork: --port: port {taken} is taken; choose another one\n"
    assert out.getvalue() == ""


def test_a_taken_port_is_said_before_the_bot_is_loaded(taken: int) -> None:
    """Loading takes ten times as long as looking, and on a busy machine many seconds."""
    told = subprocess.run(  # noqa: S603 — our own
        [sys.executable, "-c", TELL, str(taken)], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert told.stdout == "2 False\n"


def test_a_free_port_stays_free_for_the_sandbox() -> None:
    port = free_port()
    look_at(port)
    with socket.create_server(("127.0.0.1", port)):
        """It can be listened on at once."""


@pytest.mark.parametrize("port", ["80000", "-1", "eighty", "٣", ""])
def test_what_is_no_port_is_wrong_usage(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        obey(["sandbox", f"--port={port}"], io.StringIO(), io.StringIO(), io.StringIO())

    assert ended.value.code == 2
    assert "is no port" in capsys.readouterr().err
