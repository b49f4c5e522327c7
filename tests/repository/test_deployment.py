"""What an operator installs: container, compose file, system services, and the audit; parsed, checked, tried."""

import json
import os
import re
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from bot.__main__ import COMMANDS

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
UNITS = sorted((ROOT / "deploy").glob("legwork*"))
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
OURS = {name: service for name, service in COMPOSE["services"].items() if service["image"] == "legwork"}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, what follows)."""
    joined = re.sub(r"\\\n\s*", "", DOCKERFILE)
    lines = [line for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def last_stage() -> list[tuple[str, str]]:
    """What the image itself is made by."""
    found = instructions()
    start = max(number for number, (name, _) in enumerate(found) if name == "FROM")
    return found[start:]


def settings_known() -> set[str]:
    """The variables that ``.env.example`` explains."""
    return set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))


class TestDockerfile:
    """The container."""

    def test_every_base_is_pinned_to_a_release(self) -> None:
        bases = [rest.split()[0] for name, rest in instructions() if name == "FROM"]
        assert len(bases) == 2
        assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", base) for base in bases)
        assert "uv==" in DOCKERFILE

    def test_it_runs_as_nobody_in_particular(self) -> None:
        users = [rest for name, rest in last_stage() if name == "USER"]
        assert users == ["10001"]
        names = [name for name, _ in last_stage()]
        assert "RUN" not in names[names.index("USER") :]

    def test_signals_reach_the_bot(self) -> None:
        """The exec form: no shell stands between the runtime's SIGTERM and the program."""
        said = dict(last_stage())
        assert json.loads(said["ENTRYPOINT"]) == ["legwork"]
        assert json.loads(said["CMD"]) == ["run"]
        assert said["STOPSIGNAL"] == "SIGTERM"

    def test_no_secret_and_no_unknown_setting_is_baked_in(self) -> None:
        baked = set(re.findall(r"\b([A-Z][A-Z_]+)=", " ".join(rest for name, rest in last_stage() if name == "ENV")))
        assert baked <= settings_known() | {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
        assert not baked & {"TELEGRAM_BOT_TOKEN", "WEBHOOK_SECRET"}
        assert not [name for name, _ in instructions() if name in {"ARG", "ADD"}]

    def test_what_is_copied_exists_and_is_not_ignored(self) -> None:
        copied = [rest.split()[:-1] for name, rest in instructions() if name == "COPY" and "--from" not in rest]
        ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        for source in (source for sources in copied for source in sources):
            assert (ROOT / source).exists(), source
            assert f"!{source}" in ignored, source
        assert ignored[0] == "*"

    def test_the_health_check_tells_life_from_death(self) -> None:
        command = re.search(r"HEALTHCHECK .*?CMD (\[.*\])", re.sub(r"\\\n\s*", "", DOCKERFILE))
        assert command is not None
        python, flag, code = json.loads(command[1])
        assert (python, flag) == ("python", "-c")
        with _answering() as port:
            assert _python(code, METRICS_LISTEN=f"0.0.0.0:{port}") == 0
        assert _python(code, METRICS_LISTEN=f"0.0.0.0:{port}") != 0


class TestCompose:
    """The compose file."""

    def test_there_are_two_ways_to_run_it(self) -> None:
        profiles: dict[str, set[str]] = {}
        for name, service in COMPOSE["services"].items():
            for profile in service["profiles"]:
                profiles.setdefault(profile, set()).add(name)
        assert profiles == {"alone": {"bot"}, "postgres": {"database", "migrate", "replica"}}
        assert COMPOSE["services"]["replica"]["deploy"]["replicas"] == 2
        assert all(f"--profile {profile}" in OPERATIONS for profile in profiles)

    @pytest.mark.parametrize("name", OURS)
    def test_ours_are_locked_down(self, name: str) -> None:
        service = OURS[name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]
        assert service["init"] is True
        assert "ports" not in service
        assert "mem_limit" in service

    def test_the_bot_writes_only_to_its_volume(self) -> None:
        assert COMPOSE["services"]["bot"]["volumes"] == ["data:/data"]
        assert set(COMPOSE["volumes"]) == {"data", "flights", "postgres"}

    def test_the_volume_is_where_the_image_keeps_its_database(self) -> None:
        (volume,) = COMPOSE["services"]["bot"]["volumes"]
        place = volume.partition(":")[2]
        assert COMPOSE["services"]["bot"]["environment"]["DATABASE_URL"] == f"sqlite:///{place}/legwork.db"
        assert json.loads(dict(last_stage())["VOLUME"]) == [place]

    @pytest.mark.parametrize("name", OURS)
    def test_a_copied_file_of_settings_takes_nothing_from_the_health_check(self, name: str) -> None:
        """An empty line there would otherwise win over what the image says."""
        baked = dict(re.findall(r"(\w+)=(\S+)", " ".join(rest for key, rest in last_stage() if key == "ENV")))
        said = OURS[name]["environment"]["METRICS_LISTEN"]
        assert said == f"${{METRICS_LISTEN:-{baked['METRICS_LISTEN']}}}"

    def test_a_copied_file_of_settings_leaves_what_image_and_service_set_where_it_would_be_unset(self) -> None:
        emptied = re.findall(r"^([A-Z_]+)=$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
        baked = set(re.findall(r"\b([A-Z][A-Z_]+)=", " ".join(rest for key, rest in last_stage() if key == "ENV")))
        unit = (ROOT / "deploy" / "legwork.service").read_text(encoding="utf-8")
        assert not baked & set(emptied)
        assert not set(re.findall(r"^Environment=(\w+)=", unit, re.MULTILINE)) & set(emptied)

    def test_whatever_a_service_names_is_there(self) -> None:
        services, volumes = COMPOSE["services"], COMPOSE["volumes"]
        for service in services.values():
            assert set(service.get("depends_on", {})) <= set(services)
            assert {volume.partition(":")[0] for volume in service.get("volumes", [])} <= set(volumes)
            assert set(service.get("command", [])) <= set(COMMANDS)
        for needs in (service.get("depends_on", {}) for service in services.values()):
            for name, need in needs.items():
                assert need["condition"] != "service_healthy" or "test" in services[name]["healthcheck"]

    def test_replicas_reach_the_database_as_it_is_set_up(self) -> None:
        made = COMPOSE["services"]["database"]["environment"]
        url = COMPOSE["services"]["replica"]["environment"]["DATABASE_URL"]
        assert url == f"postgresql://{made['POSTGRES_USER']}:{made['POSTGRES_PASSWORD']}@database/{made['POSTGRES_DB']}"

    def test_replicas_start_after_the_migration(self) -> None:
        needs = COMPOSE["services"]["replica"]["depends_on"]
        assert needs["migrate"]["condition"] == "service_completed_successfully"
        assert COMPOSE["services"]["migrate"]["command"] == ["migrate"]

    def test_a_stop_is_given_longer_than_the_bot_takes(self) -> None:
        assert {service["stop_grace_period"] for service in OURS.values()} == {"10s"}

    def test_every_variable_is_documented_and_no_secret_is_written_down(self) -> None:
        ours = {name for service in OURS.values() for name in service["environment"]}
        assert ours <= settings_known()
        asked = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
        assert asked == {"POSTGRES_PASSWORD", "METRICS_LISTEN"}
        assert "POSTGRES_PASSWORD" in OPERATIONS


class TestUnits:
    """The system services."""

    @pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
    def test_systemd_knows_every_directive(self, unit: Path, tmp_path: Path) -> None:
        if shutil.which("systemd-analyze") is None:
            assert _directives(unit) <= KNOWN
            return
        for each in UNITS:
            text = each.read_text(encoding="utf-8")
            # The program is not installed here.
            text = re.sub(r"/opt/legwork/\.venv/bin/legwork", "/bin/true", text)
            (tmp_path / each.name).write_text(text, encoding="utf-8")
        found = _run(["systemd-analyze", "verify", str(tmp_path / unit.name)], tmp_path)
        assert found.stderr == ""
        assert found.returncode == 0
        assert _directives(unit) <= KNOWN, "for machines without systemd"

    def test_the_bot_is_locked_down(self) -> None:
        text = (ROOT / "deploy" / "legwork.service").read_text(encoding="utf-8")
        for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "DynamicUser=yes", "UMask=0077", "ProtectHome=yes"):
            assert line in text.splitlines()
        assert "TELEGRAM_BOT_TOKEN=" not in text

    @pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
    def test_they_start_a_command_there_is_with_settings_there_are(self, unit: Path) -> None:
        text = unit.read_text(encoding="utf-8")
        (command,) = re.findall(r"^ExecStart=.*/opt/legwork/\.venv/bin/legwork (\w+)", text, re.MULTILINE)
        assert command in COMMANDS
        assert set(re.findall(r"^Environment=(\w+)=", text, re.MULTILINE)) <= settings_known()
        assert "git clone … /opt/legwork" in OPERATIONS

    @pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
    def test_the_database_lies_where_they_may_write(self, unit: Path) -> None:
        said = dict(re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE))
        (kept, *_) = said["StateDirectory"].split()
        assert f"DATABASE_URL=sqlite:////var/lib/{kept}/legwork.db" in unit.read_text(encoding="utf-8")
        assert said["WorkingDirectory"] == f"/var/lib/{kept}"

    def test_the_file_of_settings_is_the_one_that_the_installation_makes(self) -> None:
        (file,) = re.findall(r"^EnvironmentFile=(.*)$", (ROOT / "deploy" / "legwork.service").read_text(), re.MULTILINE)
        assert f".env.example {file}" in OPERATIONS

    def test_a_python_that_uv_fetches_lies_where_the_service_may_look(self) -> None:
        """By itself uv would put it into the home of who installs, which ``ProtectHome`` hides."""
        (place,) = re.findall(r"UV_PYTHON_INSTALL_DIR=(\S+) uv sync --no-dev --no-editable", OPERATIONS)
        (program,) = re.findall(
            r"^ExecStart=(\S+)/\.venv/", (ROOT / "deploy" / "legwork.service").read_text(), re.MULTILINE
        )
        assert place.startswith(f"{program}/")

    def test_what_must_be_changed_first_is_not_tried_again_and_again(self) -> None:
        text = (ROOT / "deploy" / "legwork.service").read_text(encoding="utf-8")
        assert "RestartPreventExitStatus=2" in text
        assert "TimeoutStopSec=10" in text

    def test_every_unit_is_explained(self) -> None:
        assert all(unit.name in OPERATIONS for unit in UNITS)


KNOWN = set(
    "After CapabilityBoundingSet Description Documentation DynamicUser Environment EnvironmentFile ExecStart KillMode"  # noqa: SIM905 — easier to read
    " LockPersonality MemoryMax NoNewPrivileges OnCalendar Persistent PrivateDevices PrivateNetwork PrivateTmp"
    " ProtectClock ProtectControlGroups ProtectHome ProtectHostname ProtectKernelLogs ProtectKernelModules"
    " ProtectKernelTunables ProtectProc ProtectSystem RandomizedDelaySec RemoveIPC Restart RestartPreventExitStatus"
    " RestartSec RestrictAddressFamilies RestrictNamespaces RestrictRealtime RestrictSUIDSGID StartLimitBurst"
    " StartLimitIntervalSec StateDirectory StateDirectoryMode SystemCallArchitectures SystemCallFilter TasksMax"
    " TimeoutStopSec Type UMask User WantedBy Wants WorkingDirectory".split()
)


class TestAudit:
    """Known holes in dependencies, in every run of ``.ci/run``."""

    def test_every_run_audits(self) -> None:
        assert "\n.ci/audit\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("status", "said", "ends", "tells"),
        [
            (0, "No known vulnerabilities", 0, ["No known vulnerabilities", "\nAUDITED"]),
            (1, "aiohttp 3.0 has GHSA-1", 1, ["GHSA-1", "\nFAILED"]),
            (2, "error: Request failed after 3 retries", 0, ["NOT AUDITED"]),
            (2, "error: HTTP status server error (503 Service Unavailable)", 0, ["NOT AUDITED"]),
            (2, "error: HTTP status client error (404 Not Found)", 2, ["404", "\nFAILED"]),
            (2, "error: unexpected argument", 2, ["unexpected argument", "\nFAILED"]),
        ],
    )
    def test_holes_fail_the_run_and_a_missing_network_is_said(
        self, tmp_path: Path, status: int, said: str, ends: int, tells: list[str]
    ) -> None:
        auditor = tmp_path / "uv"
        auditor.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit {status}\n", encoding="utf-8")
        auditor.chmod(0o700)
        found = _run([str(ROOT / ".ci" / "audit")], ROOT, UV=str(auditor))
        assert found.returncode == ends
        assert all(words in found.stdout for words in tells)
        assert ("\nAUDITED" in found.stdout) == (status == 0), "it never says so of what it did not ask"

    def test_the_auditor_asks_about_what_the_bot_depends_on_and_a_hole_fails_the_run(self) -> None:
        """The real uv, against an advisory service of our own that knows a hole in aiohttp."""
        with _answering(_Advisories) as port:
            found = _run([str(ROOT / ".ci" / "audit"), "--service-url", f"http://127.0.0.1:{port}"], ROOT)
        assert found.returncode == 1, found.stdout
        assert "aiohttp" in found.stdout
        assert "TEST-1" in found.stdout
        assert {"aiohttp", "python-telegram-bot", "sqlmodel", "psycopg"} <= _Advisories.asked

    def test_a_service_that_is_not_there_is_said_by_the_auditor_itself(self) -> None:
        with _answering() as port:
            """Nobody answers on this port any more."""
        found = _run([str(ROOT / ".ci" / "audit"), "--service-url", f"http://127.0.0.1:{port}"], ROOT)
        assert found.returncode == 0
        assert "NOT AUDITED" in found.stdout

    @pytest.mark.parametrize("said", ["Request failed after 3 retries", "HTTP status server error (503)"])
    def test_where_it_must_be_audited_a_service_that_is_away_fails_the_run(self, tmp_path: Path, said: str) -> None:
        auditor = tmp_path / "uv"
        auditor.write_text(f"#!/bin/sh\necho 'error: {said}' >&2\nexit 2\n", encoding="utf-8")
        auditor.chmod(0o700)
        found = _run([str(ROOT / ".ci" / "audit")], ROOT, UV=str(auditor), AUDIT_REQUIRED="1")
        assert found.returncode == 1
        assert "NOT AUDITED" in found.stdout


def _directives(unit: Path) -> set[str]:
    return set(re.findall(r"^(\w+)=", unit.read_text(encoding="utf-8"), re.MULTILINE))


def _clean(**more: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name.startswith(("UV_", "PIP_", "SSL_")) or name == "HOME"
    }
    return kept | {"PATH": os.environ["PATH"]} | more


def _run(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, check=False, env=_clean(**more), capture_output=True, text=True)  # noqa: S603 — our own


def _python(code: str, **more: str) -> int:
    return _run(["python3", "-c", code], ROOT, **more).returncode


class _answering:  # noqa: N801 — reads as a word where it is used
    """A server that answers while it is entered: 200, unless told otherwise."""

    def __init__(self, how: type[BaseHTTPRequestHandler] | None = None) -> None:
        self.how = how or _Well

    def __enter__(self) -> int:
        self.server = HTTPServer(("127.0.0.1", 0), self.how)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        return int(self.server.server_address[1])

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class _Well(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer like ``/healthz``."""
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Advisories(_Well):
    """OSV's answers, with a hole in aiohttp."""

    asked: ClassVar[set[str]] = set()

    def do_POST(self) -> None:
        """Which packages have holes."""
        queries = json.loads(self.rfile.read(int(self.headers["content-length"])))["queries"]
        names = [query["package"]["name"] for query in queries]
        self.asked.update(names)
        hole = {"vulns": [{"id": "TEST-1", "modified": "2026-01-01T00:00:00Z"}]}
        self._say({"results": [hole if name == "aiohttp" else {} for name in names]})

    def do_GET(self) -> None:
        """What the hole is."""
        day = "2026-01-01T00:00:00Z"
        affected = {
            "package": {"ecosystem": "PyPI", "name": "aiohttp"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}],
        }
        self._say({"id": "TEST-1", "modified": day, "published": day, "summary": "a hole", "affected": [affected]})

    def _say(self, document: dict[str, object]) -> None:
        body = json.dumps(document).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
