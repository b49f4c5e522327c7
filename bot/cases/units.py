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
_AMOUNTS_BESIDE: Final = {
    DistanceUnit.KM: re.compile(r"\d\s*(?:mi|miles?)\b", re.IGNORECASE),
    DistanceUnit.MI: re.compile(r"\d\s*(?:km|kms|kilomet(?:re|er)s?)\b", re.IGNORECASE),
}
"""A distance in the other unit than one's own; ``10k`` is what races are called in every country."""


def unit_told(text: str) -> DistanceUnit | None:
    """The one unit in which a message tells a distance; ``None`` where it tells none, or both."""
    named = {unit for other, unit in _OTHER.items() if _AMOUNTS_BESIDE[other].search(text)}
    return named.pop() if len(named) == 1 else None


def unit_spoken(text: str) -> DistanceUnit | None:
    """The unit in which a message speaks of a distance, where ``10k`` is so many kilometres and nothing else."""
    return unit_told(text) or (DistanceUnit.KM if _KILO.search(text) and "mi" not in text.lower() else None)


_KILO: Final = re.compile(r"\d\s*k\b", re.IGNORECASE)
_OTHER: Final = {DistanceUnit.KM: DistanceUnit.MI, DistanceUnit.MI: DistanceUnit.KM}


def offer_unit(desk: Desk, text: str) -> None:
    """Ask once whether to write in the unit that somebody used, where it is not the one they are answered in."""
    if desk.athlete is None or desk.owner.state == AthleteState.ONBOARDING:
        return
    own = units_of(desk.owner)
    named = unit_named(text) if _AMOUNTS_BESIDE[own].search(text) else None
    if named in {None, own}:
        return
    talk = talk_at(desk)
    if talk.row.data.get(_OFFERED):
        return
    talk.remember(**{_OFFERED: True})
    desk.say(Screen(desk.words(f"units.offer.{named}"), (_row(desk, ("switch", named), ("keep", own)),)))


def which_units(desk: Desk) -> None:
    """Which units are used, and that weights go with distances; the other ones a tap away."""
    own = units_of(desk.owner)
    desk.say(Screen(desk.words(f"units.which.{own}"), (_row(desk, ("switch", _OTHER[own]), ("keep", own)),)))


def _row(desk: Desk, *choices: tuple[str, DistanceUnit | None]) -> tuple[Button, ...]:
    return tuple(
        Button(desk.words(f"units.{deed}.{unit}"), Tap(Verb.UNITS, desk.athlete_id, value=str(unit)))
        for deed, unit in choices
    )


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
