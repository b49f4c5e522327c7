"""Every target goes with the talk test: what is asked for as effort, pace and heart rate is one and the same."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.paces import hr_zones, max_heart_rate, pacing_for
from coach.profile import HealthFlag, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Do, Intensity, Session, SessionKind
from coach.slot import Setting, Slot, Zone
from coach.workouts import compose
from coach.workouts.efforts import ZONE_EFFORT
from tests.builders import an_athlete, health
from tests.coach.workouts.slots import parts_of, settings, slots
from tests.depth import examples

many = examples(40)
WHOLE_SENTENCES = 4
"""The highest effort at which whole sentences are possible."""

athletes = st.builds(
    an_athlete,
    age=st.integers(16, 80),
    resting_hr=st.none() | st.integers(35, 100),
    max_hr=st.none() | st.integers(140, 210),
)


def running(session: Session) -> list[tuple[int, int]]:
    """The efforts of the running parts: strides and what surrounds the work apart."""
    return [part.rpe for part in parts_of(session, Do.RUN, Do.HILL) if part.rpe is not None]


@many
@given(slots, settings)
def test_easy_sessions_allow_whole_sentences(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    if session.intensity is Intensity.EASY and session.kind in RUN_KINDS:
        assert session.target.rpe[1] <= WHOLE_SENTENCES
        assert all(high <= WHOLE_SENTENCES for _, high in running(session))


@many
@given(slots, settings)
def test_target_of_a_hard_run_is_that_of_its_hardest_part(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    if slot.kind in HARD_KINDS - {SessionKind.RACE}:
        assert session.target.rpe == max(running(session), default=(3, 4))


@many
@given(slots, settings)
def test_pace_of_a_session_is_run_in_one_of_its_parts(slot: Slot, setting: Setting) -> None:
    """A pace at the head of a session that no part asks for would only confuse."""
    session = compose(slot, setting)
    if slot.kind in {SessionKind.TEMPO_RUN, SessionKind.INTERVAL_RUN} and session.target.pace_s_per_km is not None:
        paces = {part.pace_s_per_km for part in parts_of(session)}
        assert session.target.pace_s_per_km in paces or not running(session)


@many
@given(slots, settings)
def test_harder_parts_of_a_session_are_faster(slot: Slot, setting: Setting) -> None:
    parts = [p for p in parts_of(compose(slot, setting), Do.RUN) if p.pace_s_per_km is not None and p.rpe is not None]
    for one in parts:
        for other in parts:
            if one.rpe and other.rpe and one.rpe < other.rpe:
                assert one.pace_s_per_km is not None
                assert other.pace_s_per_km is not None
                assert other.pace_s_per_km[0] < one.pace_s_per_km[0]


@many
@given(slots, settings)
def test_easy_heart_rates_stand_under_easy_efforts_and_hard_ones_under_hard(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    rates = setting.pacing.heart_rates
    if session.target.hr_bpm is not None:
        assert rates is not None
        easy = session.target.rpe[1] <= WHOLE_SENTENCES
        assert session.target.hr_bpm == rates[Zone.EASY if easy else Zone.TEMPO]


@many
@given(slots, settings)
def test_efforts_are_of_the_talk_test(slot: Slot, setting: Setting) -> None:
    """No part invents an effort of its own."""
    known = {*ZONE_EFFORT.values(), (2, 3), (5, 6), (8, 9), (6, 7), (7, 8)}
    assert {part.rpe for part in parts_of(compose(slot, setting)) if part.rpe is not None} <= known


@many
@given(athletes)
def test_heart_rates_lie_in_order_below_the_highest(athlete: Profile) -> None:
    zones = hr_zones(athlete)
    assert zones is not None
    (easy_low, easy_high), (hard_low, hard_high) = zones["easy"], zones["hard"]
    assert easy_low < easy_high <= hard_low < hard_high <= max_heart_rate(athlete) + 1


@many
@given(athletes, st.none() | st.floats(15, 75))
def test_beta_blockers_mean_no_heart_rate_whatever_is_known(athlete: Profile, fitness: float | None) -> None:
    """Effort and the talk test guide (S2)."""
    careful = replace(athlete, health=health(HealthFlag.BETA_BLOCKER, cleared=True))
    assert hr_zones(careful) is None
    assert pacing_for(careful, fitness).heart_rates is None


@many
@given(athletes, st.integers(1, 20))
def test_who_is_older_has_lower_heart_rates(athlete: Profile, years: int) -> None:
    """Where the highest is reckoned from age (Tanaka 2001)."""
    young = replace(athlete, max_hr=None, age=athlete.age)
    old = replace(young, age=athlete.age + years)
    first, second = hr_zones(young), hr_zones(old)
    assert first is not None
    assert second is not None
    assert second["easy"][1] <= first["easy"][1]
