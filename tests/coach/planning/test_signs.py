"""Reports of pain, illness, red flags and effort become spells with the limits of C2 to C5."""

import datetime as dt

import pytest

from coach.history import Entry, Reason
from coach.planning.log import read_log
from coach.planning.signs import Bar, Signs, Spell, daily_bands, read_signs
from coach.slot import Zone
from tests.builders import MONDAY, a_check_in, a_skip, an_entry

DAY = dt.timedelta(days=1)
SPEEDS = {Zone.WALK: 92.0, Zone.EASY: 140.0}


def signs_of(*entries: Entry, today: dt.date = MONDAY + 10 * DAY) -> Signs:
    return read_signs(read_log(entries, today, SPEEDS), today.toordinal())


def spell_of(*entries: Entry, today: dt.date = MONDAY + 10 * DAY) -> Spell:
    (spell,) = signs_of(*entries, today=today).spells
    return spell


def after(spell: Spell) -> int:
    """Days from the tests' Monday to the last day of a spell."""
    return spell.last - MONDAY.toordinal()


def test_nothing_reported_gives_no_spell() -> None:
    assert signs_of(an_entry()).spells == []


@pytest.mark.parametrize(("level", "bar"), [(3, Bar.HARD_AND_LONG), (5, Bar.HARD_AND_LONG), (6, Bar.RUNNING)])
def test_pain_bars_by_its_level(level: int, bar: Bar) -> None:
    assert spell_of(a_check_in(MONDAY, pain=level)).bar is bar


def test_pain_of_two_goes_on() -> None:
    assert signs_of(a_check_in(MONDAY, pain=2)).spells == []


def test_a_limp_stops_running() -> None:
    assert spell_of(a_check_in(MONDAY, "limp")).bar is Bar.RUNNING


@pytest.mark.parametrize(("day", "last"), [(0, 20), (6, 20), (7, 27), (20, 34)])
def test_open_pain_lasts_to_the_sunday_after_next_and_moves_on_mondays_only(day: int, last: int) -> None:
    assert after(spell_of(a_check_in(MONDAY, pain=4), today=MONDAY + day * DAY)) == last


def test_open_pain_surely_holds_for_the_next_seven_days() -> None:
    signs = signs_of(a_check_in(MONDAY, pain=4), today=MONDAY + 2 * DAY)
    day = (MONDAY + 9 * DAY).toordinal()
    assert (signs.sure_bar(day), signs.sure_bar(day + 1)) == (Bar.HARD_AND_LONG, Bar.NOTHING)


def test_the_spell_that_takes_most_makes_a_day_lighter() -> None:
    signs = signs_of(an_entry(MONDAY, rpe=6), an_entry(MONDAY + DAY, rpe=7), a_check_in(MONDAY + 3 * DAY, pain=4))
    days = [signs.lighter((MONDAY + day * DAY).toordinal()) for day in (1, 2, 3)]
    assert [None if spell is None else spell.number for spell in days] == [None, "C2", "C3"]


def test_two_calm_days_end_the_pain() -> None:
    calm = (a_check_in(MONDAY + DAY, pain=2), a_check_in(MONDAY + 3 * DAY, pain=1))
    assert after(spell_of(a_check_in(MONDAY, pain=4), *calm)) == 3


def test_one_calm_day_does_not_end_the_pain() -> None:
    assert spell_of(a_check_in(MONDAY, pain=4), a_check_in(MONDAY + DAY, pain=1)).open


def test_pain_that_rises_the_morning_after_counts_one_band_higher() -> None:
    bands = daily_bands([a_check_in(MONDAY, pain=1), a_check_in(MONDAY + DAY, pain=2)])
    assert list(bands.values()) == [0, 1]


def test_pain_elsewhere_does_not_count_as_rising() -> None:
    bands = daily_bands([a_check_in(MONDAY, pain=1), a_check_in(MONDAY + DAY, pain=2, area="calf")])
    assert list(bands.values()) == [0, 0]


def test_a_red_flag_lasts_until_clearance() -> None:
    flag = a_check_in(MONDAY, "chest_pain")
    assert spell_of(flag).bar is Bar.TRAINING
    assert after(spell_of(flag)) > 1000
    assert after(spell_of(flag, a_check_in(MONDAY + 5 * DAY, "cleared"))) == 4


def test_a_cold_ends_after_a_day_well() -> None:
    assert after(spell_of(a_check_in(MONDAY, "above_neck"), a_check_in(MONDAY + DAY, "above_neck"))) == 2


def test_fever_takes_ten_days_and_seven_without_symptoms() -> None:
    assert after(spell_of(a_check_in(MONDAY, "fever"))) == 9
    late = (a_check_in(MONDAY, "fever"), a_check_in(MONDAY + 6 * DAY, "below_neck"))
    assert after(spell_of(*late)) == 13


def test_a_session_skipped_for_illness_counts_as_illness() -> None:
    assert spell_of(a_skip(MONDAY, reason=Reason.ILL)).bar is Bar.TRAINING


def test_somebody_who_says_later_that_they_are_well_was_ill_until_then() -> None:
    assert after(spell_of(a_check_in(MONDAY, "above_neck"), a_check_in(MONDAY + 6 * DAY, "well"))) == 6


def test_two_sessions_two_points_above_target_lighten_seven_days() -> None:
    spell = spell_of(an_entry(MONDAY, rpe=6), an_entry(MONDAY + 2 * DAY, rpe=7))
    assert (spell.first - MONDAY.toordinal(), after(spell)) == (3, 9)
    assert spell.bar is Bar.HARD


def test_one_hard_day_or_two_far_apart_change_nothing() -> None:
    assert signs_of(an_entry(MONDAY, rpe=9)).spells == []
    assert signs_of(an_entry(MONDAY, rpe=9), an_entry(MONDAY + 7 * DAY, rpe=9)).spells == []


def test_a_change_taken_back_is_not_made_again() -> None:
    entries = (an_entry(MONDAY, rpe=6), an_entry(MONDAY + 2 * DAY, rpe=7))
    today = MONDAY + 4 * DAY
    log = read_log(entries, today, SPEEDS)
    assert read_signs(log, today.toordinal(), frozenset({(MONDAY + 2 * DAY).toordinal()})).spells == []


def test_the_log_ignores_the_future_and_counts_duplicates_once() -> None:
    log = read_log([an_entry(), an_entry(), an_entry(MONDAY + 30 * DAY)], MONDAY, SPEEDS)
    assert log.ignored == 1
    assert list(log.known_m.values()) == [4500]
