"""Twelve contrasting runners whose plans are kept as text and read as a coach would read them."""

import datetime as dt
from dataclasses import dataclass

from coach.history import Entry
from coach.profile import CrossTraining, Equipment, Experience, Goal, Profile, Sex
from coach.units import BeatsPerMinute, Centimetres, Kilograms, Metres
from tests.builders import MONDAY, a_beginner, a_check_in, a_result, a_skip, an_athlete, an_entry, health, limits

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Runner:
    """Somebody to write a plan for, and the day it is wanted."""

    profile: Profile
    history: tuple[Entry, ...] = ()
    today: dt.date = MONDAY


def four_steady_weeks(before: dt.date) -> tuple[Entry, ...]:
    """Four weeks of three runs of 5 to 8 km, the last on the day before."""
    runs = [(n - gap, metres) for n in range(28, 0, -7) for gap, metres in ((0, 5000), (2, 6000), (5, 8000))]
    return tuple(an_entry(before - n * DAY, distance_m=Metres(metres), minutes=metres / 150) for n, metres in runs)


FLU = MONDAY + 23 * DAY
KNEE = MONDAY + 29 * DAY

RUNNERS: dict[str, Runner] = {
    "leaner_legs_beginner": Runner(
        a_beginner(weight_kg=Kilograms(82), equipment=frozenset({Equipment.BODYWEIGHT}), weeks=12)
    ),
    "beginner_of_140_kg": Runner(
        a_beginner(
            goal=Goal.GENERAL_FITNESS,
            sex=Sex.MALE,
            age=45,
            height_cm=Centimetres(180),
            weight_kg=Kilograms(140),
            weeks=16,
        )
    ),
    "10k_in_45_minutes": Runner(
        an_athlete(
            goal=Goal.TEN_K,
            experience=Experience.EXPERIENCED,
            race_date=MONDAY + 69 * DAY,
            weeks=10,
            recent_race=a_result(10_000, 2700),
            weekly_distance_m=Metres(42_000),
            longest_run_m=Metres(14_000),
            max_minutes=limits(75, 120),
            resting_hr=BeatsPerMinute(48),
        )
    ),
    "back_after_flu": Runner(
        an_athlete(weeks=12),
        (
            *four_steady_weeks(FLU - 9 * DAY),
            a_check_in(FLU - 9 * DAY, "fever"),
            a_check_in(FLU - 8 * DAY, "fever"),
            a_check_in(FLU - 7 * DAY, "above_neck"),
            a_check_in(FLU, "well"),
        ),
        FLU,
    ),
    "first_half_marathon": Runner(
        an_athlete(
            goal=Goal.HALF_MARATHON,
            race_date=MONDAY + 97 * DAY,
            weeks=None,
            weekly_distance_m=Metres(28_000),
            longest_run_m=Metres(11_000),
            recent_race=a_result(10_000, 3300),
            max_minutes=limits(60, 150),
        )
    ),
    "marathon_on_six_days": Runner(
        an_athlete(
            goal=Goal.MARATHON,
            experience=Experience.EXPERIENCED,
            race_date=MONDAY + 111 * DAY,
            weeks=None,
            available_days="mon tue wed thu fri sun",
            weekly_distance_m=Metres(60_000),
            longest_run_m=Metres(22_000),
            recent_race=a_result(21_097, 6000),
            max_minutes=limits(90, 180),
        )
    ),
    "first_5k_at_17": Runner(
        a_beginner(
            goal=Goal.FIRST_5K,
            age=17,
            weight_kg=None,
            height_cm=None,
            available_days="tue sat",
            weeks=10,
            race_date=MONDAY + 68 * DAY,
            max_minutes=limits(40, 60),
            long_run_day=None,
        )
    ),
    "pregnant_runner": Runner(an_athlete(health=health("pregnant", cleared=True), weeks=8)),
    "heart_condition_not_cleared": Runner(a_beginner(health=health("heart_condition"), age=66, weeks=6)),
    "fifteen_minutes_a_day": Runner(
        a_beginner(available_days="all", max_minutes=limits(15), weeks=12, cross_training=frozenset())
    ),
    "sore_knee_after_a_break": Runner(
        an_athlete(
            experience=Experience.RETURNING, age=62, weekly_distance_m=Metres(19_000), longest_run_m=Metres(8000)
        ),
        (
            *four_steady_weeks(MONDAY),
            *(a_skip(MONDAY + n * DAY) for n in (1, 3, 5, 8, 10, 12, 15, 17, 19)),
            an_entry(MONDAY + 22 * DAY, minutes=20, distance_m=Metres(2800)),
            a_check_in(KNEE, pain=4),
        ),
        KNEE,
    ),
    "leaner_legs_on_six_days": Runner(
        an_athlete(
            goal=Goal.LEANER_LEGS,
            experience=Experience.EXPERIENCED,
            available_days="mon tue wed thu sat sun",
            weekly_distance_m=Metres(38_000),
            longest_run_m=Metres(13_000),
            recent_race=a_result(5000, 1440),
            equipment=frozenset({Equipment.GYM, Equipment.DUMBBELLS, Equipment.STEP}),
            cross_training=frozenset({CrossTraining.CYCLING}),
            weeks=12,
        )
    ),
}
