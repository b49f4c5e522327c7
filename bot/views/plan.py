"""The plan presented: why it looks as it does, what to expect, what had to go."""

from collections.abc import Sequence

from bot.words import Words
from coach.plan import Notice, Phase, Plan
from coach.profile import Experience, Profile

BEGINNERS = frozenset({Experience.NEW, Experience.RETURNING})
ASKED_LATER = frozenset({"unknown_strength", "unknown_equipment", "unknown_cross_training"})
"""What the chat asks about by itself once training has begun, and need not warn of."""


def intro_text(plan: Plan, profile: Profile, words: Words) -> str:
    """Why this plan, in two sentences: what it is for, and how it climbs."""
    climb = words(f"plan.climb.{_climb(plan, profile)}")
    return words("plan.intro", goal=words(f"plan.for.{profile.goal}"), climb=climb)


def expectation_text(profile: Profile, words: Words) -> str:
    """One honest line on what to expect of the weeks ahead."""
    return words(f"plan.expect.{profile.goal}")


def notices_text(notices: Sequence[Notice], words: Words, most: int = 4) -> str:
    """What was assumed and what had to go, a line each; empty where there is nothing to say."""
    said = [notice for notice in notices if notice.code not in ASKED_LATER]
    lines = [words("plan.notice", text=notice.text) for notice in said[:most]]
    return "\n".join(lines)


def _climb(plan: Plan, profile: Profile) -> str:
    if plan.weeks and plan.weeks[0].phase is Phase.WALK:
        return "walking"
    return "beginner" if profile.experience in BEGINNERS else "runner"
