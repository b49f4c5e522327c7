"""How much the athlete runs now; of those who run, how far in a week and at a time, before the first plan is made.

One question in up to three cards, as the age is one in two: a plan for somebody who runs 40 km a week must not begin
with walking breaks only because nobody asked.
"""

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from bot.conversations.amount import units_of
from bot.conversations.choice import ProfileChoosing
from bot.conversations.question import Answer, Card, Choice, Draft, Given, Problem, Situation
from bot.conversations.running import DistanceMeasuring, LongestQuestion, WeeklyQuestion
from bot.conversations.typed.distances import longest_told, week_told
from bot.conversations.typed.plain import plain, words_of
from bot.conversations.typed.unsure import is_unsure
from bot.screens import in_rows
from bot.words import Words, words_for
from coach.phrases import Distance, phrase
from coach.profile import DistanceUnit
from coach.units import Metres
from storage.columns import Json
from storage.tables import Athlete, AthleteState

_LATELY: Final = ("weekly_distance_m", "longest_run_m")
_RUNNERS: Final = frozenset({"regular", "experienced"})
_WALKS: Final = frozenset({"walk", "walks", "walking", "walker"})
_RUNS: Final = frozenset({"run", "runs", "running", "ran", "jog", "jogs", "jogging", "jogged", "runner", "races"})
_RUNS_AS: Final = "runs"
_NOT_FOR_DECADES: Final = re.compile(
    r"\b(?:haven'?t|have not|didn'?t|did not|not|never)\b.*"
    r"\b(?:[1-9]\d|ten|fifteen|twenty|twenty five|thirty|forty) ?\+? ?(?:years?|yrs?)\b|\b(?:for|in) decades\b"
)
"""*Not since school, 30 years ago*: bones and tendons begin anew."""
_NEVER_REALLY: Final = re.compile(
    r"^(?:no|nah|nope|ha(?:ha)*|well|oh|um+|honestly)?[,.!]? ?(?:never|not) really\b(?! (?:regular|often|much|far))"
    r"|^(?:no|nope|nah)?[,.!]? ?never\b(?! (?:far|long|miss|stop|more))"
    r"|\bhated? (?:it|running|pe|sports?)\b.*\b(?:at|in) school\b"
    r"|\b(?:at|in) school\b.*\bhated\b|^only (?:at|in) school\b"
)
"""*Never really, at school I hated it*."""
_NOT_NOW: Final = re.compile(
    r"^(?:(?:well|yes|yeah|i|i'?ve|i have),? )*(?:used to run|ran|was running|did run)\b(?! (?:now|today)).*"
    r"\b(?:before(?! (?:work|school|breakfast|lunch|dinner))|once(?! an?\b| every| per)"
    r"|in the past|years? ago|back then|until|till|last (?:year|spring|summer|autumn|winter)|earlier)\b"
    r".*"
    r"\b(?:nothing|not|none|no|stopped|zero|haven'?t|don'?t|nada|0)\b"
)
"""*Ran before, nothing now*: it is not the first time."""
_UNITS: Final = "units"
_UNKNOWN: Final = "x"
_WEEKS_AT_ONCE: Final = 2
"""Usual weeks in one run: nobody runs more at a time, and a slip of a figure would make the plan dangerous."""
_STEPS: Final[tuple[DistanceMeasuring, ...]] = (WeeklyQuestion(), LongestQuestion())


class ExperienceQuestion(ProfileChoosing):
    """How much the athlete runs now."""

    key = "exp"
    field = "experience"
    spoken: ClassVar[Mapping[str, str]] = {
        "new": (
            "new|never|never run|never ran|ive never run|i dont run|dont run|do not run|beginner|total beginner|none|no"
            "|nothing|zero|not at all|i dont|starting|just starting|newbie|couch|no experience|not really|walk|walking"
            "|only walk|i walk a lot|hate running|cant run"
        ),
        "returning": (
            "returning|again|coming back|used to|used to run|i used to run|run before|before|long ago|restart"
            "|restarting|on and off|sometimes|a bit|a little|now and then|once in a while|getting back|few months|some"
            "|occasionally|rarely|not much|not often|havent run|havent run in years|not run in years|havent for years"
            "|in years|not in years|not for years|since school|not since|years ago|at school|in college|at uni|break"
            "|had a break|after a break|time off|injured|injury|since the baby|did couch to 5k|treadmill|last year"
        ),
        "regular": (
            "regular|regularly|most weeks|every week|weekly|six months|6 months|half a year|often|yes|a year|1 year"
            "|intermediate|a week|per week|each week|every day|daily|parkrun|every other day"
        ),
        "experienced": (
            "experienced|years|yrs|for years|many years|advanced|expert|long time|run a lot|running a lot"
            "|very experienced|several years|structured|trained|i race|racing|races|marathons|ultras|club|club runner"
            "|since i was|my whole life|all my life|decades"
        ),
    }

    def card(self, situation: Situation, words: Words) -> Card:
        """The four answers; then, of who runs, the week's distance and the longest run."""
        step = _open_step(situation.draft)
        if step is None:
            return super().card(situation, words)
        units = _units(situation)
        reader = words_for(words.language, units, html=words.html)
        choices = [Choice(step.shown(metres, reader), f"{metres:g}") for metres in step.offered(reader) if metres]
        other = DistanceUnit.KM if units is DistanceUnit.MI else DistanceUnit.MI
        last = (Choice(words("exp.unknown"), _UNKNOWN), Choice(words(f"exp.in_{other}"), str(other)))
        return Card(words(f"ask.exp.{step.key}"), (*in_rows(choices, step.width), last), follows=True)

    def read_tap(self, value: str, situation: Situation) -> Given:
        """One of the values; then a distance, that it is not known, or the other unit."""
        step = _open_step(situation.draft)
        if step is None or value in self.spoken:
            given = super().read_tap(value, situation)
            return self._asked_on(given, situation)
        if value in list(DistanceUnit):
            return Draft({**situation.draft, _UNITS: value})
        if value == _UNKNOWN:
            return self._noted(step, None, situation.draft)
        return self._checked(step, step.read_tap(value, situation), situation.draft)

    def read_text(self, text: str, situation: Situation) -> Given:
        """One of the values, by its words; then a distance. How often somebody walks says nothing of running."""
        step = _open_step(situation.draft)
        if step is not None:
            return self._told_distance(step, text, situation)
        said = set(words_of(text))
        never = _NOT_FOR_DECADES.search(plain(text)) or _NEVER_REALLY.search(plain(text))
        if (said & _WALKS and not said & _RUNS) or never:
            return Answer("new")
        if _NOT_NOW.search(plain(text)) and not re.search(r"\d", text):
            return self._with_distances(self._asked_on(Answer("returning"), situation), text, situation)
        return self._with_distances(self._asked_on(super().read_text(text, situation), situation), text, situation)

    def further_cards(self, situation: Situation) -> tuple[int, int]:
        """The two distances of who runs."""
        runs = situation.draft.get(_RUNS_AS) or self.value(situation.athlete)
        asked = len(_STEPS) if runs in _RUNNERS else 0
        step = _open_step(situation.draft)
        return (0 if step is None else _STEPS.index(step) + 1), asked

    def step_back(self, situation: Situation) -> Draft | None:
        """From the longest run to the week, from the week to the four answers."""
        draft, step = situation.draft, _open_step(situation.draft)
        if step is None:
            return None
        told = [one.field for one in _STEPS if one.field in draft]
        dropped = {told[-1]} if told else {_RUNS_AS}
        return Draft({key: known for key, known in draft.items() if key not in dropped})

    def reopened(self, athlete: Athlete) -> Json | None:
        """Who said how far they run comes back to the longest run."""
        runs, weekly = athlete.profile.get(self.field), athlete.profile.get(_STEPS[0].field)
        return {_RUNS_AS: runs, _STEPS[0].field: weekly} if runs in _RUNNERS else None

    def save(self, value: object, situation: Situation) -> None:
        """Who does not run has run nothing lately; whoever starts again is asked how far after the first plan."""
        told = value if isinstance(value, dict) else {self.field: value}
        super().save(told[self.field], situation)
        profile = situation.athlete.profile
        if told[self.field] == "new":
            situation.athlete.profile = {**profile, **dict.fromkeys(_LATELY, 0)}
            return
        kept = {key: known for key, known in profile.items() if key not in _LATELY or known}
        situation.athlete.profile = {**kept, **told}

    def told(self, athlete: Athlete, words: Words) -> str:
        """The answer; of somebody who trains by now, not that they do not run."""
        if self.value(athlete) == "new" and athlete.state != AthleteState.ONBOARDING:
            return words("told.exp.new")
        return super().told(athlete, words)

    def remark(self, athlete: Athlete, now: object, words: Words) -> str:  # noqa: ARG002 — the base class's shape
        """What the first week starts from."""
        weekly, longest = (athlete.profile.get(field) for field in _LATELY)
        if not weekly or not longest or athlete.state != AthleteState.ONBOARDING:
            return ""
        reader = words_for(words.language, units_of(athlete), html=words.html)
        return reader("exp.lately", weekly=Distance(Metres(int(weekly))), longest=Distance(Metres(int(longest))))

    def _asked_on(self, given: Given, situation: Situation) -> Given:
        """Who runs is asked how far, on the way to the first plan."""
        if not isinstance(given, Answer) or given.value not in _RUNNERS:
            return given
        if situation.athlete.state != AthleteState.ONBOARDING:
            return given
        return Draft({_RUNS_AS: given.value})

    def _told_distance(self, step: DistanceMeasuring, text: str, situation: Situation) -> Given:
        """A typed distance; who names miles is answered in miles from here on."""
        if is_unsure(text) or plain(text) in {"skip", "pass", "next"}:
            return self._noted(step, None, situation.draft)
        told = self._with_distances(Draft(dict(situation.draft)), text, situation)
        if not isinstance(told, Draft) or told.data != situation.draft:
            return told
        draft = _with_unit(situation.draft, text)
        metres = step.amount(text, _units(Situation(situation.athlete, situation.now, draft)))
        return step.unclear() if metres is None else self._checked(step, step.checked(metres), draft)

    def _with_distances(self, given: Given, text: str, situation: Situation) -> Given:
        """Distances told by name (*40k a week, longest 14*) are taken whichever of them is asked for."""
        if not isinstance(given, Draft):
            return given
        draft = _with_unit(given.data, text)
        units = _units(Situation(situation.athlete, situation.now, draft))
        for step, read in zip(_STEPS, (week_told, longest_told), strict=True):
            metres = read(text, units)
            told = None if metres is None else self._checked(step, step.checked(metres), draft)
            if isinstance(told, Problem | Answer):
                return told
            draft = draft if told is None else told.data
        return Draft(draft) if draft.keys() - {_UNITS} != given.data.keys() - {_UNITS} else given

    def _checked(self, step: DistanceMeasuring, given: Given, draft: Json) -> Given:
        """The distance, unless a single run would be longer than two usual weeks."""
        if not isinstance(given, Answer):
            return given
        told = {**draft, step.field: given.value}
        weekly, longest = (told.get(field) for field in _LATELY)
        if weekly and longest and longest > _WEEKS_AT_ONCE * weekly:
            far = {"longest": Distance(Metres(round(longest))), "weekly": Distance(Metres(round(weekly)))}
            return Problem(phrase("exp.too_long", **far))
        return self._noted(step, given.value, draft)

    def _noted(self, step: DistanceMeasuring, value: object, draft: Json) -> Given:
        """On to the next distance, or all of it as the answer."""
        told = {**draft, step.field: value}
        if _open_step(told) is not None:
            return Draft(told)
        answer = {self.field: told[_RUNS_AS], **{field: told[field] for field in _LATELY}}
        return Answer({**answer, _UNITS: told[_UNITS]} if _UNITS in told else answer)


def _with_unit(draft: Json, text: str) -> Json:
    """The draft in the unit that a text names."""
    unit = unit_named(text)
    return {**draft, _UNITS: unit} if unit else draft


def unit_named(text: str) -> DistanceUnit | None:
    """The unit of distance that a text names, ``None`` where it names none or both."""
    said = set(words_of(text))
    named = {unit for unit, names in _NAMES.items() if said & names}
    return named.pop() if len(named) == 1 else None


_NAMES: Final[Mapping[DistanceUnit, frozenset[str]]] = {
    DistanceUnit.MI: frozenset({"mi", "mile", "miles", "milers"}),
    DistanceUnit.KM: frozenset({"k", "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"}),
}


def _open_step(draft: Json) -> DistanceMeasuring | None:
    """Which distance is asked for now, ``None`` before and after."""
    if _RUNS_AS not in draft:
        return None
    return next((step for step in _STEPS if step.field not in draft), None)


def _units(situation: Situation) -> DistanceUnit:
    return DistanceUnit(situation.draft.get(_UNITS) or units_of(situation.athlete))
