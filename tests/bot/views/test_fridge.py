"""A plan on paper: all seven days of each week, wide enough to read, narrow enough to print."""

import datetime as dt
import re

import pytest

from bot.views.fridge import fridge_text
from bot.views.paper import NEW_PAGE, PAGE, WIDTH
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Change, Notice, Phase, Plan
from coach.planning import plan
from coach.profile import CrossTraining, DistanceUnit, Equipment, Experience, Goal, Profile
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
    assert [line for line in text.split("\n") if line != line.rstrip() and line != NEW_PAGE] == []


@pytest.mark.parametrize("runner", RUNNERS.values(), ids=RUNNERS)
def test_no_printed_page_tears_a_week_or_runs_over(runner: Runner) -> None:
    text = fridge_text(plan(runner.profile, runner.history, runner.today), WORDS)
    pages = [page.strip("\n").split("\n") for page in text.split(NEW_PAGE)]
    assert max(map(len, pages)) <= PAGE
    assert all(not page[0].startswith(" ") for page in pages)


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


def test_plan_that_waits_for_a_doctor_has_nothing_to_glance_at() -> None:
    made = a_plan((a_week(start=MONDAY), a_week(index=2, start=MONDAY + dt.timedelta(days=7))))
    text = fridge_text(made, words_for(html=False))
    assert "Week 2" in text
    assert "At a glance" not in text
    assert "In all" not in text


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


def foot(made: Plan, title: str) -> str:
    """One part of the foot on one line, by its title."""
    text = fridge_text(made, WORDS).replace(NEW_PAGE, "")
    part = text[text.index(f"\n{title}\n") + 1 :].split("\n\n")[0]
    return re.sub(r"\n +", " ", part).replace("\u202f", " ")


def test_every_exercise_says_how_it_is_done_and_in_which_weeks() -> None:
    told = foot(plan(a_beginner(weeks=12), (), MONDAY), "How each exercise is done")
    assert "• squat: Stand up from a chair and sit down slowly (weeks 1–4). Squat (weeks 5–8)." in told
    assert "Hold a shallow lunge, half of the time on each side (weeks 1–4)" in told
    assert "Calf raise on one foot, each side" in told
    assert told.count("•") == 7


def test_exercise_in_one_form_needs_no_weeks() -> None:
    assert "(" not in foot(plan(a_beginner(weeks=1), (), MONDAY), "How each exercise is done").replace("(about", "")


def test_when_to_stop_a_set_is_said_by_weeks() -> None:
    told = foot(plan(a_beginner(weeks=12), (), MONDAY), "How to read it")
    assert "4 in weeks 1–4, 3 in weeks 5–8, 2 in weeks 9–12." in told


def test_who_does_no_strength_hears_nothing_of_it() -> None:
    text = fridge_text(plan(a_beginner(weeks=12, strength_per_week=0), (), MONDAY), WORDS)
    assert "How each exercise is done" not in text
    assert "Strength has effort" not in text


@pytest.mark.parametrize(
    ("equipment", "line"),
    [
        ("bodyweight", "• Strength: a chair, a step or stair, and a mat."),
        ("dumbbells", "• Strength: a chair, a step or stair, a mat, and the weights you have."),
        ("band", "• An elastic band, worn above the knees."),
    ],
)
def test_what_strength_needs_is_what_its_exercises_need(equipment: str, line: str) -> None:
    athlete = an_athlete(weeks=12, experience=Experience.NEW, equipment=frozenset({Equipment(equipment)}))
    assert line in foot(plan(athlete, (), MONDAY), "What to have ready").split("\n")


@pytest.mark.parametrize("goal", list(Goal))
def test_the_sign_for_repeating_is_explained_by_what_stands_in_the_plan(goal: Goal) -> None:
    text = fridge_text(plan(an_athlete(goal=goal, weeks=8), (), MONDAY), WORDS)
    found = re.search(r"• (\d+ × \(.*\)) means: these one after the other, (\d+) times\.", re.sub(r"\n +", " ", text))
    assert found
    assert found[1].startswith(found[2])
    assert re.sub(r"\n +", " ", text).count(found[1]) >= 2


def test_walks_that_are_the_training_are_no_recovery_walks() -> None:
    made = plan(a_beginner(health=health("heart_condition")), (), MONDAY)
    assert "Recovery walk" not in fridge_text(made, WORDS)
    assert "Walking works calves and seat gently" in foot(
        made, "What each kind does for your legs, and what it does not"
    )


def test_rides_and_swims_are_counted_apart() -> None:
    cycling, swimming = (an_athlete(weeks=12, cross_training=frozenset({sport})) for sport in CrossTraining)
    assert re.search(r"\d bike rides?, ", glance(cycling))
    assert "swim" not in glance(cycling)
    assert re.search(r"\d swims?, ", glance(swimming))


def glance(athlete: Profile) -> str:
    """The overview of a plan on one line."""
    text = fridge_text(plan(athlete, (), MONDAY), words_for("en", athlete.units, html=False))
    return re.sub(r"\n +", " ", text[text.index("At a glance") :].split("\n\n")[0])


@pytest.mark.parametrize("units", list(DistanceUnit))
def test_distances_at_a_glance_are_whole(units: DistanceUnit) -> None:
    found = re.findall(rf"([\d.,]+)\u202f{units}", glance(an_athlete(weeks=16, units=units)))
    assert len(found) > 5
    assert all(number.isdigit() for number in found)


def test_week_with_the_race_says_that_it_is_counted() -> None:
    athlete = an_athlete(goal=Goal.TEN_K, weeks=12, race_date=MONDAY + 83 * DAY)
    text = fridge_text(plan(athlete, (), MONDAY), WORDS)
    assert text.count("race included") == 2
    assert all("race week" in line for line in text.split("\n") if "race included" in line)


def test_play_with_speed_shows_no_pace() -> None:
    text = fridge_text(plan(an_athlete(weeks=12, recent_race=a_result()), (), MONDAY), WORDS)
    plays = re.findall(r"Fartlek:[^☐]*", text)
    assert plays
    assert not any("/km" in play for play in plays)
    assert "/km" in text


def test_miles_are_shown_to_those_who_think_in_miles() -> None:
    text = fridge_text(plan(an_athlete(), (), MONDAY), words_for("en", DistanceUnit.MI, html=False))
    assert "\u202fmi on foot" in text
    assert "\u202fkm" not in text[: text.index("What to have ready")]
