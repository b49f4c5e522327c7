"""One event changes no day of the weeks sent that no rule needs changed.

Needed is a change whose old sessions, put back on that one day, would break a rule by the examiner (``book``), and one
on a day that a rule names: the days of C2 after too much effort, of C3 in pain, of C5 after an illness, and the stages
of the run/walk ladder, which wait for who misses or repeats one and never take another day (P5). Two rules are read
more strictly than by the examiner: the week's limit counts to the metre (P2), and no long run follows on a hard one
(W3). A day more in the calendar and a race on another date are events too.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.history import Entry, Pain, Status
from coach.plan import Move, Plan
from coach.planning import plan
from coach.profile import Weekday
from coach.session import HARD_KINDS, RUN_KINDS, SessionKind
from coach.units import Metres
from tests.coach.rules.athletes import a_profile, as_planned, unplanned
from tests.coach.rules.book import RULES
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, WEEK, Case, monday
from tests.coach.rules.living import Life, changed, obedience, sessions, shown, told
from tests.coach.rules.progression import week_limit

K = SessionKind
Event = Callable[[Chooser, Life], list[Entry]]
"""What the log of a day says, where something happens."""


def due(life: Life) -> list[Entry]:
    """Today's sessions as planned."""
    return [as_planned(s) for s in sessions(life.planned()) if s.date == life.today and s.kind is not K.RACE]


def a_missed_day(pick: Chooser, life: Life) -> list[Entry]:
    """Nothing of today is done."""
    del pick
    return [Entry(entry.date, entry.kind, Status.SKIPPED, planned=True) for entry in due(life)]


def a_hard_day(pick: Chooser, life: Life) -> list[Entry]:
    """Today felt harder than meant, once."""
    del pick
    return [replace(entry, rpe=9 if entry.kind in RUN_KINDS else entry.rpe) for entry in due(life)]


def an_easy_day(pick: Chooser, life: Life) -> list[Entry]:
    """Today felt easier than meant."""
    del pick
    return [replace(entry, rpe=1) for entry in due(life)]


def a_little_pain(pick: Chooser, life: Life) -> list[Entry]:
    """As planned, with a pain of 1 or 2."""
    return [*due(life), Entry(life.today, pain=Pain("knee", pick.whole(1, 2)))]


def something_more(pick: Chooser, life: Life) -> list[Entry]:
    """As planned, and a run, walk or ride on top, of a known distance."""
    extra = unplanned(pick, life.today)
    known = extra.distance_m or Metres(int(120 * (extra.minutes or 30)))
    return [*due(life), extra if extra.kind is K.CROSS_TRAINING else replace(extra, distance_m=known)]


def a_result(pick: Chooser, life: Life) -> list[Entry]:
    """As planned, and a race that shows what somebody can do."""
    metres = pick.one((3000, 5000, 10_000))
    race = Entry(life.today, K.RACE, Status.DONE, metres * pick.whole(230, 420) / 60_000, Metres(metres))
    return [*due(life), race]


def half_of_it(pick: Chooser, life: Life) -> list[Entry]:
    """Half of what was due is done, in minutes and metres."""
    del pick
    half = [replace(entry, status=Status.PARTIAL, minutes=(entry.minutes or 0) / 2) for entry in due(life)]
    return [replace(e, distance_m=None if e.distance_m is None else Metres(e.distance_m // 2)) for e in half]


EVENTS: dict[str, Event] = {
    "a day missed": a_missed_day,
    "half of it done": half_of_it,
    "a day too hard": a_hard_day,
    "a day too easy": an_easy_day,
    "a little pain": a_little_pain,
    "something on top": something_more,
    "a race result": a_result,
}


def whole(life: Life) -> Plan:
    """The whole plan of this moment."""
    return plan(life.profile, life.history, life.today, life.passed())


def broken(life: Life, made: Plan) -> set[str]:
    """Everything that a rule has against a plan."""
    kept = life.passed()
    return {line for rule in RULES.values() for line in rule(life.profile, life.history, made, kept)}


def put_back(made: Plan, old: Plan, day: dt.date) -> Plan:
    """A plan with one day as it was."""
    weeks = []
    for week in made.weeks:
        stay = [session for session in week.sessions if session.date != day]
        back = [session for session in sessions(old) if session.date == day and week.start <= day < week.start + WEEK]
        held = tuple(sorted((*stay, *back), key=lambda session: session.date))
        weeks.append(replace(week, sessions=held, distance_m=Metres(sum(s.distance_m or 0 for s in held))))
    return replace(made, weeks=tuple(weeks))


def on_the_ladder(day: dt.date, *plans: Plan) -> bool:
    """Whether a day holds a run/walk in all of the plans: another stage of the ladder (P5)."""
    return all(any(s.kind is K.RUN_WALK and s.date == day for s in sessions(made)) for made in plans)


def too_far(life: Life, made: Plan, day: dt.date) -> bool:
    """Whether the week of a day is beyond its limit, what was done in it counted, to the metre (P2)."""
    case = Case(life.profile, life.history, made, life.passed())
    view = next(view for view in case.weeks if view.start <= day < view.start + WEEK)
    return view.metres > week_limit(case, view)


def follows_hard(life: Life, old: Plan, day: dt.date) -> bool:
    """Whether a day held a long run, and the day before it or itself a hard run by the log (W3)."""
    hard = {entry.date for entry in life.history if entry.kind in HARD_KINDS}
    long = any(s.kind is K.LONG_RUN and s.date == day for s in sessions(old))
    return long and bool({day, day - DAY} & hard)


def mends(life: Life, day: dt.date) -> bool:
    """Whether a day lies in the week after a race of 15 km or more, the two after 30 km, or their last week (C1)."""
    for race in (entry for entry in life.history if entry.kind is K.RACE and (entry.distance_m or 0) >= 15_000):
        last = race.date + (14 if (race.distance_m or 0) >= 30_000 else 7) * DAY
        if race.date < day < monday(last) + WEEK:
            return True
    return False


def needless(life: Life, old: Plan, new: Plan, end: dt.date) -> list[str]:
    """The changed days before ``end`` that no rule needed changed, in plain words."""
    before, after = shown(old, life.today), shown(new, life.today)
    days = [day for day in changed(before, after) if day < end and not on_the_ladder(day, old, new)]
    days = [day for day in days if not follows_hard(life, old, day) and not mends(life, day)]
    base = broken(life, new) if days else set()
    backs = {day: put_back(new, old, day) for day in days}
    free = [day for day in days if not too_far(life, backs[day], day) and not broken(life, backs[day]) - base]
    return told(free, before, after)


def sent_until(life: Life) -> dt.date:
    """The day after the weeks sent so far."""
    return max(life.first) + WEEK


def lived(pick: Chooser) -> Life:
    """Some weeks as planned of a random athlete."""
    life = Life.of(a_profile(pick))
    for _ in life.lives(pick.whole(3, 30), obedience):
        pass
    life.morning()
    return life


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("seed", range(41_000_000, 41_000_012))
def test_an_event_changes_no_day_that_no_rule_needs_changed(seed: int, event: str) -> None:
    pick = seeded(seed)
    life = lived(pick)
    old, end = whole(life), sent_until(life)
    life.reports(*EVENTS[event](pick, life))
    life.evening()
    assert needless(life, old, whole(life), end) == []


@pytest.mark.parametrize("seed", range(42_000_000, 42_000_030))
def test_a_moved_session_changes_its_two_days_only(seed: int) -> None:
    pick = seeded(seed)
    life = lived(pick)
    old = whole(life)
    end = max(life.first) + WEEK
    movable = [s for s in sessions(old) if life.today <= s.date < end and s.kind in {K.EASY_RUN, K.STRENGTH}]
    empty = [day for day in shown(old, life.today) if day < end and not any(s.date == day for s in sessions(old))]
    if not movable or not empty:
        assert old.weeks
        return
    session, target = pick.one(movable), pick.one(empty)
    life.kept = replace(life.kept, moves=(Move(session.kind, session.date, target),))
    before, after = shown(old, life.today), shown(whole(life), life.today)
    others = [day for day in changed(before, after) if day not in {session.date, target} and day < end]
    assert told(others, before, after) == []


@pytest.mark.parametrize("seed", range(46_000_000, 46_000_016))
def test_a_day_more_in_the_calendar_changes_no_day_of_the_weeks_sent(seed: int) -> None:
    pick = seeded(seed)
    life = lived(pick)
    old, end = whole(life), sent_until(life)
    taken = [day for day in Weekday if day not in life.profile.available_days]
    if not taken:
        assert old.weeks
        return
    life.profile = replace(life.profile, available_days=life.profile.available_days | {pick.one(taken)})
    before, after = shown(old, life.today), shown(whole(life), life.today)
    assert told([day for day in changed(before, after) if day < end], before, after) == []


@pytest.mark.parametrize("weeks", [-6, -3, -1, 2])
@pytest.mark.parametrize("seed", range(47_000_000, 47_000_008))
def test_a_race_on_another_date_changes_no_day_sent_before_its_taper(seed: int, weeks: int) -> None:
    pick = seeded(seed)
    life = Life.of(replace(a_profile(pick), race_date=None, weeks=None))
    race = life.today + (14 * 7 + 6 - life.today.weekday()) * DAY
    life.profile = replace(life.profile, race_date=race)
    for _ in life.lives(pick.whole(3, 30), obedience):
        pass
    life.morning()
    old, end = whole(life), sent_until(life)
    life.profile = replace(life.profile, race_date=race + weeks * WEEK)
    before, after = shown(old, life.today), shown(whole(life), life.today)
    taper = race + weeks * WEEK - 13 * DAY
    assert told([day for day in changed(before, after) if day < min(end, taper)], before, after) == []
    life.profile = replace(life.profile, race_date=race)
    assert whole(life) == old
