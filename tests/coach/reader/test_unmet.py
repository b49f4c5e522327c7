"""What was meant and did not happen is left out; what was done instead is what was done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Reason, Status
from coach.reading import Activity
from tests.coach.reader.cases import reading_of
from tests.depth import examples

MEANT = st.sampled_from(["was supposed to", "meant to", "wanted to", "planned to", "was meant to"])
HINDRANCES = st.sampled_from(["it was -15 and ice everywhere", "the sofa won", "no chance", "life got in the way"])


@given(meant=MEANT, hindrance=HINDRANCES)
@examples(40)
def test_what_was_meant_and_came_to_nothing_is_left_out(meant: str, hindrance: str) -> None:
    (entry,) = reading_of(f"{meant} run but {hindrance}").entries
    assert (entry.status, entry.kind) == (Status.SKIPPED, Activity.RUN)


@given(meant=MEANT, kilometres=st.integers(2, 20))
@examples(40)
def test_what_was_done_in_the_end_is_no_skip(meant: str, kilometres: int) -> None:
    (entry,) = reading_of(f"{meant} run far but did {kilometres}k").entries
    assert (entry.status, entry.distance_m) == (Status.DONE, 1000 * kilometres)


def test_what_stood_in_the_way_is_the_reason() -> None:
    (entry,) = reading_of("wanted to swim but work was mad").entries
    assert (entry.kind, entry.status, entry.reason) == (Activity.SWIMMING, Status.SKIPPED, Reason.BUSY)


@pytest.mark.parametrize("text", ["i wanted to say thanks but forgot", "supposed to run tomorrow but it may rain"])
def test_wishes_of_something_else_are_no_skip(text: str) -> None:
    assert not reading_of(text).entries


@pytest.mark.parametrize("text", ["the podcast was 45 min long", "the film was 2 hours long", "the route is 7 km"])
def test_how_long_things_are_is_no_log(text: str) -> None:
    assert not reading_of(text).entries


def test_company_is_no_somebody_else() -> None:
    (entry,) = reading_of("me and my sister walked 4km in 50 mins").entries
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.WALK, 4000, 3000)


@pytest.mark.parametrize("text", ["i did not go", "i did not do it today"])
def test_a_denied_did_is_no_deed(text: str) -> None:
    assert [entry.status for entry in reading_of(text).entries] == [Status.SKIPPED]


def test_of_two_ways_of_moving_the_denied_one_is_passed_over() -> None:
    assert [entry.kind for entry in reading_of("didn't walk, ran the whole 3k").entries] == [Activity.RUN]


def test_two_days_with_or_were_both_left_out() -> None:
    assert [entry.status for entry in reading_of("didn't run mon or tue").entries] == [Status.SKIPPED] * 2


@pytest.mark.parametrize("text", ["farmer walk 50 m", "farmers carry 3 x 40 m @ 16 kg", "sled push 4x20m"])
def test_what_is_carried_is_strength_without_a_distance(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.kind, entry.distance_m, entry.duration_s) == (Activity.STRENGTH, None, None)
