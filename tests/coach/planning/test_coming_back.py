"""The weeks after an illness climb: none lighter than the one before, none with a single run (C1, C5)."""

from itertools import pairwise

import pytest

from coach.plan import Phase, Week
from coach.planning import plan
from coach.profile import Profile
from coach.session import RUN_KINDS
from tests.builders import MONDAY, a_beginner, a_check_in, an_athlete
from tests.coach.rules.story import DAY, followed

RUNNERS = {
    "beginner": a_beginner(),
    "beginner_on_three_days": a_beginner(available_days="mon wed sat"),
    "regular": an_athlete(),
    "on_two_days": an_athlete(available_days="tue sat"),
}
ILLNESSES = [("above_neck", 1), ("above_neck", 4), ("fever", 1), ("fever", 6)]


def weeks_back(runner: Profile, lived: int, symptom: str, ill: int) -> list[Week]:
    """The weeks of return with anything in them, of who fell ill after so many days as planned and is well again."""
    first = MONDAY + lived * DAY
    reports = [a_check_in(first + n * DAY, symptom) for n in range(ill)]
    today = first + ill * DAY
    made = plan(runner, (*followed(runner, first), *reports, a_check_in(today, "well")), today)
    return [week for week in made.weeks if week.phase is Phase.RETURN and week.distance_m]


@pytest.mark.parametrize(("symptom", "ill"), ILLNESSES)
@pytest.mark.parametrize("lived", [7, 15, 31])
@pytest.mark.parametrize("runner", RUNNERS.values(), ids=RUNNERS)
def test_no_week_of_a_return_is_much_lighter_than_the_one_before(
    runner: Profile, lived: int, symptom: str, ill: int
) -> None:
    metres = [week.distance_m for week in weeks_back(runner, lived, symptom, ill)]
    assert metres
    assert [(before, after) for before, after in pairwise(metres) if after < 0.88 * before] == []


@pytest.mark.parametrize(("symptom", "ill"), ILLNESSES)
@pytest.mark.parametrize("lived", [7, 15, 31])
@pytest.mark.parametrize("runner", [RUNNERS["beginner"], RUNNERS["regular"], RUNNERS["on_two_days"]])
def test_once_begun_every_week_of_a_return_has_two_runs(runner: Profile, lived: int, symptom: str, ill: int) -> None:
    _, *weeks = weeks_back(runner, lived, symptom, ill)
    counts = [sum(session.kind in RUN_KINDS for session in week.sessions) for week in weeks]
    assert [count for count in counts if count < 2] == []


def test_the_second_share_of_a_return_is_not_lost_where_it_begins_within_a_week() -> None:
    weeks = weeks_back(a_beginner(), 7, "fever", 1)
    assert [round(week.distance_m / 12_000, 1) for week in weeks] == [0.2, 0.4, 0.6]
