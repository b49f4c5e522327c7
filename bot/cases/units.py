"""Kilometres or miles: whoever writes in the other unit is offered it, once, a tap away."""

import re
from typing import Final

from bot.cases.settings import respeak
from bot.conversations.amount import units_of
from bot.conversations.asking import talk_at
from bot.conversations.experience import unit_named
from bot.conversations.flows import Flow
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.profile import DistanceUnit
from storage.tables import AthleteState

_OFFERED: Final = "units_offered"
_AMOUNT: Final = re.compile(r"\d\s*(?:mi|miles?|km|kms|kilomet(?:re|er)s?)\b", re.IGNORECASE)
"""A distance with its unit; ``10k`` is what races are called in every country."""


def offer_unit(desk: Desk, text: str) -> None:
    """Ask once whether to write in the unit that somebody used, where it is not the one they are answered in."""
    if desk.athlete is None or desk.owner.state == AthleteState.ONBOARDING or not _AMOUNT.search(text):
        return
    named = unit_named(text)
    if named in {None, units_of(desk.owner)}:
        return
    talk = talk_at(desk)
    if talk.row.data.get(_OFFERED):
        return
    talk.remember(**{_OFFERED: True})
    row = tuple(
        Button(desk.words(f"units.{deed}.{unit}"), Tap(Verb.UNITS, desk.athlete_id, value=str(unit)))
        for deed, unit in (("switch", named), ("keep", units_of(desk.owner)))
    )
    desk.say(Screen(desk.words(f"units.offer.{named}"), (row,)))


def unit_chosen(desk: Desk, tapped: Tapped) -> None:
    """The unit was tapped: everything is written in it from here on, an open question too."""
    desk.toast(tapped.query_id)
    unit = DistanceUnit(tapped.tap.value)
    changes = unit is not units_of(desk.owner)
    desk.owner.profile = {**desk.owner.profile, "units": str(unit)}
    respeak(desk)
    desk.show(Screen(desk.words(f"units.chosen.{unit}")), message_id=tapped.message_id)
    talk = talk_at(desk)
    if changes and talk.flow is Flow.CONTEXT and talk.question is not None:
        talk.put_away()
        talk.ask(Flow.CONTEXT, talk.question)
