"""Receipts: what the plan said, what it says now, which rule did it, why, and how to take it back."""

from collections.abc import Sequence
from itertools import groupby

from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.words import Words
from coach.changes import LEFT_OUT, NOTHING
from coach.plan import Change
from storage.plans import change_of
from storage.tables import Receipt

MOST_LINES = 6
MOST_DAYS = 2
"""Days named on a button."""


def receipts_screen(receipts: Sequence[Receipt], athlete: int, words: Words) -> Screen:
    """All changes of one occasion in one message, grouped by their cause, an Undo button for each cause."""
    head = words("receipt.head")
    return Screen(f"{head}\n\n{receipts_text(receipts, words)}", _undo_rows(_grouped(receipts), athlete, words))


def receipts_text(receipts: Sequence[Receipt], words: Words) -> str:
    """The changes of one occasion, each cause with its reason."""
    return "\n\n".join(_group_text(group, words) for group in _grouped(receipts))


def _grouped(receipts: Sequence[Receipt]) -> list[list[Receipt]]:
    return [list(group) for _, group in groupby(receipts, key=lambda receipt: (receipt.rule, receipt.cause))]


def _group_text(group: Sequence[Receipt], words: Words) -> str:
    changes = [change_of(receipt) for receipt in group]
    lines = [change_line(change, words) for change in changes[:MOST_LINES]]
    if len(changes) > MOST_LINES:
        lines.append(words("receipt.more", n=len(changes) - MOST_LINES))
    reason = words("receipt.why", why=changes[0].why, rule=changes[0].rule_number)
    return "\n".join([*lines, reason])


def change_line(change: Change, words: Words) -> str:
    """One day: before, after; what is added to a day that keeps the rest, or left out of it, is said as such."""
    if change.before == NOTHING:
        return words("receipt.added", day=change.date, after=change.after)
    if change.after == LEFT_OUT:
        return words("receipt.left_out", day=change.date, before=change.before)
    return words("receipt.line", day=change.date, before=change.before, after=change.after)


def _undo_rows(groups: Sequence[Sequence[Receipt]], athlete: int, words: Words) -> Rows:
    return tuple(
        (Button(_undo_label(group, words, alone=len(groups) == 1), Tap(Verb.UNDO_CHANGE, athlete, group[0].id)),)
        for group in groups
    )


def _undo_label(group: Sequence[Receipt], words: Words, *, alone: bool) -> str:
    """Undo, with the days that were changed where there is more than one to undo."""
    if alone:
        return words("button.undo")
    days = sorted({receipt.date for receipt in group})
    named = ", ".join(words.write(day) for day in days[:MOST_DAYS])
    return words("button.undo_of" if len(days) <= MOST_DAYS else "button.undo_of_more", days=named)
