"""A week that an illness takes is a week off: it reads as one, and nobody is told that days have no room (C5, W0)."""

import pytest

from coach.plan import Phase
from coach.planning import plan
from coach.profile import Profile
from tests.builders import a_beginner, a_check_in, a_day, an_athlete
from tests.coach.rules.story import followed

RUNNERS = [an_athlete(), a_beginner()]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def ill(runner: Profile, day: str) -> tuple[list[Phase], set[str]]:
    """Phases of the weeks, and notices, of who trained as planned until a fever on a day of the second week."""
    today = a_day(2, day)
    made = plan(runner, (*followed(runner, today), a_check_in(today, "fever")), today)
    return [week.phase for week in made.weeks], {notice.code for notice in made.warnings}


@pytest.mark.parametrize("runner", RUNNERS)
@pytest.mark.parametrize("day", DAYS[:4])
def test_a_week_that_is_mostly_lost_to_a_fever_is_no_week_of_training(runner: Profile, day: str) -> None:
    phases, _ = ill(runner, day)
    assert phases[:3] == [Phase.RETURN] * 3


@pytest.mark.parametrize("runner", RUNNERS)
@pytest.mark.parametrize("day", DAYS[5:])
def test_a_week_that_was_nearly_over_stays_what_it_was(runner: Profile, day: str) -> None:
    phases, _ = ill(runner, day)
    assert phases[:2] == [Phase.BASE, Phase.RETURN]


@pytest.mark.parametrize("runner", RUNNERS)
@pytest.mark.parametrize("day", DAYS)
def test_an_illness_is_never_called_a_lack_of_room(runner: Profile, day: str) -> None:
    _, codes = ill(runner, day)
    assert "ill" in codes
    assert [code for code in codes if code.startswith("no_room")] == []


def test_who_had_no_room_before_an_illness_is_still_told_so() -> None:
    narrow = an_athlete(available_days="mon tue wed")
    today = a_day(2, "tue")
    healthy = {notice.code for notice in plan(narrow, followed(narrow, today), today).warnings}
    assert {code for code in healthy if code.startswith("no_room")} <= ill(narrow, "tue")[1]
    assert "no_room_strength" in healthy
