"""A record that outlives its process, as one process after the other finds it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar


class Record(Protocol):
    """What a process takes when it begins; a kill leaves it as it is."""

    def open(self) -> None:
        """Take it."""

    def close(self) -> None:
        """Let go of it, which the kernel does for whoever is killed."""


R = TypeVar("R", bound=Record)


@contextmanager
def reopened(made: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """The record as each next process opens it, the one before having been killed."""
    all_of_them: list[R] = []

    def open_it() -> R:
        for before in all_of_them:
            before.close()
        all_of_them.append(made())
        all_of_them[-1].open()
        return all_of_them[-1]

    yield open_it
    for each in all_of_them:
        each.close()
