"""Taking a change back: comfort changes are declined; changes of care are taken back with the report behind them."""

from collections.abc import Sequence

from bot.cases import editing
from bot.cases.cards import show_card
from bot.cases.correcting import corrected_at, corrected_last
from bot.cases.moving import MOVED, take_back
from bot.cases.plans import keep_shown
from bot.cases.restoring import BROUGHT_BACK, DELETED, brought_back_at
from bot.cases.training import monday_of, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from bot.views.week import week_text
from coach.errors import StaleButton
from storage.logs import all_logged_since, log_deleted_at, logs_between
from storage.plans import move_by_id, receipt_by_id, undo_receipt
from storage.tables import Log, Receipt

MOST_REPORTS = 2
"""Cards shown of what a change follows from: /history holds the rest."""
RIGHTED = "C7"
"""The number that changes go by after something logged was put right, told late, deleted or brought back."""
HEALTH = frozenset({"C3", "C4", "C5"})
"""Rules whose changes protect."""
COMFORT = frozenset({"C2", "C8"})
"""Rules whose changes can be taken back by a tap; all others follow from what was logged, and end with that."""


def undo(desk: Desk, tapped: Tapped) -> None:
    """Undo a change of the plan, or a move."""
    if tapped.tap.value == MOVED:
        _undo_move(desk, tapped)
        return
    receipt = receipt_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if receipt is None:
        raise StaleButton
    desk.toast(tapped.query_id)
    if receipt.undone_at is not None:
        desk.say(Screen(desk.words("undo.already")))
    elif receipt.rule_number in COMFORT:
        _take_back(desk, receipt)
        desk.set_rows((), message_id=tapped.message_id)
    elif _takes_back_cause(desk, receipt):
        desk.set_rows((), message_id=tapped.message_id)
    else:
        _offer_reports(desk, [receipt])


def undo_by_words(desk: Desk, receipts: Sequence[Receipt]) -> None:
    """*undo* in words: every cause of the changes told last is taken back, or shown with what it follows from.

    The week is said once, and so is each report, however many causes there were.
    """
    causes = {(receipt.rule, receipt.cause): receipt for receipt in receipts}.values()
    if any(_takes_back_cause(desk, receipt) for receipt in causes if receipt.rule_number == RIGHTED):
        return
    comfort = [receipt for receipt in causes if receipt.rule_number in COMFORT]
    care = {receipt.cause: receipt for receipt in causes if receipt.rule_number not in COMFORT}
    if comfort:
        _take_back(desk, *comfort)
    if care:
        _offer_reports(desk, sorted(care.values(), key=lambda receipt: receipt.cause))


def _undo_move(desk: Desk, tapped: Tapped) -> None:
    move = move_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if move is None:
        raise StaleButton
    desk.toast(tapped.query_id)
    desk.set_rows((), message_id=tapped.message_id)
    take_back(desk, move)


def _take_back(desk: Desk, *receipts: Receipt) -> None:
    for receipt in receipts:
        undo_receipt(desk.session, receipt, desk.now)
    training = training_of(desk)
    start = monday_of(desk.today)
    view = keep_shown(desk, training, start)
    desk.say(Screen(f"{desk.words('undo.done')}\n\n{week_text(view, desk.words)}"))


def _takes_back_cause(desk: Desk, receipt: Receipt) -> bool:
    """Take back what the change came with: a log deleted, brought back, corrected or made then; whether there was one.

    What was told of health stays until it is deleted by itself (C3 to C5).
    """
    if receipt.rule_number in HEALTH:
        return False
    deleted = log_deleted_at(desk.session, desk.athlete_id, receipt.told_at)
    back = brought_back_at(desk, receipt.told_at, receipt.cause) if receipt.rule == BROUGHT_BACK else None
    if back is not None:
        editing.delete_by_words(desk, back)
        return True
    corrected = corrected_last(desk, receipt.told_at)
    if receipt.rule == DELETED and deleted is not None:
        editing.restore_by_words(desk, deleted)
        return True
    if corrected is not None and corrected_at(corrected) == receipt.told_at:
        editing.uncorrect_by_words(desk, corrected)
        return True
    made = [log for log in all_logged_since(desk.session, desk.athlete_id, receipt.told_at)
            if log.created_at == receipt.told_at]  # fmt: skip
    for log in made:
        editing.delete_by_words(desk, log)
    return bool(made)


def _behind(desk: Desk, receipt: Receipt) -> list[Log]:
    """What a change may follow from: of care what was told of health, else what was trained."""
    logs = logs_between(desk.session, desk.athlete_id, receipt.cause, receipt.cause)
    if receipt.rule_number in HEALTH:
        return [log for log in logs if log.pain_level is not None or log.symptoms or log.reason]
    return [log for log in logs if log.status is not None]


def _offer_reports(desk: Desk, receipts: Sequence[Receipt]) -> None:
    """The newest reports behind changes, with their Delete buttons: if one was a mistake, so was its change."""
    told = [log for receipt in receipts for log in _behind(desk, receipt)]
    desk.say(Screen(desk.words("undo.care" if told else "undo.care.alone")))
    for log in told[-MOST_REPORTS:]:
        show_card(desk, log)
