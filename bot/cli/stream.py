"""JSON Lines in, JSON Lines out: one line at a time, so that a stream of any length takes the same memory.

Lines are counted from 1. A blank line is no request: it is counted and yields nothing. A line that cannot be used
yields an error object in its place, and the stream goes on.
"""

import io
import json
from collections.abc import Callable, Iterator
from typing import TextIO

from bot.cli.writing import write
from bot.words import Words
from bot.words.catalogue import MissingWords
from coach.errors import LegworkError, ProfileError

BAD_INPUT = 2
"""The exit status of a stream with at least one bad line."""
Answer = Callable[[object], str]
"""What a command makes of one document: the text of its line or lines, without the last line end."""
Complain = Callable[[str, int], str]
"""How a command writes that a line, counted from 1, cannot be used."""


def answer_all(stdin: TextIO, stdout: TextIO, words: Words, answer: Answer, complain: Complain | None = None) -> int:
    """Answer every line of ``stdin`` on ``stdout``, in order; 0, or 2 where a line could not be used."""
    status, complain = 0, complain or error_line
    for number, line in _lines(stdin):
        try:
            text = answer(json.loads(line))
        except LegworkError as error:
            text, status = complain(sentence(error, words), number), BAD_INPUT
        except (ValueError, RecursionError):
            text, status = complain(words("stream.not_json"), number), BAD_INPUT
        stdout.write(text + "\n")
        stdout.flush()  # whoever sends one line and waits gets the answer at once
    return status


def _lines(stdin: TextIO) -> Iterator[tuple[int, str]]:
    if isinstance(stdin, io.TextIOWrapper):
        stdin.reconfigure(errors="replace")
    for number, line in enumerate(stdin, start=1):
        if line.strip():
            yield number, line


def error_line(text: str, number: int) -> str:
    """The contract's error object."""
    return write({"error": text, "line": number})


def sentence(error: LegworkError, words: Words) -> str:
    """What is wrong, in words; a profile's error names the field."""
    if not isinstance(error, ProfileError):
        return words(f"error.{error.code}", **error.data)
    try:
        return words(f"wrong.{error.reason}", **error.data)
    except MissingWords:
        return words("wrong.other", **error.data)
