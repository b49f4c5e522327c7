"""Forged and mangled buttons: always an answer, never a defect, never somebody else's data."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from bot.handlers.daily import DAILY_TAPS
from bot.handlers.taps import press
from bot.incoming import Tapped
from bot.readable import READABLE, check, is_day
from bot.taps import Tap, Verb
from coach.errors import LegworkError, StaleButton
from storage.tables import Athlete, Log
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.depth import examples

VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ["", "0", "1:20", "9:9", "2026-02-30", "0001-01-01", "9999-12-31", "2026-12-02", "2026-12-02:y", "later", "-1",
         "effort:11", "effort:", "minutes:99999", "minutes:x", "distance:-1", "date:2026-13-01", "kind:x", "status:x",
         "flag:x", "knee:11", "knee:3", "ask", "ill", "none", "well", "open", "999", "card", "end", "x:y:z", "²", "٣",
         "pain:knee", "pain:knee:4", "heart:+5", "note:clear", "exercises:clear", "runs", "2026-11"]
    ),
)  # fmt: skip
TAPS = st.tuples(st.sampled_from(sorted(DAILY_TAPS)), st.none() | st.integers(0, 40) | st.just(2**59), VALUES)
"""A verb, a subject and a value that nobody may have been offered."""


def a_stranger(session: Session) -> Log:
    """Another athlete's one log."""
    other = Athlete(telegram_id=8, chat_id=8, name="Bo", profile={}, zone="UTC", created_at=NOON, updated_at=NOON)
    session.add(other)
    session.flush()
    log = Log(athlete_id=other.id or 0, date=NOON.date(), minutes=30, status="done", created_at=NOON)
    session.add(log)
    session.flush()
    return log


@given(taps=st.lists(TAPS, min_size=1, max_size=4))
@settings(examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_button_is_answered_and_leaves_others_alone(
    session: Session, taps: list[tuple[Verb, int | None, str]]
) -> None:
    savepoint = session.begin_nested()
    chat = Chat.with_an_athlete(session, NOON)
    chat.prompted()
    chat.says("ran 5k in 30:00")
    other = a_stranger(session)
    before = other.model_dump()
    for verb, subject, value in taps:
        with suppress(LegworkError):
            press(chat.desk, Tapped(Tap(verb, chat.desk.athlete_id, subject, value), 1, "query"), DAILY_TAPS[verb])
    session.expire(other)
    assert session.exec(select(Log).where(Log.athlete_id == other.athlete_id)).one().model_dump() == before
    savepoint.rollback()


@given(value=st.text(max_size=30))
@pytest.mark.parametrize("verb", sorted(READABLE))
def test_a_value_is_readable_or_stale(verb: Verb, value: str) -> None:
    with suppress(StaleButton):
        check(Tap(verb, 1, 1, value))


@pytest.mark.parametrize("text", ["2026-02-30", "20261202", "2026-W49-3", "0001-01-01", "", "today"])
def test_only_a_day_of_these_years_is_a_day(text: str) -> None:
    assert not is_day(text)


@given(day=st.dates(dt.date(2020, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_that_a_button_names_is_readable(day: dt.date) -> None:
    assert is_day(day.isoformat())
