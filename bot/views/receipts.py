"""Receipts: what the plan said, what it says now, which rule did it, why, and how to take it back."""

from collections.abc import Sequence
from itertools import groupby

from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.words import Words
from coach.plan import Change
from storage.plans import change_of
from storage.tables import Receipt

MOST_LINES = 6


def receipts_screen(receipts: Sequence[Receipt], athlete: int, words: Words) -> Screen:
    """All changes of one occasion in one message, grouped by their cause, an Undo button for each cause."""
    groups = [list(group) for _, group in groupby(receipts, key=lambda receipt: (receipt.rule, receipt.cause))]
    parts = [words("receipt.head"), *(_group_text(group, words) for group in groups)]
    return Screen("\n\n".join(parts), _undo_rows(groups, athlete, words))


def _group_text(group: Sequence[Receipt], words: Words) -> str:
    changes = [change_of(receipt) for receipt in group]
    lines = [_line(change, words) for change in changes[:MOST_LINES]]
    if len(changes) > MOST_LINES:
        lines.append(words("receipt.more", n=len(changes) - MOST_LINES))
    reason = words("receipt.why", why=changes[0].why, rule=changes[0].rule_number)
    return "\n".join([*lines, reason])


def _line(change: Change, words: Words) -> str:
    return words("receipt.line", day=change.date, before=change.before, after=change.after)


def _undo_rows(groups: Sequence[Sequence[Receipt]], athlete: int, words: Words) -> Rows:
    key = "button.undo" if len(groups) == 1 else "button.undo_of"
    return tuple(
        (Button(words(key, day=group[0].cause), Tap(Verb.UNDO_CHANGE, athlete, group[0].id)),) for group in groups
    )
