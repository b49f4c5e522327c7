"""Progress in words: what was done and how it compares; no verdicts, no misses (S5)."""

import datetime as dt

from bot.views.progress import progress_text, summary_text
from bot.words import words_for
from coach.history import Entry
from coach.profile import DistanceUnit
from coach.summary import Summary, summarise
from tests.builders import MONDAY, a_skip, an_entry

PLAIN = words_for(html=False)
LAST = MONDAY + dt.timedelta(days=27)


def sums(*entries: Entry) -> Summary:
    return summarise(entries, MONDAY, LAST)


def said(*entries: Entry, units: DistanceUnit = DistanceUnit.KM) -> list[str]:
    return summary_text(sums(*entries), words_for("en", units, html=False)).replace("\u202f", " ").split("\n")


def pictured(
    week: Summary, month: Summary | None = None, before: Summary | None = None, fitness: float | None = None
) -> str:
    return progress_text(week, month or week, before or sums(), fitness, PLAIN).replace("\u202f", " ")


def test_sessions_are_counted_by_kind_and_kinds_not_done_are_not_mentioned() -> None:
    assert said(an_entry(), an_entry(kind="strength", distance_m=None))[0] == "1 run · 1 strength session"


def test_time_and_distance_are_summed() -> None:
    assert said(an_entry(), an_entry())[1] == "1 h 00, 9 km on foot"


def test_distance_is_told_in_miles_to_those_who_think_in_miles() -> None:
    assert said(an_entry(), an_entry(), units=DistanceUnit.MI)[1] == "1 h 00, 5.6 mi on foot"


def test_training_off_ones_feet_has_a_time_and_no_distance() -> None:
    assert said(an_entry(kind="strength", minutes=20, distance_m=None)) == ["1 strength session", "20 min"]


def test_the_longest_stretch_of_running_is_told_in_whole_minutes() -> None:
    assert said(an_entry(longest_run_s=619))[-1] == "Longest stretch of running: 10 min"


def test_what_was_skipped_is_not_counted_and_not_mentioned() -> None:
    assert said(an_entry(), a_skip(MONDAY)) == said(an_entry())


def test_before_the_first_session_it_says_that_this_fills_up() -> None:
    assert pictured(sums()).startswith("Nothing to show yet.")


def test_a_quiet_week_is_said_without_a_reproach() -> None:
    text = pictured(sums(), month=sums(an_entry()))
    assert "Last four weeks" in text
    assert "miss" not in text.lower()


def test_four_weeks_that_hold_no_more_than_this_week_are_not_told_twice() -> None:
    text = pictured(sums(an_entry()))
    assert text.count("1 run") == 1
    assert "Last four weeks" not in text


def test_four_weeks_that_hold_more_are_told_beside_this_week() -> None:
    text = pictured(sums(an_entry()), month=sums(an_entry(), an_entry()))
    assert "1 run" in text
    assert "2 runs" in text


def test_the_four_weeks_before_are_compared_where_they_held_something() -> None:
    text = pictured(sums(an_entry()), sums(an_entry(), an_entry()), before=sums(an_entry(minutes=45)))
    assert "The four weeks before: 45 min of training. Now: 1 h 00." in text


def test_fitness_is_shown_with_what_it_is_and_only_where_known() -> None:
    assert "Running fitness: 41.2." in pictured(sums(an_entry()), fitness=41.24)
    assert "fitness" not in pictured(sums(an_entry()))


def test_the_picture_ends_honestly() -> None:
    assert pictured(sums(an_entry())).endswith("Bodies change slowly. Compare months, not days.")


def test_what_was_measured_stands_in_it_as_a_trend_also_before_the_first_session() -> None:
    line = PLAIN("trend.resting_hr", value="58 bpm")
    for week in (sums(), sums(an_entry())):
        assert "• Resting pulse: 58 bpm." in progress_text(week, week, sums(), None, PLAIN, [line])
