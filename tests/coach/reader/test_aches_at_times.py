"""An ache told in words alone has no level yet; one that comes and goes is a worry and no report."""

import pytest

from coach.reader.habits import ache_at_times
from tests.coach.reader.cases import TODAY, reading_of


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("knees get sore sometimes", "knee"),
        ("my knee sometimes hurts on long runs", "knee"),
        ("shins hurt whenever i run fast", "shin"),
        ("my calf tends to get tight", "calf"),
        ("back aches from time to time", "back"),
    ],
)
def test_an_ache_that_comes_and_goes_is_no_report(text: str, area: str) -> None:
    assert reading_of(text).pain is None
    assert ache_at_times(text, TODAY) == area


@pytest.mark.parametrize("text", ["knee hurts", "ran 5k, knee sore", "sometimes i run", "it rains sometimes"])
def test_an_ache_of_now_or_none_at_all_does_not_come_and_go(text: str) -> None:
    assert ache_at_times(text, TODAY) is None


def test_a_figure_makes_a_report_of_it() -> None:
    pain = reading_of("knee 4/10, sometimes worse").pain
    assert pain is not None
    assert (pain.area, pain.level) == ("knee", 4)


@pytest.mark.parametrize("text", ["achilles is a bit tight", "sore knee", "hip niggle again"])
def test_an_ache_in_words_alone_is_asked_about(text: str) -> None:
    question = reading_of(text).question
    assert question is not None
    assert question.key == "ask.pain_level"


@pytest.mark.parametrize("text", ["ran 5k, calf a bit tight", "knee 2/10", "no pain"])
def test_beside_a_run_or_with_a_figure_nothing_is_asked(text: str) -> None:
    assert reading_of(text).question is None


@pytest.mark.parametrize("text", ["felt awful", "ran 5k, felt awful", "felt terrible today, 5k in 33"])
def test_a_mood_is_no_effort(text: str) -> None:
    assert [entry.rpe for entry in reading_of(text).entries] in ([], [None])
