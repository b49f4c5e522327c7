"""The container without Docker: its build commands make a program that runs with its sources gone."""

import json
import os
import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def steps() -> list[tuple[str, str]]:
    """The build stage's instructions."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    lines = [line.partition(" ") for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in lines]


@pytest.mark.slow
def test_the_build_commands_make_a_program_that_runs_from_anywhere(tmp_path: Path) -> None:
    made, data = tmp_path / "app", tmp_path / "data"
    made.mkdir()
    data.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    for name, rest in steps():
        if name == "COPY" and "--from" not in rest:
            for source in rest.split()[:-1]:
                _copy(ROOT / source, made / source)
        elif name == "RUN" and json.loads(rest)[0] == "uv":
            subprocess.run(json.loads(rest), cwd=made, check=True, env=environment, capture_output=True)  # noqa: S603
    for folder in ("bot", "coach", "scheduler", "storage"):
        shutil.rmtree(made / folder)
    program = made / ".venv" / "bin" / "legwork"
    variables = {"PATH": os.environ["PATH"], "DATABASE_URL": f"sqlite:///{data / 'bot.db'}"}
    doctor = subprocess.run(  # noqa: S603 — our own
        [str(program), "doctor"], cwd=data, env=variables, check=False, capture_output=True, text=True
    )
    assert doctor.returncode == 1, "there is no token"
    assert doctor.stdout.count("\n") == 5
    assert "TELEGRAM_BOT_TOKEN" in doctor.stdout
    assert stat.S_IMODE((data / "bot.db").stat().st_mode) == 0o600
    assert not (made / ".venv" / "bin" / "pytest").exists()


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)
