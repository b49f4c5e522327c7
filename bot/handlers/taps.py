"""Buttons: which case answers which tap, whose button it is, and what an old one hears."""

from typing import TypeVar

from telegram import Update

from bot.desk import Case, Desk
from bot.handlers.arrivals import tapped_in
from bot.incoming import Tapped
from bot.panel import Panel
from bot.readable import check
from bot.slow import SlowCase
from bot.turn import Turn, apologise
from coach.errors import NotYours, StaleButton, UpdateRefused

S = TypeVar("S")
M = TypeVar("M")


async def tap(update: Update, turn: Turn) -> None:
    """Carry out a tap. Every tap is answered exactly once, so that the button never keeps spinning."""
    query = update.callback_query
    if query is None:
        raise UpdateRefused
    try:
        tapped = tapped_in(query)
    except StaleButton as error:
        stale = error
        await turn.act(lambda desk: apologise(desk, stale, query.id))
    else:
        lever = turn.house.routes.levers.get(tapped.tap.verb)
        if lever is not None:
            operator = query.from_user.id if query.from_user.id in turn.house.settings.admin_ids else None
            await turn.act(pull, tapped, lever, turn.house.panel(), operator)
        elif (slow := turn.house.routes.slow_taps.get(tapped.tap.verb)) is not None:
            await turn.act_slowly(pressed_slowly(tapped, slow))
        else:
            await turn.act(press, tapped, turn.house.routes.taps.get(tapped.tap.verb, gone))


def press(desk: Desk, tapped: Tapped, case: Case[[Tapped]]) -> None:
    """Hand a tap to its case.

    Raises:
        NotYours: the button belongs to another athlete.
        StaleButton: no case answers such buttons any more, or nobody was offered this value.
    """
    _check(desk, tapped)
    case(desk, tapped)


def pressed_slowly(tapped: Tapped, slow: SlowCase[S, M]) -> SlowCase[S, M]:
    """A slow case of a tap, which looks only where the button is the athlete's own and was offered."""

    def look(desk: Desk) -> S | None:
        _check(desk, tapped)
        return slow.look(desk)

    return SlowCase(look, slow.make, slow.say)


def pull(desk: Desk, tapped: Tapped, lever: Case[[Tapped, Panel]], panel: Panel, operator: int | None) -> None:
    """Hand an operator's tap to its case. Such a button carries the operator's account in the athlete's place.

    Raises:
        NotYours: whoever taps is no operator, or the button was another operator's.
    """
    if operator is None or tapped.tap.athlete != operator:
        raise NotYours
    lever(desk, tapped, panel)


def gone(desk: Desk, _: Tapped) -> None:
    """Refuse a button that no case answers any more.

    Raises:
        StaleButton: always.
    """
    raise StaleButton(chat=desk.chat_id)


def _check(desk: Desk, tapped: Tapped) -> None:
    if desk.athlete is None or tapped.tap.athlete != desk.athlete.id:
        raise NotYours
    check(tapped.tap)
