"""``legwork reparse``: a better reader changes what it reads differently, never what a person changed by hand."""

import copy
import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from bot.__main__ import obey
from bot.cases.rereading import reread_words, sayings_read
from coach.session import RUN_KINDS
from storage.database import Database, open_database
from storage.plans import shown_weeks
from storage.schema import upgrade
from storage.tables import ActivityFile, Athlete, Log, Saying
from tests.activities.outings import an_outing
from tests.activities.writing import as_fit
from tests.bot.cases.chat import Chat

NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


def reparsed() -> list[str]:
    stdout = StringIO()
    assert obey(["reparse"], StringIO(), stdout, StringIO()) == 0
    return stdout.getvalue().replace("\u202f", " ").splitlines()


def told(database: Database, *texts: str) -> None:
    def tell(session: Session) -> None:
        athlete = session.exec(select(Athlete)).one()
        chat = Chat.with_desk(session, NOON, athlete)
        for text in texts:
            chat.says(text)

    database.run_now(tell)


def as_an_older_reader_read(session: Session, **fields: object) -> None:
    """Let the words and their log look as if an older reader had read them."""
    saying, log = session.exec(select(Saying)).one(), session.exec(select(Log)).one()
    reading = copy.deepcopy(saying.reading or {})
    reading["entries"][0].update(fields)
    saying.reading = reading
    for name, value in fields.items():
        setattr(log, name, value)
    session.add_all([saying, log])


def the_log(database: Database) -> Log:
    return database.run_now(lambda session: session.exec(select(Log).order_by(col(Log.id))).first())  # type: ignore[return-value]


def test_nothing_changes_where_everything_reads_the_same(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6", "what a lovely morning", "weight 71 kg")
    assert reparsed() == ["0 logs changed"]


def test_words_that_read_differently_change_their_log_once(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")
    database.run_now(lambda session: as_an_older_reader_read(session, distance_m=4000))
    lines = reparsed()
    assert lines[-1] == "1 log changed"
    assert "distance_m" in lines[0]
    assert the_log(database).distance_m == 5000
    assert reparsed() == ["0 logs changed"]


def as_nobody_understood(session: Session) -> None:
    """Let the words look as if an older reader had made nothing of them."""
    saying = session.exec(select(Saying)).one()
    saying.reading, saying.understood = {"entries": [], "measurements": {}, "asked": False}, False
    for log in session.exec(select(Log)):
        session.delete(log)
    session.add(saying)


def test_words_that_nobody_understood_are_logged_late_and_once(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")
    database.run_now(as_nobody_understood)
    assert reparsed()[-1] == "1 log changed"
    log = the_log(database)
    assert (log.distance_m, log.rpe, log.date) == (5000, 6, NOON.date())
    assert reparsed() == ["0 logs changed"]


def test_what_is_logged_late_belongs_to_the_session_of_its_day(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6 on tuesday")

    def on_the_first_run(session: Session) -> None:
        as_nobody_understood(session)
        run = next(each for week in shown_weeks(session, 1) for each in week.sessions if each.kind in RUN_KINDS)
        saying = session.exec(select(Saying)).one()
        saying.text, saying.said_at = "ran 5k in 31:20", dt.datetime.combine(run.date, dt.time(20), dt.UTC)

    database.run_now(on_the_first_run)
    reparsed()
    assert the_log(database).planned
    assert the_log(database).kind in RUN_KINDS


def test_words_that_answered_something_else_are_not_logged(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")

    def answered(session: Session) -> None:
        as_nobody_understood(session)
        saying = session.exec(select(Saying)).one()
        saying.understood = True

    database.run_now(answered)
    assert reparsed() == ["0 logs changed"]


def test_what_a_person_deleted_is_not_logged_again(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")

    def deleted(session: Session) -> None:
        saying, log = session.exec(select(Saying)).one(), session.exec(select(Log)).one()
        saying.reading, saying.understood = {"entries": [], "measurements": {}, "asked": False}, False
        log.deleted_at = NOON

    database.run_now(deleted)
    assert reparsed() == ["0 logs changed"]


def test_what_was_edited_by_hand_stays(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")
    database.run_now(lambda session: as_an_older_reader_read(session, distance_m=4000, rpe=5))

    def edit(session: Session) -> None:
        log = session.exec(select(Log)).one()
        log.distance_m = 4700
        session.add(log)

    database.run_now(edit)
    reparsed()
    log = the_log(database)
    assert (log.distance_m, log.rpe) == (4700, 6)


def test_a_deleted_log_stays_deleted_and_as_it_was(database: Database) -> None:
    told(database, "ran 5k in 31:20, effort 6")

    def forget(session: Session) -> None:
        as_an_older_reader_read(session, distance_m=4000)
        session.exec(select(Log)).one().deleted_at = NOON

    database.run_now(forget)
    assert reparsed() == ["0 logs changed"]
    assert (the_log(database).distance_m, the_log(database).deleted_at) == (4000, NOON)


def test_files_are_read_again_and_only_what_nobody_changed_is_taken_over(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "run.fit"
    path.write_bytes(as_fit(an_outing(1200, started=dt.datetime(2025, 10, 5, 7, tzinfo=dt.UTC), every=5)))
    obey(["import", str(path), "--athlete", "1"], StringIO(), StringIO(), StringIO())

    def age(session: Session) -> None:
        row, log = session.exec(select(ActivityFile)).one(), session.exec(select(Log)).one()
        row.reading = {**(row.reading or {}), "distance_m": 3000, "avg_hr": 99}
        log.track, log.distance_m, log.avg_hr = row.reading, 3000, 120
        session.add_all([row, log])

    database.run_now(age)
    assert reparsed()[-1] == "1 log changed"
    log = the_log(database)
    assert log.distance_m == pytest.approx(3360, abs=5)
    assert log.avg_hr == 120, "changed by hand"
    assert reparsed() == ["0 logs changed"]


@pytest.mark.usefixtures("database")
def test_an_unknown_athlete_is_one_clear_line() -> None:
    stderr = StringIO()
    assert obey(["reparse", "--athlete", "99"], StringIO(), StringIO(), stderr) == 2
    assert stderr.getvalue().count("\n") == 1


texts = st.lists(
    st.sampled_from(
        ["ran 5k in 31:20, effort 6", "walked 30 min", "squats 3x12 @ 20kg, rpe 6", "skipped today, too busy", "hello",
         "weight 71 kg", "4 miles at 10:30, hr 150", "left knee hurts 3/10", "ran 500 km in 4 minutes", "cycled 20k"]
    ),
    max_size=5,
)  # fmt: skip


@given(texts)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_twice_changes_nothing_the_second_time(said: list[str]) -> None:
    database = open_database("sqlite://")
    upgrade(database)
    database.run_now(lambda session: Chat.with_an_athlete(session, NOON, start_date="2026-11-02") and None)
    told(database, *said)

    def again(session: Session) -> int:
        athlete = session.exec(select(Athlete)).one()
        for saying in sayings_read(session, athlete):
            reread_words(session, athlete, saying)
        return sum(len(reread_words(session, athlete, saying)) for saying in sayings_read(session, athlete))

    assert database.run_now(again) == 0
    database.close_now()
