"""What a broadcast to 100,000 athletes costs: seconds a batch holds the database, messages waiting at most, memory.

Run it as ``python -m tests.benchmarks.bench_broadcast [ATHLETES]``. Deliveries are only written down, not made.
"""

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime

from sqlalchemy import insert
from sqlmodel import Session, col, select, update

from bot.broadcasting import feed
from storage.broadcasts import confirm, draft
from storage.database import Database, open_database
from storage.outbox import outbox_depth
from storage.schema import upgrade
from storage.tables import Athlete, Lane, OutboxMessage, OutboxState

ATHLETES = 100_000
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


def populate(session: Session, count: int) -> None:
    """So many athletes, and a broadcast to them."""
    common = {"name": "Ana", "language": "en", "state": "active", "profile": {}, "zone": "Europe/Berlin"}
    common |= {"rest_lines": False, "evening": True, "slowed": False, "created_at": NOW, "updated_at": NOW}
    for start in range(1, count + 1, 5_000):
        rows = [{**common, "telegram_id": n, "chat_id": n} for n in range(start, min(start + 5_000, count + 1))]
        session.connection().execute(insert(Athlete), rows)
    confirm(session, draft(session, 1, "Hello", NOW), NOW)


def deliver(session: Session) -> None:
    """Everything that waits is with Telegram."""
    waiting = col(OutboxMessage.state) == OutboxState.QUEUED
    session.exec(update(OutboxMessage).where(waiting).values(state=OutboxState.SENT))


def run(database: Database, count: int) -> None:
    """Feed to the end and print."""
    longest, most, batches, begun = 0.0, 0, 0, time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    while True:
        since = time.perf_counter()
        fed = database.run_now(lambda session: feed(session, NOW))
        longest, batches = max(longest, time.perf_counter() - since), batches + 1
        most = max(most, database.run_now(lambda session: outbox_depth(session, Lane.BROADCAST).waiting))
        database.run_now(deliver)
        if fed == 1:
            break
    said = database.run_now(lambda session: len(session.exec(select(OutboxMessage.id)).all()))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    sys.stdout.write(
        f"{count} athletes: {said - 1} messages in {batches} batches, {time.perf_counter() - begun:.0f} s in all, "
        f"a batch at most {longest * 1000:.0f} ms, at most {most} waiting, memory grew by {grown:.0f} MB\n"
    )


def main(count: int) -> None:
    """In a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/bench.db")
        upgrade(database)
        database.run_now(lambda session: populate(session, count))
        run(database, count)
        database.close_now()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ATHLETES)
