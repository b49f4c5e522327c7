"""What people say to a coach in passing has its answer; near it nothing else is caught, and deeds are logged."""

import datetime as dt

import pytest

from bot.conversations.typed.wonders import topic_of
from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("remind me tomorrow at 6", "coach.once"), ("ping me friday 7pm", "coach.once"),
        ("remind me in 2 hours", "coach.once"), ("can't do mornings anymore, evenings only", "coach.daypart"),
        ("i can only run in the evenings", "coach.daypart"), ("i'm a morning person", "coach.daypart"),
        ("i dont have a watch how do i know how far", "coach.nowatch"),
        ("no watch, is that a problem", "coach.nowatch"),
        ("this week i did 3 runs, about 20k altogether", "log.sum"), ("did three runs last week", "log.sum"),
        ("i think i overdid it yesterday", "overdone"), ("this is way too hard for me", "train.hard"),
        ("black toenail lol", "body.blister"), ("had two glasses of wine last night", "body.alcohol"),
        ("new shoes, which ones do you recommend", "shoes"), ("it's -8 and icy outside", "weather"),
        ("35 degrees here today", "weather"), ("when's race day", "outline"), ("how many weeks to go", "outline"),
        ("i got a treadmill now", "train.treadmill"), ("how was my run on monday", "runs.last"),
        ("how was thursday's run", "runs.last"), ("how did i do yesterday", "runs.last"),
    ],
)  # fmt: skip
def test_it_has_an_answer(said: str, topic: str) -> None:
    found = topic_of(said)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize(
    "said",
    [
        "how many runs did i do this week", "had two glasses of water", "how was your day", "remind me at 6",
        "message me at 6 on tuesdays", "new shoes are nice", "my watch is nice", "icy stare", "i did the 3 things",
        "remind me what's on today", "can you remind me which day i run tomorrow", "remind me of today's session",
        "text me my plan for sunday", "what does overtrained mean", "i did too much sitting today",
        "my knee bends only 90 degrees",
    ],
)  # fmt: skip
def test_near_it_nothing_is_caught(said: str) -> None:
    found = topic_of(said)
    new = {"coach.once", "coach.daypart", "coach.nowatch", "log.sum", "overdone", "body.alcohol", "shoes", "weather"}
    assert found is None or found[0] not in new | {"runs.last"}


@pytest.mark.parametrize(
    "said",
    [
        "ran in the evening 5k", "5k, ran without a watch", "overdid it on the hills, 5k in 30", "ran 5k in 30 degrees",
        "new shoes! ran 5k in 30", "it was 5k in 35 degrees", "5k, had two beers last night",
        "5k this morning, icy out",
    ],
)  # fmt: skip
def test_a_run_beside_such_words_is_logged(chat: Chat, said: str) -> None:
    chat.says(said)
    assert [log.distance_m for log in chat.logs] == [5000]


def test_a_reminder_for_once_moves_no_daily_message(chat: Chat) -> None:
    for said in ("remind me in 2 hours", "message me in half an hour", "remind me tomorrow at 6"):
        chat.says(said)
        assert "can’t set a reminder" in chat.text
    assert chat.desk.owner.prompt_minute == 7 * 60


@pytest.mark.parametrize("said", ["should i run today", "should i run or rest today?", "do i run today"])
def test_whether_to_run_today_is_what_today_holds(chat: Chat, said: str) -> None:
    chat.forward(days=2)
    chat.says(said)
    assert "Today is a rest day" in chat.text


def test_less_time_tomorrow_is_a_limit_and_no_session(chat: Chat) -> None:
    chat.says("only half an hour tmrw")
    assert "30 min at most" in chat.text
    chat.says("only did half an hour")
    assert [log.minutes for log in chat.logs] == [30]


def test_how_it_was_is_of_what_was_done_last_or_on_the_day_that_is_named(chat: Chat) -> None:
    chat.says("ran 5k in 31 min, effort 4")
    chat.forward(days=1)
    chat.says("walked 30 min")
    chat.says("how was it")
    assert "The newest in your log: Tue 1 Dec · Walk" in chat.text
    chat.says("how was my run on monday")
    assert "Mon 30 Nov · Run" in chat.text
    chat.says("how was friday")
    assert f"nothing in your log for {dt.date(2026, 11, 27):%a} 27 Nov" in chat.text


@pytest.mark.parametrize("said", ["back on friday", "i'll be back friday", "back on friday, promise"])
def test_a_day_to_be_back_on_is_offered_as_a_quiet_time(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Shall I keep quiet in that time? I’d write again on Fri 4 Dec." in chat.text


@pytest.mark.parametrize("said", ["back on track", "back workout friday", "back today", "was away"])
def test_other_backs_are_no_time_away(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "keep quiet" not in chat.text


@pytest.mark.parametrize("said", ["i'm away", "on holiday", "i need a break"])
def test_a_time_away_without_its_end_is_asked_about(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "For how long?" in chat.text
    chat.says("a week")
    assert chat.desk.owner.paused_until == dt.date(2026, 12, 7)


def test_later_leaves_the_effort_for_later_and_a_run_to_come_alone(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("i'll tell you later")
    assert "No hurry" in chat.text
    chat.says("4")
    assert chat.logs[0].rpe == 4
    chat.says("later")
    assert "Enjoy it!" in chat.text
