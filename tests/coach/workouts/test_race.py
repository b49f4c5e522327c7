"""The race: held back, steady, whatever is left; at the pace that fitness predicts."""

import pytest

from coach.paces import predict
from coach.phrases import Phrase
from coach.profile import Experience
from coach.session import Do, Intensity
from coach.slot import Zone
from coach.workouts.efforts import ZONE_EFFORT
from tests.coach.workouts.slots import a_pacing, a_session, parts_of, seconds_of


def test_race_covers_its_distance_in_three_pieces() -> None:
    session = a_session("race", 50, race_m=10_000)
    assert [part.distance_m for part in parts_of(session) if part.distance_m] == [3300, 3300, 3400]
    assert session.distance_m == 10_000


def test_effort_rises_from_third_to_third() -> None:
    assert raced(5000) == [(6, 7), (7, 8), (8, 9)]
    assert raced(10_000) == [(7, 7), (7, 8), (9, 9)]


def raced(metres: int) -> list[object]:
    """The efforts of the thirds of a race."""
    return [part.rpe for part in parts_of(a_session("race", 30, race_m=metres)) if part.distance_m]


@pytest.mark.parametrize(
    ("metres", "whole", "first"), [(42_195, (5, 6), (4, 5)), (21_097, (6, 7), (5, 6)), (10_000, (7, 8), (7, 7))]
)
def test_longer_races_begin_easier(metres: int, whole: tuple[int, int], first: tuple[int, int]) -> None:
    session = a_session("race", 200, race_m=metres)
    assert (session.target.rpe, raced(metres)[0]) == (whole, first)


def test_a_marathon_begins_at_the_effort_of_marathon_pace_in_training() -> None:
    session = a_session("race", 200, race_m=42_195)
    assert parts_of(session)[0].rpe == ZONE_EFFORT[Zone.MARATHON]


def test_race_of_unknown_distance_goes_by_time() -> None:
    session = a_session("race", 31)
    assert seconds_of(session.steps) == 31 * 60
    assert session.title == Phrase("title.race_unknown")


def test_known_fitness_gives_the_pace_of_the_prediction() -> None:
    session = a_session("race", 50, race_m=10_000, pacing=a_pacing(40.0))
    assert session.target.pace_s_per_km is not None
    assert session.target.pace_s_per_km[0] == round(predict(40.0, 10_000) / 10)


def test_unknown_fitness_shows_no_pace() -> None:
    assert a_session("race", 50, race_m=10_000).target.pace_s_per_km is None


def test_race_is_hard_and_has_no_shorter_size() -> None:
    session = a_session("race", 50, race_m=10_000)
    assert (session.intensity, session.shorter) == (Intensity.HARD, ())


def test_title_names_the_distance() -> None:
    named = [a_session("race", 90, race_m=metres).title.args[0][1] for metres in (5000, 21_097, 42_195)]
    assert named == [Phrase("distance.5k"), Phrase("distance.half_marathon"), Phrase("distance.marathon")]


@pytest.mark.parametrize("metres", [5000, 10_000])
def test_a_short_race_is_warmed_up_for_on_top_of_its_distance(metres: int) -> None:
    session = a_session("race", 50, race_m=metres)
    before = [part for part in parts_of(session) if part.distance_m is None]
    assert [(part.do, part.seconds) for part in before if part.do in {Do.WARM_UP, Do.STRIDE}] == [
        (Do.WARM_UP, 600),
        (Do.STRIDE, 20),
        (Do.STRIDE, 20),
    ]
    assert (session.distance_m, session.minutes) == (metres, 50)


def test_a_newcomer_walks_before_the_race() -> None:
    session = a_session("race", 40, race_m=5000, experience=Experience.NEW)
    assert [part.do for part in parts_of(session) if part.distance_m is None] == [Do.WALK]


@pytest.mark.parametrize("metres", [21_097, 42_195])
def test_a_long_race_is_its_own_warm_up(metres: int) -> None:
    assert len(parts_of(a_session("race", 200, race_m=metres))) == 3
