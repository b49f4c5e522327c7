"""A time that somebody hopes to run is answered with what their results say today; it is no log and changes no pace."""

from typing import Final

from bot.cases.training import Training
from bot.conversations.amount import units_of
from bot.conversations.wishes.aims import aim_told
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.paces import predict
from coach.phrases import Distance, Duration
from coach.units import Metres, Seconds

_NEAR: Final = 1.02
"""A time at most two hundredths quicker than the results say is within reach."""
_FASTEST: Final = 0.5
"""A time of less than half of what the results say is a slip of a figure."""


def answer_aim(desk: Desk, training: Training, text: str) -> bool:
    """What the athlete's results say about the time they hope for; false where the words hope for none."""
    aim = aim_told(text, desk.owner.profile.get("goal"), units_of(desk.owner))
    if aim is None:
        return False
    told = {"distance": Distance(Metres(aim.metres)), "aim": Duration(Seconds(aim.seconds))}
    fitness = training.plan.fitness
    if fitness is None:
        desk.say(Screen(desk.words("aim.unknown", **told), (_settings(desk, "race"),)))
        return True
    now = round(predict(fitness, aim.metres))
    if aim.seconds < now * _FASTEST:
        return False
    key = "aim.near" if now <= aim.seconds * _NEAR else "aim.ahead"
    race_known = desk.owner.profile.get("race_date") is not None
    said = desk.words(key, now=Duration(Seconds(now)), **told)
    desk.say(Screen(said, () if race_known else (_settings(desk, "raceday"),)))
    return True


def _settings(desk: Desk, key: str) -> tuple[Button, ...]:
    return (Button(desk.words(f"label.{key}"), Tap(Verb.SETTING, desk.athlete_id, value=key)),)
