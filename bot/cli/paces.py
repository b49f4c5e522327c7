"""``legwork paces``: race results in, running fitness, training paces and predictions out, as JSON Lines."""

import argparse
from typing import TextIO

from bot.cli.language import add_language
from bot.cli.stream import answer_all
from bot.cli.writing import write
from bot.words import words_for
from coach.documents import read_race
from coach.paces import fitness_of, predictions, training_paces


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``legwork paces``."""
    add_language(parser, "errors")


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Answer each race result with one object; 0, or 2 where a line could not be used."""
    del stderr
    return answer_all(stdin, stdout, words_for(arguments.lang, html=False), answer)


def answer(document: object) -> str:
    """Fitness, paces in seconds per kilometre (fast, slow), and predictions in seconds by metres, on one line.

    Raises:
        ProfileError: the result cannot be true; the field is named.
    """
    fitness = fitness_of(read_race(document))
    paces = {str(zone): ends for zone, ends in training_paces(fitness).items()}
    return write({"fitness": round(fitness, 1), "paces": paces, "predictions": predictions(fitness)})
