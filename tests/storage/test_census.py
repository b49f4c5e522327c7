"""The operator's figures, on both databases."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from storage.census import _first_since, census
from storage.database import Database
from storage.sayings import keep_saying
from storage.tables import AthleteState, Prompt, PromptState
from tests.storage.builders import DAY, HOUR, NOON, TODAY, a_prompt, an_athlete, athlete_id, id_of


def test_athletes_are_counted_by_state_and_the_blocked_apart(database: Database) -> None:
    def work(session: Session) -> None:
        an_athlete(session, 1)
        an_athlete(session, 2, blocked_at=NOON)
        an_athlete(session, 3, state=AthleteState.PAUSED)
        found = census(session, NOON)
        assert found.states == {"active": 2, "paused": 1}
        assert found.blocked == 1

    database.run_now(work)


def test_who_wrote_or_tapped_this_week_counts_once(database: Database) -> None:
    def work(session: Session) -> None:
        both, tapped, silent, long_ago = (athlete_id(session, number) for number in range(1, 5))
        keep_saying(session, long_ago, 4, 1, "done", None, NOON - 8 * DAY)
        keep_saying(session, both, 1, 2, "done", None, NOON - DAY)
        a_prompt(session, silent)
        a_prompt(session, both, answered_at=NOON)
        a_prompt(session, tapped, answered_at=NOON)
        assert census(session, NOON).heard == 2

    database.run_now(work)


def test_prompts_of_the_last_day_are_counted_by_what_became_of_them(database: Database) -> None:
    def work(session: Session) -> None:
        athlete = athlete_id(session)
        a_prompt(session, athlete, TODAY - DAY, claimed_at=NOON - 25 * HOUR)
        a_prompt(session, athlete, kind="evening", state=PromptState.DROPPED)
        a_prompt(session, athlete)
        assert census(session, NOON).prompts == {"said": 1, "dropped": 1}

    database.run_now(work)


def test_an_empty_database_has_nothing_to_count(database: Database) -> None:
    found = database.run_now(lambda session: census(session, NOON))
    assert found == ({}, 0, 0, {})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(0, 30), max_size=12), gone=st.sets(st.integers(0, 11)), since=st.integers(-5, 200))
def test_the_first_row_since_a_moment_is_found_whatever_was_deleted(
    database: Database, gaps: Sequence[int], gone: set[int], since: int
) -> None:
    def work(session: Session) -> None:
        athlete, hours = athlete_id(session, len(gaps) + 100), 0
        rows = []
        for number, gap in enumerate(gaps):
            hours += gap
            rows.append(a_prompt(session, athlete, TODAY + number * DAY, claimed_at=NOON + hours * HOUR))
        kept = [row for number, row in enumerate(rows) if number not in gone]
        for row in rows:
            if row not in kept:
                session.delete(row)
        session.flush()
        first = _first_since(session, Prompt, NOON + since * HOUR)
        wanted = [id_of(row) for row in kept if row.claimed_at >= NOON + since * HOUR]
        assert [id_of(row) for row in kept if id_of(row) >= first] == wanted
        session.rollback()

    database.run_now(work)
