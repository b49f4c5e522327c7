"""A week in the chat: every day has a line, what is done is ticked, and the neighbours are a tap away."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.taps import Verb
from bot.views.week import Done, WeekView, browse_rows, week_screen, week_text
from bot.words import words_for
from coach.history import Entry, Status
from coach.phrases import phrase
from coach.plan import Phase, Plan
from coach.profile import DistanceUnit
from coach.session import Session, SessionKind
from coach.units import Metres
from tests.builders import MONDAY, a_plan, a_session, a_week

PLAIN = words_for(html=False)
TUESDAY, THURSDAY = MONDAY + dt.timedelta(days=1), MONDAY + dt.timedelta(days=3)


def easy(day: dt.date = TUESDAY) -> Session:
    return a_session(day, title=phrase("title.easy_run"))


def strength(day: dt.date = TUESDAY) -> Session:
    return a_session(day, "strength", 20, title=phrase("kind.strength"))


def view(*sessions: Session, done: Done | None = None, today: dt.date = MONDAY) -> WeekView:
    return WeekView(a_week(*sessions, start=MONDAY), sessions, done or {}, today)


def lines(*sessions: Session, done: Done | None = None, today: dt.date = MONDAY) -> list[str]:
    return week_text(view(*sessions, done=done, today=today), PLAIN).replace("\u202f", " ").split("\n")


def a_plan_of(weeks: int) -> Plan:
    starts = [MONDAY + dt.timedelta(weeks=number) for number in range(weeks)]
    return a_plan([a_week(start=start, index=number) for number, start in enumerate(starts, start=1)])


def test_every_day_of_the_week_has_a_line() -> None:
    days = [line.split()[0] for line in lines(easy())[3:10]]
    assert days == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_the_head_names_the_week_its_days_and_what_it_is_for() -> None:
    head = "\n".join(lines(easy())[:2])
    assert "Week 1 · Mon 30 Nov – Sun 6 Dec" in head
    assert "building the base" in head


def test_days_without_a_session_are_rest() -> None:
    assert sum(line.endswith("rest") for line in lines(easy())) == 6


def beside(day: dt.date, minutes: float | None = 45, metres: int | None = 8000, kind: str = "easy_run") -> Entry:
    far = None if metres is None else Metres(metres)
    return Entry(day, kind=SessionKind(kind), status=Status.DONE, minutes=minutes, distance_m=far)


def with_beside(*entries: Entry, units: DistanceUnit = DistanceUnit.KM) -> str:
    shown = replace(view(easy()), beside=entries)
    return week_text(shown, words_for("en", units, html=False)).replace("\u202f", " ")


def test_what_was_done_beside_the_plan_stands_on_its_day_and_is_added_up() -> None:
    text = with_beside(beside(THURSDAY))
    assert "Thu  Easy run · 45 min · 8 km ✓ (on top)" in text
    assert "Thu  rest" not in text
    assert "On top of that you did about 8 km and 45 min." in text


def test_what_was_done_beside_a_planned_session_stands_under_it_in_the_readers_unit() -> None:
    text = with_beside(beside(TUESDAY, kind="recovery_walk"), units=DistanceUnit.MI)
    assert "Tue  Easy run · 30 min\nTue  Walk · 45 min · 5 mi ✓ (on top)" in text


def test_what_nobody_measured_is_named_without_figures() -> None:
    text = with_beside(beside(THURSDAY, None, None, "strength"))
    assert "Thu  Strength ✓ (on top)" in text
    assert "On top of that" not in text
    assert "On top of that you did 20 min." in with_beside(beside(THURSDAY, 20, None, "strength"))


def test_today_is_marked() -> None:
    assert [line for line in lines(easy(), today=TUESDAY) if "(today)" in line] == ["Tue (today)  Easy run · 30 min"]


def test_two_sessions_of_one_day_have_a_line_each() -> None:
    assert [line for line in lines(easy(), strength()) if line.startswith("Tue")] == [
        "Tue  Easy run · 30 min",
        "Tue  Strength · 20 min",
    ]


def test_what_is_done_is_ticked_and_its_neighbour_of_the_same_day_is_not() -> None:
    shown = lines(easy(), strength(), done={TUESDAY: {SessionKind.STRENGTH}})
    assert [line.endswith("✓") for line in shown if line.startswith("Tue")] == [False, True]


def test_what_was_done_on_another_day_ticks_nothing() -> None:
    assert not any("✓" in line for line in lines(easy(), done={THURSDAY: {SessionKind.EASY_RUN}}))


def test_distance_and_minutes_are_summed_over_the_week() -> None:
    assert lines(easy(), easy(THURSDAY))[-1] == "In all about 9 km on foot and 60 min."


def test_the_sum_speaks_miles_to_those_who_think_in_miles() -> None:
    text = week_text(view(easy(), easy(THURSDAY)), words_for("en", DistanceUnit.MI, html=False))
    assert "5.6\u202fmi" in text


def test_a_week_off_ones_feet_has_no_distance() -> None:
    assert lines(strength())[-1] == "In all 20 min."


def test_an_empty_week_says_that_rest_comes_first() -> None:
    assert lines()[-1] == "Nothing planned this week: rest comes first."


def test_every_phase_is_told_apart() -> None:
    shown = [WeekView(a_week(easy(), start=MONDAY, phase=phase), (easy(),), {}, MONDAY) for phase in Phase]
    assert len({week_text(each, PLAIN).split("\n")[1] for each in shown}) == len(Phase)


def test_a_kept_week_holds_the_sessions_and_the_distance_of_all_its_days() -> None:
    begun = WeekView(a_week(easy(THURSDAY), start=MONDAY), (easy(), easy(THURSDAY)), {}, THURSDAY)
    kept = begun.as_week()
    assert kept.sessions == (easy(), easy(THURSDAY))
    assert kept.distance_m == 9_000


@pytest.mark.parametrize(
    ("week", "labels"),
    [(0, ["Next week ›"]), (1, ["‹ Week before", "Next week ›"]), (2, ["‹ Week before"])],
)
def test_neighbours_are_offered_where_the_plan_has_them(week: int, labels: list[str]) -> None:
    (row,) = browse_rows(a_plan_of(3), MONDAY + dt.timedelta(weeks=week), 7, PLAIN)
    assert [button.label for button in row] == labels


def test_a_lone_week_has_no_buttons() -> None:
    assert browse_rows(a_plan_of(1), MONDAY, 7, PLAIN) == ()


def test_a_neighbour_s_button_belongs_to_its_athlete_and_names_its_monday() -> None:
    ((button,),) = browse_rows(a_plan_of(2), MONDAY, 7, PLAIN)
    assert button.tap is not None
    assert (button.tap.verb, button.tap.athlete, button.tap.value) == (Verb.WEEK, 7, "2026-12-07")


def test_a_screen_is_the_week_with_its_neighbours() -> None:
    screen = week_screen(view(easy()), a_plan_of(2), 7, PLAIN)
    assert screen.text == week_text(view(easy()), PLAIN)
    assert screen.rows == browse_rows(a_plan_of(2), MONDAY, 7, PLAIN)


def test_a_skipped_session_is_shown_as_skipped_and_without_a_tick() -> None:
    skipped = WeekView(a_week(easy(), start=MONDAY), (easy(),), {}, TUESDAY, {TUESDAY: {SessionKind.EASY_RUN}})
    line = next(line for line in week_text(skipped, PLAIN).split("\n") if line.startswith("Tue"))
    assert line.endswith(", skipped")
    assert "✓" not in line


def test_what_is_done_after_all_is_ticked() -> None:
    both = {TUESDAY: {SessionKind.EASY_RUN}}
    text = week_text(WeekView(a_week(easy(), start=MONDAY), (easy(),), both, TUESDAY, both), PLAIN)
    assert "✓" in text
    assert "skipped" not in text


def test_a_week_off_is_not_called_easing_back_in() -> None:
    week = a_week(start=MONDAY, phase=Phase.RETURN)
    heads = [week_text(WeekView(week, (), {}, MONDAY, off=off), PLAIN).split("\n")[1] for off in (True, False)]
    assert heads == ["time off: health first", "easing back in"]
