"""Words that tell one thing beside words that look alike and tell another."""

import pytest

from coach.history import Status
from coach.reading import Exercise
from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import efforts, told


def sets_of(text: str) -> list[tuple[str, int | None, int | None]]:
    """The exercises of the only entry, with their sets and repetitions."""
    (entry,) = reading_of(text).entries
    return [(one.exercise, one.sets, one.reps) for one in entry.exercises if isinstance(one, Exercise)]


def statuses(text: str) -> list[tuple[str, int | None]]:
    """How each activity ended, and how far it was."""
    return [(str(entry.status), entry.distance_m) for entry in reading_of(text).entries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ran 7 km instead of 5 km", [("done", 7000)]),
        ("ran 7k instead of 5", [("done", 7000)]),
        ("ran 3 km instead of 5 km", [("partial", 3000)]),
        ("ran 3 km instead of 5", [("partial", 3000)]),
        ("did 40 min run instead of 30 min", [("done", None)]),
        ("did a 20 min run instead of 30 min", [("partial", None)]),
        ("never ran so easy: 5k in 30:00", [("done", 5000)]),
        ("never ran better, 5k in 25:00", [("done", 5000)]),
        ("not my best, 5k 33:20", [("done", 5000)]),
        ("didn't run so I walked 2k", [("skipped", None), ("done", 2000)]),
    ],
)  # fmt: skip
def test_more_than_planned_was_done_and_less_was_partial(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my wife ran 5k in 25 min and I ran 4k in 25 min", [("done", 4000)]),
        ("my brother did 10k while I did 6k", [("done", 6000)]),
        ("my wife ran 5k in 25 min", []),
        ("my friend Tom ran 5k in 25 min", []),
        ("a friend of mine did a 10k yesterday", []),
        ("my brother-in-law swam 2 km", []),
        ("my parents walked 20 km on sunday", []),
        ("my wife is running 8k today", []),
        ("my son hurt his knee", []),
        ("my sister got a new 5k PB of 19:30", []),
        ("ran 5k with my friend Tom", [("done", 5000)]),
        ("with my friend Tom ran 5k", [("done", 5000)]),
        ("my wife got me out of bed, ran 5k", [("done", 5000)]),
        ("my dog and I ran 5k", [("done", 5000)]),
        ("my ex ran into me, ran 5k", [("done", 5000)]),
        ("my wife ran 5k and my son walked 2k", []),
        ("ran 4k and my wife ran 5k", [("done", 4000)]),
    ],
)
def test_ones_own_run_counts_beside_somebody_elses(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "off for a 5k run, wish me luck",
        "off for a 5k run",
        "goal: 10k in 50 min",
        "target: 30 min run",
        "run 5k is on the plan today, right?",
        "5k is too far for me",
        "my 5k best is 33:20",
        "the park is 3 km from my house",
        "saw a guy run 5k in 16 min at parkrun",
        "everyone in my club ran 20k on sunday",
        "the gym opens at 7:30",
        "I live 5 km from work",
    ],
)
def test_what_is_still_to_come_or_wished_is_no_log(text: str) -> None:
    assert statuses(text) == []


def test_an_ache_with_a_figure_is_told_now_and_then_all_the_same() -> None:
    reading = reading_of("knee hurts on and off, 3/10")
    assert reading.pain is not None or [entry.pain for entry in reading.entries if entry.pain]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ran 5k.Felt great.32:10", ("run", 5000, 1930)),
        ("ran .5 miles", ("run", 805, None)),
        ("ran 12.5 laps on a 400m track", ("run", 5000, None)),
        ("ran 10 laps on the track", ("run", 4000, None)),
        ("swimed 1 km", ("swimming", 1000, None)),
        ("ran 5k 30 mnis", ("run", 5000, 1800)),
        ("indoor trainer 30 minutes", ("cycling", None, 1800)),
        ("hiit class 30 min", ("strength", None, 1800)),
        ("played 5-a-side for 50 mins", ("other", None, 3000)),
        ("7 a side, 40 min", ("other", None, 2400)),
        ("30 lengths (25m)", ("swimming", 750, None)),
        ("ran 10 laps of 400m", ("run", 4000, None)),
        ("the run today is 5 km, 30 min", ("run", 5000, 1800)),
        ("skipping rope 10 mins", ("other", None, 600)),
        ("yoga class 30 min", ("other", None, 1800)),
    ],
)
def test_figures_go_where_they_belong(text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["ran 2km, rested 5 min, ran 2km", "ran 2km, waited for 3 min, ran 2km"])
def test_a_rest_between_runs_is_nobodys_time(text: str) -> None:
    assert [entry.duration_s for entry in reading_of(text).entries] == [None, None]


def test_a_day_of_rest_is_left_out_all_the_same() -> None:
    assert statuses("rested today") == [("skipped", None)]


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("RPE between 5 and 6, 30 min run", 6),
        ("rpe between 7 and 9, 30 min run", 8),
        ("ran 5k, level 6 effort", 6),
        ("elliptical level 5 effort 6", 6),
        ("elliptical 20 min level 5", None),
    ],
)
def test_a_level_is_an_effort_where_it_says_so(text: str, effort: int | None) -> None:
    assert efforts(text) == [effort]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 lunges x3", [("lunge", 3, 10)]),
        ("12 squats x 3", [("squat", 3, 12)]),
        ("5 squats x 12", [("squat", 5, 12)]),
        ("3 sets squats x 12", [("squat", 3, 12)]),
        ("stepups 3x12, calfraises 3x15", [("step_up", 3, 12), ("calf_raise", 3, 15)]),
        ("calf raises off a step 3 sets of 15", [("calf_raise", 3, 15)]),
        ("squats with dumbbells 3x10", [("squat", 3, 10)]),
        ("glutebridges 2x20", [("glute_bridge", 2, 20)]),
    ],
)
def test_sets_and_repetitions_are_told_apart(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sets_of(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("didn't do yesterday's run", "run", 1),
        ("didn't do monday's run", "run", 30),
        ("haven't done monday's long run", "run", 30),
        ("did not do tuesday's strength", "strength", 1),
        ("didn't do yesterday's session, was on a plane", None, 1),
        ("too icy to run", "run", 2),
    ],
)
def test_a_session_of_a_day_that_is_denied_was_left_out(text: str, kind: str | None, day: int) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.status, entry.kind and str(entry.kind), entry.date.day) == (Status.SKIPPED, kind, day)


def test_a_day_behind_a_denial_of_something_else_is_no_skip() -> None:
    assert statuses("didn't sleep yesterday, ran 5k") == [("done", 5000)]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("that hill killed me lol. 6k 40:10", None),
        ("the heat was killing me, ran 5k", None),
        ("ran 5k, my knee was killing me", 8),
        ("ran 5k, downhill kills my left calf", 8),
    ],
)
def test_only_a_part_of_the_body_hurts_by_killing(text: str, level: int | None) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.pain and entry.pain.level) == level


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("6.5 hrs sleep, resting 58", {"sleep_h": 6.5, "resting_hr": 58}),
        ("resting 58 today", {"resting_hr": 58}),
        ("resting 52 bpm", {"resting_hr": 52}),
        ("resting 45 min", {}),
        ("resting 2 days", {}),
    ],
)
def test_a_figure_right_behind_resting_is_a_pulse(text: str, measured: dict[str, float]) -> None:
    assert dict(reading_of(text).measurements) == measured


def test_a_dog_that_hurt_ones_own_knee_is_heard() -> None:
    reading = reading_of("my dog hurt my knee, 4/10, ran 5k")
    assert [entry.pain and entry.pain.level for entry in reading.entries] == [4]
