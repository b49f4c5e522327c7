"""``/export``: everything the coach keeps about the athlete, as a file in the chat.

It is read in one transaction, packed outside of any and off the event loop, and said in another: a large athlete may
take a second or two, in which everybody else is answered. Killed in between, the command is handled anew.
"""

import datetime as dt
from dataclasses import dataclass

from bot.desk import Desk
from bot.screens import Screen
from bot.slow import SlowCase
from bot.words import Html
from storage.archive import Belongings, collect, pack
from storage.outbox import newest_about

REF = "export"
EVERY = dt.timedelta(minutes=10)
"""How often one may be made: it is large, and nothing new is in it so soon."""
FILE_NAME = "legwork-%Y-%m-%d.zip"


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be packed."""

    belongings: Belongings
    readme: str
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was packed."""

    content: bytes
    left_out: int


def look(desk: Desk) -> Request | None:
    """Read it all, where there is an athlete who has not just got it."""
    if desk.athlete is None or _has_it(desk):
        return None
    readme = desk.words("export.readme", name=Html(desk.owner.name), day=desk.today)
    return Request(collect(desk.session, desk.owner), readme, desk.now)


def make(request: Request) -> Parcel:
    """Pack it."""
    return Parcel(pack(request.belongings, request.readme, request.now), request.belongings.left_out)


def hand_over(desk: Desk, parcel: Parcel | None) -> None:
    """Say why there is none, or send it."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("delete.nobody")))
    elif parcel is None:
        desk.say(Screen(desk.words("export.again")))
    else:
        _send(desk, parcel)


EXPORT = SlowCase(look, make, hand_over)


def _has_it(desk: Desk) -> bool:
    return newest_about(desk.session, desk.chat_id, REF, desk.now - EVERY) is not None


def _send(desk: Desk, parcel: Parcel) -> None:
    caption = desk.words("export.done")
    if parcel.left_out:
        caption = Html(f"{caption} {desk.words('export.left_out', n=parcel.left_out)}")
    desk.send_document(parcel.content, FILE_NAME, caption, ref=REF)
