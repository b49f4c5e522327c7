"""A question put to an athlete in a test, and what taps and words give."""

from typing import Any

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Given, Situation
from bot.words import words_for
from storage.tables import Athlete, AthleteState
from tests.bot.conversations.people import NOON

WORDS = words_for()
PROFILE: dict[str, Any] = {
    "goal": "10k",
    "start_date": "2026-11-23",
    "experience": "regular",
    "age": 34,
    "available_days": ["mon", "wed", "sat"],
}


def an_athlete(**profile: object) -> Athlete:
    return Athlete(
        telegram_id=7, chat_id=7, name="Ana", profile={**PROFILE, **profile}, created_at=NOON, updated_at=NOON,
        state=AthleteState.ACTIVE,
    )  # fmt: skip


def a_situation(draft: dict[str, Any] | None = None, **profile: object) -> Situation:
    return Situation(an_athlete(**profile), NOON, draft or {})


def tapped(key: str, value: str, draft: dict[str, Any] | None = None) -> Given:
    return BY_KEY[key].read_tap(value, a_situation(draft))


def typed(key: str, text: str, draft: dict[str, Any] | None = None) -> Given:
    return BY_KEY[key].read_text(text, a_situation(draft))
