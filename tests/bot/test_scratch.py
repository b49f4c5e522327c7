"""Folders of ours are gone when their program is, however it ended, and nobody else's is touched."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.scratch import PREFIX, own_folder, sweep

HOLDS = """
import sys
from bot.scratch import own_folder
with own_folder("files") as folder:
    (folder / "ride.fit").write_bytes(b"what somebody sent")
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path) -> Iterator[Path]:
    """The system's place for temporary files, for this test alone."""
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path)
    yield tmp_path
    tempfile.tempdir = before


@contextmanager
def another_program(place: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A program with a folder of its own and a file in it; both."""
    variables = {**os.environ, "TMPDIR": str(place)}
    with subprocess.Popen(  # noqa: S603 — our own words
        [sys.executable, "-c", HOLDS], env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        yield program, Path(program.stdout.readline().strip())
        program.kill()


def test_a_folder_is_its_owners_alone_and_gone_at_the_end(place: Path) -> None:
    with own_folder("files") as folder:
        assert folder.parent == place
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "inner").mkdir()
        (folder / "inner" / "ride.fit").write_bytes(b"x")
    assert list(place.iterdir()) == []


def test_a_folder_is_gone_after_an_error_too(place: Path) -> None:
    with pytest.raises(RuntimeError), own_folder("files"):
        raise RuntimeError
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGABRT])
def test_what_a_killed_program_left_behind_is_removed_by_the_next_one(place: Path, how: signal.Signals) -> None:
    with another_program(place) as (program, left):
        program.send_signal(how)
        program.wait()
        assert (left / "ride.fit").exists()
        with own_folder("files") as mine:
            assert list(place.iterdir()) == [mine]


def test_the_folder_of_a_program_that_runs_is_left_alone(place: Path) -> None:
    with another_program(place) as (_, theirs):
        sweep()
        assert (theirs / "ride.fit").exists()
        with own_folder("files"):
            sweep()
            assert (theirs / "ride.fit").exists()


def test_nothing_that_is_not_ours_is_removed(place: Path) -> None:
    other = place / "legworks"
    other.mkdir()
    file = place / f"{PREFIX}txt"
    file.write_text("no folder")
    precious = place / "precious"
    precious.mkdir()
    link = place / f"{PREFIX}files.link"
    link.symlink_to(precious)
    sweep()
    assert sorted(place.iterdir()) == sorted([other, file, precious, link])


def test_another_users_folder_is_left_alone(place: Path) -> None:
    left = place / f"{PREFIX}files.left"
    left.mkdir()
    sweep(owner=os.geteuid() + 1)
    assert left.exists()
    sweep()
    assert not left.exists()
