"""The health questions (S1, S2): one card of toggles, and where anything is ticked, whether a doctor has said yes."""

import datetime as dt
import re
from typing import Final

from bot.conversations.choice import match_words
from bot.conversations.question import Answer, Card, Choice, Draft, Given, Problem, Situation
from bot.conversations.toggles import DONE, TICKED, Ticking, is_done
from bot.conversations.typed.plain import plain
from bot.conversations.typed.screening import FLAG_WORDS, screened
from bot.words import Words
from coach.phrases import Phrase
from coach.profile import HealthFlag
from coach.reader.conditional import is_conditional
from coach.reader.cut import cut
from storage.columns import Json
from storage.tables import Athlete

NONE: Final = "none"
_ASK_DOCTOR: Final = "doctor"
UNMOVED: Final = frozenset({HealthFlag.PREGNANT, HealthFlag.BETA_BLOCKER})
"""What a doctor's yes does not change (S2): walks and strength with the one, no heart rates with the other."""
_YES: Final = {
    "yes": "yes|yep|cleared|he did|she did|they did|ok from doctor|doctor said yes|i am|im cleared|yes cleared"
}
_NO: Final = {"no": "no|not yet|nope|not cleared|havent asked|not asked|dont know|i dont know|not sure"}

_AGREED: Final = re.compile(
    r"(?:(?:yes|yeah|yep|yup|ok|sure),? )*(?:(?:my |the )?(?:doctor|doc|gp|dr|physio)|he|she|they)"
    r"(?:'?s| is| are| was| says?| said| told me)"
    r"(?: (?:it|that|that'?s|it'?s|its|is|are|was|i|i'?m|im|am|all|both|totally|perfectly|training|running|jogging|yes"
    r"|exercise|exercising|to|can|run|jog|train|exercise"
    r"|walk(?:ing)? (?:and|n|&|or|plus)(?= run| jog)))*"
    r"(?: (?:fine|ok|okay|good|good to go|happy|yes|no problem|allowed)|(?<=can run)|(?<=can jog)|(?<=can train)"
    r"|(?<=to run)|(?<=to jog)|(?<=to train))"
    r"(?: with (?:it|that|this|me running|running|training))?"
)
"""*Yeah he said fine*, *doc is fine with it*; with a condition behind it is unclear."""
_LETTERS: Final = {"y": "yes", "n": "no"}
"""Answers only where nothing stands beside them: *walking n jogging* is no *no*."""
_GENTLY: Final = re.compile(
    r"[, ]*\b(?:(?:but|if|as long as|and|just)(?: to)? (?:i |you )?(?:take|go|start|keep|build)(?: it| up)? "
    r"(?:slow(?:ly)?|easy|steady|gently?|gradually)|no (?:problems?|restrictions?|issues?|limits?|worries))\b"
)
"""What makes no less of a yes: the plan begins gently by itself."""
_HELD_BACK: Final = re.compile(r"\b(?:stop|wait|avoid|rest)\b")
"""*Yes and she said stop* is no yes to training."""
_NO_MORE: Final = re.compile(
    r"(?:(?:no|nope|nah|sorry|actually)[, ]+)*(?:none|nothing)"
    r"(?: (?:of (?:these|those|them|that|the above)|applies|any ?more|now|to watch|wrong))+"
    r"|(?:no|not|nope),? (?:any ?more|now)|(?:i(?:'?m| am) )?(?:all )?(?:healthy|fine|good) now"
)
"""Words that take ticks off again: *none of these*, *not any more*; *no that's all* leaves them, and so does *no*."""
_UNCLEAR_DOCTOR: Final = Problem(Phrase("hint.health.doctor"), meant=False)


class HealthQuestion(Ticking):
    """The screening. Its answer is the profile's ``health`` object."""

    key = "health"
    field = "health"
    values = tuple(str(flag) for flag in FLAG_WORDS)
    width = 1

    def saved(self, situation: Situation) -> list[str]:
        """The flags as they stand in the profile."""
        return flags_of(situation.athlete)

    def card(self, situation: Situation, words: Words) -> Card:
        """The conditions; then, of those with any, whether a doctor has said yes."""
        if situation.draft.get(_ASK_DOCTOR):
            choices = (Choice(words("health.cleared"), "yes"),), (Choice(words("health.not_cleared"), "no"),)
            return Card(words("ask.health.doctor"), (*choices, (Choice(words("health.again"), "again"),)), follows=True)
        ticked = self.ticked(situation)
        last = Choice(words("health.done"), DONE) if ticked else Choice(words("health.none"), NONE)
        rows = self.tick_rows(situation, words)
        return Card(words("ask.health"), (*rows, (last,)) if ticked else ((last,), *rows))

    def read_tap(self, value: str, situation: Situation) -> Given:
        """None at all, a tick, Done, or what the doctor says."""
        ticked = self.ticked(situation)
        if value == NONE:
            return Answer({"flags": [], "cleared": False})
        if value == "again":
            return Draft({TICKED: ticked})
        if value in {"yes", "no"}:
            return self._about_doctor(ticked, cleared=value == "yes")
        return super().read_tap(value, situation)

    def finish(self, ticked: list[str], situation: Situation) -> Given:  # noqa: ARG002 — the base class's shape
        """The doctor is asked about where the answer changes the plan."""
        if not UNMOVED.issuperset(ticked):
            return Draft({TICKED: ticked, _ASK_DOCTOR: True})
        return Answer({"flags": ticked, "cleared": False})

    def read_text(self, text: str, situation: Situation) -> Given:
        """None, conditions by name, or yes and no to the question about the doctor."""
        ticked = self.ticked(situation)
        if situation.draft.get(_ASK_DOCTOR):
            said = _doctor_says(text)
            return _UNCLEAR_DOCTOR if said is None else self._about_doctor(ticked, cleared=said == "yes")
        if ticked and is_done(text):
            return self.finish(ticked, situation)
        told = screened(text)
        if told.flags:
            return Draft({TICKED: [flag for flag in self.values if flag in told.flags or flag in ticked]})
        if ticked and told.denied and not _NO_MORE.fullmatch(plain(text)):
            return self.finish(ticked, situation)
        if told.denied:
            return Answer({"flags": [], "cleared": False} | ({"worry": told.worry} if told.worry else {}))
        return Problem(Phrase("hint.health.worry"), meant=True) if told.worry else self.unclear()

    def step_back(self, situation: Situation) -> Draft | None:
        """From the doctor to the conditions."""
        return Draft({TICKED: self.ticked(situation)}) if situation.draft.get(_ASK_DOCTOR) else None

    def reopened(self, athlete: Athlete) -> Json | None:
        """Who ticked something comes back to the doctor."""
        flags = flags_of(athlete)
        return None if UNMOVED.issuperset(flags) else dict(asking_doctor(flags))

    def known(self, athlete: Athlete) -> bool:
        """Whether the screening was answered."""
        return isinstance(self.value(athlete), dict)

    def told(self, athlete: Athlete, words: Words) -> str:
        """What was ticked, and whether a doctor has said yes."""
        if not self.known(athlete):
            return words("told.unknown")
        flags = flags_of(athlete)
        if not flags:
            return words("health.told.none")
        listed = ", ".join(words(f"told.health.{flag}") for flag in flags)
        return words("health.told.cleared" if self._cleared(athlete) else "health.told.open", flags=listed)

    def remark(self, athlete: Athlete, now: dt.datetime, words: Words) -> str:  # noqa: ARG002 — the base class's shape
        """What a flag means for the plan."""
        flags = flags_of(athlete)
        if not flags:
            return self._about_worry(athlete, words)
        if HealthFlag.PREGNANT in flags:
            return words("health.remark.pregnant")
        if not self._cleared(athlete) and not UNMOVED.issuperset(flags):
            return words("health.remark.walk")
        return words("health.remark.beta_blocker") if HealthFlag.BETA_BLOCKER in flags else ""

    def _about_worry(self, athlete: Athlete, words: Words) -> str:
        """A kind answer to what somebody is afraid of, though nothing is wrong."""
        value = self.value(athlete)
        worry = value.get("worry") if isinstance(value, dict) else None
        if not worry:
            return ""
        return words("health.worry.knees" if "knee" in str(worry).lower() else "health.worry")

    def _cleared(self, athlete: Athlete) -> bool:
        value = self.value(athlete)
        return isinstance(value, dict) and bool(value.get("cleared"))

    def _about_doctor(self, ticked: list[str], *, cleared: bool) -> Given:
        return Answer({"flags": ticked, "cleared": cleared and bool(ticked)})


def _doctor_says(text: str) -> str | None:
    """*yes* or *no*; ``None`` where it is neither, or a yes that hangs on something (*yes but only walking*)."""
    said = _GENTLY.sub("", plain(text))
    if _AGREED.fullmatch(said):
        return "yes"
    told = _LETTERS.get(said) or match_words(said, _NO) or match_words(said, _YES)
    held_back = _HELD_BACK.search(said) is not None or is_conditional(cut(said).tokens)
    return None if told == "yes" and held_back else told


def flags_of(athlete: Athlete) -> list[str]:
    """The health flags in the profile."""
    health = athlete.profile.get("health")
    flags = health.get("flags") if isinstance(health, dict) else None
    return [str(flag) for flag in flags] if isinstance(flags, list) else []


def awaited(athlete: Athlete) -> list[str]:
    """The flags that wait for a doctor's yes; none where there was one already, or where it changes nothing (S2)."""
    health, flags = athlete.profile.get("health"), flags_of(athlete)
    cleared = isinstance(health, dict) and bool(health.get("cleared"))
    return [] if cleared or UNMOVED.issuperset(flags) else flags


def asking_doctor(flags: list[str]) -> dict[str, object]:
    """The draft with which the health question asks for the doctor's word at once."""
    return {TICKED: flags, _ASK_DOCTOR: True}
