"""``legwork restore FILE``: puts a copy made by ``legwork backup`` in the place of the embedded database."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.settings import read_settings
from bot.words import words_for
from storage.backup import restore
from storage.database import open_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy is."""
    parser.add_argument("file", type=Path, metavar="FILE", help=words_for(html=False)("machine.option.file"))


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Restore; the database is as it was where the copy is not sound.

    Raises:
        ConfigurationError: a setting is malformed, or the database is not the embedded one.
        BackupUnusable: the copy is missing or not sound.
        DatabaseError: the database cannot be read.
    """
    del stdin, stderr
    database = open_database(read_settings().database_url.get_secret_value())
    try:
        restore(database, arguments.file)
    finally:
        database.close_now()
    stdout.write(words_for(html=False)("machine.restored", file=arguments.file) + "\n")
    return 0
