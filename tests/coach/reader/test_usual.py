"""What is true in general is no session of a day: habits and complaints about the plan."""

import pytest

from coach.reader import read
from tests.coach.reader.cases import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "i run about 25 miles a week", "i run 5 days a week", "I run 10k twice a week", "3 runs a week",
        "i walk 20 min daily", "we walk 4 km each day", "i cycle 40 km per week", "i do 3 sessions a week",
    ],
)  # fmt: skip
def test_a_habit_is_no_log(text: str) -> None:
    assert read(text, TODAY).entries == ()


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("ran 5k, first in a week", 5000), ("ran 5 km a week ago", 5000), ("did my weekly long run, 15k", 15000),
        ("did 5k, 10 km a week is my goal", 5000), ("ran 5k at 6 min a km", 5000),
        ("first run after a week off, 5k", 5000), ("my daily run, 5k", 5000),
    ],
)  # fmt: skip
def test_a_run_beside_a_week_is_one(text: str, metres: int) -> None:
    (entry,) = read(text, TODAY).entries
    assert entry.distance_m == metres


@pytest.mark.parametrize("text", ["walked 20 min. i usually do 3 walks a week", "walked 20 min, i do 3 walks a week"])
def test_a_habit_told_after_a_walk_takes_nothing_from_it(text: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert entry.duration_s == 1200


@pytest.mark.parametrize("text", ["this is too hard", "it's too much", "the plan is way too hard", "it is too easy"])
def test_a_complaint_is_no_training(text: str) -> None:
    assert read(text, TODAY).entries == ()


@pytest.mark.parametrize(("text", "effort"), [("it was too hard", 9), ("ran 5k, that was too easy", 2)])
def test_what_was_too_hard_is_an_effort(text: str, effort: int) -> None:
    (entry,) = read(text, TODAY).entries
    assert entry.rpe == effort


@pytest.mark.parametrize(
    "text",
    [
        "every tuesday i have club night, 9k", "each monday 5k with the dog", "every sunday i play football 90 min",
        "every tuesday i run 5k in 30", "every tuesday is club night, 9k", "every tuesday is 5k in 30",
        "anyone else running tomorrow, 5k at 7", "did i run yesterday", "have i run this week",
        "did i log 5k yesterday",
        "no messages between 9am and 5pm", "don't text me between 9 and 17",
    ],
)  # fmt: skip
def test_what_comes_every_week_or_is_asked_of_the_coach_is_no_log(text: str) -> None:
    assert read(text, TODAY).entries == ()


@pytest.mark.parametrize(
    "text", ["ran 9k like every tuesday", "did 9k at club, every tuesday the same", "9k, as every tuesday"]
)
def test_a_run_like_every_week_is_one(text: str) -> None:
    assert [entry.distance_m for entry in read(text, TODAY).entries] == [9000]


@pytest.mark.parametrize(
    "text",
    [
        "5k in 30 as the plan said", "didn't want to stop, 5k in 30", "stop texting me. ran 5k in 30",
        "every tuesday is hard, 5k in 30", "anyone else would have quit, 5k in 30", "every monday feels long. 5k in 30",
        "parkrun 5k in 30, every saturday the same faces", "did i mention 5k in 30", "he 5k in 30",
        "no texts from work for once, 5k in 30", "no notifications on my watch today, 5k in 30",
    ],
)  # fmt: skip
def test_a_run_beside_the_plan_or_a_wish_is_one(text: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert (entry.distance_m, entry.duration_s) == (5000, 1800)


@pytest.mark.parametrize(
    "text", ["Garmin: 6.51 km 34:02 5:14/km 144 avg bpm 812 ft? whatever", "8 km 41:23 5:10/km 148 bpm?"]
)
def test_the_figures_of_a_watch_are_a_log_though_the_last_is_doubted(text: str) -> None:
    (entry,) = read(text, TODAY).entries
    assert entry.avg_hr in {144, 148}


@pytest.mark.parametrize(
    "text",
    [
        "5k in 25:00, 10k in 52:00 possible?", "is 5k in 30:00 at 150 bpm and 170 spm good?",
        "5k 25:00 or 10k 52:00 sunday 10:00?", "can i run 10k 52:00 at 5:12/km 150 bpm?",
    ],
)  # fmt: skip
def test_a_question_full_of_figures_is_no_log(text: str) -> None:
    assert read(text, TODAY).entries == ()
