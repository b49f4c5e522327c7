"""``legwork``: every command exists, explains itself, and ends with a clear line."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS, obey
from bot.settings import Settings
from bot.telegram.polling import AnotherPoller
from bot.words import words_for
from bot.words.trouble import explain
from coach.errors import BackupUnusable, ConfigurationError, LegworkError


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty folder and an empty environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return


def called(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
    """Status, output and error output of a command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        status = obey(arguments, io.StringIO(stdin), out, err)
    except SystemExit as end:
        status = int(end.code or 0)
    return status, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(name, "--help")[0] == 0
    assert name in capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    called("--help")
    shown = capsys.readouterr().out
    assert all(f"\n    {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("wrong", [("fly",), ("plan", "--fast"), ("sandbox", "--port", "many"), ("backup",)])
def test_wrong_usage_is_one_line_and_2(wrong: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert called(*wrong)[0] == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("sandbox", "--port", "65536"), "65536 is no port from 0 to 65535"),
        (("sandbox", "--port", "-1"), "-1 is no port from 0 to 65535"),
        (("parse", "--today", "yesterday"), "yesterday is no day such as 2026-11-30"),
    ],
)
def test_what_an_option_cannot_be_is_said_in_plain_words(
    wrong: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(*wrong)[0] == 2
    assert said in capsys.readouterr().err


def test_run_without_a_token_is_refused() -> None:
    status, out, err = called("run")
    assert (status, out) == (2, "")
    assert err == "legwork: TELEGRAM_BOT_TOKEN: is not set\n"


def test_migrate_makes_the_database_readable_by_its_owner_alone(tmp_path: Path) -> None:
    assert called("migrate")[0] == 0
    assert (tmp_path / "legwork.db").stat().st_mode & 0o077 == 0


def test_a_copy_can_be_made_and_put_back(tmp_path: Path) -> None:
    called("migrate")
    assert called("backup", "copy.db")[0] == 0
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0
    assert called("restore", "copy.db")[0] == 0


def test_of_a_missing_database_there_is_no_copy_and_none_is_made(tmp_path: Path) -> None:
    status, _, err = called("backup", "copy.db")
    assert status == 2
    assert err == "legwork: the database at sqlite:///legwork.db cannot be used: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []


def test_a_copy_into_a_missing_folder_is_refused_in_plain_words() -> None:
    called("migrate")
    status, _, err = called("backup", "nowhere/copy.db")
    assert status == 2
    assert err == "legwork: the copy nowhere/copy.db cannot be used: No such file or directory\n"


def test_what_is_no_copy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("no database", encoding="utf-8")
    status, _, err = called("restore", "copy.db")
    assert status == 2
    assert err.count("\n") == 1
    assert "copy.db" in err


def test_the_doctor_names_what_is_missing_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    status, out, _ = called("doctor")
    assert status == 1
    lines = out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok", "FAIL", "ok", "ok", "ok"]
    assert "TELEGRAM_BOT_TOKEN" in lines[1]


def test_the_doctor_reads_on_with_a_malformed_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "xml")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    status, out, _ = called("doctor")
    assert status == 1
    assert out.startswith("FAIL")
    assert "LOG_FORMAT" in out.splitlines()[0]


def test_the_doctor_finds_an_unreachable_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:abc")
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    status, out, _ = called("doctor")
    assert status == 1
    assert "cannot be reached" in out.splitlines()[1]


@pytest.mark.parametrize("command", ["parse", "paces", "plan"])
def test_a_language_that_is_none_of_ours_is_wrong_usage(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = called(command, "--lang", "xx")
    assert (status, out) == (2, "")
    assert "xx is no language I speak; I speak en" in capsys.readouterr().err
    assert called(command, "--lang", "en-US")[0] == 0


def all_errors(root: type[LegworkError] = LegworkError) -> Iterator[type[LegworkError]]:
    """The whole tree."""
    yield root
    for child in root.__subclasses__():
        yield from all_errors(child)


def test_every_error_has_words() -> None:
    import bot.cli.doctor
    import bot.program  # noqa: F401 — its errors join the tree

    catalogue = words_for().catalogue
    codes = {error.code for error in all_errors()} - {"telegram"}
    assert {code for code in codes if f"error.{code}" not in catalogue} == set()


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ConfigurationError("LISTEN", "host_port"), "LISTEN: must be a host and a port, such as 127.0.0.1:8443"),
        (ConfigurationError("X", "unheard_of"), "X: cannot be read"),
        (ConfigurationError(".env", "file_line", line=3), ".env: line 3 is not of the form NAME=value"),
        (BackupUnusable(path="a.db", reason="gone"), "the copy a.db cannot be used: gone"),
    ],
)
def test_errors_are_said_in_words(error: LegworkError, text: str) -> None:
    assert explain(error, words_for(html=False)) == text


def test_another_poller_is_a_failure_not_wrong_usage() -> None:
    assert AnotherPoller.exit_status == 1
