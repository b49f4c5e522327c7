"""Whole plans: what every goal gets, what stays when nothing happens, what changes when something does."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.words import words_for
from coach.errors import NotPlannable
from coach.history import Entry, Status
from coach.phrases import phrase
from coach.plan import Declined, Kept, Move, Phase, Plan
from coach.planning import plan
from coach.profile import Experience, Goal, Profile, Weekday
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from tests.builders import (
    MONDAY,
    a_beginner,
    a_check_in,
    a_day,
    a_result,
    a_skip,
    an_athlete,
    an_entry,
    days,
    health,
    limits,
)

DAY = dt.timedelta(days=1)
K = SessionKind


def sessions(made: Plan) -> list[Session]:
    return [session for week in made.weeks for session in week.sessions]


def lines(made: Plan, first: dt.date = MONDAY) -> list[tuple[dt.date, str, int, int | None]]:
    return [(s.date, s.kind, s.minutes, s.distance_m) for s in sessions(made) if s.date >= first]


def done(session: Session) -> Entry:
    """A session done as planned."""
    return Entry(
        session.date, session.kind, Status.DONE, session.minutes, session.distance_m, session.target.rpe[0],
        session.target.rpe, planned=True,
    )  # fmt: skip


def lived(athlete: Profile, until: dt.date) -> tuple[Entry, ...]:
    """The history of a plan followed to the letter."""
    return tuple(done(session) for session in sessions(plan(athlete, (), athlete.start_date)) if session.date < until)


@pytest.mark.parametrize("experience", list(Experience))
@pytest.mark.parametrize("goal", list(Goal))
def test_every_goal_and_experience_gets_twelve_weeks_of_running(goal: Goal, experience: Experience) -> None:
    made = plan(an_athlete(goal=goal, experience=experience), (), MONDAY)
    assert [week.index for week in made.weeks] == list(range(1, 13))
    assert sum(session.kind in RUN_KINDS for session in sessions(made)) >= 24


def test_the_same_question_gets_the_same_answer() -> None:
    athlete = an_athlete(goal=Goal.TEN_K, weeks=None, race_date=a_day(10, "sun"))
    assert plan(athlete, (), MONDAY) == plan(athlete, (), MONDAY)


@pytest.mark.parametrize(
    "athlete", [an_athlete(), a_beginner(), an_athlete(goal=Goal.TEN_K, race_date=a_day(12, "sun"))]
)
@pytest.mark.parametrize("day", [1, 9, 24, 52, 80])
def test_a_block_that_goes_as_planned_does_not_change(athlete: Profile, day: int) -> None:
    today = MONDAY + day * DAY
    first = plan(athlete, (), MONDAY)
    again = plan(athlete, lived(athlete, today), today)
    assert lines(again, today) == lines(first, today)
    assert again.changes == ()


def test_a_missed_easy_run_is_not_made_up_and_changes_little() -> None:
    athlete = an_athlete()
    today = a_day(3, "wed")
    history = tuple(
        replace(entry, status=Status.SKIPPED, distance_m=None, minutes=None, rpe=None)
        if entry.date == a_day(3, "tue") and entry.kind in RUN_KINDS
        else entry
        for entry in lived(athlete, today)
    )
    before, after = lines(plan(athlete, (), MONDAY), today), lines(plan(athlete, history, today), today)
    assert [line[:2] for line in after] == [line[:2] for line in before]
    assert [line for line in after if line[0] >= a_day(9, "mon")] == [
        line for line in before if line[0] >= a_day(9, "mon")
    ]


def test_the_race_stands_in_the_plan_and_the_last_three_days_are_easy() -> None:
    race = a_day(10, "sun")
    made = plan(an_athlete(goal=Goal.HALF_MARATHON, weeks=None, race_date=race), (), MONDAY)
    assert [(s.date, s.distance_m) for s in sessions(made) if s.kind is K.RACE] == [(race, 21_097)]
    assert not [s for s in sessions(made) if s.kind in HARD_KINDS and race - 3 * DAY <= s.date < race]
    assert made.weeks[-1].phase is Phase.RACE


def test_a_known_fitness_predicts_the_race_minutes() -> None:
    athlete = an_athlete(goal=Goal.FIVE_K, weeks=None, race_date=a_day(8, "sun"), recent_race=a_result(5000, 1500))
    (race,) = [session for session in sessions(plan(athlete, (), MONDAY)) if session.kind is K.RACE]
    assert race.minutes == 25


@pytest.mark.parametrize(
    ("athlete", "field"),
    [
        (an_athlete(age=15), "age"),
        (an_athlete(available_days=frozenset()), "available_days"),
        (an_athlete(race_date=MONDAY - DAY), "race_date"),
    ],
)
def test_what_must_not_be_planned_names_the_field(athlete: Profile, field: str) -> None:
    with pytest.raises(NotPlannable) as refusal:
        plan(athlete, (), MONDAY)
    assert refusal.value.field == field


def test_a_health_flag_without_clearance_leads_to_walking_only() -> None:
    made = plan(an_athlete(health=health("heart_condition")), (), MONDAY)
    assert {session.kind for session in sessions(made)} == {K.RECOVERY_WALK}
    assert "screening" in {notice.code for notice in made.warnings}


def test_pregnancy_leads_to_walking_and_strength() -> None:
    made = plan(an_athlete(health=health("pregnant", cleared=True)), (), MONDAY)
    assert {session.kind for session in sessions(made)} == {K.RECOVERY_WALK, K.STRENGTH}


def test_a_heavy_newcomer_walks_first() -> None:
    made = plan(a_beginner(weight_kg=140.0), (), MONDAY)
    runs = [session.date for session in sessions(made) if session.kind in RUN_KINDS]
    assert made.weeks[0].phase is Phase.WALK
    assert dt.timedelta(weeks=2) <= min(runs) - MONDAY <= dt.timedelta(weeks=4)


def test_pain_over_five_stops_running_and_says_so() -> None:
    today = a_day(2, "wed")
    history = (*lived(an_athlete(), today), a_check_in(today, pain=7))
    made = plan(an_athlete(), history, today)
    soon = [session for session in sessions(made) if session.date < today + 7 * DAY]
    assert {session.kind for session in soon} <= {K.RECOVERY_WALK, K.CROSS_TRAINING}
    assert {change.rule_number for change in made.changes} >= {"C3"}
    assert "pain_no_running" in {notice.code for notice in made.warnings}


def test_a_red_flag_takes_all_running_out_until_clearance() -> None:
    today = a_day(2, "wed")
    flag = (*lived(an_athlete(), today), a_check_in(today, "chest_pain"))
    assert not [s for s in sessions(plan(an_athlete(), flag, today)) if s.kind in RUN_KINDS]
    later = today + 3 * DAY
    cleared = plan(an_athlete(), (*flag, a_check_in(later, "cleared")), later)
    assert [s for s in sessions(cleared) if s.kind in RUN_KINDS]


def test_after_ten_days_off_load_returns_easily_in_shares() -> None:
    athlete, stop, today = an_athlete(), a_day(4, "mon"), a_day(5, "thu")
    missed = tuple(a_skip(s.date, s.kind) for s in sessions(plan(athlete, (), MONDAY)) if stop <= s.date < today)
    made = plan(athlete, (*lived(athlete, stop), *missed), today)
    assert made.weeks[0].phase is Phase.RETURN
    assert made.weeks[1].distance_m < 0.8 * 28_000
    assert not [s for week in made.weeks[:2] for s in week.sessions if s.kind in HARD_KINDS]
    assert {change.rule_number for change in made.changes} == {"C1"}


def test_effort_too_high_can_be_taken_back() -> None:
    today = a_day(2, "wed")
    history = tuple(
        replace(entry, rpe=9) if entry.kind in RUN_KINDS and entry.date >= a_day(1, "sun") else entry
        for entry in lived(an_athlete(), today)
    )
    made = plan(an_athlete(), history, today)
    assert {change.rule for change in made.changes} == {"effort_too_high"}
    cause = made.changes[0].cause
    kept = Kept(declined=frozenset({Declined("effort_too_high", cause)}))
    assert plan(an_athlete(), history, today, kept).changes == ()


def test_an_unplanned_run_today_takes_the_place_of_todays_run() -> None:
    today = a_day(1, "tue")
    made = plan(an_athlete(), (an_entry(today, planned=False),), today)
    assert not [s for s in sessions(made) if s.date == today and s.kind in RUN_KINDS]


def test_weeks_already_sent_stay_when_the_wishes_change() -> None:
    sent = plan(an_athlete(), (), MONDAY).weeks[0]
    changed = an_athlete(long_run_day=Weekday.SAT)
    assert plan(changed, (), MONDAY, Kept(weeks=(sent,))).weeks[0].sessions == sent.sessions


def test_a_move_is_made_again_on_every_planning() -> None:
    run = next(s for s in plan(an_athlete(), (), MONDAY).weeks[1].sessions if s.kind is K.EASY_RUN)
    move = Move(run.kind, run.date, run.date + DAY)
    made = plan(an_athlete(), (), MONDAY, Kept(moves=(move,)))
    assert (run.kind, run.date + DAY) in {(s.kind, s.date) for s in sessions(made)}
    assert (run.kind, run.date) not in {(s.kind, s.date) for s in sessions(made)}


def test_past_days_of_the_week_are_not_repeated() -> None:
    today = a_day(1, "sat")
    made = plan(an_athlete(), lived(an_athlete(), today), today)
    week = made.weeks[0]
    assert all(session.date >= today for session in week.sessions)
    assert week.distance_m == sum(session.distance_m or 0 for session in week.sessions)


def test_after_its_end_the_next_block_follows() -> None:
    made = plan(an_athlete(), lived(an_athlete(), MONDAY + 84 * DAY), MONDAY + 84 * DAY)
    assert made.weeks[0].index == 1
    assert len(made.weeks) == 12


def test_unknown_fields_take_the_careful_choice_with_a_warning() -> None:
    bare = Profile(Goal.FIRST_5K, MONDAY, Experience.NEW, 30, days("mon wed sat"), health_known=False)
    made = plan(bare, (), MONDAY)
    codes = {notice.code for notice in made.warnings}
    assert {"unknown_weight", "unknown_health", "unknown_distance", "unknown_minutes"} <= codes
    assert not [session for session in sessions(made) if session.kind in HARD_KINDS]


@pytest.mark.parametrize(("age", "said"), [(17, "warning.unknown_weight_unasked"), (18, "warning.unknown_weight")])
def test_nobody_under_age_is_asked_for_their_weight(age: int, said: str) -> None:
    bare = Profile(Goal.FIRST_5K, MONDAY, Experience.NEW, age, days("mon wed sat"))
    texts = {notice.code: notice.text for notice in plan(bare, (), MONDAY).warnings}
    assert texts["unknown_weight"] == phrase(said)


def test_fifteen_minutes_a_day_are_kept() -> None:
    made = plan(an_athlete(max_minutes=limits(15)), (), MONDAY)
    minutes: dict[dt.date, int] = {}
    for session in sessions(made):
        minutes[session.date] = minutes.get(session.date, 0) + session.minutes
    assert max(minutes.values()) <= 15


def test_every_warning_and_change_has_its_words() -> None:
    words = words_for("en")
    today = a_day(2, "wed")
    histories = [(), (a_check_in(today, pain=7),), (a_check_in(today, "fever"),), (a_check_in(today, "fainting"),)]
    for history in histories:
        made = plan(an_athlete(available_days="sat sun", health_known=False), history, today)
        texts = [notice.text for notice in made.warnings]
        texts += [text for change in made.changes for text in (change.before, change.after, change.why)]
        assert all(words.say(text) for text in texts)


def test_every_notice_code_stands_in_the_catalogue() -> None:
    source = Path(plan.__code__.co_filename).with_name("notices.py").read_text(encoding="utf-8")
    catalogue = words_for("en").catalogue
    codes = [part.split('"')[0] for part in source.split('_notice("')[1:]]
    assert codes
    assert [code for code in codes if f"warning.{code}" not in catalogue] == []
