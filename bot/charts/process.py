"""The bot's side of the drawing process: it is started for one picture, timed, and ended."""

import logging
import os
import subprocess
import sys

from bot.charts.chart import Chart
from bot.settings import without_secrets

DEADLINE = 30.0
"""Seconds for one picture on a busy machine; a quiet one takes one."""
log = logging.getLogger(__name__)


def drawn(chart: Chart, command: tuple[str, ...] = (sys.executable, "-m", "bot.charts.worker")) -> bytes | None:
    """The picture of a chart as a PNG; ``None`` where drawing failed, which is logged."""
    try:
        done = subprocess.run(  # noqa: S603 — our own interpreter with our own module
            command, input=chart.line(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=without_secrets(os.environ), timeout=DEADLINE, check=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError) as error:
        log.warning("a picture was not drawn: %s", type(error).__name__)
        return None
    return done.stdout
