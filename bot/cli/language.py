"""The option ``--lang``: a language of ours, or wrong usage that names those there are."""

import argparse

from bot.words.catalogue import languages


def add_language(parser: argparse.ArgumentParser, of: str) -> None:
    """Declare ``--lang``, the language ``of`` something."""
    parser.add_argument("--lang", type=a_language, default="en", metavar="L", help=f"language of the {of}, such as en")


def a_language(text: str) -> str:
    """A language tag such as ``en`` or ``en-US`` whose language has a catalogue.

    Raises:
        argparse.ArgumentTypeError: it has none.
    """
    if text.partition("-")[0].lower() not in languages():
        raise argparse.ArgumentTypeError(f"{text} is no language I speak; I speak {', '.join(languages())}")
    return text
