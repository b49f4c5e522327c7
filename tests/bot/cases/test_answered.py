"""A reply to a prompt that is answered already puts right what was logged for it."""

import pytest

from tests.bot.cases.chat import Chat


@pytest.fixture
def prompt(chat: Chat) -> int:
    """The message of a day's prompt for one run, answered with Done; the next day has begun."""
    chat.to_a_lone_run()
    row = chat.prompted()
    message = chat.message_about(f"prompt:{row.id}")
    chat.says("done, 38 min", reply_to=message)
    chat.forward(days=1)
    return message


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("actually it was 42 min", "minutes", 42.0),
        ("42 min", "minutes", 42.0),
        ("it was 6.2k", "distance_m", 6200.0),
        ("effort 6", "rpe", 6),
        ("sorry, it was a 45 min run", "minutes", 45.0),
    ],
)
def test_figures_under_yesterdays_prompt_are_its_logs(
    chat: Chat, prompt: int, said: str, field: str, value: object
) -> None:
    day = chat.logs[0].date
    chat.says(said, reply_to=prompt)
    (log,) = chat.logs
    assert getattr(log, field) == value
    assert log.date == day


@pytest.mark.parametrize(
    "said",
    ["did it again, 30 min", "another 20 min", "20 min bike", "30 min easy run", "ran 5k today in 31", "squats 3x12",
     "20 min this morning", "40 min today"],
)  # fmt: skip
def test_another_activity_under_yesterdays_prompt_is_one_of_its_own(chat: Chat, prompt: int, said: str) -> None:
    before = chat.logs[0].minutes, chat.logs[0].date
    chat.says(said, reply_to=prompt)
    assert len(chat.logs) == 2
    assert (chat.logs[0].minutes, chat.logs[0].date) == before


def test_figures_of_a_day_between_are_that_days_and_leave_the_prompts_log(chat: Chat, prompt: int) -> None:
    before, between = (chat.logs[0].date, chat.logs[0].minutes), chat.desk.today
    chat.forward(days=1)
    chat.says(f"40 min on {between:%A}", reply_to=prompt)
    assert [(log.date, log.minutes) for log in chat.logs] == [before, (between, 40.0)]


def test_figures_of_today_under_todays_prompt_are_its_logs(chat: Chat) -> None:
    chat.to_a_lone_run()
    row = chat.prompted()
    chat.says("done, 38 min")
    chat.says("42 min today", reply_to=chat.message_about(f"prompt:{row.id}"))
    (log,) = chat.logs
    assert log.minutes == 42.0


def test_a_prompt_that_is_still_open_takes_figures_as_its_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    row = chat.prompted()
    day = chat.desk.today
    chat.forward(days=1)
    chat.says("42 min", reply_to=chat.message_about(f"prompt:{row.id}"))
    (log,) = chat.logs
    assert (log.date, log.minutes, log.planned) == (day, 42.0, True)


@pytest.mark.parametrize(
    ("said", "status"), [("and this one", "done"), ("this too", "done"), ("half", "partial"), ("only half", "partial")]
)
def test_few_words_under_a_prompt_say_what_became_of_it(chat: Chat, said: str, status: str) -> None:
    chat.to_a_lone_run()
    row = chat.prompted()
    chat.says(said, reply_to=chat.message_about(f"prompt:{row.id}"))
    assert [log.status for log in chat.logs] == [status]


@pytest.mark.parametrize(
    ("said", "status"), [("done", "done"), ("this one too", "done"), ("half", "partial"), ("did half of it", "partial")]
)
def test_few_words_under_an_answered_prompt_are_its_logs(chat: Chat, said: str, status: str) -> None:
    chat.to_a_lone_run()
    row = chat.prompted()
    chat.says("done")
    chat.forward(days=1)
    chat.says(said, reply_to=chat.message_about(f"prompt:{row.id}"))
    (log,) = chat.logs
    assert (log.status, log.minutes is None) == (status, status == "partial")


def test_half_under_a_card_makes_its_log_a_part(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says("only half", reply_to=chat.message_about(f"log:{chat.logs[0].id}"))
    (log,) = chat.logs
    assert log.status == "partial"


@pytest.mark.parametrize("said", ["and this one", "half", "this too"])
def test_the_same_words_without_a_prompt_log_nothing(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says(said)
    assert not chat.logs
