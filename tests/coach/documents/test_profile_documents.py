"""Profile documents are read whole or refused by name."""

import datetime as dt
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import read_history, read_profile, read_request
from coach.errors import NotPlannable, ProfileError
from coach.profile import CrossTraining, Equipment, Experience, Goal, MinuteLimits, RaceResult, Weekday
from coach.session import SessionKind

EXAMPLE = """
{"goal": "leaner_legs", "start_date": "2026-11-30", "weeks": 12, "race_date": null,
 "experience": "new", "age": 34, "sex": "female", "height_cm": 168, "weight_kg": 82,
 "weekly_distance_m": 0, "longest_run_m": 0, "recent_race": null, "resting_hr": null, "max_hr": null,
 "available_days": ["mon", "tue", "thu", "sat", "sun"], "long_run_day": "sun",
 "max_minutes": {"weekday": 45, "weekend": 90}, "strength_per_week": 2,
 "equipment": ["bodyweight"], "cross_training": ["cycling", "swimming"],
 "health": {"flags": [], "cleared": false}, "units": "km",
 "today": "2026-11-30", "history": []}
"""


def a_document(**fields: object) -> dict[str, Any]:
    return {**json.loads(EXAMPLE), **fields}


def so_far(kind: str, metres: int, minutes: float) -> dict[str, object]:
    """An entry of a history: so many metres in so many minutes."""
    return {"date": "2026-11-30", "kind": kind, "status": "done", "distance_m": metres, "minutes": minutes}


def refusal(**fields: object) -> tuple[str, str]:
    with pytest.raises(ProfileError) as refused:
        read_request(a_document(**fields))
    return refused.value.field, refused.value.reason


def test_example_of_the_contract_is_read() -> None:
    profile = read_profile(a_document())
    assert (profile.goal, profile.experience, profile.age) == (Goal.LEANER_LEGS, Experience.NEW, 34)
    assert profile.available_days == {Weekday(day) for day in ("mon", "tue", "thu", "sat", "sun")}
    assert profile.max_minutes == MinuteLimits(45, 90)
    assert profile.cross_training == frozenset(CrossTraining)
    assert profile.equipment == {Equipment.BODYWEIGHT}
    assert profile.health_known


def test_only_five_fields_must_be_known() -> None:
    needed = {key: a_document()[key] for key in ("goal", "start_date", "experience", "age", "available_days")}
    profile = read_profile(needed)
    assert profile.weight_kg is None
    assert profile.max_minutes is None
    assert not profile.health_known


@pytest.mark.parametrize("field", ["goal", "start_date", "experience", "age", "available_days"])
@pytest.mark.parametrize("absent", [True, False])
def test_missing_needed_field_is_named(field: str, *, absent: bool) -> None:
    document = a_document(**{field: None})
    if absent:
        del document[field]
    with pytest.raises(ProfileError) as refused:
        read_profile(document)
    assert (refused.value.field, refused.value.reason) == (field, "missing")


@pytest.mark.parametrize(
    ("fields", "name", "reason"),
    [
        ({"age": 300}, "age", "out_of_range"),
        ({"age": -1}, "age", "out_of_range"),
        ({"age": "34"}, "age", "not_a_number"),
        ({"age": True}, "age", "not_a_number"),
        ({"age": 34.5}, "age", "not_whole"),
        ({"age": [34]}, "age", "not_a_number"),
        ({"age": math.nan}, "age", "not_a_number"),
        ({"age": math.inf}, "age", "not_a_number"),
        ({"age": 10**400}, "age", "out_of_range"),
        ({"weekly_distance_m": -5}, "weekly_distance_m", "out_of_range"),
        ({"longest_run_m": -5}, "longest_run_m", "out_of_range"),
        ({"weight_kg": 0}, "weight_kg", "out_of_range"),
        ({"height_cm": 1.68}, "height_cm", "out_of_range"),
        ({"goal": "ultra"}, "goal", "unknown"),
        ({"goal": ["5k"]}, "goal", "unknown"),
        ({"goal": 5}, "goal", "unknown"),
        ({"experience": "pro"}, "experience", "unknown"),
        ({"sex": "f"}, "sex", "unknown"),
        ({"units": "furlong"}, "units", "unknown"),
        ({"available_days": ["mon", "someday"]}, "available_days", "unknown"),
        ({"available_days": "mon"}, "available_days", "not_a_list"),
        ({"available_days": []}, "available_days", "empty"),
        ({"long_run_day": "sunday"}, "long_run_day", "unknown"),
        ({"equipment": ["kettlebell"]}, "equipment", "unknown"),
        ({"cross_training": ["rowing"]}, "cross_training", "unknown"),
        ({"health": {"flags": ["sad"]}}, "health.flags", "unknown"),
        ({"health": {"flags": [], "cleared": "yes"}}, "health.cleared", "not_a_flag"),
        ({"health": []}, "health", "not_an_object"),
        ({"start_date": "30.11.2026"}, "start_date", "not_a_date"),
        ({"start_date": "2026-13-01"}, "start_date", "not_a_date"),
        ({"start_date": "2026-W49-1"}, "start_date", "not_a_date"),
        ({"start_date": "20261130"}, "start_date", "not_a_date"),
        ({"start_date": 20261130}, "start_date", "not_a_date"),
        ({"start_date": "0001-01-01"}, "start_date", "out_of_range"),
        ({"race_date": "2026-11-29"}, "race_date", "before_start"),
        ({"weeks": 0}, "weeks", "out_of_range"),
        ({"weeks": 2.5}, "weeks", "not_whole"),
        ({"recent_race": {"distance_m": 5000}}, "recent_race.time_s", "missing"),
        ({"recent_race": {"distance_m": 5000, "time_s": 240}}, "recent_race.time_s", "not_possible"),
        ({"recent_race": {"distance_m": -5000, "time_s": 240}}, "recent_race.distance_m", "out_of_range"),
        ({"max_minutes": {"weekday": 0}}, "max_minutes.weekday", "out_of_range"),
        ({"max_minutes": 45}, "max_minutes", "not_an_object"),
        ({"resting_hr": 100, "max_hr": 95}, "resting_hr", "not_below_max"),
        ({"strength_per_week": -1}, "strength_per_week", "out_of_range"),
        ({"today": "today"}, "today", "not_a_date"),
        ({"history": {}}, "history", "not_a_list"),
        ({"history": [1]}, "history[0]", "not_an_object"),
        ({"history": [{}]}, "history[0].date", "missing"),
        ({"history": [{"date": "2026-11-30", "rpe": 11}]}, "history[0].rpe", "out_of_range"),
        ({"history": [{"date": "2026-11-30", "exercises": "squat"}]}, "history[0].exercises", "not_a_list"),
        ({"history": [{"date": "2026-11-30", "exercises": [{}]}]}, "history[0].exercises[0].exercise", "missing"),
        (
            {"history": [{"date": "2026-11-30", "exercises": [{"exercise": "squat", "reps": 0}]}]},
            "history[0].exercises[0].reps",
            "out_of_range",
        ),
        (
            {"history": [{"date": "2026-11-30", "exercises": [{"exercise": "squat", "felt": "meh"}]}]},
            "history[0].exercises[0].felt",
            "unknown",
        ),
        ({"history": [{"date": "2026-11-30", "kind": "run"}]}, "history[0].kind", "unknown"),
        ({"history": [{"date": "2026-11-30", "pain": {"area": "knee"}}]}, "history[0].pain.level", "missing"),
        ({"history": [{"date": "2026-11-30", "target_rpe": [4]}]}, "history[0].target_rpe", "not_a_range"),
        ({"history": [{"date": "2026-11-30", "target_rpe": [4, 3]}]}, "history[0].target_rpe", "not_a_range"),
        ({"history": [{"date": "2026-11-30", "distance_m": -1}]}, "history[0].distance_m", "out_of_range"),
        ({"history": [{"date": "2026-11-30", "symptoms": [3]}]}, "history[0].symptoms", "not_a_word"),
        ({"history": [so_far("easy_run", 50_000, 10)]}, "history[0].minutes", "not_possible"),
        ({"history": [so_far("recovery_walk", 10_000, 15)]}, "history[0].minutes", "not_possible"),
    ],
)
def test_impossible_value_is_refused_by_name(fields: dict[str, object], name: str, reason: str) -> None:
    assert refusal(**fields) == (name, reason)


def test_the_fastest_and_the_unmeasured_are_believed() -> None:
    possible = [so_far("race", 5000, 12.7), so_far("cross_training", 20_000, 30), {"date": "2026-11-30"}]
    assert len(read_request(a_document(history=possible)).history) == 3


@pytest.mark.parametrize(
    ("word", "read_as"),
    [
        ("chest_pain", ("chest_pain",)),
        ("chest pain", ("chest_pain",)),
        ("Chest_Pain", ("chest_pain",)),
        ("faint", ("fainting",)),
        ("breathless", ("breathless_at_rest",)),
        ("breathlessness", ("breathless_at_rest",)),
        ("breathlessness_at_rest", ("breathless_at_rest",)),
        ("swollen_calf", ("calf_swelling",)),
        ("sore throat", ("above_neck",)),
        ("Limp", ("limp",)),
        ("hiccups", ("hiccups",)),
    ],
)
def test_a_symptom_is_understood_however_it_is_spelt(word: str, read_as: tuple[str, ...]) -> None:
    history = [{"date": "2026-11-30", "symptoms": [word]}]
    assert read_request(a_document(history=history)).history[0].symptoms == read_as


@pytest.mark.parametrize("document", [None, [], "profile", 3])
def test_document_must_be_an_object(document: object) -> None:
    with pytest.raises(ProfileError) as refused:
        read_request(document)
    assert refused.value.reason == "not_an_object"


def test_no_available_day_cannot_be_planned() -> None:
    with pytest.raises(NotPlannable):
        read_profile(a_document(available_days=[]))


def test_one_limit_of_minutes_stands_for_both() -> None:
    profile = read_profile(a_document(max_minutes={"weekday": 40, "weekend": None}))
    assert profile.max_minutes == MinuteLimits(40, 40)


def test_whole_number_may_be_written_with_a_point() -> None:
    assert read_profile(a_document(age=34.0)).age == 34


def test_race_on_the_first_day_is_allowed() -> None:
    assert read_profile(a_document(race_date="2026-11-30")).race_date == dt.date(2026, 11, 30)


def test_recent_race_is_read() -> None:
    assert read_profile(a_document(recent_race={"distance_m": 5000, "time_s": 1620})).recent_race == RaceResult(
        5000, 1620
    )


def test_today_is_unknown_where_the_document_does_not_say() -> None:
    assert read_request(a_document(today=None)).today is None


def test_unknown_fields_are_ignored() -> None:
    assert read_profile(a_document(shoe_size=41)) == read_profile(a_document())


def test_history_is_sorted_and_duplicates_count_once() -> None:
    later, sooner = {"date": "2026-12-03", "kind": "easy_run"}, {"date": "2026-12-01", "kind": "run_walk"}
    entries = read_history([later, sooner, later])
    assert [entry.kind for entry in entries] == [SessionKind.RUN_WALK, SessionKind.EASY_RUN]


def test_check_in_has_no_kind() -> None:
    (entry,) = read_history([{"date": "2026-12-01", "kind": None, "pain": {"area": "knee", "level": 4}}])
    assert entry.kind is None
    assert entry.pain is not None
    assert entry.pain.level == 4


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(field=st.sampled_from(sorted(json.loads(EXAMPLE))), value=json_values)
def test_any_value_is_read_or_refused_and_never_crashes(field: str, value: object) -> None:
    """The error names the field that was spoiled, or one that must agree with it."""
    blamed = named(a_document(**{field: value}))
    assert not blamed or blamed.startswith((field, "race_date"))


def named(document: dict[str, Any]) -> str:
    try:
        read_request(document)
    except ProfileError as refused:
        return refused.field
    return ""
