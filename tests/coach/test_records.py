"""What nobody has ever run cannot be true, whatever the distance."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from coach.records import RECORDS, record_speed


def test_a_record_holds_from_its_distance_to_the_next() -> None:
    for (metres, speed), (farther, _) in itertools.pairwise(RECORDS):
        assert record_speed(metres) == record_speed(farther - 1) == speed


@given(st.integers(0, 300_000), st.integers(0, 100_000))
def test_nobody_is_faster_over_more(metres: int, more: int) -> None:
    assert record_speed(metres + more) <= record_speed(metres)
