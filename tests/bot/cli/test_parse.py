"""``legwork parse``: the contract's shapes, line by line."""

import argparse
import io
import json

import pytest

from bot.cli import parse
from bot.words import words_for
from coach.reader.truth import MEASURES

EXAMPLE = {
    "text": "5k in 31:20, rpe 6, left knee 2/10",
    "question": None,
    "entries": [
        {
            "status": "done", "kind": "run", "date": "2026-12-02", "distance_m": 5000, "duration_s": 1880, "rpe": 6,
            "avg_hr": None, "pain": {"area": "knee", "level": 2}, "exercises": [], "note": None,
        }
    ],
    "measurements": {},
}  # fmt: skip


def arguments(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parse.add_arguments(parser)
    return parser.parse_args(given)


def parsed(text: str, *given: str) -> list[dict[str, object]]:
    out = io.StringIO()
    status = parse.run(arguments("--today", "2026-12-02", *given), io.StringIO(text), out, io.StringIO())
    assert status == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_example_of_the_contract_comes_out_word_for_word() -> None:
    assert parsed("5k in 31:20, rpe 6, left knee 2/10\n") == [EXAMPLE]


def test_bytes_that_are_no_text_do_not_stop_the_stream() -> None:
    out = io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(b"ran 5k \xff\nran 3k\n"), encoding="utf-8")
    assert parse.run(arguments("--today", "2026-12-02"), stdin, out, io.StringIO()) == 0
    assert [json.loads(line)["entries"][0]["distance_m"] for line in out.getvalue().splitlines()] == [5000, 3000]


def test_every_line_is_a_message_and_empty_ones_answer_too() -> None:
    assert [line["text"] for line in parsed("ran 5k\n\nhello\n")] == ["ran 5k", "", "hello"]


def test_text_that_is_no_log_gives_empty_entries_and_measurements() -> None:
    assert parsed("how far should I run tomorrow?") == [
        {"text": "how far should I run tomorrow?", "question": None, "entries": [], "measurements": {}}
    ]


def test_backslash_n_is_a_line_break_inside_a_message() -> None:
    (line,) = parsed(r"Distance: 5.02 km\nTime: 31:20")
    assert line["text"] == "Distance: 5.02 km\nTime: 31:20"
    assert [entry["duration_s"] for entry in entries(line)] == [1880]


def entries(line: dict[str, object]) -> list[dict[str, object]]:
    found = line["entries"]
    assert isinstance(found, list)
    return found


def test_miles_are_the_unit_of_bare_numbers_where_asked_for() -> None:
    (line,) = parsed("ran 3 in 30", "--units", "mi")
    assert entries(line)[0]["distance_m"] == 4828


def test_a_skip_carries_its_reason_and_nothing_else_does() -> None:
    skipped, done = parsed("skipped, too busy\nran 5k")
    assert entries(skipped)[0]["reason"] == "busy"
    assert "reason" not in entries(done)[0]


def test_strength_sets_have_the_shape_of_the_contract() -> None:
    (line,) = parsed("squats 3x12 @ 40kg, plank 3x45s")
    assert entries(line)[0]["exercises"] == [
        {"exercise": "squat", "sets": 3, "reps": 12, "load_kg": 40},
        {"exercise": "plank", "sets": 3, "reps": None, "seconds": 45, "load_kg": None},
    ]


def test_what_cannot_be_true_is_kept_and_asked_about() -> None:
    (line,) = parsed("5 km in 4 minutes")
    assert (entries(line)[0]["distance_m"], entries(line)[0]["duration_s"]) == (5000, 240)
    assert "5" in str(line["question"])


def test_pain_alone_is_an_entry_that_names_no_activity() -> None:
    (line,) = parsed("left knee 3/10")
    assert [(entry["kind"], entry["pain"]) for entry in entries(line)] == [(None, {"area": "knee", "level": 3})]


def test_symptoms_are_said() -> None:
    (line,) = parsed("my chest felt tight")
    assert line["symptoms"] == ["chest_pain"]


def test_an_unreadable_day_or_unit_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in (["--today", "yesterday"], ["--units", "furlong"]):
        with pytest.raises(SystemExit) as stopped:
            arguments(*wrong)
        assert stopped.value.code == 2
    assert "invalid" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["5k in 4 min", "ran 500 km", "5k tomorrow", "rpe 15", "knee 14/10", "5k hr 300", "knee hurts", "ran 0 km",
     "ran 5 km in 9 hours", "5k in 0:00:00", "ran 5k on 2019-01-01", "squats 99x12"],
)  # fmt: skip
def test_every_question_has_words(text: str) -> None:
    (line,) = parsed(text)
    assert str(line["question"]).endswith("?")


@pytest.mark.parametrize("name", MEASURES)
def test_every_measurement_that_can_be_doubted_has_a_name(name: str) -> None:
    assert words_for("en", html=False)(f"ask.name.{name}")
