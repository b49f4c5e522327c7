"""What a file knows beyond the figures of a log: climb, pauses, splits, best efforts; a line each."""

from collections.abc import Sequence

from bot.words import Html, Words
from bot.words.figures import write_clock, write_number
from coach.activity import BestEffort, Split, Summary
from coach.activity.summing import ON_FOOT
from coach.documents import summary_from_json
from coach.phrases import Duration
from coach.profile import DistanceUnit
from coach.units import FOOT, MILE
from storage.tables import Log

PAUSE_S = 60
"""Seconds of standing that are worth telling."""
NEAR = 0.01
"""The share by which a figure may be rounded and still be the file's."""
FEW = 12
"""More splits than these are told in groups."""
GROUPS = (5, 10, 20, 50)
TOLD = {
    DistanceUnit.KM: (1000, 5000, 10_000, 21_098, 42_195),
    DistanceUnit.MI: (1609, 5000, 10_000, 21_098, 42_195),
}
"""The best efforts that are told, in metres."""


def track_lines(log: Log, words: Words) -> list[Html]:
    """The lines of a card about the file behind its log; none where there is none.

    Splits, best efforts and picture of a file whose distance or time was put right cannot be true.
    """
    if log.track is None:
        return []
    summary = summary_from_json(log.track)
    if _is_put_right(log, summary):
        return [words("track.put_right")]
    lines = [_details(summary, words), _splits(summary, words), _best(summary.best, words)]
    return [line for line in lines if line]


def _is_put_right(log: Log, summary: Summary) -> bool:
    """Whether somebody gave the log a distance or a time that its file does not say."""
    metres, minutes = summary.distance_m, summary.moving_s / 60
    farther = bool(metres and log.distance_m) and abs((log.distance_m or 0) - (metres or 0)) > NEAR * (metres or 0)
    return farther or (log.minutes is not None and abs(log.minutes - minutes) > max(1.0, NEAR * minutes))


def height_text(metres: float, words: Words) -> str:
    """A height in the reader's unit: metres, or feet for those who think in miles."""
    if words.units is DistanceUnit.MI:
        return words("unit.ft", value=write_number(metres / FOOT, words.language, 0))
    return words("unit.m", value=write_number(metres, words.language, 0))


def _details(summary: Summary, words: Words) -> Html:
    parts = []
    if summary.elapsed_s - summary.moving_s >= PAUSE_S:
        parts.append(words("track.elapsed", duration=Duration(summary.elapsed_s)))
    if summary.ascent_m:
        parts.append(words("track.climb", height=Html(height_text(summary.ascent_m, words))))
    if summary.max_hr:
        parts.append(words("track.highest_pulse", bpm=summary.max_hr))
    return Html(" · ".join(parts))


def _splits(summary: Summary, words: Words) -> Html:
    """Each kilometre or mile; of a long way every five, ten or more. Splits are paces: the rest is reckoned up."""
    if summary.activity not in ON_FOOT or len(summary.splits) < 2:
        return Html("")
    unit = summary.splits[0].metres
    name = "mi" if abs(unit - MILE) < 1 else "km"
    whole = [split for split in summary.splits if split.metres == unit]
    if len(whole) <= FEW:
        times = [write_clock(split.seconds) for split in whole]
        rest = summary.splits[len(whole) :]
        times += [words("track.rest", time=write_clock(split.seconds * unit / split.metres)) for split in rest]
        return words(f"track.splits.{name}", times=Html(" · ".join(times)))
    size = next(size for size in GROUPS if len(whole) / size <= FEW or size == GROUPS[-1])
    return words(f"track.groups.{name}", size=size, times=Html(" · ".join(_grouped(whole, size))))


def _grouped(splits: Sequence[Split], size: int) -> list[str]:
    """The time of every so many splits."""
    starts = range(0, len(splits) - size + 1, size)
    return [write_clock(sum(split.seconds for split in splits[start : start + size])) for start in starts]


def _best(efforts: Sequence[BestEffort], words: Words) -> Html:
    told = [effort for effort in efforts if effort.metres in TOLD[words.units]]
    if not told:
        return Html("")
    parts = [
        words("track.effort", distance=words(f"track.distance.{effort.metres}"), time=write_clock(effort.seconds))
        for effort in told
    ]
    return words("track.best", efforts=Html(" · ".join(parts)))
