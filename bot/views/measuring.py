"""Measurements as trends: smoothed weight, girths beyond what a tape can tell, sleep and resting pulse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.views.measured import written
from bot.words import Html, Words
from coach.measuring import TAPE_LIMIT, GirthTrend, Verdict, WeightTrend, next_measuring


@dataclass(frozen=True, slots=True)
class Measured:
    """What there is to show: the weight where it is not hidden, girths by kind, mean sleep in hours, pulse."""

    weight: WeightTrend | None = None
    girths: Mapping[str, GirthTrend] | None = None
    sleep_h: float | None = None
    resting_hr: float | None = None
    hidden: bool = False


def trend_lines(measured: Measured, words: Words, today: date) -> list[Html]:
    """A line for everything that was measured."""
    lines = [_weight_line(measured.weight, words)] if measured.weight is not None else []
    lines += [_girth_line(kind, trend, words, today) for kind, trend in (measured.girths or {}).items()]
    for kind, value in (("sleep_h", measured.sleep_h), ("resting_hr", measured.resting_hr)):
        if value is not None:
            lines.append(words(f"trend.{kind}", value=written(kind, value, words)))
    return lines


def _weight_line(trend: WeightTrend, words: Words) -> Html:
    now = written("weight_kg", trend.now, words)
    if trend.verdict is None or trend.change is None:
        return words("trend.weight_early", value=now)
    if trend.verdict is Verdict.STEADY:
        return words("trend.weight_steady", value=now)
    return words(f"trend.weight_{trend.verdict}", value=now, change=written("weight_kg", abs(trend.change), words))


def _girth_line(kind: str, trend: GirthTrend, words: Words, today: date) -> Html:
    name, last = words(f"measure.name.{kind}"), written(kind, trend.last, words)
    due = next_measuring(trend)
    again = words("trend.again", day=due) if due > today else words("trend.again_now")
    if trend.measurings == 1:
        return words("trend.girth_first", name=name, value=last, again=again)
    if not trend.changed:
        limit = written(kind, TAPE_LIMIT[kind], words)
        return words("trend.girth_same", name=name, value=last, limit=limit, again=again)
    key = "trend.girth_less" if trend.change < 0 else "trend.girth_more"
    return words(key, name=name, value=last, change=written(kind, abs(trend.change), words), again=again)
