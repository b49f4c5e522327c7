"""Fitness now: raised by races and hard runs, lowered by time off, by nothing else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.fitness import BREAK, LOOK_BACK, Fitness, Source, fitness_now, share_left
from coach.history import Entry, Status
from coach.paces import fitness_of, layoff_share, time_of
from coach.planning import plan
from coach.profile import Experience, Profile
from coach.session import Session, SessionKind
from coach.units import Metres, Seconds
from tests.builders import MONDAY, a_result, an_athlete, an_entry
from tests.depth import examples

DAY = dt.timedelta(days=1)
TODAY = MONDAY + 40 * DAY
RACER = an_athlete(recent_race=a_result(5000, 1500))
NOBODY = an_athlete()


def a_race(date: dt.date, distance_m: int = 5000, minutes: float = 25) -> Entry:
    return an_entry(date, "race", distance_m=Metres(distance_m), minutes=minutes, rpe=9, planned=False)


def a_hard_run(date: dt.date, distance_m: int = 6000, minutes: float = 30, **fields: object) -> Entry:
    return an_entry(date, distance_m=Metres(distance_m), minutes=minutes, **{"rpe": 8, "planned": False, **fields})


def running_every_third_day(until: dt.date, since: dt.date = MONDAY) -> list[Entry]:
    days = range(0, (until - since).days, 3)
    return [an_entry(since + n * DAY) for n in days]


def now(profile: Profile, *entries: Entry, today: dt.date = TODAY) -> Fitness:
    found = fitness_now(profile, entries, today)
    assert found is not None
    return found


def test_nothing_is_known_without_a_result() -> None:
    assert fitness_now(NOBODY, running_every_third_day(TODAY), TODAY) is None


def test_stated_race_gives_its_fitness() -> None:
    found = now(RACER)
    assert (found.value, found.source) == (fitness_of(a_result(5000, 1500)), Source.STATED_RACE)


def test_logged_race_counts_on_its_day() -> None:
    found = now(NOBODY, a_race(TODAY))
    assert (found.source, found.date) == (Source.LOGGED_RACE, TODAY)
    assert found.value == pytest.approx(fitness_of(a_result(5000, 1500)))


def test_faster_race_raises_what_was_stated() -> None:
    assert now(RACER, a_race(TODAY, minutes=23.5)).value > now(RACER).value


def test_slower_race_is_a_slow_day() -> None:
    assert now(RACER, a_race(TODAY, minutes=29)) == now(RACER)


def test_race_as_predicted_shows_nothing_new() -> None:
    """A race that was tapped as done holds its predicted time, rounded to a minute."""
    predicted = round(time_of(now(RACER).value, 10_000) / 60)
    assert now(RACER, a_race(TODAY, 10_000, predicted)) == now(RACER)


def test_hard_run_without_breaks_shows_fitness() -> None:
    found = now(NOBODY, a_hard_run(TODAY))
    assert found.source is Source.LOGGED_RUN
    assert found.value == pytest.approx(fitness_of(a_result(6000, 1800)))


@pytest.mark.parametrize(
    "fields",
    [
        {"rpe": 5},
        {"rpe": None},
        {"minutes": 120, "distance_m": Metres(24_000)},
        {"minutes": 10, "distance_m": Metres(2900)},
        {"longest_run_s": Seconds(600)},
        {"status": Status.PARTIAL},
        {"distance_m": None},
    ],
    ids=["easy", "effort unknown", "too long", "too short", "with walks", "broken off", "no distance"],
)
def test_other_runs_show_nothing(fields: dict[str, object]) -> None:
    assert fitness_now(NOBODY, [a_hard_run(TODAY, **fields)], TODAY) is None


@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run", "run_walk", "recovery_walk", "strength"])
def test_sessions_with_warm_ups_and_breaks_show_nothing(kind: str) -> None:
    entry = an_entry(TODAY, kind, distance_m=Metres(9000), minutes=40, rpe=9)
    assert fitness_now(NOBODY, [entry], TODAY) is None


def test_impossible_result_is_passed_over() -> None:
    assert fitness_now(NOBODY, [a_race(TODAY, 5000, 11), a_race(TODAY, 5000, 9)], TODAY) is None


def test_results_of_another_year_are_passed_over() -> None:
    old = MONDAY - (LOOK_BACK + 1) * DAY
    assert fitness_now(NOBODY, [a_race(old)], TODAY) is None
    assert fitness_now(NOBODY, [a_race(old + DAY)], TODAY) is not None


def test_entries_after_today_are_not_known_yet() -> None:
    assert fitness_now(NOBODY, [a_race(TODAY + DAY)], TODAY) is None


def test_three_weeks_off_cost_what_the_table_says() -> None:
    last = TODAY - 22 * DAY
    found = now(RACER, *running_every_third_day(last + DAY, last - 12 * DAY))
    assert found.share == pytest.approx(layoff_share(21))
    assert found.value == pytest.approx(found.share * now(RACER).value)


def test_week_off_costs_nothing() -> None:
    entries = [an_entry(TODAY - 20 * DAY), an_entry(TODAY - BREAK * DAY)]
    assert share_left(entries, MONDAY, TODAY) == pytest.approx(layoff_share(7))
    assert share_left([an_entry(TODAY - 13 * DAY), an_entry(TODAY - 5 * DAY)], MONDAY, TODAY) == 1.0


def test_cross_training_halves_the_loss() -> None:
    runs = [an_entry(MONDAY), an_entry(MONDAY + 29 * DAY)]
    rides = [an_entry(MONDAY + n * DAY, "cross_training", distance_m=None) for n in range(2, 29, 3)]
    whole, half = (share_left(entries, MONDAY, MONDAY + 30 * DAY) for entries in (runs, runs + rides))
    assert 1 - half == pytest.approx((1 - whole) / 2)


def test_result_after_a_break_starts_afresh() -> None:
    """What was shown after the time off needs no discount, even where it is less than before it."""
    before, after = an_entry(MONDAY), a_race(MONDAY + 57 * DAY, minutes=28)
    found = now(RACER, before, after, today=MONDAY + 60 * DAY)
    assert (found.source, found.share) == (Source.LOGGED_RACE, 1.0)
    assert found.value < fitness_of(a_result(5000, 1500))


entries = st.builds(
    Entry,
    date=st.dates(MONDAY - 60 * DAY, TODAY),
    kind=st.sampled_from(SessionKind),
    status=st.sampled_from(Status),
    minutes=st.none() | st.integers(1, 300),
    distance_m=st.none() | st.integers(100, 60_000),
    rpe=st.none() | st.integers(1, 10),
    longest_run_s=st.none() | st.integers(60, 7200),
)


@examples(60)
@given(st.lists(entries, max_size=30))
def test_whatever_is_logged_fitness_stays_within_reason(history: list[Entry]) -> None:
    found = fitness_now(RACER, history, TODAY)
    assert found is not None
    assert 0.8 <= found.share <= 1.0
    assert 0.8 * fitness_of(a_result(5000, 1500)) <= found.value <= 85


@examples(60)
@given(st.lists(entries, max_size=20), st.integers(1, 7), st.integers(10, 90))
def test_easy_run_never_lowers_fitness(history: list[Entry], rpe: int, minutes: int) -> None:
    before = fitness_now(RACER, history, TODAY)
    easy = an_entry(TODAY, rpe=rpe, minutes=minutes, distance_m=Metres(100 * minutes))
    after = fitness_now(RACER, [*history, easy], TODAY)
    assert before is not None
    assert after is not None
    assert after.value >= before.value


@examples(30)
@given(st.lists(entries, max_size=20), st.randoms(use_true_random=False))
def test_order_of_the_log_makes_no_difference(history: list[Entry], random: object) -> None:
    days = {entry.date: entry for entry in history}
    mixed = list(days.values())
    random.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis hands in a random.Random
    assert fitness_now(RACER, mixed, TODAY) == fitness_now(RACER, list(days.values()), TODAY)


def paces_of(sessions: tuple[Session, ...]) -> set[object]:
    return {session.target.pace_s_per_km for session in sessions if session.kind is SessionKind.EASY_RUN}


def test_plan_shows_the_paces_of_a_logged_race() -> None:
    runner = an_athlete(experience=Experience.REGULAR)
    without, with_race = (plan(runner, log, MONDAY + 7 * DAY) for log in ((), (a_race(MONDAY + 6 * DAY),)))
    assert without.fitness is None
    assert with_race.fitness == pytest.approx(38.3, abs=0.1)
    assert paces_of(without.weeks[0].sessions) == {None}
    assert None not in paces_of(with_race.weeks[0].sessions)
    assert "new_paces" in {notice.code for notice in with_race.warnings}


def test_plan_after_a_break_says_that_paces_are_slower() -> None:
    last = MONDAY + 10 * DAY
    log = running_every_third_day(last + DAY)
    made = plan(RACER, log, last + 23 * DAY)
    assert "paces_after_break" in {notice.code for notice in made.warnings}
    assert made.fitness is not None
    assert made.fitness < plan(RACER, log, last + DAY).fitness  # type: ignore[operator] # it is known


def test_a_race_of_somebody_who_runs_nothing_now_lies_four_weeks_back_at_least() -> None:
    resting = an_athlete(recent_race=a_result(5000, 1500), weekly_distance_m=Metres(0), longest_run_m=Metres(0))
    known, fresh = now(resting, today=MONDAY), now(RACER, today=MONDAY)
    assert known.share == layoff_share(28)
    assert known.value == pytest.approx(fresh.value * layoff_share(28))
    assert "paces_after_break" in {warning.code for warning in plan(resting, (), MONDAY).warnings}


def test_a_longest_run_of_late_says_that_somebody_ran() -> None:
    runner = an_athlete(recent_race=a_result(5000, 1500), weekly_distance_m=Metres(0), longest_run_m=Metres(5000))
    assert now(runner, today=MONDAY).share == 1
