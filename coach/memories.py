"""What a process remembers of what people told it, in one place, so that it can be forgotten at once.

Whose a remembered thing is, is not kept with it: forgetting one person is forgetting everybody's, which costs the next
answers some milliseconds and changes nothing. It happens when somebody erases their data, and once an hour on every
replica, so that nothing of an erased person outlasts the hour on one that did not hear of it.
"""

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, Final, TypeVar

T = TypeVar("T")
_MEMORIES: "Final[list[_lru_cache_wrapper[Any]]]" = []


def of_people(most: int) -> "Callable[[Callable[..., T]], _lru_cache_wrapper[T]]":
    """As ``lru_cache``, for what follows from people's words and days: the latest ``most`` results are remembered."""

    def remembering(function: Callable[..., T]) -> "_lru_cache_wrapper[T]":
        memory = lru_cache(maxsize=most)(function)
        _MEMORIES.append(memory)
        return memory

    return remembering


def forget_people() -> None:
    """Forget everything that ``of_people`` remembers."""
    for memory in _MEMORIES:
        memory.cache_clear()


def remembered_of_people() -> dict[str, int]:
    """How many results each function remembers now, by its module and name."""
    return {f"{each.__module__}.{each.__qualname__}": each.cache_info().currsize for each in _MEMORIES}
