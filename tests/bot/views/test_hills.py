"""Every hill session says how to do it where there is no hill."""

import pytest

from bot.views.session import session_text
from bot.words import words_for
from coach.session import Session
from tests.coach.workouts.slots import a_pacing
from tests.coach.workouts.slots import a_session as composed


def hills() -> list[Session]:
    """Every hill session of a regular runner in the order a block asks for them."""
    return [composed("hill_run", 60, turn=turn, pacing=a_pacing(45.0)) for turn in range(20)]


@pytest.mark.parametrize("session", hills(), ids=lambda session: session.workout)
def test_every_hill_says_how_to_do_it_without_a_hill(session: Session) -> None:
    text = session_text(session, words_for())
    assert "readmill" in text
    assert "stairs" in text or "slope" in text
