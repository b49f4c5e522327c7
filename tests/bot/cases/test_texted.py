"""What people text between two sessions: an effort a day late, a run a day late, questions wrapped in other words."""

import datetime as dt

import pytest

from bot.cases.binding import open_sessions
from bot.cases.training import training_of
from bot.cases.unlisted import unlisted
from bot.incoming import Ordered, Sender
from coach.session import RUN_KINDS
from storage.logs import logs_between
from storage.tables import AthleteState
from tests.bot.cases.chat import Chat


def orders(chat: Chat, name: str) -> None:
    """Send a command that is not in the list."""
    unlisted(chat.desk, Ordered(Sender(7, 7, "Ana"), 900, name))
    chat._listen()


def to_a_free_day_after_a_run(chat: Chat) -> None:
    """Let days pass until one is free and the day before it holds a run that nobody logged."""
    for _ in range(21):
        yesterday = chat.desk.today - dt.timedelta(days=1)
        training = training_of(chat.desk)
        logs = logs_between(chat.desk.session, chat.desk.athlete_id, yesterday, yesterday)
        waiting = open_sessions(training, yesterday, logs)
        if waiting and waiting[0].kind in RUN_KINDS and not training.shown_on(chat.desk.today):
            return
        chat.forward(days=1)
        chat.prompted()
    raise AssertionError("no free day after a run")


@pytest.mark.parametrize(
    "said", ["forgot to say yesterday it was like a 5", "yesterday was a 5", "yesterday: effort 5"]
)
def test_an_effort_told_a_day_late_goes_to_the_run_that_waits_for_it(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    assert chat.logs[-1].rpe is None
    chat.forward(days=1)
    chat.says(said)
    assert [(log.kind, log.rpe) for log in chat.logs] == [(chat.logs[0].kind, 5)]


@pytest.mark.parametrize(("said", "effort"), [("felt great, 3", 3), ("not bad, 4", 4), ("so hard: 9", 9)])
def test_a_figure_behind_how_it_felt_is_the_effort(chat: Chat, said: str, effort: int) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says(said)
    assert [log.rpe for log in chat.logs] == [effort]


def test_a_session_of_yesterday_with_its_effort_is_still_a_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.forward(days=1)
    chat.says("did squats yesterday too, effort 5")
    assert len(chat.logs) == 2


def test_a_run_done_the_day_after_is_that_run(chat: Chat) -> None:
    to_a_free_day_after_a_run(chat)
    chat.says("did it this morning instead 🎉🎉 so proud!!")
    log = chat.logs[-1]
    assert log.planned
    assert log.kind in RUN_KINDS
    assert log.date == chat.desk.today
    assert "What was it?" not in chat.text
    chat.says("felt great, 3")
    assert chat.logs[-1].rpe == 3


def test_a_bare_done_on_a_free_day_is_still_asked_about(chat: Chat) -> None:
    to_a_free_day_after_a_run(chat)
    chat.says("done")
    assert not chat.logs[-1].planned


@pytest.mark.parametrize("answer", ["no idea how far, 25 minutes", "no clue", "i don't know"])
def test_a_distance_that_nobody_knows_is_left_out(chat: Chat, answer: str) -> None:
    chat.to_a_lone_run()
    chat.says("ran 12 km in 25 minutes")
    assert not chat.logs
    chat.says(answer)
    assert [(log.minutes, log.planned) for log in chat.logs] == [(25.0, True)]
    assert "12 km" not in chat.text


def test_a_distance_that_is_told_is_believed_all_the_same(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("ran 12 km in 25 minutes")
    chat.says("not sure, about 4 km")
    assert [log.distance_m for log in chat.logs] == [4000]


@pytest.mark.parametrize("said", ["lol no", "haha no", "no sorry"])
def test_a_no_with_a_laugh_is_a_no_to_the_same_run(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.says("5k in 30 min")
    chat.says("ran 5k, 31 min")
    before = len(chat.logs)
    chat.says(said)
    assert "don’t know what to do" not in chat.text
    assert len(chat.logs) == before


@pytest.mark.parametrize("name", ["undo", "resume", "back", "unpause"])
def test_a_pause_ends_by_the_command_people_make_up(chat: Chat, name: str) -> None:
    chat.says("pause for 5 days")
    assert chat.desk.owner.state == AthleteState.PAUSED
    orders(chat, name)
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_undo_right_after_a_pause_ends_it(chat: Chat) -> None:
    chat.says("/pause")
    chat.desk.owner.state = AthleteState.PAUSED
    chat.says("undo")
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_made_up_commands_do_what_their_word_says(chat: Chat) -> None:
    chat.to_a_lone_run()
    orders(chat, "done")
    assert len(chat.logs) == 1
    orders(chat, "language")
    assert "only speak English" in chat.text
    orders(chat, "foo")
    assert "I do not know /foo" in chat.text


@pytest.mark.parametrize(
    "said",
    [
        "my legs feel sooo heavy today can i skip the strength",
        "slept badly, can i skip the strength?",
        "hi coach, can i skip the strength?",
    ],
)
def test_leave_is_asked_for_behind_a_reason(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Strength A" in chat.text
    assert "would be left out" in chat.text
    assert not chat.logs


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("is 3k good", "Good is what you could do today"),
        ("wedding on 15 may, will I be ready", "Until Sat 15 May there are 23 weeks"),
        ("will i be fit by 20 december?", "is close"),
        ("will i be ready by 1 february", "Until Mon 1 Feb there are 9 weeks"),
        ("will i ever be ready?", "Tell me the day"),
        ("am i getting thinner", "/measure keeps them as a trend"),
        ("what time will you write tomorrow", "At 07:00, by your clock"),
        ("am i doing it right", "Every session you do counts"),
        ("ok thanks!! so what do i do tomorrow", "Tomorrow, Tue 1 Dec"),
        ("speak portuguese", "only speak English"),
        ("do you speak german?", "only speak English"),
        ("change the language", "only speak English"),
        ("whats a squat exactly do i go all the way down", "Push your hips back"),
    ],
)
def test_what_people_wonder_between_sessions_is_answered(chat: Chat, said: str, answer: str) -> None:
    chat.says(said)
    assert answer in chat.text
    assert not chat.logs


def test_when_the_next_message_comes_says_that_tomorrow_is_quiet(chat: Chat) -> None:
    chat.forward(days=1)  # Wednesday is free
    chat.says("what time will you write tomorrow")
    assert "Tomorrow is a rest day" in chat.text


def test_thinner_is_answered_without_figures_where_they_harm(chat: Chat) -> None:
    owner = chat.desk.owner
    owner.profile = {**owner.profile, "health": {"flags": ["eating_disorder"], "cleared": True}}
    chat.says("am i getting thinner?")
    assert "Bodies change slowly" in chat.text
    assert "/measure" not in chat.text


@pytest.mark.parametrize(
    ("effort", "answer"),
    [(None, "How hard did the run"), (9, "A little, yes"), (4, "No, that was right"), (1, "easier than")],
)
def test_too_fast_is_answered_from_the_last_run(chat: Chat, effort: int | None, answer: str) -> None:
    chat.to_a_lone_run()
    chat.says("done" if effort is None else f"done, effort {effort}")
    if effort == 4:
        chat.logs[-1].target_rpe = [3, 4]
    chat.says("was that too fast")
    assert answer in chat.text


def test_too_fast_without_a_run_is_answered_by_the_talk_test(chat: Chat) -> None:
    chat.says("was that too fast")
    assert "talk test" in chat.text


def test_a_time_hoped_for_on_race_day_is_answered_from_results(chat: Chat) -> None:
    race = {"distance_m": 5000, "time_s": 1390}
    chat.desk.owner.profile = {**chat.desk.owner.profile, "goal": "10k", "recent_race": race}
    for said in ("can i do 48 on 30 jan?", "I'd like to run it in 48"):
        chat.says(said)
        assert "48" in chat.text
        assert "don’t have an answer" not in chat.text
        assert not chat.logs


def test_minutes_today_are_no_time_of_a_race(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "goal": "10k"}
    chat.says("can i do 30 today?")
    assert "10 km" not in chat.text


def test_a_stroll_told_on_the_day_of_the_recovery_walk_asks_for_no_effort(chat: Chat) -> None:
    chat.says("dog walk 40 min")
    assert chat.logs[-1].kind == "recovery_walk"
    assert "How hard did it feel" not in chat.text
