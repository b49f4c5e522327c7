"""Receipts: before, after, why, by which rule, and how to take it back."""

import datetime as dt

from sqlmodel import Session

from bot.taps import Verb
from bot.views.receipts import MOST_LINES, receipts_screen
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Change
from storage.plans import keep_receipts
from storage.tables import Athlete, Receipt
from tests.builders import MONDAY

PLAIN = words_for(html=False)
NOW = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)


def a_change(day: int = 1, cause: int = 0, rule: str = "pain", number: str = "C3") -> Change:
    return Change(
        rule,
        number,
        MONDAY + dt.timedelta(days=day),
        MONDAY + dt.timedelta(days=cause),
        phrase("title.long_run"),
        phrase("title.easy_run"),
        phrase("button.hurts"),
    )


def kept(session: Session, *changes: Change) -> list[Receipt]:
    athlete = Athlete(telegram_id=7, chat_id=7, created_at=NOW, updated_at=NOW)
    session.add(athlete)
    session.flush()
    assert athlete.id is not None
    return list(keep_receipts(session, athlete.id, changes, NOW))


def test_a_change_says_before_after_why_and_the_rule(session: Session) -> None:
    text = receipts_screen(kept(session, a_change()), 7, PLAIN).text
    assert "• Tue 1 Dec: Long run → Easy run" in text
    assert "Why: Something hurts (rule C3, see /rules)" in text


def test_changes_of_one_cause_share_one_reason_and_one_undo(session: Session) -> None:
    screen = receipts_screen(kept(session, a_change(1), a_change(2)), 7, PLAIN)
    assert screen.text.count("Why:") == 1
    assert [button.label for row in screen.rows for button in row] == ["Undo"]


def test_each_cause_has_its_own_undo(session: Session) -> None:
    screen = receipts_screen(kept(session, a_change(1), a_change(2, cause=1, rule="ill", number="C5")), 7, PLAIN)
    labels = [button.label for row in screen.rows for button in row]
    assert labels == ["Undo (Tue 1 Dec)", "Undo (Wed 2 Dec)"]


def test_an_undo_points_at_the_first_receipt_of_its_cause(session: Session) -> None:
    receipts = kept(session, a_change(1), a_change(2))
    ((button,),) = receipts_screen(receipts, 7, PLAIN).rows
    assert button.tap is not None
    assert (button.tap.verb, button.tap.athlete, button.tap.subject) == (Verb.UNDO_CHANGE, 7, receipts[0].id)


def test_many_changes_are_cut_short_and_counted(session: Session) -> None:
    receipts = kept(session, *(a_change(day) for day in range(1, MOST_LINES + 4)))
    text = receipts_screen(receipts, 7, PLAIN).text
    assert text.count("→") == MOST_LINES
    assert "3 more" in text


def test_undo_buttons_name_the_days_that_changed(session: Session) -> None:
    """Not the day of the cause, which is often the same for all of them."""
    changes = (
        a_change(1),
        a_change(3, rule="effort_too_high", number="C2"),
        a_change(4, rule="effort_too_high", number="C2"),
    )
    screen = receipts_screen(kept(session, *changes), 7, PLAIN)
    assert [button.label for row in screen.rows for button in row] == [
        "Undo (Tue 1 Dec)",
        "Undo (Thu 3 Dec, Fri 4 Dec)",
    ]


def test_a_button_names_two_days_at_most(session: Session) -> None:
    changes = (a_change(1), *(a_change(day, rule="effort_too_high", number="C2") for day in (3, 4, 5)))
    screen = receipts_screen(kept(session, *changes), 7, PLAIN)
    assert screen.rows[1][0].label == "Undo (Thu 3 Dec, Fri 4 Dec …)"
