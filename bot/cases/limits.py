"""How long sessions may be, told in words while nothing is open: the setting for it is a tap away."""

from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.phrases import Duration
from coach.reader.limits import limit_in
from coach.units import Seconds


def answer_limit(desk: Desk, text: str) -> bool:
    """Where the longest day of training is set; false where the words set no limit."""
    minutes = limit_in(text)
    if minutes is None:
        return False
    setting = Button(desk.words("label.min"), Tap(Verb.SETTING, desk.athlete_id, value="min"))
    desk.say(Screen(desk.words("limit.set", length=Duration(Seconds(minutes * 60))), ((setting,),)))
    return True
