"""A plan presented in the chat: what was assumed, what had to go, and what is not worth a line."""

import pytest

from bot.views.plan import ASKED_LATER, notices_text, room_rows
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Notice
from tests.builders import limits

WORDS = words_for("en")


def notice(code: str) -> Notice:
    return Notice(code, phrase(f"warning.{code}"))


def test_what_the_chat_asks_about_later_is_no_warning() -> None:
    assert notices_text([notice(code) for code in sorted(ASKED_LATER)], WORDS) == ""


def test_what_is_asked_later_leaves_its_place_to_what_matters() -> None:
    said = notices_text([notice("unknown_equipment"), notice("no_room_run")], WORDS, most=1)
    assert WORDS("warning.no_room_run") in said


@pytest.mark.parametrize(("weekday", "weekend", "offered"), [(30, 60, True), (44, 44, True), (45, 90, False)])
def test_longer_days_are_offered_only_where_they_bring_a_second_strength_session(
    weekday: int, weekend: int, *, offered: bool
) -> None:
    tight, room = [notice("no_room_strength")], limits(weekday, weekend)
    labels = [button.label for row in room_rows(tight, room, 7, WORDS) for button in row]
    assert (WORDS("room.minutes") in labels) is offered
    assert ("15 more minutes" in notices_text(tight, WORDS, limits=room)) is offered
    assert WORDS("room.day") in labels
