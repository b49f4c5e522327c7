"""A long stream of lines answered by several processes, as if one had done it: same answers, same order.

The first lines are answered here, because starting others takes longer than a short stream. So is a line after which
none is waiting: whoever sends one and waits gets its answer at once. What is handed out is bounded, so a stream of any
length takes the same memory.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Final, TextIO

from bot.cli.lines import Lines
from bot.cli.stream import Reply
from coach.errors import LegworkError

ALONE: Final = 32
"""Lines that are answered before anybody else is asked: some two tenths of a second."""
BATCH: Final = 8
"""Lines handed out together."""
AHEAD: Final = 3
"""Batches on their way for each process: one in hand, the others so that it never waits."""
GARBAGE: Final = (50_000, 20, 50)
"""How seldom Python looks for circles of objects: plans are made of millions that are none."""

Task = Callable[[int, str], Reply]
"""What answers a line by its number and text; it travels to other processes."""
Start = Callable[[int], AbstractContextManager[Executor]]
"""What brings so many others, and sends them home."""


class HelperLost(LegworkError):
    """A process that was answering lines was ended by somebody; ``answered`` lines were written, in order."""

    code = "helper_lost"
    exit_status = 1


class Relay:
    """Lines handed out and answers that are due, in the order of the lines."""

    def __init__(self, executor: Executor, task: Task, most: int) -> None:
        self._executor, self._task, self._most = executor, task, most
        self._due: deque[Future[list[Reply]]] = deque()
        self._batch: list[tuple[int, str]] = []

    @property
    def idle(self) -> bool:
        """Whether nothing is on its way."""
        return not self._due and not self._batch

    def hand(self, number: int, line: str) -> Iterator[Reply]:
        """Hand out a line; gives back what is answered before there is room for more."""
        self._batch.append((number, line))
        if len(self._batch) >= BATCH:
            self._send()
        while len(self._due) > self._most:
            yield from self._due.popleft().result()

    def settle(self, until: Callable[[], bool]) -> Iterator[Reply]:
        """Give back what is due, until somebody says that there is more to do or nothing is left."""
        self._send()
        while self._due and not until():
            yield from self._due.popleft().result()

    def _send(self) -> None:
        if self._batch:
            self._due.append(self._executor.submit(_answered, self._task, self._batch))
            self._batch = []


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Python looks for circles of objects less often; everything else is freed as soon as nobody holds it."""
    before = gc.get_threshold()
    gc.set_threshold(*GARBAGE)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def crew(processes: int) -> Iterator[Executor]:
    """So many processes; when they are left early, what they have not begun is dropped."""
    others = multiprocessing.active_children()
    executor = ProcessPoolExecutor(processes, initializer=_begin)
    executor.submit(int)  # brings all of them at once
    helpers = [child for child in multiprocessing.active_children() if child not in others]
    left = threading.Event()
    threading.Thread(target=_end_together, args=(executor, helpers, left), name="helpers", daemon=True).start()
    try:
        yield executor
    finally:
        left.set()
        executor.shutdown(cancel_futures=True)


def _end_together(executor: ProcessPoolExecutor, helpers: Sequence[BaseProcess], left: threading.Event) -> None:
    """Where one is killed, all end, and nobody waits for the rest of an answer that it was just handing over.

    The executor sees by itself that one is gone, but not while it reads what that one had begun to write: that never
    ends as long as anybody could write on, this process too.
    """
    results = executor._result_queue  # noqa: SLF001 — it offers no way to say that nobody writes any more
    wait([helper.sentinel for helper in helpers])
    if not left.is_set():
        for helper in helpers:
            helper.kill()
        results._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001


def _begin() -> None:
    """In each process: it ends when its lines end, not by an interrupt that is meant for the one who reads them.

    And it ends with the one who reads them, also where that one is killed and can tell nobody.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    gc.set_threshold(*GARBAGE)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answered(task: Task, batch: Sequence[tuple[int, str]]) -> list[Reply]:
    return [task(number, line) for number, line in batch]


def answer_together(
    stdin: TextIO, stdout: TextIO, task: Task, processes: int | None = None, start: Start = crew
) -> int:
    """Answer every line of ``stdin`` on ``stdout``, in order; 0, or the status of a line that could not be used.

    ``processes`` are as many as there are processors, where nobody says otherwise.

    Raises:
        HelperLost: one of the processes was ended; what was answered by then is written.
    """
    count = processors() if processes is None else processes
    status, answered, lines = 0, 0, Lines(stdin)
    with ExitStack() as stack:
        stack.enter_context(seldom_collected())
        try:
            for text, bad in _replies(lines, task, count, lambda: stack.enter_context(start(count))):
                status = bad or status
                stdout.write(text + "\n")
                stdout.flush()
                answered += 1
        except BrokenExecutor:
            raise HelperLost(answered=answered) from None
    return status


def _replies(lines: Lines, task: Task, processes: int, others: Callable[[], Executor]) -> Iterator[Reply]:
    relay = None
    for count, (number, line) in enumerate(lines):
        if relay is None and processes > 1 and count >= ALONE and lines.waiting():
            relay = Relay(others(), task, AHEAD * processes)
        if relay is None or (relay.idle and not lines.waiting()):
            yield task(number, line)
            continue
        yield from relay.hand(number, line)
        if not lines.waiting():
            yield from relay.settle(lines.waiting)
    if relay is not None:
        yield from relay.settle(lambda: False)
