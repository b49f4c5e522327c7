"""A plan as one line of JSON, written from remembered pieces: plans share most of their steps and sentences.

The result is the document of ``coach.documents.plan_document``, byte for byte what ``json`` would write of it; building
that document for every plan takes several times as long as planning it.
"""

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final, Generic, TypeVar

import orjson

from bot.words import Words
from coach.documents import plan_head, step_document
from coach.phrases import Phrase
from coach.plan import Plan, Week
from coach.session import Session, Size, Step, Target

MOST_PIECES = 4000
"""Pieces of a sort remembered before starting afresh; together they take some four megabytes."""

iso_day: Final = lru_cache(maxsize=2048)(date.isoformat)
"""How a day is written: most plans hold the same ones, and writing one takes twenty times as long as knowing it."""


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
        self._held: list[Piece] = []
        self.known: dict[int, str] = {}
        """What is written of each piece, by its identity; never nothing."""

    def text(self, piece: Piece) -> str:
        """The piece as JSON."""
        return self.known.get(id(piece)) or self.new(piece)

    def new(self, piece: Piece) -> str:
        """The piece as JSON, which is remembered."""
        text = self._made(piece)
        if len(self._held) >= MOST_PIECES:
            self.known.clear()
            self._held.clear()
        self.known[id(piece)] = text
        self._held.append(piece)
        return text


class PlanWriter:
    """Writes plans in the words of one language and one system of units."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._phrases = Pieces[Phrase](lambda phrase: write(words.say(phrase)))
        self._step = Pieces[Step](lambda step: write(step_document(step, words.say))).text
        self._steps = Pieces[tuple[Step, ...]](lambda steps: f"[{','.join(map(self._step, steps))}]")
        self._sizes = Pieces[tuple[Size, ...]](self._shorter)
        self._targets = Pieces[Target](_target)

    def line(self, plan: Plan) -> str:
        """The plan's document without a line end."""
        head = write(plan_head(plan, self._words.say))
        weeks = ",".join([self._week(week) for week in plan.weeks])
        return f'{head[:-1]},"weeks":[{weeks}]}}'

    def _week(self, week: Week) -> str:
        sessions = ",".join([self._session(session) for session in week.sessions])
        return (
            f'{{"index":{week.index},"start":"{iso_day(week.start)}","phase":"{week.phase!s}",'
            f'"distance_m":{week.distance_m},"sessions":[{sessions}]}}'
        )

    def _session(self, session: Session) -> str:
        # Most of it is known: looking that up here takes half the time of asking for it by a method.
        title, steps, why, sizes, target = session.title, session.steps, session.why, session.shorter, session.target
        phrases, metres = self._phrases, "null" if session.distance_m is None else session.distance_m
        return (
            f'{{"date":"{iso_day(session.date)}","kind":"{session.kind!s}",'
            f'"title":{phrases.known.get(id(title)) or phrases.new(title)},'
            f'"minutes":{session.minutes},"distance_m":{metres},"intensity":"{session.intensity!s}",'
            f'"target":{self._targets.known.get(id(target)) or self._targets.new(target)},'
            f'"steps":{self._steps.known.get(id(steps)) or self._steps.new(steps)},'
            f'"why":{phrases.known.get(id(why)) or phrases.new(why)},'
            f'"shorter":{self._sizes.known.get(id(sizes)) or self._sizes.new(sizes)}}}'
        )

    def _shorter(self, sizes: tuple[Size, ...]) -> str:
        phrase = self._phrases.text
        written = [f'{{"minutes":{size.minutes},"title":{phrase(size.title)}}}' for size in sizes]
        return f"[{','.join(written)}]"


@lru_cache(maxsize=8)
def writer_for(words: Words) -> PlanWriter:
    """The writer that remembers for these words."""
    return PlanWriter(words)


def _target(target: Target) -> str:
    return write({"rpe": target.rpe, "pace_s_per_km": target.pace_s_per_km, "hr_bpm": target.hr_bpm})
