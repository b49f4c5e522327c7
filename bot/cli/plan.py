"""``legwork plan``: profiles in, plans out, as JSON Lines or as text to pin to the fridge."""

import argparse
from typing import TextIO

from bot.cli.stream import answer_all
from bot.cli.writing import writer_for
from bot.views.fridge import fridge_text
from bot.words import Words, words_for
from coach.documents import Request, read_request
from coach.plan import Plan
from coach.planning import plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``legwork plan``."""
    parser.add_argument(
        "--format", choices=["json", "text"], default="json", help="JSON Lines, or text for a person to read"
    )
    parser.add_argument("--lang", default="en", metavar="L", help="language of the words, such as en")


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Answer each profile with its plan; 0, or 2 where a line could not be used."""
    del stderr
    words = words_for(arguments.lang, html=False)

    def as_json(document: object) -> str:
        request = read_request(document)
        return writer_for(spoken(request, words)).line(planned(request))

    def as_text(document: object) -> str:
        request = read_request(document)
        return fridge_text(planned(request), spoken(request, words))

    if arguments.format == "text":
        return answer_all(stdin, stdout, words, as_text, lambda text, line: words("stream.line", line=line, text=text))
    return answer_all(stdin, stdout, words, as_json)


def planned(request: Request) -> Plan:
    """The plan of a request; without a day it is wanted from the start on.

    Raises:
        NotPlannable: a profile that must not be planned.
    """
    return plan(request.profile, request.history, request.today or request.profile.start_date)


def spoken(request: Request, words: Words) -> Words:
    """The words in the units of the profile."""
    return words_for(words.language, request.profile.units, html=False)
