"""What holds for every text: the reader answers, quickly, and reads its own words back."""

import datetime as dt
import sys
import time
from dataclasses import replace

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from coach.history import Pain, Reason, Status
from coach.profile import DistanceUnit
from coach.reader import read
from coach.reader.format import write
from coach.reader.vocabulary.body import AREAS
from coach.reader.vocabulary.exercises import EXERCISES
from coach.reading import Activity, Exercise, LogEntry
from coach.units import MILE, BeatsPerMinute, Kilograms, Metres, Seconds
from tests.coach.reader.cases import TODAY, corpus
from tests.depth import examples

LONGEST_S = 0.05 if sys.gettrace() is None else 0.4
"""Processor seconds a text may take; counting lines for coverage makes every line dearer."""
WORDS = st.sampled_from([word for case in corpus("corpus") for word in str(case["text"]).split()])
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
    st.text(alphabet="0123456789:/.,x@'\" kmhi-\n", max_size=400),
)
HELD = {"plank", "wall_sit"}
"""Exercises that are counted in seconds: ten of them are ten seconds."""
SPEEDS = {
    Activity.RUN: (1.6, 5.0), Activity.WALK: (0.8, 2.0), Activity.CYCLING: (3.0, 11.0),
    Activity.SWIMMING: (0.5, 1.6), Activity.OTHER: (1.0, 3.0),
}  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> LogEntry:
    """Any entry that can be true."""
    kind = draw(st.sampled_from([*SPEEDS]))
    metres = draw(st.none() | st.integers(400, 40_000))
    low, high = SPEEDS[kind]
    timed = draw(st.booleans()) or metres is None
    seconds = round((metres or 5000) / draw(st.floats(low, high))) if timed else None
    return LogEntry(
        status=draw(st.sampled_from([Status.DONE, Status.PARTIAL])),
        kind=kind,
        date=TODAY - dt.timedelta(days=draw(st.integers(0, 300))),
        distance_m=None if metres is None else Metres(metres),
        duration_s=None if seconds is None else Seconds(seconds),
        rpe=draw(st.none() | st.integers(1, 10)),
        avg_hr=draw(st.none() | st.integers(60, 210).map(BeatsPerMinute)),
        pain=draw(st.none() | pains()),
    )


def pains() -> st.SearchStrategy[Pain]:
    """Pain of any area that the reader names."""
    return st.builds(Pain, st.sampled_from(sorted({*AREAS.values(), "unspecified"})), st.integers(0, 10))


def exercises() -> st.SearchStrategy[Exercise]:
    """Sets of any exercise that the reader names, by repetitions, or by seconds where it is held."""
    load = st.none() | st.integers(2, 900).map(lambda quarters: Kilograms(quarters / 4))
    counted = st.sampled_from(sorted(set(EXERCISES.values()) - HELD))
    repeated = st.builds(Exercise, counted, st.integers(1, 9), st.integers(1, 30), load_kg=load)
    seconds = st.integers(10, 180).map(Seconds)
    return repeated | st.builds(Exercise, st.sampled_from(sorted(HELD)), st.integers(1, 9), seconds=seconds)


def fastest(text: str, units: DistanceUnit = DistanceUnit.KM) -> float:
    """Processor seconds of the better of three readings, so that a collection of garbage does not count."""
    took = []
    for _ in range(3):
        started = time.process_time()
        read(text, TODAY, units)
        took.append(time.process_time() - started)
    return min(took)


def read_back(entry: LogEntry, units: DistanceUnit, *, decimal_comma: bool) -> tuple[LogEntry, ...]:
    return read(write(entry, units, decimal_comma=decimal_comma), TODAY, units).entries


@given(text=ANY_TEXT, units=st.sampled_from(DistanceUnit))
@examples(100)
def test_every_text_is_read_without_an_error_and_within_fifty_milliseconds(text: str, units: DistanceUnit) -> None:
    assert read(text, TODAY, units).text == text
    assert fastest(text, units) < LONGEST_S


EVERY_SIGN = st.characters(codec=None, exclude_categories=())
"""Every code point there is: unassigned, private and half a surrogate pair too."""


@given(
    text=st.text(EVERY_SIGN, min_size=1, max_size=120), times=st.integers(1, 40), units=st.sampled_from(DistanceUnit)
)
@examples(100)
def test_random_unicode_as_long_as_a_message_can_be_is_read_without_an_error_and_in_time(
    text: str, times: int, units: DistanceUnit
) -> None:
    message = (text * times)[:4096]
    assert read(message, TODAY, units).text == message
    assert fastest(message, units) < LONGEST_S


@given(text=st.text(EVERY_SIGN, max_size=30), entry=st.deferred(entries))
@examples(60)
def test_words_between_signs_of_any_script_are_read_without_an_error(text: str, entry: LogEntry) -> None:
    read(f"{text} {write(entry)}\n{text}", TODAY)


LOCALES = ("en en_GB en_IN de de_CH fr es es_MX it nl pl pt_BR sv fi cs tr ja").split()  # noqa: SIM905 — shorter


@given(
    metres=st.integers(40, 4_200).map(lambda tens: tens * 10),
    locale=st.sampled_from(LOCALES),
    units=st.sampled_from(DistanceUnit),
)
@examples(100)
def test_a_distance_written_as_any_locale_writes_numbers_reads_back(
    metres: int, locale: str, units: DistanceUnit
) -> None:
    """Both decimal marks, whatever the language of the words."""
    unit, factor = ("km", 1000.0) if units is DistanceUnit.KM else ("mi", MILE)
    shown = round(metres / factor, 2)
    (entry,) = read(f"ran {format_decimal(shown, format='0.##', locale=locale)} {unit}", TODAY, units).entries
    assert entry.distance_m == round(shown * factor)


@given(text=ANY_TEXT)
@examples(40)
def test_reading_the_same_text_twice_gives_the_same(text: str) -> None:
    assert read(text, TODAY) == read(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "5k " * 2000, "9" * 4096, "1:2" * 1300, "a" * 4096, "no " * 1300, "3x" * 2000, "," * 4096,
        "5 and a half " * 300,
        "knee 3/10 " * 400, "🏃" * 2000, "\n" * 4096, "ran " * 1000, "1/2" * 1300, "̈" * 4096, "yesterday " * 400,
        "squats 3x12 @ 20kg, " * 200,
        "half an hour and " * 240, "distance\n5 km\n" * 280, "'" * 4096, "ab'" * 1300,
        "qwrtzpsd " * 450, "treadmlil " * 400, "no chest pain, " * 270, "@ at in for " * 340,
        "1 " * 2048, "1 a " * 1000, "one " * 1000, "1-2 " * 1000, "1 1\n" * 1000, "8 x (1 run, " * 340,
        "chest " * 680, "12," * 1300, "1-" * 2000,
        "left at 7 back at 8 " * 200, "added 2 more " * 300, "5k sorry " * 450, "sorry 5 " * 500, "total 5k " * 450,
        "meant to run but " * 240, "not 30 minutes but " * 210, "half, " * 680, "7am - " * 680,
        "out up off back done " * 190,
        "flu " * 1024, "crook " * 680, "chesty cough " * 315, "exam fever " * 370,
        "farmer walk 3 x 40 m @ 16 kg " * 140, "5.11. " * 680, "level 3 " * 500, "1 000 m " * 500, "a 5 " * 1024,
    ],
)  # fmt: skip
def test_texts_made_to_be_slow_are_not(text: str) -> None:
    assert fastest(text) < LONGEST_S


def test_what_was_done_is_read_before_pages_of_numbers() -> None:
    (entry,) = read("ran 5k in 30 min, " + "1 " * 1000, TODAY).entries
    assert (entry.distance_m, entry.duration_s) == (5000, 1800)


@given(entry=entries(), units=st.sampled_from(DistanceUnit), comma=st.booleans())
@examples(80)
def test_an_entry_in_words_reads_back_as_itself(entry: LogEntry, units: DistanceUnit, comma: bool) -> None:  # noqa: FBT001 — drawn
    assert read_back(entry, units, decimal_comma=comma) == (entry,)


@given(done=st.lists(exercises(), min_size=1, max_size=4), units=st.sampled_from(DistanceUnit), comma=st.booleans())
@examples(60)
def test_strength_in_words_reads_back_as_itself(done: list[Exercise], units: DistanceUnit, comma: bool) -> None:  # noqa: FBT001 — drawn
    entry = LogEntry(Status.DONE, Activity.STRENGTH, TODAY, exercises=tuple(done))
    assert read_back(entry, units, decimal_comma=comma) == (entry,)


@pytest.mark.parametrize("seconds", [20, 45, 90])
def test_a_hold_in_words_reads_back_as_itself(seconds: int) -> None:
    hold = Exercise("plank", 3, seconds=Seconds(seconds))
    entry = LogEntry(Status.DONE, Activity.STRENGTH, TODAY, exercises=(hold,))
    assert read_back(entry, DistanceUnit.KM, decimal_comma=False) == (entry,)


@pytest.mark.parametrize("reason", [None, *Reason])
@pytest.mark.parametrize("kind", [None, Activity.RUN, Activity.STRENGTH, Activity.SWIMMING])
def test_a_skip_in_words_reads_back_as_itself(kind: Activity | None, reason: Reason | None) -> None:
    entry = LogEntry(Status.SKIPPED, kind, TODAY - dt.timedelta(days=2), reason=reason)
    assert read_back(entry, DistanceUnit.KM, decimal_comma=False) == (entry,)


@given(entry=entries())
@examples(40)
def test_capitals_and_spaces_change_nothing(entry: LogEntry) -> None:
    words = write(entry)
    plain = read(words, TODAY)
    loud = read("  " + words.upper().replace(" ", "  ") + " \n", TODAY)
    assert replace(loud, text="") == replace(plain, text="")
