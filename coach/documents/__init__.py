"""Documents of the coach: the contract's JSON in and out, and plans as they are stored.

Reading checks everything and names the field that cannot be true; writing and storing never lose anything.
"""

from dataclasses import dataclass
from datetime import date

from coach.documents.activities import summary_from_json, summary_to_json
from coach.documents.entries import entry_to_json, read_entry, read_history
from coach.documents.fields import Fields
from coach.documents.guided import guided_from_json, guided_to_json
from coach.documents.phrases import phrase_from_json, phrase_to_json
from coach.documents.plans import plan_document, plan_head, session_document, step_document
from coach.documents.profiles import missing_limit, profile_to_json, read_profile, read_race
from coach.documents.stored import (
    change_from_json,
    change_to_json,
    kept_from_json,
    kept_to_json,
    notice_from_json,
    notice_to_json,
    outline_from_json,
    session_from_json,
    session_to_json,
    week_from_json,
    week_to_json,
)
from coach.documents.unknown import unknown_fields
from coach.history import Entry
from coach.profile import Profile

__all__ = [
    "Request",
    "change_from_json",
    "change_to_json",
    "entry_to_json",
    "guided_from_json",
    "guided_to_json",
    "kept_from_json",
    "kept_to_json",
    "notice_from_json",
    "notice_to_json",
    "outline_from_json",
    "phrase_from_json",
    "phrase_to_json",
    "plan_document",
    "plan_head",
    "profile_to_json",
    "read_entry",
    "read_history",
    "read_profile",
    "read_race",
    "read_request",
    "session_document",
    "session_from_json",
    "session_to_json",
    "step_document",
    "summary_from_json",
    "summary_to_json",
    "week_from_json",
    "week_to_json",
]


@dataclass(frozen=True, slots=True)
class Request:
    """What one line of ``legwork plan`` asks for; ``today`` is ``None`` where the line does not say."""

    profile: Profile
    history: tuple[Entry, ...]
    today: date | None
    unknown: tuple[str, ...] = ()
    """Fields that nobody reads, at most five of them."""
    one_limit: str | None = None
    """Which of the two limits of minutes is missing and taken from the other one: ``weekend`` or ``weekday``."""


def read_request(document: object) -> Request:
    """A profile document with its history and the day the plan is wanted from.

    Raises:
        NotPlannable: no day to train.
        ProfileError: a field that cannot be true, by name.
    """
    given = Fields(document)
    profile, history = read_profile(document), read_history(given.raw("history"))
    return Request(profile, history, given.day("today"), unknown_fields(document), missing_limit(given))
