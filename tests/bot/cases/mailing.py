"""Files in a chat without Telegram: taken, edited, and settled as if the reading process had answered."""

import datetime as dt
from dataclasses import dataclass, replace

from bot.activities.order import Outcome
from bot.cases.filing import settle
from bot.cases.taking import take
from bot.incoming import Filed
from coach.activity import Summary, summarise, track_of
from storage.files import file_at
from storage.tables import ActivityFile, Log
from tests.activities.outings import an_outing
from tests.bot.cases.chat import Chat


def a_run(chat: Chat, minutes: int = 30, **ago: float) -> Summary:
    """What the reading process makes of a run that began some time ago."""
    started = chat.desk.now - dt.timedelta(**(ago or {"hours": 1}))
    return summarise(track_of(an_outing(minutes * 60, 2.8, every=5, started=started), chat.desk.now), 1000.0)


@dataclass
class Post:
    """The files of one chat."""

    chat: Chat
    number: int = 5_000

    def sends(self, caption: str = "", *, name: str = "run.fit", album: str | None = None) -> Filed:
        """Send a file."""
        self.number += 1
        filed = Filed(self.number, f"file{self.number}", name, 1_000, None, caption, album, identity=f"{self.number}")
        self._take(filed)
        return filed

    def replaces(self, filed: Filed, file_id: str) -> Filed:
        """Put another file of the same name and size in the same message."""
        return self.edits(filed, filed.caption, file_id=file_id, identity=file_id)

    def edits(self, filed: Filed, caption: str, **file: object) -> Filed:
        """Change the words under a file, or the file."""
        changed = replace(filed, caption=caption, edited=True, **file)  # type: ignore[arg-type]
        self._take(changed)
        return changed

    def is_read(self, filed: Filed, summary: Summary | None = None, reason: str | None = None) -> Log | None:
        """The file is read as this, or refused; the log that it has."""
        row = self.row(filed)
        settle(self.chat.desk, row, Outcome(summary, reason, digest=filed.file_id))
        self.chat._listen()
        return self.chat.desk.session.get(Log, row.log_id) if row.log_id else None

    def row(self, filed: Filed) -> ActivityFile:
        """The row of a file."""
        row = file_at(self.chat.desk.session, self.chat.desk.chat_id, filed.message_id)
        assert row is not None
        return row

    def _take(self, filed: Filed) -> None:
        take(self.chat.desk, filed)
        self.chat._listen()
