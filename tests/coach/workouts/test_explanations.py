"""Explanations fit for a beginner: one or two sentences, no jargon unexplained, never the same twice in a row."""

import re
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given

from bot.words import words_for
from bot.words.catalogue import LOCALES, catalogue_for
from coach.plan import Plan
from coach.planning import plan
from coach.profile import Experience, Goal, Profile
from coach.session import Session, SessionKind
from coach.workouts.library import library
from coach.workouts.telling import cues_of, reasons
from tests.builders import MONDAY, a_result, an_athlete
from tests.coach.rules.athletes import profiles
from tests.coach.workouts.slots import a_pacing, a_session
from tests.depth import examples

ENGLISH = catalogue_for("en")
JARGON = {
    r"tempo\b": r"comfortably hard|strong, steady|brisk",
    r"intervals?\b": r"hard pieces|hard runs with rests|fast pieces|fast parts|hard and short, with good rests",
    r"fartlek": r"play|game|quick stretches",
    r"strides?\b": r"quick|accelerat",
    r"repetitions\b": r"fast runs|short, quick|fast and relaxed|fast and loose|whole rest|exercise|left|harder forms"
    r"|clean|first",
    r"glutes": r"seat",
    r"hamstrings": r"back of the thighs|thighs, hamstrings|strong seat",
    r"body mass index": r"weight for height",
    r"beta blockers?": r"heart",
}
"""What an outsider would not know, and what explains it in the same breath."""
NEVER = (
    "aerobic", "anaerobic", "threshold", "lactate", "vo2", "vdot", "cutback", "taper", "deload", "mesocycle", "cruise",
    "cadence", "rpe", "periodi", "hypertrophy", "quads", "posterior", "negative split", "doms",
    "steady state", "mobility",
)  # fmt: skip
"""Words that no explanation may hold."""


def entries(name: str, prefix: str) -> dict[str, str]:
    """The sentences of a catalogue file whose keys begin so."""
    text = Path(LOCALES / "en" / "LC_MESSAGES" / name).read_text(encoding="utf-8")
    keys = [key for key in re.findall(r'^msgid "(.+)"$', text, re.MULTILINE) if key.startswith(prefix)]
    return {key: ENGLISH.template(key, 2) for key in keys}


WHYS = entries("coach.po", "why.")
TOLD = {
    **WHYS,
    **entries("coach.po", "cue."),
    **entries("planning.po", "warning."),
    **entries("planning.po", "change."),
}


def unexplained(text: str) -> list[str]:
    """The jargon of a text whose meaning is not in it."""
    low = text.lower()
    return [word for word, meaning in JARGON.items() if re.search(word, low) and not re.search(meaning, low)]


@pytest.mark.parametrize("key", TOLD)
def test_no_jargon_without_its_meaning(key: str) -> None:
    low = TOLD[key].lower()
    assert [word for word in NEVER if word in low] == []
    assert unexplained(TOLD[key]) == []


@pytest.mark.parametrize("key", WHYS)
def test_reason_is_one_or_two_sentences(key: str) -> None:
    """Short enough to be read before a run."""
    sentences = re.split(r"(?<=[.!?]) ", WHYS[key])
    assert 1 <= len(sentences) <= 2
    assert 40 <= len(WHYS[key]) <= 240


@pytest.mark.parametrize("kind", ["tempo_run", "interval_run", "hill_run", "easy_run", "long_run", "run_walk"])
@pytest.mark.parametrize("phase", ["base", "build", "peak", "cutback", "taper"])
def test_title_is_explained_by_the_reason_or_the_hint(kind: str, phase: str) -> None:
    words = words_for(html=False)
    for turn in range(24):
        session = a_session(kind, 60, turn=turn, phase=phase, pacing=a_pacing(45.0), strides=4 * (turn % 2), stage=2)
        title, why, cue = (words.say(said) for said in (session.title, session.why, session.cues[0]))
        assert unexplained(f"{title} {why} {cue}") == [], title


@pytest.mark.parametrize("group", sorted({each.why for found in library().values() for each in found} - {"race"}))
def test_every_group_of_reasons_has_two_for_each_phase(group: str) -> None:
    sections = {name: count for name, count in reasons().items() if name.startswith(f"{group}.")}
    assert all(count >= 2 for name, count in sections.items() if not name.endswith(".legs"))


@pytest.mark.parametrize(
    "group",
    ["easy", "long", "interval", "fartlek", "tempo", "hill", "run_walk", "walk", "walking", "cycling", "swimming"],
)
def test_each_kind_says_what_it_does_for_legs_and_what_it_does_not(group: str) -> None:
    told = " ".join(text.lower() for key, text in WHYS.items() if key.startswith(f"why.{group}.legs."))
    assert re.search(r"legs|thigh|calves|seat", told)
    assert re.search(r"cannot|not |no |little|whole body|nobody", told)


def whys(made: Plan, kind: SessionKind) -> list[object]:
    """The reasons of the sessions of a kind in the order of their days."""
    found: list[Session] = [s for week in made.weeks for s in sorted(week.sessions, key=lambda s: s.date)]
    return [session.why for session in found if session.kind is kind]


@pytest.mark.parametrize(("goal", "experience"), list(product(Goal, Experience)))
def test_no_reason_comes_twice_in_a_row_within_a_kind(goal: Goal, experience: Experience) -> None:
    made = plan(an_athlete(goal=goal, experience=experience, weeks=16, recent_race=a_result()), (), MONDAY)
    for kind in SessionKind:
        assert all(one != two for one, two in pairwise(whys(made, kind))), kind


@examples(40)
@given(profile=profiles())
def test_no_reason_comes_twice_in_a_row_for_anybody(profile: Profile) -> None:
    made = plan(profile, (), profile.start_date)
    for kind in SessionKind:
        assert all(one != two for one, two in pairwise(whys(made, kind))), kind


def test_those_who_train_for_leaner_legs_hear_of_their_legs() -> None:
    made = plan(an_athlete(goal=Goal.LEANER_LEGS, weeks=12), (), MONDAY)
    told = {session.why.key for week in made.weeks for session in week.sessions}
    assert len({key.split(".")[1] for key in told if ".legs." in key}) >= 4
    others = plan(an_athlete(goal=Goal.TEN_K, weeks=12), (), MONDAY)
    assert not any(".legs." in session.why.key for week in others.weeks for session in week.sessions)


def test_first_hint_of_every_workout_stands_in_the_catalogue() -> None:
    assert all(cues_of(each)[0].key in TOLD for found in library().values() for each in found)
