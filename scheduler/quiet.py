"""The quiet hours: nothing unasked is said in them, and nothing that is late is made up for."""

from typing import Final, NamedTuple

MINUTES_A_DAY: Final = 24 * 60


class Quiet(NamedTuple):
    """From ``begins`` to ``ends``, minutes after local midnight, past midnight where they begin later than they end."""

    begins: int
    ends: int

    def holds(self, minute: int) -> bool:
        """Whether that minute of the day is quiet; never where both are the same."""
        if self.begins <= self.ends:
            return self.begins <= minute < self.ends
        return minute >= self.begins or minute < self.ends


USUAL: Final = Quiet(21 * 60 + 30, 7 * 60)
"""21:30 to 7:00, for whoever has not chosen others."""


def quiet_hours(begins: int | None, ends: int | None) -> Quiet:
    """An athlete's own quiet hours, else the usual ones; an impossible row has the usual ones too."""
    if begins is None or ends is None or not (0 <= begins < MINUTES_A_DAY and 0 <= ends < MINUTES_A_DAY):
        return USUAL
    return Quiet(begins, ends)
