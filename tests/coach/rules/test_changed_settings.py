"""A setting that changes leaves what was sent as it is, as far as the rules let it (C7): an athlete with and without.

What a changed day held breaks a rule under the new setting, or the setting itself asks for the change: strength that is
wished for, the long run's day. All other days stay, and no rule is broken that was kept before.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from coach.history import Entry, Status
from coach.plan import Plan
from coach.planning import plan
from coach.profile import CrossTraining, Equipment, Experience, Goal, Profile, Weekday
from coach.session import Session, SessionKind
from coach.units import Kilograms, Metres
from tests.builders import an_athlete, limits
from tests.coach.rules.athletes import a_profile
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY, monday
from tests.coach.rules.living import Life, changed, sessions, shown, told
from tests.coach.rules.test_minimal import broken, lived, needless, sent_until, whole

K = SessionKind
Change = Callable[[Chooser, Profile], Profile]
"""What an athlete changes."""


def shorter_days(pick: Chooser, profile: Profile) -> Profile:
    """Less time on weekdays, perhaps at weekends too."""
    known = profile.max_minutes or limits(60, 90)
    weekday = max(15, known.weekday * pick.whole(3, 8) // 50 * 5)
    weekend = known.weekend if pick.chance(50) else max(15, known.weekend * pick.whole(3, 8) // 50 * 5)
    return replace(profile, max_minutes=limits(weekday, weekend))


def longer_days(pick: Chooser, profile: Profile) -> Profile:
    """Half an hour more on every day."""
    del pick
    known = profile.max_minutes or limits(45, 60)
    return replace(profile, max_minutes=limits(known.weekday + 30, known.weekend + 30))


def other_strength(pick: Chooser, profile: Profile) -> Profile:
    """Another number of strength sessions."""
    return replace(profile, strength_per_week=pick.whole(0, 2))


def other_things(pick: Chooser, profile: Profile) -> Profile:
    """Something else to train with."""
    return replace(profile, equipment=frozenset({pick.one(list(Equipment))}))


def another_long_day(pick: Chooser, profile: Profile) -> Profile:
    """The long run on another of the days."""
    return replace(profile, long_run_day=pick.one(sorted(profile.available_days)))


def no_sport_beside(pick: Chooser, profile: Profile) -> Profile:
    """No cycling nor swimming any more."""
    del pick
    return replace(profile, cross_training=frozenset())


def another_sport(pick: Chooser, profile: Profile) -> Profile:
    """One other sport."""
    return replace(profile, cross_training=frozenset({pick.one(list(CrossTraining))}))


def another_body(pick: Chooser, profile: Profile) -> Profile:
    """Another age."""
    return replace(profile, age=pick.whole(16, 80))


CHANGES: dict[str, tuple[str, Change]] = {
    "shorter days": ("max_minutes", shorter_days),
    "longer days": ("max_minutes", longer_days),
    "strength": ("strength_per_week", other_strength),
    "things": ("equipment", other_things),
    "long day": ("long_run_day", another_long_day),
    "no other sport": ("cross_training", no_sport_beside),
    "another sport": ("cross_training", another_sport),
    "body": ("age", another_body),
}
"""The field that changes, and how."""


@dataclass
class Twice:
    """The plan of somebody before and after a change."""

    life: Life
    old: Plan
    new: Plan
    before: set[str]

    def days(self) -> list[str]:
        """The days sent that changed, in words."""
        before, after = shown(self.old, self.life.today), shown(self.new, self.life.today)
        return told([day for day in changed(before, after) if day < sent_until(self.life)], before, after)

    def kinds(self, made: Plan) -> list[SessionKind]:
        """The kinds of all sessions sent that are still to come."""
        return sorted(s.kind for s in sessions(made) if s.date < sent_until(self.life))


def changed_life(seed: int, change: str) -> Twice:
    """A random athlete some days into a plan, or on its first day, who changes one thing."""
    pick = seeded(seed)
    life = lived(pick)
    if pick.chance(20):
        life = Life.of(a_profile(pick))
        life.morning()
    return with_change(life, *CHANGES[change], pick)


def with_change(life: Life, field: str, change: Change, pick: Chooser) -> Twice:
    """Somebody who changes one thing."""
    old = whole(life)
    before = broken(life, old)
    life.profile = change(pick, life.profile)
    life.kept = replace(life.kept, changed=frozenset({field}))
    return Twice(life, old, whole(life), before)


@pytest.mark.parametrize("change", [change for change in CHANGES if change not in {"strength", "long day"}])
@pytest.mark.parametrize("seed", range(49_000_000, 49_000_006))
def test_a_setting_changes_no_day_that_no_rule_needs_changed(seed: int, change: str) -> None:
    twice = changed_life(seed, change)
    added = twice.life.today == twice.life.profile.start_date and change == "longer days"
    free = needless(twice.life, twice.old, twice.new, sent_until(twice.life))
    assert [day for day in free if not (added and "strength" in day)] == []


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("seed", range(49_100_000, 49_100_006))
def test_a_setting_breaks_no_rule_that_was_kept(seed: int, change: str) -> None:
    twice = changed_life(seed, change)
    asked = {line for line in broken(twice.life, twice.new) if "was sent and has changed" in line}
    assert broken(twice.life, twice.new) - twice.before - asked == set()


@pytest.mark.parametrize("seed", range(49_200_000, 49_200_012))
def test_another_long_day_changes_days_and_no_session(seed: int) -> None:
    twice = changed_life(seed, "long day")
    assert twice.kinds(twice.old) == twice.kinds(twice.new)


@pytest.mark.parametrize("seed", range(49_300_000, 49_300_012))
def test_strength_less_often_takes_strength_away_and_nothing_else(seed: int) -> None:
    twice = with_change(
        lived(seeded(seed)), "strength_per_week", lambda _, p: replace(p, strength_per_week=0), seeded(1)
    )
    assert twice.kinds(twice.new) == [kind for kind in twice.kinds(twice.old) if kind is not K.STRENGTH]


# One runner, week by week


DAYS = "mon tue wed thu sat sun"


def a_runner_on_monday(**fields: object) -> Life:
    """A regular runner on the first day of a plan, their week before them."""
    known = {"weekly_distance_m": Metres(30_000), "longest_run_m": Metres(10_000), "max_minutes": limits(60, 120)}
    life = Life.of(an_athlete(experience=Experience.REGULAR, available_days=DAYS, **(known | fields)))
    life.morning()
    return life


def one_change(life: Life, field: str, **fields: object) -> Twice:
    """The runner with something changed."""
    return with_change(life, field, lambda _, profile: replace(profile, **fields), seeded(1))  # type: ignore[arg-type]


def week(made: Plan) -> list[Session]:
    """The sessions of the first week."""
    return list(made.weeks[0].sessions)


def test_shorter_weekdays_shorten_what_is_longer_on_weekdays_and_leave_the_weekend() -> None:
    twice = one_change(a_runner_on_monday(strength_per_week=0), "max_minutes", max_minutes=limits(30, 120))
    old, new = ({(s.date, s.kind): s.minutes for s in week(made)} for made in (twice.old, twice.new))
    assert {day for day, _ in old} == {day for day, _ in new}
    assert all(minutes == min(30, old[at]) for at, minutes in new.items() if at[0].weekday() < 5 and at in old)
    assert all(minutes == old[at] for at, minutes in new.items() if at[1] is K.EASY_RUN and at[0].weekday() > 4)


def test_other_things_change_exercises_and_neither_days_nor_lengths() -> None:
    life = a_runner_on_monday(equipment=frozenset({Equipment.BODYWEIGHT}))
    start, life.today = life.today, life.today + 70 * DAY
    life.history = tuple(
        Entry(start + n * DAY, K.STRENGTH if n % 7 in {1, 3} else K.EASY_RUN, Status.DONE, 30, planned=True)
        for n in range(70)
        if n % 2
    )
    life.morning()
    twice = one_change(life, "equipment", equipment=frozenset({Equipment.DUMBBELLS}))
    assert twice.days() == []
    fresh = plan(twice.life.profile, life.history, life.today)
    assert strength_steps(twice.new) == strength_steps(fresh) != strength_steps(twice.old)


def strength_steps(made: Plan) -> list[object]:
    """What the first week's strength sessions are made of."""
    return [session.steps for session in week(made) if session.kind is K.STRENGTH]


def test_strength_once_takes_the_second_session_away() -> None:
    twice = one_change(a_runner_on_monday(), "strength_per_week", strength_per_week=1)
    assert len(twice.days()) == 1
    assert [s.kind for s in week(twice.new)].count(K.STRENGTH) == 1


def test_strength_twice_adds_the_second_session() -> None:
    twice = one_change(a_runner_on_monday(strength_per_week=1), "strength_per_week", strength_per_week=2)
    assert len(twice.days()) == 1
    assert [s.kind for s in week(twice.new)].count(K.STRENGTH) == 2


def test_a_ride_of_who_rides_no_more_becomes_the_easy_run_it_stood_for() -> None:
    life = a_runner_on_monday(cross_training=frozenset({CrossTraining.CYCLING}), weekly_distance_m=Metres(50_000))
    while not any(s.kind is K.CROSS_TRAINING for s in life.told[monday(life.today)].sessions):
        life.today += 7 * DAY
        life.morning()
    twice = one_change(life, "cross_training", cross_training=frozenset())
    (ride,) = [s for s in week(twice.old) if s.kind is K.CROSS_TRAINING]
    (run,) = [s for s in week(twice.new) if s.date == ride.date and s.kind is not K.STRENGTH]
    assert run.kind is K.EASY_RUN
    assert run.minutes <= ride.minutes
    assert len(twice.days()) == 1


def test_the_long_run_goes_to_the_day_wished_for_and_its_walk_follows() -> None:
    life = a_runner_on_monday(long_run_day=Weekday.SUN, goal=Goal.TEN_K, strength_per_week=0)
    twice = one_change(life, "long_run_day", long_run_day=Weekday.SAT)
    (before,) = [s for s in week(twice.old) if s.kind is K.LONG_RUN]
    (after,) = [s for s in week(twice.new) if s.kind is K.LONG_RUN]
    assert (before.date.weekday(), after.date.weekday()) == (6, 5)
    assert after.minutes == before.minutes


def test_a_weight_changes_no_week_of_a_runner() -> None:
    twice = one_change(a_runner_on_monday(), "weight_kg", weight_kg=Kilograms(95))
    assert twice.days() == []
