"""The time, handed in: nothing else in the house asks the operating system what time it is."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Anything that knows the present moment, aware and in UTC."""

    def now(self) -> datetime:
        """The present moment."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)


class MovableClock:
    """The machine's clock plus an offset that only grows: tomorrow's prompt can be seen today."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = timedelta() if start is None else start - datetime.now(UTC)

    def now(self) -> datetime:
        """The present moment as this clock sees it."""
        return datetime.now(UTC) + self._offset

    def forward(self, by: timedelta) -> datetime:
        """Move ahead and say the new moment.

        Raises:
            ValueError: ``by`` would move the clock back.
        """
        if by < timedelta():
            raise ValueError(by)
        self._offset += by
        return self.now()
