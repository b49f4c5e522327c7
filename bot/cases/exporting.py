"""``/export``: everything the coach keeps about the athlete, as a file in the chat.

It is packed on the database's own thread, like every case, and sent by the sender: the event loop never waits for it.
"""

import datetime as dt

from bot.desk import Desk
from bot.screens import Screen
from bot.words import Html
from storage.archive import archive
from storage.outbox import newest_about, queue_message

REF = "export"
EVERY = dt.timedelta(minutes=10)
"""How often one may be made: it is large, and nothing new is in it so soon."""
FILE_NAME = "legwork-%Y-%m-%d.zip"


def export(desk: Desk) -> None:
    """``/export``: all there is, once in a while."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("delete.nobody")))
        return
    if newest_about(desk.session, desk.chat_id, REF, desk.now - EVERY) is not None:
        desk.say(Screen(desk.words("export.again")))
        return
    readme = desk.words("export.readme", name=Html(desk.owner.name), day=desk.today)
    packed, left_out = archive(desk.session, desk.owner, readme, desk.now)
    caption = desk.words("export.done")
    if left_out:
        caption = Html(f"{caption} {desk.words('export.left_out', n=left_out)}")
    payload = {"chat_id": desk.chat_id, "document": "attach://file", "caption": caption, "parse_mode": "HTML"}
    queue_message(
        desk.session,
        desk.chat_id,
        "send_document",
        payload,
        desk.now,
        ref=REF,
        attachment=packed,
        attachment_name=desk.today.strftime(FILE_NAME),
    )
