"""The answer to a tap."""

from bot.sandbox.calls import Call
from bot.sandbox.refusals import bad_request
from bot.sandbox.world import World

ANSWERABLE_SECONDS = 15 * 60
TOAST_LIMIT = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(world: World, call: Call) -> bool:
    """``answerCallbackQuery``: stops the button's waiting, with or without a line for the person."""
    tap = world.taps.get(call.text("callback_query_id"))
    if tap is None or tap.answered or world.moment() - tap.moment > ANSWERABLE_SECONDS:
        raise bad_request(TOO_OLD)
    if len(call.text("text")) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if call.text("url"):
        raise bad_request("URL_INVALID")
    tap.answered = True
    world.journal.note(
        "toast",
        tap.chat_id,
        query_id=tap.id,
        message_id=tap.message_id,
        person_id=tap.person_id,
        text=call.text("text"),
        alert=call.flag("show_alert"),
    )
    return True


METHODS = {"answercallbackquery": answer_callback_query}
