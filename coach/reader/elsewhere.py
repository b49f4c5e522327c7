"""Requests to delete that are of no log: of a plan, a goal, a setting, a button, a measurement; and mere questions."""

import datetime as dt

from coach.profile import DistanceUnit
from coach.reader.facts import Context, Hurting, Tokens
from coach.reader.scan import scan
from coach.reader.target import LAST, Target
from coach.reader.tokens import END
from coach.reader.vocabulary.days import WEEKDAYS
from coach.reader.vocabulary.wordlist import bag

WRITTEN = bag("log logs entry entries record records card cards")
"""What is only ever a line of a log; sessions and workouts are planned as well."""
_PLANS = bag(
    "plan plans planned schedule goal goals days setting settings button buttons message messages reminder reminders "
    "prompt prompts"
)
FIGURES = bag("weight weights waist thigh thighs calf cm kg kgs kilos lb lbs pounds measurement measurements figure")
"""Words for what is measured of a body."""
_MAY = bag("can could should may must")
_ANY_DAY = Context(dt.date(2000, 1, 1), DistanceUnit.KM)


def is_of_plans(sentence: Tokens) -> bool:
    """``delete my 5k goal``, ``remove sunday from my days``, ``cancel the last session of the week``."""
    words = [token.text for token in sentence]
    week = any(words[k : k + 3] in (["of", "the", "week"], ["of", "this", "week"]) for k in range(len(words)))
    return week or not _PLANS.isdisjoint(words)


def is_of_figures(target: Target, tokens: Tokens) -> bool:
    """Whether a measurement is named, and neither an activity nor an ache."""
    if target.activity is not None or target.kind is not None or FIGURES.isdisjoint([token.text for token in tokens]):
        return False
    return not any(isinstance(fact, Hurting) for fact in scan([*tokens, END, END, END, END], _ANY_DAY))


def is_asked(sentence: Tokens, verb: int) -> bool:
    """``can i delete the 5k?``: a question and no request; ``can you delete it?`` is one."""
    before = {token.text for token in sentence[:verb]}
    return "i" in before and not _MAY.isdisjoint(before) and not before & {"you", "u"}


def has_bare_weekday(tokens: Tokens) -> bool:
    """Whether a weekday is named, and not as the last one."""
    return any(
        token.text in WEEKDAYS and (k == 0 or tokens[k - 1].text not in LAST | {"past"})
        for k, token in enumerate(tokens)
    )
