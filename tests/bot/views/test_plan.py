"""A plan presented in the chat: what was assumed, what had to go, and what is not worth a line."""

from bot.views.plan import ASKED_LATER, notices_text
from bot.words import words_for
from coach.phrases import phrase
from coach.plan import Notice

WORDS = words_for("en")


def notice(code: str) -> Notice:
    return Notice(code, phrase(f"warning.{code}"))


def test_what_the_chat_asks_about_later_is_no_warning() -> None:
    assert notices_text([notice(code) for code in sorted(ASKED_LATER)], WORDS) == ""


def test_what_is_asked_later_leaves_its_place_to_what_matters() -> None:
    said = notices_text([notice("unknown_equipment"), notice("no_room_run")], WORDS, most=1)
    assert WORDS("warning.no_room_run") in said
