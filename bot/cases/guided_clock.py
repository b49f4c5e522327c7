"""Guided strength by the clock: the countdown goes on, a rest ends, and what was left open overnight is closed."""

from dataclasses import replace

from bot.cases.guided_lead import Lead, close, current_screen, lead_of, next_morning, set_alarm, show
from bot.desk import Desk
from bot.screens import Screen
from storage.tables import GuidedSession, Timer


def wake(desk: Desk, row: GuidedSession) -> None:
    """What the clock has to say about a session now; the moments are stored, so a restart changes nothing."""
    lead = lead_of(desk, row)
    if desk.now >= next_morning(lead):
        close(lead, note=desk.words("guided.overnight"))
        return
    held = row.timer == Timer.HOLD
    over = row.until is not None and row.until <= desk.now
    if over:
        row.timer, row.until = None, None
    set_alarm(lead)
    show(lead, _time_is_up(lead) if held and over else None)


def _time_is_up(lead: Lead) -> Screen:
    """The set again, whose time has run out: one tap says that it was done."""
    screen = current_screen(lead)
    return replace(screen, text=f"{lead.desk.words('guided.time_up')}\n\n{screen.text}")
