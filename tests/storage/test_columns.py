"""Columns keep their promises: moments are aware and in UTC, and strangers' text can always be stored."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from sqlalchemy import DateTime
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError
from sqlmodel import Session

from storage.columns import UtcDateTime, cleaned
from storage.database import Database
from storage.tables import Athlete
from tests.storage.builders import NOON, an_athlete, id_of


def _blocked_at(database: Database, moment: dt.datetime | None) -> dt.datetime | None:
    """What comes back of a moment that was stored."""
    number = database.run_now(lambda session: id_of(an_athlete(session, blocked_at=moment)))

    def read(session: Session) -> dt.datetime | None:
        return session.get_one(Athlete, number).blocked_at

    return database.run_now(read)


def test_a_moment_comes_back_in_utc_whatever_zone_it_was_told_in(database: Database) -> None:
    found = _blocked_at(database, NOON.astimezone(ZoneInfo("Asia/Kathmandu")))

    assert found == NOON
    assert found is not None
    assert found.utcoffset() == dt.timedelta()


def test_no_moment_stays_no_moment(database: Database) -> None:
    assert _blocked_at(database, None) is None


def test_the_hour_that_comes_twice_is_kept_apart(database: Database) -> None:
    """2:30 in Berlin on 25 October 2026, the second time."""
    second = dt.datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)

    assert _blocked_at(database, second) == dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)


def test_a_naive_moment_is_refused(database: Database) -> None:
    """Nobody can know what it meant."""
    with pytest.raises(StatementError):
        _blocked_at(database, NOON.replace(tzinfo=None))


@given(st.datetimes(timezones=st.timezones()))
def test_a_moment_is_written_as_sqlalchemy_writes_it_and_read_as_the_same(moment: dt.datetime) -> None:
    """Rows written before and after compare and sort alike."""
    try:
        in_utc = moment.astimezone(dt.UTC)
    except OverflowError:  # the first and last hours that there are
        reject()
    dialect = sqlite.dialect()
    theirs = DateTime().dialect_impl(dialect).bind_processor(dialect)
    ours, back = UtcDateTime().bind_processor(dialect), UtcDateTime().result_processor(dialect, None)

    assert theirs is not None
    assert ours is not None
    assert back is not None
    assert ours(moment) == theirs(in_utc.replace(tzinfo=None))
    assert back(ours(moment)) == in_utc


@given(st.text(st.characters()))
def test_any_text_can_be_stored_once_cleaned(text: str) -> None:
    clean = cleaned(text)

    assert "\0" not in clean
    assert clean.encode().decode() == clean
    assert cleaned(clean) == clean


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_text_without_fault_is_left_as_it_is(text: str) -> None:
    assert cleaned(text) == text
