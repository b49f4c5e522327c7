"""A file arrives: it is kept together with the update that brought it, and fetched and read afterwards.

Nothing is said as long as it goes quickly: the card is the answer.
"""

import datetime as dt

from bot.cases.captions import amend_file, hear_alone, hear_caption
from bot.desk import Desk
from bot.incoming import Filed
from bot.screens import Screen
from storage.files import file_at, hold_album, keep_file
from storage.tables import AthleteState

LARGEST = 20 * 1024 * 1024
"""Bytes that Telegram hands to a bot."""
TOGETHER = dt.timedelta(seconds=1.5)
"""How long an album waits for its next file; they arrive one by one."""


def take(desk: Desk, filed: Filed) -> None:
    """Keep that a file is to be read; what cannot be read in any case is answered at once."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("hear.stranger")))
    elif desk.owner.state == AthleteState.ONBOARDING:
        desk.say(Screen(desk.words("file.not_started")))
    elif not 0 < filed.size <= LARGEST:
        _refuse(desk, filed)
    elif filed.edited and (row := file_at(desk.session, desk.chat_id, filed.message_id)) is not None:
        amend_file(desk, row, filed)
    else:
        _keep(desk, filed)


def _refuse(desk: Desk, filed: Filed) -> None:
    """A file that nobody needs to fetch; what is written under it counts all the same."""
    reason = "too_big" if filed.size else "empty"
    if not filed.edited:
        desk.say(Screen(desk.words(f"file.refused.{reason}")), reply_to=filed.message_id)
    hear_alone(desk, filed)


def _keep(desk: Desk, filed: Filed) -> None:
    keep_file(
        desk.session,
        desk.now,
        athlete_id=desk.athlete_id,
        chat_id=desk.chat_id,
        message_id=filed.message_id,
        telegram_file=filed.file_id,
        name=filed.name,
        size=filed.size,
        album=filed.album,
        reply_to_message_id=filed.reply_to,
        caption=filed.caption,
    )
    if filed.album is not None:
        hold_album(desk.session, desk.chat_id, filed.album, desk.now + TOGETHER)
    if filed.caption:
        hear_caption(desk, filed)
