"""Guided strength by the clock: the countdown goes on, a rest ends, and what was left open overnight is closed."""

from bot.cases.guided_lead import close, lead_of, next_morning, set_alarm, show
from bot.desk import Desk
from storage.tables import GuidedSession


def wake(desk: Desk, row: GuidedSession) -> None:
    """What the clock has to say about a session now; the moments are stored, so a restart changes nothing."""
    lead = lead_of(desk, row)
    if desk.now >= next_morning(lead):
        close(lead, note=desk.words("guided.overnight"))
        return
    if row.until is not None and row.until <= desk.now:
        row.timer, row.until = None, None
    set_alarm(lead)
    show(lead)
