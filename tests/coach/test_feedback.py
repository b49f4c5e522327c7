"""One sentence that answers this very log."""

from dataclasses import replace

import pytest

from coach.feedback import feedback, how_much, target_of
from coach.history import Pain, Reason, Status
from coach.session import SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_check_in, a_session, a_skip, an_entry


@pytest.mark.parametrize(
    ("level", "key"),
    [(1, "feedback.pain.mild"), (2, "feedback.pain.mild"), (3, "feedback.pain.watch"), (5, "feedback.pain.watch"),
     (6, "feedback.pain.stop"), (10, "feedback.pain.stop")],
)  # fmt: skip
def test_pain_is_answered_before_anything_else(level: int, key: str) -> None:
    entry = an_entry(rpe=10, pain=Pain("knee", level))
    assert feedback(entry, a_session()).key == key


def test_no_pain_is_not_a_pain() -> None:
    assert not feedback(an_entry(pain=Pain("knee", 0)), a_session()).key.startswith("feedback.pain")


@pytest.mark.parametrize("reason", [*Reason, None])
def test_a_skip_is_answered_by_its_reason(reason: Reason | None) -> None:
    assert feedback(a_skip(MONDAY, reason=reason), a_session()).key == f"feedback.skip.{reason or 'none'}"


@pytest.mark.parametrize(
    ("rpe", "key"),
    [(6, "feedback.effort.high"), (5, "feedback.effort.above"), (1, "feedback.effort.low")],
)
def test_effort_off_its_target_is_named(rpe: int, key: str) -> None:
    assert feedback(an_entry(rpe=rpe, target_rpe=(3, 4)), a_session()).key == key


@pytest.mark.parametrize("rpe", [2, 3, 4, None])
def test_effort_on_or_near_its_target_needs_no_comment(rpe: int | None) -> None:
    assert not feedback(an_entry(rpe=rpe, target_rpe=(3, 4)), a_session()).key.startswith("feedback.effort")


def test_the_log_remembers_its_own_target() -> None:
    assert target_of(an_entry(target_rpe=(5, 6)), a_session()) == (5, 6)
    assert target_of(an_entry(target_rpe=None), a_session()) == (3, 4)
    assert target_of(an_entry(target_rpe=None), None) is None


@pytest.mark.parametrize(("minutes", "key"), [(45, "feedback.longer"), (15, "feedback.shorter")])
def test_a_length_far_from_the_plan_is_named(minutes: int, key: str) -> None:
    assert feedback(an_entry(minutes=minutes), a_session(minutes=30)).key == key


def test_a_run_nobody_planned_is_counted_and_said_so() -> None:
    assert feedback(an_entry(planned=False, target_rpe=None), None).key == "feedback.unplanned"


@pytest.mark.parametrize("kind", SessionKind)
def test_two_ordinary_days_in_a_row_are_answered_differently(kind: SessionKind) -> None:
    entry = an_entry(kind=kind, rpe=None)
    tomorrow = replace(entry, date=MONDAY.replace(day=29))
    assert feedback(entry, a_session(kind=kind)) != feedback(tomorrow, a_session(kind=kind))


def test_a_check_in_has_an_answer_too() -> None:
    assert feedback(a_check_in(MONDAY, pain=4), None).key == "feedback.pain.watch"
    assert feedback(a_check_in(MONDAY), None).key == "feedback.unclear"


def test_a_part_of_a_session_is_no_skip() -> None:
    assert feedback(an_entry(status=Status.PARTIAL, minutes=20), a_session(minutes=30)).key == "feedback.shorter"


def test_more_kilometres_in_the_same_time_are_more_than_planned() -> None:
    session = a_session(minutes=30, distance_m=Metres(3200))
    entry = an_entry(minutes=31, distance_m=Metres(5000), rpe=None)
    assert how_much(entry, session) == pytest.approx(1.5625)
    assert feedback(entry, session).key == "feedback.longer"


def test_a_bicycles_distance_is_not_compared() -> None:
    session = a_session(kind="cross_training", minutes=30)
    assert how_much(an_entry(kind="cross_training", minutes=30, distance_m=Metres(12_000)), session) == 1
