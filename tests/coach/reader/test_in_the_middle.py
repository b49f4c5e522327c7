"""What a part of a run was, and what lay between repeats, is neither how long it took nor another activity."""

import pytest

from coach.history import Status
from coach.reader import read
from coach.reading import Activity
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("8k with 20 min tempo in the middle", 8000, None),
        ("8k in 41 with 20 min tempo in the middle", 8000, 2460),
        ("10k with 20 min at threshold in the middle, 52:30", 10000, 3150),
        ("20 min tempo in the middle of 8k", 8000, None),
        ("8k in 40 min", 8000, 2400),
        ("8k in 40 min in the middle of the night", 8000, 2400),
    ],
)
def test_a_tempo_in_the_middle_is_not_how_long_it_took(text: str, metres: int, seconds: int | None) -> None:
    reading = read(text, TODAY)
    (entry,) = reading.entries
    assert (entry.distance_m, entry.duration_s) == (metres, seconds)
    assert reading.question is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5x400m with a min walk between", Activity.RUN),
        ("5 x 400m with a minute walk between", Activity.RUN),
        ("6x400 with 1 min walk between", Activity.RUN),
        ("5x400 and walk 30 min", Activity.WALK),
    ],
)
def test_a_walk_between_repeats_is_no_walk(text: str, kind: Activity) -> None:
    assert [entry.kind for entry in read(text, TODAY).entries] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "today i cant", "today i can't, work is mad", "yesterday i couldn't", "couldn't do it today sorry",
        "couldn't do it today sorry. Grandchildren", "can't do it today sorry",
    ],
)  # fmt: skip
def test_a_day_named_first_or_an_apology_behind_is_a_skip(text: str) -> None:
    assert [entry.status for entry in read(text, TODAY).entries] == [Status.SKIPPED]


@pytest.mark.parametrize(
    "text", ["today i cant wait to run", "today i can", "today i can't stop smiling", "sorry i can't say"]
)
def test_what_else_cannot_be_is_no_skip(text: str) -> None:
    assert read(text, TODAY).entries == ()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("knee bit better. maybe 2", 2),
        ("knee better. 1", 1),
        ("knee better. 2/10", 2),
        ("knee better today. 2/10", 2),
        ("knee better. 5k in 30", 0),
        ("ran 5k in 30, knee better. 5", 0),
    ],
)
def test_a_figure_behind_a_knee_that_is_better_is_its_level(text: str, level: int) -> None:
    reading = read(text, TODAY)
    pain = reading.pain or reading.entries[0].pain
    assert pain is not None
    assert pain.level == level


@pytest.mark.parametrize(
    ("text", "symptoms"),
    [
        ("throat hurts, should i train?", ("above_neck",)),
        ("runny nose, can i run?", ("above_neck",)),
        ("should i train with a cold?", ()),
        ("my period started, feeling rough", ()),
        ("on my period and not feeling well", ()),
        ("period pains, feel rough", ()),
        ("my period started, sore throat too", ("above_neck",)),
        ("feeling rough after a period of stress", ("above_neck",)),
        ("feeling rough", ("above_neck",)),
    ],
)
def test_an_illness_is_what_somebody_has_and_no_period_and_no_question(text: str, symptoms: tuple[str, ...]) -> None:
    reading = read(text, TODAY)
    assert reading.symptoms == symptoms
    assert reading.question is None
