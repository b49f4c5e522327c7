"""A club, a day off, a farther run, quiet hours: what people with a life say to a coach."""

import datetime as dt

import pytest

from bot.cases.training import training_of
from bot.conversations.typed.wonders import topic_of
from bot.conversations.wishes.breaks import break_told
from bot.conversations.wishes.hours import quiet_wished
from bot.conversations.wishes.wording import even
from tests.bot.cases.chat import Chat
from tests.bot.cases.gym import to_strength


@pytest.mark.parametrize(
    "said",
    ["tuesdays i run w my club, intervals, every week fixed", "club night is tuesday", "i run with a club on tuesdays"],
)
def test_a_club_night_changes_no_training_days(chat: Chat, said: str) -> None:
    days = chat.desk.owner.profile["available_days"]
    chat.says(said)
    assert "A club is a fine thing" in chat.text
    assert "Yes, change it" not in chat.buttons
    assert chat.desk.owner.profile["available_days"] == days


def test_how_far_one_may_run_with_the_club_follows_from_the_longest_run_of_late(chat: Chat) -> None:
    chat.says("can i run 9.5k with the club tomorrow")
    assert "within reach" in chat.text
    assert "9.9 km" in chat.text
    chat.says("is it ok if i do 12 km on saturday?")
    assert "stay under 9.9 km" in chat.text
    assert chat.logs == []


def test_the_farther_of_two_distances_is_weighed_and_the_one_given_up_is_not(chat: Chat) -> None:
    chat.says("can i go 12 km or 8 km tomorrow")
    assert "stay under 9.9 km" in chat.text
    chat.says("can i run 12 km instead of the 5k")
    assert "stay under 9.9 km" in chat.text
    chat.says("can i run 9 km instead of 12 km")
    assert "Yes, 9 km is within reach" in chat.text


def test_nobody_in_pain_hears_that_a_distance_is_within_reach(chat: Chat) -> None:
    chat.says("knee pain 7/10")
    chat.says("can i run 5k tomorrow?")
    assert "Not for now" in chat.text
    assert "within reach" not in chat.text


@pytest.mark.parametrize(
    "said",
    ["can i do 20 km on the bike?", "should i do 6x1k?", "can i run 5k without stopping?", "can i ever run 10k?"],
)
def test_a_ride_repeats_and_a_dream_are_no_question_of_how_far(said: str) -> None:
    topic = topic_of(said)
    assert topic is None or topic[0] != "far"


def test_a_day_off_is_offered_with_what_would_follow(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("i want a day off today")
    assert training_of(chat.desk).sessions_on(chat.desk.today)
    assert chat.logs == []
    chat.says("yes")
    assert [log.status for log in chat.logs] == ["skipped"]


def test_how_was_my_heart_is_answered_from_the_newest_run(chat: Chat) -> None:
    chat.says("how was my hr")
    assert "no heart rate" in chat.text
    chat.says("5k in 31:00, hr 148, rpe 4")
    chat.says("how was my hr")
    assert "averaged 148" in chat.text


def test_how_did_i_do_is_answered_with_the_newest_run(chat: Chat) -> None:
    chat.says("how did i do")
    assert "no run in your log" in chat.text
    chat.to_a_lone_run()
    chat.says("5k in 31:00")
    chat.says("how did i do")
    assert "How hard was it" in chat.text
    chat.says("5")
    chat.says("how was the run?")
    assert "5" in chat.text


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("stop messaging me on weekends", "no saturdays anymore"),
        ("stop texting me", "/pause"),
        ("ok whats a run walk", "in turn"),
        ("is it normal that my calfs are tight", "Sore muscles"),
        ("whats on tmrw", "Tomorrow"),
        ("how far this week so far", "This week"),
        ("show me last week", "Last week"),
        ("make it harder pls", "legs adapt more slowly"),
        ("what does effort 4 mean", "1 (very easy) to 10"),
        ("what does effort 4-5 mean?", "1 (very easy) to 10"),
        ("whats my longest run", "9 km"),
        ("whats the weather", "can’t see your weather"),
        ("it's icy outside", "Ice"),
        ("how do i stop this", "/delete"),
        ("can my friend use this too", "a plan of their own"),
        ("dont want intervals", "free to leave them"),
        ("can i split the run in two", "two halves"),
        ("is 3 days enough", "plenty"),
        ("explain this plan", "General fitness"),
        ("only have a treadmill", "same minutes"),
        ("no hills near me", "stairs up"),
        ("add another run", "more days"),
    ],
)
def test_what_is_said_in_passing_gets_its_answer(chat: Chat, said: str, answer: str) -> None:
    chat.says(said)
    assert answer in chat.text
    assert chat.logs == []


def test_no_messages_after_nine_moves_the_quiet_hours_and_can_be_taken_back(chat: Chat) -> None:
    chat.says("dont message me after 9pm")
    assert (chat.desk.owner.quiet_from, chat.desk.owner.quiet_to) == (21 * 60, 7 * 60)
    chat.says("undo")
    assert (chat.desk.owner.quiet_from, chat.desk.owner.quiet_to) == (None, None)


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("no messages before 8am please", (21 * 60 + 30, 8 * 60)),
        ("stop texting me after 10", (22 * 60, 7 * 60)),
        ("don't write to me after 21:00 or before 8", (21 * 60, 8 * 60)),
        ("be quiet from 10pm to 7am", (22 * 60, 7 * 60)),
        ("quiet hours 22 to 7", (22 * 60, 7 * 60)),
        ("stop messaging me", None),
        ("no running before 8", None),
        ("no messages after 1pm", None),
        ("don't message me after 9am", None),
    ],
)
def test_quiet_hours_are_read_from_words(said: str, span: tuple[int, int] | None) -> None:
    assert quiet_wished(even(said), (None, None)) == span


def test_fifty_kilometres_of_somebody_who_runs_nine_are_asked_about(chat: Chat) -> None:
    chat.says("ran 50 km")
    assert "a lot further than any I know of you" in chat.text
    assert chat.logs == []
    chat.says("yes")
    assert [log.distance_m for log in chat.logs] == [50_000]
    assert chat.logs[0].date == chat.desk.today


@pytest.mark.parametrize("said", ["2.8", "it was 2,8", "2.8 km", "no, 2.8k"])
def test_how_far_it_was_in_truth_puts_the_told_run_right(chat: Chat, said: str) -> None:
    chat.says("ran 28 km yesterday, effort 4")
    assert "a lot further" in chat.text
    chat.says(said)
    yesterday = chat.desk.today - dt.timedelta(days=1)
    assert [(log.distance_m, log.rpe, log.date) for log in chat.logs] == [(2800, 4, yesterday)]


def test_not_running_this_week_is_a_break_and_no_skipped_run(chat: Chat) -> None:
    chat.says("not running this week, exams")
    assert "Shall I keep quiet" in chat.text
    assert chat.logs == []


@pytest.mark.parametrize(
    "said", ["not running fast this week", "why am i not running this weekend", "not training for a race this week"]
)
def test_how_or_why_one_runs_less_is_no_break(said: str) -> None:
    assert break_told(even(said), dt.date(2026, 9, 16)) is None


@pytest.mark.parametrize("said", ["i want to end it", "i want to end everything", "i want to quit everything"])
def test_words_that_may_mean_a_life_are_not_answered_with_how_to_leave(said: str) -> None:
    assert topic_of(said) is None


@pytest.mark.parametrize(
    ("said", "not_meant"),
    [
        ("i split my toenail", "train.split"),
        ("always run alone, no group", "club"),
        ("club run every week makes me tired, what should i do?", "club"),
        ("how many km left this week", "log.amount"),
        ("the squad run on wednesday was great", "club"),
    ],
)
def test_words_that_only_share_a_word_are_something_else(said: str, not_meant: str) -> None:
    topic = topic_of(said)
    assert topic is None or topic[0] != not_meant


def test_no_gym_is_no_gym_while_the_things_are_asked(chat: Chat) -> None:
    to_strength(chat)
    chat.prompted()
    chat.says("no gym this week")
    assert "gym" not in (chat.desk.owner.profile.get("equipment") or [])
    chat.says("i don't have a gym or dumbbells")
    assert not {"gym", "dumbbells"} & set(chat.desk.owner.profile.get("equipment") or [])


def test_an_age_that_is_new_now_is_learnt(chat: Chat) -> None:
    chat.says("im 35 now")
    assert chat.desk.owner.profile["age"] == 35
