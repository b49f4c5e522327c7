"""The line that tests cut: cut at any moment it leaves no connection behind, and mended it carries on."""

import gc
import socket
import threading
import warnings
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.chats.balancer import Line

CUTS = 60


@pytest.fixture
def far() -> Iterator[int]:
    """The port of somebody who says everything again."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listening:
        threading.Thread(target=_answer_all, args=(listening,), daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def _answer_all(listening: socket.socket) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=_answer, args=(connection,), daemon=True).start()


def _answer(connection: socket.socket) -> None:
    with connection, suppress(OSError):
        while said := connection.recv(100):
            connection.sendall(said)


class Callers:
    """Call again and again, until told to stop."""

    def __init__(self, port: int, count: int) -> None:
        self._port, self._enough = port, threading.Event()
        self._threads = [threading.Thread(target=self._call) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def _call(self) -> None:
        while not self._enough.is_set():
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 5) as connection:
                connection.sendall(b"?")
                connection.recv(1)

    def stop(self) -> None:
        """Call no more."""
        self._enough.set()
        for thread in self._threads:
            thread.join(10)


def test_what_is_said_is_carried_both_ways_after_a_cut_too(far: int) -> None:
    line = Line(far)
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", line.port), 5) as connection:
            connection.sendall(b"hello")
            assert connection.recv(5) == b"hello"
        line.cut()
        line.mend()
    line.close()


def test_cut_at_any_moment_no_connection_is_left_to_the_garbage_collector(far: int) -> None:
    """Others call all the while, so that some are cut as they are accepted."""
    gc.collect()
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        line = Line(far)
        callers = Callers(line.port, 4)
        for _ in range(CUTS):
            line.cut()
            line.mend()
        callers.stop()
        line.close()
        gc.collect()
    assert [str(each.message) for each in said] == []
