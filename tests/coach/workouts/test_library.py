"""The library holds what the coach promises, well formed and in order."""

import re
from itertools import chain, pairwise
from pathlib import Path

import pytest

from bot.words.catalogue import catalogue_for
from coach.plan import Phase
from coach.profile import Equipment
from coach.session import Do, SessionKind
from coach.workouts.efforts import WORK_ZONES
from coach.workouts.fitting import Limits
from coach.workouts.forms import shorter_form
from coach.workouts.ladders import all_exercises, ladder
from coach.workouts.library import Workout, library
from coach.workouts.telling import cues_of, reasons, why
from tests.coach.workouts.slots import a_pacing

WORKOUTS = list(chain.from_iterable(library().values()))
KEYS = catalogue_for("en")


def test_library_holds_at_least_sixty_workouts_with_names_of_their_own() -> None:
    assert len({workout.id for workout in WORKOUTS}) == len(WORKOUTS) >= 60


def test_library_serves_every_kind_but_strength() -> None:
    assert set(library()) == set(SessionKind) - {SessionKind.STRENGTH}


@pytest.mark.parametrize(
    "family",
    [
        "easy", "strides", "fartlek", "long", "long_finish", "tempo", "cruise", "intervals_time", "intervals_distance",
        "repetitions", "hills_short", "hills_long", "hill_sprints", "hills_treadmill", "hills_flatland", "run_walk",
        "walk", "cycling", "swimming", "race",
    ],
)  # fmt: skip
def test_library_holds_every_family(family: str) -> None:
    assert any(workout.family == family for workout in WORKOUTS)


@pytest.mark.parametrize("workout", WORKOUTS, ids=lambda workout: workout.id)
def test_workout_is_well_formed(workout: Workout) -> None:
    """Level 1 to 4, words for title, cues and reasons, blocks that grow and never shrink."""
    assert 1 <= workout.level <= 4
    assert workout.title in KEYS
    assert workout.cues
    assert all(cue in KEYS for cue in workout.cues)
    assert any(section.startswith(f"{workout.why}.") for section in reasons())
    for block in workout.blocks:
        assert 1 <= block.fewest <= block.most
        assert all(part.shortest <= part.longest for part in block.parts)


@pytest.mark.parametrize("workout", WORKOUTS, ids=lambda workout: workout.id)
def test_hard_work_is_followed_by_rest(workout: Workout) -> None:
    """A block that repeats ends with a jog, a walk or easy running, or changes effort."""
    for block in workout.blocks:
        if block.most > 1:
            assert len(block.parts) > 1


def test_cruise_breaks_are_a_fifth_of_the_work_or_more() -> None:
    """Tempo with breaks rests for at least a fifth of each piece (W5)."""
    for workout in library()[SessionKind.TEMPO_RUN]:
        for work, rest in (block.parts for block in workout.blocks if len(block.parts) == 2):
            if workout.family == "cruise" and rest.do is Do.JOG and work.metres is None:
                assert rest.shortest * 5 >= work.longest


@pytest.mark.parametrize("kind", ["fartlek", "interval", "tempo", "tempo_continuous", "hill", "hill_sprint", "easy"])
@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("legs", [False, True])
def test_reason_never_comes_twice_in_a_row(kind: str, phase: Phase, legs: bool) -> None:  # noqa: FBT001 - a case
    told = [why(kind, phase, turn, legs, False) for turn in range(12)]
    assert all(one != two for one, two in pairwise(told))


def test_every_reason_counted_stands_in_the_catalogue_and_no_more() -> None:
    counted = {f"why.{section}.{n}" for section, count in reasons().items() for n in range(1, count + 1)}
    assert counted == {key for key in _keys() if key.startswith("why.")}


def test_every_rung_has_a_name_and_every_exercise_two_hints() -> None:
    for exercise in all_exercises():
        assert {f"form.{exercise}.1", f"form.{exercise}.2"} <= _keys()
        everything = frozenset(Equipment)
        assert {f"rung.{exercise}.{rung.name}" for rung in ladder(exercise, everything)} <= _keys()


def test_no_text_promises_centimetres_or_a_place_that_slims() -> None:
    """The honest message: fat goes from the whole body, and no figure of girth is promised."""
    texts = " ".join(KEYS.template(key, 1) for key in _keys()).lower()
    assert not re.search(r"\d\s?cm (off|less|slimmer)", texts)
    assert "spot" not in texts.replace("on the spot", "")
    for word in ("burn off", "melt", "tone up", "toned", "no pain", "cellulite", "guarantee"):
        assert word not in texts


def _keys() -> set[str]:
    path = Path(__file__).parents[3] / "bot/locale/en/LC_MESSAGES/coach.po"
    return set(re.findall(r'^msgid "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("workout", library()[SessionKind.HILL_RUN], ids=lambda workout: workout.id)
def test_every_hill_can_be_done_elsewhere(workout: Workout) -> None:
    """On a treadmill, whose incline is given, on stairs, or on the flat by effort."""
    low, high = workout.incline
    assert 2 <= low < high <= 12
    said = " ".join(KEYS.template(cue.key) for cue in cues_of(workout))
    assert "{low}–{high} %" in said
    assert "stairs" in said.lower() or "slope" in said.lower()


@pytest.mark.parametrize("workout", WORKOUTS, ids=lambda workout: workout.id)
def test_rounds_of_time_take_whole_half_minutes(workout: Workout) -> None:
    for block in workout.blocks:
        if not any(part.metres or part.fills for part in block.parts):
            assert sum(part.shortest for part in block.parts) % 30 == 0


@pytest.mark.parametrize("kind", [SessionKind.TEMPO_RUN, SessionKind.INTERVAL_RUN, SessionKind.HILL_RUN])
@pytest.mark.parametrize("fitness", [32.0, 45.0, 60.0])
def test_twenty_minutes_of_pieces_are_still_pieces(kind: SessionKind, fitness: float) -> None:
    """A single continuous stretch may stay one; everything else keeps at least two.."""
    for workout in library()[kind]:
        most = max(block.most for block in workout.blocks)
        shape = shorter_form(workout, 1200, Limits(), a_pacing(fitness))
        pieces = sum(r.repeat * sum(s.zone in WORK_ZONES for s in r.stretches) for r in shape.main)
        assert pieces >= (1 if most == 1 == len(workout.blocks) else 2), workout.id
