"""``legwork backup FILE``: a consistent, checked copy of the embedded database, also while the bot runs."""

import argparse
from pathlib import Path
from typing import TextIO

from bot.settings import read_settings
from bot.words import words_for
from storage.backup import backup
from storage.database import open_database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the copy goes."""
    parser.add_argument("file", type=Path, metavar="FILE", help=words_for(html=False)("machine.option.file"))


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Copy.

    Raises:
        ConfigurationError: a setting is malformed, or the database is not the embedded one.
        BackupUnusable: the copy cannot be written.
        DatabaseError: the database cannot be read.
    """
    del stdin, stderr
    database = open_database(read_settings().database_url.get_secret_value(), make=False)
    try:
        backup(database, arguments.file)
    finally:
        database.close_now()
    stdout.write(words_for(html=False)("machine.backed_up", file=arguments.file) + "\n")
    return 0
