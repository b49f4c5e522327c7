"""A message is cut once for all its readers."""

from hypothesis import given
from hypothesis import strategies as st

from coach.reader.cut import AT_HAND, cut
from coach.reader.normalise import normalise
from coach.reader.tokens import tokenise


@given(st.text(max_size=300))
def test_a_cut_message_is_its_even_writing_and_its_pieces(text: str) -> None:
    found = cut(text)
    assert found.even == normalise(text)
    assert list(found.tokens) == tokenise(found.even)


def test_the_message_at_hand_is_not_cut_again() -> None:
    assert cut("ran 5k in 31:20") is cut("ran 5k in 31:20")


def test_no_more_messages_are_kept_than_are_at_hand() -> None:
    first = cut("ran 1k")
    for number in range(AT_HAND):
        cut(f"walked {number} km")
    assert cut("ran 1k") is not first
