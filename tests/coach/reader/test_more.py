"""What came on top counts, a sum counts once, and a message that puts itself right tells one activity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.units import MILE
from tests.coach.reader.cases import TODAY, reading_of
from tests.depth import examples

KILOMETRES = st.integers(2, 30)
MINUTES = st.integers(10, 90)
ADDED = st.sampled_from(["but added {} more", "then tacked on another {}", ", threw in an extra {}"])
REPAIRED = st.sampled_from(
    [", sorry, ", " no wait ", ". Correction: ", " i mean ", ", actually ", "... scratch that, "]
)


def facts(text: str) -> list[tuple[int | None, int | None]]:
    return [(entry.distance_m, entry.duration_s) for entry in reading_of(text).entries]


@given(planned=KILOMETRES, more=st.integers(1, 8), added=ADDED, unit=st.sampled_from(["", "k", " km"]))
@examples(80)
def test_what_was_added_counts_on_top(planned: int, more: int, added: str, unit: str) -> None:
    assert facts(f"ran the planned {planned}k {added.format(f'{more}{unit}')}") == [(1000 * (planned + more), None)]


@given(planned=MINUTES, more=st.integers(5, 30), added=ADDED)
@examples(60)
def test_minutes_that_were_added_count_on_top(planned: int, more: int, added: str) -> None:
    assert facts(f"did the {planned} min run {added.format(more)}") == [(None, 60 * (planned + more))]


@pytest.mark.parametrize("text", ["added 5 kg to my squats", "added 2 hills to it, ran 5k", "adding you to the group"])
def test_what_was_added_to_something_else_is_no_distance(text: str) -> None:
    assert facts(text) in ([], [(5000, None)])


@given(first=KILOMETRES, second=KILOMETRES, repaired=REPAIRED)
@examples(80)
def test_a_distance_put_right_in_the_same_message_is_the_one_that_counts(
    first: int, second: int, repaired: str
) -> None:
    assert facts(f"ran {first}k{repaired}{second}k") == [(1000 * second, None)]


@given(first=MINUTES, second=MINUTES, repaired=REPAIRED)
@examples(60)
def test_a_time_put_right_in_the_same_message_is_the_one_that_counts(first: int, second: int, repaired: str) -> None:
    assert facts(f"walked {first} min{repaired}{second} min") == [(None, 60 * second)]


def test_a_day_put_right_in_the_same_message_is_the_one_that_counts() -> None:
    (entry,) = reading_of("ran 5k yesterday, sorry, monday").entries
    assert (TODAY - entry.date).days == 2


@given(wrong=MINUTES, right=MINUTES)
@examples(40)
def test_of_not_this_but_that_the_second_counts_in_the_unit_of_the_first(wrong: int, right: int) -> None:
    assert facts(f"ran not {wrong} minutes but {right}") == [(None, 60 * right)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2k wu, 20 min tempo, 2k cd. 9.4k total in 51:30", [(9400, 3090)]),
        ("3k easy, 5k tempo, 2k easy, total 10k, 55 min", [(10000, 3300)]),
        ("ran 5k with Anna, 6k total with the warmup", [(6000, None)]),
        ("6 x 400m, making 7 miles altogether", [(round(7 * MILE), None)]),
    ],
)
def test_the_total_stands_for_its_parts(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize("thousands", range(2, 22, 3))
def test_thousands_may_stand_apart(thousands: int) -> None:
    assert facts(f"ran {thousands} 000 m") == [(1000 * thousands, None)]


@given(hours=st.integers(1, 4), minutes=st.integers(1, 59), unit=st.sampled_from(["h", "hr", "hour", "hrs"]))
@examples(60)
def test_minutes_behind_hours_need_no_unit(hours: int, minutes: int, unit: str) -> None:
    assert facts(f"run {hours} {unit} {minutes}") == [(None, 3600 * hours + 60 * minutes)]


@given(minutes=st.integers(3, 12), seconds=st.integers(1, 59))
@examples(60)
def test_two_decimals_of_a_pace_are_seconds(minutes: int, seconds: int) -> None:
    for pace in (f"pace {minutes}.{seconds:02}", f"at {minutes} min {seconds:02} per km"):
        assert facts(f"run 10 km, {pace}") == [(10000, 10 * (60 * minutes + seconds))]


@given(wrong=st.integers(1, 10), right=st.integers(1, 10))
@examples(40)
def test_a_bare_figure_puts_right_what_stood_before_it_in_its_unit(wrong: int, right: int) -> None:
    (entry,) = reading_of(f"ran 5k, rpe {wrong}, sorry {right}").entries
    assert (entry.distance_m, entry.rpe) == (5000, right)


@pytest.mark.parametrize(
    ("text", "day", "question"),
    [
        ("01.12. 5 km", 1, None),
        ("5.11. 8k in 50 min", 27, None),
        ("8k, 5.11.", 0, "ask.which_day"),
        ("run 5k on 32 december", 0, "ask.which_day"),
        ("gestern 5 km", 1, None),
        ("am montag 5 km", 2, None),
        ("this time last week i did 6 km", 7, None),
    ],
)
def test_days_are_read_or_asked_for(text: str, day: int, question: str | None) -> None:
    reading = reading_of(text)
    (entry,) = reading.entries
    assert (TODAY - entry.date).days == day
    assert (reading.question and reading.question.key) == question


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("twisted my ankle on a root. 4/10. hobbled home", 4),
        ("pain in the ankle level 3", 3),
        ("ankle pain, level 7", 7),
    ],
)
def test_a_figure_of_a_pain_may_stand_apart_from_it(text: str, level: int) -> None:
    reading = reading_of(text)
    pain = reading.entries[0].pain if reading.entries else reading.pain
    assert pain is not None
    assert (pain.area, pain.level) == ("ankle", level)


@given(minutes=MINUTES, whole=st.sampled_from(["whole", "full", "solid", "good"]))
@examples(30)
def test_minutes_may_be_whole_or_full(minutes: int, whole: str) -> None:
    assert facts(f"i just ran {minutes} {whole} minutes!!!") == [(None, 60 * minutes)]


@pytest.mark.parametrize(
    ("text", "kilograms"), [("weight: 68 → 67.4", 67.4), ("weight 82 to 81.5", 81.5), ("weight 71, sorry 70.4", 70.4)]
)
def test_of_two_weights_the_later_counts(text: str, kilograms: float) -> None:
    assert reading_of(text).measurements == {"weight_kg": kilograms}


@pytest.mark.parametrize("text", ["waist is 2cm smaller!", "hips 3 cm less", "thigh 1 cm down"])
def test_a_change_of_a_girth_is_no_girth(text: str) -> None:
    assert not reading_of(text).measurements
