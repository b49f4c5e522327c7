"""What must not change a reading: case, blanks, signs at the end, pictures, greetings."""

from collections.abc import Callable

import pytest

from coach.reading import Reading
from tests.coach.reader.cases import corpus, reading_of

PHRASES = [(str(case["text"]), str(case.get("units", "km"))) for case in corpus("unseen_runners")[::4]]
CHANGES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "wide blanks": lambda text: text.replace(" ", "  "),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "round quotes": lambda text: text.replace("'", "\u2019"),
    "pictures": lambda text: f"🎉 {text} 💪",
    "a line end": lambda text: f"{text}\n",
    "a greeting": lambda text: f"hi coach! {text}",
    "thanks": lambda text: text if "?" in text else f"{text.rstrip('.!')}. thanks",
    "a full stop": lambda text: text if text[-1] in ".?!" else f"{text}.",
}


def said(reading: Reading) -> tuple[object, ...]:
    """All of a reading but the words themselves."""
    entries = [(e.status, e.kind, e.date, e.distance_m, e.duration_s, e.rpe, e.avg_hr) for e in reading.entries]
    more = [(e.pain, e.exercises, e.reason) for e in reading.entries]
    return entries, more, dict(reading.measurements), reading.pain, reading.symptoms, reading.question


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_how_it_is_written_changes_nothing_of_what_is_read(change: Callable[[str], str]) -> None:
    changed = [
        text for text, units in PHRASES if said(reading_of(text, units)) != said(reading_of(change(text), units))
    ]
    assert changed == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5k 31 min rpe 6", "rpe 6, 31 min, 5k"),
        ("ran 5 km in 31 minutes", "ran 5k in 31 mins"),
        ("ran 3 mi in 31:00", "ran 3 miles in 31 min"),
        ("squats 3x12 @ 20kg", "3x12 squats 20 kg"),
        ("walked 1h 10", "walked 70 min"),
        ("hr 140, ran 5k", "ran 5k hr 140"),
        ("knee 3/10, ran 5k", "ran 5k, knee 3/10"),
    ],
)
def test_order_and_spelling_of_units_change_nothing(one: str, other: str) -> None:
    kinds = [tuple(e.kind or "run" for e in reading_of(text).entries) for text in (one, other)]
    figures = [
        [
            (e.distance_m, round((e.duration_s or 0) / 60), e.rpe, e.avg_hr, e.pain, e.exercises)
            for e in reading_of(text).entries
        ]
        for text in (one, other)
    ]
    assert kinds[0] == kinds[1]
    assert figures[0] == figures[1]
