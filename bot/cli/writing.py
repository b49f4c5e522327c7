"""A plan as one line of JSON, written from remembered pieces: plans share most of their steps and sentences.

The result is the document of ``coach.documents.plan_document``, byte for byte what ``json`` would write of it; building
that document for every plan takes several times as long as planning it.
"""

import json
from functools import lru_cache

from bot.words import Words
from coach.documents import plan_head, step_document
from coach.plan import Plan, Week
from coach.session import Session, Size, Step, Target

MOST_PIECES = 10_000
"""Steps, and shorter sizes, remembered before starting afresh; together they take some five megabytes."""


def write(document: object) -> str:
    """One document on one line, as short as JSON gets."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


class PlanWriter:
    """Writes plans in the words of one language and one system of units."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._steps: dict[int, tuple[Step, str]] = {}
        self._sizes: dict[int, tuple[tuple[Size, ...], str]] = {}

    def line(self, plan: Plan) -> str:
        """The plan's document without a line end."""
        head = write(plan_head(plan, self._words.say))
        weeks = ",".join([self._week(week) for week in plan.weeks])
        return f'{head[:-1]},"weeks":[{weeks}]}}'

    def _week(self, week: Week) -> str:
        sessions = ",".join([self._session(session) for session in week.sessions])
        return (
            f'{{"index":{week.index},"start":"{week.start}","phase":"{week.phase}",'
            f'"distance_m":{week.distance_m},"sessions":[{sessions}]}}'
        )

    def _session(self, session: Session) -> str:
        say = self._words.say
        metres = "null" if session.distance_m is None else session.distance_m
        return (
            f'{{"date":"{session.date}","kind":"{session.kind}","title":{_text(say(session.title))},'
            f'"minutes":{session.minutes},"distance_m":{metres},"intensity":"{session.intensity}",'
            f'"target":{_target(session.target)},"steps":[{",".join([self._step(step) for step in session.steps])}],'
            f'"why":{_text(say(session.why))},"shorter":[{self._shorter(session.shorter)}]}}'
        )

    def _shorter(self, sizes: tuple[Size, ...]) -> str:
        known = self._sizes.get(id(sizes))
        if known is not None and known[0] is sizes:
            return known[1]
        if len(self._sizes) >= MOST_PIECES:
            self._sizes.clear()
        text = ",".join(
            [f'{{"minutes":{size.minutes},"title":{_text(self._words.say(size.title))}}}' for size in sizes]
        )
        self._sizes[id(sizes)] = (sizes, text)
        return text

    def _step(self, step: Step) -> str:
        known = self._steps.get(id(step))
        if known is not None and known[0] is step:
            return known[1]
        if len(self._steps) >= MOST_PIECES:
            self._steps.clear()
        text = write(step_document(step, self._words.say))
        self._steps[id(step)] = (step, text)
        return text


@lru_cache(maxsize=8)
def writer_for(words: Words) -> PlanWriter:
    """The writer that remembers for these words."""
    return PlanWriter(words)


@lru_cache(maxsize=16_384)
def _text(sentence: str) -> str:
    return write(sentence)


@lru_cache(maxsize=8192)
def _target(target: Target) -> str:
    return write({"rpe": target.rpe, "pace_s_per_km": target.pace_s_per_km, "hr_bpm": target.hr_bpm})
