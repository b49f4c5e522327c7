"""What an athlete must know about their plan: careful guesses, care, and what the calendar had no room for."""

from collections.abc import Iterator
from datetime import date

from coach.fitness import Fitness, Source
from coach.measuring import may_measure
from coach.phrases import Distance, phrase
from coach.plan import Notice, Week
from coach.planning.athlete import CLEARANCE, LONG_GOALS, RACE_DISTANCE, Allowed, Athlete, careful_limits
from coach.planning.course import Course
from coach.planning.filling import LONGER_DAY
from coach.planning.recovering import RULE
from coach.planning.signs import Bar, Spell
from coach.profile import Goal, HealthFlag
from coach.session import RACE
from coach.units import Metres

ENOUGH_WEEKS = {Goal.HALF_MARATHON: 10, Goal.MARATHON: 14}
"""Weeks below which a long race comes early."""
WIDER = 15
"""Minutes that another day must have more than the long run's for a word about it."""
NEWS_DAYS = 7
"""Days for which a result that made paces quicker is spoken of."""


def notices(course: Course, weeks: list[Week]) -> tuple[Notice, ...]:
    """Every notice once, what concerns health first."""
    found = [*_health(course), *_spells(course), *_unknowns(course), *_race(course, weeks), *_room(course)]
    return tuple(dict.fromkeys(found))


def fitness_notices(
    athlete: Athlete, known: Fitness | None, today: date, *, quicker: bool = True
) -> tuple[Notice, ...]:
    """What a new result or time off did to the paces (C1), told to those who run.

    The first result of somebody may show that paces were assumed too quick: then they are not ``quicker`` now.
    """
    if known is None or athlete.allowed < Allowed.EASY:
        return ()
    if known.share < 1:
        return (_notice("paces_after_break", percent=round(100 * (1 - known.share))),)
    code = "new_paces" if quicker else "known_paces"
    return (_notice(code, date=known.date),) if is_news(known, today) else ()


def is_news(known: Fitness, today: date) -> bool:
    """Whether fitness was read from a result of the last days, nothing lost since."""
    new = known.source is not Source.STATED_RACE and (today - known.date).days < NEWS_DAYS
    return new and known.share == 1


def is_race_news(known: Fitness | None, today: date) -> bool:
    """Whether a race of the last days made paces quicker."""
    return known is not None and known.source is Source.LOGGED_RACE and is_news(known, today)


def _notice(code: str, **figures: object) -> Notice:
    return Notice(code, phrase(f"warning.{code}", **figures))


def _health(course: Course) -> Iterator[Notice]:
    profile = course.athlete.profile
    if course.athlete.allowed is Allowed.WALK:
        yield _notice("screening")
    if HealthFlag.PREGNANT in profile.health.flags:
        yield _notice("pregnant")
    if HealthFlag.BETA_BLOCKER in profile.health.flags:
        yield _notice("beta_blocker")
    if HealthFlag.EATING_DISORDER in profile.health.flags & CLEARANCE:
        yield _notice("eating_disorder")
    if course.athlete.walks_first and course.block.number == 0:
        yield _notice("walking_first")


def _spells(course: Course) -> Iterator[Notice]:
    codes = [_code(spell) for spell in course.signs.spells if spell.last >= course.today and spell.rule != RULE]
    if "pain_no_running" in codes:
        codes = [code for code in codes if code != "pain_easy"]
    yield from map(_notice, codes)
    mending = [spell.last for spell in course.signs.spells if spell.rule == RULE]
    mending += [way.last for way in course.state.ways_back if way.rule == RULE and way.cause <= course.today]
    if max(mending, default=0) >= course.today:
        yield _notice("after_race", date=date.fromordinal(max(mending)))


def _code(spell: Spell) -> str:
    if spell.rule == "pain":
        return "pain_no_running" if spell.bar >= Bar.RUNNING else "pain_easy"
    return spell.rule


def _unknowns(course: Course) -> Iterator[Notice]:
    profile = course.athlete.profile
    if not profile.health_known:
        yield _notice("unknown_health")
    if course.athlete.bmi is None and course.athlete.heavy:
        asked = "warning.unknown_weight" if may_measure(profile) else "warning.unknown_weight_unasked"
        yield Notice("unknown_weight", phrase(asked))
    if profile.weekly_distance_m is None:
        yield _notice("unknown_distance")
    if profile.longest_run_m is None:
        yield _notice("unknown_longest")
    if course.athlete.first_stage is not None and max(course.athlete.caps) < 32:
        yield _notice("short_days")
    wish = profile.long_run_day
    if wish is not None and wish.number != course.athlete.long_day:
        yield _notice("long_day_short" if wish in profile.available_days else "long_day_taken")
    caps = course.athlete.caps
    if wish is not None and wish.number == course.athlete.long_day and caps[wish.number] + WIDER <= max(caps):
        roomy = max(profile.available_days, key=lambda day: (caps[day.number], day.number))
        rooms = {"minutes": caps[wish.number], "most": caps[roomy.number]}
        yield _notice("long_day_narrow", day=wish, roomy=roomy, **rooms)
    if profile.max_minutes is None:
        limits = careful_limits(profile)
        yield _notice("unknown_minutes", weekday=limits.weekday, weekend=limits.weekend)
    if course.log.ignored:
        yield _notice("future_entries", n=course.log.ignored)
    yield from _unknown_habits(course.athlete)


def _unknown_habits(athlete: Athlete) -> Iterator[Notice]:
    """What was assumed of habits and things: twice strength (W7), with nothing, and no other sport (W9)."""
    if athlete.allowed > Allowed.WALK and athlete.profile.strength_per_week is None:
        yield _notice("unknown_strength")
    if athlete.allowed > Allowed.WALK and athlete.strength and athlete.profile.equipment is None:
        yield _notice("unknown_equipment")
    if athlete.profile.cross_training is None:
        yield _notice("unknown_cross_training")


def _race(course: Course, weeks: list[Week]) -> Iterator[Notice]:
    goal, race = course.athlete.profile.goal, course.block.race
    if race is None or race < course.today:
        date = course.athlete.profile.race_date
        if date is not None and date.toordinal() >= course.block.monday + 7 * course.block.weeks:
            yield _notice("race_after_block", date=date)
        return
    if not weeks or weeks[-1].start.toordinal() + 7 <= race:
        return
    week = weeks[(race - weeks[0].start.toordinal()) // 7]
    if all(session.kind is not RACE for session in week.sessions):
        yield _notice("race_not_planned")
        return
    distance = RACE_DISTANCE[goal]
    longest = course.road.longest_until(course.today, race)
    if distance > 2 * longest:
        yield _notice("race_too_long", race=Distance(distance), longest=Distance(Metres(round(longest))))
    if goal in LONG_GOALS and course.block.weeks < ENOUGH_WEEKS[goal]:
        yield _notice("race_soon")


def _room(course: Course) -> Iterator[Notice]:
    """What gave way (W0); what would bring strength back is what the weeks that lack it have shown."""
    for name in ("strength", "hard_run", "recovery_walk", "all_strength", "run"):
        if name in course.state.gave:
            longer = name == "strength" and LONGER_DAY in course.state.gave
            yield Notice(f"no_room_{name}", phrase(f"warning.no_room_{name}{'_longer' if longer else ''}"))
