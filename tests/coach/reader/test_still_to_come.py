"""What is still to come, and what was left out and then done after all."""

import pytest

from tests.coach.reader.cases import reading_of
from tests.coach.reader.told import told


@pytest.mark.parametrize(
    "text",
    [
        "haven't run yet, going later", "not done it yet", "not run yet today", "going out for 5k in a bit",
        "i'm going out for a 5k later", "maybe 5k tomorrow", "running 10k on sunday with sarah, can't wait",
        "at the start line, 10k, wish me luck", "10k race this sunday!!", "i quit", "quit.",
    ],
)  # fmt: skip
def test_nothing_was_done_or_left_out(text: str) -> None:
    reading = reading_of(text)
    assert (reading.entries, reading.question) == ((), None)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30 min easy, long run tomorrow", 1800), ("kept going for 30 min", 1800), ("did 20 min, the rest later", 1200)],
)
def test_what_was_done_beside_it_is_kept(text: str, seconds: int) -> None:
    assert told(text)[2] == seconds


def test_an_ache_beside_what_is_to_come_is_kept() -> None:
    pain = reading_of("going out for 5k in a bit but my knee hurts 4/10").pain
    assert pain is not None
    assert (pain.area, pain.level) == ("knee", 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no 10k today, did 4k instead, 26 min", ("run", 4000, 1560)),
        ("no time so just did 10 minute walk", ("walk", None, 600)),
        ("didn't have time for the full run so did 20 min", ("run", None, 1200)),
        ("overslept, did 15 min", (None, None, 900)),
        ("the 8k replaced the walk", ("run", 8000, None)),
        ("swapped the run for a 30 min swim", ("swimming", None, 1800)),
    ],
)
def test_what_was_done_after_all_was_not_left_out(
    text: str, expected: tuple[str | None, int | None, int | None]
) -> None:
    assert told(text) == expected


def test_something_else_instead_leaves_the_run_left_out() -> None:
    entries = reading_of("no 5k today, walked 30 min instead").entries
    assert [(str(entry.status), str(entry.kind)) for entry in entries] == [("skipped", "run"), ("done", "walk")]


@pytest.mark.parametrize("text", ["skipped the run, no time", "no run today, knackered", "quit after 3k"])
def test_what_was_left_out_or_begun_stays_so(text: str) -> None:
    assert str(reading_of(text).entries[0].status) in {"skipped", "partial"}


@pytest.mark.parametrize(
    "text",
    [
        "swap my 5k run to friday",
        "let's do a 5k",
        "still need to do my 5k",
        "Next up: 10k on sunday",
        "nervous about my 10k on sunday",
        "plan for today: 8k easy",
        "the 5k can wait until friday",
        "let's go for a 5k",
        "plan for today: get 5k done",
        "plan is to get 5k done",
        "saw a guy run 5k in 16 min",
    ],
)
def test_what_is_planned_swapped_or_feared_is_no_log(text: str) -> None:
    assert reading_of(text).entries == ()


@pytest.mark.parametrize(
    "text",
    [
        "let's gooo 5k in 29:50",
        "Let's go! 5k in 29:50",
        "was nervous about it, but ran 5k in 29:50",
        "ran 5k in 29:50, next up strength",
        "nervous about my first 5k but finished in 29:50",
        "plan for today: 5k in 29:50, done",
        "i live by the sea so ran 5k on the beach, 29:50",
        "gym opens late so ran 5k in 29:50",
        "saw a girl I know on my 5k, 29:50",
        "saw someone fall, ran 5k in 29:50",
        "ran 5k in 29:50 while the kids were at school",
        "swapped my swim for a run, 5k in 29:50",
    ],
)
def test_a_run_told_beside_such_words_counts(text: str) -> None:
    (entry,) = reading_of(text).entries
    assert (entry.distance_m, entry.duration_s) == (5000, 1790)
