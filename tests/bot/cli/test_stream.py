"""Streams: one line at a time, an error object in the place of a bad one, and nothing kept."""

import io
import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from bot.cli.stream import answer_all, error_line, sentence
from bot.words import words_for
from coach.errors import NotPlannable, ProfileError, StaleButton, UnreadableResult

WORDS = words_for(html=False)


class Pipe(io.StringIO):
    """A stream whose lines are made when they are asked for; it knows how many have been."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count, self.asked = count, 0

    def __iter__(self) -> Iterator[str]:  # type: ignore[override] # a pipe of text
        while self.asked < self.count:
            self.asked += 1
            yield "1\n"


def test_each_line_is_answered_before_the_next_is_read() -> None:
    pipe, out, seen = Pipe(5), io.StringIO(), []

    def answer(document: object) -> str:
        seen.append((pipe.asked, out.getvalue().count("\n")))
        return str(document)

    assert answer_all(pipe, out, WORDS, answer) == 0
    assert seen == [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4)]


def test_error_object_names_the_line() -> None:
    assert json.loads(error_line("wrong", 7)) == {"error": "wrong", "line": 7}


def test_status_tells_that_one_line_was_bad() -> None:
    out = io.StringIO()
    assert answer_all(io.StringIO("1\n{\n2\n"), out, WORDS, str) == 2
    assert out.getvalue().splitlines()[::2] == ["1", "2"]


def test_last_line_needs_no_line_end() -> None:
    out = io.StringIO()
    assert answer_all(io.StringIO("1\n2"), out, WORDS, str) == 0
    assert out.getvalue() == "1\n2\n"


def test_windows_line_ends_are_fine() -> None:
    out = io.StringIO()
    assert answer_all(io.StringIO("1\r\n2\r\n"), out, WORDS, str) == 0
    assert out.getvalue() == "1\n2\n"


@pytest.mark.parametrize("line", ['{"age": 34, "age": 35}', '[{"age": 34, "sex": null, "age": 34}]'])
def test_a_field_that_stands_twice_is_named(line: str) -> None:
    """Which of the two is meant nobody knows."""
    out = io.StringIO()
    assert answer_all(io.StringIO(f"{line}\n1\n"), out, WORDS, str) == 2
    assert out.getvalue().splitlines() == ['{"error":"age stands twice in one object.","line":1}', "1"]


def test_every_reason_of_a_profile_error_names_the_field() -> None:
    for reason, data in (
        ("missing", {}),
        ("out_of_range", {"low": 1, "high": 2}),
        ("unknown", {"value": "x", "known": "y"}),
        ("not_a_flag", {}),
        ("never heard of", {}),
    ):
        assert sentence(ProfileError("age", reason, **data), WORDS).startswith("age")


def test_child_is_told_kindly() -> None:
    assert "club or at school" in sentence(NotPlannable("age", "under_16"), WORDS)


def test_other_errors_are_said_in_their_own_words() -> None:
    assert sentence(UnreadableResult(distance_m=1, time_s=1), WORDS)
    assert sentence(StaleButton(), WORDS)


@pytest.mark.parametrize("command", ["plan", "paces"])
def test_streams_start_without_the_log_reader(command: str) -> None:
    program = f"import sys, bot.cli.{command}; sys.exit('coach.reader' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 — our own program
