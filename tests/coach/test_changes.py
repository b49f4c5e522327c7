"""What is different from what the athlete was told is told, with a reason (C7)."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coach.changes import Reason, compared, differences, is_lower
from coach.phrases import phrase
from coach.plan import Change
from coach.session import Do, Part, Session, Step
from coach.units import Metres, Seconds
from tests.builders import MONDAY, a_session

DAY = dt.timedelta(days=1)


def a_change(day: int, rule: str = "pain", number: str = "C3") -> Change:
    date = MONDAY + day * DAY
    return Change(rule, number, date, MONDAY, phrase("a"), phrase("b"), phrase(f"change.why.{rule}"))


def test_nothing_different_is_nothing_told() -> None:
    sessions = [a_session(MONDAY), a_session(MONDAY + DAY, "strength", 20)]
    assert differences(sessions, list(reversed(sessions)), (), MONDAY) == ()


def test_a_shorter_run_is_told_with_both_lengths() -> None:
    (change,) = differences([a_session(MONDAY, minutes=40)], [a_session(MONDAY, minutes=30)], [a_change(0)], MONDAY)
    assert (dict(change.before.args)["minutes"], dict(change.after.args)["minutes"]) == (40, 30)
    assert (change.rule, change.rule_number, change.cause) == ("pain", "C3", MONDAY)


def test_a_session_that_goes_becomes_rest_and_one_that_comes_was_rest() -> None:
    told, now = [a_session(MONDAY)], [a_session(MONDAY + DAY)]
    gone, come = differences(told, now, (), MONDAY)
    assert gone.after.key == come.before.key == "change.rest"


def test_a_change_nobody_explains_follows_from_the_weeks_limits() -> None:
    (change,) = differences([a_session(MONDAY)], [], (), MONDAY)
    assert (change.rule, change.rule_number, change.cause) == ("limits", "C6", MONDAY)


def test_a_day_without_its_own_reason_takes_the_newest() -> None:
    (change,) = differences([a_session(MONDAY + DAY)], [], [a_change(4, "break", "C1")], MONDAY)
    assert change.rule == "break"


def test_a_minute_more_or_less_is_not_worth_a_message() -> None:
    assert differences([a_session(minutes=38)], [a_session(minutes=37)], (), MONDAY) == ()
    assert len(differences([a_session(minutes=38)], [a_session(minutes=35)], (), MONDAY)) == 1


def test_days_gone_by_are_never_told_again() -> None:
    assert differences([a_session(MONDAY)], [], (), MONDAY + DAY) == ()


def test_only_what_differs_on_a_day_is_named() -> None:
    told = [a_session(MONDAY, "easy_run", 30), a_session(MONDAY, "strength", 20)]
    (change,) = differences(told, told[1:], (), MONDAY)
    assert dict(change.before.args)["minutes"] == 30
    assert change.after.key == "change.left_out"


def test_a_session_that_only_grows_says_that_there_is_room_for_it() -> None:
    for before, after, key in ((50, 55, "change.why.room"), (55, 50, "change.why.missed")):
        told, now = [a_session(MONDAY, "long_run", before)], [a_session(MONDAY, "long_run", after)]
        (change,) = differences(told, now, [a_change(0, "missed", "C1")], MONDAY)
        assert (change.why.key, change.rule_number) == (key, "C1")


def test_a_day_that_gives_and_takes_keeps_its_reason() -> None:
    told = [a_session(MONDAY, "easy_run", 30), a_session(MONDAY, "strength", 20)]
    now = [a_session(MONDAY, "easy_run", 40), a_session(MONDAY, "strength", 15)]
    (change,) = differences(told, now, [a_change(0)], MONDAY)
    assert change.why.key == "change.why.pain"
    assert change.before.key == change.after.key == "change.both"


def test_a_session_of_another_kind_is_no_growth() -> None:
    (change,) = differences([a_session(MONDAY, "easy_run", 30)], [a_session(MONDAY, "strength", 45)], (), MONDAY)
    assert change.why.key == "change.why.limits"


def test_plans_are_compared_to_the_minute_on_the_days_asked_for() -> None:
    before = [a_session(MONDAY + n * DAY, minutes=40) for n in range(4)]
    after = [replace(before[0], minutes=41), replace(before[1], distance_m=1), before[2], replace(before[3], minutes=9)]
    why = Reason("break", "C1", MONDAY, phrase("change.why.break"))
    found = compared(before, after, lambda _: why, (MONDAY, MONDAY + 3 * DAY))
    assert [(change.date, change.rule_number) for change in found] == [(MONDAY, "C1")]


@given(
    told=st.lists(st.tuples(st.integers(0, 6), st.integers(10, 60)), max_size=5, unique_by=lambda pair: pair[0]),
    now=st.lists(st.tuples(st.integers(0, 6), st.integers(10, 60)), max_size=5, unique_by=lambda pair: pair[0]),
)
def test_every_day_that_differs_is_told_exactly_once(told: list[tuple[int, int]], now: list[tuple[int, int]]) -> None:
    before = [a_session(MONDAY + day * DAY, minutes=minutes) for day, minutes in told]
    after = [a_session(MONDAY + day * DAY, minutes=minutes) for day, minutes in now]
    minutes, later = dict(told), dict(now)
    both = {day for day in minutes if day in later and abs(minutes[day] - later[day]) <= 2}
    changed = ({*minutes} | {*later}) - both
    found = differences(before, after, (), MONDAY)
    assert sorted(change.date for change in found) == [MONDAY + day * DAY for day in sorted(changed)]


def a_run_walk(minutes: int, *runs: int) -> Session:
    """Run/walk with pieces of so many seconds."""
    parts = tuple(Part(Do.RUN, seconds=Seconds(run), rpe=(3, 4)) for run in runs)
    return replace(a_session(MONDAY, "run_walk", minutes), steps=(Step(1, parts),))


def test_a_longer_session_of_a_lower_stage_is_not_told_as_room_for_more() -> None:
    told, now = a_run_walk(30, 1200), a_run_walk(34, 480, 480)
    (change,) = differences([told], [now], [a_change(0)], MONDAY)
    assert change.why.key == "change.why.pain"
    assert is_lower([told], [now])


def test_a_longer_session_of_a_higher_stage_is_room_for_more() -> None:
    (change,) = differences([a_run_walk(28, 480, 480)], [a_run_walk(31, 1200)], [a_change(0)], MONDAY)
    assert change.why.key == "change.why.room"


def as_before(*sessions: Session) -> tuple[Change, ...]:
    """What ``legwork plan`` tells of a Monday that held the first session and holds the second."""
    why = Reason("pain", "C3", MONDAY, phrase("change.why.pain"))
    return compared(sessions[:1], sessions[1:], lambda _: why, (MONDAY, MONDAY + DAY))


def test_another_name_or_a_few_metres_of_an_easy_run_are_no_change() -> None:
    run = a_session(MONDAY)
    assert as_before(run, replace(run, title=phrase("title.other"), distance_m=Metres(4321))) == ()


def test_another_effort_other_strides_and_the_other_strength_session_are_changes() -> None:
    run, strength = a_session(MONDAY), a_session(MONDAY, "strength", 20)
    stride = Step(4, (Part(Do.STRIDE, Seconds(20), None, (6, 7)),))
    assert len(as_before(run, replace(run, target=replace(run.target, rpe=(6, 7))))) == 1
    assert len(as_before(run, replace(run, steps=(*run.steps, stride)))) == 1
    assert len(as_before(strength, replace(strength, title=phrase("title.strength.b")))) == 1


def test_a_run_walk_of_the_same_minutes_with_less_running_is_a_change() -> None:
    ladder = [Step(1, (Part(Do.RUN, Seconds(seconds), None, (3, 4)),)) for seconds in (600, 480)]
    one, other = (replace(a_session(MONDAY, "run_walk", 30), steps=(step,)) for step in ladder)
    assert len(as_before(one, other)) == 1
