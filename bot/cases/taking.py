"""A file arrives: it is kept together with the update that brought it, and fetched and read afterwards.

Nothing is said as long as it goes quickly: the card is the answer.
"""

import datetime as dt

from bot.cases.captions import amend_file, hear_caption
from bot.cases.refusing import refuse, wrong_size
from bot.desk import Desk
from bot.incoming import Filed
from bot.screens import Screen
from storage.files import file_at, hold_album, keep_file
from storage.tables import AthleteState

TOGETHER = dt.timedelta(seconds=1.5)
"""How long an album waits for its next file; they arrive one by one."""


def take(desk: Desk, filed: Filed) -> None:
    """Keep that a file is to be read; what cannot be read in any case is answered at once."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("hear.stranger")))
    elif desk.owner.state == AthleteState.ONBOARDING:
        desk.say(Screen(desk.words("file.not_started")))
    elif filed.edited and (row := file_at(desk.session, desk.chat_id, filed.message_id)) is not None:
        amend_file(desk, row, filed)
    else:
        _keep(desk, filed)


def _keep(desk: Desk, filed: Filed) -> None:
    """Keep a file for the fetcher; one that nobody needs to fetch is refused, and what is under it counts."""
    row = keep_file(
        desk.session,
        desk.now,
        athlete_id=desk.athlete_id,
        chat_id=desk.chat_id,
        message_id=filed.message_id,
        telegram_file=filed.file_id,
        identity=filed.identity,
        name=filed.name,
        size=filed.size,
        album=filed.album,
        reply_to_message_id=filed.reply_to,
        caption=filed.caption,
    )
    if filed.caption:
        hear_caption(desk, filed)
    wrong = wrong_size(filed.size)
    if wrong is not None:
        refuse(desk, row, wrong)
    elif filed.album is not None:
        hold_album(desk.session, desk.chat_id, filed.album, desk.now + TOGETHER)
