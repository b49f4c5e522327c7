"""Days too short or too few for strength: one warm line in the plan, and three things to do about it, a tap each."""

from dataclasses import asdict
from typing import Final

from bot.cases.plans import changed
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from coach.planning.athlete import CAREFUL_LIMITS

MORE: Final = 15
LONGEST: Final = 300


def room_made(desk: Desk, tapped: Tapped) -> None:
    """Fifteen minutes more on every day, or ten minutes of strength at home."""
    desk.toast(tapped.query_id)
    if tapped.tap.value == "home":
        desk.say(Screen(desk.words("room.home")))
        return
    limits = desk.owner.profile.get("max_minutes") or asdict(CAREFUL_LIMITS)
    longer = {name: min(int(minutes) + MORE, LONGEST) for name, minutes in limits.items()}
    desk.owner.profile = {**desk.owner.profile, "max_minutes": longer}
    desk.say(Screen(desk.words("room.longer", weekday=longer["weekday"], weekend=longer["weekend"])))
    changed(desk)
