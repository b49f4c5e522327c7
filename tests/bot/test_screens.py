"""What a person sees in one message."""

from bot.screens import Button, Screen
from bot.taps import Tap, Verb


def test_buttons_become_an_inline_keyboard() -> None:
    screen = Screen("x", ((Button("Done", Tap(Verb.DONE, 1, 2, "0")), Button("Site", url="https://example.org")),))
    assert screen.reply_markup() == {
        "inline_keyboard": [
            [{"text": "Done", "callback_data": "1.dn.1.2.0"}, {"text": "Site", "url": "https://example.org"}]
        ]
    }


def test_a_plain_text_has_no_markup() -> None:
    assert Screen("x").reply_markup() is None


def test_a_typed_answer_may_be_asked_for() -> None:
    assert Screen("x", force_reply=True, placeholder="34").reply_markup() == {
        "force_reply": True,
        "input_field_placeholder": "34",
    }


def test_a_place_may_be_asked_for_and_its_button_taken_away() -> None:
    markup = Screen("x", share_location="Share").reply_markup()
    assert markup is not None
    assert markup["keyboard"] == [[{"text": "Share", "request_location": True}]]
    assert Screen("x", clear_keyboard=True).reply_markup() == {"remove_keyboard": True}
