"""What somebody tells before it is asked: ``i'm anna, 46, want leaner legs, tue thu sun work for me``.

Read more strictly than answers: nobody asked, so only what can mean nothing else counts. Health never comes from here.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from bot.conversations.amount import units_of
from bot.conversations.basics import ADULT, too_young
from bot.conversations.choice import is_log_like, match_words
from bot.conversations.flows import BY_KEY
from bot.conversations.goal import GoalQuestion, goals_named
from bot.conversations.habits import EquipmentQuestion
from bot.conversations.minutes import two_lengths
from bot.conversations.places.zones import zones_named
from bot.conversations.question import Answer, Given, ProfileQuestion, Question, Situation
from bot.conversations.running import RACE_GOALS, today_of
from bot.conversations.typed.ages import age_told
from bot.conversations.typed.amounts import read_minutes
from bot.conversations.typed.clock import read_time
from bot.conversations.typed.days import days_within
from bot.conversations.typed.plain import plain
from bot.conversations.typed.races import read_date
from bot.conversations.wishes.hours import hour_wished
from bot.conversations.wishes.wording import even
from coach.profile import WEEKDAYS
from coach.reader.races import race_in

_LONGEST: Final = 200
_NEVER_RAN: Final = re.compile(
    r"\b(?:(?:never|don'?t|do not) (?:really )?(?:run|ran|jog|jogged)|never been running"
    r"|(?:total |complete |absolute )?(?:beginner|newbie)|(?:haven'?t|have not|not) run since school)\b"
)
_A_DAY: Final = re.compile(
    r"\b((?:\d{2,3}|half an|an|thirty|forty|forty[- ]five|sixty) ?(?:min\w*|hour))"
    r" (?:a|per|each|every) (?:day|session|time|workout)\b"
)
_WALKS: Final = re.compile(r"\bi (?:mostly |usually |only |just |already )?walk\b")
"""*I walk the dog half an hour every day* is a habit, and no room for training."""
_WEEKS: Final = re.compile(r"\b(?:week ?days?|weekends?|(?:in|during) the week)\b")
_THINGS: Final = (
    r"(?:dumb ?bells?|kettle ?bells?|weights|(?:resistance |elastic )?bands?|step(?:s|per)?|stairs|gym|bench|box)"
)
_OWN: Final = re.compile(
    rf"^(?:(?:a|an|my|the|some|two|and|or|plus|with|just|only|at) |[\d ,+&/]+|{_THINGS}[ ,+&/]*)*{_THINGS}$"
    rf"|\b(?:i(?:'ve| have)(?: got)?|i got|i own|i could use|i can use|there(?:'s| is))\b.*\b{_THINGS}\b"
)
"""Things at hand for strength work, alone or owned; *did weights* is training."""
_NONE: Final = re.compile(r"\b(?:no|not|never|without|don'?t|hate|used to)\b")
_PUTS_RIGHT: Final = re.compile(
    r"\b(?:wrong|not (?:right|true)|(?:i )?meant|i mean|correct(?:ion)?|mistake|mistyped|typo|should be|actually"
    r"|sorry)\b"
)
_HOUR: Final = re.compile(
    r"(?:(?:maybe|like|about|around|at|probably|best|rather|better|write|message|text|me|i'?d say|say) )*"
    r"(?P<time>\d{1,2}(?:[:.]\d\d)? ?"
    r"(?:am|pm|(?:in the|every|each) (?:morning|evening|afternoon)))"
    r"(?: (?:before|after|when|once|if) .*| please| is (?:good|best|fine|great|ok))*"
)
_SEX: Final = re.compile(
    r"(?:\b\d{2},? ?(?:year old |yo |y/o )?(?:and )?|\b(?:i'?m|i am) (?:an? )?(?:\d{2},? (?:year old )?)?)"
    r"(?P<sex>female|male|woman|man)\b|\b\d{2} ?(?P<letter>f)\b"
)
"""``38, female``, ``38f``, ``i'm a woman``; ``45 m`` may be minutes."""
_WEIGHT: Final = re.compile(
    r"(?<![\d.,])\d{2,3}(?:[.,]\d)? ?(?:kgs?|kilos?|lbs?|pounds|st(?:one)?(?: \d{1,2}(?: ?lbs?)?)?)\b"
)
_HEIGHT: Final = re.compile(
    r"(?<![\d.,])(?:1\d\d ?cm|[12][.,]\d\d ?m"
    r"|[4-7] ?(?:'|ft|foot|feet) ?\d{1,2}(?: ?(?:\"|''|in|inch(?:es)?))?)(?![a-z\d])"
)
_NO_BODY: Final = re.compile(
    r"\b(?:los\w+|lost|drop\w*|gain\w*|lift\w*|dumb ?bells?|kettle ?bells?|bar|squats?|weights|goal|target|down to"
    r"|under|less|until|used to|eating|anorexi\w+|bulimi\w+)\b"
    r"|\b(?:(?:want|like|need|hope) to (?:be|weigh|hit)|(?:get|go|back) to|reach|was|were)"
    r"(?: (?:about|around|maybe|like))? \d{2,3}\b"
)
"""Beside these a mass is one to be lifted, lost or left alone (S3)."""
_LIVES: Final = re.compile(
    r"\b(?:i )?(?:live|living|based|i'?m) (?:in|near) (?P<place>[a-z][a-z .-]*?)(?=,|$| and | but | so )"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE: Final = re.compile(
    r"(?:(?:it'?s|its|is|the|race|day|date|that'?s) )*(?:on )?"
    rf"(?P<day>(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
)
_UNIT: Final = re.compile(
    r"(?:(?:in|use|i (?:use|prefer|think in|like|want)|can (?:we|you) use|and|but|make it) )*"
    r"(?P<unit>miles|mi|kilomet(?:er|re)s|kms?)(?: (?:please|pls|plz|not \w+|instead))*"
)
Asked = Callable[[str, Situation], Given | None]


def told_ahead(
    text: str, open_question: Question, situations: Callable[[Question], Situation]
) -> list[tuple[Question, Given]]:
    """The answers in a text to questions that are still to come, in their order.

    Who says that something was wrong (*age is wrong, i'm 31*) answers anew what was answered already.
    """
    if len(text) > _LONGEST or (is_log_like(text) and _hour_told(text) is None):
        return []
    found, puts_right = [], _PUTS_RIGHT.search(plain(text)) is not None
    for key, read in _READERS.items():
        question = BY_KEY[key]
        situation = situations(question)
        known = question.known(situation.athlete) and not _was_skipped(question, situation)
        if question is open_question or (known and not puts_right):
            continue
        given = read(text, situation)
        if given is not None:
            found.append((question, given))
    return found


def _was_skipped(question: Question, situation: Situation) -> bool:
    """Whether a question was passed over: what is told of it later is taken all the same."""
    return isinstance(question, ProfileQuestion) and question.value(situation.athlete) is None


def _goal(text: str, situation: Situation) -> Given | None:
    """A goal, where the words name one and no second."""
    if len(goals_named(text)) != 1:
        return None
    given = GoalQuestion().read_text(text, situation)
    return given if isinstance(given, Answer) else None


def _experience(text: str, situation: Situation) -> Given | None:  # noqa: ARG001 — the shape of a reader
    """That somebody does not run yet; whoever runs is asked, for how far comes with it."""
    return Answer("new") if _NEVER_RAN.search(plain(text)) else None


def _age(text: str, situation: Situation) -> Given | None:
    """An age; a child's is the kind no."""
    years = age_told(text)
    given = None if years is None else BY_KEY["age"].read_text(str(years), situation)
    return given if isinstance(given, Answer) or given == too_young() else None


def _sex(text: str, situation: Situation) -> Given | None:  # noqa: ARG001 — the shape of a reader
    """Female or male, beside an age or said of oneself."""
    found = _SEX.search(plain(text))
    return None if found is None else Answer("female" if (found["sex"] or found["letter"])[0] in "fw" else "male")


def _weight(text: str, situation: Situation) -> Given | None:
    """What an adult weighs: the one mass in the message, which is neither lifted nor lost."""
    return None if _NO_BODY.search(plain(text)) else _of_body(text, situation, "weight", _WEIGHT)


def _height(text: str, situation: Situation) -> Given | None:
    """How tall an adult is."""
    return _of_body(text, situation, "height", _HEIGHT)


def _of_body(text: str, situation: Situation, key: str, shape: re.Pattern[str]) -> Given | None:
    """The one figure of this shape; of nobody who is, or may be, under 18 (S2)."""
    found, age = shape.findall(plain(text)), age_told(text) or situation.athlete.profile.get("age") or 0
    if len(found) != 1 or int(age) < ADULT:
        return None
    given = BY_KEY[key].read_text(found[0], situation)
    return given if isinstance(given, Answer) else None


def _zone(text: str, situation: Situation) -> Given | None:
    """The clock of the one place where somebody says that they live."""
    found = _LIVES.search(plain(text))
    zones = zones_named(found["place"], situation.now, forgiving=False) if found is not None else []
    return Answer(zones[0]) if len(zones) == 1 else None


def _days(text: str, situation: Situation) -> Given | None:  # noqa: ARG001 — the shape of a reader
    """Two days or more, none of them excluded, and none of which only the minutes are told."""
    said = _NEVER_RAN.sub(" ", plain(text))
    found = None if _WEEKS.search(said) and two_lengths(said) else days_within(said)
    if found is None or found[1] or len(found[0]) < 2:
        return None
    return Answer([str(day) for day in WEEKDAYS if day in found[0]])


def _minutes(text: str, situation: Situation) -> Given | None:
    """Minutes *a day* or *each time*, or of weekdays and weekends."""
    if _WEEKS.search(plain(text)) and two_lengths(text) is not None:
        given = BY_KEY["min"].read_text(text, situation)
        return given if isinstance(given, Answer) else None
    length = _A_DAY.search(plain(text))
    if length is None or read_minutes(length[1]) is None or _WALKS.search(plain(text)):
        return None
    given = BY_KEY["min"].read_text(length[1], situation)
    return given if isinstance(given, Answer) else None


def _equipment(text: str, situation: Situation) -> Given | None:
    """What stands ready for strength work, named alone or as owned."""
    said = plain(text)
    if _OWN.search(said) is None or _NONE.search(said) or not match_words(text, EquipmentQuestion.spoken):
        return None
    given = BY_KEY["equip"].read_text(text, situation)
    return given if isinstance(given, Answer) else None


def _hour_told(text: str) -> int | None:
    """Minutes after midnight of an hour that only the daily message can have: ``6.30am``, ``7 in the morning``."""
    said = plain(text)
    told = _HOUR.fullmatch(said)
    return hour_wished(even(text)) if told is None else read_time(told["time"])


def _time(text: str, situation: Situation) -> Given | None:  # noqa: ARG001 — the shape of a reader
    """When to write."""
    minute = _hour_told(text)
    return None if minute is None else Answer(minute)


def _race_day(text: str, situation: Situation) -> Given | None:
    """The day of a race, once the goal is known: named as one, or alone where the goal is a race."""
    today, goal = today_of(situation), situation.athlete.profile.get("goal")
    if goal is None:
        return None
    race = race_in(text, today, units_of(situation.athlete))
    day = race.day if race is not None and race.ahead else None
    if day is None and goal in RACE_GOALS and _DATE.fullmatch(plain(text)):
        day = read_date(_DATE.sub(r"\g<day>", plain(text)), today)
    given = None if day is None else BY_KEY["raceday"].read_tap(day.isoformat(), situation)
    return given if isinstance(given, Answer) else None


def _units(text: str, situation: Situation) -> Given | None:  # noqa: ARG001 — the shape of a reader
    """Miles or kilometres, and nothing else in the message."""
    told = _UNIT.fullmatch(plain(text))
    return None if told is None else Answer("mi" if told["unit"].startswith("mi") else "km")


_READERS: Final[Mapping[str, Asked]] = {
    "goal": _goal, "exp": _experience, "age": _age, "days": _days, "min": _minutes, "time": _time, "equip": _equipment,
    "raceday": _race_day, "units": _units, "sex": _sex, "zone": _zone, "weight": _weight, "height": _height,
}  # fmt: skip
