"""The settings: read from the environment, then from a file; wrong ones are named, never guessed at."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from bot.words import words_for
from bot.words.trouble import explain
from coach.errors import ConfigurationError

NAMES = [name.upper() for name in Settings.model_fields]
TOKEN = "123456:canary-token-of-a-test"  # noqa: S105 — it opens nothing


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    return


def an_env_file(folder: Path, text: str) -> Path:
    path = folder / ".env"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_has_a_default_but_the_token(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / ".env")
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database_url.get_secret_value() == "sqlite:///legwork.db"
    assert settings.listen == ("127.0.0.1", 8443)
    assert settings.messages_per_second == 30
    assert settings.admin_ids == frozenset()
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_the_file_is_read(tmp_path: Path) -> None:
    path = an_env_file(tmp_path, f"TELEGRAM_BOT_TOKEN={TOKEN}\nADMIN_IDS=1, 22\nLOG_LEVEL=debug\n# a comment\n")
    settings = read_settings(path)
    assert settings.telegram_bot_token is not None
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.admin_ids == {1, 22}
    assert settings.log_level == "DEBUG"


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_FORMAT", "json")
    assert read_settings(an_env_file(tmp_path, "LOG_FORMAT=text")).log_format == "json"


def test_an_empty_value_counts_as_unset(tmp_path: Path) -> None:
    assert read_settings(an_env_file(tmp_path, "TELEGRAM_BOT_TOKEN=\nLISTEN=\n")).telegram_bot_token is None


@pytest.mark.parametrize(
    ("line", "setting", "reason"),
    [
        ("TELEGRAM_BOT_TOKEN=not a token", "TELEGRAM_BOT_TOKEN", "token"),
        ("TELEGRAM_API_URL=localhost:8081", "TELEGRAM_API_URL", "address"),
        ("DATABASE_URL=mysql://db", "DATABASE_URL", "database"),
        ("WEBHOOK_URL=example", "WEBHOOK_URL", "address"),
        ("WEBHOOK_URL=https://example.org", "WEBHOOK_SECRET", "webhook_secret_missing"),
        ("WEBHOOK_SECRET=a secret!", "WEBHOOK_SECRET", "secret"),
        ("LISTEN=8443", "LISTEN", "host_port"),
        ("METRICS_LISTEN=host:port", "METRICS_LISTEN", "host_port"),
        ("LISTEN=localhost:99999", "LISTEN", "host_port"),
        ("ADMIN_IDS=me", "ADMIN_IDS", "ids"),
        ("MESSAGES_PER_SECOND=fast", "MESSAGES_PER_SECOND", "rate"),
        ("MESSAGES_PER_SECOND=0", "MESSAGES_PER_SECOND", "rate"),
        ("LOG_LEVEL=chatty", "LOG_LEVEL", "choice"),
        ("LOG_FORMAT=xml", "LOG_FORMAT", "choice"),
    ],
)
def test_a_malformed_value_is_named(tmp_path: Path, line: str, setting: str, reason: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_settings(an_env_file(tmp_path, line))
    assert (caught.value.setting, caught.value.reason) == (setting, reason)


def test_every_malformed_value_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_settings(an_env_file(tmp_path, "LISTEN=8443\nADMIN_IDS=me\nLOG_LEVEL=chatty"))
    said = explain(caught.value, words_for(html=False))
    assert [part.partition(":")[0] for part in said.split("; ")] == ["LISTEN", "ADMIN_IDS", "LOG_LEVEL"]
    assert "INFO" in said


def test_a_line_that_is_no_setting_is_named_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_settings(an_env_file(tmp_path, "LOG_LEVEL=INFO\n=nonsense here\n"))
    assert caught.value.reason == "file_line"
    assert caught.value.data["line"] == 2


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError) as caught:
        read_settings(path)
    assert caught.value.reason == "file"


def test_no_secret_shows_in_a_repr_or_an_error(tmp_path: Path) -> None:
    settings = read_settings(an_env_file(tmp_path, f"TELEGRAM_BOT_TOKEN={TOKEN}\nDATABASE_URL=postgresql://a:pw@h/d"))
    assert TOKEN not in repr(settings)
    assert "pw" not in repr(settings)
    assert set(settings.secrets) == {TOKEN, "pw"}
    with pytest.raises(ConfigurationError) as caught:
        read_settings(an_env_file(tmp_path, "TELEGRAM_BOT_TOKEN=secret-looking words"))
    assert "secret-looking" not in repr(caught.value) + str(caught.value.__cause__)


def test_example_file_lists_every_setting_and_nothing_else() -> None:
    lines = (Path(__file__).parents[2] / ".env.example").read_text(encoding="utf-8").splitlines()
    listed = [line.removeprefix("#").partition("=")[0] for line in lines if line and not line.startswith("# ")]
    assert sorted(listed) == sorted(NAMES)


def test_example_file_comments_every_setting_and_shows_its_default() -> None:
    path = Path(__file__).parents[2] / ".env.example"
    lines = path.read_text(encoding="utf-8").splitlines()
    for before, line in itertools.pairwise(lines):
        assert not line or line.startswith("#") or before.startswith("# ")
    assert read_settings(path) == read_settings(path.with_name("no such file"))
