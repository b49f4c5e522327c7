"""A long stream answered by several: same answers, same order, nobody kept waiting, nothing piled up."""

import gc
import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli.crew import AHEAD, ALONE, BATCH, GARBAGE, HelperLost, answer_together
from bot.cli.stream import BAD_INPUT, Reply
from tests.bot.cli.test_plan import a_line
from tests.depth import examples

PATIENCE = 30.0


def shout(number: int, line: str) -> Reply:
    """Every line comes back with its number; a bad one asks for another status."""
    return Reply(f"{number} {line.strip().upper()}", BAD_INPUT if "bad" in line else 0)


class Later(Executor):
    """Does what it was handed only when the answer is asked for, as late as it could ever be."""

    def __init__(self) -> None:
        self.handed, self.closed = 0, False

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 — as its parent
        self.handed += 1
        return _Lazy(lambda: work(*args, **kwargs))

    @contextmanager
    def begin(self, processes: int) -> Iterator[Executor]:
        del processes
        try:
            yield self
        finally:
            self.closed = True


class _Lazy(Future[Any]):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def result(self, timeout: float | None = None) -> Any:  # noqa: ANN401 — as its parent
        del timeout
        return self._work()


@contextmanager
def nobody(processes: int) -> Iterator[Executor]:
    """Fails where others are asked for help."""
    raise AssertionError(processes)
    yield


def some(count: int) -> str:
    """So many lines."""
    return "".join(f"line {number}\n" for number in range(1, count + 1))


def expected(count: int) -> list[str]:
    """Their answers."""
    return [f"{number} LINE {number}" for number in range(1, count + 1)]


def test_short_stream_is_answered_alone() -> None:
    out = io.StringIO()
    assert answer_together(io.StringIO(some(ALONE)), out, shout, 2, nobody) == 0
    assert out.getvalue().splitlines() == expected(ALONE)


def test_machine_with_one_processor_answers_alone() -> None:
    out = io.StringIO()
    answer_together(io.StringIO(some(2 * ALONE)), out, shout, 1, nobody)
    assert out.getvalue().splitlines() == expected(2 * ALONE)


@pytest.mark.parametrize("count", [ALONE + 1, ALONE + BATCH, ALONE + 1000])
def test_long_stream_is_answered_by_others_in_order(count: int) -> None:
    others, out = Later(), io.StringIO()
    assert answer_together(io.StringIO(some(count)), out, shout, 2, others.begin) == 0
    assert out.getvalue().splitlines() == expected(count)
    assert others.handed == -(-(count - ALONE) // BATCH)
    assert others.closed


@examples(20)
@given(bad=st.sets(st.integers(1, 2 * ALONE)), blank=st.sets(st.integers(1, 2 * ALONE)))
def test_any_mixture_gets_the_answers_of_one_at_a_time(bad: set[int], blank: set[int]) -> None:
    text = "".join("\n" if n in blank else f"bad {n}\n" if n in bad else f"{n}\n" for n in range(1, 2 * ALONE + 1))
    alone, together = io.StringIO(), io.StringIO()
    status = answer_together(io.StringIO(text), alone, shout, 1)
    with ThreadPoolExecutor(3) as others:
        assert answer_together(io.StringIO(text), together, shout, 3, lambda _: _open(others)) == status
    assert together.getvalue() == alone.getvalue()
    assert status == (BAD_INPUT if bad - blank else 0)


@contextmanager
def _open(executor: Executor) -> Iterator[Executor]:
    yield executor


def test_no_more_is_read_than_is_on_its_way() -> None:
    out, ahead = io.StringIO(), [0]

    class Counted(io.StringIO):
        def __iter__(self) -> Iterator[str]:  # type: ignore[override] # a stream of text
            for number in range(1, 5000):
                ahead.append(number - out.getvalue().count("\n"))
                yield f"line {number}\n"

    assert answer_together(Counted(), out, shout, 2, Later().begin) == 0
    assert max(ahead[: ALONE + 1]) <= 1
    assert max(ahead) <= (2 * AHEAD + 2) * BATCH
    assert out.getvalue().splitlines() == expected(4999)


class Person(io.StringIO):
    """Writes lines into a pipe in bursts, the next one when everything before it is answered."""

    def __init__(self, bursts: list[int]) -> None:
        super().__init__()
        out, self._into = os.pipe()
        os.set_blocking(out, False)  # waiting for a line that nobody writes is an error, not a wait
        self.pipe = os.fdopen(out, encoding="utf-8")
        self._bursts, self._sent, self._answered = bursts, 0, 0
        self._burst()

    def write(self, text: str) -> int:
        self._answered += text.count("\n")
        if self._answered == self._sent:
            self._burst()
        return super().write(text)

    def _burst(self) -> None:
        if not self._bursts:
            os.close(self._into)
            return
        first, count = self._sent + 1, self._bursts.pop(0)
        os.write(self._into, "".join(f"line {number}\n" for number in range(first, first + count)).encode())
        self._sent += count


@pytest.mark.parametrize(
    "bursts", [[1] * 5, [1] * (ALONE + 20), [ALONE + 20, 1, 1], [ALONE + 3, 7, 1, 300, 1]], ids=len
)
def test_whoever_waits_for_an_answer_gets_it_before_the_next_line(bursts: list[int]) -> None:
    count, person = sum(bursts), Person(bursts)
    with person.pipe, ThreadPoolExecutor(2) as others:
        assert answer_together(person.pipe, person, shout, 2, lambda _: _open(others)) == 0
    assert person.getvalue().splitlines() == expected(count)


def test_lone_lines_are_never_handed_to_others() -> None:
    person, others = Person([ALONE + 1, 1, 1, 1]), Later()
    with person.pipe:
        answer_together(person.pipe, person, shout, 2, others.begin)
    assert others.handed == 0


def test_garbage_is_collected_as_before_when_the_stream_is_over() -> None:
    seen, before = [], gc.get_threshold()

    def look(number: int, line: str) -> Reply:
        seen.append(gc.get_threshold())
        return shout(number, line)

    answer_together(io.StringIO("a\n"), io.StringIO(), look, 1)
    assert seen == [GARBAGE]
    assert gc.get_threshold() == before


class Gone(io.StringIO):
    """A reader who goes away after some lines."""

    def write(self, text: str) -> int:
        if self.getvalue().count("\n") == ALONE + 5:
            raise BrokenPipeError
        return super().write(text)


def test_others_are_sent_home_when_nobody_reads_any_more() -> None:
    with pytest.raises(BrokenPipeError), ThreadPoolExecutor(2) as others:
        answer_together(io.StringIO(some(5000)), Gone(), shout, 2, lambda _: _open(others))


@pytest.mark.slow
def test_program_answers_a_long_stream_by_two_as_by_one() -> None:
    texts = [a_line(weeks=1, age=20 + n % 50) if n % 10 else "oops" for n in range(ALONE + 3 * BATCH)]
    lines = "".join(f"{text}\n" for text in texts)
    program = [sys.executable, "-c", _PROGRAM]
    (one, two) = (subprocess.run([*program, str(n)], input=lines, capture_output=True, text=True) for n in (1, 2))  # noqa: S603, PLW1510 — our own program, its status is looked at
    assert (one.returncode, one.stderr) == (two.returncode, two.stderr) == (BAD_INPUT, "")
    assert one.stdout.count("\n") == len(texts)
    assert two.stdout == one.stdout


_PROGRAM = """
import sys
from functools import partial
from bot.cli.crew import answer_together
from bot.cli.plan import answer

if __name__ == "__main__":
    sys.exit(answer_together(sys.stdin, sys.stdout, partial(answer, "en", "json"), int(sys.argv[1])))
"""


_COMMAND = """
import sys
from functools import partial
from bot.__main__ import obey
from bot.cli import plan

if __name__ == "__main__":
    plan.answer_together = partial(plan.answer_together, processes=2)
    sys.exit(obey(["plan"], sys.stdin, sys.stdout, sys.stderr))
"""


class Broken(Later):
    """Its processes die after so many batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self._left = batches

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 — as its parent
        if not self._left:
            raise BrokenProcessPool
        self._left -= 1
        return super().submit(work, *args, **kwargs)


@pytest.mark.parametrize("batches", [0, AHEAD, 5 * AHEAD])
def test_a_helper_that_is_killed_ends_the_stream_and_says_how_far_it_came(batches: int) -> None:
    others, out = Broken(batches), io.StringIO()
    with pytest.raises(HelperLost) as caught:
        answer_together(io.StringIO(some(5000)), out, shout, 2, others.begin)
    written = out.getvalue().splitlines()
    assert written == expected(len(written))
    assert caught.value.data == {"answered": len(written)}
    assert others.closed


class Program:
    """``legwork plan`` with others at work, reading lines that never end."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        text = a_line(weeks=1) + "\n"
        self._writing = threading.Thread(target=self._write, args=(text,), daemon=True)
        self._writing.start()
        assert process.stdout is not None
        for _ in range(ALONE + 4 * BATCH):
            assert process.stdout.readline()
        self.helpers = self._children()
        assert len(self.helpers) == 2
        self._draining = threading.Thread(target=process.stdout.read, daemon=True)
        self._draining.start()

    def _write(self, text: str) -> None:
        assert self.process.stdin is not None
        with suppress(OSError):
            while True:
                self.process.stdin.write(text)

    def _children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in listed.read_text().split()]

    def ended(self) -> tuple[int, str]:
        """Its exit status and what it said on standard error."""
        status = self.process.wait(PATIENCE)
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        self._writing.join(PATIENCE)
        self._draining.join(PATIENCE)
        return status, said

    def helpers_end(self) -> bool:
        """Whether its helpers are gone within some seconds."""
        end = time.monotonic() + PATIENCE
        while any(is_alive(pid) for pid in self.helpers):
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        return True


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that ended and was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def program() -> Iterator[Program]:
    """The command itself, with two processes on whatever machine."""
    command = [sys.executable, "-c", _COMMAND]
    pipes: Any = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, text=True, **pipes) as process:  # noqa: S603 — our own program
        started = Program(process)
        yield started
        process.kill()
        with suppress(OSError):
            process.stdin.close()  # type: ignore[union-attr]  # a pipe


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_helpers_end_with_the_program_however_that_ends(program: Program, how: signal.Signals) -> None:
    program.process.send_signal(how)
    assert program.ended()[0] == -how
    assert program.helpers_end()


@pytest.mark.slow
def test_a_killed_helper_ends_the_program_with_a_clear_line(program: Program) -> None:
    os.kill(program.helpers[0], signal.SIGKILL)
    status, said = program.ended()
    assert status == 1
    assert "was ended" in said
    assert "Traceback" not in said
    assert program.helpers_end()
