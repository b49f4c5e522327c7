"""Progress as a picture: the weeks by what was done, weight and girths as scales and tape can tell them (S4).

It is read in one transaction, drawn in a process of its own, and said in another.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from bot.cases.measured import HIDDEN, may_see
from bot.cases.training import training_of
from bot.charts import Chart, Panel, drawn
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.slow import SlowCase
from bot.taps import Tap, Verb
from bot.views.charts import girth_panel, longest_panel, weeks_chart, weeks_panel, weight_panel
from coach.measuring import TAPE_LIMIT, Readings, measurings
from coach.summary import Week, weeks_back
from storage.measurements import measurements_of
from storage.outbox import newest_about

REF: Final = "picture"
EVERY: Final = dt.timedelta(minutes=1)
"""How often one may be drawn: nothing new is on it so soon."""
FEWEST: Final = 2
"""Weeks that make a picture."""
GIRTHS: Final = 2
"""Girths that are drawn at most: thigh and calf come first."""


def picture_button(desk: Desk, weeks: tuple[Week, ...]) -> tuple[Button, ...]:
    """What stands under progress in words, once there are weeks to draw."""
    if len(weeks) < FEWEST:
        return ()
    return (Button(desk.words("button.picture"), Tap(Verb.PROGRESS, desk.athlete_id)),)


def look(desk: Desk) -> Chart | None:
    """What there is to draw; ``None`` where there is too little, or it was drawn a moment ago."""
    weeks = _weeks(desk)
    if len(weeks) < FEWEST or _has_it(desk):
        return None
    panels = [weeks_panel(weeks, desk.words), *longest_panel(weeks, desk.words), *_measured(desk, weeks[0].start)]
    return weeks_chart(weeks, panels, desk.words)


def hand_over(desk: Desk, picture: bytes | None) -> None:
    """Send the picture, or say that there is none now."""
    if picture is not None:
        desk.send_photo(picture, "legwork-%Y-%m-%d.png", desk.words("picture.caption"), ref=REF)
    else:
        desk.say(Screen(desk.words(f"picture.{_why_none(desk)}")))


PICTURE: Final = SlowCase(look, drawn, hand_over)


def _why_none(desk: Desk) -> str:
    """Why no picture was made: logs may have gone, or grown old, since its button was shown."""
    if _has_it(desk):
        return "again"
    return "too_few" if len(_weeks(desk)) < FEWEST else "none"


def _weeks(desk: Desk) -> tuple[Week, ...]:
    return weeks_back(training_of(desk).history, desk.today)


def _has_it(desk: Desk) -> bool:
    return newest_about(desk.session, desk.chat_id, REF, desk.now - EVERY) is not None


def _measured(desk: Desk, first: dt.date) -> list[Panel]:
    """Weight and girths where they are this athlete's business and not hidden (S2, S4)."""
    if not may_see(desk):
        return []
    panels = [] if desk.owner.profile.get(HIDDEN) else weight_panel(_read(desk, "weight_kg"), first, desk.words)
    girths: Mapping[str, Readings] = {kind: measurings(_read(desk, kind)) for kind in TAPE_LIMIT}
    for kind in [kind for kind, found in girths.items() if len(found) > 1][:GIRTHS]:
        panels += girth_panel(kind, girths[kind], first, desk.words)
    return panels


def _read(desk: Desk, kind: str) -> Readings:
    return measurements_of(desk.session, desk.athlete_id, kind)
