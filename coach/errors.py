"""Every error Legwork raises on purpose, in one tree.

LegworkError
├── ProfileError            a profile that cannot be read: names the field
│   └── NotPlannable        a profile that must not be planned (a child, no day to train)
├── UnreadableResult        a race result that cannot be true
├── ActivityRefused         a recorded activity that cannot be used: says why
├── ConfigurationError      a setting that is missing or malformed: names the setting
├── DatabaseError
│   ├── DatabaseUnreachable the database does not answer; nothing was done
│   │   └── CommitUnheard   … or all of it was: the connection was lost with the answer to the commit
│   ├── TransactionTooLong  the database ended it because it worked or waited for too long; nothing was done
│   │   └── LockHeld  it waited for a lock that somebody else kept
│   ├── SchemaTooNew        the database was made by a newer Legwork
│   └── BackupUnusable      a copy that cannot be written, or is not a sound one of ours
├── StaleButton             an old button whose subject is gone
├── NotYours                a button or reply that belongs to somebody else
├── TooBusy                 so many wait for something large that no more can be taken on now
└── UpdateRefused           an update from Telegram that cannot be handled

Errors carry data, never sentences: ``code`` is a catalogue key (``error.<code>``) and ``data`` what the sentence
needs. The edge (``bot.words``) turns both into words in one place.
"""

from typing import ClassVar


class LegworkError(Exception):
    """The root: anything Legwork raises on purpose. ``data`` holds what its sentence needs."""

    code: ClassVar[str] = "unknown"

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.code, data)


class ProfileError(LegworkError):
    """A profile that cannot be read. ``field`` names the field, ``reason`` is a short machine word."""

    code = "profile"

    def __init__(self, field: str, reason: str, **data: object) -> None:
        self.field = field
        self.reason = reason
        super().__init__(field=field, reason=reason, **data)


class NotPlannable(ProfileError):
    """A profile that can be read and must not be planned: under 16, or no day to train."""

    code = "not_plannable"


class UnreadableResult(LegworkError):
    """A race result that cannot be true."""

    code = "unreadable_result"


class ActivityRefused(LegworkError):
    """A recorded activity that cannot be used. ``reason`` is a short machine word."""

    code = "activity_refused"

    def __init__(self, reason: str, **data: object) -> None:
        self.reason = reason
        super().__init__(reason=reason, **data)


class ConfigurationError(LegworkError):
    """A setting that is missing or malformed. ``setting`` is its name in the environment.

    ``others`` are what is wrong with more of them.
    """

    code = "configuration"

    def __init__(self, setting: str, reason: str, **data: object) -> None:
        self.setting = setting
        self.reason = reason
        self.others: tuple[ConfigurationError, ...] = ()
        super().__init__(setting=setting, reason=reason, **data)


class DatabaseError(LegworkError):
    """The database cannot be used."""

    code = "database"


class DatabaseUnreachable(DatabaseError):
    """The database does not answer. What was asked of it was not done."""

    code = "database_unreachable"


class CommitUnheard(DatabaseUnreachable):
    """The connection was lost with the answer to the commit: all of it was done, or nothing.

    It is ``DatabaseUnreachable`` too, because everything that goes on by itself is made so that it can be done again.
    """


class TransactionTooLong(DatabaseError):
    """The database is there and ended the transaction: it worked, or waited for a lock, for too long.

    What was asked was not done. Unlike ``DatabaseUnreachable`` it says something about what was asked: it may be too
    long the next time too, so it is a failure of whatever was being done, and is not insisted on for ever.
    """

    code = "transaction_too_long"


class LockHeld(TransactionTooLong):
    """The database ended the transaction because somebody else kept a lock that it needed.

    It says nothing about what was asked: whoever keeps the lock (a migration, an operator) lets go of it some day.
    """

    code = "lock_held"


class SchemaTooNew(DatabaseError):
    """The database was made by a newer Legwork than this one."""

    code = "schema_too_new"


class BackupUnusable(DatabaseError):
    """A copy of the database cannot be written, or is not a sound one of ours. ``path`` is the copy."""

    code = "backup_unusable"


class StaleButton(LegworkError):
    """An old button whose subject is gone; the message says what to do instead."""

    code = "stale_button"


class NotYours(LegworkError):
    """A button or a reply that belongs to somebody else."""

    code = "not_yours"


class TooBusy(LegworkError):
    """So many wait for something large that no more can be taken on now; asked again later, it is done."""

    code = "too_busy"


class UpdateRefused(LegworkError):
    """An update that cannot be handled; it is set aside and the next ones go on."""

    code = "update_refused"
