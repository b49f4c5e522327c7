"""The container without Docker: its build commands make a program that runs as the image runs it, its sources gone."""

import asyncio
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.driver import Sandbox
from tests.chats.processes import free_port

ROOT = Path(__file__).parents[2]
PROMISED = 5.0
PATIENCE = 120.0
"""Nothing is compiled yet, and the image's user may not keep what it compiles."""


def steps() -> list[tuple[str, str]]:
    """Every instruction of the Dockerfile."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line.partition(" ") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in lines]


def said(instruction: str) -> str:
    """What follows the last instruction of this name."""
    return [rest for name, rest in steps() if name == instruction][-1]


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """The folder that the build stage leaves, where anybody may read and nobody finds the sources."""
    with tempfile.TemporaryDirectory(prefix="legwork-image-") as name:
        place = Path(name)
        place.chmod(0o755)
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        for name_, rest in steps():
            if name_ == "COPY" and "--from" not in rest:
                for source in rest.split()[:-1]:
                    _copy(ROOT / source, place / source)
            elif name_ == "RUN" and json.loads(rest)[0] == "uv":
                subprocess.run(json.loads(rest), cwd=place, check=True, env=environment, capture_output=True)  # noqa: S603 — the image's own
        for folder in ("bot", "coach", "scheduler", "storage"):
            shutil.rmtree(place / folder)
        yield place


class Image:
    """What Docker would run: the image's entry, user and environment, with ``/data`` in a folder of the test's own."""

    def __init__(self, made: Path, data: Path) -> None:
        self.data, self._made, self.port = data, made, free_port()
        self.variables = {"PATH": os.environ["PATH"], "HOME": str(data)}
        for pair in shlex.split(" ".join(rest for name, rest in steps()[_last_stage() :] if name == "ENV")):
            variable, _, value = pair.partition("=")
            self.variables[variable] = self._here(value)

    def entry(self, *command: str) -> list[str]:
        """The words that start the program, as the image's user where this machine lets us be it."""
        program, *more = json.loads(said("ENTRYPOINT"))
        return [*self.as_nobody(), str(self._made / ".venv" / "bin" / program), *more, *command]

    def health_check(self) -> list[str]:
        """The image's own question whether it lives."""
        return [self._here(word) for word in json.loads(said("HEALTHCHECK").partition("CMD ")[2])]

    def as_nobody(self) -> list[str]:
        """Become the image's user, for good and without a capability."""
        user = said("USER")
        become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs"]
        python = str(self._made / ".venv" / "bin" / "python")
        able = os.geteuid() == 0 and shutil.which("setpriv") is not None
        if not able or subprocess.run([*become, python, "-c", ""], check=False, capture_output=True).returncode:  # noqa: S603 — our own words
            return []
        os.chown(self.data, int(user), int(user))
        return [*become, "--bounding-set=-all"]

    def _here(self, value: str) -> str:
        moved = value.replace("/data", str(self.data)).replace("/app/", f"{self._made}/")
        moved = moved.replace(":9100", f":{self.port}")
        return moved.replace("$PATH", os.environ["PATH"])


@pytest.fixture
def image(made: Path) -> Iterator[Image]:
    with tempfile.TemporaryDirectory(prefix="legwork-data-") as name:
        Path(name).chmod(0o700)
        yield Image(made, Path(name))


@pytest.mark.slow
def test_the_build_commands_make_a_program_that_runs_from_anywhere(image: Image, made: Path) -> None:
    doctor = subprocess.run(  # noqa: S603 — our own
        image.entry("doctor"), cwd=image.data, env=image.variables, check=False, capture_output=True, text=True
    )
    assert doctor.returncode == 1, "there is no token"
    assert doctor.stdout.count("\n") == 5
    assert "TELEGRAM_BOT_TOKEN" in doctor.stdout
    assert not (image.data / "legwork.db").exists(), "whoever looks makes nothing"
    assert not (made / ".venv" / "bin" / "pytest").exists()


@pytest.mark.slow
async def test_it_runs_as_the_image_runs_it_answers_is_healthy_and_stops(image: Image) -> None:
    """The entry and command, the user, the environment, the volume, the health check and the stop signal as written."""
    command = image.entry(*json.loads(said("CMD")))
    async with SandboxServer(MovableClock()) as server, Sandbox.at(server.url) as sandbox:
        variables = image.variables | {"TELEGRAM_BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
        running = await asyncio.create_subprocess_exec(*command, cwd=image.data, env=variables)
        try:
            ana = await sandbox.person("Ana")
            await ana.says("/start")
            await ana.hears("What would you like", within=PATIENCE)
            assert stat.S_IMODE((image.data / "legwork.db").stat().st_mode) == 0o600
            assert await _asked(image) == 0
            written = {file.stat().st_uid for file in image.data.iterdir()}
            assert written == {int(said("USER")) if "setpriv" in command[0] else os.geteuid()}
            running.send_signal(getattr(signal, said("STOPSIGNAL")))
            assert await asyncio.wait_for(running.wait(), PROMISED) == 0
            assert await _asked(image) != 0, "nobody lives there now"
        finally:
            if running.returncode is None:
                running.kill()
                await running.wait()


async def _asked(image: Image) -> int:
    asking = await asyncio.create_subprocess_exec(
        *image.health_check(), env=image.variables, stderr=asyncio.subprocess.DEVNULL
    )
    return await asyncio.wait_for(asking.wait(), PATIENCE)


def _last_stage() -> int:
    return max(number for number, (name, _) in enumerate(steps()) if name == "FROM")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
