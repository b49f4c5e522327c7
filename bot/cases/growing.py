"""Somebody has outgrown the experience they once stated: asked once at the week's review, changed by a tap only."""

import datetime as dt
from typing import Final

from bot.cases.plans import changed
from bot.cases.training import Training
from bot.conversations.asking import talk_at
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.errors import StaleButton
from coach.growing import LATELY, next_level
from coach.profile import Experience
from coach.summary import summarise
from storage.logs import history_of

KEEP: Final = "keep"
_OFFERED: Final = "levels_offered"
WEEKS: Final = 4
_LADDER: Final = tuple(Experience)
"""Least experience first: a tap moves up only, however old its button is."""


def offer_level(desk: Desk, training: Training) -> bool:
    """Ask whether to move on, once for each level; whether it was asked."""
    level = next_level(training.profile, training.history, desk.today)
    talk = talk_at(desk)
    offered = list(talk.row.data.get(_OFFERED, ()))
    if level is None or level in offered:
        return False
    talk.remember(**{_OFFERED: [*offered, str(level)]})
    row = tuple(
        Button(desk.words(f"level.{label}"), Tap(Verb.LEVEL, desk.athlete_id, value=value))
        for label, value in (("yes", str(level)), ("no", KEEP))
    )
    desk.say(Screen(desk.words(f"level.offer.{level}"), (row,)))
    return True


def level_chosen(desk: Desk, tapped: Tapped) -> None:
    """Moved on: what was run in the last four weeks is what the plan now starts from. Or all stays as it is.

    A button of a level that is reached already, or passed, changes nothing.

    Raises:
        StaleButton: nobody was offered such a level.
    """
    profile, wanted = desk.owner.profile, tapped.tap.value
    offered = [str(level) for level in talk_at(desk).row.data.get(_OFFERED, ())]
    if not offered or wanted not in {KEEP, *offered}:
        raise StaleButton
    if _LADDER.index(profile["experience"]) >= _LADDER.index(offered[-1] if wanted == KEEP else wanted):
        desk.toast(tapped.query_id, desk.words("level.already"))
        return
    desk.toast(tapped.query_id)
    if wanted == KEEP:
        desk.show(Screen(desk.words("level.kept")), message_id=tapped.message_id)
        return
    month = summarise(history_of(desk.session, desk.athlete_id), desk.today - LATELY + dt.timedelta(days=1), desk.today)
    lately = {"weekly_distance_m": month.distance_m // WEEKS, "longest_run_m": int(month.longest_run_m)}
    known = {key: max(metres, profile.get(key) or 0) for key, metres in lately.items()}
    desk.owner.profile = {**profile, "experience": wanted, **known}
    desk.show(Screen(desk.words(f"level.chosen.{wanted}")), message_id=tapped.message_id)
    changed(desk, "exp")
