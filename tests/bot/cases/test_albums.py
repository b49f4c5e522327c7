"""Many files at once come back as one message that gives reasons and takes efforts."""

import pytest

from tests.bot.cases.chat import Chat
from tests.bot.cases.mailing import Post, a_run

SIZE = 6


@pytest.fixture
def album(chat: Chat) -> Chat:
    """Four runs, one of which came twice, and a PDF, all at once."""
    post = Post(chat)
    files = [post.sends(name=f"{n}.fit", album="week") for n in range(SIZE)]
    runs = [a_run(chat, 30 + n, days=n + 1) for n in range(4)]
    for filed, run in zip(files, [*runs, runs[0]], strict=False):
        post.is_read(filed, run)
    post.is_read(files[-1], reason="pdf")
    return chat


def efforts(chat: Chat) -> list[int | None]:
    return [log.rpe for log in chat.logs]


def test_the_message_numbers_what_lacks_an_effort_and_says_why_a_file_was_not_used(album: Chat) -> None:
    assert [f"✓ {n}. " in album.text for n in range(1, 6)] == [True, True, True, True, False]
    assert "5.fit: not used (a PDF)" in album.text
    assert "How hard did they feel" in album.text


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("4 3 6 5", [4, 3, 6, 5]),
        ("4, 3, 6 and 5", [4, 3, 6, 5]),
        ("4/10 3/10 6/10 5/10", [4, 3, 6, 5]),
        ("4", [4, 4, 4, 4]),
        ("all 4", [4, 4, 4, 4]),
        ("4 for all of them", [4, 4, 4, 4]),
    ],
)
def test_efforts_in_words_go_to_each_in_order_or_to_all(album: Chat, words: str, kept: list[int]) -> None:
    album.says(words)
    assert efforts(album) == kept


def test_too_few_figures_change_nothing_and_can_be_written_again(album: Chat) -> None:
    album.says("4 3")
    assert "4 of them" in album.text
    assert efforts(album) == [None] * 4
    album.says("4 3 6 5")
    assert efforts(album) == [4, 3, 6, 5]


def test_a_figure_that_is_no_effort_changes_nothing(album: Chat) -> None:
    album.says("4 3 16 5")
    assert efforts(album) == [None] * 4


def test_a_number_opens_the_card_with_its_scale(album: Chat) -> None:
    album.taps("2")
    assert "31 min" in album.text
    album.taps("7")
    assert efforts(album) == [None, 7, None, None]


def test_a_log_written_under_the_summary_is_still_a_log(album: Chat) -> None:
    album.says("ran 5k in 31:20 today, effort 4")
    assert len(album.logs) == 5


def test_an_album_whose_efforts_are_told_under_the_files_asks_for_none(chat: Chat) -> None:
    post = Post(chat)
    files = [post.sends("effort 5", name=f"{n}.fit", album="week") for n in range(SIZE)]
    for number, filed in enumerate(files):
        post.is_read(filed, a_run(chat, 30 + number, days=number + 1))
    assert efforts(chat) == [5] * SIZE
    assert "How hard" not in chat.text


def test_a_file_in_the_place_of_one_of_an_album_is_told_by_itself(chat: Chat) -> None:
    post = Post(chat)
    files = [post.sends(name=f"{n}.fit", album="week") for n in range(SIZE)]
    for n, filed in enumerate(files):
        post.is_read(filed, a_run(chat, 30 + n, days=n + 1))
    assert "6 files" in chat.text
    post.edits(files[2], "", file_id="other", name="right.fit", size=2_000)
    post.is_read(files[2], a_run(chat, 50, days=9))
    assert "6 files" not in chat.text
    assert "50 min" in chat.text


def test_an_album_of_which_a_file_is_replaced_before_all_are_read_is_told_of_once(chat: Chat) -> None:
    post = Post(chat)
    files = [post.sends(name=f"{n}.fit", album="week") for n in range(SIZE)]
    post.is_read(files[0], a_run(chat, 30, days=1))
    post.edits(files[0], "", file_id="other", name="right.fit", size=2_000)
    for n, filed in enumerate(files):
        post.is_read(filed, a_run(chat, 40 + n, days=n + 1))
    assert chat.text.count("✓") == SIZE
    assert "40 min" in chat.text
