"""What follows a log: its card, and whatever it changes in the plan."""

import datetime as dt
from collections.abc import Sequence

from bot.cases.bests import best_told
from bot.cases.plans import HELD, ILL, adapt
from bot.cases.restoring import as_if_told_then
from bot.cases.training import Training, training_of
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.views.log import log_line, log_screen
from coach.aftercare import pain_holds, says_well
from coach.feedback import MUCH_LONGER, how_much
from coach.history import Entry, Status
from coach.phrases import Phrase, phrase
from coach.session import RUN_KINDS, Session
from coach.units import Metres
from storage.logs import add_log, entry_of, history_of
from storage.outbox import message_of_ref
from storage.tables import Log


def keep(desk: Desk, log: Log, session: Session | None = None, before: Training | None = None) -> None:
    """Store a log, show its card, and plan again. ``before`` is the training without it, where that is at hand."""
    with as_if_told_then(desk, [log.date]):
        add_log(desk.session, log)
        follow(desk, log, session, before)


def follow(desk: Desk, log: Log, session: Session | None = None, before: Training | None = None) -> None:
    """Show the card of a stored log, and plan again."""
    entry = entry_of(log)
    desk.say(_card(desk, log, entry, session, before.history if before is not None else None), ref=card_ref(log))
    _replan(desk, log, entry, session, before)


def replan_after(desk: Desk, log: Log, session: Session | None = None) -> None:
    """Plan again after a log was stored and shown."""
    _replan(desk, log, entry_of(log), session, None)


def _replan(desk: Desk, log: Log, entry: Entry, session: Session | None, before: Training | None) -> None:
    training = adapt(desk, before.after(entry) if before is not None else None, overdone=_is_overdone(entry, session))
    if log.kind in RUN_KINDS and log.status != Status.SKIPPED and not training.stands:
        _say_on_hold(desk, training)


def _is_overdone(entry: Entry, session: Session | None) -> bool:
    """Whether a run was clearly more than planned, or not planned at all."""
    if entry.status is Status.SKIPPED or entry.kind not in RUN_KINDS:
        return False
    return session is None or how_much(entry, session) > MUCH_LONGER


def why_on_hold(training: Training) -> Phrase | None:
    """Why nobody should run for now, in pain or illness (C3–C5); ``None`` where running is fine.

    Who has said that they are well again is ill no more, and hears when the first run comes.
    """
    settled = set() if pain_holds(training.history) else {"warning.pain_no_running"}
    why = next((notice.text for notice in training.now.warnings if notice.text.key in HELD - settled), None)
    if why is None or why.key != ILL or not says_well(training.history):
        return why
    ahead = [each for week in training.plan.weeks for each in week.sessions if each.date >= training.today]
    first = min((each.date for each in ahead if each.kind in RUN_KINDS), default=None)
    return phrase("warning.ill_over_open") if first is None else phrase("warning.ill_over", day=first)


def _say_on_hold(desk: Desk, training: Training) -> None:
    """A run while running is on hold is logged like any other, and answered with the reason for the hold."""
    why = why_on_hold(training)
    if why is not None:
        desk.say(Screen(desk.words("log.on_hold", why=why)))


def show_card(desk: Desk, log: Log, session: Session | None = None) -> None:
    """Show a log's card as a new message; a reply to it corrects the log."""
    desk.say(_card(desk, log, entry_of(log), session), ref=card_ref(log))


def show_card_asking(desk: Desk, log: Log, question: str, row: tuple[Button, ...]) -> None:
    """Show the figures of a log and a question about it, answered by a row of buttons; the rest comes afterwards."""
    card = _card(desk, log, entry_of(log), None)
    figures = card.text.partition("\n\n")[0]
    desk.say(Screen(f"{figures}\n\n{question}", (row, *card.rows[-1:])), ref=card_ref(log))


def refresh_card(desk: Desk, log: Log, message_id: int) -> None:
    """Show a log's card again in the message it stands in."""
    desk.show(_card(desk, log, entry_of(log), session_of(desk, log)), message_id=message_id, ref=card_ref(log))


def _card(desk: Desk, log: Log, entry: Entry, session: Session | None, before: Sequence[Entry] | None = None) -> Screen:
    """The card, its sentence chosen in the light of what was logged up to that day, ``before`` without the log."""
    begun, longest = (desk.owner.profile.get(field) for field in ("start_date", "longest_run_m"))
    began = dt.date.fromisoformat(begun) if begun else None
    up_to = _up_to(desk, entry) if before is None else before
    if up_to and up_to[-1].date > entry.date:
        up_to = [one for one in up_to if one.date <= entry.date]
    longest_m, best = Metres(longest) if longest else None, best_told(desk, log, entry, up_to)
    return log_screen(log, entry, session, desk.words, up_to, began, longest_m, best)


def _up_to(desk: Desk, entry: Entry) -> Sequence[Entry]:
    """All that was logged but for one entry."""
    known = list(history_of(desk.session, desk.athlete_id))
    if entry in known:
        known.remove(entry)
    return known


def retire_cards(desk: Desk, gone: Sequence[Log], key: str = "log.replaced") -> None:
    """The cards of logs that no longer count, for what ``key`` says: what they showed, without buttons to act on it."""
    for log in gone:
        shown = message_of_ref(desk.session, desk.chat_id, card_ref(log))
        if shown is not None:
            desk.show(Screen(desk.words(key, line=log_line(log, desk.words))), message_id=shown)


def session_of(desk: Desk, log: Log) -> Session | None:
    """The planned session a log is bound to, where it is still known."""
    if not log.planned or log.session_date is None:
        return None
    sessions = training_of(desk).shown_on(log.session_date)
    return next((session for session in sessions if session.kind == log.kind), None)


def card_ref(log: Log) -> str:
    """What the outbox remembers of a card, so that a reply finds its log."""
    return f"log:{log.id}"
