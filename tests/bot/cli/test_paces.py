"""``legwork paces``: race results in; fitness, training paces and predictions out."""

import argparse
import io
import json
from typing import Any

import pytest

from bot.cli import paces as command


def answers(*lines: object) -> tuple[int, list[dict[str, Any]]]:
    """The exit status and the documents written; text is a line as it is."""
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    out = io.StringIO()
    status = command.run(parser.parse_args([]), io.StringIO(text), out, io.StringIO())
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_five_kilometres_in_twenty_five_minutes_give_the_contracts_answer() -> None:
    status, (found,) = answers({"distance_m": 5000, "time_s": 1500})
    assert status == 0
    assert found["fitness"] == 38.3
    assert list(found["paces"]) == ["easy", "marathon", "tempo", "interval", "repetition"]
    assert found["paces"] == {
        "easy": [367, 412],
        "marathon": [335, 348],
        "tempo": [316, 316],
        "interval": [291, 291],
        "repetition": [271, 271],
    }
    assert found["predictions"] == {"5000": 1500, "10000": 3113, "21097": 6903, "42195": 14275}


@pytest.mark.parametrize(
    ("result", "named"),
    [
        ({"distance_m": 5000}, "time_s"),
        ({"time_s": 1500}, "distance_m"),
        ({"distance_m": -5000, "time_s": 1500}, "distance_m"),
        ({"distance_m": 5000, "time_s": 240}, "time_s"),
        ({"distance_m": 5000, "time_s": "25:00"}, "time_s"),
        ({"distance_m": True, "time_s": 1500}, "distance_m"),
        ([5000, 1500], "result"),
    ],
)
def test_result_that_cannot_be_true_is_an_error_that_names_the_field(result: object, named: str) -> None:
    status, (found,) = answers(result)
    assert status == 2
    assert found["line"] == 1
    assert found["error"].startswith(named)


def test_stream_goes_on_after_a_bad_line() -> None:
    status, found = answers("nothing", {"distance_m": 10_000, "time_s": 3000})
    assert status == 2
    assert "error" in found[0]
    assert found[1]["fitness"] > 30


def test_slower_race_gives_slower_paces() -> None:
    _, (fast, slow) = answers({"distance_m": 5000, "time_s": 1300}, {"distance_m": 5000, "time_s": 1700})
    assert all(slow["paces"][zone][0] > fast["paces"][zone][0] for zone in fast["paces"])
