"""A plan on paper: all seven days of each week, wide enough to read, narrow enough to print."""

import datetime as dt
import re

import pytest

from bot.views.fridge import fridge_text
from bot.views.paper import WIDTH
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Change, Notice, Phase
from coach.planning import plan
from coach.profile import DistanceUnit, Goal, Profile
from tests.builders import MONDAY, a_beginner, a_plan, a_result, a_session, a_week, an_athlete, health
from tests.coach.golden.runners import DAY, RUNNERS, Runner

WORDS = words_for(html=False)


def paper(**fields: object) -> list[str]:
    """The lines of a one-week plan: an easy run on Tuesday, a walk on Sunday."""
    tuesday = a_session(MONDAY + dt.timedelta(days=1), title=phrase("title.easy_run"))
    sunday = a_session(MONDAY + dt.timedelta(days=6), "recovery_walk", 20, title=phrase("title.recovery_walk"))
    week = a_week(tuesday, sunday, start=MONDAY, phase=Phase.BASE)
    return fridge_text(a_plan([week], **fields), WORDS).split("\n")


def test_every_day_of_the_week_has_a_line() -> None:
    days = [line[4:7] for line in paper() if line.startswith(("  ☐ ", "    ")) and line[7:9] == "  "]
    assert days == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_days_without_a_session_are_rest() -> None:
    assert sum(line.endswith("rest") for line in paper()) == 5


def test_session_shows_minutes_and_effort() -> None:
    (line,) = [line for line in paper() if line.startswith("  ☐ Tue")]
    assert line.split() == ["☐", "Tue", "Easy", "run", "30", "min", "effort", "3–4"]


def test_head_names_goal_length_and_start() -> None:
    assert paper()[0] == "General fitness: 1 week, Mon 30 Nov to Sun 6 Dec"


def test_week_shows_its_days_phase_and_distance() -> None:
    assert any(line.startswith("Week 1 · Mon 30 Nov – Sun 6 Dec · building the base · ") for line in paper())


def test_fitness_and_heart_rate_stand_at_the_head_where_known() -> None:
    text = "\n".join(paper(fitness=41.2, hr_zones={"easy": (118, 140)}))
    assert "41.2" in text
    assert "118–140" in text


def test_warnings_and_changes_stand_at_the_head() -> None:
    notice = Notice("unknown_weight", phrase("warning.unknown_weight"))
    easier = phrase("title.easy_run")
    change = Change("pain", "C3", MONDAY, MONDAY, phrase("title.long_run"), easier, phrase("why.easy.base.1"))
    text = "\n".join(paper(warnings=(notice,), changes=(change,)))
    assert WORDS.say(notice.text) in re.sub(r"\n  ", " ", text)
    assert "Long run → Easy run" in text


def test_paper_ends_with_how_to_read_it() -> None:
    lines = paper()
    assert "How to read it" in lines
    assert lines[-2].startswith("Chest pain")


@pytest.mark.parametrize("runner", RUNNERS.values(), ids=RUNNERS)
def test_every_line_of_a_plan_fits_on_paper(runner: Runner) -> None:
    """Eighty characters, warnings and long sessions too."""
    text = fridge_text(plan(runner.profile, runner.history, runner.today), WORDS)
    assert [line for line in text.split("\n") if len(line) > WIDTH] == []
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


@pytest.mark.parametrize("goal", [Goal.GENERAL_FITNESS, Goal.TEN_K])
def test_words_that_need_explaining_are_explained_where_they_occur(goal: Goal) -> None:
    text = fridge_text(plan(an_athlete(goal=goal, weeks=12, race_date=MONDAY + 80 * DAY), (), MONDAY), WORDS)
    weeks, read = text.split("How to read it")
    for word, term in {
        "Tempo run": "• Tempo",
        "Intervals:": "• Intervals",
        "Fartlek": "• Fartlek",
        "strides": "• Strides",
        "lighter week": "• Lighter week",
        "Run/walk": "• Run/walk",
    }.items():
        assert (word in weeks) == (term in read), word


def test_plan_for_leaner_legs_says_what_each_kind_does_for_them() -> None:
    text = fridge_text(plan(a_beginner(weeks=12), (), MONDAY), WORDS)
    assert "What each kind does for your legs, and what it does not" in text
    assert "0 to 1.5 cm" in text
    assert "What each kind" not in fridge_text(plan(an_athlete(), (), MONDAY), WORDS)


def test_phases_and_totals_stand_at_a_glance() -> None:
    text = fridge_text(plan(an_athlete(weeks=12), (), MONDAY), WORDS)
    glance = text[text.index("At a glance") : text.index("Week 1 ")]
    assert "Weeks 1–3" in glance
    assert "lighter week" in glance
    assert re.search(r"In all: \d+ runs, \d+ strength sessions, \d+ walks, \d+\u202fkm on foot\.", glance)


def test_race_stands_at_the_head_with_its_date_and_time() -> None:
    athlete = an_athlete(goal=Goal.TEN_K, weeks=12, race_date=MONDAY + 83 * DAY, recent_race=a_result(10_000, 3000))
    head = fridge_text(plan(athlete, (), MONDAY), WORDS).split("\n")[2].replace("\u202f", " ")
    assert head == "Race: 10K on Sun 21 Feb, about 50 min at 5:00–5:06/km."


def test_race_without_known_fitness_has_no_time() -> None:
    athlete = an_athlete(goal=Goal.TEN_K, weeks=12, race_date=MONDAY + 83 * DAY)
    head = fridge_text(plan(athlete, (), MONDAY), WORDS).split("\n")[2].replace("\u202f", " ")
    assert head == "Race: 10K on Sun 21 Feb."


@pytest.mark.parametrize(
    ("athlete", "ready", "not_ready"),
    [
        (an_athlete(weeks=12), ["Running:", "Hills:", "Strength:"], ["Walking:", "Cycling:", "Race day:"]),
        (an_athlete(health=health("heart_condition")), ["Walking:"], ["Running:", "Hills:"]),
        (a_beginner(weeks=12, strength_per_week=0), ["Running:"], ["Strength:"]),
    ],
    ids=["runner", "walker", "no strength"],
)
def test_what_to_have_ready_follows_from_what_is_planned(
    athlete: Profile, ready: list[str], not_ready: list[str]
) -> None:
    text = fridge_text(plan(athlete, (), MONDAY), WORDS)
    assert all(f"• {word}" in text for word in ready)
    assert not any(f"• {word}" in text for word in not_ready)


def test_reason_of_several_changes_stands_once() -> None:
    runner = RUNNERS["sore_knee_after_a_break"]
    text = fridge_text(plan(runner.profile, runner.history, runner.today), WORDS)
    changed = text[text.index("What changed") : text.index("At a glance")]
    assert changed.count("You reported pain") == 1
    assert changed.count("→") > 3


def test_days_gone_by_are_no_rest_days() -> None:
    """A plan made in the middle of a week says nothing of its first days."""
    text = fridge_text(plan(an_athlete(weeks=12), (), MONDAY + 3 * DAY), WORDS)
    week = text[text.index("Week 1 ") : text.index("Week 2 ")]
    assert "Mon  " not in week
    assert "Wed  " not in week


def test_miles_are_shown_to_those_who_think_in_miles() -> None:
    text = fridge_text(plan(an_athlete(), (), MONDAY), words_for("en", DistanceUnit.MI, html=False))
    assert "\u202fmi on foot" in text
    assert "\u202fkm" not in text[: text.index("What to have ready")]
