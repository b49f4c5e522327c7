"""A plan on paper: all seven days of each week, wide enough to read, narrow enough to print."""

import datetime as dt

import pytest

from bot.views.fridge import fridge_text
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Change, Notice, Phase
from coach.planning import plan
from coach.profile import DistanceUnit
from tests.builders import MONDAY, a_beginner, a_plan, a_session, a_week, an_athlete

WORDS = words_for(html=False)


def paper(**fields: object) -> list[str]:
    """The lines of a one-week plan: an easy run on Tuesday, a walk on Sunday."""
    tuesday = a_session(MONDAY + dt.timedelta(days=1), title=phrase("title.easy_run"))
    sunday = a_session(MONDAY + dt.timedelta(days=6), "recovery_walk", 20, title=phrase("title.recovery_walk"))
    week = a_week(tuesday, sunday, start=MONDAY, phase=Phase.BASE)
    return fridge_text(a_plan([week], **fields), WORDS).split("\n")


def test_every_day_of_the_week_has_a_line() -> None:
    days = [line[2:5] for line in paper() if line.startswith("  ") and line[2:5].isalpha()]
    assert days == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def test_days_without_a_session_are_rest() -> None:
    assert sum(line.endswith("Rest") for line in paper()) == 5


def test_session_shows_minutes_and_effort() -> None:
    (line,) = [line for line in paper() if "Easy run" in line]
    assert line.split() == ["Tue", "Easy", "run", "30", "min", "effort", "3–4"]


def test_head_names_goal_length_and_start() -> None:
    assert paper()[0] == "General fitness: 1 week from Mon 30 Nov"


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
    assert WORDS.say(notice.text) in text
    assert "Long run → Easy run" in text


def test_paper_ends_with_how_to_read_it() -> None:
    assert any(line.startswith("Effort 1–10") for line in paper()[-4:])


@pytest.mark.parametrize("athlete", [a_beginner(weeks=12), an_athlete(weeks=12)], ids=["beginner", "runner"])
def test_lines_of_a_whole_plan_fit_on_paper(athlete: object) -> None:
    """Warnings apart, which are sentences."""
    text = fridge_text(plan(athlete, (), MONDAY), WORDS)  # type: ignore[arg-type] # the ids hide the type
    weeks = text[text.index("Week 1") : text.index("Effort 1–10")]
    assert max(len(line) for line in weeks.split("\n")) <= 105
    assert weeks.count("Week ") == 12


def test_miles_are_shown_to_those_who_think_in_miles() -> None:
    text = fridge_text(plan(an_athlete(), (), MONDAY), words_for("en", DistanceUnit.MI, html=False))
    assert "\u202fmi on foot" in text
    assert "\u202fkm on foot" not in text
