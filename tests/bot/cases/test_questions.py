"""What runners ask beside their plan: every question finds its own answer, and none is taken for a figure or a log."""

import datetime as dt

import pytest
from sqlmodel import Session

from bot.cases.from_log import FROM_LOG
from bot.cases.from_plan import FROM_PLAN
from bot.cases.learning import LESSONS
from bot.cases.wondering import WITH_FIGURES
from bot.conversations.typed.questions import PARTICULAR
from bot.conversations.typed.terms import TERMS, term_in
from bot.conversations.typed.topics import Topic
from bot.conversations.typed.wonders import asks, topic_of
from bot.words import words_for
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("how do I get rid of the sore quads?", "body.sore"),
        ("is DOMS normal?", "body.sore"),
        ("I get a side stitch every time, what can i do?", "body.stitch"),
        ("can i run on my period?", "body.period"),
        ("my thighs rub when i run, any tips?", "body.chafe"),
        ("how should i breathe when running?", "body.breathe"),
        ("what heart rate should I run at?", "body.heart"),
        ("can I run on an empty stomach?", "body.fasted"),
        ("should I take protein?", "body.supplements"),
        ("should I run through pain?", "body.pain"),
        ("when should i see a doctor?", "body.doctor"),
        ("why am I gaining weight?", "body.gain"),
        ("should i stretch before running?", "train.stretch"),
        ("can i do this on a treadmill?", "train.treadmill"),
        ("I don't have a hill, what do I do?", "train.hill"),
        ("should i do strength before or after the run?", "train.order"),
        ("how long should I rest between sets?", "train.pause"),
        ("how heavy should the dumbbells be?", "train.load"),
        ("how do i do a squat?", "train.exercise"),
        ("should i land on my forefoot?", "train.form"),
        ("what's the best time of day to run?", "train.hour"),
        ("why rest days?", "train.rest"),
        ("why no run today?", "train.rest"),
        ("is walking enough to get lean legs?", "train.enough"),
        ("can I swim on rest days?", "train.other"),
        ("why is the plan so easy?", "train.why.easy"),
        ("I want to do more", "train.more"),
        ("is a half marathon in 10 weeks realistic?", "train.real"),
        ("how fast will I be in march?", "train.predict"),
        ("what pace should I run my 10k at?", "train.race.pace"),
        ("can i run with my dog?", "train.pack"),
        ("is it safe to run in the dark?", "train.dark"),
        ("do compression socks help?", "train.gear"),
        ("what if I miss a run?", "train.miss"),
        ("is my plan too hard?", "train.hard"),
        ("what happens if I stop running for two weeks?", "train.away"),
        ("how often should I do strength?", "train.often"),
        ("is 20 minutes enough?", "train.short"),
        ("help", "coach.help"),
        ("what can you do?", "coach.help"),
        ("how do i change my days?", "coach.days"),
        ("how do I change my goal?", "coach.goal"),
        ("how do I change the time you write to me?", "coach.hour"),
        ("does strava work?", "coach.files"),
        ("who can read this?", "coach.data"),
        ("do you cost anything?", "coach.price"),
        ("how do i log a run?", "coach.log"),
        ("where do I see my long run?", "coach.where"),
        ("why did you change my plan?", "coach.changed"),
        ("how many km did I run this month?", "log.amount"),
        ("what's my goal?", "outline"),
        ("what do I do on friday?", "next"),
        ("what is rpe?", "term.effort"),
        ("what's a tempo run?", "term.tempo"),
        ("what does 'reps in reserve' mean", "term.reserve"),
        ("what is fartlek", "term.fartlek"),
        ("tell me about strides", "term.strides"),
        ("what's zone 2?", "term.zones"),
        ("what is the C6 rule?", "term.rule"),
    ],
)  # fmt: skip
def test_a_question_finds_its_answer(text: str, topic: str) -> None:
    found = topic_of(text)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize(
    "text",
    ["I got fit", "that was free", "does it pay off?", "what's a good time for 5k?", "my goal feels right",
     "new watch!", "swam with friends"],
)  # fmt: skip
def test_what_we_have_no_answer_to_gets_none(text: str) -> None:
    assert topic_of(text) is None


@pytest.mark.parametrize("topic", [*PARTICULAR, *TERMS], ids=lambda topic: topic.name)
def test_every_topic_has_an_answer_and_a_lesson_that_exists(topic: Topic) -> None:
    assert topic.name in FROM_PLAN or topic.name in FROM_LOG or words_for()(f"wonder.{topic.name}")
    assert topic.lesson is None or topic.lesson in LESSONS


@pytest.mark.parametrize("name", sorted(WITH_FIGURES))
def test_what_speaks_of_food_or_figures_has_a_plain_form_without_them(name: str) -> None:
    said = words_for()(f"wonder.{name}.plain")
    assert not {"kg", "kilo", "/measure", "1.6 g"} & set(said.split())


def test_a_meaning_is_asked_in_few_words() -> None:
    assert term_in("what is a tempo run") is not None
    assert term_in("what is a tempo run good for when my long run was yesterday") is None


@pytest.mark.parametrize("text", ["can i", "how do i warm up", "is it ok?", "ok?", "what does rpe mean"])
def test_a_question_is_known_by_its_sign_or_its_first_words(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["what is rule C6?", "what's zone 2?", "is 20 minutes enough?"])
def test_a_number_in_a_question_is_no_level_of_the_pain_that_is_asked_about(chat: Chat, text: str) -> None:
    chat.says("shin splints since yesterday")
    logged = len(chat.logs)
    chat.says(text)
    assert len(chat.logs) == logged


def test_a_doubtful_number_is_still_a_level(chat: Chat) -> None:
    chat.says("my shin hurts")
    chat.says("4?")
    assert chat.logs[-1].pain_level == 4


def test_why_the_plan_changed_is_answered_with_the_change_and_its_reason(chat: Chat) -> None:
    chat.says("why did you change my plan?")
    assert "Nothing in your plan has changed" in chat.text
    chat.says("shin 6/10")
    assert chat.receipts
    chat.says("why did you change my plan?")
    assert "This was the last change, on Mon 30 Nov" in chat.text
    assert "rule C" in chat.text


def test_how_much_was_done_is_answered_from_the_log(chat: Chat) -> None:
    chat.says("ran 5k in 31 min")
    chat.says("yesterday 20 min strength")
    for asked, said in (
        ("how many km did i run this week?", "This week so far: 1 run, 5 km on foot, 31 min altogether"),
        ("what did I do yesterday?", "Yesterday: 1 strength session, 20 min altogether"),
        ("what have i done so far?", "In all, since we began: 1 run, 1 strength session, 5 km on foot, 51 min"),
        ("how far did I run last month?", "Last month: nothing in your log"),
        ("how many runs did i do this year?", "This year so far: 1 run, 1 strength session"),
    ):
        chat.says(asked)
        assert said in chat.text


def test_a_question_about_a_day_names_what_is_on_then(chat: Chat) -> None:
    chat.says("what's the plan for saturday?")
    assert "Sat 5 Dec, Easy run" in chat.text
    chat.says("what do I do on friday?")
    assert "Fri 4 Dec is a rest day. After it comes Sat 5 Dec" in chat.text


def test_the_outline_names_goal_week_and_end(session: Session) -> None:
    racer = Chat.with_an_athlete(
        session, NOON, goal="10k", race_date=(NOON.date() + dt.timedelta(weeks=10)).isoformat()
    )
    racer.says("when is my race?")
    assert "10 km, on Mon 8 Feb. This is week 1 of" in racer.text


def test_the_last_word_on_an_unknown_question_needs_no_question_mark(chat: Chat) -> None:
    chat.says("what is the airspeed of a swallow")
    assert "don’t have an answer" in chat.text
    assert "today’s session" not in chat.text


def test_words_for_a_command_show_what_it_shows(chat: Chat) -> None:
    chat.says("can i see my progress?")
    assert "Nothing to show yet" in chat.text
    chat.says("lessons")
    assert "lesson" in chat.text.lower()
