"""A session that is denied was left out, however it is named; nothing of it is ever logged as done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Status
from tests.coach.reader.cases import reading_of
from tests.depth import examples

DENIALS = st.sampled_from(
    [
        "didn't do", "did not do", "couldn't do", "could not manage", "haven't done", "was unable to do",
        "wasn't able to do", "wasn't up to", "too tired for", "too busy for", "did none of", "missed", "skipped",
    ]
)  # fmt: skip
DAYS = {
    "my": 2, "the": 2, "today's": 2, "this morning's": 2, "yesterday's": 1, "last night's": 1, "monday's": 30,
    "my monday": 30,
}  # fmt: skip
SESSIONS = {
    "run": "run", "long run": "run", "swim": "swimming", "walk": "walk", "strength session": "strength",
    "bike ride": "cycling", "workout": None, "session": None,
}  # fmt: skip
FIGURES = st.sampled_from(["5k", "30 min run", "10 km", "45 minute run", "3 mile run"])
ENDS = st.sampled_from(["", ".", ", too hot", " because of work", ", sorry"])


@given(denial=DENIALS, whose=st.sampled_from(sorted(DAYS)), session=st.sampled_from(sorted(SESSIONS)), end=ENDS)
@examples(150)
def test_a_session_that_is_denied_was_left_out_on_its_day(denial: str, whose: str, session: str, end: str) -> None:
    (entry,) = reading_of(f"{denial} {whose} {session}{end}").entries
    assert (entry.status, entry.date.day) == (Status.SKIPPED, DAYS[whose])
    assert (entry.kind and str(entry.kind)) == SESSIONS[session]


@given(denial=DENIALS, whose=st.sampled_from(sorted(DAYS)), figure=FIGURES, end=ENDS)
@examples(150)
def test_so_was_one_that_goes_by_its_figure(denial: str, whose: str, figure: str, end: str) -> None:
    (entry,) = reading_of(f"{denial} {whose} {figure}{end}").entries
    assert (entry.status, entry.date.day) == (Status.SKIPPED, DAYS[whose])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("couldn't do the 5k, only 3k", [3000]),
        ("couldn't do the 5k but did 3k", [3000]),
        ("didn't do my 10k yesterday, did 4k today", [4000]),
        ("didn't do my run, did 3k instead", [3000]),
        ("couldn't do the 5k in under 30 min, 31:20", [5000]),
        ("not 5k but 6k", [6000]),
        ("didn't do the 5k i did 6k", [6000]),
    ],
)
def test_what_was_done_in_its_place_counts(text: str, expected: list[int]) -> None:
    assert [entry.distance_m for entry in reading_of(text).entries if entry.status is not Status.SKIPPED] == expected


@pytest.mark.parametrize("text", ["no 5k today", "no 30 min run today", "no 5k today sorry"])
def test_no_session_of_a_figure_today_is_one_left_out(text: str) -> None:
    assert [entry.status for entry in reading_of(text).entries] == [Status.SKIPPED]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("couldn't run so did squats 3x12", "strength", (None, 1)),
        ("too dark to run so 30 squats", "strength", (None, 1)),
        ("couldn't run so did 20 min yoga", "other", (1200, 0)),
    ],
)
def test_what_was_done_instead_is_a_deed_of_its_own(text: str, kind: str, told: tuple[int | None, int]) -> None:
    skipped, done = reading_of(text).entries
    assert (skipped.status, skipped.kind, skipped.duration_s, skipped.exercises) == (Status.SKIPPED, "run", None, ())
    assert (done.status, done.kind, (done.duration_s, len(done.exercises))) == (Status.DONE, kind, told)


@pytest.mark.parametrize("text", ["havent done my 5k yet", "haven't done my 30 min yet", "not run 5k in 30 yet"])
def test_what_is_still_to_be_done_is_no_log(text: str) -> None:
    assert reading_of(text).entries == ()


@pytest.mark.parametrize("text", ["can't do a 5k", "I couldn't run a 10k", "never did a 5k"])
def test_what_one_cannot_do_is_no_log(text: str) -> None:
    assert [entry for entry in reading_of(text).entries if entry.status is Status.DONE] == []
