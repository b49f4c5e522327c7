"""The plan presented: why it looks as it does, what to expect, what had to go."""

from collections.abc import Sequence

from bot.screens import Button, Rows
from bot.taps import Tap, Verb
from bot.words import Words
from coach.measuring import may_measure
from coach.plan import Notice, Phase, Plan
from coach.profile import Experience, Goal, MinuteLimits, Profile

BEGINNERS = frozenset({Experience.NEW, Experience.RETURNING})
TIGHT = frozenset(
    {f"no_room_{name}" for name in ("strength", "all_strength", "hard_run", "recovery_walk", "run")} | {"short_days"}
)
"""What a narrow calendar costs; where strength is among it, one line says so for all."""
CARE = frozenset({"screening", "pregnant", "ill", "red_flag", "pain_no_running"})
"""With these, nobody is asked for more training."""
ASKED_NEXT = frozenset({"unknown_distance", "unknown_longest", "unknown_weight"})
"""What the chat asks right after the first plan."""
ASKED_LATER = frozenset({"unknown_strength", "unknown_equipment", "unknown_cross_training"})
"""What the chat asks about by itself once training has begun, and need not warn of."""

MORE, LONGEST = 15, 300
"""Minutes that a day may be made longer by at a tap, and the longest it can become."""

ROOMY = 45
"""Minutes of the shortest day from which on not one more strength session comes of longer days."""


def intro_text(plan: Plan, profile: Profile, words: Words) -> str:
    """Why this plan, in two sentences: what it is for, and how it climbs."""
    climb = words(f"plan.climb.{_climb(plan, profile)}")
    return words("plan.intro", goal=words(f"plan.for.{_goal(profile)}"), climb=climb)


def expectation_text(profile: Profile, words: Words) -> str:
    """One honest line on what to expect of the weeks ahead."""
    return words(f"plan.expect.{_goal(profile)}")


def _goal(profile: Profile) -> str:
    """The goal as texts name it; with no word on fat and girths for those whom they may harm (S2, S3)."""
    plain = profile.goal is Goal.LEANER_LEGS and not may_measure(profile)
    return f"{profile.goal}.plain" if plain else profile.goal


def notices_text(
    notices: Sequence[Notice], words: Words, most: int = 4, *, asking: bool = False, limits: MinuteLimits | None = None
) -> str:
    """What was assumed and what had to go, a line each; empty where there is nothing to say.

    Where strength found no room, one warm line says so for all that the calendar cost, and what to do about it. What
    is about to be asked (``asking``) need not be warned of. ``limits`` are the minutes a day has now.
    """
    lacks = lacking_strength(notices)
    advice = "second_days" if lacks == "second" and not _minutes_help(limits) else lacks
    left_out = ASKED_LATER | (TIGHT if lacks else frozenset()) | (ASKED_NEXT if asking else frozenset())
    said = [notice for notice in notices if notice.code not in left_out]
    lines = [words("plan.notice", text=notice.text) for notice in said[:most]]
    return "\n\n".join(part for part in ("\n".join(lines), words(f"plan.tight.{advice}") if lacks else "") if part)


def lacking_strength(notices: Sequence[Notice]) -> str | None:
    """What the calendar left no room for: ``all`` strength, the ``second`` session, or ``None``."""
    codes = {notice.code for notice in notices}
    if codes & CARE:
        return None
    return "all" if "no_room_all_strength" in codes else "second" if "no_room_strength" in codes else None


def room_rows(notices: Sequence[Notice], limits: MinuteLimits, athlete: int, words: Words) -> Rows:
    """What to do about strength that found no room: one more day, longer days, or ten minutes at home.

    ``limits`` are the minutes a day has now.
    """
    if lacking_strength(notices) is None:
        return ()
    helps = lacking_strength(notices) == "all" or _minutes_help(limits)
    target = ":".join(str(min(minutes + MORE, LONGEST)) for minutes in (limits.weekday, limits.weekend))
    day = Button(words("room.day"), Tap(Verb.SETTING, athlete, value="days"))
    longer = Button(words("room.minutes"), Tap(Verb.ROOM, athlete, value=f"minutes:{target}"))
    home = Button(words("room.at_home"), Tap(Verb.ROOM, athlete, value="home"))
    return ((day, longer) if helps else (day,), (home,))


def _minutes_help(limits: MinuteLimits | None) -> bool:
    """Whether longer days can bring a second strength session; from ``ROOMY`` on days are too few (W0, W7)."""
    return limits is None or min(limits.weekday, limits.weekend) < ROOMY


def _climb(plan: Plan, profile: Profile) -> str:
    if plan.weeks and plan.weeks[0].phase is Phase.WALK:
        return "walking"
    return "beginner" if profile.experience in BEGINNERS else "runner"
