"""What beginners wonder about is answered in a few kind words; a log, a pain or an illness comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from bot.cases.from_plan import FROM_PLAN
from bot.cases.learning import LESSONS
from bot.conversations.typed.wonders import topic_of
from bot.words import words_for
from coach.activity import BestEffort
from coach.documents import summary_to_json
from coach.units import Metres, Seconds
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.bot.views.test_track import a_summary


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do i really have to? im nervous", "nervous"),
        ("am I too old for this?", "able"),
        ("legs dead", "heavy"),
        ("how slow should i run?", "pace"),
        ("can i go again today?", "again"),
        ("is running bad for my knees?", "knees"),
        ("will squats make my legs bulky?", "bulky"),
        ("will running make my thighs bigger?", "bulky"),
        ("do thighs get bigger from running?", "bulky"),
        ("how do I lose fat on my thighs", "spot"),
        ("can I get rid of belly fat?", "spot"),
        ("how do I get leaner legs?", "spot"),
        ("should I weigh myself?", "weigh"),
        ("how often do i measure my thighs?", "tape"),
        ("how do i lose weight?", "lose"),
        ("how many calories does that burn?", "body.calories"),
        ("when will I see a difference in my legs?", "see"),
        ("how long till my thighs are slimmer?", "see"),
        ("when can i run without walking?", "nonstop"),
        ("when is my next run?", "next"),
        ("do i run tomorrow", "next"),
        ("how long is my run today?", "next"),
        ("can i walk instead?", "walk"),
        ("should i eat before?", "drink"),
        ("what if it rains? is rain ok", "weather"),
        ("which shoes do i need?", "shoes"),
        ("how long until I see results?", "see"),
        ("when does it get easier?", "long"),
        ("is walking cheating", "walk.cheat"),
        ("is it ok to walk", "walk.cheat"),
        ("can i walk", "walk"),
        ("did i run yesterday", "log.amount"),
        ("have i trained this week", "log.amount"),
        ("did i go too fast today", "judge"),
        ("how many miles is a 5k", "term.distances"),
        ("how long is a half marathon", "term.distances"),
        ("why hills?", "term.hills"),
        ("why do i do strides", "term.strides"),
        ("whats the point of strides", "term.strides"),
        ("what are tempo runs good for", "term.tempo"),
        ("what does effort 7 feel like", "term.effort"),
        ("can i run with shin pain?", "body.pain"),
        ("should i still run with a sore knee", "body.pain"),
        ("is this working?", "coach.doing"),
        ("does this even work", "coach.doing"),
        ("is it ok to run after eating", "body.eaten"),
        ("should i run after lunch?", "body.eaten"),
        ("what if i cant finish", "train.finish"),
        ("what if i can't manage all of it?", "train.finish"),
        ("is it normal to be this slow", "train.why.easy"),
        ("can u explain the plan", "outline"),
        ("is 30 min enough", "train.short"),
        ("i have a headache should i run", "body.headache"),
        ("i have a headache", "body.headache"),
        ("bad headache today", "body.headache"),
        ("i get a stitch every time", "body.stitch"),
        ("my shoes are 10 years old is that ok", "shoes"),
        ("should i be worried my heart goes to 150", "body.heart"),
        ("what happens now", "next"),
        ("what time do u text me", "coach.when"),
        ("whats next week", "week"),
        ("how does next week look like", "week"),
    ],
)
def test_a_question_finds_its_answer(text: str, topic: str) -> None:
    found = topic_of(text)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize("text", [
        "lovely weather", "thanks!", "who are you?", "new shoes arrived", "x" * 300, "my thighs feel firmer",
        "i lost weight", "I love my thighs", "can't wait to lose weight", "when i run my thighs rub", "what a fat cat",
        "weight is fine", "had a fat burger", "why so serious",
        "my knee brace is blue", "what if i cant do mondays", "next week i'm in rome", "got 5 stitches in my hand",
        "ran after lunch", "is 5 the door code", "the point of no return", "no headache today",
    ],
)  # fmt: skip
def test_small_talk_is_no_question(text: str) -> None:
    assert topic_of(text) is None


@given(st.text(max_size=250))
def test_whatever_is_answered_has_words_and_a_lesson_that_exists(text: str) -> None:
    found = topic_of(text)
    if found is not None:
        assert found[0] in FROM_PLAN or words_for()(f"wonder.{found[0]}")
        assert found[1] is None or found[1] in LESSONS


def test_the_answer_leads_to_its_lesson(chat: Chat) -> None:
    chat.says("how slow should i run?")
    assert "The next easy one is" in chat.text
    chat.taps("Read more")
    assert "The talk test" in chat.text


def test_training_in_the_same_words_is_logged_and_not_lectured_on(chat: Chat) -> None:
    chat.says("ran 30 min, heavy legs, effort 5")
    assert len(chat.logs) == 1
    assert "Heavy legs" not in chat.text


def test_pain_comes_first(chat: Chat) -> None:
    chat.says("my knee hurts 4/10, am I too old?")
    assert "too old" not in chat.text
    assert chat.receipts or "Knee" in chat.text


def test_a_bare_figure_after_a_card_is_its_effort_even_where_words_said_one(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("did it! it was hard")
    assert chat.logs[0].rpe == 7
    chat.says("8")
    assert chat.logs[0].rpe == 8


@pytest.mark.parametrize(
    "text", ["should I weigh myself?", "how do i lose weight?", "how often do i measure?", "when will I see results?"]
)
def test_nobody_whom_figures_harm_hears_figures(session: Session, text: str) -> None:
    careful = Chat.with_an_athlete(session, NOON, health={"flags": ["eating_disorder"], "cleared": True})
    careful.says(text)
    for word in ("kg", " cm", "/measure", "less than you use"):
        assert word not in careful.text


def test_answers_that_differ_are_not_one_paragraph(chat: Chat) -> None:
    asked = ("how do i lose thigh fat?", "will my thighs get bigger?", "should i weigh myself?", "when will i see it?")
    answers = set()
    for text in asked:
        chat.says(text)
        answers.add(chat.text)
    assert len(answers) == len(asked)


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("early shift this week, can i train in the evening?", "train.hour"),
        ("is 7 weeks enough for a sub 50 10k?", "enough"),
        ("can i shift the run to friday?", "coach.move"),
    ],
)
def test_a_shift_at_work_is_no_session_to_move(said: str, topic: str) -> None:
    found = topic_of(said)
    assert found is not None
    assert found[0] == topic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("do i have to do both??", "must"),
        ("do i really have to", "must"),
        ("do i have to do strength", "train.need"),
        ("its pouring, do i have to", "weather"),
        ("is it ok to run with a cold?", "body.cold"),
        ("can i train with a sore throat?", "body.cold"),
        ("can i run in the cold?", "weather"),
        ("can you make it easier", "shorter"),
        ("when does it get easier?", "long"),
        ("whens my first run", "first_run"),
        ("why just walking?? i wanna run", "first_run"),
        ("can i run today please", "first_run"),
        ("when can i start running?", "first_run"),
        ("what am i doing this weekend", "weekend"),
        ("splits?", "runs.splits"),
        ("what's a split?", "term.splits"),
        ("compare my last two runs", "runs.compare"),
        ("was that today's session?", "runs.meant"),
        ("was that too hard?", "judge"),
        ("whats my 5k pb", "runs.best"),
        ("what does pb mean", "term.best"),
        ("how many km this month", "log.amount"),
        ("am i getting faster?", "coach.doing"),
    ],
)
def test_what_new_people_ask_finds_its_own_answer(text: str, topic: str) -> None:
    found = topic_of(text)
    assert found is not None
    assert found[0] == topic


def test_who_walks_first_hears_when_running_begins(session: Session) -> None:
    heavy = Chat.with_an_athlete(
        session, NOON, experience="new", weekly_distance_m=0, longest_run_m=0, weight_kg=105, goal="leaner_legs"
    )
    heavy.says("whens my first run")
    assert "your first run comes on" in heavy.text
    heavy.says("why just walking?? i wanna run")
    assert "your first run comes on" in heavy.text


def test_who_waits_for_a_doctor_hears_that(session: Session) -> None:
    waiting = Chat.with_an_athlete(session, NOON, health={"flags": ["heart_condition"], "cleared": False})
    waiting.says("can i run today?")
    assert "Running waits for a doctor’s yes" in waiting.text


def test_the_weekend_is_listed_by_its_days(chat: Chat) -> None:
    chat.says("what am i doing this weekend?")
    assert "• Sat 5 Dec:" in chat.text
    assert "• Sun 6 Dec:" in chat.text
    assert "Thu" not in chat.text


def test_the_last_two_runs_stand_side_by_side(chat: Chat) -> None:
    chat.says("5k in 30:00, effort 4")
    chat.says("compare my last two runs")
    assert "I need two runs" in chat.text
    chat.forward(days=1)
    chat.says("5k in 28:00, effort 5")
    chat.says("compare my last two runs")
    assert "Your last two runs:\n• Mon 30 Nov" in chat.text
    assert "The second was quicker: 5:36/km, after 6:00/km before" in chat.text


def test_whether_it_was_the_planned_session_is_said(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("was that today's session?")
    assert "Nothing is logged for today yet" in chat.text
    chat.says("done")
    chat.says("was that today's session?")
    assert "Yes, it counts as what was planned" in chat.text
    assert not chat.logs[1:]


def test_the_best_over_a_distance_is_the_fastest_told(chat: Chat) -> None:
    chat.says("what's my best 5k?")
    assert "no run of 5 km with its time yet" in chat.text
    chat.says("5k in 29:00, effort 6")
    chat.forward(days=2)
    chat.says("5.02k in 28:10, effort 7")
    chat.says("what's my best 5k?")
    assert "The fastest 5 km in your log: 28:10, on Wed 2 Dec." in chat.text


def test_splits_without_a_file_say_how_they_would_come(chat: Chat) -> None:
    chat.says("5k in 29:00, effort 6")
    chat.says("splits?")
    assert "Splits come from the file" in chat.text


def test_splits_are_those_of_the_newest_file(chat: Chat) -> None:
    chat.says("3.4k in 17:00, effort 6")
    summary = a_summary(3, best=(BestEffort(Metres(1000), Seconds(290)),))
    chat.logs[-1].track = summary_to_json(summary)
    chat.says("splits?")
    assert "From the file of your last run:" in chat.text
    assert "Each km: 5:00 · 5:00 · 5:00 · (5:00)" in chat.text
    chat.says("my best 1k?")
    assert "The fastest 1 km in your log: 4:50, on Mon 30 Nov." in chat.text
    chat.forward(days=1)
    chat.says("5k in 30:00, effort 4")
    chat.says("splits?")
    assert "From the one before that had one:" in chat.text


def test_next_week_is_told_day_by_day(chat: Chat) -> None:
    chat.says("whats next week")
    assert "Next week, as it stands now" in chat.text
    assert "Sun 13 Dec: Long run" in chat.text
    assert "6 Dec" not in chat.text
