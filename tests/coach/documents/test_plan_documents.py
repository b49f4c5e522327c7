"""A plan becomes the contract's document: every sentence said, nothing more and nothing less."""

import json
from dataclasses import replace
from typing import Any

import pytest

from coach.documents import plan_document, plan_head, session_document, step_document
from coach.phrases import Phrase, phrase
from coach.plan import Change, Notice, Phase
from coach.session import Do, Part, Size, Step, StrengthPart, Target
from tests.builders import MONDAY, a_day, a_plan, a_session, a_week


def say(said: Phrase) -> str:
    """A sentence that shows its key."""
    return f"<{said.key}>"


def document(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the plan
    week = a_week(a_session(a_day(1, "tue")), start=MONDAY, phase=Phase.BASE)
    return json.loads(json.dumps(plan_document(a_plan([week], **fields), say)))  # type: ignore[no-any-return] # JSON


def test_plan_holds_the_contracts_fields_in_order() -> None:
    assert list(document()) == ["goal", "today", "fitness", "hr_zones", "warnings", "changes", "weeks"]


def test_head_is_the_plan_without_its_weeks() -> None:
    plan = a_plan([], fitness=31.44)
    assert plan_head(plan, say) | {"weeks": []} == plan_document(plan, say)


def test_fitness_has_one_decimal() -> None:
    assert document(fitness=31.4444)["fitness"] == 31.4


@pytest.mark.parametrize("field", ["fitness", "hr_zones"])
def test_what_is_unknown_is_null(field: str) -> None:
    assert document()[field] is None


def test_heart_rates_are_ranges_by_zone() -> None:
    assert document(hr_zones={"easy": (118, 140)})["hr_zones"] == {"easy": [118, 140]}


def test_warning_has_a_code_and_a_sentence() -> None:
    found = document(warnings=(Notice("unknown_weight", phrase("warning.unknown_weight")),))["warnings"]
    assert found == [{"code": "unknown_weight", "text": "<warning.unknown_weight>"}]


def test_change_is_a_receipt() -> None:
    change = Change("pain", "C3", a_day(1, "wed"), MONDAY, phrase("before"), phrase("after"), phrase("why"))
    assert document(changes=(change,))["changes"] == [
        {"rule": "pain", "date": "2026-12-02", "before": "<before>", "after": "<after>", "why": "<why>"}
    ]


def test_week_has_index_start_phase_distance_and_sessions() -> None:
    (week,) = document()["weeks"]
    assert {key: week[key] for key in ("index", "start", "phase", "distance_m")} == {
        "index": 1,
        "start": "2026-11-30",
        "phase": "base",
        "distance_m": 4500,
    }
    assert len(week["sessions"]) == 1


def test_session_says_its_title_reason_and_shorter_sizes() -> None:
    session = replace(a_session(), shorter=(Size(10, phrase("title.short_walk", minutes=10)),))
    found = session_document(session, say)
    assert found["title"] == "<title>"
    assert found["why"] == "<why>"
    assert found["shorter"] == [{"minutes": 10, "title": "<title.short_walk>"}]


def test_session_off_ones_feet_has_no_distance() -> None:
    assert session_document(a_session(kind="cross_training"), say)["distance_m"] is None


def test_target_shows_pace_and_heart_rate_or_null() -> None:
    session = replace(a_session(), target=Target((3, 4), (360, 400), None))
    found = json.loads(json.dumps(session_document(session, say)))
    assert found["target"] == {"rpe": [3, 4], "pace_s_per_km": [360, 400], "hr_bpm": None}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part(Do.WALK, seconds=300, rpe=(2, 2)), {"do": "walk", "seconds": 300, "rpe": [2, 2]}),
        (Part(Do.RUN, distance_m=400), {"do": "run", "distance_m": 400}),
        (
            Part(Do.RUN, seconds=60, rpe=(7, 8), pace_s_per_km=(270, 280)),
            {"do": "run", "seconds": 60, "rpe": [7, 8], "pace_s_per_km": [270, 280]},
        ),
    ],
)
def test_part_holds_only_what_is_known(part: Part, expected: dict[str, object]) -> None:
    found = json.loads(json.dumps(step_document(Step(3, (part,)), say)))
    assert found == {"repeat": 3, "parts": [expected]}


@pytest.mark.parametrize(
    ("amount", "expected"), [({"reps": 12}, {"reps": 12}), ({"seconds": 20}, {"seconds": 20})], ids=["reps", "hold"]
)
def test_strength_has_repetitions_or_seconds(amount: dict[str, int], expected: dict[str, int]) -> None:
    part = StrengthPart("squat", sets=2, rest_s=60, load=phrase("load.reserve"), **amount)  # type: ignore[arg-type] # one of two
    (found,) = step_document(Step(1, (part,)), say)["parts"]  # type: ignore[misc] # a list
    assert found == {"exercise": "squat", "sets": 2, "rest_s": 60, "load": "<load.reserve>", **expected}


def test_strength_without_words_has_no_load() -> None:
    (found,) = step_document(Step(1, (StrengthPart("plank", sets=1, rest_s=0, seconds=20),)), say)["parts"]  # type: ignore[misc] # a list
    assert found["load"] is None
