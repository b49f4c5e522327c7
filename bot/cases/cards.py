"""What follows a log: its card, and whatever it changes in the plan."""

from bot.cases.plans import adapt
from bot.cases.training import training_of
from bot.desk import Desk
from bot.views.log import log_screen
from coach.session import Session
from storage.logs import add_log, entry_of
from storage.tables import Log


def keep(desk: Desk, log: Log, session: Session | None = None) -> None:
    """Store a log, show its card, and plan again."""
    add_log(desk.session, log)
    show_card(desk, log, session)
    adapt(desk)


def show_card(desk: Desk, log: Log, session: Session | None = None) -> None:
    """Show a log's card as a new message; a reply to it corrects the log."""
    desk.say(log_screen(log, entry_of(log), session, desk.words), ref=card_ref(log))


def refresh_card(desk: Desk, log: Log, message_id: int) -> None:
    """Show a log's card again in the message it stands in."""
    session = session_of(desk, log)
    desk.show(log_screen(log, entry_of(log), session, desk.words), message_id=message_id, ref=card_ref(log))


def session_of(desk: Desk, log: Log) -> Session | None:
    """The planned session a log is bound to, where it is still known."""
    if not log.planned or log.session_date is None:
        return None
    sessions = training_of(desk).shown_on(log.session_date)
    return next((session for session in sessions if session.kind == log.kind), None)


def card_ref(log: Log) -> str:
    """What the outbox remembers of a card, so that a reply finds its log."""
    return f"log:{log.id}"
