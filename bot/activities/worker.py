"""The reading process: a file's path in, its sums and its picture out, within limits of memory and time.

Files come from strangers. Whatever a file does to the parsers or the pen, it does to this process, which ends; the bot
only learns that it ended. Several files may be handed in one after the other, one line each.
"""

import hashlib
import resource
import sys
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from bot.activities.fit import read_fit
from bot.activities.markup import read_markup
from bot.activities.opening import Form, opened
from bot.activities.order import Order, Outcome
from bot.words import Words, words_for
from coach.activity import Recording, summarise, track_of
from coach.errors import ActivityRefused
from coach.phrases import Distance, Duration
from coach.profile import DistanceUnit
from coach.units import MILE

MEMORY = 640 * 1024 * 1024
"""Bytes of address space, the interpreter's own 60 MB included."""
SECONDS = 40
"""Of processor time for one file."""
READERS: dict[Form, Callable[[bytes], Recording]] = {Form.FIT: read_fit, Form.MARKUP: read_markup}


def main() -> int:
    """Serve orders from standard input until it ends."""
    limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def limit_memory() -> None:
    """From now on more memory cannot be had, and no file can be written."""
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(kind, (most, most))


def limit_time() -> None:
    """The kernel ends this process when it has worked too long on one file."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS, most))


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Answer one order after the other."""
    for line in orders:
        limit_time()
        outcome = carry_out(Order.of(line))
        answers.write(outcome.head())
        answers.write(outcome.picture or b"")
        answers.write(outcome.packed or b"")
        answers.flush()


def carry_out(order: Order) -> Outcome:
    """Read one file; never raises, because the file must not end what it did not damage."""
    try:
        return _read(order)
    except ActivityRefused as refused:
        words = words_for(order.language, DistanceUnit(order.units))
        return Outcome(reason=refused.reason, figures=_told(refused, words))
    except MemoryError:
        return Outcome(reason="too_heavy")
    except Exception:  # noqa: BLE001 — a foreign parser met bytes that nobody foresaw: to the sender the file is broken
        return Outcome(reason="broken")


def _read(order: Order) -> Outcome:
    path = Path(order.path)
    form, content = opened(path)
    recording = READERS[form](content)
    packed = _packed(content, order.keep)
    digest = hashlib.sha256(content).hexdigest()
    del content
    track = track_of(recording, datetime.fromtimestamp(order.now, UTC))
    del recording
    words = words_for(order.language, DistanceUnit(order.units))
    summary = summarise(track, MILE if words.units is DistanceUnit.MI else 1000.0)
    picture = None
    if order.draw:
        from bot.activities.picture import picture_of

        picture = picture_of(track, summary, words, summary.started.astimezone(ZoneInfo(order.zone)).date())
    return Outcome(summary, digest=digest, picture=picture, packed=packed)


def _packed(content: bytes, most: int) -> bytes | None:
    if not most:
        return None
    packed = zlib.compress(content, 6)
    return packed if len(packed) <= most else None


def _told(refused: ActivityRefused, words: Words) -> dict[str, str]:
    """The figures of a refusal as the sentence will show them."""
    figures = {name: value for name, value in refused.data.items() if isinstance(value, Distance | Duration)}
    return {name: words.write(value) for name, value in figures.items()}


if __name__ == "__main__":
    sys.exit(main())
