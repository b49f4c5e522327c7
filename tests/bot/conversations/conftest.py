"""A newcomer, and one whose plan stands."""

import pytest
from sqlmodel import Session

from tests.bot.conversations.people import Newcomer


@pytest.fixture
def ana(session: Session) -> Newcomer:
    """Somebody who has not written to the bot yet."""
    return Newcomer(session)


@pytest.fixture
def settled(ana: Newcomer) -> Newcomer:
    """Somebody who starts again and has a plan; how far they run now is asked after it."""
    ana.starts().taps("General", "I’ve run before", "30–39", "34", "Mon Tue Thu Sat Sun", "Sunday", "45 min", "None")
    return ana.taps("12:07 · London", "07:00")
