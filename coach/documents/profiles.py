"""The contract's profile document: read into a profile, and written back."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from coach.documents.fields import Fields
from coach.errors import NotPlannable, UnreadableResult
from coach.paces import fitness_of
from coach.profile import (
    CrossTraining,
    DistanceUnit,
    Equipment,
    Experience,
    Goal,
    Health,
    HealthFlag,
    MinuteLimits,
    Profile,
    RaceResult,
    Sex,
    Weekday,
)
from coach.units import BeatsPerMinute, Centimetres, Kilograms, Metres, Minutes, Seconds

AGE: Final = (1, 110)
"""Years. Under 16 can be read and is not planned (S2)."""
HEIGHT_CM: Final = (90, 250)
WEIGHT_KG: Final = (25, 400)
WEEKS: Final = (1, 52)
WEEKLY_M: Final = (0, 400_000)
LONGEST_M: Final = (0, 200_000)
RESTING_HR: Final = (25, 130)
MAX_HR: Final = (90, 240)
DAY_MINUTES: Final = (10, 1440)
STRENGTH: Final = (0, 7)
RACE_M: Final = (400, 250_000)
RACE_S: Final = (40, 360_000)


Raw = TypeVar("Raw", int, float)
Value = TypeVar("Value")


def read_profile(document: object) -> Profile:
    """The profile that a document of the contract describes; missing fields are ``None``.

    Raises:
        NotPlannable: no day to train.
        ProfileError: a field that cannot be true, by name.
    """
    given = Fields(document)
    profile = Profile(
        goal=_needed(given, "goal", given.choice("goal", Goal)),
        start_date=_needed(given, "start_date", given.day("start_date")),
        experience=_needed(given, "experience", given.choice("experience", Experience)),
        age=_needed(given, "age", given.whole("age", *AGE)),
        available_days=_days(given),
        weeks=given.whole("weeks", *WEEKS),
        race_date=given.day("race_date"),
        sex=given.choice("sex", Sex) or Sex.UNSPECIFIED,
        height_cm=_typed(Centimetres, given.number("height_cm", *HEIGHT_CM)),
        weight_kg=_typed(Kilograms, given.number("weight_kg", *WEIGHT_KG)),
        weekly_distance_m=_typed(Metres, given.rounded("weekly_distance_m", *WEEKLY_M)),
        longest_run_m=_typed(Metres, given.rounded("longest_run_m", *LONGEST_M)),
        recent_race=_inner_race(given.inner("recent_race")),
        resting_hr=_typed(BeatsPerMinute, given.rounded("resting_hr", *RESTING_HR)),
        max_hr=_typed(BeatsPerMinute, given.rounded("max_hr", *MAX_HR)),
        long_run_day=given.choice("long_run_day", Weekday),
        max_minutes=_limits(given.inner("max_minutes")),
        strength_per_week=given.whole("strength_per_week", *STRENGTH),
        equipment=given.choices("equipment", Equipment),
        cross_training=given.choices("cross_training", CrossTraining),
        health=_health(given.inner("health")),
        health_known=_screened(given.inner("health")),
        units=given.choice("units", DistanceUnit) or DistanceUnit.KM,
    )
    _check_together(given, profile)
    return profile


def _needed(given: Fields, field: str, value: Value | None) -> Value:
    if value is None:
        raise given.wrong(field, "missing")
    return value


def _typed(unit: Callable[[Raw], Value], value: Raw | None) -> Value | None:
    return None if value is None else unit(value)


def _days(given: Fields) -> frozenset[Weekday]:
    days = _needed(given, "available_days", given.choices("available_days", Weekday))
    if not days:
        raise NotPlannable("available_days", "empty")
    return days


def _inner_race(given: Fields | None) -> RaceResult | None:
    return None if given is None else _race(given)


def read_race(document: object) -> RaceResult:
    """A race result written ``{"distance_m": 5000, "time_s": 1620}``.

    Raises:
        ProfileError: a field that cannot be true, by name.
    """
    return _race(Fields(document, name="result"))


def _race(given: Fields) -> RaceResult:
    metres = _needed(given, "distance_m", given.rounded("distance_m", *RACE_M))
    seconds = _needed(given, "time_s", given.rounded("time_s", *RACE_S))
    race = RaceResult(Metres(metres), Seconds(seconds))
    try:
        fitness_of(race)
    except UnreadableResult:
        raise given.wrong("time_s", "not_possible") from None
    return race


def missing_limit(given: Fields) -> str | None:
    """Which limit of minutes a profile document leaves out while it gives the other one."""
    inner = given.inner("max_minutes")
    missing = [] if inner is None else [name for name in ("weekday", "weekend") if inner.raw(name) is None]
    return missing[0] if len(missing) == 1 else None


def _limits(given: Fields | None) -> MinuteLimits | None:
    """One limit stands for both where only one is given."""
    if given is None:
        return None
    weekday, weekend = given.rounded("weekday", *DAY_MINUTES), given.rounded("weekend", *DAY_MINUTES)
    known = [limit for limit in (weekday, weekend) if limit is not None]
    if not known:
        return None
    return MinuteLimits(
        weekday=Minutes(known[0] if weekday is None else weekday),
        weekend=Minutes(known[0] if weekend is None else weekend),
    )


def _health(given: Fields | None) -> Health:
    if given is None:
        return Health()
    return Health(given.choices("flags", HealthFlag) or frozenset(), cleared=given.flag("cleared"))


def _screened(given: Fields | None) -> bool:
    return given is not None and given.raw("flags") is not None


def _check_together(given: Fields, profile: Profile) -> None:
    if profile.race_date is not None and profile.race_date < profile.start_date:
        raise given.wrong("race_date", "before_start")
    if profile.resting_hr is not None and profile.max_hr is not None and profile.resting_hr >= profile.max_hr:
        raise given.wrong("resting_hr", "not_below_max")


def profile_to_json(profile: Profile) -> dict[str, object]:
    """The contract's document of a profile; reading it again gives the same profile."""
    document: dict[str, object] = {
        field.name: _plain(getattr(profile, field.name)) for field in fields(profile) if field.name not in _OWN
    }
    document["health"] = _health_to_json(profile)
    document["recent_race"] = _members(profile.recent_race)
    document["max_minutes"] = _members(profile.max_minutes)
    return document


_OWN: Final = frozenset({"health", "health_known", "recent_race", "max_minutes"})


def _plain(value: object) -> object:
    match value:
        case frozenset():
            return [str(item) for item in sorted(value, key=_order)]
        case StrEnum():
            return str(value)
        case date():
            return value.isoformat()
        case _:
            return value


def _order(item: StrEnum) -> int:
    return list(type(item)).index(item)


def _members(value: RaceResult | MinuteLimits | None) -> dict[str, int] | None:
    return None if value is None else {field.name: getattr(value, field.name) for field in fields(value)}


def _health_to_json(profile: Profile) -> dict[str, object] | None:
    if not profile.health_known:
        return {"cleared": True} if profile.health.cleared else None
    return {"flags": _plain(profile.health.flags), "cleared": profile.health.cleared}
