"""The ladders in whole plans: what was logged moves the weeks to come, and nothing that was sent."""

import datetime as dt
from collections.abc import Callable, Iterable

import pytest

from coach.history import Entry, Felt, SetsDone, Status
from coach.plan import Kept, Plan
from coach.planning import plan
from coach.profile import Equipment, Profile
from coach.session import Session, SessionKind, StrengthPart
from coach.workouts.strength import held_in
from tests.builders import MONDAY, a_beginner, a_day, an_athlete
from tests.coach.rules.athletes import as_planned
from tests.coach.rules.replay import BLOCKS
from tests.coach.rules.story import DAY, sessions_of

WEEK = dt.timedelta(weeks=1)


def strengths(made: Plan) -> list[Session]:
    """The strength sessions of a plan, in order."""
    return [s for s in sessions_of(made, MONDAY) if s.kind is SessionKind.STRENGTH]


def work(made: Plan, day: dt.date) -> list[tuple[dt.date, tuple[StrengthPart, ...]]]:
    """Every exercise from a day on."""
    return [(session.date, tuple(held_in(session.steps))) for session in strengths(made) if session.date >= day]


def guided(session: Session, felt: Felt = Felt.RIGHT, of: str | None = None) -> Entry:
    """What a guided session done to its end logs; ``felt`` is said of one exercise, or of all."""
    sets = tuple(
        SetsDone(
            part.exercise, part.sets, part.reps, part.seconds, None, part.rung,
            felt if of in {None, part.exercise} else Felt.RIGHT,
        )
        for part in held_in(session.steps)
    )  # fmt: skip
    return Entry(
        session.date, session.kind, Status.DONE, session.minutes, None, 6, session.target.rpe, planned=True,
        exercises=sets,
    )  # fmt: skip


def lived(profile: Profile, weeks: int, log: Callable[[Session], Entry]) -> tuple[Entry, ...]:
    """The history of so many weeks in which every session of the plan was done and logged by ``log``."""
    history: list[Entry] = []
    for week in range(weeks):
        day = MONDAY + week * WEEK
        history += [_logged(s, log) for s in sessions_of(plan(profile, tuple(history), day), day, 7)]
    return tuple(history)


def _logged(session: Session, log: Callable[[Session], Entry]) -> Entry:
    return log(session) if session.kind is SessionKind.STRENGTH else as_planned(session)


def rungs(sessions: Iterable[Session], exercise: str) -> list[str]:
    """The rungs on which an exercise is planned, session by session."""
    return [part.rung for session in sessions for part in held_in(session.steps) if part.exercise == exercise]


@pytest.mark.parametrize("profile", BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("log", [as_planned, guided], ids=["by_effort", "set_by_set"])
def test_strength_done_as_planned_is_never_replanned(profile: Profile, log: Callable[[Session], Entry]) -> None:
    """Every exercise, rung, set and repetition stays, week after week, whether sets are logged or not."""
    first = plan(profile, (), MONDAY)
    for weeks in (1, 3, 4, 5, 8, 9):
        today = MONDAY + weeks * WEEK
        history = tuple(_logged(s, log) for s in sessions_of(first, MONDAY) if s.date < today)
        assert work(plan(profile, history, today), today) == work(first, today)


@pytest.mark.parametrize("profile", list(BLOCKS.values())[:2], ids=list(BLOCKS)[:2])
def test_strength_stays_through_every_day_of_a_week(profile: Profile) -> None:
    first = plan(profile, (), MONDAY)
    for today in (MONDAY + n * DAY for n in range(22, 30)):
        history = tuple(_logged(s, guided) for s in sessions_of(first, MONDAY) if s.date < today)
        assert work(plan(profile, history, today), today) == work(first, today)


def test_too_hard_twice_gives_an_easier_rung_with_a_reason() -> None:
    profile, today = an_athlete(), MONDAY + 2 * WEEK
    hard = lived(profile, 2, lambda session: guided(session, Felt.HARD, of="squat"))
    made = plan(profile, hard, today)
    assert rungs(strengths(plan(profile, lived(profile, 2, guided), today)), "squat")[0] == "bodyweight"
    assert rungs(strengths(made), "squat")[0] == "sit_to_stand"
    told = next(s for s in strengths(made) if "squat" in {part.exercise for part in held_in(s.steps)})
    assert told.why.key == "why.strength_moved"
    assert dict(told.why.args)["move"].key == "moved.hard"  # type: ignore[attr-defined] # a phrase within a phrase


def test_other_exercises_stay_where_they_were() -> None:
    profile, today = an_athlete(), MONDAY + 2 * WEEK
    hard = lived(profile, 2, lambda session: guided(session, Felt.HARD, of="squat"))
    calm = lived(profile, 2, guided)
    for exercise in ("lunge", "step_up", "plank"):
        assert rungs(strengths(plan(profile, hard, today)), exercise) == rungs(
            strengths(plan(profile, calm, today)), exercise
        )


def test_too_easy_twice_climbs_before_the_calendar() -> None:
    profile, today = an_athlete(equipment=frozenset({Equipment.DUMBBELLS})), MONDAY + 2 * WEEK
    easy = lived(profile, 2, lambda session: guided(session, Felt.EASY))
    made = strengths(plan(profile, easy, today))
    assert rungs(made, "squat")[0] == "goblet"
    assert dict(made[0].why.args)["move"].key == "moved.easy"  # type: ignore[attr-defined] # as above


def test_weeks_already_sent_are_not_rewritten() -> None:
    """What was shown stays; the week after it follows the log (C7)."""
    profile, first = an_athlete(), plan(an_athlete(), (), MONDAY)
    hard = lived(profile, 2, lambda session: guided(session, Felt.HARD, of="squat"))
    today = MONDAY + 2 * WEEK
    made = plan(profile, hard, today, Kept(weeks=first.weeks[2:3]))
    sent = [s for s in first.weeks[2].sessions if s.kind is SessionKind.STRENGTH]
    now = [s for s in made.weeks[0].sessions if s.kind is SessionKind.STRENGTH]
    assert [held_in(s.steps) for s in now] == [held_in(s.steps) for s in sent]
    assert rungs([s for s in made.weeks[1].sessions if s.kind is SessionKind.STRENGTH], "squat") == ["sit_to_stand"]


def test_nobody_climbs_by_the_calendar_alone() -> None:
    profile = a_beginner()
    runs = tuple(
        as_planned(s) for s in sessions_of(plan(profile, (), MONDAY), MONDAY) if s.kind is not SessionKind.STRENGTH
    )
    today = MONDAY + 5 * WEEK
    made = plan(profile, tuple(entry for entry in runs if entry.date < today), today)
    assert set(rungs(strengths(made)[:2], "squat")) == {"sit_to_stand"}


def test_the_next_block_goes_on_where_the_last_one_ended() -> None:
    profile = an_athlete()
    first = plan(profile, (), MONDAY)
    history = tuple(as_planned(s) for s in sessions_of(first, MONDAY))
    made = plan(profile, history, MONDAY + 12 * WEEK)
    assert rungs(strengths(made), "squat")[0] == "split"


def test_sets_told_in_words_move_the_ladders_too() -> None:
    """“Squats 3x15” in two weeks is the top of the range twice."""
    profile, today = an_athlete(equipment=frozenset({Equipment.DUMBBELLS})), MONDAY + 2 * WEEK
    words = tuple(
        Entry(a_day(week, "wed"), SessionKind.STRENGTH, Status.DONE, exercises=(SetsDone("squat", 3, 15),))
        for week in (1, 2)
    )
    assert rungs(strengths(plan(profile, words, today)), "squat")[0] == "goblet"


def test_every_week_of_two_sessions_still_holds_squats_lunges_and_step_ups() -> None:
    profile = an_athlete()
    history = lived(profile, 3, lambda session: guided(session, Felt.PAIN))
    for week in plan(profile, history, MONDAY + 3 * WEEK).weeks:
        sessions = [s for s in week.sessions if s.kind is SessionKind.STRENGTH]
        if len(sessions) == 2:
            held = {part.exercise for session in sessions for part in held_in(session.steps)}
            assert {"squat", "lunge", "step_up"} <= held


def test_one_set_fewer_still_fills_the_session_exactly() -> None:
    profile = a_beginner()
    history = lived(profile, 5, lambda session: guided(session, Felt.PAIN))
    for session in strengths(plan(profile, history, MONDAY + 5 * WEEK)):
        parts = [part for step in session.steps for part in step.parts if isinstance(part, StrengthPart)]
        spent = sum(part.sets * ((part.seconds or 4 * (part.reps or 0)) + part.rest_s) for part in parts)
        assert spent == 60 * session.minutes
        sets = {part.exercise: part.sets for part in held_in(session.steps)}
        assert len(set(sets.values())) == 1, sets
