"""Leases: one holder at a time, by the clock that everybody shares."""

import datetime as dt

import pytest

from storage.database import Database
from storage.leases import holder_of, release, sign, take
from tests.storage.builders import DAY, HOUR, SECOND

NOW = dt.datetime.now(dt.UTC)
"""The replicas' clock where it agrees with the server's."""
RUN_OUT = -SECOND


def _take(database: Database, holder: str, now: dt.datetime = NOW, for_: dt.timedelta = HOUR) -> bool:
    return database.run_now(lambda session: take(session, "sender", holder, now, for_))


def _holder(database: Database, now: dt.datetime = NOW) -> str | None:
    return database.run_now(lambda session: holder_of(session, "sender", now))


def test_a_lease_has_one_holder_who_can_renew_it(database: Database) -> None:
    assert _take(database, "a")
    assert not _take(database, "b")
    assert _take(database, "a")
    assert _holder(database) == "a"


def test_a_lease_that_ran_out_can_be_taken(database: Database) -> None:
    _take(database, "a", for_=RUN_OUT)
    assert _holder(database) is None

    assert _take(database, "b")
    assert not _take(database, "a")
    assert _holder(database) == "b"


def test_leases_of_different_names_have_different_holders(database: Database) -> None:
    _take(database, "a")

    assert database.run_now(lambda session: take(session, "poller", "b", NOW, HOUR))
    assert _holder(database) == "a"


@pytest.mark.parametrize(("holder", "free"), [("a", True), ("b", False)])
def test_only_the_holder_can_give_a_lease_back(database: Database, holder: str, free: bool) -> None:  # noqa: FBT001 — a case
    _take(database, "a")
    database.run_now(lambda session: release(session, "sender", holder))

    assert _take(database, "c") is free


def test_a_replica_whose_clock_is_ahead_takes_no_lease_from_another(database: Database) -> None:
    """The embedded database has one program and goes by its word."""
    _take(database, "a")

    assert _take(database, "b", NOW + DAY) is database.is_sqlite


def test_a_replica_whose_clock_is_ahead_holds_no_lease_for_longer_than_it_lives(database: Database) -> None:
    """It dies, and nobody waits for the hour that only it believed in."""
    _take(database, "a", NOW + DAY, RUN_OUT)

    assert _take(database, "b") is not database.is_sqlite


def test_whoever_signs_hears_whether_they_signed_last(database: Database) -> None:
    def signs(mark: str) -> bool:
        return database.run_now(lambda session: sign(session, "record", mark, NOW))

    assert [signs(mark) for mark in ("a", "a", "b", "a", "a")] == [False, True, False, False, True]


def test_a_signature_is_nobodys_lease(database: Database) -> None:
    database.run_now(lambda session: sign(session, "record", "a", NOW))
    assert _take(database, "b")
    assert _holder(database) == "b"
