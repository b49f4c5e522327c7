"""What somebody says of their health, of how they run, or of their race changes of the weeks sent what it must (C7)."""

from dataclasses import replace

import pytest

from coach.plan import Plan
from coach.profile import Goal, Health, HealthFlag, Profile
from coach.session import HARD_KINDS, RUN_KINDS, Session, SessionKind
from coach.units import BeatsPerMinute, Metres
from tests.builders import MONDAY, a_day, an_athlete, health, limits
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, monday
from tests.coach.rules.living import Life, obedience, sessions
from tests.coach.rules.test_changed_settings import Change, Twice, one_change, with_change
from tests.coach.rules.test_minimal import broken, lived, needless, sent_until

K = SessionKind
UNCLEARED = Health(frozenset({HealthFlag.UNCONTROLLED_BLOOD_PRESSURE}), cleared=False)
RACES = (Goal.FIVE_K, Goal.TEN_K, Goal.HALF_MARATHON, Goal.MARATHON)
RUNNER = an_athlete(
    weekly_distance_m=Metres(35_000), longest_run_m=Metres(12_000), available_days="mon tue wed thu sun"
)


def a_runner(day: str = "mon", profile: Profile = RUNNER, week: int = 1) -> Life:
    """Somebody on a day of a week, everything before it done as planned."""
    life = Life.of(profile)
    for _ in life.lives((a_day(week, day) - MONDAY).days, obedience):
        pass
    life.morning()
    return life


def left(twice: Twice, made: Plan) -> dict[tuple[object, SessionKind], Session]:
    """What is left of the weeks sent, by day and kind."""
    return {(s.date, s.kind): s for s in sessions(made) if s.date < sent_until(twice.life)}


def broke(twice: Twice) -> set[str]:
    """The rules that were kept before and are broken now; that sent sessions changed was asked for."""
    now = broken(twice.life, twice.new)
    return now - twice.before - {line for line in now if "was sent and has changed" in line}


# Health


HEALTH: dict[str, Health] = {
    "no doctor's yes yet": UNCLEARED,
    "pregnant": health("pregnant"),
    "beta blocker": health("beta_blocker"),
    "nothing": Health(),
}


@pytest.mark.parametrize("told", HEALTH)
@pytest.mark.parametrize("seed", range(50_000_000, 50_000_006))
def test_what_is_said_of_health_changes_no_day_that_no_rule_needs_changed(seed: int, told: str) -> None:
    life = lived(seeded(seed))
    life.profile = replace(life.profile, health=Health())
    twice = one_change(life, "health", health=HEALTH[told], health_known=True)
    assert broke(twice) == set()
    assert needless(life, twice.old, twice.new, sent_until(life)) == []


def test_who_waits_for_a_doctors_yes_walks_on_the_days_of_their_runs() -> None:
    twice = one_change(a_runner("tue"), "health", health=UNCLEARED)
    runs = {day for day, kind in left(twice, twice.old) if kind in RUN_KINDS}
    walks = {day for day, kind in left(twice, twice.old) if kind is K.RECOVERY_WALK}
    assert set(left(twice, twice.new)) == {(day, K.RECOVERY_WALK) for day in runs | walks}
    assert max(s.minutes for s in left(twice, twice.new).values()) <= 30


def test_who_is_pregnant_keeps_strength_as_it_was_and_walks_instead_of_running() -> None:
    twice = one_change(a_runner(), "health", health=health("pregnant"))
    old, new = left(twice, twice.old), left(twice, twice.new)
    strength = {at: session for at, session in old.items() if at[1] is K.STRENGTH}
    assert strength
    assert {at: session for at, session in new.items() if at[1] is K.STRENGTH} == strength
    assert {day for day, _ in new} == {day for day, _ in old}
    assert {kind for _, kind in new} == {K.STRENGTH, K.RECOVERY_WALK}


def test_a_beta_blocker_takes_heart_rates_out_and_changes_nothing_else() -> None:
    runner = replace(RUNNER, resting_hr=BeatsPerMinute(60))
    twice = one_change(a_runner(profile=runner), "health", health=health("beta_blocker"))
    assert twice.days() == []
    assert any(s.target.hr_bpm for s in left(twice, twice.old).values())
    assert not any(s.target.hr_bpm for s in left(twice, twice.new).values())


# How somebody runs, put right in the first week


def more(pick: Chooser, profile: Profile) -> Profile:
    """More kilometres than they said first."""
    return replace(profile, weekly_distance_m=Metres((profile.weekly_distance_m or 0) + 1000 * pick.whole(1, 30)))


def less(pick: Chooser, profile: Profile) -> Profile:
    """Less of them."""
    return replace(profile, weekly_distance_m=Metres((profile.weekly_distance_m or 0) * pick.whole(3, 9) // 10))


def shorter_runs(pick: Chooser, profile: Profile) -> Profile:
    """A longest run that is shorter."""
    return replace(profile, longest_run_m=Metres((profile.longest_run_m or 0) * pick.whole(3, 9) // 10))


LEVEL: dict[str, tuple[str, Change]] = {
    "more": ("weekly_distance_m", more),
    "less": ("weekly_distance_m", less),
    "shorter runs": ("longest_run_m", shorter_runs),
}


@pytest.mark.parametrize("change", LEVEL)
@pytest.mark.parametrize("seed", range(50_100_000, 50_100_006))
def test_a_level_put_right_in_the_first_week_changes_only_what_is_beyond_it(seed: int, change: str) -> None:
    pick = seeded(seed)
    life = Life.of(a_profile(pick))
    for _ in life.lives(pick.whole(0, 6 - life.today.weekday()), obedience):
        pass
    life.morning()
    twice = with_change(life, *LEVEL[change], pick)
    assert broke(twice) == set()
    long = [s.minutes for s in sessions(twice.new) if s.kind is K.LONG_RUN and s.date < sent_until(life)]
    over = [s for s in left(twice, twice.old).values() if s.kind is K.EASY_RUN and s.minutes > min(long, default=999)]
    free = needless(life, twice.old, twice.new, sent_until(life))
    assert [day for day in free if not any(day.startswith(f"{s.date:%a %d %b}") for s in over)] == []  # W4


def test_who_runs_more_than_they_said_keeps_the_first_week() -> None:
    twice = one_change(a_runner("tue"), "weekly_distance_m", weekly_distance_m=Metres(50_000))
    assert twice.days() == []
    assert twice.new.weeks[1].distance_m > 1.1 * twice.old.weeks[1].distance_m


def test_who_runs_half_of_what_they_said_keeps_the_days_and_runs_less() -> None:
    twice = one_change(a_runner(), "weekly_distance_m", weekly_distance_m=Metres(18_000))
    assert twice.new.weeks[0].distance_m <= 18_000
    assert {day for day, _ in left(twice, twice.new)} <= {day for day, _ in left(twice, twice.old)}


# The race


def racing(seed: int) -> tuple[Chooser, Life]:
    """A random athlete some days before a race, everything done as planned."""
    pick = seeded(seed)
    life = Life.of(replace(a_profile(pick), goal=pick.one(RACES), race_date=None, weeks=None))
    race = life.today + (7 * pick.whole(4, 9) + 6 - life.today.weekday()) * DAY
    life.profile = replace(life.profile, race_date=race)
    for _ in life.lives(pick.whole(3, (race - life.today).days - 1), obedience):
        pass
    life.morning()
    return pick, life


@pytest.mark.parametrize("seed", range(50_200_000, 50_200_012))
def test_a_race_on_another_date_breaks_no_rule_that_was_kept(seed: int) -> None:
    pick, life = racing(seed)
    date = max(life.profile.race_date or life.today, life.today) + pick.whole(-14, 28) * DAY
    twice = one_change(life, "race_date", race_date=max(date, life.today + 2 * DAY))
    assert broke(twice) == set()


@pytest.mark.parametrize("seed", range(50_300_000, 50_300_012))
def test_another_goal_near_a_race_breaks_no_rule_that_was_kept(seed: int) -> None:
    pick, life = racing(seed)
    assert broke(one_change(life, "goal", goal=pick.one(RACES))) == set()


RACER = replace(RUNNER, goal=Goal.TEN_K, weeks=None, race_date=a_day(8, "sun"), max_minutes=limits(60, 120))


def test_a_race_put_off_in_its_week_leaves_all_other_days_of_it() -> None:
    twice = one_change(a_runner("wed", RACER, 8), "race_date", race_date=a_day(12, "sun"))
    old, new = left(twice, twice.old), left(twice, twice.new)
    assert set(old) - set(new) == {(a_day(8, "sun"), K.RACE)}
    assert set(new) <= set(old)
    assert [s.date for s in sessions(twice.new) if s.kind is K.RACE] == [a_day(12, "sun")]


def test_a_race_called_off_in_its_week_leaves_all_other_days_of_it() -> None:
    life = a_runner("wed", RACER, 8)
    life.profile = replace(life.profile, goal=Goal.GENERAL_FITNESS)
    twice = one_change(life, "race_date", race_date=None)
    assert not [s for s in sessions(twice.new) if s.kind is K.RACE]
    assert len(twice.days()) <= 1


def test_a_race_brought_forward_to_this_week_takes_strength_and_hard_runs_before_it() -> None:
    twice = one_change(a_runner("mon", RACER, 5), "race_date", race_date=a_day(5, "sun"))
    old, new = left(twice, twice.old), left(twice, twice.new)
    assert (a_day(5, "sun"), K.RACE) in new
    assert {kind for _, kind in new} <= {K.RACE, K.EASY_RUN, K.RECOVERY_WALK}
    assert {day for day, _ in new} <= {day for day, _ in old} | {a_day(5, "sun")}
    assert sum(s.distance_m or 0 for (_, kind), s in new.items() if kind is not K.RACE) < 0.6 * 36_000


def test_another_distance_on_the_same_day_changes_the_race_and_what_its_taper_asks() -> None:
    twice = one_change(a_runner("mon", RACER, 8), "goal", goal=Goal.FIVE_K)
    old, new = left(twice, twice.old), left(twice, twice.new)
    assert new[a_day(8, "sun"), K.RACE].distance_m == 5000
    assert set(new) == set(old)
    assert not [kind for day, kind in new if kind in HARD_KINDS and day != a_day(8, "sun")]
    assert monday(twice.life.today) == a_day(8, "mon")
