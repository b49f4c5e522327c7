"""Which part of the log somebody asks for: ``runs``, ``strength``, ``november``, ``2026-11``, ``last month``."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass

from coach.reader.vocabulary.days import MONTHS
from coach.session import RUN_KINDS, SessionKind

_MONTH = re.compile(r"(\d{4})-(\d{2})")
YEARS = range(2000, 2100)
KINDS: Mapping[str, frozenset[SessionKind]] = {
    "runs": frozenset(RUN_KINDS),
    "walks": frozenset({SessionKind.RECOVERY_WALK}),
    "strength": frozenset({SessionKind.STRENGTH}),
    "other": frozenset({SessionKind.CROSS_TRAINING}),
}
"""What the log can be narrowed down to, by the name on the wire."""
_NAMES = {
    "run": "runs", "runs": "runs", "running": "runs", "jogs": "runs", "walk": "walks", "walks": "walks",
    "walking": "walks", "strength": "strength", "gym": "strength", "weights": "strength", "other": "other",
    "bike": "other", "rides": "other", "cycling": "other", "swims": "other", "swimming": "other", "swim": "other",
    "cross-training": "other", "crosstraining": "other",
}  # fmt: skip
_QUIET = frozenset(
    {"my", "in", "of", "the", "all", "from", "please", "only", "just", "logs", "log", "everything", "for"}
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Kinds of session and days, both ends included; ``None`` for any. ``name`` says it again on a button."""

    name: str = ""
    kinds: frozenset[SessionKind] | None = None
    days: tuple[dt.date, dt.date] | None = None


ALL = Filter()


def filter_in(text: str, today: dt.date) -> Filter | None:
    """What words narrow the log down to, told on ``today``; ``ALL`` for none, ``None`` where a word is not known."""
    name, kinds, days = "", None, None
    words = [word for word in re.split(r"[\s,]+", text.lower().strip()) if word and word not in _QUIET]
    for place, word in enumerate(words):
        month = _month_of(word, words[place - 1] if place else "", today)
        if word in _NAMES and kinds is None:
            kinds, name = KINDS[_NAMES[word]], _joined(name, _NAMES[word])
        elif month is not None and days is None:
            days, name = month, _joined(name, f"{month[0]:%Y-%m}")
        elif word not in {"this", "last"}:
            return None
    return Filter(name, kinds, days)


def _joined(name: str, part: str) -> str:
    return f"{name},{part}" if name else part


def _month_of(word: str, before: str, today: dt.date) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a month: by name (the latest one that has begun), in figures, or told from today."""
    figures = _MONTH.fullmatch(word)
    if figures and int(figures[1]) in YEARS and 1 <= int(figures[2]) <= 12:
        return _whole(int(figures[1]), int(figures[2]))
    if word == "month" and before in {"this", "last"}:
        first = today.replace(day=1)
        shown = first if before == "this" else first - dt.timedelta(days=1)
        return _whole(shown.year, shown.month)
    number = MONTHS.get(word)
    return _whole(today.year - (number > today.month), number) if number else None


def _whole(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])
