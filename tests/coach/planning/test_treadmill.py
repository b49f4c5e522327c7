"""A treadmill is planned only for those who have one at hand: a gym has (rule of thumb of ours, [C])."""

from itertools import chain, combinations

import pytest

from bot.words import words_for
from coach.planning import plan
from coach.profile import Equipment, Experience, Goal
from coach.session import Session, SessionKind
from coach.workouts.library import library
from tests.builders import MONDAY, a_result, an_athlete
from tests.coach.rules.story import sessions_of

WORDS = words_for("en")
AT_HOME = tuple(Equipment)[: tuple(Equipment).index(Equipment.GYM)]
ROOMS = list(chain.from_iterable(combinations(AT_HOME, count) for count in range(len(AT_HOME) + 1)))


def named(session: Session) -> str:
    """Everything a session and its shorter sizes are called."""
    return " ".join(WORDS.say(title) for title in (session.title, *(size.title for size in session.shorter))).lower()


def sessions(equipment: frozenset[Equipment] | None, experience: Experience = Experience.EXPERIENCED) -> list[Session]:
    profile = an_athlete(
        goal=Goal.LEANER_LEGS,
        experience=experience,
        available_days="mon tue wed thu sat sun",
        weeks=24,
        equipment=equipment,
        recent_race=a_result(),
    )
    return sessions_of(plan(profile, (), MONDAY), MONDAY)


@pytest.mark.parametrize("equipment", [None, *map(frozenset, ROOMS)])
def test_no_session_is_called_after_a_treadmill_that_nobody_spoke_of(equipment: frozenset[Equipment] | None) -> None:
    assert not [named(s) for s in sessions(equipment) if "treadmill" in named(s) or "belt" in named(s)]


@pytest.mark.parametrize("experience", list(Experience))
def test_level_makes_no_difference_to_that(experience: Experience) -> None:
    assert not [named(s) for s in sessions(frozenset(), experience) if "treadmill" in named(s)]


def test_a_gym_counts_as_a_treadmill_and_most_runs_stay_outdoors() -> None:
    runs = [s for s in sessions(frozenset({Equipment.GYM})) if s.kind is not SessionKind.STRENGTH]
    inside = [s for s in runs if "treadmill" in named(s)]
    assert 0 < len(inside) < 0.2 * len(runs)


def test_whatever_is_called_after_a_treadmill_needs_the_gym() -> None:
    for workout in chain.from_iterable(library().values()):
        if "treadmill" in workout.title:
            assert workout.needs == "gym"


def test_every_hill_without_a_gym_names_the_treadmill_as_another_way() -> None:
    hills = [s for s in sessions(frozenset()) if s.kind is SessionKind.HILL_RUN and s.cues]
    told = [" ".join(WORDS.say(cue) for cue in hill.cues).lower() for hill in hills]
    assert told
    assert all("treadmill" in text for text in told)
