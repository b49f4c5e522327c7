"""One sentence that answers this very log."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.feedback import feedback, how_much, target_of
from coach.history import Entry, Felt, Pain, Reason, SetsDone, Status
from coach.phrases import Pace
from coach.session import RUN_KINDS, SessionKind, Target
from coach.units import BeatsPerMinute, Metres, SecondsPerKm
from tests.builders import MONDAY, a_check_in, a_session, a_skip, an_entry


@pytest.mark.parametrize(
    ("level", "key"),
    [(1, "feedback.pain.mild"), (2, "feedback.pain.mild"), (3, "feedback.pain.watch"), (5, "feedback.pain.watch"),
     (6, "feedback.pain.stop"), (10, "feedback.pain.stop")],
)  # fmt: skip
def test_pain_is_answered_before_anything_else(level: int, key: str) -> None:
    entry = an_entry(rpe=10, pain=Pain("knee", level))
    assert feedback(entry, a_session()).key == key


def test_no_pain_is_not_a_pain() -> None:
    assert not feedback(an_entry(pain=Pain("knee", 0)), a_session()).key.startswith("feedback.pain")


@pytest.mark.parametrize("reason", [*Reason, None])
def test_a_skip_is_answered_by_its_reason(reason: Reason | None) -> None:
    assert feedback(a_skip(MONDAY, reason=reason), a_session()).key == f"feedback.skip.{reason or 'none'}"


@pytest.mark.parametrize(
    ("rpe", "key"),
    [(6, "feedback.effort.high"), (5, "feedback.effort.above"), (1, "feedback.effort.low")],
)
def test_effort_off_its_target_is_named(rpe: int, key: str) -> None:
    assert feedback(an_entry(rpe=rpe, target_rpe=(3, 4)), a_session()).key == key


@pytest.mark.parametrize("rpe", [2, 3, 4, None])
def test_effort_on_or_near_its_target_needs_no_comment(rpe: int | None) -> None:
    assert not feedback(an_entry(rpe=rpe, target_rpe=(3, 4)), a_session()).key.startswith("feedback.effort")


def test_the_log_remembers_its_own_target() -> None:
    assert target_of(an_entry(target_rpe=(5, 6)), a_session()) == (5, 6)
    assert target_of(an_entry(target_rpe=None), a_session()) == (3, 4)
    assert target_of(an_entry(target_rpe=None), None) is None


@pytest.mark.parametrize(("minutes", "key"), [(45, "feedback.longer"), (15, "feedback.shorter")])
def test_a_length_far_from_the_plan_is_named(minutes: int, key: str) -> None:
    assert feedback(an_entry(minutes=minutes), a_session(minutes=30)).key == key


def test_a_run_nobody_planned_is_counted_and_said_so() -> None:
    assert feedback(an_entry(planned=False, target_rpe=None), None).key == "feedback.unplanned"


@pytest.mark.parametrize("kind", SessionKind)
def test_two_ordinary_days_in_a_row_are_answered_differently(kind: SessionKind) -> None:
    entry = an_entry(kind=kind, rpe=None)
    tomorrow = replace(entry, date=MONDAY.replace(day=29))
    assert feedback(entry, a_session(kind=kind)) != feedback(tomorrow, a_session(kind=kind))


def test_a_check_in_has_an_answer_too() -> None:
    assert feedback(a_check_in(MONDAY, pain=4), None).key == "feedback.pain.watch"
    assert feedback(a_check_in(MONDAY), None).key == "feedback.unclear"


def test_a_part_of_a_session_is_no_skip() -> None:
    assert feedback(an_entry(status=Status.PARTIAL, minutes=20), a_session(minutes=30)).key == "feedback.shorter"


def test_more_kilometres_in_the_same_time_are_more_than_planned() -> None:
    session = a_session(minutes=30, distance_m=Metres(3200))
    entry = an_entry(minutes=31, distance_m=Metres(5000), rpe=None)
    assert how_much(entry, session) == pytest.approx(1.5625)
    assert feedback(entry, session).key == "feedback.longer"


def test_a_bicycles_distance_is_not_compared() -> None:
    session = a_session(kind="cross_training", minutes=30)
    assert how_much(an_entry(kind="cross_training", minutes=30, distance_m=Metres(12_000)), session) == 1


EASY = Target((3, 4), (SecondsPerKm(360), SecondsPerKm(400)), (BeatsPerMinute(118), BeatsPerMinute(140)))


def a_run(days_ago: int = 0, **fields: object) -> Entry:
    """A run of 5 km in half an hour, so many days before Monday."""
    told = {"distance_m": Metres(5000), "minutes": 30.0, "rpe": 3, "target_rpe": (3, 4), **fields}
    return replace(an_entry(), date=MONDAY - dt.timedelta(days=days_ago), kind=SessionKind.EASY_RUN, **told)


def test_a_run_quicker_than_the_easy_range_is_told_so_with_both_paces() -> None:
    said = feedback(a_run(minutes=27.0), replace(a_session(minutes=27), target=EASY))
    assert (said.key, dict(said.args)["pace"]) == ("feedback.pace.fast", Pace(SecondsPerKm(324), SecondsPerKm(324)))


@pytest.mark.parametrize("minutes", [30.0, 33.0, 29.5])
def test_a_run_within_the_easy_range_or_a_breath_off_it_is_not(minutes: float) -> None:
    assert not feedback(a_run(minutes=minutes), replace(a_session(), target=EASY)).key.startswith("feedback.pace")


@pytest.mark.parametrize(("heart", "above"), [(150, True), (144, True), (143, False), (130, False), (None, False)])
def test_a_heart_rate_above_the_easy_range_is_told(heart: int | None, *, above: bool) -> None:
    bpm = BeatsPerMinute(heart) if heart else None
    said = feedback(a_run(), replace(a_session(), target=EASY), heart=bpm)
    assert said.key.startswith("feedback.heart") is above


def test_a_heart_rate_without_a_range_is_not_judged() -> None:
    """A beta blocker, a child: no zones, no verdict (S2)."""
    session = replace(a_session(), target=replace(EASY, hr_bpm=None))
    assert not feedback(a_run(), session, heart=BeatsPerMinute(180)).key.startswith("feedback.heart")


def test_the_first_run_after_two_weeks_is_welcomed_without_counting_days() -> None:
    said = feedback(a_run(), replace(a_session(), target=EASY), [a_run(20)])
    assert (said.key, dict(said.args)) == ("feedback.back", {})
    assert feedback(a_run(), replace(a_session(), target=EASY), [a_run(9)]).key != "feedback.back"


def test_the_longest_run_so_far_is_named_once_there_are_some_to_compare_with() -> None:
    earlier = [a_run(9), a_run(6), a_run(3)]
    long = a_run(distance_m=Metres(5600), minutes=35.0)
    session = replace(a_session(minutes=35, distance_m=Metres(5600)), target=EASY)
    assert feedback(long, session, earlier).key == "feedback.longest"
    assert feedback(long, session, earlier[:2]).key != "feedback.longest"
    assert feedback(a_run(), replace(a_session(), target=EASY), earlier).key != "feedback.longest"


def test_far_more_than_planned_is_cautioned_and_not_praised_as_the_longest() -> None:
    earlier = [a_run(9), a_run(6), a_run(3)]
    said = feedback(a_run(distance_m=Metres(9000), minutes=54.0), replace(a_session(), target=EASY), earlier)
    assert said.key.startswith("feedback.longer")


def test_the_first_run_without_walking_is_named_and_only_the_first() -> None:
    walked = [replace(a_run(days), kind=SessionKind.RUN_WALK) for days in (16, 3)]
    session = replace(a_session(), target=EASY)
    assert feedback(a_run(), session, walked).key == "feedback.first_continuous"
    assert feedback(a_run(), session, [*walked, a_run(1)]).key != "feedback.first_continuous"
    assert feedback(a_run(), session, walked[1:]).key != "feedback.first_continuous"  # no weeks to be patient in yet


def test_pain_comes_before_pace_heart_and_records() -> None:
    entry = a_run(minutes=25.0, pain=Pain("knee", 4))
    assert feedback(entry, replace(a_session(), target=EASY), [], BeatsPerMinute(180)).key == "feedback.pain.watch"


@given(kinds=st.lists(st.sampled_from(sorted(RUN_KINDS)), min_size=2, max_size=8))
def test_no_two_ordinary_sessions_in_a_row_hear_the_same_sentence(kinds: list[SessionKind]) -> None:
    said: list[str] = []
    before: list[Entry] = []
    for number, kind in enumerate(kinds):
        entry = replace(a_run(20 - number), kind=kind, distance_m=None)
        said.append(feedback(entry, a_session(kind=kind), before).key)
        before.append(entry)
    assert all(one != other for one, other in itertools.pairwise(said))


@pytest.mark.parametrize("rpe", [1, 5, 8])
def test_the_same_verdict_twice_in_a_row_has_two_wordings(rpe: int) -> None:
    first, second = a_run(2, rpe=rpe), a_run(rpe=rpe)
    session = replace(a_session(), target=EASY)
    assert feedback(first, session).key != feedback(second, session, [first]).key


@pytest.mark.parametrize("between", [a_run(1, rpe=3), a_run(1), a_run(1, rpe=8)])
def test_nothing_is_called_again_that_the_session_before_was_not(between: Entry) -> None:
    before = [a_run(3, rpe=5), a_skip(MONDAY - dt.timedelta(days=2)), between]
    said = feedback(a_run(rpe=5), replace(a_session(), target=EASY), before)
    assert said.key == "feedback.effort.above"


@given(rpe=st.sampled_from([1, 5, 8]), days=st.integers(1, 6))
def test_the_wordings_of_one_verdict_take_turns(rpe: int, days: int) -> None:
    runs = [a_run(days - number, rpe=rpe) for number in range(days)]
    session = replace(a_session(), target=EASY)
    said = [feedback(run, session, runs[:number]).key.endswith(".again") for number, run in enumerate(runs)]
    assert said == [bool(number % 2) for number in range(days)]


def test_a_run_from_before_the_plan_is_no_extra_one() -> None:
    run = an_entry(date=dt.date(2026, 11, 5), planned=False, target_rpe=None)
    assert feedback(run, None, begun=dt.date(2026, 11, 30)).key == "feedback.earlier"
    assert feedback(run, None, begun=dt.date(2026, 11, 1)).key == "feedback.unplanned"


def test_a_pain_of_three_days_is_one_to_show_to_somebody() -> None:
    before = [a_check_in(MONDAY, pain=4), a_check_in(MONDAY + dt.timedelta(days=1), pain=4)]
    entry = an_entry(MONDAY + dt.timedelta(days=2), pain=Pain("knee", 4))
    assert feedback(entry, None, before).key == "feedback.pain.lasting"
    assert feedback(entry, None, before[:1]).key == "feedback.pain.watch"


def lifted(days: int, felt: Felt, rung: str = "bodyweight") -> Entry:
    """Squats on a day after the Monday, felt like this."""
    sets = SetsDone("squat", 2, 12, rung=rung, felt=felt)
    return an_entry(MONDAY + dt.timedelta(days=days), kind=SessionKind.STRENGTH, exercises=(sets,))


@pytest.mark.parametrize("felt", [Felt.HARD, Felt.EASY])
def test_the_second_time_an_exercise_feels_so_the_card_says_that_it_changes(felt: Felt) -> None:
    first, second = lifted(0, felt), lifted(7, felt)
    assert feedback(first, a_session()).key == f"feedback.lifted.{felt}"
    assert feedback(second, a_session(), [first]).key == f"feedback.lifted.{felt}.twice"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (lifted(0, Felt.EASY), lifted(3, Felt.EASY)),
        (lifted(0, Felt.EASY, "sit_to_stand"), lifted(7, Felt.EASY)),
        (lifted(0, Felt.RIGHT), lifted(7, Felt.HARD)),
        (lifted(0, Felt.HARD), lifted(7, Felt.EASY)),
    ],
    ids=["easy in the same week", "easy in another form", "right before", "hard before"],
)
def test_where_the_form_does_not_change_yet_the_card_says_what_would_change_it(first: Entry, second: Entry) -> None:
    assert feedback(second, a_session(), [first]).key == f"feedback.lifted.{second.exercises[0].felt}"
