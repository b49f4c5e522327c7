"""How long ``/export`` of a large athlete keeps the embedded database's writer, and how long it is packed after that.

python -m tests.benchmarks.bench_export [--logs 4000] [--files 60]
"""

import argparse
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from random import Random
from typing import TypeVar

from sqlmodel import Session, select

from storage.archive import collect, pack
from storage.database import Database, open_database
from storage.schema import upgrade
from storage.tables import ActivityFile, Athlete, FileContent
from tests.activities.outings import an_outing
from tests.activities.writing import as_gpx
from tests.storage.builders import NOON, a_log, an_athlete, id_of

T = TypeVar("T")


def populate(session: Session, logs: int, files: int) -> None:
    """An athlete with a long history; each file is an hour's GPX, a sample a second."""
    athlete, dice = an_athlete(session), Random(7)
    for _ in range(logs):
        a_log(session, id_of(athlete), note=f"felt {dice.random()}", rpe=dice.randint(1, 10))
    outing = as_gpx(an_outing(3600))
    for number in range(files):
        content = zlib.compress(outing.replace(b"Morning", b"Morning %d" % number), 6)
        row = ActivityFile(athlete_id=id_of(athlete), chat_id=1, name=f"{number}.gpx", received_at=NOON)
        session.add(row)
        session.flush()
        session.add(FileContent(file_id=id_of(row), content=content))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What it brings, and the milliseconds it took."""
    began = time.perf_counter()
    return work(), (time.perf_counter() - began) * 1000


def measure(database: Database, logs: int, files: int) -> None:
    """Print one line."""
    database.run_now(lambda session: populate(session, logs, files))
    belongings, held = timed(
        lambda: database.run_now(lambda session: collect(session, session.exec(select(Athlete)).one()))
    )
    packed, outside = timed(lambda: pack(belongings, "about", NOON))
    sys.stdout.write(
        f"{logs} logs and {files} files, {len(packed) / 2**20:.1f} MB: the writer is held {held:.0f} ms, "
        f"packing takes {outside:.0f} ms outside of it\n"
    )


def main() -> None:
    """Measure on a database of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--logs", type=int, default=4000)
    parser.add_argument("--files", type=int, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/legwork.db")
        upgrade(database)
        measure(database, given.logs, given.files)
        database.close_now()


if __name__ == "__main__":
    main()
