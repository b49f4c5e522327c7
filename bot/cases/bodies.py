"""Height and sex that were told together with the weight are answers to questions of their own, and kept as such."""

from bot.conversations.asking import noted, talk_at
from bot.conversations.flows import BY_KEY
from bot.conversations.question import Answer
from bot.conversations.typed.bodies import read_body
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.words import Html


def learn_body(desk: Desk, text: str) -> None:
    """Keep the height and the sex in words that told a weight, and say so; nothing is said where nothing is new."""
    body = read_body(text)
    if body is None:
        return
    height = None if body.height_cm is None else f"{body.height_cm:g} cm"
    keys = [key for key, told in (("height", height), ("sex", body.sex)) if told and _is_new(desk, key, told)]
    if keys:
        lines = Html("\n".join(noted(desk, BY_KEY[key]) for key in keys))
        more = Button(desk.words("settings.all"), Tap(Verb.SETTING, desk.athlete_id))
        desk.say(Screen(desk.words("measure.body", lines=lines), ((more,),)))


def _is_new(desk: Desk, key: str, told: str) -> bool:
    """Answer a question with what was told; false where it is not asked of this athlete, or known to be so."""
    question, talk = BY_KEY[key], talk_at(desk)
    given = question.read_text(told, talk.situation(question))
    if not isinstance(given, Answer) or not question.applies(desk.owner):
        return False
    before = dict(desk.owner.profile)
    question.save(given.value, talk.situation(question))
    return desk.owner.profile != before
