"""One run told stretch by stretch is one run, and as long as all of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.reading import Activity
from tests.coach.reader.cases import reading_of
from tests.depth import examples


def told(text: str) -> list[tuple[Activity | None, int | None, int | None]]:
    """Kind, metres and seconds of every entry."""
    return [(one.kind, one.distance_m, one.duration_s) for one in reading_of(text).entries]


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("3km @5:00, 1km @6:30, 3km @5:00", 7000, 2190),
        ("ran 5k at 5:00/km and 2k at 6:00/km", 7000, 2220),
        ("10 min easy + 20 min at 5:30/km + 5 min easy", None, 2100),
        ("ran 20 min and 15 min", None, 2100),
    ],
)
def test_stretches_of_a_run_are_added_up(text: str, metres: int | None, seconds: int) -> None:
    assert told(text) == [(Activity.RUN, metres, seconds)]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(240, 420)), min_size=2, max_size=5))
@examples(40)
def test_stretches_with_their_paces_come_to_their_sum(stretches: list[tuple[int, int]]) -> None:
    text = ", ".join(f"{km} km @ {pace // 60}:{pace % 60:02}/km" for km, pace in stretches)
    metres, seconds = 1000 * sum(km for km, _ in stretches), sum(km * pace for km, pace in stretches)
    assert told(text) == [(Activity.RUN, metres, seconds)]


@pytest.mark.parametrize(
    "text",
    [
        "mon 5k @ 5:00, tue 6k @ 5:30",
        "this morning 5k @ 5:00, tonight 3k @ 6:00",
        "5k 30 min + 3k 20 min",
        "30 min run + 10 min walk",
    ],
)
def test_two_days_two_times_or_two_kinds_stay_two(text: str) -> None:
    assert len(told(text)) == 2


def test_an_effort_of_one_stretch_is_not_that_of_all() -> None:
    (entry,) = reading_of("10 min easy + 20 min at 5:30/km").entries
    assert entry.rpe is None


@pytest.mark.parametrize("text", ["hr at rest 48", "heart rate at rest: 48"])
def test_a_heart_rate_at_rest_is_a_measurement(text: str) -> None:
    assert reading_of(text).measurements == {"resting_hr": 48}


def test_how_somebody_slept_may_stand_before_how_long() -> None:
    reading = reading_of("slept like crap, 5 hrs")
    assert (reading.entries, dict(reading.measurements)) == ((), {"sleep_h": 5})
