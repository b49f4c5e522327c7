"""An image that was built, tried without an engine: its own files as root, as the compose file would run them.

    buildah bud --format docker -t legwork . && folder=$(buildah mount $(buildah from legwork))
    python -m tests.chats.image "$folder"

Needs root on Linux. The root is read-only, ``/data`` a volume as an engine makes it, ``/tmp`` in memory; the program is
the image's user without a capability, and the first of its own process tree as in a plain ``docker run``. Each check
says a line; the status is 1 where one fails. With ``--postgres`` two replicas on a database of the tests' own too.
"""

import argparse
import asyncio
import json
import os
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.activities.outings import an_outing
from tests.activities.writing import as_fit
from tests.chats.driver import Person, Sandbox
from tests.chats.onboarded import a_runner
from tests.chats.processes import free_port
from tests.storage.postgres import NEEDED, forget_role, server_url, throw_away_database

DOCKERFILE = Path(__file__).parents[2] / "Dockerfile"
ENTER = """
set -e
mount --rbind -o ro "$1" "$1"
mount -o remount,bind,ro "$1"
mount --bind "$2" "$1/data"
mount -t tmpfs -o size=64m,mode=1777 tmpfs "$1/tmp"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount --bind /etc/resolv.conf "$1/etc/resolv.conf" 2>/dev/null || true
cd "$1/data"
shift 2
exec "$@"
"""
STOPS_WITHIN = 5.0
PATIENCE = 180.0


def written(instruction: str) -> str:
    """What follows the last instruction of this name in the Dockerfile."""
    text = re.sub(r"\\\n\s*", "", DOCKERFILE.read_text(encoding="utf-8"))
    return re.findall(rf"^{instruction} (.*)$", text, re.MULTILINE)[-1]


@dataclass
class Image:
    """The image's files, a volume, and the settings that the compose file or ``.env`` gives."""

    root: Path
    data: Path
    settings: Mapping[str, str]
    port: int = field(default_factory=free_port)
    said: str = ""
    """By the last bot that ran."""

    def words(self, *command: str) -> list[str]:
        """The words that start a command where the image would start it."""
        user = written("USER")
        become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs"]
        inside = ["chroot", str(self.root), *become, "--bounding-set=-all", "env", "-C", written("WORKDIR"), "-i"]
        known = {"HOME": "/data", "METRICS_LISTEN": f"127.0.0.1:{self.port}", **self.settings}
        baked = [pair for pair in shlex.split(written("ENV")) if not pair.startswith("METRICS_LISTEN=")]
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        variables = [pair.replace("$PATH", path) for pair in baked] + [f"{key}={value}" for key, value in known.items()]
        apart = ["unshare", "--mount", "--pid", "--fork", "sh", "-c", ENTER, "enter"]
        return [*apart, str(self.root), str(self.data), *inside, *variables, *command]

    def legwork(self, *command: str) -> list[str]:
        """The words that start the image's program with a command."""
        return self.words(*json.loads(written("ENTRYPOINT")), *command)

    async def done(self, *command: str) -> tuple[int, str]:
        """How a command of the image's program ended, and what it said."""
        return await _ended(self.legwork(*command))

    async def is_healthy(self) -> bool:
        """What the image's own health check says."""
        asked = json.loads(written("HEALTHCHECK").partition("CMD ")[2])
        return (await _ended(self.words(*asked)))[0] == 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        """The image's program with its own command, killed at the end where it still runs."""
        command = self.legwork(*json.loads(written("CMD")))
        process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, stderr=PIPE)
        try:
            yield process
        finally:
            if process.returncode is None:
                os.kill(inner(process), signal.SIGKILL)
            told = await process.communicate()
            self.said = b"".join(told).decode()


def inner(process: Process) -> int:
    """The program itself: the child of what set its world apart."""
    return int(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[0])


def check(what: str, well: object, detail: object = "") -> None:
    """Say a line.

    Raises:
        SystemExit: it is not so.
    """
    sys.stdout.write(f"{'ok ' if well else 'BAD'} {what}{f': {detail}' if detail else ''}\n")
    sys.stdout.flush()
    if not well:
        raise SystemExit(1)


async def alone(image: Image, server: SandboxServer, sandbox: Sandbox) -> None:
    """One bot, its SQLite file on the volume."""
    check("without a token it ends with 2", (await image.done("run"))[0] == 2)
    known = {
        "TELEGRAM_BOT_TOKEN": server.token,
        "TELEGRAM_API_URL": server.url,
        "DATABASE_URL": "sqlite:////data/legwork.db",
    }
    image.settings = known
    await _succeeds(image, "doctor")
    ana = await sandbox.person("Ana")
    async with image.running() as bot:
        await a_runner(ana)
        check("a week comes of the questions", True)
        _is_nobody(bot)
        await _is_held_in(image)
        check("it is healthy", await image.is_healthy())
        await _reads_a_file(ana)
        _is_of_its_owner_alone(image.data)
        await _succeeds(image, "backup", "/data/copy.db")
        await _succeeds(image, "migrate")
        await _stops(bot)
    check("it is not healthy any more", not await image.is_healthy())
    check("no traceback", "Traceback" not in image.said, image.said[-600:])
    await ana.says("7k in 40:10 yesterday")
    async with image.running():
        await ana.hears("7 km", within=PATIENCE)
        check("the next start answers what came meanwhile", True)
    await _succeeds(image, "restore", "/data/copy.db")
    async with image.running() as bot:
        await ana.says("/today")
        await ana.hears(within=PATIENCE)
        await _stops(bot)


async def two_replicas(image: Image, server: SandboxServer, sandbox: Sandbox, url: str) -> None:
    """As the compose file runs them: migrated first, two replicas, one of which dies."""
    image.settings = {"TELEGRAM_BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url, "DATABASE_URL": url}
    status, said = await image.done("run")
    check("it refuses a database that is not migrated", status == 2, said)
    await _succeeds(image, "migrate")
    await _succeeds(image, "doctor")
    other = Image(image.root, image.data, image.settings)
    eve = await sandbox.person("Eve")
    async with image.running() as first, other.running() as second:
        await eve.says("/start")
        await eve.hears("What would you like", within=PATIENCE)
        check("one of two answers", True)
        check("both are healthy", await image.is_healthy() and await other.is_healthy())
        for replica in (first, second):
            os.kill(inner(replica), signal.SIGKILL)
            await replica.wait()
            began = time.monotonic()
            await eve.says("/help")
            if replica is first:
                await eve.hears(within=PATIENCE)
                check("when one dies the other answers", True, f"{time.monotonic() - began:.1f} s")
    _is_of_its_owner_alone(image.data)
    async with image.running() as third:
        await eve.hears(within=PATIENCE)
        check("when both have died the next start answers", True)
        await _stops(third)


def _is_nobody(bot: Process) -> None:
    status = Path(f"/proc/{inner(bot)}/status").read_text()
    said = dict(re.findall(r"^(\w+):[ \t]*(.*)$", status, re.MULTILINE))
    check("it is the image's user", said["Uid"].split() == [written("USER")] * 4, said["Uid"])
    check("and no group but its own", said["Groups"].strip() in {"", written("USER")}, said["Groups"])
    caps = {said[name] for name in ("CapEff", "CapPrm", "CapBnd", "CapAmb")}
    check("without a capability, now or later", caps == {"0" * 16} and said["NoNewPrivs"] == "1")


async def _is_held_in(image: Image) -> None:
    for place in ("/", "/app", "/app/.venv", "/etc", "/var", "/usr/local"):
        status, said = await _ended(image.words("touch", f"{place}/mark"))
        check(f"it cannot write to {place}", status != 0, said)


async def _reads_a_file(person: Person) -> None:
    await person.sends_file("run.fit", as_fit(an_outing(started=datetime.now(UTC) - timedelta(days=1))))
    while (heard := await person.hears(within=PATIENCE)).photo is None:
        """Something else that was on its way."""
    check("a file comes back as a picture", (await person.downloads(heard.photo)).startswith(b"\x89PNG"))
    await person.hears("5 km")


def _is_of_its_owner_alone(data: Path) -> None:
    for file in (data, *data.iterdir()):
        known = file.lstat()
        mode = stat.S_IMODE(known.st_mode)
        well = known.st_uid == int(written("USER")) and not mode & 0o077
        check(f"{file.name if file != data else '/data'} is of its owner alone", well, oct(mode))


async def _stops(bot: Process) -> None:
    began = time.monotonic()
    os.kill(inner(bot), signal.SIGTERM)
    status = await asyncio.wait_for(bot.wait(), PATIENCE)
    took = time.monotonic() - began
    check("SIGTERM ends it in time", status == 0 and took < STOPS_WITHIN, f"status {status}, {took:.1f} s")


async def try_out(root: Path, *, postgres: bool) -> None:
    """Everything, with a new volume each time."""
    async with SandboxServer(MovableClock()) as server, Sandbox.at(server.url) as sandbox:
        with tempfile.TemporaryDirectory(prefix="legwork-volume-") as name:
            await alone(Image(root, _volume(root, Path(name)), {}), server, sandbox)
        admin = server_url() if postgres else None
        if postgres and admin is None:
            raise SystemExit(NEEDED)
        if admin is not None:
            with tempfile.TemporaryDirectory(prefix="legwork-volume-") as name, throw_away_database(admin) as url:
                await two_replicas(Image(root, _volume(root, Path(name)), {}), server, sandbox, url)
            forget_role(admin)


async def _succeeds(image: Image, *command: str) -> None:
    status, said = await image.done(*command)
    check(f"legwork {' '.join(command)}", status == 0, said)


async def _ended(words: list[str]) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(*words, stdout=PIPE, stderr=STDOUT)
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode().strip().replace("\n", " | ")


def _volume(root: Path, place: Path) -> Path:
    """A new volume as an engine makes it: what the image has there, with its owner and its mode."""
    place.chmod(0o755)
    subprocess.run(["cp", "-a", str(root / "data"), str(place / "data")], check=True)  # noqa: S603, S607 — our own
    return place / "data"


def main() -> None:
    """Try the image whose files lie in a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, help="the image's files, as `buildah mount` shows them")
    parser.add_argument("--postgres", action="store_true", help="two replicas on PostgreSQL too")
    given = parser.parse_args()
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        raise SystemExit("needs root on Linux")
    asyncio.run(try_out(given.root.resolve(), postgres=given.postgres))


if __name__ == "__main__":
    main()
