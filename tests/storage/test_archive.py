"""An athlete's own data as a zip: all of it, nobody else's, harmless to open; on both databases."""

import csv
import io
import json
import zlib
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel

from storage.archive import SHEETS, collect, harmless, pack, safe_name
from storage.database import Database
from storage.measurements import add_measurement
from storage.sayings import keep_saying
from storage.tables import ActivityFile, Athlete, FileContent
from tests.storage.builders import NOON, TODAY, a_log, a_prompt, an_athlete, id_of


def a_life(session: Session, number: int = 1, word: str = "mine") -> Athlete:
    """An athlete with a bit of everything."""
    athlete = an_athlete(session, number)
    keep_saying(session, id_of(athlete), number, 1, f"{word} “5k” in 31:20; =SUM(A1)", None, NOON)
    a_log(session, id_of(athlete), note=f"={word}")
    a_prompt(session, id_of(athlete), sessions=[{"kind": "easy_run"}])
    add_measurement(session, id_of(athlete), "weight_kg", 81.5, TODAY, NOON)
    return athlete


def a_file(session: Session, athlete: Athlete, name: str, content: bytes) -> None:
    """A file the athlete sent."""
    row = ActivityFile(athlete_id=id_of(athlete), chat_id=athlete.chat_id, name=name, received_at=NOON)
    session.add(row)
    session.flush()
    session.add(FileContent(file_id=id_of(row), content=zlib.compress(content)))
    session.flush()


def unpacked(session: Session, athlete: Athlete, **options: int) -> tuple[ZipFile, int]:
    """The zip, opened."""
    belongings = collect(session, athlete, **options)
    zipped = ZipFile(io.BytesIO(pack(belongings, "about", NOON)))
    assert zipped.testzip() is None
    return zipped, belongings.left_out


def document(zipped: ZipFile) -> dict[str, list[dict[str, object]]]:
    """The JSON in it."""
    found: dict[str, list[dict[str, object]]] = json.loads(zipped.read("legwork.json"))
    return found


def sheet(zipped: ZipFile, name: str) -> list[list[str]]:
    """A table in it."""
    return list(csv.reader(io.StringIO(zipped.read(f"{name}.csv").decode("utf-8-sig"))))


def test_everything_is_in_it(database: Database) -> None:
    def work(session: Session) -> None:
        zipped, left_out = unpacked(session, a_life(session))
        assert left_out == 0
        assert zipped.namelist() == ["README.txt", "legwork.json", *(f"{name}.csv" for name in SHEETS)]
        kept = document(zipped)
        assert kept["athlete"]["name"] == "Runner 1"  # type: ignore[call-overload]
        assert [len(kept[name]) for name in SHEETS] == [1, 1, 1, 1]
        assert kept["log"][0]["distance_m"] == 4500
        assert sheet(zipped, "measurement")[1][:3] == ["2026-11-30", "weight_kg", "81.5"]

    database.run_now(work)


def test_every_table_that_names_its_athlete_is_in_it(database: Database) -> None:
    kept = database.run_now(lambda session: document(unpacked(session, a_life(session))[0]))
    owned = {table.name for table in SQLModel.metadata.sorted_tables if "athlete_id" in table.c}
    assert owned <= set(kept)


def test_nothing_of_anybody_elses_is_in_it(database: Database) -> None:
    def work(session: Session) -> None:
        mine, theirs = a_life(session), a_life(session, 2, "theirs")
        a_file(session, theirs, "theirs.gpx", b"theirs")
        zipped, _ = unpacked(session, mine)
        everything = b" ".join(zipped.read(name) for name in zipped.namelist())
        assert b"theirs" not in everything
        assert b"mine" in everything

    database.run_now(work)


def test_a_spreadsheet_finds_no_formula_in_it(database: Database) -> None:
    def work(session: Session) -> None:
        zipped, _ = unpacked(session, a_life(session))
        assert sheet(zipped, "log")[1][list(SHEETS["log"]).index("note")] == "'=mine"

    database.run_now(work)


@given(text=st.text(max_size=20))
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(text).removeprefix("'") == text.removeprefix("'") or harmless(text) == text


@pytest.mark.parametrize(
    ("value", "cell"), [(None, ""), (-5, "-5"), (31.5, "31.5"), ([], "[]"), ({"a": "ü"}, '{"a": "ü"}'), (True, "True")]
)
def test_figures_and_documents_are_written_as_they_are(value: object, cell: str) -> None:
    assert harmless(value) == cell


@given(name=st.text(max_size=200))
def test_no_name_leads_out_of_the_folder_it_is_unpacked_in(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert len(safe) <= 80
    assert not set(safe) & set('/\\:*?"<>|\0')
    assert not safe.startswith(".")


def test_files_come_along_as_they_were_sent_under_harmless_names(database: Database) -> None:
    def work(session: Session) -> None:
        athlete = a_life(session)
        a_file(session, athlete, "../../etc/passwd", b"<gpx/>")
        zipped, _ = unpacked(session, athlete)
        (name,) = [name for name in zipped.namelist() if name.startswith("files/")]
        assert name.endswith("-etc_passwd")
        assert zipped.read(name) == b"<gpx/>"

    database.run_now(work)


def test_the_newest_files_come_first_and_what_has_no_room_is_counted(database: Database) -> None:
    def work(session: Session) -> None:
        athlete = a_life(session)
        for number in range(4):
            a_file(session, athlete, f"{number}.fit", Random(number).randbytes(20_000))
        zipped, left_out = unpacked(session, athlete, most_bytes=45_000)
        names = [name for name in zipped.namelist() if name.startswith("files/")]
        assert names[0].endswith("3.fit")
        assert (len(names), left_out) == (2, 2)

    database.run_now(work)


def test_a_long_history_is_written_to_its_last_row(database: Database) -> None:
    def work(session: Session) -> None:
        athlete = an_athlete(session)
        for number in range(401):
            a_log(session, id_of(athlete), rpe=number % 10 + 1)
        zipped, _ = unpacked(session, athlete)
        assert len(document(zipped)["log"]) == 401
        assert len(sheet(zipped, "log")) == 402

    database.run_now(work)


def test_it_is_packed_without_the_database(database: Database) -> None:
    """Whoever waits for the writer does not wait for the zip."""
    belongings = database.run_now(lambda session: collect(session, a_life(session)))
    database.close_now()
    assert ZipFile(io.BytesIO(pack(belongings, "about", NOON))).testzip() is None
