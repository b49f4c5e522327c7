"""``legwork plan``: a line in, a line out, and a clear word for what cannot be planned."""

import argparse
import datetime as dt
import io
import json
from typing import Any

import pytest

from bot.cli import plan as command
from bot.cli.writing import PlanWriter, write
from bot.words import words_for
from coach.documents import plan_document, read_request
from coach.planning import plan
from coach.session import SessionKind

PROFILE: dict[str, Any] = {
    "goal": "leaner_legs",
    "start_date": "2026-11-30",
    "weeks": 4,
    "experience": "new",
    "age": 34,
    "sex": "female",
    "height_cm": 168,
    "weight_kg": 70,
    "weekly_distance_m": 0,
    "longest_run_m": 0,
    "available_days": ["mon", "tue", "thu", "sat", "sun"],
    "max_minutes": {"weekday": 45, "weekend": 90},
    "health": {"flags": []},
    "equipment": ["bodyweight"],
    "cross_training": ["cycling"],
    "today": "2026-11-30",
    "history": [],
}
RUNNER = {
    "experience": "experienced",
    "goal": "10k",
    "weekly_distance_m": 45_000,
    "longest_run_m": 15_000,
    "recent_race": {"distance_m": 10_000, "time_s": 2700},
    "weeks": 10,
}


def a_line(**fields: object) -> str:
    return json.dumps({**PROFILE, **fields})


def answers(*lines: str, form: str = "json") -> tuple[int, list[str]]:
    """The exit status and the lines written."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    out = io.StringIO()
    text = "".join(f"{line}\n" for line in lines)
    status = command.run(parser.parse_args(["--format", form]), io.StringIO(text), out, io.StringIO())
    return status, out.getvalue().splitlines()


def answer(line: str) -> dict[str, Any]:
    _, (written,) = answers(line)
    found: dict[str, Any] = json.loads(written)
    return found


def test_profile_gives_a_plan_in_the_contracts_shape() -> None:
    found = answer(a_line())
    assert list(found) == ["goal", "today", "fitness", "hr_zones", "warnings", "changes", "weeks"]
    assert [week["index"] for week in found["weeks"]] == [1, 2, 3, 4]
    first = found["weeks"][0]["sessions"][0]
    assert list(first) == [
        "date", "kind", "title", "minutes", "distance_m", "intensity", "target", "steps", "why", "shorter",
    ]  # fmt: skip


@pytest.mark.parametrize("fields", [{}, RUNNER, {**RUNNER, "units": "mi"}], ids=["beginner", "runner", "miles"])
def test_line_is_the_document_written_out(fields: dict[str, object]) -> None:
    """Remembering pieces changes nothing: the text is what a plain encoder makes of the document."""
    request = read_request({**PROFILE, **fields})
    found = plan(request.profile, request.history, request.profile.start_date)
    words = words_for("en", request.profile.units, html=False)
    writer = PlanWriter(words)
    assert writer.line(found) == writer.line(found) == write(plan_document(found, words.say))


def test_kinds_intensities_and_words_are_the_contracts() -> None:
    for fields in ({}, RUNNER):
        for week in answer(a_line(**fields))["weeks"]:
            for session in week["sessions"]:
                assert session["kind"] in set(SessionKind)
                assert session["intensity"] in {"easy", "moderate", "hard"}
                assert session["why"]
                assert all(size["title"] for size in session["shorter"])


def test_steps_of_strength_name_exercise_sets_rest_and_load() -> None:
    sessions = [session for week in answer(a_line())["weeks"] for session in week["sessions"]]
    strength = next(session for session in sessions if session["kind"] == "strength")
    for step in strength["steps"]:
        for part in step["parts"]:
            assert {"exercise", "sets", "rest_s", "load"} <= part.keys()
            assert ("reps" in part) != ("seconds" in part)


def test_plans_come_in_the_order_of_the_profiles() -> None:
    _, written = answers(a_line(weeks=5), a_line(weeks=6), a_line(weeks=4))
    assert [len(json.loads(line)["weeks"]) for line in written] == [5, 6, 4]


def test_bad_line_yields_an_error_in_its_place_and_the_stream_goes_on() -> None:
    status, written = answers(a_line(), a_line(age=300), a_line())
    assert status == 2
    error = json.loads(written[1])
    assert error == {"error": "age must be from 1 to 110.", "line": 2}
    assert "weeks" in json.loads(written[0])
    assert "weeks" in json.loads(written[2])


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "null",
        "3",
        '"text"',
        "{}",
        "\ufeff{}",
        "NaN",
        "[" * 100_000,
        "1" * 5000,
        "\x00",
        '{"goal": "\\ud800"}',
    ],
    ids=["open", "list", "null", "number", "text", "empty", "mark", "nan", "deep", "long", "zero", "surrogate"],
)
def test_line_that_is_no_profile_never_stops_the_stream(line: str) -> None:
    status, written = answers(line, a_line())
    assert status == 2
    assert json.loads(written[0])["line"] == 1
    assert "weeks" in json.loads(written[1])
    "".join(written).encode("utf-8")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"goal": "fly"}, "goal"),
        ({"goal": None}, "goal"),
        ({"experience": "pro"}, "experience"),
        ({"age": 300}, "age"),
        ({"age": -1}, "age"),
        ({"age": 15}, "age"),
        ({"available_days": []}, "available_days"),
        ({"available_days": None}, "available_days"),
        ({"available_days": ["someday"]}, "available_days"),
        ({"long_run_day": "someday"}, "long_run_day"),
        ({"race_date": "2026-11-01"}, "race_date"),
        ({"start_date": "tomorrow"}, "start_date"),
        ({"today": "2026-02-30"}, "today"),
        ({"weekly_distance_m": -1}, "weekly_distance_m"),
        ({"longest_run_m": -1}, "longest_run_m"),
        ({"weight_kg": -70}, "weight_kg"),
        ({"weeks": 0}, "weeks"),
        ({"max_minutes": {"weekday": -30}}, "max_minutes.weekday"),
        ({"recent_race": {"distance_m": 5000, "time_s": 1}}, "recent_race.time_s"),
        ({"recent_race": {"distance_m": -5000, "time_s": 1620}}, "recent_race.distance_m"),
        ({"history": [{"date": "2026-13-13"}]}, "history[0].date"),
        ({"history": [{"date": "2026-11-29"}, {"date": "2026-11-29", "distance_m": -1}]}, "history[1].distance_m"),
    ],
)
def test_error_names_the_field_and_the_line_and_the_status_is_two(fields: dict[str, object], named: str) -> None:
    status, (written,) = answers(a_line(**fields))
    error = json.loads(written)
    assert status == 2
    assert error.keys() == {"error", "line"}
    assert error["line"] == 1
    assert error["error"].removeprefix(named)[:1] in {" ", ":"}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("height_cm", "unknown_weight"),
        ("weight_kg", "unknown_weight"),
        ("weekly_distance_m", "unknown_distance"),
        ("longest_run_m", "unknown_longest"),
        ("max_minutes", "unknown_minutes"),
        ("health", "unknown_health"),
        ("strength_per_week", "unknown_strength"),
        ("equipment", "unknown_equipment"),
        ("cross_training", "unknown_cross_training"),
    ],
)
@pytest.mark.parametrize("absent", [True, False])
def test_missing_field_takes_the_careful_choice_and_says_so(field: str, code: str, *, absent: bool) -> None:
    known = {**PROFILE, "strength_per_week": 2}
    document = {**known, field: None} if not absent else {key: known[key] for key in known if key != field}
    whole, bare = answer(json.dumps(known)), answer(json.dumps(document))
    assert whole["warnings"] == []
    assert [warning["code"] for warning in bare["warnings"]] == [code]
    assert bare["warnings"][0]["text"]
    for ours, theirs in zip(bare["weeks"], whole["weeks"], strict=True):
        assert ours["distance_m"] <= theirs["distance_m"]


@pytest.mark.parametrize("field", ["sex", "recent_race", "resting_hr", "max_hr", "long_run_day", "units", "race_date"])
def test_field_that_nothing_careful_hangs_on_may_be_missing_in_silence(field: str) -> None:
    document = {**PROFILE, "strength_per_week": 2}
    document.pop(field, None)
    assert answer(json.dumps(document))["warnings"] == []


def test_five_fields_are_enough_for_a_plan() -> None:
    needed = {key: PROFILE[key] for key in ("goal", "start_date", "experience", "age", "available_days")}
    status, (written,) = answers(json.dumps(needed))
    found = json.loads(written)
    assert status == 0
    assert len(found["weeks"]) == 12
    assert len(found["warnings"]) == 8


def test_long_run_day_that_is_no_training_day_is_said_and_another_taken() -> None:
    found = answer(a_line(**RUNNER, long_run_day="wed", strength_per_week=2))
    assert "long_day_taken" in [warning["code"] for warning in found["warnings"]]
    long = [s["date"] for week in found["weeks"] for s in week["sessions"] if s["kind"] == "long_run"]
    assert long
    assert all(dt.date.fromisoformat(day).weekday() != 2 for day in long)


LIVED = [
    {"date": f"2026-12-{day:02}", "kind": "run_walk", "status": "done", "minutes": 30, "distance_m": 3200, "rpe": 4}
    for day in (1, 3, 5)
]
"""Three sessions of a first week."""


def test_history_out_of_order_and_twice_gives_the_same_plan() -> None:
    plain = answer(a_line(history=LIVED, today="2026-12-07"))
    assert answer(a_line(history=[*reversed(LIVED), *LIVED], today="2026-12-07")) == plain
    assert answer(a_line(history=LIVED[:1], today="2026-12-07")) != plain


def test_entries_after_today_are_ignored_and_said() -> None:
    later = [{**LIVED[0], "date": "2026-12-30"}, {**LIVED[0], "date": "2027-12-30", "rpe": 10}]
    plain = answer(a_line(history=LIVED, today="2026-12-07"))
    found = answer(a_line(history=[*later, *LIVED], today="2026-12-07"))
    assert found["weeks"] == plain["weeks"]
    (new,) = [warning for warning in found["warnings"] if warning not in plain["warnings"]]
    assert new == {"code": "future_entries", "text": "2 entries lie in the future and are not counted."}


def test_a_field_that_nobody_reads_is_named_and_changes_nothing() -> None:
    plain, odd = answer(a_line()), answer(a_line(long_run_dy="sun", health={"flags": [], "cleard": True}))
    assert odd["weeks"] == plain["weeks"]
    (new,) = [warning for warning in odd["warnings"] if warning not in plain["warnings"]]
    text = "Not used, because I know no such thing: long_run_dy, health.cleard."
    assert new == {"code": "unknown_field", "text": text}


def test_under_sixteen_gets_a_kind_no() -> None:
    assert "under 16 there is no plan" in answer(a_line(age=12))["error"]


def test_blank_lines_are_counted_and_yield_nothing() -> None:
    status, written = answers("", a_line(), "   ", "oops")
    assert status == 2
    assert len(written) == 2
    assert json.loads(written[1])["line"] == 4


def test_nothing_in_gives_nothing_out() -> None:
    assert answers() == (0, [])


def test_missing_today_is_the_start() -> None:
    assert answer(a_line(today=None, start_date="2026-12-07"))["today"] == "2026-12-07"


def test_text_is_a_plan_for_the_fridge() -> None:
    status, written = answers(a_line(), form="text")
    assert status == 0
    assert written[0] == "Leaner, stronger legs: 4 weeks, Mon 30 Nov to Sun 27 Dec"


def test_text_names_a_bad_line() -> None:
    status, written = answers("oops", form="text")
    assert (status, written) == (2, ["Line 1: This line is not one JSON object."])


def test_bytes_that_are_no_text_are_an_error_line() -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n" + a_line().encode()), encoding="utf-8")
    out = io.StringIO()
    status = command.run(argparse.Namespace(format="json", lang="en"), stdin, out, io.StringIO())
    first, second = out.getvalue().splitlines()
    assert status == 2
    assert json.loads(first)["line"] == 1
    assert "weeks" in json.loads(second)


@pytest.mark.parametrize(("given", "place"), [({"weekday": 30}, "at weekends"), ({"weekend": 30}, "on weekdays")])
def test_a_limit_that_is_missing_is_taken_from_the_other_one_and_said(given: dict[str, int], place: str) -> None:
    both, one = answer(a_line(max_minutes={"weekday": 30, "weekend": 30})), answer(a_line(max_minutes=given))
    assert one["weeks"] == both["weeks"]
    (new,) = [warning for warning in one["warnings"] if warning not in both["warnings"]]
    assert new["code"] == "unknown_minutes"
    assert place in new["text"]
    assert "30 minutes" in new["text"]
