"""``legwork import``: files, folders and exports into a log, each activity once."""

import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from bot.__main__ import obey
from bot.cases.plans import keep_shown
from bot.cases.training import monday_of, training_of
from bot.desk import Desk
from bot.words import words_for
from storage.database import Database
from storage.tables import Athlete, FileContent, Log, OutboxMessage, Receipt
from tests.activities.outings import an_outing
from tests.activities.test_archives import zipped
from tests.activities.test_listing import GERMAN
from tests.activities.writing import as_fit, as_gpx, as_gz, as_tcx

NOON = dt.datetime(2026, 11, 2, 12, tzinfo=dt.UTC)


LIST = """Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Moving Time,Distance
1,"Oct 5, 2025, 7:00:00 AM",Morning Run,Run,1200,3.36,activities/1.gpx,1200.0,1200.0,3360.0
9,"Oct 9, 2025, 6:00:00 PM",Typed in,Run,2000,5.01,,2000.0,1800.0,5010.0
10,"Oct 10, 2025, 6:00:00 PM","A walk, untracked",Walk,3600,0.00,,3600.0,,
11,"Oct 5, 2025, 7:01:00 AM",The first again,Run,1200,3.35,,1200.0,1200.0,3355.0
"""  # noqa: E501 — a table
"""Strava's list: one activity with a file, two typed in, and one that another device recorded too."""


def run_of(day: int, seconds: int = 1200) -> bytes:
    return as_fit(an_outing(seconds, started=dt.datetime(2025, 10, day, 7, tzinfo=dt.UTC), every=5))


def imported(*words: str) -> tuple[int, list[str], str]:
    """Exit status, lines on standard output, and what stands on standard error."""
    stdout, stderr = StringIO(), StringIO()
    status = obey(["import", *words, "--athlete", "1"], StringIO(), stdout, stderr)
    return status, stdout.getvalue().replace("\u202f", " ").splitlines(), stderr.getvalue()


def logs_in(database: Database) -> list[Log]:
    return database.run_now(lambda session: list(session.exec(select(Log).order_by(col(Log.date)))))


def test_a_folder_is_imported_once_however_often_it_is_tried(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    for day in (3, 4):
        (folder / f"{day}.fit").write_bytes(run_of(day))
    status, lines, _ = imported(str(folder))
    assert (status, len(lines)) == (0, 3)
    assert lines[0].startswith("3.fit: ")
    assert "3.4 km" in lines[0]
    assert lines[-1] == "2 logged, 0 already there, 0 not used, 0 without an activity"
    again, lines, _ = imported(str(folder))
    assert again == 0
    assert lines[-1] == "0 logged, 2 already there, 0 not used, 0 without an activity"
    assert [log.date.day for log in logs_in(database)] == [3, 4]
    assert len(database.run_now(lambda session: session.exec(select(FileContent.file_id)).all())) == 2


def test_stravas_export_is_imported_as_it_comes(database: Database, tmp_path: Path) -> None:
    run = an_outing(1200, started=dt.datetime(2025, 10, 5, 7, tzinfo=dt.UTC), every=5)
    ride = an_outing(3000, started=dt.datetime(2025, 10, 6, 7, tzinfo=dt.UTC), every=5)
    path = tmp_path / "export_1.zip"
    members = {
        "activities_csv": LIST.encode(),
        "activities__1_gpx": as_gpx(run),
        "activities__2_fit_gz": as_gz(run_of(7)),
        "activities__3_tcx_gz": as_gz(as_tcx(ride)),
        "media__4_jpg": b"\xff\xd8\xff",
    }
    path.write_bytes(zipped(**members))
    status, lines, _ = imported(str(path))
    assert status == 0, lines
    assert lines[-1] == "5 logged, 1 already there, 0 not used, 0 without an activity"
    assert [log.date.day for log in logs_in(database)] == [5, 6, 7, 9, 10]
    typed, walk = logs_in(database)[-2:]
    assert (typed.activity, typed.minutes, typed.distance_m) == ("run", 30.0, 5010)
    assert (walk.activity, walk.minutes, walk.distance_m) == ("walk", 60.0, None)
    again, lines, _ = imported(str(path))
    assert (again, lines[-1]) == (0, "0 logged, 6 already there, 0 not used, 0 without an activity")


def test_garmins_export_is_imported_and_its_settings_passed_over(database: Database, tmp_path: Path) -> None:
    part = zipped(one_fit=run_of(8), settings_fit=as_fit(an_outing(60), file_type=2))
    path = tmp_path / "garmin.zip"
    path.write_bytes(zipped(DI_CONNECT__UploadedFiles__part_zip=part, DI_CONNECT__summary_json=b"{}"))
    status, lines, _ = imported(str(path))
    assert status == 0, lines
    assert "garmin.zip/part.zip/settings.fit: no activity in it, passed over" in lines
    assert lines[-1] == "1 logged, 0 already there, 0 not used, 1 without an activity"
    assert len(logs_in(database)) == 1


def test_the_first_files_without_an_activity_are_named_and_the_others_counted(
    database: Database, tmp_path: Path
) -> None:
    settings = as_fit(an_outing(60), file_type=2)
    for number in range(7):
        (tmp_path / f"{number}.fit").write_bytes(settings)
    (tmp_path / "run.fit").write_bytes(run_of(14))
    status, lines, _ = imported(str(tmp_path))
    assert status == 0, lines
    assert lines[:5] == [f"{number}.fit: no activity in it, passed over" for number in range(5)]
    assert lines[-2:] == [
        "2 more files without an activity, passed over",
        "1 logged, 0 already there, 0 not used, 7 without an activity",
    ]
    assert len(logs_in(database)) == 1


@pytest.mark.parametrize("command", ["import", "reparse"])
def test_a_database_without_tables_gets_them_and_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    (tmp_path / "a.fit").write_bytes(run_of(12))
    paths = [str(tmp_path / "a.fit")] if command == "import" else []
    stderr = StringIO()
    status = obey([command, *paths, "--athlete", "7"], StringIO(), StringIO(), stderr)
    assert status == 2
    assert stderr.getvalue().count("\n") == 1
    assert "nobody with the id 7" in stderr.getvalue()


def test_a_list_in_a_folder_is_read_and_lines_that_cannot_be_true_are_named(database: Database, tmp_path: Path) -> None:
    rows = [
        "Activity Date,Activity Name,Activity Type,Elapsed Time,Distance",
        '"Oct 9, 2025, 6:00:00 PM",Good,Run,1800,5.0',
        '"Oct 9, 2925, 6:00:00 PM",Later,Run,1800,5.0',
        '"Oct 11, 2025, 6:00:00 PM",Too fast,Run,300,5.0',
        "yesterday,No date,Run,1800,5.0",
        '"Oct 12, 2025, 6:00:00 PM",No time,Run,0,5.0',
    ]
    (tmp_path / "activities.csv").write_text("\n".join(rows), encoding="utf-8")
    status, lines, _ = imported(str(tmp_path))
    assert status == 2
    assert [line.partition(":")[0] for line in lines[:-1]] == [
        f"activities.csv/{number} {name}"
        for number, name in ((2, "Good"), (3, "Later"), (4, "Too fast"), (5, "No date"), (6, "No time"))
    ]
    assert ["not used" in line for line in lines[:-1]] == [False, True, True, True, True]
    assert [log.distance_m for log in logs_in(database)] == [5000]


@pytest.mark.parametrize("content", [b"Date,Entfernung\n1,2\n", b"", b"\xff\xfe\x00"])
def test_a_list_of_other_columns_is_passed_over_and_changes_nothing(
    database: Database, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "activities.csv").write_bytes(content)
    status, lines, _ = imported(str(tmp_path))
    assert status == 0
    assert "passed over" in lines[0]
    assert logs_in(database) == []


def test_bad_files_are_named_and_the_good_ones_imported(database: Database, tmp_path: Path) -> None:
    for name, content in (("a.fit", run_of(9)), ("b.gpx", b"<gpx>"), ("c.fit", run_of(10)[:900])):
        (tmp_path / name).write_bytes(content)
    status, lines, _ = imported(*(str(tmp_path / name) for name in ("a.fit", "b.gpx", "c.fit")))
    assert status == 2
    assert ["damaged" in line for line in lines] == [False, True, True, False]
    assert len(logs_in(database)) == 1


def test_a_run_told_in_words_is_completed_not_doubled(database: Database, tmp_path: Path) -> None:
    def tell(log: Log) -> None:
        database.run_now(lambda session: session.add(log))

    tell(Log(athlete_id=1, date=dt.date(2025, 10, 11), kind="easy_run", activity="run", status="done", minutes=21,
             distance_m=3500, rpe=6, created_at=NOON))  # fmt: skip
    (tmp_path / "a.fit").write_bytes(run_of(11))
    imported(str(tmp_path / "a.fit"))
    (log,) = logs_in(database)
    assert (log.minutes, log.rpe, log.avg_hr) == (20.0, 6, 150)


def test_a_path_that_is_not_there_is_one_clear_line_and_nothing_happens(database: Database, tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(run_of(12))
    status, lines, said = imported(str(tmp_path / "a.fit"), str(tmp_path / "gone.zip"))
    assert (status, lines) == (2, [])
    assert said.count("\n") == 1
    assert "gone.zip" in said
    assert logs_in(database) == []


@pytest.mark.usefixtures("database")
def test_an_unknown_athlete_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(run_of(12))
    stderr = StringIO()
    status = obey(["import", str(tmp_path / "a.fit"), "--athlete", "99"], StringIO(), StringIO(), stderr)
    assert status == 2
    assert "99" in stderr.getvalue()


def test_the_athletes_telegram_id_will_do(database: Database, tmp_path: Path) -> None:
    (tmp_path / "a.fit").write_bytes(run_of(13))
    assert obey(["import", str(tmp_path / "a.fit"), "--athlete", "7"], StringIO(), StringIO(), StringIO()) == 0
    assert len(logs_in(database)) == 1


def test_a_list_in_another_language_gives_what_was_typed_in_and_an_unknown_one_fails_nothing(
    database: Database, tmp_path: Path
) -> None:
    line = '9,"09.10.2025, 18:00:00",Laufband,Lauf,,2000,"5,01",,,false,,,,,,2000.0,1800.0,5010.0,3.5,2.8,42.0'
    archive, other = tmp_path / "export.zip", tmp_path / "other.zip"
    archive.write_bytes(zipped(activities__1_fit=run_of(5), activities_csv=f"{GERMAN}\n{line}\n".encode()))
    other.write_bytes(zipped(activities__2_fit=run_of(6), activities_csv=b"a,b\n1,2\n"))
    status, lines, _ = imported(str(archive))
    assert (status, lines[-1]) == (0, "2 logged, 0 already there, 0 not used, 0 without an activity")
    assert [(log.date.day, log.distance_m) for log in logs_in(database)][1] == (9, 5010)
    status, lines, _ = imported(str(other))
    assert (status, lines[-1]) == (0, "1 logged, 0 already there, 0 not used, 1 without an activity")
    assert any("not a list of Strava" in told for told in lines)


def test_what_an_import_changes_in_the_plan_is_told_once_in_the_chat(tmp_path: Path, database: Database) -> None:
    """Files of the days before count in this week's plan, and one message says so."""
    folder = tmp_path / "runs"
    folder.mkdir()
    for number in (1, 2, 3):
        started = dt.datetime.now(dt.UTC) - dt.timedelta(days=number, hours=3)
        (folder / f"{number}.fit").write_bytes(as_fit(an_outing(6000, started=started, every=10)))
    database.run_now(starts_this_week)
    assert imported(str(folder))[0] == 0
    assert len(logs_in(database)) == 3
    rows = database.run_now(
        lambda session: [row.payload.get("text", "") for row in session.exec(select(OutboxMessage))]
    )
    assert sum("Your plan has changed" in text for text in rows) == 1
    assert database.run_now(lambda session: len(session.exec(select(Receipt)).all())) > 0


def starts_this_week(session: Session) -> None:
    """The athlete's plan begins a week ago and this week was sent, as it was when nothing was known of any run."""
    now = dt.datetime.now(dt.UTC)
    athlete = session.exec(select(Athlete)).one()
    athlete.profile = {**athlete.profile, "start_date": (now.date() - dt.timedelta(days=7)).isoformat()}
    session.add(athlete)
    desk = Desk(session, now, athlete.chat_id, words_for(), athlete)
    keep_shown(desk, training_of(desk), monday_of(desk.today))
