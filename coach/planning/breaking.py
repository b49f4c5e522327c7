"""Breaks on the way through a block, and the returns that end them: announced, silent, or forced by health (C1–C5)."""

from dataclasses import replace

from coach.planning.beginning import begin_returns, come_back, return_from
from coach.planning.course import Course
from coach.planning.returning import LONG_BREAK, STEPS, Return, after_illness, open_return, stretches
from coach.planning.signs import FAR, Bar, horizon
from coach.session import RACE

AFTER_LOST_RACE = 0.75
"""The share of the best week that the week after a lost race holds [C]."""


def open_break(course: Course, day: int) -> bool:
    """Whether a return begins on a day that ends a break, or may end it (C1).

    Whoever says what they skip is taken to come back today. Of who says nothing a return is planned on the day
    from which on a break asks for less, and stands until it asks for less again.
    """
    state = course.state
    if state.skipped is not None:
        if day == course.today:
            forget_open(course)
        return day == course.today and begin_returns(state, course.road, day)
    if state.missed is None or _known(course, state.missed, day) or _held_lower(course, day):
        return False
    way = return_from(state.missed, day, course.road)
    if way is None:
        return False
    forget_open(course)
    until = horizon(course.today)
    come_back(state, open_return(day, way.cause, course.today, way.best_m, until))
    return True


def forget_open(course: Course) -> None:
    """Whoever runs again returns from that day on; what was planned for a break without end is over."""
    state = course.state
    if any(way.silent for way in state.ways_back):
        state.ways_back = [way for way in state.ways_back if not way.silent]
        course.labels.clear()


def end_break(course: Course, day: int) -> bool:
    """Whether a return begins on a day that ends a break with a run, whose other days are to be planned anew (C1).

    After a short break of which nothing was said they were made easier already, and stand: one change is enough.
    """
    state = course.state
    eased = next((way for way in state.ways_back if way.silent and day - way.cause < LONG_BREAK), None)
    forget_open(course)
    if not begin_returns(state, course.road, day):
        return False
    way = state.ways_back[-1]
    if eased is None or way.cause != eased.cause:
        return True
    days = eased.first - eased.cause
    stands = replace(eased, days=days, stretches=stretches(days), eased=True)
    left = (stands.last + 1 - way.first, stands.share(way.first))
    state.ways_back[-1:] = [stands, replace(way, stretches=(left,), eased=True)]
    course.labels.clear()
    return False


def force_returns(course: Course, monday: int) -> None:
    """Begin the returns after spells without running that end by the end of a week (C3–C5)."""
    state = course.state
    if course.signs.spells:
        _after_lost_race(course, monday)
    for spell in course.signs.spells:
        first = spell.last + 1
        known = any(way.first == first and way.rule == spell.rule for way in state.ways_back)
        if spell.bar < Bar.RUNNING or known or not monday <= first < monday + 7 or spell.last >= monday + FAR // 2:
            continue
        cause = min(spell.first, state.missed or spell.first, state.skipped or spell.first)
        best = course.road.best_before(cause)
        if best > 0:
            off = first - cause
            parts = after_illness(first, off) if spell.rule == "ill" else stretches(off)
            come_back(state, Return(first, cause, off, best, parts, spell.rule, spell.number))


def _after_lost_race(course: Course, monday: int) -> None:
    """Begin the easy days after a race that a pain took out: from a taper no week is ordinary at once (C3) [C]."""
    date, state = course.athlete.profile.race_date, course.state
    race = 0 if date is None else date.toordinal()
    if not monday <= race + 1 < monday + 7 or course.log.did(race, RACE):
        return
    if any(way.first == race + 1 for way in state.ways_back) or course.signs.sure_bar(race) is not Bar.HARD_AND_LONG:
        return
    spell, best = course.signs.on(race), course.road.best_before(race)
    if spell is not None and best > 0:
        parts = ((7, AFTER_LOST_RACE),)
        state.ways_back.append(Return(race + 1, spell.first, 0, best, parts, spell.rule, spell.number))


def _known(course: Course, missed: int, day: int) -> bool:
    """Whether what a break asks for on a day is planned already, or it asks for nothing yet."""
    least = max((step for step in STEPS if step <= day - missed), default=None)
    ways = course.state.ways_back
    return least is None or any(way.open and way.cause == missed and way.first - missed >= least for way in ways)


def _held_lower(course: Course, day: int) -> bool:
    """Whether a day may hold no run, or a pain takes more from it already than a short break would (C3, C4)."""
    if course.signs.bar(day) >= Bar.RUNNING:
        return True
    spell = course.signs.lighter(day)
    missed = course.state.missed or day
    return spell is not None and spell.number == "C3" and spell.first <= missed and day - missed < LONG_BREAK
