"""Breaks end in returns: announced ones today, silent ones while they ask for less, forced ones with their spell."""

import datetime as dt

import pytest

from coach.planning.breaking import force_returns, forget_open, open_break
from coach.planning.course import Course
from tests.builders import a_check_in, a_day, an_athlete, an_entry
from tests.coach.planning.courses import a_course

BEFORE = tuple(an_entry(a_day(1, "mon") - dt.timedelta(days=ago), minutes=40) for ago in (14, 12, 9, 7, 5, 2))
"""Two weeks of running before the block."""


def in_silence(days: int) -> Course:
    """A course of somebody who has said nothing since the block's first Tuesday, so many days ago."""
    missed = a_day(1, "tue")
    course = a_course(an_athlete(), BEFORE, missed + dt.timedelta(days=days))
    course.state.missed = missed.toordinal()
    return course


@pytest.mark.parametrize("days", [0, 1, 3])
def test_a_few_days_of_silence_ask_for_nothing(days: int) -> None:
    course = in_silence(days)
    assert not open_break(course, course.today)
    assert course.state.ways_back == []


def test_a_long_silence_opens_one_return_which_stands_until_it_asks_for_less() -> None:
    course = in_silence(10)
    assert open_break(course, course.today)
    assert [way.open for way in course.state.ways_back] == [True]
    assert not open_break(course, course.today)


def test_whoever_never_missed_anything_is_in_no_break() -> None:
    course = a_course(an_athlete(), BEFORE, a_day(1, "sun"))
    assert not open_break(course, course.today)


def test_what_was_planned_for_an_open_break_is_forgotten_with_it() -> None:
    course = in_silence(10)
    open_break(course, course.today)
    forget_open(course)
    assert course.state.ways_back == []
    assert course.labels == {}


def test_who_said_what_they_skip_comes_back_today_and_not_before() -> None:
    course = in_silence(10)
    course.state.skipped = course.state.missed
    assert not open_break(course, course.today - 1)
    assert open_break(course, course.today)
    assert not any(way.open for way in course.state.ways_back)


def test_a_spell_without_running_is_followed_by_a_return_in_the_week_in_which_it_ends() -> None:
    ill = a_check_in(a_day(1, "mon"), "fever")
    course = a_course(an_athlete(), (*BEFORE, ill), a_day(1, "tue"))
    ends = max(spell.last for spell in course.signs.spells) + 1
    mondays = range(course.block.monday, course.block.monday + 35, 7)
    begun = []
    for monday in mondays:
        force_returns(course, monday)
        begun.append(len(course.state.ways_back))
    assert begun == [int(monday + 7 > ends) for monday in mondays]
    assert course.state.ways_back[0].first == ends
