"""JSON Lines in, JSON Lines out: one line at a time, so that a stream of any length takes the same memory.

Lines are counted from 1. A blank line is no request: it is counted and yields nothing. A line that cannot be used
yields an error object in its place, and the stream goes on.
"""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple, TextIO

from bot.cli.lines import Lines
from bot.cli.writing import write
from bot.words import Words
from bot.words.catalogue import MissingWords
from coach.documents.fields import shown
from coach.errors import LegworkError, ProfileError

BAD_INPUT = 2
"""The exit status of a stream with at least one bad line."""
Answer = Callable[[object], str]
"""What a command makes of one document: the text of its line or lines, without the last line end."""
Complain = Callable[[str, int], str]
"""How a command writes that a line, counted from 1, cannot be used."""


class Reply(NamedTuple):
    """The answer to one line, without its line end, and the exit status that it asks for."""

    text: str
    status: int = 0


def answer_all(stdin: TextIO, stdout: TextIO, words: Words, answer: Answer) -> int:
    """Answer every line of ``stdin`` on ``stdout``, in order; 0, or 2 where a line could not be used."""
    status = 0
    for number, line in Lines(stdin):
        text, bad = reply(number, line, words, answer)
        status = bad or status
        stdout.write(text + "\n")
        stdout.flush()  # whoever sends one line and waits gets the answer at once
    return status


def reply(number: int, line: str, words: Words, answer: Answer, complain: Complain | None = None) -> Reply:
    """The answer to a line, or the complaint in its place."""
    complain = complain or error_line
    try:
        return Reply(answer(json.loads(line, object_pairs_hook=_object)))
    except LegworkError as error:
        return Reply(complain(sentence(error, words), number), BAD_INPUT)
    except (ValueError, RecursionError):
        return Reply(complain(words("stream.not_json"), number), BAD_INPUT)


def _object(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """A JSON object; of a field that stands twice nobody knows which one is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise ProfileError(shown(name), "twice")
            seen.add(name)
    return found


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
