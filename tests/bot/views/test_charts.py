"""Progress as a picture: which panels it has, in which units, and what is left out."""

import datetime as dt

from bot.charts import Panel
from bot.views.charts import girth_panel, longest_panel, weeks_chart, weeks_panel, weight_panel
from bot.words import words_for
from coach.history import Entry
from coach.measuring import Readings
from coach.profile import DistanceUnit
from coach.summary import Week, weeks_back
from coach.units import INCH, POUND
from tests.builders import MONDAY, an_entry

WORDS, MILES = words_for(html=False), words_for("en", DistanceUnit.MI, html=False)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)


def weeks_of(*entries: Entry) -> tuple[Week, ...]:
    return weeks_back(entries, max(entry.date for entry in entries))


def weighed(*kilograms: float) -> Readings:
    return tuple((MONDAY + n * DAY, value) for n, value in enumerate(kilograms))


def test_each_kind_that_was_done_has_its_minutes_week_by_week_and_no_other() -> None:
    weeks = weeks_of(
        an_entry(MONDAY), an_entry(MONDAY + DAY, "strength", minutes=20), an_entry(MONDAY + WEEK, minutes=50)
    )
    panel = weeks_panel(weeks, WORDS)
    assert [(stack.name, stack.values) for stack in panel.stacks] == [("running", (30, 50)), ("strength", (20, 0))]


def test_the_head_sums_the_time_and_names_mondays() -> None:
    weeks = weeks_of(*[an_entry(MONDAY + n * WEEK, minutes=40) for n in range(12)])
    chart = weeks_chart(weeks, [], WORDS)
    assert (chart.title, chart.below) == ("Your last 12 weeks", "8 h 00 of training, this week as far as it has come")
    assert [name for _, name in chart.marks] == ["30 Nov", "14 Dec", "28 Dec", "11 Jan", "25 Jan", "8 Feb"]
    assert [day for day, _ in chart.marks] == [0, 14, 28, 42, 56, 70]


def test_the_longest_run_is_drawn_where_two_weeks_had_one() -> None:
    runs = [an_entry(MONDAY, minutes=30), an_entry(MONDAY + DAY, minutes=45), an_entry(MONDAY + 2 * WEEK, minutes=60)]
    (panel,) = longest_panel(weeks_of(*runs), WORDS)
    assert panel.line == ((3.5, 45.0), (17.5, 60.0)), "a week without a run is no nought"
    assert longest_panel(weeks_of(*runs[:2]), WORDS) == []
    strength = [an_entry(MONDAY + n * WEEK, "strength") for n in range(3)]
    assert longest_panel(weeks_of(*strength), WORDS) == []


def test_weight_has_its_readings_and_a_line_that_swings_less() -> None:
    (panel,) = weight_panel(weighed(80, 82, 80, 82, 80), MONDAY, WORDS)
    assert [value for _, value in panel.dots] == [80, 82, 80, 82, 80]
    line = [value for _, value in panel.line]
    assert max(line) - min(line) < 1
    assert panel.label == "Weight in kg: each reading, and the trend"


def test_pounds_and_inches_for_those_who_think_in_them() -> None:
    (weight,) = weight_panel(weighed(100 * POUND, 100 * POUND), MONDAY, MILES)
    assert [round(value, 6) for _, value in weight.dots] == [100, 100]
    (thigh,) = girth_panel("thigh_cm", weighed(20 * INCH, 20 * INCH), MONDAY, MILES)
    assert [round(value, 6) for _, value in thigh.dots] == [20, 20]
    assert thigh.label.startswith("Thigh, in;")


def test_one_day_on_the_scales_is_no_line() -> None:
    assert weight_panel(weighed(80), MONDAY, WORDS) == []
    assert weight_panel((), MONDAY, WORDS) == []
    assert weight_panel(weighed(80, 81), MONDAY + DAY, WORDS) == [], "one day of it is on the picture"


def test_what_was_measured_before_the_picture_begins_still_smooths_the_line() -> None:
    (panel,) = weight_panel(weighed(90, 80, 80), MONDAY + DAY, WORDS)
    assert panel.line[0][1] > 88


def test_the_band_of_a_girth_lies_around_the_first_measuring_of_all() -> None:
    (panel,) = girth_panel("thigh_cm", weighed(60, 59, 58), MONDAY + DAY, WORDS)
    assert panel.band == (58.5, 61.5)
    assert len(panel.dots) == 2
    assert girth_panel("calf_cm", weighed(38), MONDAY, WORDS) == []


def test_panels_hold_no_space_that_the_pen_cannot_write() -> None:
    weeks = weeks_of(*[an_entry(MONDAY + n * WEEK, minutes=40) for n in range(3)])
    panels: list[Panel] = [weeks_panel(weeks, WORDS), *longest_panel(weeks, WORDS)]
    chart = weeks_chart(weeks, panels, WORDS)
    assert "\u202f" not in chart.below + chart.title + "".join(panel.label for panel in panels)
