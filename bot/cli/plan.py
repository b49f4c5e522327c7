"""``legwork plan``: profiles in, plans out, as JSON Lines or as text to pin to the fridge."""

import argparse
from dataclasses import replace
from functools import partial
from typing import TextIO

from bot.cli.crew import answer_together
from bot.cli.language import add_language
from bot.cli.stream import Reply, reply
from bot.cli.writing import writer_for
from bot.views.fridge import fridge_text
from bot.words import Words, words_for
from coach.documents import Request, read_request
from coach.measuring import may_measure
from coach.phrases import phrase
from coach.plan import Notice, Plan
from coach.planning import plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``legwork plan``."""
    parser.add_argument(
        "--format", choices=["json", "text"], default="json", help="JSON Lines, or text for a person to read"
    )
    add_language(parser, "words")


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Answer each profile with its plan; 0, or 2 where a line could not be used."""
    del stderr
    return answer_together(stdin, stdout, partial(answer, arguments.lang, arguments.format))


def answer(language: str, form: str, number: int, line: str) -> Reply:
    """The plan of the profile in a line, in the words of a language."""
    words = words_for(language, html=False)
    if form == "text":
        return reply(number, line, words, partial(as_text, words), partial(complaint, words))
    return reply(number, line, words, partial(as_json, words))


def as_json(words: Words, document: object) -> str:
    """The contract's plan on one line."""
    request = read_request(document)
    return writer_for(spoken(request, words)).line(planned(request))


def as_text(words: Words, document: object) -> str:
    """The plan for the fridge."""
    request = read_request(document)
    return fridge_text(planned(request), spoken(request, words), modest=not may_measure(request.profile))


def complaint(words: Words, text: str, line: int) -> str:
    """What is wrong with a line, where people read the plans."""
    return words("stream.line", line=line, text=text)


def planned(request: Request) -> Plan:
    """The plan of a request; without a day it is wanted from the start on.

    Fields that nobody reads are warned of, and a limit of minutes that was taken from the other one.

    Raises:
        NotPlannable: a profile that must not be planned.
    """
    made = plan(request.profile, request.history, request.today or request.profile.start_date)
    found = []
    if request.one_limit and request.profile.max_minutes:
        minutes = getattr(request.profile.max_minutes, request.one_limit)
        found.append(Notice("unknown_minutes", phrase(f"warning.unknown_{request.one_limit}", minutes=minutes)))
    if request.unknown:
        found.append(Notice("unknown_field", phrase("warning.unknown_field", names=", ".join(request.unknown))))
    return replace(made, warnings=(*made.warnings, *found)) if found else made


def spoken(request: Request, words: Words) -> Words:
    """The words in the units of the profile."""
    return words_for(words.language, request.profile.units, html=False)
