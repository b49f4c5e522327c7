"""What of the history counts as training."""

from datetime import date

from coach.history import Entry, Pain, Status, without_everyday_walks
from coach.session import SessionKind
from coach.units import Metres

MONDAY = date(2026, 11, 30)


def an_entry(kind: SessionKind, pain: Pain | None = None, *, planned: bool = False) -> Entry:
    return Entry(MONDAY, kind, Status.DONE, 40, Metres(3400), pain=pain, planned=planned)


def test_a_walk_that_no_plan_asked_for_is_no_training() -> None:
    assert without_everyday_walks([an_entry(SessionKind.RECOVERY_WALK)]) == ()


def test_planned_walks_and_every_run_are_training() -> None:
    history = (an_entry(SessionKind.RECOVERY_WALK, planned=True), an_entry(SessionKind.EASY_RUN))
    assert without_everyday_walks(history) == history


def test_what_hurt_on_an_everyday_walk_still_counts() -> None:
    sore = Pain("knee", 4)
    assert without_everyday_walks([an_entry(SessionKind.RECOVERY_WALK, sore)]) == (Entry(MONDAY, pain=sore),)
