"""The whole coach as a process of its own, to be killed: its clock starts where a test wants it to.

``COACH_CLOCK`` is the moment at which it starts. ``COACH_STALLS`` names what never comes to its end in this life:
``before words`` (nothing but the inbox holds them), ``kept words`` (kept, not read), ``settling`` (a file read, not
logged). The process says ``stalled`` when it is there, and only a kill ends it.
"""

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.activities.order import Outcome
from bot.cli.run import serve
from bot.clock import MovableClock
from bot.coaching import ROUTES
from bot.desk import Desk
from bot.incoming import Heard
from bot.logs import set_up_logs
from bot.program import Program
from bot.routes import Routes
from bot.settings import read_settings
from storage.sayings import keep_saying
from storage.tables import ActivityFile
from tests.chats.running import no_limits


def stall() -> None:
    """Go on for ever, in the middle of a transaction."""
    sys.stdout.write("stalled\n")
    sys.stdout.flush()
    threading.Event().wait()


def before_words(_desk: Desk, _heard: Heard) -> None:
    """Words have arrived, and nothing was done yet."""
    stall()


def kept_words(desk: Desk, heard: Heard) -> None:
    """Words are kept, and not read."""
    keep_saying(desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, heard.reply_to, desk.now)
    stall()


def settling(_desk: Desk, _row: ActivityFile, _outcome: Outcome) -> None:
    """A file was read, and nothing was made of it."""
    stall()


STALLING = {
    "": ROUTES,
    "before words": replace(ROUTES, hear=before_words),
    "kept words": replace(ROUTES, hear=kept_words),
    "settling": replace(ROUTES, settle=settling),
}


def up() -> None:
    """Say that it has begun."""
    sys.stdout.write("up\n")
    sys.stdout.flush()


def main(started: Callable[[], None] = up) -> None:
    """Run until told to stop."""
    settings = read_settings()
    set_up_logs(settings, sys.stderr)
    clock = MovableClock(datetime.fromisoformat(os.environ["COACH_CLOCK"]))
    routes: Routes = STALLING[os.environ.get("COACH_STALLS", "")]
    asyncio.run(serve(Program(settings, clock, routes, no_limits()), started))


if __name__ == "__main__":
    main()
