"""What was begun and given up is partly done; what was given up before it began is skipped."""

import pytest

from coach.history import Status
from tests.coach.reader.cases import reading_of


@pytest.mark.parametrize(
    "words",
    ["had to bin the intervals after two reps", "binned the intervals after 2 reps", "binned the run halfway",
     "gave up on the intervals after three reps", "bailed on the intervals after 3 of 6", "scrapped the tempo after 4k",
     "gave up on the hills after 4 of 6", "stopped the intervals after two", "quit the intervals after rep 3",
     "packed in the intervals after 4", "bailed on the long run half way", "had to ditch the long run after 20 min"],
)  # fmt: skip
def test_what_was_given_up_on_the_way_is_partly_done(words: str) -> None:
    reading = reading_of(words)
    assert [entry.status for entry in reading.entries] == [Status.PARTIAL]
    assert reading.question is None


@pytest.mark.parametrize(
    ("words", "metres", "seconds"),
    [("abandoned the tempo after 10 minutes", None, 600), ("scrapped the tempo after 4k", 4000, None),
     ("cut the long run short after 6k", 6000, None), ("had to cut my tempo short, 15 min", None, 900),
     ("stopped the intervals after two", None, None), ("quit the intervals after rep 3", None, None),
     ("bailed on the intervals after 3 of 6", None, None)],
)  # fmt: skip
def test_how_far_it_went_is_kept_and_repeats_are_no_distance(
    words: str, metres: int | None, seconds: int | None
) -> None:
    (entry,) = reading_of(words).entries
    assert (entry.status, entry.distance_m, entry.duration_s) == (Status.PARTIAL, metres, seconds)


@pytest.mark.parametrize(
    "words",
    ["binned the run", "had to bin the intervals", "binned the run after a bad night", "ditched the run, too tired",
     "ditched the run after 2 hours of sleep", "skipped the run after 2 beers", "gave up on the tempo, no time"],
)  # fmt: skip
def test_what_never_began_is_skipped(words: str) -> None:
    assert [entry.status for entry in reading_of(words).entries] == [Status.SKIPPED]
