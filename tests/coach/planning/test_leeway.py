"""What is logged today and keeps within the leeway of this week changes no other day of it, whatever else is so."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.history import Entry, Pain, Reason, Status
from coach.plan import Plan, Week
from coach.planning import Leeway, left_after, this_week
from coach.planning.leeway import MARGIN_M, Behind, is_effort_alone
from coach.profile import Experience, Profile
from coach.session import HILL_RUN, LONG_RUN, RECOVERY_WALK, RUN_KINDS, STRENGTH, TEMPO_RUN, Session, SessionKind
from coach.units import Metres
from tests.builders import a_beginner, an_athlete, limits
from tests.coach.rules.athletes import a_profile, as_planned, deviate, events, unplanned
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY
from tests.coach.rules.living import Life, obedience, sessions
from tests.depth import examples

SHARES = (40, 70, 85, 95, 98, 100, 100, 102, 105, 130)
"""How long a session may take, in hundredths of what was planned."""


def as_it_went(pick: Chooser, session: Session) -> Entry:
    """A session as people do it: about as planned, less or more of it, skipped, or anything at all."""
    planned = as_planned(session)
    if pick.chance(12):
        return deviate(pick, planned)
    if pick.chance(8):
        reason = pick.one((None, Reason.BUSY, Reason.TRAVEL))
        return Entry(planned.date, planned.kind, Status.SKIPPED, reason=reason, planned=True)
    share = pick.one(SHARES) / 100
    metres = None if planned.distance_m is None or pick.chance(8) else Metres(int(planned.distance_m * share))
    effort = None if planned.rpe is None else planned.rpe + pick.whole(-1, 2)
    status = Status.PARTIAL if share < 0.8 else Status.DONE
    minutes = round((planned.minutes or 0) * share, 2)
    return replace(planned, minutes=minutes, distance_m=metres, rpe=effort, status=status)


def logged(life: Life, entry: Entry) -> tuple[Entry, ...]:
    """The history once something more is in it."""
    return tuple(sorted((*life.history, entry), key=lambda each: each.date))


def ahead(made: Plan, history: tuple[Entry, ...]) -> list[Session]:
    """What the week still holds: the days to come, and what of today is not in the log."""
    today = made.today
    done = {entry.kind for entry in history if entry.date == today}
    return [s for s in made.weeks[0].sessions if s.date > today or (s.date == today and s.kind not in done)]


def moments(pick: Chooser, profile: Profile, days: int) -> Iterator[tuple[Life, Entry]]:
    """Everything that somebody logs of what was planned, at the moment before it is logged."""
    life = Life.of(profile)
    for _ in range(days):
        made = life.morning()
        for session in [session for session in sessions(made) if session.date == life.today]:
            entry = as_it_went(pick, session)
            yield life, entry
            life.reports(entry)
        if pick.chance(5):
            life.reports(unplanned(pick, life.today))
        if pick.chance(3):
            life.reports(*(event for event in events(pick, life.today) if event.date <= life.today))
        life.evening()


def is_near(one: Leeway, other: Leeway) -> bool:
    """Whether two leeways are the same, their sums of guesses to the metre."""
    counted = abs(one.counted_m - other.counted_m) < MARGIN_M
    return counted and replace(one, counted_m=0.0) == replace(other, counted_m=0.0)


@examples(14)
@given(seed=st.integers(0, 2**32), days=st.integers(2, 18), runs=st.booleans())
@example(seed=35_964_680, days=9, runs=False)  # a tempo run that stands though its week has room for less work
def test_what_keeps_within_the_leeway_leaves_the_week_as_it_is(seed: int, days: int, runs: bool) -> None:  # noqa: FBT001 — drawn
    """To the letter: paces, minutes, steps, reasons, order; and what is left is the leeway of the new week."""
    pick = seeded(seed)
    profile = a_profile(pick)
    if runs:
        profile = replace(profile, experience=pick.one((Experience.REGULAR, Experience.EXPERIENCED)))
    for life, entry in moments(pick, profile, days):
        before, leeway, _ = this_week(profile, life.history, life.today, life.passed())
        left = None if leeway is None else left_after(leeway, entry)
        if left is not None:
            history = logged(life, entry)
            after, found, _ = this_week(profile, history, life.today, life.passed())
            assert ahead(after, history) == ahead(before, history)
            felt = replace(entry, rpe=None if entry.rpe is not None else 4)
            if is_effort_alone(entry, felt):
                again = this_week(profile, logged(life, felt), life.today, life.passed())
                assert (again.plan.weeks, again.leeway) == (after.weeks, found)
            assert found is not None
            assert is_near(found, left)


def test_what_goes_as_planned_keeps_within_it_as_a_rule() -> None:
    life, held = Life.of(an_athlete()), []
    for made in life.lives(56, obedience):
        for session in [session for session in sessions(made) if session.date == life.today]:
            leeway = this_week(life.profile, life.history, life.today, life.passed()).leeway
            held.append(leeway is not None and left_after(leeway, as_planned(session)) is not None)
    assert sum(held) > 0.8 * len(held)


# ---- one week, told in full


def a_life(day: int = 15, profile: Profile | None = None) -> Life:
    """A runner who has done everything as planned, on a morning."""
    life = Life.of(profile or an_athlete(max_minutes=limits(90, 120)))
    for _ in life.lives(day, obedience):
        pass
    life.morning()
    return life


def leeway_of(life: Life) -> Leeway:
    """The leeway of this moment."""
    leeway = this_week(life.profile, life.history, life.today, life.passed()).leeway
    assert leeway is not None
    return leeway


def today_of(life: Life, *kinds: SessionKind) -> Session:
    """Today's session of a kind, of any kind where none is named."""
    week: Week = life.told[max(life.told)]
    return next(s for s in week.sessions if s.date == life.today and (not kinds or s.kind in kinds))


def a_running_day() -> tuple[Life, Entry]:
    """The third Tuesday, with a run that is done as planned."""
    life = a_life()
    return life, as_planned(today_of(life, *RUN_KINDS))


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"rpe": None},
        {"rpe": 1},
        {"minutes": 20.5, "distance_m": Metres(3000), "status": Status.PARTIAL},
        {"status": Status.SKIPPED, "reason": Reason.BUSY, "minutes": None, "distance_m": None, "rpe": None},
    ],
    ids=["as planned", "without an effort", "easily", "a part of it", "no time"],
)
def test_a_run_of_which_there_is_nothing_to_say_keeps_within_it(told: dict[str, Any]) -> None:
    life, entry = a_running_day()
    assert left_after(leeway_of(life), replace(entry, **told)) is not None


@pytest.mark.parametrize(
    "told",
    [
        {"pain": Pain("knee", 1)},
        {"symptoms": ("fever",)},
        {"rpe": 10},
        {"reason": Reason.ILL, "status": Status.SKIPPED},
        {"reason": Reason.INJURED, "status": Status.SKIPPED},
        {"planned": False},
        {"distance_m": Metres(40_000)},
        {"distance_m": None, "minutes": 400.0},
        {"kind": SessionKind.RACE},
        {"kind": SessionKind.CROSS_TRAINING},
        {"status": None},
    ],
    ids=[
        *("pain", "a symptom", "too hard", "ill", "injured", "beside the plan", "much too far", "much too long"),
        *("a race", "another sport", "neither done nor skipped"),
    ],
)
def test_what_a_plan_may_answer_has_no_leeway(told: dict[str, Any]) -> None:
    life, entry = a_running_day()
    assert left_after(leeway_of(life), replace(entry, **told)) is None


@pytest.mark.parametrize("effort", [1, 4, 9])
def test_an_effort_told_later_leaves_week_and_leeway_as_they_are(effort: int) -> None:
    life, entry = a_running_day()
    silent, told = replace(entry, rpe=None), replace(entry, rpe=effort)
    assert is_effort_alone(silent, told)
    before, after = (this_week(life.profile, logged(life, one), life.today, life.passed()) for one in (silent, told))
    assert after.plan == before.plan
    assert after.leeway is not None
    assert after.leeway == before.leeway


@pytest.mark.parametrize(
    "told", [{"rpe": 10}, {"rpe": 4, "minutes": 12.0}, {"rpe": 4, "pain": Pain("knee", 2)}], ids=str
)
def test_what_says_more_than_an_effort_is_more(told: dict[str, Any]) -> None:
    _, entry = a_running_day()
    assert not is_effort_alone(replace(entry, rpe=None), replace(entry, **told))


@pytest.mark.parametrize("days", [-7, -1, 1], ids=["a week ago", "yesterday", "tomorrow"])
def test_only_what_was_done_today_has_a_leeway(days: int) -> None:
    life, entry = a_running_day()
    assert left_after(leeway_of(life), replace(entry, date=life.today + days * DAY)) is None


def test_the_same_session_twice_is_one_too_many() -> None:
    life, entry = a_running_day()
    left = left_after(leeway_of(life), entry)
    assert left is not None
    assert left_after(left, entry) is None


def test_what_has_been_logged_takes_its_share_of_it() -> None:
    life, entry = a_running_day()
    leeway = leeway_of(life)
    left = left_after(leeway, entry)
    assert left is not None
    assert left.counted_m == leeway.counted_m + (entry.distance_m or 0)
    assert left.spent == leeway.spent + int(entry.minutes or 0)
    assert left.done.runs == leeway.done.runs + 1


def test_a_run_without_a_distance_counts_on_the_high_side() -> None:
    life, entry = a_running_day()
    leeway = leeway_of(life)
    left = left_after(leeway, replace(entry, distance_m=None, minutes=20.0))
    assert left is not None
    assert left.counted_m == pytest.approx(leeway.counted_m + 1.1 * leeway.speeds[1] * 20)
    assert left.done.metres == leeway.done.metres


def test_a_week_that_was_not_sent_has_none() -> None:
    profile = an_athlete()
    assert this_week(profile, (), profile.start_date).leeway is None


def test_on_the_ladder_there_is_none() -> None:
    """Every comfortable session moves what follows (P5)."""
    life = a_life(8, a_beginner())
    assert this_week(life.profile, life.history, life.today, life.passed()).leeway is None


@pytest.mark.parametrize("rpe", [None, 9], ids=["sore", "twice too hard"])
def test_while_a_sign_lasts_there_is_none(rpe: int | None) -> None:
    life, entry = a_running_day()
    before = [each for each in life.history if each.rpe is not None][-1]
    if rpe is None:
        life.reports(Entry(life.today - DAY, pain=Pain("knee", 4)))
    else:
        life.reports(replace(before, rpe=rpe), replace(before, date=before.date - DAY, rpe=rpe))
    leeway = this_week(life.profile, life.history, life.today, life.passed()).leeway
    assert leeway is None or left_after(leeway, entry) is None


# ---- limits, one by one


def a_leeway(*on: tuple[int, SessionKind, int], **fields: Any) -> Leeway:  # noqa: ANN401 — any field, by its name
    """A week with easy figures: sessions as (day, kind, minutes) at 150 m/min, wide limits."""
    life, _ = a_running_day()
    like = leeway_of(life).ahead[0]
    ahead_ = tuple(
        replace(like, day=day, kind=kind, minutes=minutes, metres=150.0 * minutes, work_s=0, rep_m=0, why=number)
        for number, (day, kind, minutes) in enumerate(on)
    )
    done = Behind(10_000, 2, 70)
    given_: dict[str, Any] = {
        "today": life.today, "ahead": ahead_, "limit_m": 60_000, "counted_m": 10_000, "done": done, "sent": done,
        "hard": 0, "cap": 120, "spent": 0, "speeds": (80, 150, 200), "late": False,
    }  # fmt: skip
    return Leeway(**(given_ | fields))


def an_entry_of(leeway: Leeway, kind: SessionKind, minutes: float = 40, **told: Any) -> Entry:  # noqa: ANN401 — likewise
    """Something done today as it was planned."""
    metres = None if kind is STRENGTH else Metres(int(150 * minutes))
    done = Entry(leeway.today, kind, Status.DONE, minutes, metres, planned=True)
    return replace(done, **told)


EASY = SessionKind.EASY_RUN


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        ([(0, TEMPO_RUN, 40), (1, LONG_RUN, 60)], TEMPO_RUN),
        ([(0, LONG_RUN, 40), (1, TEMPO_RUN, 60)], LONG_RUN),
        ([(0, HILL_RUN, 40), (3, HILL_RUN, 40)], HILL_RUN),
        ([(0, TEMPO_RUN, 40), (0, STRENGTH, 20)], TEMPO_RUN),
        ([(0, EASY, 40), (0, LONG_RUN, 40)], EASY),
        ([(0, EASY, 40), (1, SessionKind.RUN_WALK, 30)], EASY),
    ],
    ids=["hard, then long", "long, then hard", "hills twice", "hard, then strength", "two runs", "before the ladder"],
)
def test_runs_keep_their_distance(on: list[tuple[int, SessionKind, int]], kind: SessionKind) -> None:
    leeway = a_leeway(*on)
    assert left_after(leeway, an_entry_of(leeway, kind)) is None


def test_a_hard_run_skipped_is_near_to_nothing() -> None:
    leeway = a_leeway((0, TEMPO_RUN, 40), (1, LONG_RUN, 60), sent=Behind(30_000, 3, 200))
    assert left_after(leeway, an_entry_of(leeway, TEMPO_RUN, status=Status.SKIPPED)) is not None


@pytest.mark.parametrize(("minutes", "stands"), [(40, True), (40.9, True), (41, False)])
def test_what_is_left_of_today_keeps_to_its_minutes(minutes: float, *, stands: bool) -> None:
    leeway = a_leeway((0, EASY, 40), (0, STRENGTH, 20), cap=60)
    assert (left_after(leeway, an_entry_of(leeway, EASY, minutes)) is not None) is stands


@pytest.mark.parametrize(("limit", "stands"), [(22_001, True), (21_999, False)])
def test_the_week_keeps_to_its_metres(limit: int, *, stands: bool) -> None:
    """10 km are done, today's run adds 6, Thursday's 6 more."""
    leeway = a_leeway((0, EASY, 40), (2, EASY, 40), limit_m=limit)
    assert (left_after(leeway, an_entry_of(leeway, EASY)) is not None) is stands


@pytest.mark.parametrize(("minutes", "stands"), [(70, True), (72, False)])
def test_the_long_run_keeps_its_share(minutes: int, *, stands: bool) -> None:
    """Of four runs it may take two fifths: 10.7 of 26.7 km, where 10 and 6 are done."""
    leeway = a_leeway((0, EASY, 40), (2, LONG_RUN, minutes), sent=Behind())
    assert (left_after(leeway, an_entry_of(leeway, EASY)) is not None) is stands


def test_in_the_last_weeks_before_a_long_race_its_share_is_larger() -> None:
    leeway = a_leeway((0, EASY, 40), (2, LONG_RUN, 100), sent=Behind(), late=True)
    assert left_after(leeway, an_entry_of(leeway, EASY)) is not None


def test_what_was_missed_takes_nothing_from_the_long_runs_share() -> None:
    """The shares go by what was sent where less was done of it (C1)."""
    leeway = a_leeway((0, EASY, 40), (2, LONG_RUN, 70), done=Behind(), sent=Behind(12_000, 2, 80))
    assert left_after(leeway, an_entry_of(leeway, EASY, status=Status.SKIPPED)) is not None


@pytest.mark.parametrize(("work", "stands"), [(12 * 60, True), (40 * 60, False)])
def test_hard_work_keeps_its_share(work: int, *, stands: bool) -> None:
    leeway = a_leeway((0, EASY, 40), (2, TEMPO_RUN, 60))
    easy, tempo = leeway.ahead
    leeway = replace(leeway, ahead=(easy, replace(tempo, work_s=work)))
    assert (left_after(leeway, an_entry_of(leeway, EASY)) is not None) is stands


@pytest.mark.parametrize(("metres", "stands"), [(2000, True), (9000, False)])
def test_fast_metres_keep_theirs(metres: int, *, stands: bool) -> None:
    leeway = a_leeway((0, EASY, 40), (2, TEMPO_RUN, 60))
    easy, tempo = leeway.ahead
    leeway = replace(leeway, ahead=(easy, replace(tempo, rep_m=metres)))
    assert (left_after(leeway, an_entry_of(leeway, EASY)) is not None) is stands


def test_two_sessions_that_would_come_together_with_the_same_reason_have_none() -> None:
    leeway = a_leeway((0, STRENGTH, 20), (0, EASY, 40), (2, RECOVERY_WALK, 30))
    first, run, last = leeway.ahead
    leeway = replace(leeway, ahead=(first, run, replace(last, why=first.why)))
    assert left_after(leeway, an_entry_of(leeway, EASY)) is None


def test_it_is_of_its_own_day() -> None:
    assert leeway_of(a_life()).today == dt.date(2026, 12, 15)
