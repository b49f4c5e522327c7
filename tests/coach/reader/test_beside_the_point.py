"""What stands beside a log: a vague resolve, walk breaks, laps with a total, sums, deletions with a deed."""

import pytest

from coach.reader.orders import deletion_in
from coach.reading import Activity
from tests.coach.reader.cases import TODAY, reading_of


@pytest.mark.parametrize(
    "words", ["gonna cut myself some slack today, 20 min walk", "will take it easy today, 20 min walk"]
)
def test_a_resolve_that_names_nothing_to_do_leaves_the_log_behind_it(words: str) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.kind, entry.duration_s) == (Activity.WALK, 1200)


@pytest.mark.parametrize("words", ["planning a run today, 5 km", "gonna do strength today, 20 min"])
def test_a_plan_with_its_figures_is_no_log(words: str) -> None:
    assert not reading_of(words).entries


@pytest.mark.parametrize(
    "words",
    ["took 5 min walk breaks off and on, 6k", "6k with 2 min walk breaks", "6k, walk breaks every 5 min",
     "walk breaks every 10 minutes but got 6k done"],
)  # fmt: skip
def test_how_long_and_how_often_breaks_were_is_no_duration(words: str) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.RUN, 6000, None)


def test_of_laps_with_a_total_the_total_counts() -> None:
    (entry,) = reading_of("Lap 1 1.0km 5:20, Lap 2 1.0 km 5:15 Total 2.0 km 10:35").entries
    assert (entry.distance_m, entry.duration_s) == (2000, 635)


@pytest.mark.parametrize(
    "words", ["ran 40 km last week in total", "30 miles this month altogether", "60k total this year"]
)
def test_what_weeks_come_to_is_no_log(words: str) -> None:
    assert not reading_of(words).entries


@pytest.mark.parametrize("words", ["strength mon & tue 20 min each", "Strength mon and tue, 20 mins each"])
def test_figures_told_after_the_second_day_hold_for_both(words: str) -> None:
    entries = reading_of(words).entries
    assert [(entry.kind, entry.date.day, entry.duration_s) for entry in entries] == [
        (Activity.STRENGTH, 30, 1200),
        (Activity.STRENGTH, 1, 1200),
    ]


@pytest.mark.parametrize(
    ("words", "gone", "told"),
    [
        ("delete the 10k. ran 8k", 10_000, [8000]),
        ("delete the 10k, ran 8k", 10_000, [8000]),
        ("ran 10k, delete the 8k from yesterday", 8000, [10_000]),
        ("delete the 10k i ran on monday", 10_000, []),
        ("delete the 10k and the 8k", 10_000, []),
    ],
)
def test_a_deed_beside_a_deletion_is_told_and_does_not_say_which_is_meant(
    words: str, gone: int, told: list[int]
) -> None:
    deletion = deletion_in(words, TODAY)
    assert deletion is not None
    assert deletion.target.metres == gone
    assert [entry.distance_m for entry in reading_of(words).entries] == told


@pytest.mark.parametrize("words", ["my watch died at 3k", "phone fell out at 2 km"])
def test_a_place_on_the_way_is_no_distance(words: str) -> None:
    assert not reading_of(words).entries


@pytest.mark.parametrize("words", ["so proud of my sister, 2h10 half!", "congrats to my brother, 45:10 for 10k"])
def test_what_somebody_else_did_is_no_log(words: str) -> None:
    assert not reading_of(words).entries


def test_metres_of_climbing_are_no_distance() -> None:
    (entry,) = reading_of("trail run 1h20 with 350m of climbing").entries
    assert (entry.distance_m, entry.duration_s) == (None, 4800)


def test_a_day_may_stand_between_an_ache_and_its_level() -> None:
    (entry,) = reading_of("achilles stiff this morning 3/10, ran 20 min anyway").entries
    assert entry.pain is not None
    assert (entry.pain.area, entry.pain.level, entry.rpe) == ("achilles", 3, None)
