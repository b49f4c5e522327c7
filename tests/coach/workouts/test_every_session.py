"""Whatever slot a week asks for, the session keeps its length and its limits."""

from itertools import pairwise
from typing import TypeGuard

from hypothesis import given

from bot.views.steps import write_steps
from bot.words import words_for
from coach.documents import session_from_json, session_to_json
from coach.session import FOOT_KINDS, HARD_KINDS, Do, Intensity, Part, Session, SessionKind, StrengthPart
from coach.slot import Setting, Slot, Zone
from coach.workouts import compose
from tests.coach.workouts.slots import parts_of, seconds_of, settings, slots, work_of
from tests.depth import examples

many = examples(40)
WORDS = words_for(html=False)


@many
@given(slots, settings)
def test_parts_add_up_to_the_minutes(slot: Slot, setting: Setting) -> None:
    """A race by distance is over when it is over."""
    session = compose(slot, setting)
    assert session.minutes == slot.minutes
    if session.kind is not SessionKind.RACE or slot.race_m is None:
        assert seconds_of(session.steps) == slot.minutes * 60


@many
@given(slots, settings)
def test_shorter_sizes_add_up_too_and_end_with_a_walk(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    for size in session.shorter:
        assert seconds_of(size.steps) == size.minutes * 60
        assert size.minutes < slot.minutes
    if session.shorter:
        assert session.shorter[-1].minutes == 10


@many
@given(slots, settings)
def test_parts_have_lengths_people_know(slot: Slot, setting: Setting) -> None:
    """Whole minutes, and one half minute at most, outside of what is repeated; there steps of five seconds."""
    session = compose(slot, setting)
    if session.kind in {SessionKind.STRENGTH, SessionKind.RACE}:
        return
    for steps in (session.steps, *(size.steps for size in session.shorter)):
        single = [part.seconds or 0 for step in steps if step.repeat == 1 for part in step.parts if _foot(part)]
        inside = [part.seconds or 0 for step in steps if step.repeat > 1 for part in step.parts if _foot(part)]
        assert all(seconds % 30 == 0 or seconds < 120 for seconds in single)
        assert all(seconds % 5 == 0 for seconds in single + inside)
        edges = [single[0], single[-1]] if len(single) > 1 else single
        assert sum(seconds % 60 != 0 for seconds in edges) <= 1


@many
@given(slots, settings)
def test_hard_work_keeps_its_limit(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    if slot.work_s is not None and slot.kind in HARD_KINDS - {SessionKind.RACE}:
        assert work_of(session) <= slot.work_s


@many
@given(slots, settings)
def test_interval_distance_keeps_its_limit(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    if slot.rep_m is not None and slot.kind is SessionKind.INTERVAL_RUN:
        speed = setting.pacing.speeds[Zone.INTERVAL]
        fast = [part for part in parts_of(session, Do.RUN) if part.rpe and part.rpe[1] >= 8]
        assert sum(part.seconds or 0 for part in fast) / 60 * speed <= slot.rep_m + 1


@many
@given(slots, settings)
def test_no_stretch_is_longer_than_its_effort_allows(slot: Slot, setting: Setting) -> None:
    """Tempo 20 minutes, intervals and hills 5 (W5)."""
    session = compose(slot, setting)
    if slot.kind in HARD_KINDS - {SessionKind.RACE}:
        for part in parts_of(session, Do.RUN, Do.HILL):
            assert part.rpe is not None
            assert (part.seconds or 0) <= {8: 300, 7: 1200}.get(part.rpe[1], 99_999)


@many
@given(slots, settings)
def test_tempo_in_pieces_rests_for_a_fifth_of_each(slot: Slot, setting: Setting) -> None:
    """Steady running between counts as rest, too (W5)."""
    session = compose(slot, setting)
    if slot.kind is SessionKind.TEMPO_RUN:
        parts = parts_of(session)
        for work, rest in pairwise(parts):
            if work.rpe == (6, 7) and work.do is Do.RUN:
                assert rest.rpe != (6, 7)
                assert (rest.seconds or 0) * 5 >= (work.seconds or 0) or rest.do is Do.COOL_DOWN


@many
@given(slots, settings)
def test_running_of_a_run_walk_session_keeps_its_limit(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    if slot.kind is SessionKind.RUN_WALK and slot.run_s is not None:
        assert sum(part.seconds or 0 for part in parts_of(session, Do.RUN)) <= slot.run_s


@many
@given(slots, settings)
def test_only_sessions_on_foot_cover_distance(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    assert (session.distance_m is not None) == (session.kind in FOOT_KINDS)
    assert session.distance_m is None or session.distance_m > 0


@many
@given(slots, settings)
def test_paces_are_shown_only_where_fitness_is_known(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    shown = [part.pace_s_per_km for part in parts_of(session)] + [session.target.pace_s_per_km]
    if setting.pacing.fitness is None:
        assert set(shown) <= {None}


@many
@given(slots, settings)
def test_intensity_goes_with_the_kind(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    assert (session.intensity is Intensity.HARD) == (session.kind in HARD_KINDS)
    low, high = session.target.rpe
    assert 1 <= low <= high <= 10


@many
@given(slots, settings)
def test_every_word_of_a_session_can_be_said(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    said = [WORDS.say(session.title), WORDS.say(session.why), *map(WORDS.say, session.cues)]
    said += write_steps(session, WORDS)
    said += [WORDS.say(size.title) for size in session.shorter]
    said += [line for size in session.shorter for line in write_steps(_sized(session, size.steps), WORDS)]
    said += [WORDS.say(part.load) for part in _strength(session) if part.load]
    said += [WORDS.say(part.cue) for part in _strength(session) if part.cue]
    assert all(text and "{" not in text for text in said)


@many
@given(slots, settings)
def test_session_of_the_library_survives_storage(slot: Slot, setting: Setting) -> None:
    session = compose(slot, setting)
    assert session_from_json(session_to_json(session)) == session


@many
@given(slots, settings)
def test_same_slot_gives_the_same_session(slot: Slot, setting: Setting) -> None:
    assert compose(slot, setting) == compose(slot, setting)


def _foot(part: Part | StrengthPart) -> TypeGuard[Part]:
    return isinstance(part, Part)


def _strength(session: Session) -> list[StrengthPart]:
    return [part for step in session.steps for part in step.parts if isinstance(part, StrengthPart)]


def _sized(session: Session, steps: object) -> Session:
    fields = {name: getattr(session, name) for name in Session.__slots__}
    return Session(**{**fields, "steps": steps})
