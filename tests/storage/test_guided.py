"""Guided sessions: one open at a time, the clock finds what is due, and edits that became pointless go."""

import datetime as dt
from typing import Any

from sqlmodel import Session, col, select

from storage.athletes import athlete_by_id
from storage.database import Database
from storage.guided import begin_guided, due_guided, guided_by_id, open_guided, take_guided
from storage.logs import log_by_id
from storage.outbox import mark_sending, queue_message, withdraw_edits
from storage.tables import GuidedSession, OutboxMessage
from tests.storage.builders import HOUR, NOON, TODAY, a_log, an_athlete, athlete_id, id_of

REF = "guided:1"


def a_session(session: Session, athlete: int, **fields: Any) -> GuidedSession:  # noqa: ANN401 — any column
    """A session that was begun at noon."""
    given = {"date": TODAY, "started_at": NOON, "touched_at": NOON, **fields}
    return begin_guided(session, GuidedSession(athlete_id=athlete, **given))


def test_a_session_comes_back_as_it_was_stored(database: Database) -> None:
    owner = database.run_now(athlete_id)
    state = {"tasks": [], "sets": [{"task": 0}], "hurt": []}
    row = database.run_now(lambda s: a_session(s, owner, state=state, loads={"squat.goblet": 10.5}, until=NOON).id)
    found = database.run_now(lambda s: guided_by_id(s, owner, row or 0))
    assert found is not None
    assert (found.state, found.loads, found.until, found.step) == (state, {"squat.goblet": 10.5}, NOON, 0)


def test_a_session_is_nobody_elses(database: Database) -> None:
    owner = database.run_now(athlete_id)
    row = database.run_now(lambda s: a_session(s, owner).id)
    assert database.run_now(lambda s: guided_by_id(s, owner + 1, row or 0)) is None


def test_the_open_session_is_the_newest_that_is_not_closed(database: Database) -> None:
    owner = database.run_now(athlete_id)
    database.run_now(lambda s: a_session(s, owner, closed_at=NOON))
    assert database.run_now(lambda s: open_guided(s, owner)) is None
    rows = [database.run_now(lambda s: a_session(s, owner).id) for _ in range(2)]
    found = database.run_now(lambda s: open_guided(s, owner))
    assert found is not None
    assert found.id == rows[-1]


def test_what_waits_longest_is_due_first(database: Database) -> None:
    owner = database.run_now(athlete_id)
    late, early = (
        database.run_now(lambda s, at=at: a_session(s, owner, wake_at=at).id)  # type: ignore[misc] # a default binds it
        for at in (NOON, NOON - HOUR)
    )
    database.run_now(lambda s: a_session(s, owner, wake_at=NOON + HOUR))
    database.run_now(lambda s: a_session(s, owner))
    assert database.run_now(lambda s: due_guided(s, NOON, 10)) == [early, late]
    assert database.run_now(lambda s: due_guided(s, NOON, 1)) == [early]


def test_only_what_is_still_due_is_taken(database: Database) -> None:
    """Somebody tapped on, or another replica was faster."""
    owner = database.run_now(athlete_id)
    row = database.run_now(lambda s: a_session(s, owner, wake_at=NOON).id) or 0
    assert database.run_now(lambda s: take_guided(s, row, NOON)) is not None
    assert database.run_now(lambda s: take_guided(s, row, NOON - dt.timedelta(seconds=1))) is None


def test_a_session_goes_with_its_athlete_and_outlives_its_log(database: Database) -> None:
    owner = database.run_now(athlete_id)
    log = database.run_now(lambda s: id_of(a_log(s, owner)))
    row = database.run_now(lambda s: a_session(s, owner, log_id=log).id) or 0
    database.run_now(lambda s: s.delete(log_by_id(s, owner, log)))
    found = database.run_now(lambda s: guided_by_id(s, owner, row))
    assert found is not None
    assert found.log_id is None
    database.run_now(lambda s: s.delete(athlete_by_id(s, owner)))
    assert database.run_now(lambda s: s.exec(select(GuidedSession)).all()) == []


def test_edits_that_have_not_gone_out_are_withdrawn_and_nothing_else(database: Database) -> None:
    chat = database.run_now(lambda s: an_athlete(s).chat_id)

    def fill(session: Session) -> None:
        edit = "edit_message_text"
        for method, ref in ((edit, REF), (edit, REF), ("send_message", REF), (edit, "log:1")):
            queue_message(session, chat, method, {}, NOON, ref=ref)
        mark_sending(session, [1])

    database.run_now(fill)
    assert database.run_now(lambda s: withdraw_edits(s, chat, REF)) == 1
    left = database.run_now(
        lambda s: [(row.method, row.ref) for row in s.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))]
    )
    assert left == [("edit_message_text", REF), ("send_message", REF), ("edit_message_text", "log:1")]
