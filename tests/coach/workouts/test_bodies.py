"""What is remembered of a session is the same as made afresh, and never mixes two athletes up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coach.paces import pacing_for
from coach.profile import Experience
from coach.session import Part, SessionKind, Step
from coach.slot import Zone
from coach.workouts import compose
from coach.workouts.bodies import SHORT, WALK, filled_body, fitted_body
from tests.builders import an_athlete
from tests.coach.workouts.slots import a_pacing, a_session, a_setting, a_slot

KINDS = [SessionKind.EASY_RUN, SessionKind.LONG_RUN, SessionKind.TEMPO_RUN, SessionKind.RUN_WALK]


@pytest.mark.parametrize("kind", KINDS)
def test_a_remembered_session_is_the_one_made_afresh(kind: SessionKind) -> None:
    slot = a_slot(kind, minutes=40, stage=0 if kind is SessionKind.RUN_WALK else None)
    remembered = compose(slot, a_setting())
    filled_body.cache_clear()
    fitted_body.cache_clear()
    assert compose(slot, a_setting()) == remembered


@pytest.mark.parametrize("kind", KINDS)
def test_two_days_share_all_but_their_date(kind: SessionKind) -> None:
    slot = a_slot(kind, minutes=40, stage=0 if kind is SessionKind.RUN_WALK else None)
    first, second = (compose(each, a_setting()) for each in (slot, replace(slot, day=slot.day + 2)))
    assert second == replace(first, date=first.date + timedelta(days=2))


def test_another_heart_rate_is_another_session() -> None:
    pacing = a_pacing()
    assert pacing.heart_rates is not None
    older = replace(pacing, heart_rates={zone: (low - 9, high - 9) for zone, (low, high) in pacing.heart_rates.items()})
    first, second = (a_session(SessionKind.EASY_RUN, minutes=40, pacing=each) for each in (pacing, older))
    assert hash(pacing) != hash(older)
    assert first.target.hr_bpm != second.target.hr_bpm
    assert second.target.hr_bpm == older.heart_rates[Zone.EASY]  # type: ignore[index]


def test_a_long_run_that_must_stay_easy_holds_one_effort() -> None:
    sessions = [a_session(SessionKind.LONG_RUN, minutes=90, turn=turn, easy=True) for turn in range(12)]
    assert {session.intensity for session in sessions} == {"easy"}


def test_a_short_session_has_only_the_walk_as_a_shorter_size() -> None:
    assert [size.minutes for size in a_session(SessionKind.EASY_RUN, minutes=SHORT).shorter] == [WALK]
    assert a_session(SessionKind.RECOVERY_WALK, minutes=WALK).shorter == ()
    assert a_session(SessionKind.EASY_RUN, minutes=WALK).shorter == ()


def test_two_athletes_without_paces_share_steps_but_not_distances() -> None:
    first, second = (
        a_session(SessionKind.EASY_RUN, minutes=40, pacing=pacing_for(an_athlete(experience=each), None))
        for each in (Experience.NEW, Experience.EXPERIENCED)
    )
    assert first.steps == second.steps
    assert (first.distance_m or 0) < (second.distance_m or 0)


@pytest.mark.parametrize("minutes", [25, 40, 60])
def test_less_hard_work_allowed_never_makes_the_shorter_size_harder(minutes: int) -> None:
    sizes = [a_session(SessionKind.INTERVAL_RUN, minutes=minutes, work_s=work_s).shorter[0] for work_s in (240, 1200)]
    little, much = (_hard_seconds(size.steps) for size in sizes)
    assert little <= min(much, 240)


def _hard_seconds(steps: tuple[Step, ...]) -> int:
    parts = [(step.repeat, part) for step in steps for part in step.parts if isinstance(part, Part)]
    return sum(times * (part.seconds or 0) for times, part in parts if part.rpe is not None and part.rpe[1] >= 7)
