"""What is kept of a plan: weeks as shown, moves, changes told once and taken back for good."""

import datetime as dt
from dataclasses import replace
from typing import Any

from sqlmodel import Session

from coach.memories import forget_people
from coach.phrases import phrase
from coach.plan import Change, Declined, Move, Week
from coach.session import SessionKind
from storage.database import Database
from storage.plans import (
    change_of,
    keep_move,
    keep_receipts,
    keep_week,
    move_by_id,
    moves_with,
    receipt_by_id,
    sent_week,
    shown_weeks,
    stored_of,
    undo_move,
    undo_receipt,
)
from tests.builders import MONDAY, a_session, a_week
from tests.storage.builders import NOON, athlete_id, id_of
from tests.storage.statements import statements_of

TUESDAY = MONDAY + dt.timedelta(days=1)
NEXT_MONDAY = MONDAY + dt.timedelta(days=7)


def a_change(date: dt.date = TUESDAY, **fields: Any) -> Change:  # noqa: ANN401 — any field
    """An interval run made easy because the last ones were too hard."""
    defaults: dict[str, Any] = {
        "rule": "effort_too_high",
        "rule_number": "C2",
        "cause": MONDAY,
        "before": phrase("title.interval_run", minutes=40),
        "after": phrase("title.easy_run", minutes=36),
        "why": phrase("change.effort_too_high"),
    }
    return Change(date=date, **{**defaults, **fields})


def first_sent(session: Session, owner: int) -> tuple[Week, ...]:
    """The weeks as they were first sent."""
    return tuple(sent.week for sent in stored_of(session, owner).sent)


def test_nothing_is_kept_of_a_newcomer(database: Database) -> None:
    owner = database.run_now(athlete_id)

    assert database.run_now(lambda session: stored_of(session, owner).sent) == ()
    assert database.run_now(lambda session: stored_of(session, owner).moves) == ()
    assert database.run_now(lambda session: stored_of(session, owner).declined) == frozenset()


def test_weeks_come_back_as_they_were_shown_oldest_first(database: Database) -> None:
    owner = database.run_now(athlete_id)
    first = a_week(a_session(MONDAY), a_session(TUESDAY, "strength"))
    second = a_week(a_session(NEXT_MONDAY, "tempo_run"), index=2)
    for week in (second, first):
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))

    assert database.run_now(lambda session: first_sent(session, owner)) == (first, second)


def test_a_week_that_changes_is_shown_as_it_is_now_and_planned_from_as_it_was_sent(database: Database) -> None:
    owner = database.run_now(athlete_id)
    sent, changed = a_week(a_session(MONDAY)), a_week(a_session(TUESDAY, minutes=20), start=MONDAY)
    for week in (sent, changed):
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))

    assert database.run_now(lambda session: first_sent(session, owner)) == (sent,)
    assert database.run_now(lambda session: shown_weeks(session, owner)) == (changed,)


def test_a_week_asked_for_anew_is_planned_from_as_it_is_now(database: Database) -> None:
    owner = database.run_now(athlete_id)
    changed = a_week(a_session(TUESDAY, minutes=20), start=MONDAY)
    database.run_now(lambda session: keep_week(session, owner, a_week(a_session(MONDAY)), NOON))
    database.run_now(lambda session: keep_week(session, owner, changed, NOON, anew=True))

    assert database.run_now(lambda session: first_sent(session, owner)) == (changed,)


def test_sessions_moved_by_one_tap_are_found_together(database: Database) -> None:
    owner = database.run_now(athlete_id)
    run, strength, later = (
        database.run_now(lambda session, kind=kind, now=now: keep_move(session, owner, kind, MONDAY, TUESDAY, now))
        for kind, now in (
            (SessionKind.EASY_RUN, NOON),
            (SessionKind.STRENGTH, NOON),
            (SessionKind.LONG_RUN, NOON + dt.timedelta(hours=1)),
        )
    )
    assert database.run_now(lambda session: [one.id for one in moves_with(session, run)]) == [run.id, strength.id]
    assert database.run_now(lambda session: [one.id for one in moves_with(session, later)]) == [later.id]


def test_a_move_is_kept_until_it_is_undone(database: Database) -> None:
    owner = database.run_now(athlete_id)
    move = database.run_now(lambda session: keep_move(session, owner, SessionKind.LONG_RUN, MONDAY, TUESDAY, NOON))
    kept = database.run_now(lambda session: stored_of(session, owner).moves)
    database.run_now(lambda session: undo_move(session, move, NOON))

    assert kept == (Move(SessionKind.LONG_RUN, MONDAY, TUESDAY),)
    assert database.run_now(lambda session: stored_of(session, owner).moves) == ()


def test_what_is_told_again_replaces_what_was_told(database: Database) -> None:
    owner = database.run_now(athlete_id)
    old, new = a_change(), a_change(TUESDAY + dt.timedelta(days=1))
    worse = replace(old, after=phrase("change.rest"))
    (first,) = database.run_now(lambda session: keep_receipts(session, owner, [old], NOON))
    told = database.run_now(lambda session: keep_receipts(session, owner, [worse, new], NOON))

    assert [change_of(receipt) for receipt in told] == [worse, new]
    assert told[0].id == first.id


def test_a_change_of_another_athlete_is_another_change(database: Database) -> None:
    first, second = (database.run_now(lambda session, n=n: athlete_id(session, n)) for n in (1, 2))
    database.run_now(lambda session: keep_receipts(session, first, [a_change()], NOON))

    assert len(database.run_now(lambda session: keep_receipts(session, second, [a_change()], NOON))) == 1


def test_taking_back_one_receipt_declines_its_cause(database: Database) -> None:
    """Both receipts have the same rule and cause: a rule cannot be half declined."""
    owner = database.run_now(athlete_id)
    changes = [a_change(), a_change(TUESDAY + dt.timedelta(days=1)), a_change(cause=TUESDAY)]
    receipts = database.run_now(lambda session: keep_receipts(session, owner, changes, NOON))
    database.run_now(lambda session: undo_receipt(session, receipts[0], NOON))
    after = [database.run_now(lambda session, r=r: receipt_by_id(session, owner, id_of(r))) for r in receipts]

    assert [receipt is not None and receipt.undone_at is not None for receipt in after] == [True, True, False]
    declined = database.run_now(lambda session: stored_of(session, owner).declined)
    assert declined == {Declined("effort_too_high", MONDAY)}


def test_nobody_finds_what_belongs_to_another(database: Database) -> None:
    mine, theirs = (database.run_now(lambda session, n=n: athlete_id(session, n)) for n in (1, 2))
    receipt = database.run_now(lambda session: keep_receipts(session, theirs, [a_change()], NOON))[0]
    move = database.run_now(lambda session: keep_move(session, theirs, SessionKind.EASY_RUN, MONDAY, TUESDAY, NOON))

    assert database.run_now(lambda session: receipt_by_id(session, mine, id_of(receipt))) is None
    assert database.run_now(lambda session: move_by_id(session, mine, id_of(move))) is None
    assert database.run_now(lambda session: move_by_id(session, theirs, id_of(move))) is not None


def test_a_week_gone_by_is_asked_for_only_as_it_is_known_now(database: Database) -> None:
    owner = database.run_now(athlete_id)
    sent, changed = a_week(a_session(MONDAY)), a_week(a_session(TUESDAY, minutes=20), start=MONDAY)
    for week in (sent, changed):
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))
    (wholly,) = database.run_now(lambda session: stored_of(session, owner, since=MONDAY).sent)
    (gone_by,) = database.run_now(lambda session: stored_of(session, owner, since=NEXT_MONDAY).sent)

    assert (wholly.week, wholly.shown) == (sent, changed)
    assert (gone_by.week, gone_by.shown) == (changed, changed)


def test_a_week_gone_by_is_known_as_it_was_sent_while_a_move_stands(database: Database) -> None:
    owner = database.run_now(athlete_id)
    sent, changed = a_week(a_session(MONDAY)), a_week(a_session(TUESDAY, minutes=20), start=MONDAY)
    for week in (sent, changed):
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))
    database.run_now(lambda session: keep_move(session, owner, SessionKind.EASY_RUN, MONDAY, TUESDAY, NOON))
    (moved,) = database.run_now(lambda session: stored_of(session, owner, since=NEXT_MONDAY).sent)

    assert (moved.week, moved.shown) == (sent, changed)


def test_of_the_weeks_sent_long_ago_one_is_read_when_it_is_wanted(database: Database) -> None:
    owner = database.run_now(athlete_id)
    sent, changed = a_week(a_session(MONDAY)), a_week(a_session(TUESDAY, minutes=20), start=MONDAY)
    later = a_week(a_session(NEXT_MONDAY))
    for week in (sent, changed, later):
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))
    near = database.run_now(lambda session: stored_of(session, owner, near=NEXT_MONDAY).sent)
    gone = database.run_now(lambda session: sent_week(session, owner, MONDAY))

    assert [each.week for each in near] == [later]
    assert gone is not None
    assert (gone.week, gone.shown) == (sent, changed)
    assert database.run_now(lambda session: sent_week(session, owner, MONDAY - dt.timedelta(days=7))) is None
    assert database.run_now(lambda session: sent_week(session, owner + 1, MONDAY)) is None


def test_moves_come_back_in_the_order_in_which_they_were_made(database: Database) -> None:
    owner = database.run_now(athlete_id)
    days = [(NEXT_MONDAY, TUESDAY), (MONDAY, NEXT_MONDAY), (TUESDAY, MONDAY)]
    for origin, target in days:
        database.run_now(
            lambda session, origin=origin, target=target: keep_move(
                session, owner, SessionKind.LONG_RUN, origin, target, NOON
            )
        )
    moves = database.run_now(lambda session: stored_of(session, owner).moves)

    assert moves == tuple(Move(SessionKind.LONG_RUN, origin, target) for origin, target in days)


def test_what_is_kept_of_a_plan_is_one_statement(database: Database) -> None:
    """Each is a journey where the database is far away, and every answer asks for it."""
    owner = database.run_now(athlete_id)

    assert len(statements_of(database, lambda session: stored_of(session, owner))) == 1


def test_the_outline_of_a_week_has_its_sessions_without_their_steps(database: Database) -> None:
    owner = database.run_now(athlete_id)
    week = a_week(a_session(MONDAY), a_session(TUESDAY, "strength"))
    database.run_now(lambda session: keep_week(session, owner, week, NOON))
    (sent,) = database.run_now(lambda session: stored_of(session, owner).sent)

    told = [(session.date, session.kind, session.minutes) for session in week.sessions]
    assert [(session.date, session.kind, session.minutes) for session in sent.outline.sessions] == told
    assert {session.steps for session in sent.outline.sessions} == {()}


def test_what_was_read_before_a_change_is_not_taken_for_what_stands_now(database: Database) -> None:
    owner = database.run_now(athlete_id)
    for minutes in (30, 25, 30):
        week = a_week(a_session(MONDAY, minutes=minutes))
        database.run_now(lambda session, week=week: keep_week(session, owner, week, NOON))
        assert database.run_now(lambda session: shown_weeks(session, owner)) == (week,)


def test_a_week_that_was_kept_need_not_be_read(database: Database) -> None:
    """Whoever changes a week looks at it with the athlete's next words."""
    owner, week = database.run_now(athlete_id), a_week(a_session(MONDAY))
    database.run_now(lambda session: keep_week(session, owner, week, NOON))
    kept = database.run_now(lambda session: shown_weeks(session, owner))[0]
    forget_people()
    read = database.run_now(lambda session: shown_weeks(session, owner))[0]

    assert kept is week
    assert read is not week
    assert read == week


def test_each_athlete_has_weeks_of_their_own(database: Database) -> None:
    ada, ben = (database.run_now(lambda session, number=number: athlete_id(session, number)) for number in (1, 2))
    for owner, minutes in ((ada, 30), (ben, 45)):
        week = a_week(a_session(MONDAY, minutes=minutes))
        database.run_now(lambda session, owner=owner, week=week: keep_week(session, owner, week, NOON))

    shown = database.run_now(lambda session: shown_weeks(session, ada))
    assert [session.minutes for week in shown for session in week.sessions] == [30]


def test_a_change_taken_back_and_told_again_can_be_taken_back_again(database: Database) -> None:
    owner = database.run_now(athlete_id)
    (first,) = database.run_now(lambda session: keep_receipts(session, owner, [a_change()], NOON))
    database.run_now(lambda session: undo_receipt(session, first, NOON))
    undone = database.run_now(lambda session: stored_of(session, owner).declined)
    database.run_now(lambda session: keep_receipts(session, owner, [a_change()], NOON))

    assert len(undone) == 1
    assert database.run_now(lambda session: stored_of(session, owner).declined) == frozenset()


def test_who_looked_at_a_receipt_before_sees_it_as_it_is_told_again(database: Database) -> None:
    owner = database.run_now(athlete_id)
    old = a_change()
    worse = replace(old, after=phrase("change.rest"))
    (first,) = database.run_now(lambda session: keep_receipts(session, owner, [old], NOON))

    def look_and_tell(session: Session) -> Change | None:
        seen = receipt_by_id(session, owner, id_of(first))
        keep_receipts(session, owner, [worse], NOON)
        return None if seen is None else change_of(seen)

    assert database.run_now(look_and_tell) == worse
