"""When somebody left and was back, or went to bed and got up, is how long it took."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coach.reader.cases import reading_of
from tests.depth import examples

DAY = 24 * 60
LEAVING = st.sampled_from(["left at", "out the door at", "set off at", "started at", "headed out at"])
BACK = st.sampled_from(["back at", "home by", "done by", "finished at", "got back at"])


def of_24_hours(moment: int) -> str:
    return f"{moment // 60 % 24}:{moment % 60:02}"


@given(start=st.integers(0, DAY - 1), minutes=st.integers(5, 8 * 60), leaving=LEAVING, back=BACK)
@examples(100)
def test_what_lies_between_leaving_and_being_back_is_how_long_it_took(
    start: int, minutes: int, leaving: str, back: str
) -> None:
    text = f"{leaving} {of_24_hours(start)}, walked, {back} {of_24_hours(start + minutes)}"
    assert [entry.duration_s for entry in reading_of(text).entries] == [60 * minutes]


@given(up=st.integers(4 * 60, 10 * 60), minutes=st.integers(3 * 60, 11 * 60))
@examples(60)
def test_what_lies_between_bed_and_getting_up_is_sleep(up: int, minutes: int) -> None:
    reading = reading_of(f"in bed at {of_24_hours(up - minutes + DAY)}, up at {of_24_hours(up)}")
    assert not reading.entries
    assert reading.measurements["sleep_h"] == pytest.approx(minutes / 60, abs=0.01)


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("out the door at 5:45, 8k done by 6:35", 8000, 3000),
        ("left at 7, back at 7:40, 6 km", 6000, 2400),
        ("7am - 7.45am run, 7.2 km", 7200, 2700),
        ("ran 6-7pm, 10k", 10000, 3600),
        ("ran 4k between 12 and 12:30 on my lunch break", 4000, 1800),
        ("left at 7, back at 8, 10k, moving time 52:10", 10000, 3130),
    ],
)
def test_times_of_day_in_pairs_are_a_duration_that_a_told_one_outdoes(text: str, metres: int, seconds: int) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s) == (metres, seconds)


@pytest.mark.parametrize(
    "text",
    ["up at 5, 6k in the bag", "woke 6:15, ran 6k", "6k done by 7", "ran 6k, back at 8:30", "off at 6.30 for a 6k run"],
)
def test_one_time_of_day_alone_is_no_duration(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s) == (6000, None)


@pytest.mark.parametrize(
    ("text", "seconds"), [("8k between 5:00 and 5:30 pace", None), ("came back at 5:30 pace, 6k", 1980)]
)
def test_paces_are_no_times_of_day(text: str, seconds: int | None) -> None:
    (entry,) = reading_of(text).entries
    assert seconds is None or entry.duration_s == seconds
    assert entry.duration_s != 1800
