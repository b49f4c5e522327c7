"""Days too short or too few for strength: one warm line in the plan, and three things to do about it, a tap each.

The button carries the minutes that it leads to, not how many it adds: tapped twice, or months later, it adds nothing.
"""

from dataclasses import asdict
from typing import Final

from bot.cases.plans import changed
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from coach.documents import read_profile
from coach.errors import StaleButton
from coach.planning.athlete import careful_limits

HOME: Final = "home"


def room_made(desk: Desk, tapped: Tapped) -> None:
    """Days as long as the button says, or ten minutes of strength at home.

    Raises:
        StaleButton: the button is of a time when it did not carry the minutes that it leads to.
    """
    if tapped.tap.value == HOME:
        desk.toast(tapped.query_id)
        desk.say(Screen(desk.words("room.home")))
        return
    weekday, weekend = _wanted(tapped.tap.value)
    limits = desk.owner.profile.get("max_minutes") or asdict(careful_limits(read_profile(desk.owner.profile)))
    longer = {"weekday": max(weekday, limits["weekday"]), "weekend": max(weekend, limits["weekend"])}
    if longer == limits:
        desk.toast(tapped.query_id, desk.words("room.already"))
        return
    desk.toast(tapped.query_id)
    desk.owner.profile = {**desk.owner.profile, "max_minutes": longer}
    desk.say(Screen(desk.words("room.longer", weekday=longer["weekday"], weekend=longer["weekend"])))
    changed(desk, "min")


def _wanted(value: str) -> tuple[int, int]:
    """The minutes of a weekday and of a day at the weekend that a button leads to: ``minutes:45:60``."""
    _, weekday, weekend = [*value.split(":"), "", ""][:3]
    if not weekday or not weekend:
        raise StaleButton
    return int(weekday), int(weekend)
