"""``legwork``: the command line. Each command is a module that is imported only when it is asked for."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn, TextIO

from bot.words import Words, words_for
from bot.words.trouble import explain
from coach.errors import LegworkError

COMMANDS = ("run", "sandbox", "plan", "parse", "paces", "import", "reparse", "backup", "restore", "migrate", "doctor")
MODULES = {"import": "importing"}
"""Commands whose name Python keeps for itself."""
WRONG_USAGE = 2
FAILURE = 1


class Parser(argparse.ArgumentParser):
    """argparse with one clear line for wrong usage."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line and exit with 2."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``legwork`` with the process's own streams; its exit status."""
    return obey(sys.argv[1:] if arguments is None else arguments, sys.stdin, sys.stdout, sys.stderr)


def obey(arguments: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run one command; its exit status: 0, 1 for a failure of its own, 2 for wrong usage or input."""
    words = words_for("en", html=False)
    name = next((word for word in arguments if not word.startswith("-")), None)
    parser = build_parser(words, name)
    parsed = parser.parse_args(arguments)
    try:
        command: Any = command_module(parsed.command or default_command(stdout, words))
        status: int = command.run(parsed, stdin, stdout, stderr)
    except LegworkError as error:
        stderr.write(words("machine.failed", text=explain(error, words)) + "\n")
        return getattr(error, "exit_status", WRONG_USAGE)
    except KeyboardInterrupt:
        return 128 + 2
    except BrokenPipeError:
        return FAILURE
    return status


def build_parser(words: Words, wanted: str | None) -> Parser:
    """The parser with every command; only the wanted one's options are read in."""
    parser = Parser(prog="legwork", description=words("machine.about"))
    commands = parser.add_subparsers(dest="command", metavar=words("machine.usage.command"))
    for name in COMMANDS:
        about = words(f"machine.command.{name}")
        command = commands.add_parser(name, help=about, description=about)
        if name == wanted:
            command_module(name).add_arguments(command)
    return parser


def command_module(name: str) -> Any:  # noqa: ANN401 — a module with ``add_arguments`` and ``run``
    """The module of a command."""
    return import_module(f"bot.cli.{MODULES.get(name, name)}")


def default_command(stdout: TextIO, words: Words) -> str:
    """What ``legwork`` alone means: the bot with a token, the sandbox without, and it says so.

    Raises:
        ConfigurationError: the settings cannot be read.
    """
    from bot.settings import read_settings

    if read_settings().telegram_bot_token is not None:
        return "run"
    stdout.write(words("machine.no_token") + "\n")
    return "sandbox"


if __name__ == "__main__":
    sys.exit(main())
