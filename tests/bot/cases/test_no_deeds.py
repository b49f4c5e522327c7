"""A question, a habit, a hope or a request is answered and never logged; what was done beside it is."""

import pytest

from tests.bot.cases.chat import Chat


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("effort 4 what does it mean", "Effort is how hard it felt"),
        ("rpe 7, what does that even mean", "Effort is how hard it felt"),
        ("every tuesday i have club night, 9k", "A club is a fine thing"),
        ("no messages between 9am and 5pm", "By day I write once"),
        ("don't text me between 9 and 17", "By day I write once"),
        ("please forget everything about me", "/delete erases it for good"),
    ],
)
def test_what_is_asked_is_answered_and_not_logged(chat: Chat, said: str, answer: str) -> None:
    before = chat.desk.owner.prompt_minute
    chat.says(said)
    assert answer in chat.text
    assert chat.logs == []
    assert chat.desk.owner.prompt_minute == before


@pytest.mark.parametrize(
    "said",
    [
        "did i log 5k yesterday", "any tips for 10k in 50", "what if i ran 10k today?", "5k in 30 ok?",
        "was that 5k or 6k",
        "how do i log 5k in 30", "does 40 min of football count as a run", "is heart rate 170 too high",
        "what should my resting heart rate be, 58 ok?", "is effort 7 too hard", "anyone else run 10k in this heat",
    ],
)  # fmt: skip
def test_a_question_with_figures_is_no_log(chat: Chat, said: str) -> None:
    chat.says(said)
    assert chat.logs == []


@pytest.mark.parametrize("said", ["forget it", "forget about today", "forget everything i told you about my knee"])
def test_forgetting_something_is_not_about_all_of_it(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "/delete" not in chat.text


@pytest.mark.parametrize("said", ["6.2k in 38, legs like lead", "5k in 25, love it", "didn't want to stop, 5k in 30"])
def test_a_run_that_somebody_likes_is_no_hope(chat: Chat, said: str) -> None:
    chat.says(said)
    assert [log.kind for log in chat.logs] == ["easy_run"]


def test_an_hour_to_be_written_to_still_moves_the_message(chat: Chat) -> None:
    chat.says("message me at 5pm")
    assert chat.desk.owner.prompt_minute == 17 * 60


@pytest.mark.parametrize("said", ["make it a 4", "i'd rate it a 4", "it was a 4 i'd say", "no, call it a 4", "rate 4"])
@pytest.mark.parametrize("before", ["ran 5k in 30 min", "ran 5k in 30 min, effort 6"])
def test_an_effort_in_a_sentence_is_that_of_the_card(chat: Chat, before: str, said: str) -> None:
    chat.says(before)
    chat.says(said)
    assert [log.rpe for log in chat.logs] == [4]


@pytest.mark.parametrize("said", ["make it a 4", "call it a day", "make it 4"])
def test_without_a_card_such_words_make_no_session(chat: Chat, said: str) -> None:
    chat.says(said)
    assert chat.logs == []


def test_a_figure_that_may_be_kilometres_or_degrees_is_no_effort(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    chat.says("it was 6 degrees")
    chat.says("make it 5k")
    assert chat.logs[0].rpe is None


def test_the_wrong_day_is_put_right(chat: Chat) -> None:
    chat.says("ran 5k in 30 min, effort 6")
    chat.says("oops wrong day, it was saturday")
    assert [f"{log.date:%a}" for log in chat.logs] == ["Sat"]


def test_a_grumble_about_the_day_overwrites_no_run(chat: Chat) -> None:
    chat.says("ran 10k in 60 min, effort 6")
    chat.says("wrong day to run, 5k in 35 min")
    assert [log.distance_m for log in chat.logs] == [10_000, 5000]


@pytest.mark.parametrize("said", ["-5", "\N{MINUS SIGN}5", "-7 ."])
def test_less_than_nothing_is_no_effort(chat: Chat, said: str) -> None:
    chat.says("ran 5 km in 31 min")
    chat.says(said)
    assert [log.rpe for log in chat.logs] == [None]
