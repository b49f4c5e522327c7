"""Times of other days, of halves and of parts are none of the whole run."""

import pytest

from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import told


@pytest.mark.parametrize(
    "text",
    [
        "5k 31:10 (33:20 last week)",
        "5k in 31:10, down from 33:20",
        "5k 31:10 vs 33:20 last time",
        "5k 31:10. last week 33:20",
        "5k 31:10, old one was 33:20",
        "last time it took 33, today 31:10 for the 5k",
        "beat my old time of 33:20, ran 5k in 31:10",
    ],
)
def test_a_time_of_another_day_is_not_this_ones(text: str) -> None:
    assert told(text) == ("run", 5000, 1870)


def test_a_day_told_for_a_run_stays_a_day() -> None:
    question = reading_of("5k in 30 last week").question
    assert question is not None
    assert question.key == "ask.which_day"


@pytest.mark.parametrize(
    "text",
    ["negative split 10k, 25:40 / 24:55", "10k: 25:40 out, 24:55 back", "splits 25:40/24:55 for the 10k"],
)
def test_halves_come_to_the_whole(text: str) -> None:
    assert told(text) == ("run", 10_000, 3035)


def test_halves_beside_the_whole_are_passed_over() -> None:
    assert told("10k 50:35 splits 25:40/24:55") == ("run", 10_000, 3035)


@pytest.mark.parametrize("text", ["negative split 5k, 5:10 / 4:50", "10k 50:35, 25:40 / 12:10"])
def test_paces_and_unlike_times_are_no_halves(text: str) -> None:
    assert reading_of(text).entries[0].duration_s != 600


@pytest.mark.parametrize(
    "text", ["10k, 55:02, first 5k in 26:30 then died", "10k 55:02, last 2k in 9:50", "10k in 55:02, last 3k walking"]
)
def test_a_stretch_of_the_way_is_no_second_run(text: str) -> None:
    assert told(text) == ("run", 10_000, 3302)


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("tempo done, 6k at 4:55 plus wu and cd 2k each", 10_000, None),
        ("8k tempo 36:20 then 2k cool down 10:00", 10_000, 2780),
        ("3k easy, 5k tempo, 2k easy", 10_000, None),
        ("3k easy, 5k tempo, 2k easy, 54 min", 10_000, 3240),
        ("bonked at 16k, walked it in. 19k total", 19_000, None),
        ("tempo 20 min, 50 min all in", None, 3000),
        ("20 min tempo in the middle of 45", None, 2700),
        ("tempo 20 min in the middle of 8k", 8000, None),
        ("10 min wu/cd, 6x800", None, None),
    ],
)
def test_a_run_in_parts_is_all_of_them(text: str, metres: int | None, seconds: int | None) -> None:
    assert told(text) == ("run", metres, seconds)


@pytest.mark.parametrize("text", ["8k with 2k warm up and cool down", "8k incl 2k wu and cd"])
def test_parts_that_are_within_add_nothing(text: str) -> None:
    assert told(text)[1] == 8000


def test_equal_runs_one_after_the_other_are_no_parts() -> None:
    assert [entry.distance_m for entry in reading_of("5k easy + 5k easy").entries] == [5000, 5000]


@pytest.mark.parametrize(
    "text",
    [
        "6x400 @ 1:45 w/ 200 jog", "8x400 @ 90s off 60s", "5x1k r2'", "5x1000 rec 2min", "3x2k r=3min",
        "4x4min @ threshold w/ 90s rec", "400s x 12", "800s: 3:30 3:28 3:31", "yasso 800s x 6 all at 3:50",
        "5 by 1000 at 4:20, jog 400 between", "8x3' @ 4:00/km (1')", "6x800 (2:50, 200 jog)",
        "1km reps x5 w 2 min walk",
    ],
)  # fmt: skip
def test_what_lies_between_repeats_is_neither_time_nor_distance(text: str) -> None:
    assert told(text) == ("run", None, None)


def test_a_total_beside_repeats_counts() -> None:
    assert told("30/30s for 20 mins") == ("run", None, 1200)
    assert told("12x400m 200m jog recovery, 9k total") == ("run", 9000, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ran 3 laps of the park, 2.1k each, 40 min", ("run", 6300, 2400)),
        ("10 laps of the track", ("run", 4000, None)),
        ("3 x 2k loops", ("run", 6000, None)),
        ("20 laps of the pool, 25m", ("swimming", 500, None)),
        ("64 lengths, 1600m, 45 mins front crawl", ("swimming", 1600, 2700)),
        ("40 lengths", ("swimming", None, None)),
    ],
)
def test_laps_are_as_far_as_one_of_them_so_often(text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", ["twinge in calf 3/10 at 3k so walked home", "managed 3k of the 5 then walked home"])
def test_the_way_home_is_no_walk_of_its_own(text: str) -> None:
    assert told(text)[1] == 3000
    assert str(reading_of(text).entries[0].status) == "partial"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15k with 10k @ MP 5:20", ("run", 15_000, None)),
        ("tempo run 40 mins incl 20 at 5:10", ("run", None, 2400)),
        ("3x1600 @10k pace, 3 min rec", ("run", None, None)),
        ("calf 3/10 from 2k onwards, finished 5k", ("run", 5000, None)),
        ("knee niggle 2/10, gone after 10 mins. 30 min run", ("run", None, 1800)),
        ("ran last night at 9, 4k", ("run", 4000, None)),
    ],
)
def test_figures_of_a_part_are_not_those_of_the_whole(text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert told(text) == expected


def test_two_parts_of_a_day_hold_two_activities() -> None:
    entries = reading_of("6am 5k, 6pm gym").entries
    assert [(str(entry.kind), entry.distance_m) for entry in entries] == [("run", 5000), ("strength", None)]


def test_a_list_of_days_gives_each_its_own() -> None:
    entries = reading_of("mon - 30 min run, tue - 40 min walk").entries
    assert [(str(entry.kind), entry.date.day) for entry in entries] == [("run", 30), ("walk", 1)]


def test_a_way_home_with_a_figure_is_a_walk() -> None:
    kinds = [(str(entry.kind), entry.distance_m) for entry in reading_of("ran 5k then walked home 1k").entries]
    assert kinds == [("run", 5000), ("walk", 1000)]


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("8k 5:10", 8000, 2480),
        ("ran 5:10 pace 8k", 8000, 2480),
        ("ran 8k 5'10", 8000, 2480),
        ("half 2:10", 21097, 7800),
        ("ran 30k 5:10", 30000, 18600),
        ("10k 1:02", 10000, 3720),
    ],
)
def test_a_clock_too_short_for_the_time_and_too_long_in_hours_is_the_pace(text: str, metres: int, seconds: int) -> None:
    assert told(text) == ("run", metres, seconds)


def test_a_time_that_cannot_be_is_asked_about() -> None:
    assert reading_of("5k in 4:00").question is not None


def test_a_long_walk_keeps_its_hours() -> None:
    assert told("walked 8k 2:10") == ("walk", 8000, 7800)
