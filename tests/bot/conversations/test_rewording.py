"""Round-about sentences put as plain wishes, and words about which asking for today's run would be nonsense."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.typed.rewording import as_wish_to_move
from bot.conversations.typed.tellings import may_tell
from coach.reader.shifts import shift_in

WEDNESDAY = dt.date(2026, 12, 2)


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("i cant thursday, can i go friday instead?", "move thursday to friday"),
        ("I can’t do Thursday, Friday works", "move thursday to friday"),
        ("i can't run tomorrow, can we do friday?", "move tomorrow to friday"),
        ("sorry, no time today, how about tomorrow?", "move today to tomorrow"),
        ("busy tomorrow, move it to friday", "move tomorrow to friday"),
    ],
)
def test_a_day_given_up_for_another_is_a_wish_to_move(said: str, wish: str) -> None:
    assert as_wish_to_move(said) == wish
    assert shift_in(wish, WEDNESDAY) is not None


@pytest.mark.parametrize(
    "said",
    [
        "can't do thursday",
        "i can't run thursday or friday",
        "i cant run on mondays, only tue and fri from now on",
        "can't today, my knee hurts 4/10, ran yesterday",
        "ran 5k on thursday",
        "busy thursday and friday",
    ],
)
def test_what_gives_up_no_day_for_another_stays_as_it_is(said: str) -> None:
    assert as_wish_to_move(said) == said


@given(st.text(max_size=120))
def test_no_words_break_it(said: str) -> None:
    assert as_wish_to_move(said)[:5] == said[:5] or shift_in(as_wish_to_move(said), WEDNESDAY) is not None
    assert may_tell(said) in {True, False}


@pytest.mark.parametrize(
    "said", ["what a lovely morning", "all good", "that was something", "puh", "my mum came along"]
)
def test_words_that_may_tell_of_a_session_are_asked_about(said: str) -> None:
    assert may_tell(said)


@pytest.mark.parametrize(
    "said",
    [
        "my knee clicks when i go downstairs", "send me the message at 6:15 instead", "7am", "i'd rather not say",
        "neither, but i walk the dog every day", "prefer not", "sdfgh jkl", "no", "flying to new york soon",
        "not yet", "i want more hills",
    ],
)  # fmt: skip
def test_wishes_denials_and_body_parts_are_not(said: str) -> None:
    assert not may_tell(said)
