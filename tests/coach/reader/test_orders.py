"""The parts of a log may come in any order, with any mark between them."""

import itertools

import pytest

from coach.history import Pain
from tests.coach.reader.cases import reading_of

PARTS = ("ran 5k", "31:20", "rpe 6", "hr 150", "left knee 2/10")
MARKS = (", ", "; ", "\n", " - ", " / ", " | ", ". ")


def facts(text: str) -> list[tuple[object, ...]]:
    entries = reading_of(text).entries
    return [(e.kind, e.distance_m, e.duration_s, e.rpe, e.avg_hr, e.pain) for e in entries]


@pytest.mark.parametrize("mark", [*MARKS, " "])
def test_every_order_of_the_parts_of_a_run_says_the_same(mark: str) -> None:
    expected = [("run", 5000, 1880, 6, 150, Pain("knee", 2))]
    wrong = [order for order in itertools.permutations(PARTS) if facts(mark.join(order)) != expected]
    assert wrong == []


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "parts",
    [
        ("5 km", "30 min", "8/10", "knee pain 3"),
        ("10 km", "avg pace 6:00/km", "effort 4", "calves sore 2/10"),
        ("yesterday", "ran 8 km", "in 48 minutes", "felt hard"),
        ("60 min", "bike", "20 km", "rpe 5"),
        ("parkrun", "27:30", "heart rate 165", "no pain"),
    ],
)
def test_every_order_gives_one_entry_with_the_same_facts(parts: tuple[str, ...], mark: str) -> None:
    expected = facts(", ".join(parts))
    assert len(expected) == 1
    wrong = [order for order in itertools.permutations(parts) if facts(mark.join(order)) != expected]
    assert wrong == []
