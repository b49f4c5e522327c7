"""``legwork migrate``: brings the database to the current schema."""

import argparse
from typing import TextIO

from bot.settings import read_settings
from bot.words import words_for
from storage.database import open_database
from storage.schema import upgrade


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none: the database is a setting."""


def run(arguments: argparse.Namespace, stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Migrate.

    Raises:
        ConfigurationError: a setting is malformed.
        DatabaseError: the database cannot be used, or is newer than this program.
    """
    del arguments, stdin, stderr
    database = open_database(read_settings().database_url.get_secret_value())
    try:
        upgrade(database)
    finally:
        database.close_now()
    stdout.write(words_for(html=False)("machine.migrated") + "\n")
    return 0
