"""Progress as a picture: who gets one, what is on it, and what is kept from it."""

import pytest
from sqlmodel import col, select

from bot.cases.picturing import PICTURE
from bot.cases.progress import progress
from bot.charts import Chart
from storage.tables import OutboxMessage
from tests.bot.cases.chat import Chat

BUTTON = "As a picture"


@pytest.fixture
def trained(chat: Chat) -> Chat:
    """Two weeks with a run in each, and figures of two days, a fortnight apart."""
    for _ in range(2):
        chat.says("5k in 32, effort 4")
        chat.says("weight 82.4 kg")
        chat.says("thigh 58.2 58.6")
        chat.forward(days=14)
    chat.forward(days=-13)
    return chat


def labels(chat: Chat) -> list[str]:
    """The panels of the picture that would be drawn now."""
    chart = PICTURE.look(chat.desk)
    return [] if chart is None else [panel.label.split(",")[0].split(" in ")[0] for panel in chart.panels]


def pictures(chat: Chat) -> list[OutboxMessage]:
    rows = select(OutboxMessage).where(OutboxMessage.method == "send_photo").order_by(col(OutboxMessage.id))
    return list(chat.desk.session.exec(rows))


def shows_progress(chat: Chat) -> None:
    progress(chat.desk)
    chat._listen()


def test_progress_offers_a_picture_once_two_weeks_hold_something(chat: Chat) -> None:
    chat.says("5k in 32, effort 4")
    shows_progress(chat)
    assert BUTTON not in chat.buttons
    chat.forward(days=7)
    chat.says("5k in 31, effort 4")
    shows_progress(chat)
    assert BUTTON in chat.buttons


def test_the_picture_comes_with_words_under_it(trained: Chat) -> None:
    shows_progress(trained)
    trained.taps(BUTTON)
    (row,) = pictures(trained)
    assert (row.attachment or b"").startswith(b"\x89PNG")
    assert "look at the whole row" in row.payload["caption"]


def test_a_second_one_is_not_drawn_at_once(trained: Chat) -> None:
    shows_progress(trained)
    trained.taps(BUTTON)
    trained.taps(BUTTON)
    assert len(pictures(trained)) == 1
    assert "a little further up" in trained.text
    trained.forward(minutes=2)
    trained.taps(BUTTON)
    assert len(pictures(trained)) == 2


def test_it_shows_weeks_longest_runs_weight_and_girths(trained: Chat) -> None:
    assert labels(trained) == ["Minutes a week", "Longest run of each week", "Weight", "Thigh"]


def test_a_hidden_weight_stays_hidden(trained: Chat) -> None:
    trained.desk.owner.profile = {**trained.desk.owner.profile, "weight_hidden": True}
    assert "Weight" not in labels(trained)
    assert "Thigh" in labels(trained)


@pytest.mark.parametrize("profile", [{"age": 17}, {"health": {"flags": ["eating_disorder"], "cleared": True}}])
def test_no_figures_of_the_body_for_whom_they_do_not_suit(trained: Chat, profile: dict[str, object]) -> None:
    trained.desk.owner.profile = {**trained.desk.owner.profile, **profile}
    assert not {"Weight", "Thigh"} & set(labels(trained))


def test_an_old_button_says_that_there_are_no_weeks_to_draw_any_more(trained: Chat) -> None:
    shows_progress(trained)
    trained.forward(days=120)
    trained.taps(BUTTON)
    assert not pictures(trained)
    assert "takes more than one week" in trained.text


def test_a_failed_drawing_is_told_and_nothing_is_lost(trained: Chat) -> None:
    assert isinstance(PICTURE.look(trained.desk), Chart)
    PICTURE.say(trained.desk, None)
    trained._listen()
    assert "Your figures are safe" in trained.text
    assert len(trained.logs) == 2


@pytest.mark.parametrize("said", ["show me a chart", "my progress chart", "graph of my weight", "chart"])
def test_words_that_ask_for_a_picture_show_progress(trained: Chat, said: str) -> None:
    trained.says(said)
    assert BUTTON in trained.buttons
    assert len(trained.logs) == 2
