"""A health condition told in passing opens the health question with it ticked; what lifts it is asked there."""

from bot.conversations.asking import Talk, talk_at
from bot.conversations.flows import BY_KEY, Flow
from bot.conversations.health import UNMOVED, asking_doctor, flags_of
from bot.conversations.toggles import TICKED
from bot.conversations.typed.conditions import conditions_in
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.profile import HealthFlag

_OWN_WORDS = (HealthFlag.POSTPARTUM, HealthFlag.PREGNANT)


def answer_condition(desk: Desk, text: str) -> bool:
    """Open the health question for what was told; false where nothing was, or it is known already."""
    told, known = conditions_in(text), flags_of(desk.owner)
    if not told:
        return False
    question, talk = BY_KEY["health"], talk_at(desk)
    if set(told) <= set(known):
        setting = Button(desk.words("label.health"), Tap(Verb.SETTING, desk.athlete_id, value="health"))
        said = desk.words("condition.known", told=question.told(desk.owner, desk.words))
        desk.say(Screen(said, ((setting,),)))
        return True
    flags = [*known, *(flag for flag in told if flag not in known)]
    unmoved = UNMOVED.issuperset(flags)
    talk.keep_draft(question, {TICKED: flags} if unmoved else dict(asking_doctor(flags)))
    own = next((flag for flag in _OWN_WORDS if flag in told), "other")
    talk.ask(Flow.SETTINGS, question, head=desk.words(f"condition.{own}"))
    return True


def tick_for_later(talk: Talk, text: str) -> bool:
    """While another question is open on the way to a plan: what was told is ticked for the health question."""
    told, health = conditions_in(text), BY_KEY["health"]
    if not told or talk.flow is not Flow.ONBOARDING or talk.question is health:
        return False
    ticked = talk.situation(health).draft.get(TICKED, flags_of(talk.desk.owner))
    talk.keep_draft(health, {TICKED: [*ticked, *(flag for flag in told if flag not in ticked)]})
    return True
