"""Clocks of 12 and 24 hours, quiet hours, and a friendly keyboard of clocks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer, Draft, Problem, Question, Situation
from bot.conversations.zone import FEW, ZoneQuestion
from bot.turn import words_of
from bot.words import words_for
from bot.words.dials import hours_of
from bot.words.figures import write_time
from scheduler.quiet import quiet_hours
from storage.tables import Athlete
from tests.bot.conversations.people import NOON as NOW

QUIET, CLOCK = BY_KEY["quiet"], BY_KEY["clock"]


def an_athlete(**fields: object) -> Athlete:
    """Somebody in Berlin."""
    made = {"telegram_id": 1, "chat_id": 1, "zone": "Europe/Berlin", "created_at": NOW, "updated_at": NOW}
    return Athlete(**{**made, **fields})


def answered(question: Question, text: str, athlete: Athlete) -> None:
    """Answer in words."""
    situation = Situation(athlete, NOW)
    given_ = question.read_text(text, situation)
    assert isinstance(given_, Answer), given_
    question.save(given_.value, situation)


@pytest.mark.parametrize(
    ("chosen", "zone", "language", "hours"),
    [
        (None, "Europe/Berlin", "de", 24),
        (None, "Europe/London", "en", 24),
        (None, "America/Chicago", "en", 12),
        (None, "America/Indiana/Knox", "en", 12),
        (None, "America/Toronto", "en", 24),
        (None, None, "en-US", 12),
        (None, None, "en", 24),
        ("12", "Europe/Berlin", "de", 12),
        ("24", "America/Chicago", "en-US", 24),
    ],
)
def test_the_clock_is_the_chosen_one_else_the_usual_one(
    chosen: str | None, zone: str | None, language: str, hours: int
) -> None:
    assert hours_of(chosen, zone, language) == hours


@pytest.mark.parametrize(
    ("clock", "hours", "written"),
    [
        (dt.time(17, 30), 24, "17:30"),
        (dt.time(17, 30), 12, "5:30\u202fPM"),
        (dt.time(7), 24, "07:00"),
        (dt.time(0, 5), 12, "12:05\u202fAM"),
    ],
)
def test_the_time_is_written_by_the_readers_clock(clock: dt.time, hours: int, written: str) -> None:
    assert write_time(clock, "en", hours) == written


def test_an_american_reads_pm_and_can_change_it() -> None:
    ann = an_athlete(zone="America/New_York", prompt_minute=18 * 60)
    assert words_of(ann).write(dt.time(18)) == "6:00\u202fPM"
    answered(CLOCK, "24", ann)
    assert words_of(ann).write(dt.time(18)) == "18:00"
    assert CLOCK.told(ann, words_for()) == "24 hours (17:30)"


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("22:00 to 6:30", 1320, 390),
        ("9 pm - 7 am", 1260, 420),
        ("10-7", 1320, 420),
        ("from 22 until 8", 1320, 480),
        ("between 9pm and 6am", 1260, 360),
        ("midnight to 8", 0, 480),
    ],
)
def test_quiet_hours_are_read_from_words(text: str, begins: int, ends: int) -> None:
    ann = an_athlete()
    answered(QUIET, text, ann)
    assert quiet_hours(ann.quiet_from, ann.quiet_to) == (begins, ends)


@pytest.mark.parametrize("text", ["22:00 to 22:30", "8 to 20:00", "22 to 13:00", "22:00 to 2:00"])
def test_quiet_hours_that_are_none_are_refused_with_what_would_do(text: str) -> None:
    given_ = QUIET.read_text(text, Situation(an_athlete(), NOW))
    assert isinstance(given_, Problem)
    assert given_.phrase.key == "range.quiet"


@pytest.mark.parametrize("text", ["", "never", "22", "to", "a to b", "22:00 to", "5k in 30:00"])
def test_other_words_are_no_quiet_hours(text: str) -> None:
    assert isinstance(QUIET.read_text(text, Situation(an_athlete(), NOW)), Problem)


@given(value=st.text(max_size=12))
def test_a_made_up_tap_sets_no_impossible_hours(value: str) -> None:
    given_ = QUIET.read_tap(value, Situation(an_athlete(), NOW))
    if isinstance(given_, Answer):
        ann = an_athlete()
        QUIET.save(given_.value, Situation(ann, NOW))
        assert ann.quiet_from is not None
        assert quiet_hours(ann.quiet_from, ann.quiet_to) == (ann.quiet_from, ann.quiet_to)


def test_every_button_of_the_quiet_hours_is_an_answer() -> None:
    card = QUIET.card(Situation(an_athlete(), NOW), words_for())
    values = [choice.value for row in card.choices for choice in row]
    assert len(values) == len(set(values)) == 5
    assert all(isinstance(QUIET.read_tap(value, Situation(an_athlete(), NOW)), Answer) for value in values)
    assert card.choices[0][0].label == "21:30 to 07:00"


@pytest.mark.parametrize("language", ["en", "de", "pt", "hi", "zh", "en-US", "xx"])
def test_few_clocks_are_shown_first_and_all_of_them_a_tap_later(language: str) -> None:
    question, ann = ZoneQuestion(), an_athlete(zone=None, language=language)
    first = question.card(Situation(ann, NOW), words_for())
    clocks = [choice for row in first.choices for choice in row if choice.value.startswith("c-") or "@" in choice.value]
    assert len(clocks) == FEW
    assert first.choices[-1][0].value == "allclocks"
    more = question.read_tap("allclocks", Situation(ann, NOW))
    assert isinstance(more, Draft)
    every = question.card(Situation(ann, NOW, more.data), words_for())
    labels = {choice.label for row in every.choices for choice in row}
    assert len(labels) > 30
    assert {choice.label for choice in clocks} <= labels
    assert question.read_tap("clocks", Situation(ann, NOW, more.data)) == Draft({})


def test_the_first_clocks_of_an_english_speaker_hold_the_big_ones() -> None:
    card = ZoneQuestion().card(Situation(an_athlete(zone=None, language="en"), NOW), words_for())
    shown = {choice.value.partition("@")[0] for row in card.choices for choice in row}
    assert {"c-480", "c-360", "c60"} <= shown
