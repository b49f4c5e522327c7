"""The last cuts: sessions become shorter or longer by minutes people know until every limit is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan import Phase
from coach.planning.athlete import read_athlete
from coach.planning.draft import Draft, always_allowed, frame_of
from coach.planning.sizing import (
    LEAST,
    drop_to,
    grow_to,
    keep_long_share,
    keep_run_limit,
    make,
    resize,
    shrink_to,
    total,
)
from coach.session import SessionKind
from tests.builders import MONDAY, an_athlete

K = SessionKind
DAY = MONDAY.toordinal()
FRAME = frame_of(read_athlete(an_athlete()), Phase.BUILD, 3)
EASY = FRAME.athlete.easy


def made(*sessions: tuple[SessionKind, int]) -> list[Draft]:
    """Drafts on days in a row, made."""
    drafts = [Draft(DAY + day, kind, minutes, work_s=720) for day, (kind, minutes) in enumerate(sessions)]
    for draft in drafts:
        make(draft, FRAME)
    return drafts


def minutes(drafts: list[Draft]) -> list[int]:
    return [draft.minutes for draft in drafts]


def test_making_twice_makes_the_session_once() -> None:
    (draft,) = made((K.EASY_RUN, 30))
    session = draft.session
    make(draft, FRAME)
    assert draft.session is session


def test_another_length_is_another_session() -> None:
    (draft,) = made((K.EASY_RUN, 30))
    resize(draft, 40, FRAME)
    assert draft.session is not None
    assert draft.session.minutes == draft.minutes == 40


def test_the_metres_of_a_week_leave_strength_and_drafts_not_made_out() -> None:
    drafts = made((K.EASY_RUN, 30), (K.STRENGTH, 30))
    drafts.append(Draft(DAY + 5, K.EASY_RUN, 60))
    assert total(drafts) == drafts[0].metres


@given(lengths=st.lists(st.integers(LEAST, 120), min_size=1, max_size=6), share=st.floats(0.3, 1.0, allow_nan=False))
def test_shrinking_keeps_the_limit_or_ends_at_the_shortest_sessions(lengths: list[int], share: float) -> None:
    drafts = made(*[(K.EASY_RUN, length) for length in lengths])
    most = share * total(drafts)
    shrink_to(drafts, most, FRAME)
    assert total(drafts) <= most or all(draft.minutes <= LEAST for draft in drafts)
    assert all(draft.minutes <= before for draft, before in zip(drafts, lengths, strict=True))


def test_shrinking_takes_from_the_longest_and_leaves_hard_runs() -> None:
    drafts = made((K.LONG_RUN, 80), (K.TEMPO_RUN, 45), (K.EASY_RUN, 30))
    shrink_to(drafts, total(drafts) - 10 * EASY, FRAME)
    assert minutes(drafts) == [70, 45, 30]


def test_nothing_shrinks_within_its_limit() -> None:
    drafts = made((K.LONG_RUN, 80), (K.EASY_RUN, 30))
    shrink_to(drafts, total(drafts), FRAME)
    assert minutes(drafts) == [80, 30]


def test_where_short_sessions_are_too_much_walks_go_first_and_then_the_latest() -> None:
    drafts = made((K.EASY_RUN, 20), (K.RECOVERY_WALK, 20), (K.EASY_RUN, 20), (K.STRENGTH, 20))
    drop_to(drafts, 21 * EASY)
    assert [(draft.day - DAY, draft.kind) for draft in drafts] == [(0, K.EASY_RUN), (3, K.STRENGTH)]


def test_growing_reaches_what_is_wanted_and_no_day_passes_its_room() -> None:
    drafts = made((K.EASY_RUN, 30), (K.EASY_RUN, 40), (K.LONG_RUN, 60))
    rooms = {id(draft): 60 for draft in drafts}
    least = total(drafts) + 20 * EASY
    grow_to(drafts, least, least + 10 * EASY, rooms, FRAME)
    assert least <= total(drafts) <= least + 10 * EASY
    assert all(draft.minutes <= 60 for draft in drafts)


def test_growing_ends_where_no_day_has_room() -> None:
    drafts = made((K.EASY_RUN, 30))
    grow_to(drafts, 100_000, 100_000, {id(drafts[0]): 35}, FRAME)
    assert minutes(drafts) == [35]


@pytest.mark.parametrize("limit", [3000, 5000, 8000])
def test_a_run_becomes_no_longer_than_its_limit_but_for_thirty_easy_minutes(limit: int) -> None:
    (draft,) = made((K.EASY_RUN, 90))
    keep_run_limit(draft, limit, FRAME)
    assert draft.metres <= limit or draft.minutes == 30


def test_a_long_run_with_others_keeps_its_share_and_the_others_stay() -> None:
    drafts = made((K.EASY_RUN, 40), (K.EASY_RUN, 40), (K.EASY_RUN, 40), (K.LONG_RUN, 120))
    keep_long_share(drafts, 0.0, 0, FRAME)
    assert drafts[-1].metres <= 0.4 * total(drafts)
    assert minutes(drafts)[:3] == [40, 40, 40]


def test_what_was_done_counts_for_the_share_of_the_long_run() -> None:
    alone, done = (made((K.EASY_RUN, 40), (K.EASY_RUN, 40), (K.LONG_RUN, 120)) for _ in range(2))
    keep_long_share(alone, 0.0, 0, FRAME)
    keep_long_share(done, 10_000.0, 1, FRAME)
    assert alone[-1].minutes < done[-1].minutes


@pytest.mark.parametrize(
    ("sessions", "allowed"),
    [
        ([(K.RUN_WALK, 30)] * 3 + [(K.RECOVERY_WALK, 30)], True),
        ([(K.RUN_WALK, 30)] * 4, False),
        ([(K.RECOVERY_WALK, 30)] * 5, True),
        ([(K.RECOVERY_WALK, 30)] * 6, False),
        ([(K.RUN_WALK, 31)], False),
    ],
    ids=["three and a walk", "four", "five walks", "six walks", "31 minutes"],
)
def test_three_half_hours_and_a_walk_are_always_allowed(
    sessions: list[tuple[SessionKind, int]], *, allowed: bool
) -> None:
    assert always_allowed([Draft(DAY + n, kind, m) for n, (kind, m) in enumerate(sessions)], ()) is allowed
