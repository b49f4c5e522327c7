"""A guided session as a value: what comes now follows from what was done."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.documents import guided_from_json, guided_to_json
from coach.guided import (
    DoneSet,
    Guided,
    Offer,
    Task,
    begin,
    do_set,
    leave,
    minutes_of,
    offers,
    sets_done,
    spare,
    status_of,
    swap,
    take_back,
)
from coach.history import Felt, SetsDone, Status
from coach.profile import Equipment
from coach.session import Session
from coach.workouts.ladders import position_of, strained, whole_ladder
from coach.workouts.strength import held_in
from tests.coach.workouts import slots

BODYWEIGHT = frozenset({Equipment.BODYWEIGHT})
EVERYTHING = frozenset(Equipment)
SQUATS = Task("squat", "goblet", 2, 45, reps=12)
PLANK = Task("plank", "full", 2, 45, seconds=30)


def a_session(minutes: int = 30, **fields: object) -> Session:
    return slots.a_session("strength", minutes, **{"week": 2, **fields})


def to_the_end(guided: Guided, felt: Felt = Felt.RIGHT) -> Guided:
    while guided.task is not None:
        guided = do_set(guided, felt)
    return guided


def test_sets_come_in_the_order_of_the_plan() -> None:
    session, seen = a_session(), list[str]()
    guided = begin(session)
    while guided.task is not None:
        seen.append(guided.task.exercise)
        guided = do_set(guided)
    expected = [part.exercise for step in session.steps for part in step.parts for _ in range(part.sets)]  # type: ignore[union-attr] # strength parts only
    assert seen == expected


def test_a_session_done_as_asked_is_logged_as_planned() -> None:
    session = a_session()
    done = sets_done(to_the_end(begin(session)))
    assert [(each.exercise, each.rung, each.sets, each.reps, each.seconds, each.felt) for each in done] == [
        (part.exercise, part.rung, part.sets, part.reps, part.seconds, Felt.RIGHT) for part in held_in(session.steps)
    ]


def test_the_weakest_set_and_the_worst_feeling_are_kept() -> None:
    guided = do_set(do_set(Guided((SQUATS,)), load_kg=10.0), Felt.HARD, amount=8, load_kg=12.0)
    assert sets_done(guided) == (SetsDone("squat", 2, 8, None, 12.0, "goblet", Felt.HARD),)


def test_too_hard_asks_for_two_thirds_from_then_on() -> None:
    task = do_set(Guided((SQUATS,)), Felt.HARD).task
    assert task is not None
    assert task.reps == 8


def test_too_easy_asks_for_two_more_or_five_seconds() -> None:
    squats, plank = do_set(Guided((SQUATS,)), Felt.EASY).task, do_set(Guided((PLANK,)), Felt.EASY).task
    assert squats is not None
    assert plank is not None
    assert (squats.reps, plank.seconds) == (14, 35)


def test_leaving_an_exercise_goes_on_with_the_next() -> None:
    guided = leave(Guided((SQUATS, PLANK)))
    assert guided.task == PLANK
    assert not to_the_end(guided).is_whole


def test_swapping_in_the_middle_keeps_what_was_done() -> None:
    guided = swap(do_set(Guided((SQUATS, PLANK))), Offer("easier", "squat", "bodyweight"))
    assert [(task.rung, task.sets) for task in guided.tasks] == [("goblet", 1), ("bodyweight", 1), ("full", 2)]
    assert [(done.rung, done.sets) for done in sets_done(to_the_end(guided))] == [
        ("goblet", 1), ("bodyweight", 1), ("full", 2),
    ]  # fmt: skip


def test_swapping_after_later_sets_keeps_them_with_their_exercise() -> None:
    guided = Guided((SQUATS, PLANK), (DoneSet(0, reps=12), DoneSet(1, seconds=30)))
    after = swap(guided, Offer("easier", "squat", "bodyweight"))
    assert {(done.exercise, done.rung) for done in sets_done(after)} == {("squat", "goblet"), ("plank", "full")}


def test_without_its_equipment_an_exercise_falls_to_the_nearest_form_that_needs_none() -> None:
    found = offers(Guided((SQUATS,)), EVERYTHING)
    assert found[0] == Offer("equipment", "squat", "bodyweight")


def test_what_is_offered_is_not_in_the_session_already() -> None:
    guided = Guided((SQUATS, Task("step_up", "low", 2, 45, reps=12)))
    assert "step_up" not in {offer.exercise for offer in offers(guided, BODYWEIGHT) if offer.why == "other"}


def test_a_filler_is_never_swapped() -> None:
    assert offers(begin(a_session()), EVERYTHING) == ()


def test_a_sore_knee_is_spared_from_here_on() -> None:
    guided = spare(do_set(begin(a_session())), "knee", BODYWEIGHT)
    left = {task.exercise for n, task in enumerate(guided.tasks) if not task.left and not guided.done_of(n)}
    assert not left & strained("knee")
    assert SetsDone("squat", 0, felt=Felt.PAIN) in sets_done(guided)


def test_pain_after_some_sets_marks_those() -> None:
    guided = spare(do_set(Guided((SQUATS, PLANK))), "knee", BODYWEIGHT)
    assert [(done.exercise, done.felt) for done in sets_done(guided)] == [("squat", Felt.PAIN)]


def test_half_a_session_takes_the_minutes_of_its_sets() -> None:
    guided = do_set(Guided((SQUATS, PLANK)))
    assert minutes_of(guided, a_session()) == round((12 * 4 + 45) / 60)


def test_a_whole_session_takes_its_planned_minutes() -> None:
    session = a_session(40)
    assert minutes_of(to_the_end(begin(session)), session) == 40


def test_nothing_left_to_do_changes_nothing() -> None:
    over = to_the_end(Guided((SQUATS,)))
    assert do_set(over) == leave(over) == swap(over, Offer("easier", "squat", "bodyweight")) == over


deeds = st.lists(st.sampled_from(["set", "easy", "hard", "back", "leave", "swap", "knee", "back_pain"]), max_size=30)
sessions = st.builds(
    lambda minutes, week, turn, equipment: a_session(minutes, week=week, turn=turn, equipment=equipment),
    st.integers(10, 60), st.integers(1, 16), st.integers(0, 6), st.sampled_from([BODYWEIGHT, EVERYTHING]),
)  # fmt: skip


def lived(session: Session, steps: list[str]) -> Guided:
    """A session through any deeds."""
    guided = begin(session)
    for deed in steps:
        match deed:
            case "set" | "easy" | "hard":
                guided = do_set(guided, {"set": Felt.RIGHT, "easy": Felt.EASY, "hard": Felt.HARD}[deed])
            case "back":
                guided = take_back(guided)
            case "leave":
                guided = leave(guided)
            case "swap":
                found = offers(guided, EVERYTHING)
                guided = swap(guided, found[-1]) if found else guided
            case _:
                guided = spare(guided, {"knee": "knee"}.get(deed, "back"), EVERYTHING)
    return guided


@given(session=sessions, steps=deeds)
def test_whatever_happens_the_session_can_be_stored_and_ended(session: Session, steps: list[str]) -> None:
    guided = lived(session, steps)
    assert guided_from_json(json.loads(json.dumps(guided_to_json(guided)))) == guided
    assert to_the_end(guided).at is None
    assert 0 <= minutes_of(guided, session) <= session.minutes


@given(session=sessions, steps=deeds)
def test_every_exercise_logged_is_a_form_that_exists(session: Session, steps: list[str]) -> None:
    for done in sets_done(lived(session, steps)):
        assert done.rung is None or position_of(done.exercise, done.rung) is not None
        assert done.sets > 0 or done.felt is Felt.PAIN


@given(session=sessions, steps=deeds, felt=st.sampled_from(Felt))
def test_back_undoes_a_set_and_what_it_asked_for(session: Session, steps: list[str], felt: Felt) -> None:
    guided = lived(session, steps)
    if guided.task is not None:
        assert take_back(do_set(guided, felt)).task == guided.task


@given(session=sessions, steps=deeds)
def test_holds_are_seconds_and_the_others_repetitions(session: Session, steps: list[str]) -> None:
    for task in lived(session, steps).tasks:
        at = position_of(task.exercise, task.rung)
        if at is not None:
            assert whole_ladder(task.exercise)[at].hold == (task.seconds is not None)
            assert (task.reps is None) == (task.seconds is not None)


def test_a_shorter_size_done_to_its_end_is_done_in_part() -> None:
    session = a_session(40)
    short = to_the_end(begin(replace(session, steps=session.shorter[0].steps)))
    assert (minutes_of(short, session), status_of(short, session)) == (20, Status.PARTIAL)


def test_a_session_is_done_with_its_last_set() -> None:
    session = a_session(30)
    whole = to_the_end(begin(session))
    assert status_of(whole, session) is Status.DONE
    assert status_of(take_back(whole), session) is Status.PARTIAL
