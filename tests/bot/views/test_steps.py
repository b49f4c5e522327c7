"""Steps read like a coach's note: short lines, repetitions in brackets."""

import re
from itertools import product

import pytest

from bot.views.steps import write_steps
from bot.words import words_for
from coach.profile import DistanceUnit, Experience
from coach.session import Do, Part, Session, SessionKind, Step, StrengthPart
from tests.builders import a_session
from tests.coach.workouts.slots import a_pacing, parts_of
from tests.coach.workouts.slots import a_session as composed

PLAIN = words_for(html=False)
MIXED = "title.repetitions_mixed"


def lines(*steps: Step, kind: str = "easy_run", units: DistanceUnit = DistanceUnit.KM) -> list[str]:
    """The lines of these steps, narrow spaces made plain."""
    session: Session = a_session(kind=kind, steps=steps)
    return [line.replace("\u202f", " ") for line in write_steps(session, words_for("en", units, html=False))]


def test_repetitions_stand_in_brackets() -> None:
    step = Step(8, (Part(Do.RUN, seconds=60, rpe=(3, 4)), Part(Do.WALK, seconds=90, rpe=(2, 3))))
    assert lines(step, kind="run_walk") == ["8 × (1 min run, 90 s walk)"]


def test_single_parts_stand_on_their_own() -> None:
    step = Step(1, (Part(Do.WARM_UP, seconds=600), Part(Do.COOL_DOWN, seconds=300)))
    assert lines(step) == ["10 min warm-up, very easy", "5 min cool-down, very easy"]


@pytest.mark.parametrize(
    ("effort", "name"), [((3, 4), "easy"), ((4, 5), "steady"), ((6, 7), "brisk"), ((7, 8), "hard"), ((8, 9), "hard")]
)
def test_runs_are_called_by_their_effort(effort: tuple[int, int], name: str) -> None:
    assert lines(Step(1, (Part(Do.RUN, seconds=1200, rpe=effort),))) == [f"20 min {name} run"]


def test_pace_is_shown_where_it_is_known() -> None:
    part = Part(Do.RUN, seconds=180, rpe=(7, 8), pace_s_per_km=(270, 270))
    assert lines(Step(1, (part,))) == ["3 min hard run at 4:30/km"]


def test_pace_is_shown_per_mile_to_those_who_think_in_miles() -> None:
    part = Part(Do.RUN, seconds=180, rpe=(7, 8), pace_s_per_km=(270, 270))
    assert lines(Step(1, (part,)), units=DistanceUnit.MI) == ["3 min hard run at 7:15/mi"]


def test_newcomers_are_spared_the_pace() -> None:
    part = Part(Do.RUN, seconds=60, rpe=(3, 4), pace_s_per_km=(400, 450))
    assert lines(Step(1, (part,)), kind="run_walk") == ["1 min run"]


def test_distance_stands_where_a_part_has_no_time() -> None:
    assert lines(Step(1, (Part(Do.RUN, distance_m=3300, rpe=(6, 7)),))) == ["3.3 km brisk run"]


def test_race_is_told_by_its_thirds_after_its_warm_up() -> None:
    session = composed("race", 50, race_m=10_000)
    assert [line.replace("\u202f", " ") for line in write_steps(session, PLAIN)] == [
        "10 min warm-up, very easy",
        "2 × (20 s quick and relaxed, 1 min walk)",
        "first 3.3 km: hold back",
        "next 3.3 km: steady",
        "last 3.4 km: whatever is left",
    ]


def test_strength_reads_as_form_sets_repetitions_and_rest() -> None:
    part = StrengthPart("squat", sets=2, rest_s=52, reps=12, rung="sit_to_stand")
    assert lines(Step(1, (part,)), kind="strength") == ["Stand up from a chair and sit down slowly: 2 × 12, 45 s rest"]


def test_warm_up_of_strength_says_what_to_do() -> None:
    part = StrengthPart("warm_up", sets=1, rest_s=0, seconds=180, rung="warm_up")
    (line,) = lines(Step(1, (part,)), kind="strength")
    assert line.startswith("3 min: March on the spot")


def test_one_leg_at_a_time_is_said() -> None:
    session = composed("strength", turn=1, week=5)
    assert any("each side" in line for line in write_steps(session, PLAIN))


@pytest.mark.parametrize("kind", [kind for kind in SessionKind if kind is not SessionKind.RACE])
def test_every_kind_of_session_has_lines(kind: SessionKind) -> None:
    assert write_steps(composed(kind, pacing=a_pacing(45.0)), PLAIN)


def test_session_without_steps_has_no_lines() -> None:
    assert lines() == []


def test_a_brisk_walk_is_told_from_a_stroll() -> None:
    brisk, easy = (Part(Do.WALK, seconds=60, rpe=rpe) for rpe in ((3, 4), (2, 3)))
    assert lines(Step(6, (brisk, easy)), kind="recovery_walk") == ["6 × (1 min brisk walk, 1 min walk)"]


def test_a_climb_at_tempo_is_brisk_and_a_hard_one_strong() -> None:
    assert lines(Step(1, (Part(Do.HILL, seconds=180, rpe=(6, 7)),))) == ["3 min brisk uphill"]
    assert lines(Step(1, (Part(Do.HILL, seconds=60, rpe=(7, 8)),))) == ["1 min strong uphill"]


def test_what_surrounds_the_sets_is_told_in_whole_minutes() -> None:
    lengths = {"warm_up": 280, "mobility": 595}
    warm_up, mobility = (StrengthPart(name, 1, 0, seconds=seconds, rung=name) for name, seconds in lengths.items())
    first, last = lines(Step(1, (warm_up,)), Step(1, (mobility,)), kind="strength")
    assert first.startswith("5 min: ")
    assert last.startswith("10 min: ")


@pytest.mark.parametrize(
    ("seconds", "told"), [(45, "45 s"), (57, "1 min"), (70, "75 s"), (135, "2:15"), (178, "3 min")]
)
def test_rests_between_sets_are_told_in_quarters_of_a_minute(seconds: int, told: str) -> None:
    part = StrengthPart("squat", sets=2, rest_s=seconds, reps=12, rung="bodyweight")
    assert lines(Step(1, (part,)), kind="strength") == [f"Squat: 2 × 12, {told} rest"]


def by_distance(units: DistanceUnit, turns: range = range(24)) -> list[tuple[str, list[str]]]:
    """Titles and lines of the sessions of an experienced runner that are measured in laps."""
    words, found = words_for("en", units, html=False), []
    for kind, turn in product(("interval_run", "tempo_run"), turns):
        session = composed(kind, 75, turn=turn, experience=Experience.EXPERIENCED, pacing=a_pacing(50.0))
        if "distance" in dict(session.title.args) and session.title.key != MIXED:
            told = [line.replace("\u202f", " ") for line in write_steps(session, words)]
            found.append((words.say(session.title).replace("\u202f", " "), told))
    return found


@pytest.mark.parametrize("units", list(DistanceUnit))
def test_laps_are_told_in_metres_with_their_time(units: DistanceUnit) -> None:
    found = by_distance(units)
    assert len({title for title, _ in found}) >= 5
    for title, told in found:
        times, lap = re.fullmatch(r".*: (\d+) × (\d+ m)", title).groups()
        assert any(re.match(rf"{times} × \({lap} (hard|brisk) run in [\d:]+( s| min)?, ", line) for line in told), told
        assert not any("mi" in line.split() for line in told)


@pytest.mark.parametrize("fitness", range(32, 70, 3))
@pytest.mark.parametrize("kind", ["interval_run", "tempo_run"])
def test_time_of_a_lap_is_that_of_its_pace(kind: str, fitness: int) -> None:
    """What the words say agrees with what the steps hold, to the five seconds that laps are rounded to."""
    for turn in range(24):
        session = composed(kind, 75, turn=turn, experience=Experience.EXPERIENCED, pacing=a_pacing(float(fitness)))
        figures = dict(session.title.args)
        if "distance" not in figures or session.title.key == MIXED:
            continue
        metres = dict(figures["distance"].args)["each"]
        (work,) = {part for part in parts_of(session, Do.RUN) if part.rpe and part.rpe[0] >= 6}
        assert abs(work.seconds - metres / 1000 * work.pace_s_per_km[0]) <= 4
        assert any(f"{metres} m" in line.replace("\u202f", " ") for line in write_steps(session, PLAIN))


def test_mixed_repetitions_name_both_laps() -> None:
    runs = (
        composed("interval_run", 75, turn=turn, experience=Experience.EXPERIENCED, pacing=a_pacing(50.0))
        for turn in range(40)
    )
    mixed = next(session for session in runs if session.workout == "repetitions_200_400")
    told = "\n".join(write_steps(mixed, PLAIN)).replace("\u202f", " ")
    assert "(200 m hard run in" in told
    assert "(400 m hard run in" in told
