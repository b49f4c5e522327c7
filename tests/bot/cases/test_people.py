"""What people with a phone wrote, each as one of them: a race on a long day, miles, a period, a bare judgement."""

import pytest

from coach.history import Status
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("parkrun 20:48 pb!!!", "Raced in place of the planned run"),
        ("8x400 at the track", "Harder work than the day had in mind"),
        ("6x400m today, 60 min", "Harder work"),
        ("5 × 800 m, 60 min", "Harder work"),
        ("ran 9k with 4x1k in it, 48 min", "Harder work"),
    ],
)
def test_harder_work_on_an_easy_day_is_told_as_that_and_not_as_planned(chat: Chat, said: str, words: str) -> None:
    chat.forward(days=6)  # the long run
    chat.says(said)
    assert words in chat.text
    assert "As planned" not in chat.text
    chat.says("8")
    assert words in chat.text
    assert "Slower is right next time" not in chat.text


@pytest.mark.parametrize(
    "said",
    ["easy parkrun with the kids, 38 min", "ran 30 min, no intervals", "ran 5k in 31:20", "30 min easy run",
     "6x100m strides in a 60 min run"],
)  # fmt: skip
def test_an_easy_run_on_an_easy_day_is_held_against_the_plan(chat: Chat, said: str) -> None:
    chat.forward(days=6)  # the long run
    chat.says(said)
    assert "in place of the planned run" not in chat.text
    assert "Harder work" not in chat.text


@pytest.mark.parametrize(
    "said",
    [
        "easy run 35 min", "35 min jog", "ran 35 min easy", "did an easy 5k instead, 34:00",
        "no hills today, just an easy 35 min", "slow 5k in 35 instead of hills", "jogged 5k, 36:00",
    ],
)  # fmt: skip
def test_an_easy_run_on_a_hard_day_is_told_as_that_and_not_as_planned(chat: Chat, said: str) -> None:
    chat.forward(days=1)  # hill repeats
    chat.says(said)
    chat.says("3")
    assert chat.heard[-1].startswith("Easy run")
    assert "An easy run in the hard one’s place" in chat.text
    assert "The plan had Hill repeats" in chat.text
    assert "Easier than planned" not in chat.text
    (log,) = chat.logs
    assert (log.kind, log.planned, log.target_rpe) == ("hill_run", True, [3, 4])


@pytest.mark.parametrize(
    "said",
    [
        "done, easy", "35 min, felt easy", "35 min, easy", "hills 35 min easy", "35 min",
        "did 6 x 20s hills then jogged home, 35 min",
        "ran the hill repeats, easy jog back down, 36 min", "done in 35 min, easy", "5k in 33 with the reps",
    ],
)  # fmt: skip
def test_a_hard_run_that_felt_easy_is_still_the_hard_run(chat: Chat, said: str) -> None:
    chat.forward(days=1)  # hill repeats
    chat.says(said)
    assert chat.text.startswith("Hills")
    assert "in the hard one’s place" not in chat.text


def test_a_correction_without_a_unit_is_in_the_unit_of_what_it_corrects(chat: Chat) -> None:
    chat.says("3 mi @ 14:30 pace")
    chat.says("nope it was 3.2")
    assert [round(log.distance_m or 0) for log in chat.logs] == [5150]
    chat.says("ran 5 km in 31")
    chat.says("no, 5.2")
    assert round(chat.logs[-1].distance_m or 0) == 5200


@pytest.mark.parametrize("said", ["my period started, feeling rough", "on my period, feel rough today"])
def test_a_period_is_taken_by_feel_and_changes_nothing(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Take it by feel" in chat.text
    assert not chat.receipts
    assert not chat.logs


def test_a_session_skipped_for_a_period_is_no_illness(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("period cramps, skipping today")
    (log,) = chat.logs
    assert (log.status, log.reason) == (Status.SKIPPED, None)
    assert "well again" not in chat.text


@pytest.mark.parametrize("said", ["period today, only did half", "did half of it, my period started"])
def test_a_part_of_a_session_beside_a_period_is_logged(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.says(said)
    assert [log.status for log in chat.logs] == [Status.PARTIAL]


def test_a_cold_beside_a_period_is_still_an_illness(chat: Chat) -> None:
    chat.says("my period started and i have a sore throat")
    assert "I’m well again" in chat.buttons


@pytest.mark.parametrize("said", ["that was too hard", "it was hard", "this felt brutal"])
def test_a_judgement_of_nothing_at_hand_makes_no_nameless_session(chat: Chat, said: str) -> None:
    chat.forward(days=2)  # a rest day
    chat.says(said)
    assert not chat.logs
    assert "Which session was it?" in chat.text


def test_a_judgement_after_a_card_is_its_effort(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("that was too hard")
    assert [log.rpe for log in chat.logs] == [9]


def test_a_judgement_on_a_day_with_an_open_session_is_of_that(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("that was too hard")
    (log,) = chat.logs
    assert (log.rpe, log.planned) == (9, True)


def test_a_judgement_of_what_was_just_rated_changes_nothing(chat: Chat) -> None:
    """It says again how hard that session was: it is not the effort of another one that is still open."""
    chat.prompted()
    chat.says("done, effort 8")
    chat.says("that was too hard")
    assert [log.rpe for log in chat.logs] == [8]
    assert "kept as effort 8" in chat.text


def test_a_run_early_in_the_plan_owes_nothing_to_the_patience_of_weeks(chat: Chat) -> None:
    chat.says("30 min run walk")
    chat.says("ran 2 miles in 31:40")
    assert "patience of the last weeks" not in chat.text


def test_a_sore_throat_asked_about_is_an_illness_and_asks_for_no_level(chat: Chat) -> None:
    chat.says("throat hurts, should i train?")
    assert "How strong is the pain" not in chat.text
    assert "I’m well again" in chat.buttons


def test_did_i_run_yesterday_is_answered_from_the_log(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.forward(days=1)
    chat.says("did i run yesterday")
    assert "Yesterday: 1 run" in chat.text
    assert len(chat.logs) == 1


@pytest.mark.parametrize(("units", "load"), [("km", "20 kg"), ("mi", "44.1 lb")])
def test_a_weight_lifted_is_written_in_ones_own_unit(chat: Chat, units: str, load: str) -> None:
    chat.says("miles only" if units == "mi" else "km only")
    chat.says("squats 3x12 @ 20kg")
    assert f"Squats 3 × 12 @ {load}" in chat.text


def test_sets_without_a_count_are_told_as_sets(chat: Chat) -> None:
    chat.says("did 3 sets of squats with 20 kg dumbbells")
    assert "Squats 3 sets @ 20 kg" in chat.text


def test_exercises_left_out_are_the_strength_session(chat: Chat) -> None:
    chat.prompted()
    chat.says("i didn't do the exercises, they look hard")
    assert [log.kind for log in chat.logs] == ["strength"]


@pytest.mark.parametrize("said", ["my legs hurt after the squats is that normal", "thighs sore from the lunges"])
def test_legs_that_hurt_after_strength_work_are_sore_and_no_injury(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "How strong is the pain" not in chat.text
    assert not chat.receipts


@pytest.mark.parametrize("said", ["my knee hurts after the squats", "left thigh hurts after squats", "my legs hurt"])
def test_a_joint_one_side_or_nothing_to_blame_is_still_a_pain(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "from 0" in chat.text
