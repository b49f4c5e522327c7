"""Things and kinds of training told in words: ``got a pair of dumbbells``, ``no gym this week``."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from bot.conversations.wishes.wording import is_told

_THINGS: Final[Mapping[str, str]] = {
    "dumbbells": r"dumb ?bells?|kettle ?bells?|free weights|hand weights|set of weights",
    "band": r"(?:resistance |elastic |exercise )?bands?|theraband",
    "step": r"step ?(?:board|bench|box)?|stepper|aerobic step",
    "gym": r"gym(?: membership)?|barbell|fitness (?:studio|club)",
}
_SPORTS: Final[Mapping[str, str]] = {
    "cycling": r"(?:road |exercise |spin |new )*bike|bicycle|cycling|spinning|peloton",
    "swimming": r"swimming|swim|pool",
}
_GAIN: Final = re.compile(
    r"\b(?:got|bought|have|ive got|own|joined|signed up (?:for|at)|ordered|borrowed|can use"
    r"|access to|found|been given|add|there(?:s| is)"
    r"|back at|back in)\b"
)
_LOSS: Final = re.compile(
    r"\b(?:no (?:more )?|dont have (?:a |any |the |my )?|do not have |havent got |sold (?:my )?|lost (?:my )?"
    r"|without (?:a |the |my )?"
    r"|cancel(?:l?ed)? (?:my |the )?|quit (?:my |the )?|left (?:my |the )?|cant (?:get to|use|go to) (?:a |the |my )?"
    r"|no access to (?:a |the |my )?|broke(?:n)? (?:my )?)$"
)
_SHUT: Final = re.compile(r"^ (?:is |are |has |was )?(?:closed|shut|broken|gone|away|not available|unavailable)\b")
_BACK: Final = re.compile(r"^ (?:again|(?:is|are) (?:open|back)|open(?:ed)? again|reopened)\b")
_STRENGTH: Final = (
    r"(?:strength(?: (?:training|work|sessions?|workouts?|stuff|exercises?))?|weight training|weights sessions?)"
)
_NO_STRENGTH: Final = re.compile(
    rf"\b(?:no(?: more)?|without|stop(?: the)?|drop(?: the)?|remove(?: the)?|leave out(?: the)?|skip all"
    rf"|dont want(?: any)?(?: more)?"
    rf"|get rid of(?: the)?|hate(?: the)?|take out(?: the)?) {_STRENGTH}"
    r"(?: (?:any ?more|from now on|at all|from my plan|for me|now|please|its boring"
    r"|(?:because |cos |as )?i (?:really |just )?(?:hate|dislike|cant stand|dont like) (?:it|them|that|those)))*$"
)
_TIMES: Final = r"(?:once|twice|[1-7](?: ?x| times?)?)"
_COUNTED: Final = re.compile(
    rf"\b(?:(?P<a>{_TIMES}) (?:a week |of )?{_STRENGTH}|{_STRENGTH} (?:only )?(?P<b>{_TIMES}))\b"
    r"(?! ?(?:x|min|reps|sets))"
)
_NAMED: Final = {"once": 1, "twice": 2}
_MORE: Final = re.compile(
    rf"\b(?:add|more|bring back|start|want(?: to do)?|include|put in|another)"
    rf" (?:some |the |more |a )*{_STRENGTH}\b"
)
_LESS: Final = re.compile(rf"\b(?:less|fewer|too much) {_STRENGTH}\b")
_FEW: Final = 8
"""Words; what is longer says more than this."""


def equipment_wished(said: str, known: Collection[str]) -> list[str] | None:
    """What stands ready for strength work as it would be; ``None`` where the words say nothing of it."""
    return _gathered(said, _THINGS, known)


def sports_wished(said: str, known: Collection[str]) -> list[str] | None:
    """The other sports as they would be; a *bike* that was bought, no bike any more."""
    bought = re.search(
        r"\b(?:bought|got (?:a|my)|have a|joined|sold|no (?:more )?(?:bike|pool|cycling|swimming))\b", said
    )
    return _gathered(said, _SPORTS, known) if bought else None


def _gathered(said: str, named: Mapping[str, str], known: Collection[str]) -> list[str] | None:
    """What is known with what was gained and without what was lost; ``None`` where nothing is told of either."""
    gained, lost = set[str](), set[str]()
    for thing, spoken in named.items():
        found = re.search(rf"\b(?:{spoken})\b", said)
        if found is None:
            continue
        before, after = said[: found.start()], said[found.end() :]
        if _BACK.search(after):
            gained.add(thing)
        elif _LOSS.search(before) or _SHUT.search(after):
            lost.add(thing)
        elif _GAIN.search(before) and not is_told(before) and not re.search(r"\b(?:day|session|ride|hours?)\b", after):
            gained.add(thing)
    if not gained | lost:
        return None
    return [*(thing for thing in known if thing not in lost), *(thing for thing in named if thing in gained - {*known})]


def is_without_gym(said: str) -> bool:
    """Whether there is no gym: ``no gym this week``, ``the gym is closed``."""
    found = re.search(rf"\b(?:{_THINGS['gym']})\b", said)
    return found is not None and bool(_LOSS.search(said[: found.start()]) or _SHUT.search(said[found.end() :]))


def strength_wished(said: str, known: int) -> int | None:
    """How often a week strength is wanted; ``None`` where the words say nothing of it."""
    if is_told(said) or len(said.split()) > _FEW or re.search(r"\b(?:today|tonight|tomorrow|this week)\b", said):
        return None
    if _NO_STRENGTH.search(said):
        return 0
    if counted := _COUNTED.search(said):
        return _NAMED.get(counted["a"] or counted["b"]) or int((counted["a"] or counted["b"])[0])
    if _LESS.search(said):
        return max(0, known - 1)
    return min(2, known + 1) if known and _MORE.search(said) else 2 if _MORE.search(said) else None
