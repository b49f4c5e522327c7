"""What people leave out: an hour on the bike, minutes for the legs, so far with the club, a calf that went."""

import pytest

from tests.coach.reader.cases import described, reading_of


def _entries(text: str) -> list[dict[str, object]]:
    found = described(reading_of(text), {"text": text, "entries": []})["entries"]
    assert isinstance(found, list)
    return [{k: v for k, v in one.items() if k not in {"date", "status"}} for one in found]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "20min bike, 30 min legs, 20 min bike",
            [
                {"kind": "cycling", "duration_s": 1200},
                {"kind": "strength", "duration_s": 1800},
                {"kind": "cycling", "duration_s": 1200},
            ],
        ),
        ("30 min legs", [{"kind": "strength", "duration_s": 1800}]),
        ("ran 30 min legs heavy", [{"kind": "run", "duration_s": 1800}]),
        ("5k in 30 min legs", [{"kind": "run", "distance_m": 5000, "duration_s": 1800}]),
        ("10k 55 min legs!", [{"kind": "run", "distance_m": 10000, "duration_s": 3300}]),
        ("hour on the bike", [{"kind": "cycling", "duration_s": 3600}]),
        ("hour of yoga", [{"kind": "other", "duration_s": 3600}]),
        ("easy 8 w the club", [{"kind": "run", "distance_m": 8000, "rpe": 3}]),
        ("easy 8 with my run club this morning", [{"kind": "run", "distance_m": 8000, "rpe": 3}]),
        ("easy hour on the bike", [{"kind": "cycling", "duration_s": 3600}]),
        ("easy hour", [{"duration_s": 3600, "rpe": 3}]),
        ("long run 16 w the club", [{"kind": "run", "distance_m": 16000}]),
        ("ran 20 with the crew", [{"kind": "run", "duration_s": 1200}]),
        ("ran 9 with the group in 50 min", [{"kind": "run", "distance_m": 9000, "duration_s": 3000}]),
        ("4k w my son on his bike", [{"kind": "run", "distance_m": 4000}]),
        ("30 min on his bike", [{"kind": "cycling", "duration_s": 1800}]),
        ("dad lent me his bike, 20k", [{"kind": "cycling", "distance_m": 20000}]),
        ("9k 48 min, hard 8", [{"kind": "run", "distance_m": 9000, "duration_s": 2880, "rpe": 8}]),
        ("10k 55 min hard 8 k of it", [{"kind": "run", "distance_m": 10000, "duration_s": 3300, "rpe": 7}]),
    ],
)
def test_what_is_left_out_is_read_all_the_same(text: str, entries: list[dict[str, object]]) -> None:
    """Minutes of legs are strength, an hour needs no article, *easy 8* in company is so far, *hard 8* is an effort."""
    assert _entries(text) == entries


@pytest.mark.parametrize("text", ["calf went", "my calf went at km 4", "calf went on the last one"])
def test_a_calf_that_went_hurts(text: str) -> None:
    """Nobody said how much: the level is asked for."""
    reading = reading_of(text)
    assert reading.pain is not None
    assert reading.pain.area == "calf"
    assert reading.question is not None
    assert reading.question.key == "ask.pain_level"


@pytest.mark.parametrize(
    "text",
    [
        "my knee went fine",
        "went for a run, back went ok",
        "calf went away",
        "ran out and back went on the canal",
        "took the long way back went on for ages",
    ],
)
def test_a_knee_that_went_fine_does_not_hurt(text: str) -> None:
    """How it went is no injury."""
    reading = reading_of(text)
    assert reading.pain is None or reading.pain.level == 0


@pytest.mark.parametrize("text", ["in 2 hours", "in an hour", "remind me in half an hour pls"])
def test_when_it_is_to_be_is_not_how_long_it_was(text: str) -> None:
    """*In 2 hours* puts a session off; nothing was trained for two hours."""
    assert _entries(text) == []


def test_a_time_behind_in_is_still_how_long_a_run_took() -> None:
    """*In 31 min* answers a card that has no time yet."""
    assert _entries("in 31 min") == [{"duration_s": 1860}]
    assert _entries("5k in 2 hours") == [{"kind": "run", "distance_m": 5000, "duration_s": 7200}]


def test_no_race_yet_leaves_nothing_out() -> None:
    """A race that is not there yet is no session that was skipped."""
    assert _entries("no race yet") == []


@pytest.mark.parametrize(
    "text",
    [
        "solid hour of tv",
        "hour on my feet at work",
        "only have a treadmill",
        "no hills near me",
        "swimming on fridays",
        "i have a treadmill at home",
    ],
)
def test_what_is_there_or_done_as_a_rule_is_no_log(text: str) -> None:
    """Neither a thing at home, nor a land without hills, nor a habit is a session of a day."""
    assert _entries(text) == []


@pytest.mark.parametrize(("text", "km"), [("ran on fridays 5k", 5), ("treadmill 5k", 5)])
def test_a_deed_with_a_figure_stays_one(text: str, km: int) -> None:
    """A weekday in the plural and a machine hide no run."""
    assert _entries(text) == [{"kind": "run", "distance_m": 1000 * km}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("got on the treadmill today", "run"),
        ("i have been to the gym", "strength"),
        ("got a gym session in", "strength"),
        ("finally got my yoga done", "other"),
        ("got to the pool today", "swimming"),
    ],
)
def test_what_one_got_done_is_no_possession(text: str, kind: str) -> None:
    """*Have* and *got* tell of deeds as well as of things at home."""
    assert _entries(text) == [{"kind": kind}]


@pytest.mark.parametrize("text", ["knee hurts on mondays", "my knee is sore on sundays"])
def test_a_pain_that_comes_on_a_weekday_is_no_habit(text: str) -> None:
    """A pain is heard however it is told."""
    pain = reading_of(text).pain
    assert pain is not None
    assert pain.area == "knee"


def test_no_run_here_today_is_a_run_left_out() -> None:
    """Only places can be missing somewhere: *no hills here*."""
    assert [entry.status for entry in reading_of("no run here today").entries] == ["skipped"]
