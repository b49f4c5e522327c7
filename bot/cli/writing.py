"""A plan as one line of JSON, written from remembered pieces: plans share most of their steps and sentences.

The result is the document of ``coach.documents.plan_document``, byte for byte what ``json`` would write of it; building
that document for every plan takes several times as long as planning it.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

import orjson

from bot.words import Words
from coach.documents import plan_head, step_document
from coach.phrases import Phrase
from coach.plan import Plan, Week
from coach.session import Session, Size, Step, Target

MOST_PIECES = 2000
"""Pieces of a sort remembered before starting afresh; together they take some two megabytes."""


def write(document: object) -> str:
    """One document on one line, as short as JSON gets.

    By orjson, in a tenth of the time; by Python's own ``json`` what that refuses, such as half a surrogate pair.
    """
    try:
        return orjson.dumps(document).decode()
    except TypeError:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


Piece = TypeVar("Piece")


class Pieces(Generic[Piece]):
    """What is written of pieces that many plans share, remembered by the object itself; most are the same one.

    A piece that is remembered is held, so that no other one can come to have its identity.
    """

    def __init__(self, made: Callable[[Piece], str]) -> None:
        self._made = made
        self._known: dict[int, str] = {}
        self._held: list[Piece] = []

    def text(self, piece: Piece) -> str:
        """The piece as JSON."""
        known = self._known.get(id(piece))
        return self._new(piece) if known is None else known

    def _new(self, piece: Piece) -> str:
        text = self._made(piece)
        if len(self._held) >= MOST_PIECES:
            self._known.clear()
            self._held.clear()
        self._known[id(piece)] = text
        self._held.append(piece)
        return text


class PlanWriter:
    """Writes plans in the words of one language and one system of units."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._phrase = Pieces[Phrase](lambda phrase: write(words.say(phrase))).text
        self._step = Pieces[Step](lambda step: write(step_document(step, words.say))).text
        self._steps = Pieces[tuple[Step, ...]](lambda steps: ",".join(map(self._step, steps))).text
        self._sizes = Pieces[tuple[Size, ...]](self._shorter).text
        self._target = Pieces[Target](_target).text

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
        metres = "null" if session.distance_m is None else session.distance_m
        return (
            f'{{"date":"{session.date}","kind":"{session.kind}","title":{self._phrase(session.title)},'
            f'"minutes":{session.minutes},"distance_m":{metres},"intensity":"{session.intensity}",'
            f'"target":{self._target(session.target)},"steps":[{self._steps(session.steps)}],'
            f'"why":{self._phrase(session.why)},"shorter":[{self._sizes(session.shorter)}]}}'
        )

    def _shorter(self, sizes: tuple[Size, ...]) -> str:
        return ",".join([f'{{"minutes":{size.minutes},"title":{self._phrase(size.title)}}}' for size in sizes])


@lru_cache(maxsize=8)
def writer_for(words: Words) -> PlanWriter:
    """The writer that remembers for these words."""
    return PlanWriter(words)


def _target(target: Target) -> str:
    return write({"rpe": target.rpe, "pace_s_per_km": target.pace_s_per_km, "hr_bpm": target.hr_bpm})
