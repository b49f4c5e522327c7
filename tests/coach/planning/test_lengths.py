"""Sessions last whole fives where limits leave room, and rounding never makes a week longer than it was wished."""

from hypothesis import given
from hypothesis import strategies as st

from coach.planning import plan
from coach.planning.lengths import STEP, even, even_up, evened
from coach.session import SessionKind
from tests.builders import MONDAY, a_beginner, a_result, an_athlete, limits
from tests.depth import examples

wishes = st.dictionaries(st.integers(0, 6), st.floats(10, 150), min_size=1, max_size=6)


def test_a_familiar_length_is_a_five_at_or_below() -> None:
    assert [even(minutes) for minutes in (10, 14.9, 15, 33.8, 59.999_999_9)] == [10, 10, 15, 30, 60]


def test_under_ten_minutes_every_minute_counts() -> None:
    assert [even(minutes) for minutes in (9.9, 7, 0.5)] == [9, 7, 0]


def test_the_next_familiar_length_is_a_five_at_or_above() -> None:
    assert [even_up(minutes) for minutes in (10, 11, 30.000_000_1, 31)] == [10, 15, 30, 35]


def test_what_rounding_takes_off_goes_where_most_was_lost() -> None:
    assert evened({0: 33.0, 2: 34.0, 4: 34.5}, {0: 60.0, 2: 60.0, 4: 60.0}) == {0: 30, 2: 35, 4: 35}


def test_a_day_without_room_gets_nothing_back() -> None:
    assert evened({0: 34.0, 2: 34.0}, {0: 34.0, 2: 60.0}) == {0: 30, 2: 35}


@examples(60)
@given(sizes=wishes)
def test_rounded_lengths_are_together_no_longer_than_wished(sizes: dict[int, float]) -> None:
    lengths = evened(sizes, dict.fromkeys(sizes, 180.0))
    assert sum(lengths.values()) <= sum(sizes.values()) + 1e-3
    assert sum(sizes.values()) - sum(lengths.values()) < STEP + 1e-3
    assert all(length % STEP == 0 for length in lengths.values())


def odd_lengths(weeks: int, **fields: object) -> list[int]:
    """The lengths of a plan's runs and walks that are no fives, ladder and race left out."""
    made = plan(an_athlete(weeks=weeks, **fields), (), MONDAY)
    left_out = {SessionKind.RUN_WALK, SessionKind.RACE}
    return [s.minutes for w in made.weeks for s in w.sessions if s.minutes % STEP and s.kind not in left_out]


def test_a_runner_with_room_gets_nothing_but_fives() -> None:
    assert odd_lengths(16) == []
    assert odd_lengths(16, recent_race=a_result(), max_minutes=limits(90, 150)) == []


def test_a_short_longest_run_still_grows() -> None:
    made = plan(an_athlete(weeks=8, weekly_distance_m=12_000, longest_run_m=4_000), (), MONDAY)
    longest = [max(s.minutes for s in w.sessions if s.kind is SessionKind.LONG_RUN) for w in made.weeks]
    assert max(longest) > longest[0]


def test_strength_walks_and_rides_last_whole_fives() -> None:
    made = plan(a_beginner(weeks=12), (), MONDAY)
    quiet = {SessionKind.STRENGTH, SessionKind.RECOVERY_WALK, SessionKind.CROSS_TRAINING}
    assert {s.minutes % STEP for w in made.weeks for s in w.sessions if s.kind in quiet} == {0}
