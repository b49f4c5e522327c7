"""The settings: every variable of the environment the program knows, read once, checked before anything starts.

They come from the process environment, then from ``.env``. An empty value counts as unset.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from coach.errors import ConfigurationError

TELEGRAM = "https://api.telegram.org"
ENV_FILE = Path(".env")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_PORT_LIMIT = 65_535
SECRETS = frozenset({"TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})
"""What a process that reads strangers' files, or draws, need not know."""


class Problem(ValueError):
    """What is wrong with a value, as a short machine word; pydantic carries it to ``read_settings``."""


class Settings(BaseSettings):
    """Everything that can be set from outside. Secrets are secret types: their ``repr`` shows stars."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_bot_token: SecretStr | None = None
    """From BotFather; without one only the sandbox runs."""
    telegram_api_url: str = TELEGRAM
    """Root of a Bot API server, without a slash at its end."""
    database_url: SecretStr = SecretStr("sqlite:///legwork.db")
    """SQLite file or PostgreSQL address; secret, because it may hold a password."""
    webhook_url: str | None = None
    """Public https address that Telegram calls; polling where there is none."""
    webhook_secret: SecretStr | None = None
    listen: Annotated[tuple[str, int], NoDecode] = ("127.0.0.1", 8443)
    """Host and port of the webhook's server."""
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    """Telegram user ids that may use operator commands."""
    metrics_listen: Annotated[tuple[str, int] | None, NoDecode] = None
    """Host and port for metrics and health; none by default."""
    messages_per_second: float = Field(default=30.0, gt=0, le=1000)
    """The global send limit the bot keeps."""
    flights_folder: Path | None = Path()
    """With PostgreSQL: where on this machine it is noted how far each call to Telegram has come; ``None``: nowhere."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            raise Problem("token")
        return token

    @field_validator("telegram_api_url", "webhook_url")
    @classmethod
    def _address(cls, address: str | None) -> str | None:
        if address is None:
            return None
        if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).hostname:
            raise Problem("address")
        return address.rstrip("/")

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not _SECRET.fullmatch(secret.get_secret_value()):
            raise Problem("secret")
        return secret

    @field_validator("database_url")
    @classmethod
    def _database(cls, url: SecretStr) -> SecretStr:
        scheme = url.get_secret_value().partition(":")[0].partition("+")[0]
        if scheme not in {"sqlite", "postgresql", "postgres"}:
            raise Problem("database")
        return url

    @field_validator("listen", "metrics_listen", mode="before")
    @classmethod
    def _listening(cls, value: object) -> object:
        return _host_and_port(value) if isinstance(value, str) else value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise Problem("ids")
        return frozenset(int(part) for part in parts)

    @field_validator("log_level", mode="before")
    @classmethod
    def _loud(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _guarded_webhook(self) -> "Settings":
        if self.webhook_url is not None and self.webhook_secret is None:
            raise Problem("webhook_secret_missing")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every text that must never be written to a log."""
        found = (self.telegram_bot_token, self.webhook_secret)
        password = urlsplit(self.database_url.get_secret_value()).password
        return tuple(secret.get_secret_value() for secret in found if secret is not None) + (
            (password,) if password else ()
        )


def _host_and_port(text: str) -> tuple[str, int]:
    host, colon, port = text.strip().rpartition(":")
    if not colon or not host or not (port.isascii() and port.isdigit()) or int(port) > _PORT_LIMIT:
        raise Problem("host_port")
    return host.strip("[]"), int(port)


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """The settings in force: the process environment first, then ``env_file``.

    Raises:
        ConfigurationError: a value is malformed, or ``env_file`` cannot be read; no secret is in the error.
    """
    _check_file(env_file)
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings takes it at run time
    except ValidationError as error:
        raise _explain(error) from None


def _check_file(env_file: Path) -> None:
    """pydantic-settings passes over what it cannot parse; a person who wrote it wants to know."""
    from dotenv.parser import parse_stream

    try:
        with env_file.open(encoding="utf-8") as stream:
            for binding in parse_stream(stream):
                if binding.error:
                    raise ConfigurationError(str(env_file), "file_line", line=binding.original.line)
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(str(env_file), "file") from None


def _explain(error: ValidationError) -> ConfigurationError:
    """The first problem and the others, all without the value: it may be a secret."""
    first, *others = [_problem(found) for found in error.errors(include_url=False, include_input=False)]
    first.others = tuple(others)
    return first


def _problem(found: Any) -> ConfigurationError:  # noqa: ANN401 — pydantic's own error document
    """One problem."""
    cause = found.get("ctx", {}).get("error")
    reason = str(cause) if isinstance(cause, Problem) else _reason_for(found["type"])
    setting = str(found["loc"][0]).upper() if found["loc"] else "WEBHOOK_SECRET"
    return ConfigurationError(setting, reason, **_choices(found))


def _reason_for(kind: str) -> str:
    return {"literal_error": "choice", "greater_than": "rate", "less_than_equal": "rate", "float_parsing": "rate"}.get(
        kind, "value"
    )


def _choices(problem: Any) -> dict[str, object]:  # noqa: ANN401 — pydantic's own error document
    expected = problem.get("ctx", {}).get("expected")
    return {"choices": expected} if expected else {}


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that has no business with the token, the webhook or the database."""
    return {name: value for name, value in environment.items() if name not in SECRETS}
