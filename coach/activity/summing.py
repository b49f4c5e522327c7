"""The sums of a track: how far, how long, how fast, how high, split by split, and the best efforts in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.activity.moving import moving_clock
from coach.activity.summary import BestEffort, Split, Summary
from coach.activity.track import Point, Track
from coach.activity.tracking import SHORTEST_M
from coach.errors import ActivityRefused
from coach.history import Status
from coach.reading import Activity, LogEntry
from coach.units import MILE, BeatsPerMinute, Metres, Seconds

CLIMB_M = 3.0
"""Metres that the height must change before it counts as a climb: less is the sensor's own wander."""
EFFORTS = (400.0, 1000.0, MILE, 3000.0, 5000.0, 10_000.0, 21_097.5, 42_195.0)
"""Metres of the best efforts."""
LONGEST_STEP_S = 60.0
"""A heart rate stands for so many seconds at most until the next one."""
SPLIT_LEAST = 20.0
"""Metres that a last split needs to be told."""
ON_FOOT = frozenset({Activity.RUN, Activity.WALK})


def summarise(track: Track, split_m: float = 1000.0) -> Summary:
    """The sums of a track, with a split every ``split_m`` metres.

    Raises:
        ActivityRefused: as a whole it cannot be true: ``too_fast``, ``too_slow``, ``too_far``.
    """
    summary = _sums(track, split_m) if len(track.points) > 1 else _told(track)
    _check(summary)
    return summary


def _sums(track: Track, split_m: float) -> Summary:
    points = track.points
    clock = moving_clock(points) if track.measured else [point.seconds for point in points]
    rates = [point.heart_rate for point in points if point.heart_rate is not None]
    on_foot = track.measured and track.activity in ON_FOOT
    return Summary(
        started=track.started,
        activity=track.activity,
        guessed=track.guessed,
        distance_m=_distance(track),
        moving_s=Seconds(round(_in_motion(track, clock))),
        elapsed_s=Seconds(round(points[-1].seconds)),
        ascent_m=_ascent(track),
        avg_hr=_mean_rate(points) or _rate(track.totals.heart_rate),
        max_hr=BeatsPerMinute(max(rates)) if rates else None,
        splits=tuple(_splits(points, clock, split_m)) if track.measured else (),
        best=tuple(_best(points)) if on_foot else (),
    )


def _told(track: Track) -> Summary:
    """The sums as the device told them, where it kept no points."""
    totals = track.totals
    timer = totals.timer_s or totals.elapsed_s or 0.0
    return Summary(
        started=track.started,
        activity=track.activity,
        guessed=track.guessed,
        distance_m=Metres(round(totals.metres)) if totals.metres else None,
        moving_s=Seconds(round(timer)),
        elapsed_s=Seconds(round(max(timer, totals.elapsed_s or 0.0))),
        ascent_m=Metres(round(totals.ascent_m)) if totals.ascent_m else None,
        avg_hr=_rate(totals.heart_rate),
    )


def _check(summary: Summary) -> None:
    """Hold the whole against what people can do, by the same limits as words.

    Raises:
        ActivityRefused: nobody can.
    """
    day = summary.started.date()
    entry = LogEntry(
        Status.DONE, summary.activity, day, distance_m=summary.distance_m, duration_s=Seconds(max(1, summary.moving_s))
    )
    from coach.reader.truth import doubt  # with it comes the whole log reader, which few who know of tracks need

    question = doubt((entry,), {}, [], day)
    if question is not None and question.key != "ask.duration":
        raise ActivityRefused(question.key.removeprefix("ask."), **dict(question.args))


def _distance(track: Track) -> Metres | None:
    if track.measured and track.points[-1].metres >= SHORTEST_M:
        return Metres(round(track.points[-1].metres))
    return Metres(round(track.totals.metres)) if track.totals.metres else None


def _in_motion(track: Track, clock: Sequence[float]) -> float:
    """Seconds in motion; without a way the device's own clock, which its owner stopped."""
    return clock[-1] if track.measured else min(clock[-1], track.totals.timer_s or clock[-1])


def _rate(told: int | None) -> BeatsPerMinute | None:
    return BeatsPerMinute(told) if told else None


def _mean_rate(points: Sequence[Point]) -> BeatsPerMinute | None:
    """The mean heart rate, each sample for as long as it lasted."""
    beats = seconds = 0.0
    for one, other in pairwise(points):
        if one.heart_rate is not None:
            step = min(LONGEST_STEP_S, other.seconds - one.seconds)
            beats += one.heart_rate * step
            seconds += step
    return BeatsPerMinute(round(beats / seconds)) if seconds else None


def _ascent(track: Track) -> Metres | None:
    """Metres climbed: up from a low point by more than the sensor wanders, each rise counted to its top."""
    heights = [point.elevation for point in track.points if point.elevation is not None]
    if len(heights) < 2:
        return Metres(round(track.totals.ascent_m)) if track.totals.ascent_m else None
    climbed, low, high = 0.0, heights[0], heights[0]
    for height in heights:
        high = max(high, height)
        if height <= high - CLIMB_M:
            climbed += high - low if high - low >= CLIMB_M else 0.0
            low = high = height
        elif height < low:
            low = high = height
    climbed += high - low if high - low >= CLIMB_M else 0.0
    return Metres(round(climbed))


def _splits(points: Sequence[Point], clock: Sequence[float], split_m: float) -> Iterator[Split]:
    """Every whole split, and the rest."""
    begun, first, edge = 0.0, 0, split_m
    for index in range(1, len(points)):
        while points[index].metres >= edge:
            ended = _between(points, clock, index, edge)
            yield _split(split_m, ended - begun, points[first : index + 1])
            begun, first, edge = ended, index, edge + split_m
    rest = points[-1].metres - (edge - split_m)
    if rest >= SPLIT_LEAST:
        yield _split(rest, clock[-1] - begun, points[first:])


def _split(metres: float, seconds: float, points: Sequence[Point]) -> Split:
    return Split(Metres(round(metres)), Seconds(round(seconds)), _mean_rate(points))


def _between(points: Sequence[Point], clock: Sequence[float], index: int, metres: float) -> float:
    """What the clock said when so many metres were covered, on the step that ends at ``index``."""
    one, other = points[index - 1], points[index]
    share = (metres - one.metres) / (other.metres - one.metres) if other.metres > one.metres else 1.0
    return clock[index - 1] + share * (clock[index] - clock[index - 1])


def _best(points: Sequence[Point]) -> Iterator[BestEffort]:
    """The fastest stretch of every distance that was covered."""
    for metres in EFFORTS:
        if points[-1].metres >= metres:
            yield BestEffort(Metres(round(metres)), Seconds(round(_fastest(points, metres))))


def _fastest(points: Sequence[Point], metres: float) -> float:
    """Seconds of the fastest stretch of so many metres that begins or ends at a point."""
    clock = [point.seconds for point in points]
    fastest, start = clock[-1], 0
    for end in range(1, len(points)):
        if points[end].metres < metres:
            continue
        while points[start + 1].metres <= points[end].metres - metres:
            start += 1
        begun = _between(points, clock, start + 1, points[end].metres - metres)
        fastest = min(fastest, clock[end] - begun)
    return fastest
