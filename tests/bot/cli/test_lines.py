"""Lines of a stream: numbered, none read before it is wanted, and a clear word on whether another one waits."""

import io
import os
import tempfile
from collections.abc import Iterator
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.lines import Lines
from tests.depth import examples


class Pipe:
    """Both ends of a pipe; reading from it when it is empty is an error instead of a wait."""

    def __init__(self) -> None:
        out, self._into = os.pipe()
        os.set_blocking(out, False)
        self.out: TextIO = os.fdopen(out, encoding="utf-8")

    def write(self, text: bytes) -> None:
        os.write(self._into, text)

    def end(self) -> None:
        os.close(self._into)


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.out.close()


def lines_of(content: bytes) -> list[tuple[int, str]]:
    """What is read of a file of these bytes."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        with io.TextIOWrapper(file, encoding="utf-8") as text:
            return list(Lines(text))


def test_blank_lines_are_counted_and_left_out() -> None:
    assert lines_of(b"a\n\n  \nb\n") == [(1, "a"), (4, "b")]


def test_last_line_of_a_file_needs_no_line_end() -> None:
    assert lines_of(b"a\nb") == [(1, "a"), (2, "b")]


def test_the_mark_before_the_first_line_of_a_file_is_no_part_of_it() -> None:
    """Some editors and shells write one."""
    mark = "\ufeff".encode()
    assert lines_of(mark + b"a\n" + mark + b"b\n") == [(1, "a"), (2, "\ufeffb")]


def test_nothing_is_no_line() -> None:
    assert lines_of(b"") == []


def test_line_longer_than_what_is_taken_at_a_time_stays_whole() -> None:
    long = "x" * 300_000
    assert lines_of(f"{long}\nb\n".encode()) == [(1, long), (2, "b")]


@examples(60)
@given(content=st.lists(st.sampled_from([b"a", b"\n", b"\r", b"\r\n", b" ", b"\xff", "é".encode(), b"\x1c"])))
def test_file_has_the_lines_that_python_reads_of_it(content: list[bytes]) -> None:
    whole = b"".join(content)
    read = io.TextIOWrapper(io.BytesIO(whole), encoding="utf-8", errors="replace")
    expected = [(number, line.rstrip("\n")) for number, line in enumerate(read, start=1) if line.strip()]
    assert lines_of(whole) == expected


def test_stream_without_a_file_never_lets_anybody_wait() -> None:
    lines = Lines(io.StringIO("a\nb\n"))
    assert lines.waiting()
    assert [line.strip() for _, line in lines] == ["a", "b"]


def test_line_waits_once_it_is_whole(pipe: Pipe) -> None:
    lines = Lines(pipe.out)
    assert not lines.waiting()
    pipe.write(b'{"a"')
    assert not lines.waiting()
    pipe.write(b": 1}\n")
    assert lines.waiting()
    assert next(iter(lines)) == (1, '{"a": 1}')
    assert not lines.waiting()
    pipe.end()


def test_letter_that_comes_in_two_halves_is_one(pipe: Pipe) -> None:
    lines = Lines(pipe.out)
    pipe.write("é".encode()[:1])
    assert not lines.waiting()
    pipe.write("é".encode()[1:] + b"\n")
    assert lines.waiting()
    pipe.end()
    assert list(lines) == [(1, "é")]


def test_end_of_a_pipe_is_nothing_to_wait_for(pipe: Pipe) -> None:
    lines = Lines(pipe.out)
    pipe.write(b"a")
    pipe.end()
    assert lines.waiting()
    assert list(lines) == [(1, "a")]
    assert lines.waiting()


def test_no_line_is_read_before_it_is_wanted() -> None:
    asked: list[int] = []

    class Counted(io.StringIO):
        def __iter__(self) -> Iterator[str]:  # type: ignore[override] # a stream of text
            for number in range(9):
                asked.append(number)
                yield f"{number}\n"

    lines = iter(Lines(Counted()))
    next(lines)
    next(lines)
    assert asked == [0, 1]
