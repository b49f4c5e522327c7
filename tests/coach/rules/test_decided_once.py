"""What a run outside the plan changes is decided on its day: the mornings after it change nothing more (C6, C7)."""

import pytest

from coach.history import Entry, Status
from coach.planning.keeping import still_ahead
from coach.profile import Experience
from coach.session import RUN_KINDS, SessionKind
from coach.units import Metres
from tests.coach.rules.athletes import a_profile, as_planned
from tests.coach.rules.choosers import Chooser, seeded
from tests.coach.rules.ground import DAY
from tests.coach.rules.living import Life, Shown, changed, obedience, sessions, shown, told
from tests.coach.rules.test_minimal import due, on_the_ladder, sent_until, whole

K = SessionKind


def a_runner(pick: Chooser) -> Life:
    """Some weeks as planned of somebody with days enough to choose from, past the ladder."""
    profile = a_profile(pick)
    while len(profile.available_days) < 4 or profile.experience is Experience.NEW:
        profile = a_profile(pick)
    life = Life.of(profile)
    for _ in life.lives(pick.whole(3, 24), obedience):
        pass
    life.morning()
    return life


def a_run_besides(pick: Chooser, life: Life) -> list[Entry]:
    """A run outside the plan, on top of what was due."""
    kind, minutes = pick.one((K.EASY_RUN, K.EASY_RUN, K.TEMPO_RUN, K.LONG_RUN)), pick.one((20, 30, 45, 60, 75))
    metres = Metres(minutes * pick.whole(110, 190))
    run = Entry(life.today, kind, Status.DONE, minutes, metres, rpe=pick.whole(3, 6))
    return [*due(life), run]


def mornings(life: Life, stands: Shown) -> list[str]:
    """What the mornings up to the end of the weeks sent change of what ``stands``, everything done as planned."""
    found, end = [], sent_until(life)
    while life.today < end:
        made = life.morning()
        now = shown(made, life.today)
        days = [day for day in changed(stands, now) if day < end and not on_the_ladder(day, made)]
        found += told(days, stands, now)
        stands = stands | now
        life.reports(*(as_planned(s) for s in sessions(made) if s.date == life.today and s.kind is not K.RACE))
        life.evening()
    return found


@pytest.mark.parametrize("seed", [527, 584, *range(50_000_000, 50_000_014)])
def test_the_mornings_after_an_unplanned_run_change_nothing_more(seed: int) -> None:
    pick = seeded(seed)
    life = a_runner(pick)
    life.reports(*a_run_besides(pick, life))
    decided = shown(whole(life), life.today + DAY)
    life.evening()
    assert mornings(life, decided) == []


@pytest.mark.parametrize("seed", [64_000_009, 64_000_111, 64_000_135])
def test_a_walk_missed_on_the_day_of_an_unplanned_run_is_no_second_reason(seed: int) -> None:
    pick = seeded(seed)
    life = a_runner(pick)
    while not walks_only(life):
        life.reports(*due(life))
        life.evening()
    life.reports(a_run_besides(pick, life)[-1])
    decided = shown(whole(life), life.today + DAY)
    life.evening()
    assert mornings(life, decided) == []


def walks_only(life: Life) -> bool:
    """Whether this morning's plan has a walk today and no run."""
    kinds = {s.kind for s in sessions(life.morning()) if s.date == life.today}
    return K.RECOVERY_WALK in kinds and not kinds & RUN_KINDS


def test_what_health_made_lighter_starts_from_what_was_first_sent() -> None:
    life = a_runner(seeded(50_000_000))
    (start, first), *_ = [(start, week) for start, week in life.first.items() if start + 6 * DAY >= life.today]
    none, week = first.sessions[:0], life.first[start]
    lighter = type(week)(week.index, week.start, week.phase, week.distance_m, none, (life.today,))
    gone = type(week)(week.index, week.start, week.phase, week.distance_m, none)
    assert still_ahead(first, gone, life.today) == ()
    assert still_ahead(first, lighter, life.today) == tuple(s for s in first.sessions if s.date > life.today)
