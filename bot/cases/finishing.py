"""Done on a prompt while its strength session is led through: both are over, and it counts once."""

from bot.cases.answers import chosen, prompted
from bot.cases.answers import done as done_as_planned
from bot.cases.guided_lead import Lead, close, lead_of, log_so_far
from bot.desk import Desk
from bot.incoming import Tapped
from coach.history import Status
from coach.session import Session, SessionKind
from storage.guided import open_guided


def done(desk: Desk, tapped: Tapped) -> None:
    """Done: of a session that is led through the sets so far stay, and the rest is taken as done."""
    lead = _led(desk, tapped)
    log = None if lead is None else log_so_far(lead)
    if lead is None or log is None or log.deleted_at is not None:
        if lead is not None:
            close(lead)
        done_as_planned(desk, tapped)
        return
    desk.toast(tapped.query_id, desk.words("answer.done"))
    log.status, log.minutes = Status.DONE, float(max(log.minutes or 0, lead.session.minutes))
    close(lead)


def _led(desk: Desk, tapped: Tapped) -> Lead | None:
    """The guided session that the button would call done; ``None`` where none of this day is open."""
    row = open_guided(desk.session, desk.athlete_id)
    if row is None:
        return None
    prompt, sessions = prompted(desk, tapped)
    session: Session = chosen(sessions, tapped.tap.value.partition(":")[0])
    same = session.kind is SessionKind.STRENGTH and row.date == prompt.local_date
    return lead_of(desk, row) if same else None
