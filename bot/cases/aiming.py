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
from coach.reader.races import race_in
from coach.units import Metres, Seconds

_NEAR: Final = 1.02
"""A time at most two hundredths quicker than the results say is within reach."""
_FASTEST: Final = 0.5
"""A time of less than half of what the results say is a slip of a figure."""


def answer_aim(desk: Desk, training: Training, text: str) -> bool:
    """What the athlete's results say about the time they hope for; false where the words hope for none."""
    if race_in(text, desk.today, units_of(desk.owner)) is not None:
        return False  # the race comes first, and what is hoped for beside it
    said = aim_words(desk, training, text)
    if not said:
        return False
    known = "race_date" if training.plan.fitness is not None else "recent_race"
    asked = {"race_date": "raceday", "recent_race": "race"}[known]
    desk.say(Screen(said, () if desk.owner.profile.get(known) is not None else (_settings(desk, asked),)))
    return True


def aim_words(desk: Desk, training: Training | None, text: str, goal: object = None) -> str:
    """What is said of the time that words hope for, over ``goal``'s distance; empty where they hope for none."""
    aim = aim_told(text, goal or desk.owner.profile.get("goal"), units_of(desk.owner))
    if aim is None:
        return ""
    told = {"distance": Distance(Metres(aim.metres)), "aim": Duration(Seconds(aim.seconds))}
    fitness = training.plan.fitness if training is not None else None
    if fitness is None:
        return desk.words("aim.unknown", **told)
    now = round(predict(fitness, aim.metres))
    if aim.seconds < now * _FASTEST:
        return ""
    return desk.words("aim.near" if now <= aim.seconds * _NEAR else "aim.ahead", now=Duration(Seconds(now)), **told)


def _settings(desk: Desk, key: str) -> tuple[Button, ...]:
    return (Button(desk.words(f"label.{key}"), Tap(Verb.SETTING, desk.athlete_id, value=key)),)
