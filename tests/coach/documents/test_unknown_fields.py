"""A field that nobody reads is named, so that a slip of the pen does not go by in silence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.documents import entry_to_json, profile_to_json, read_request
from coach.documents.unknown import KNOWN, MOST, unknown_fields
from coach.history import Felt, Pain, SetsDone
from tests.builders import an_athlete, an_entry

PROFILE: dict[str, Any] = {
    "goal": "10k", "start_date": "2026-11-30", "experience": "regular", "age": 34, "available_days": ["mon", "wed"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("extra", "named"),
    [
        ({}, ()),
        ({"today": "2026-11-30", "history": []}, ()),
        ({"long_run_days": "sun"}, ("long_run_days",)),
        ({"max_minutes": {"weekdays": 45, "weekend": 60}}, ("max_minutes.weekdays",)),
        ({"health": {"flags": [], "cleard": True}}, ("health.cleard",)),
        ({"recent_race": {"distance_m": 5000, "time_s": 1620, "date": "2026-10-01"}}, ("recent_race.date",)),
        ({"max_minutes": None, "health": None}, ()),
        ({"history": [{"date": "2026-11-30", "symptoms": ["chest pain", "faint", "limp"]}]}, ()),
        (
            {"history": [{"date": "2026-11-30"}, {"date": "2026-11-30", "duration_s": 1800}]},
            ("history[1].duration_s",),
        ),
        (
            {"history": [{"date": "2026-11-30", "pain": {"area": "knee", "level": 1, "side": "left"}}]},
            ("history[0].pain.side",),
        ),
        (
            {"history": [{"date": "2026-11-30", "exercises": [{"exercise": "squat", "weight": 40}]}]},
            ("history[0].exercises.weight",),
        ),
        (
            {"history": [{"date": "2026-11-30"}, {"symptoms": ["hiccups"], "date": "2026-11-30"}]},
            ("history[1].symptoms: hiccups",),
        ),
    ],
)
def test_it_is_named_with_where_it_stands(extra: dict[str, Any], named: tuple[str, ...]) -> None:
    assert unknown_fields({**PROFILE, **extra}) == named
    assert read_request({**PROFILE, **extra}).unknown == named


def test_a_field_of_many_entries_is_named_once() -> None:
    entries = [{"date": "2026-11-30", "avg_hr": rate} for rate in range(120, 150)]
    assert unknown_fields({**PROFILE, "history": entries}) == ("history[0].avg_hr",)


def test_what_we_write_ourselves_is_all_known() -> None:
    squats = SetsDone("squat", 3, reps=12, load_kg=10.0, rung="goblet", felt=Felt.RIGHT)
    entry = an_entry(pain=Pain("knee", 1), exercises=(squats,))
    assert unknown_fields({**profile_to_json(an_athlete()), "history": [entry_to_json(entry)]}) == ()


@given(st.dictionaries(st.text(max_size=100), st.none()))
def test_at_most_five_short_names(extra: dict[str, None]) -> None:
    found = unknown_fields({**PROFILE, **extra})
    assert len(found) == min(MOST, len(set(extra) - KNOWN))
    assert all(len(name) <= 64 for name in found)


@pytest.mark.parametrize("document", [None, [], "profile", 3])
def test_what_is_no_object_has_no_fields(document: object) -> None:
    assert unknown_fields(document) == ()
