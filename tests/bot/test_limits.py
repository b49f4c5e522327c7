"""Telegram's limits on what a message may hold."""

from hypothesis import given
from hypothesis import strategies as st

from bot.limits import split_text


def test_a_short_text_stays_one_message() -> None:
    assert split_text("Hello") == ["Hello"]
    assert split_text("  ") == []


def test_a_long_text_is_cut_at_paragraph_ends() -> None:
    paragraphs = ["a" * 40, "b" * 40, "c" * 40]
    assert split_text("\n\n".join(paragraphs), limit=90) == ["a" * 40 + "\n\n" + "b" * 40, "c" * 40]


def test_without_paragraphs_lines_are_cut_then_words_then_anything() -> None:
    assert split_text("aaaa\nbbbb", limit=6) == ["aaaa", "bbbb"]
    assert split_text("aaaa bbbb", limit=6) == ["aaaa", "bbbb"]
    assert split_text("aaaabbbb", limit=4) == ["aaaa", "bbbb"]


@given(st.text(alphabet="ab \n", max_size=400), st.integers(5, 60))
def test_no_piece_is_too_long_and_no_word_is_lost(text: str, limit: int) -> None:
    pieces = split_text(text, limit)
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())
