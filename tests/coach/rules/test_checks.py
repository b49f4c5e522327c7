"""The checks themselves: a week that a coach would sign breaks none, and each check notices what it is for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from coach.history import Entry
from coach.phrases import phrase
from coach.plan import NOTHING_KEPT, Kept, Notice, Phase, Plan
from coach.profile import CrossTraining, Experience, Goal, Profile
from coach.session import Do, Part, Session, Step, StrengthPart
from coach.units import Centimetres, Kilograms, Metres, Seconds
from tests.builders import (
    MONDAY,
    a_beginner,
    a_check_in,
    a_day,
    a_plan,
    a_session,
    a_skip,
    a_week,
    an_athlete,
    an_entry,
    health,
    limits,
)
from tests.coach.rules.book import RULES

DAY = dt.timedelta(days=1)
WARNED = (Notice("something", phrase("warning")),)


def parts(*lengths: tuple[Do, int, int]) -> tuple[Step, ...]:
    """Steps of one part each: what, seconds, effort."""
    return tuple(Step(1, (Part(do, seconds=Seconds(s), rpe=(rpe, rpe)),)) for do, s, rpe in lengths)


def hard(date: dt.date, kind: str = "tempo_run", minutes: int = 35, work: int = 12) -> Session:
    """A hard run with so many minutes of work in one piece."""
    around = 30 * (minutes - work)
    piece = Do.HILL if kind == "hill_run" else Do.RUN
    steps = parts((Do.WARM_UP, around, 3), (piece, 60 * work, 7), (Do.COOL_DOWN, around, 3))
    return a_session(date, kind, minutes, steps=steps)


def strength(date: dt.date, *exercises: str) -> Session:
    """A strength session of these exercises, three sets of ten each."""
    names = exercises or ("squat", "lunge", "step_up")
    sets = tuple(StrengthPart(name, sets=2, rest_s=Seconds(60), reps=10) for name in names)
    return a_session(date, "strength", 25, steps=(Step(1, sets),))


def run_walk(date: dt.date, minutes: int = 25, run: int = 60, walk: int = 90, times: int = 8) -> Session:
    """A session of the ladder with a walk before."""
    pair = (Part(Do.RUN, seconds=Seconds(run)), Part(Do.WALK, seconds=Seconds(walk)))
    return a_session(
        date,
        "run_walk",
        minutes,
        steps=(*parts((Do.WALK, 300, 2)), Step(times, pair)),
        distance_m=Metres(100 * minutes),
    )


def good(week: int = 1) -> tuple[Session, ...]:
    """A week that keeps every rule for the athlete of the builders."""
    return (
        a_session(a_day(week, "mon"), "recovery_walk", 20),
        strength(a_day(week, "mon")),
        hard(a_day(week, "tue")),
        a_session(a_day(week, "thu"), "easy_run", 30),
        strength(a_day(week, "thu")),
        a_session(a_day(week, "sat"), "easy_run", 30),
        a_session(a_day(week, "sun"), "long_run", 45),
    )


def easy_week(week: int, minutes: int, phase: Phase = Phase.BUILD, **fields: object) -> Plan:
    """A plan of one week of three easy runs of so many minutes."""
    days = [a_day(week, day) for day in ("mon", "thu", "sat")]
    return a_plan([a_week(*(a_session(day, minutes=minutes) for day in days), phase=phase)], **fields)


def broken(
    rule: str,
    plan: Plan,
    profile: Profile | None = None,
    history: Sequence[Entry] = (),
    kept: Kept = NOTHING_KEPT,
) -> list[str]:
    """What a rule has against a plan."""
    return RULES[rule](profile or an_athlete(), history, plan, kept)


def one_week(*sessions: Session, phase: Phase = Phase.BASE, **fields: object) -> Plan:
    """A plan of one week."""
    return a_plan([a_week(*sessions, phase=phase)], **fields)


@dataclass(frozen=True)
class Wrong:
    """A plan that breaks a rule, and the words that the check should find for it."""

    rule: str
    words: str
    plan: Plan
    profile: Profile = field(default_factory=an_athlete)
    history: tuple[Entry, ...] = ()
    kept: Kept = NOTHING_KEPT


MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + n * DAY for n in range(7))
NEXT = MONDAY + 7 * DAY
RACE_SUNDAY = MONDAY + 34 * DAY
RIDER = an_athlete(cross_training=frozenset({CrossTraining.CYCLING}))
RACER = an_athlete(goal=Goal.TEN_K, race_date=RACE_SUNDAY)
HEAVY = a_beginner(weight_kg=Kilograms(95), height_cm=Centimetres(165))
VERY_HEAVY = a_beginner(weight_kg=Kilograms(110), height_cm=Centimetres(165))
UNWELL = an_athlete(health=health("heart_condition"))


def rides(count: int) -> Plan:
    """A week of so many rides, one a day."""
    return one_week(*(a_session(MON + n * DAY, "cross_training", distance_m=None) for n in range(count)))


def missed_from(first: dt.date, count: int) -> tuple[Entry, ...]:
    """A month of 30-minute runs on alternate days, then planned runs missed from ``first``."""
    before = tuple(an_entry(first - n * DAY) for n in range(28, 0, -2))
    return before + tuple(a_skip(first + n * DAY) for n in range(0, count, 2))


def race_plan(last: int) -> Plan:
    """Four weeks of three hours in all and a race week of ``last`` minutes, the race on its Sunday."""
    weeks = [
        a_week(*(a_session(a_day(n, day), minutes=60) for day in ("mon", "wed", "sat")), phase=Phase.BUILD, index=n)
        for n in range(1, 5)
    ]
    days = [a_session(a_day(5, day), minutes=last // 2) for day in ("mon", "wed")]
    race = a_session(RACE_SUNDAY, "race", 55)
    return a_plan([*weeks, a_week(*days, race, phase=Phase.RACE, index=5)])


WRONG = [
    Wrong("W0", "no warning says so", one_week(*good()[2:4], strength(THU))),
    Wrong("W0", "hard run stayed", one_week(*good()[2:4], strength(THU), warnings=WARNED)),
    Wrong("W0", "before the second strength", one_week(strength(MON), strength(THU), warnings=WARNED)),
    Wrong("W0", "before the walk", one_week(a_session(MON, "recovery_walk"), warnings=WARNED)),
    Wrong("W1", "not available", one_week(a_session(WED))),
    Wrong("W1", "more than one run", one_week(a_session(TUE), a_session(TUE, "run_walk"))),
    Wrong("W1", "more than one run", one_week(a_session(MON)), history=(an_entry(MON, planned=False),)),
    Wrong("W1", "cross-training", one_week(strength(MON), a_session(MON, "cross_training"))),
    Wrong("W1", "not on its date", one_week(a_session(SAT, "race")), replace(RACER, race_date=SUN)),
    Wrong("W2", "no day of rest", one_week(*(a_session(MONDAY + n * DAY) for n in range(7)))),
    Wrong(
        "W2",
        "no day of rest",
        one_week(a_session(SAT), a_session(SUN), today=SAT),
        history=tuple(an_entry(MONDAY + n * DAY) for n in range(5)),
    ),
    Wrong("W3", "3 hard runs", one_week(hard(MON), hard(WED), hard(FRI))),
    Wrong("W3", "2 hard runs", one_week(hard(MON), hard(WED)), an_athlete(experience=Experience.RETURNING)),
    Wrong("W3", "next to a hard run", one_week(hard(MON), hard(TUE))),
    Wrong("W3", "next to a hard run", one_week(hard(TUE), today=TUE), history=(an_entry(MON, "hill_run"),)),
    Wrong("W3", "next to the long run", one_week(hard(SAT), a_session(SUN, "long_run"))),
    Wrong("W3", "next to the long run", a_plan([a_week(*good()), a_week(hard(NEXT), index=2)])),
    Wrong("W3", "before 30 minutes", one_week(hard(MON)), a_beginner()),
    Wrong("W4", "2 × hill_run", one_week(hard(MON, "hill_run"), hard(WED, "hill_run"))),
    Wrong("W4", "2 × long_run", one_week(a_session(MON, "long_run"), a_session(SUN, "long_run"))),
    Wrong("W4", "is shorter than 40", one_week(a_session(MON, minutes=40), a_session(SUN, "long_run", 35))),
    Wrong("W4", "none is the long one", one_week(a_session(MON), a_session(THU), a_session(SUN))),
    Wrong("W5", "min of work", one_week(hard(MON, work=16))),
    Wrong("W5", "without a break", one_week(hard(MON, minutes=60, work=21))),
    Wrong("W5", "an interval of", one_week(hard(MON, "interval_run", work=6))),
    Wrong(
        "W5",
        "a break too short",
        one_week(a_session(MON, "tempo_run", 10, steps=parts((Do.RUN, 270, 7), (Do.JOG, 30, 3), (Do.RUN, 300, 7)))),
    ),
    Wrong(
        "W5",
        "m of intervals in a week",
        one_week(
            a_session(
                MON, "interval_run", 65, steps=parts(*((Do.RUN, 240, 8), (Do.JOG, 240, 2)) * 4, (Do.JOG, 1980, 2))
            ),
        ),
    ),
    Wrong("W6", "of 151 min", one_week(a_session(SUN, "long_run", 151))),
    Wrong("W6", "of the week with 3 runs", one_week(a_session(MON), a_session(THU), a_session(SUN, "long_run", 61))),
    Wrong("W7", "more strength than asked", one_week(strength(MON)), an_athlete(strength_per_week=0)),
    Wrong("W7", "would have had room", one_week(strength(MON), a_session(THU))),
    Wrong("W7", "no lunge", one_week(strength(MON, "squat", "step_up"), strength(THU, "squat"))),
    Wrong("W7", "long run or the day before", one_week(strength(SAT), a_session(SUN, "long_run"))),
    Wrong("W7", "strength on a hard day", one_week(hard(MON), strength(MON))),
    Wrong("W7", "days before the race", one_week(strength(MON), a_session(SUN, "race")), replace(RACER, race_date=SUN)),
    Wrong("W8", "no recovery walk", one_week(a_session(MON))),
    Wrong(
        "W8",
        "the day after the long run",
        one_week(a_session(MON, "recovery_walk"), a_session(SAT, "long_run"), a_session(TUE)),
    ),
    Wrong("W9", "somebody who does none", one_week(a_session(MON, "cross_training"))),
    Wrong("W9", "m on foot", one_week(a_session(MON, "cross_training", distance_m=5000)), RIDER),
    Wrong("W9", "7 runs and rides", rides(7), RIDER),
    Wrong("W9", "cross-training adds", rides(6), RIDER),
    Wrong("W10", "on a day of 60", one_week(a_session(MON, minutes=61)), an_athlete(max_minutes=limits(60))),
    Wrong("W10", "do not add up", one_week(a_session(MON, steps=parts((Do.RUN, 1700, 3))))),
    Wrong("W10", "does not say why", one_week(a_session(MON, why=phrase("")))),
    Wrong("P1", "the longest of 30 days is 9000", one_week(a_session(MON, minutes=67))),
    Wrong("P1", "the longest of 30 days is 0", one_week(a_session(MON, minutes=40)), a_beginner()),
    Wrong(
        "P1",
        "the longest of 30 days is 4500",
        one_week(a_session(MONDAY + 60 * DAY, minutes=40), today=MONDAY + 60 * DAY),
        history=(an_entry(MONDAY + 31 * DAY),),
    ),
    Wrong("P2", "on foot, allowed 25000", one_week(*(a_session(MONDAY + n * DAY, minutes=34) for n in range(5)))),
    Wrong(
        "P2",
        "on foot, allowed",
        one_week(a_session(SUN, minutes=60), today=SUN),
        history=tuple(an_entry(MONDAY + n * DAY) for n in range(5)),
    ),
    Wrong("P2", "on foot, allowed 27500", easy_week(2, 62)),
    Wrong("P3", "week 4 in a row", a_plan([a_week(*good(n), index=n) for n in range(1, 5)])),
    Wrong("P3", "a cutback to", a_plan([a_week(*good()), a_week(*good(2), phase=Phase.CUTBACK, index=2)])),
    Wrong("P3", "under four weeks", one_week(*good(), phase=Phase.CUTBACK), an_athlete(weeks=3)),
    Wrong("P3", "on the run/walk ladder", one_week(run_walk(MON), phase=Phase.CUTBACK), a_beginner()),
    Wrong("P4", "is not in the plan", one_week(a_session(MON)), replace(RACER, race_date=SUN)),
    Wrong("P4", "last three days", one_week(hard(THU), a_session(SUN, "race")), replace(RACER, race_date=SUN)),
    Wrong("P4", "of the mean", race_plan(110), RACER),
    Wrong("P4", "of the mean", race_plan(70), RACER),
    Wrong("P5", "the day after a run", one_week(run_walk(MON), run_walk(TUE)), a_beginner()),
    Wrong("P5", "starts on a later stage", one_week(run_walk(MON, run=90, walk=120, times=5)), a_beginner()),
    Wrong(
        "P5",
        "after (stage, sessions) [(0, 1)]",
        one_week(run_walk(MON), run_walk(WED, run=90, walk=120, times=5)),
        a_beginner(),
    ),
    Wrong("P5", "no stage of the ladder", one_week(run_walk(MON, run=77)), a_beginner()),
    Wrong("P5", "without a walk", one_week(run_walk(MON), a_session(WED, minutes=20)), a_beginner()),
    Wrong("P6", "4 runs in the seven days", one_week(*map(run_walk, (MON, WED, FRI, SUN))), HEAVY),
    Wrong("P6", "m of running", one_week(*(run_walk(d, 40, 60, 90, 14) for d in (MON, WED, FRI))), HEAVY),
    Wrong("P6", "two weeks of walking", one_week(run_walk(MON)), VERY_HEAVY),
    Wrong(
        "C1",
        "in the return from 14 days off",
        one_week(hard(MONDAY + 15 * DAY), today=MONDAY + 14 * DAY),
        history=missed_from(MONDAY, 14),
    ),
    Wrong(
        "C1",
        "in seven days from",
        one_week(*(a_session(MONDAY + n * DAY) for n in (14, 16, 18)), today=MONDAY + 14 * DAY),
        history=missed_from(MONDAY, 14),
    ),
    Wrong(
        "C1",
        "after 5 days off",
        one_week(*(a_session(MONDAY + n * DAY) for n in (5, 6, 7, 9)), today=MONDAY + 5 * DAY),
        history=missed_from(MONDAY, 5),
    ),
    Wrong(
        "C2",
        "after too much effort",
        one_week(hard(SAT), today=FRI),
        history=(an_entry(MON, rpe=6), an_entry(THU, rpe=6)),
    ),
    Wrong("C3", "pain of 3 to 5", one_week(hard(SAT), today=FRI), history=(a_check_in(THU, pain=3),)),
    Wrong("C3", "pain over 5", one_week(a_session(SAT), today=FRI), history=(a_check_in(THU, "limp"),)),
    Wrong(
        "C3",
        "pain of 3 to 5",
        one_week(hard(SAT), today=FRI),
        history=(a_check_in(WED, pain=1), a_check_in(THU, pain=2)),
    ),
    Wrong("C4", "after a red flag", one_week(a_session(SAT), today=FRI), history=(a_check_in(THU, "chest_pain"),)),
    Wrong(
        "C4",
        "no warning",
        one_week(a_session(SAT, "recovery_walk"), today=FRI),
        history=(a_check_in(MON, "cleared"), a_check_in(THU, "fainting")),
    ),
    Wrong("C5", "while ill", one_week(a_session(SAT), today=FRI), history=(a_check_in(FRI, "above_neck"),)),
    Wrong("C5", "while ill", one_week(a_session(SUN), today=FRI), history=(a_check_in(MON, "fever"),)),
    Wrong("C5", "training day 1", one_week(a_session(SUN), today=FRI), history=(a_check_in(THU, "above_neck"),)),
    Wrong(
        "C6",
        "on top of one outside the plan",
        one_week(a_session(MON)),
        history=(an_entry(MON, planned=False),),
    ),
    Wrong("C7", "in the past", one_week(a_session(MON), today=TUE)),
    Wrong("C7", "was sent", one_week(a_session(MON)), kept=Kept(weeks=(a_week(a_session(MON, minutes=40)),))),
    Wrong(
        "C8",
        "hard runs with the 1 missed",
        one_week(hard(FRI), hard(SUN), today=FRI),
        history=(a_skip(MON, "tempo_run"),),
    ),
    Wrong("S1", "without clearance", one_week(strength(MON), warnings=WARNED), UNWELL),
    Wrong("S1", "no warning says why", one_week(a_session(MON, "recovery_walk")), UNWELL),
    Wrong("S2", "a child", one_week(), an_athlete(age=15)),
    Wrong("S2", "in pregnancy", one_week(run_walk(MON)), an_athlete(health=health("pregnant", cleared=True))),
    Wrong(
        "S2",
        "beta blocker",
        one_week(a_session(MON), hr_zones={"easy": (110, 130)}),
        an_athlete(health=health("beta_blocker")),
    ),
]


@pytest.mark.parametrize("rule", RULES)
def test_a_sound_week_breaks_no_rule(rule: str) -> None:
    assert broken(rule, one_week(*good())) == []


@pytest.mark.parametrize("wrong", WRONG, ids=[f"{wrong.rule}: {wrong.words}" for wrong in WRONG])
def test_a_broken_rule_is_noticed(wrong: Wrong) -> None:
    found = broken(wrong.rule, wrong.plan, wrong.profile, wrong.history, wrong.kept)
    assert any(wrong.words in line for line in found), found


def test_every_rule_has_a_plan_that_breaks_it() -> None:
    assert {wrong.rule for wrong in WRONG} == set(RULES)


def test_a_taper_of_the_right_size_is_accepted() -> None:
    assert broken("P4", race_plan(90), RACER) == []


def test_a_new_athlete_may_run_hard_after_thirty_minutes_without_a_walk() -> None:
    ran = an_entry(MON - DAY, "run_walk", longest_run_s=Seconds(1800))
    assert broken("W3", one_week(hard(MON)), a_beginner(), (ran,)) == []


def test_two_calm_days_end_pain() -> None:
    reports = (a_check_in(MON, pain=4), a_check_in(WED, pain=2), a_check_in(THU, pain=1, area="calf"))
    assert broken("C3", one_week(hard(SAT), today=FRI), history=reports) == []


def test_a_clearance_after_the_flag_lets_run_again() -> None:
    told = (a_check_in(MON, "chest_pain"), a_check_in(TUE, "cleared"))
    assert broken("C4", one_week(a_session(SAT), today=FRI), history=told) == []
