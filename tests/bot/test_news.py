"""Looking for something to do: when told, now and then unasked, and never past what was told meanwhile."""

import asyncio

from bot.news import News
from tests.bot.telegram.virtual import cancelled, seconds, virtually


class Lookout:
    """Looks; notes when, and is told more during its looks where the test wants that."""

    def __init__(self, *, takes: float = 0.0, told_during: int = 0) -> None:
        self.news = News()
        self.looks: list[float] = []
        self._takes = takes
        self._told_during = told_during

    async def look(self) -> None:
        """One look."""
        self.looks.append(seconds())
        if self._told_during:
            self._told_during -= 1
            self.news.tell()
        await asyncio.sleep(self._takes)

    async def watches(self, for_: float, every: float = 2.0, told_at: float | None = None) -> None:
        """Look for so many seconds."""
        task = asyncio.create_task(self.news.look_always(self.look, every))
        if told_at is not None:
            asyncio.get_running_loop().call_later(told_at, self.news.tell)
        await asyncio.sleep(for_)
        await cancelled(task)


def test_it_looks_at_once_and_now_and_then_without_being_told() -> None:
    lookout = Lookout()
    virtually(lambda: lookout.watches(5))
    assert [round(at) for at in lookout.looks] == [0, 2, 4]


def test_it_looks_as_soon_as_it_is_told() -> None:
    lookout = Lookout()
    virtually(lambda: lookout.watches(2.5, told_at=0.5))
    assert [round(at, 1) for at in lookout.looks] == [0.0, 0.5, 2.5][: len(lookout.looks)]
    assert len(lookout.looks) >= 2


def test_what_is_told_during_a_look_is_looked_at_next() -> None:
    """It may have been written after the look had passed its place."""
    lookout = Lookout(takes=0.25, told_during=2)
    virtually(lambda: lookout.watches(1.9))
    assert [round(at, 2) for at in lookout.looks] == [0.0, 0.25, 0.5]


def test_what_was_told_twice_before_a_look_is_one_look() -> None:
    async def job() -> None:
        lookout.news.tell()
        lookout.news.tell()
        await lookout.watches(1.0)

    lookout = Lookout()
    virtually(job)
    assert len(lookout.looks) == 1
