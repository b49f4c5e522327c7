"""What beginners wonder about, answered in a few kind words, with the lesson that says more a tap away.

Only after nothing else took the message: a log, a pain or an illness in the same words comes first. What the athlete's
own plan and log answer (how fast, when, how far, may I walk, how much did I do) is answered from them.
"""

from typing import Final

from bot.cases.exercises import exercise
from bot.cases.from_fitness import FROM_FITNESS
from bot.cases.from_log import FROM_LOG
from bot.cases.from_plan import FROM_PLAN
from bot.cases.from_runs import FROM_RUNS
from bot.cases.training import Training
from bot.conversations.health import flags_of
from bot.conversations.typed.plain import plain
from bot.conversations.typed.wonders import topic_of
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.measuring import figures_suit

WITH_FIGURES: Final = frozenset({
    "weigh", "tape", "see", "thinner", "lose", "lose.wish", "spot", "bulky",
    "body.calories", "body.fasted", "body.supplements", "body.gain",
})  # fmt: skip
"""Answers that speak of weight, fat, centimetres or food; others hear their ``.plain`` form (S2, S3)."""
_FITTING: Final = frozenset({"leaner_legs", "general_fitness"})
"""The goals that fit a wish about weight."""
_KNOWN: Final = {**FROM_PLAN, **FROM_LOG, **FROM_RUNS, **FROM_FITNESS, "train.exercise": exercise}


def answer_wondering(desk: Desk, training: Training, text: str, reply_to: int) -> bool:
    """A few kind words on what somebody wonders about; false where we have none."""
    topic = topic_of(text)
    if topic is None:
        return False
    name, lesson = topic
    more = Button(desk.words("wonder.more"), Tap(Verb.LEARN, desk.athlete_id, value=lesson or ""))
    known = _KNOWN.get(name)
    said = known(desk, training, plain(text)) if known is not None else desk.words(f"wonder.{_form(desk, name)}")
    desk.say(Screen(said, ((more,),) if lesson else ()), reply_to=reply_to)
    return True


def answer_aside(desk: Desk, text: str) -> str:
    """A few words on what somebody wonders about before they have a plan; empty where a plan or a log is needed."""
    topic = topic_of(text)
    if topic is None or topic[0] in _KNOWN:
        return ""
    return desk.words(f"wonder.{_form(desk, topic[0])}")


def _form(desk: Desk, name: str) -> str:
    """Without figures of weight and girth for minors, and for those whom these figures harm.

    A goal that fits a wish is not offered to who has it.
    """
    if name in WITH_FIGURES and not figures_suit(desk.owner.profile.get("age"), flags_of(desk.owner)):
        return f"{name}.plain"
    aims = name == "lose.wish" and desk.owner.profile.get("goal") in _FITTING
    return f"{name}.has" if aims else name
