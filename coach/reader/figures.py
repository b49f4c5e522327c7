"""The figures of one activity: what is ambiguous settled, the missing third of distance, time and pace worked out."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach.history import Status
from coach.profile import DistanceUnit
from coach.reader.draft import Draft
from coach.reader.facts import Bare, ClockReading, Context, Lasting, Length, Repeated
from coach.reading import Activity
from coach.units import MILE

ON_FOOT = frozenset({Activity.RUN, Activity.WALK})
FASTEST, _SLOWEST = 0.140, 1.2
"""Seconds for a metre that a runner can take (2:20 to 20:00 a kilometre)."""
_SLOWEST_IN_HOURS = (1.5, 2.4)
"""Seconds for a metre up to which a time is in hours, on a run and on a walk (25:00 and 40:00 a kilometre)."""
_SLOWEST_WITH_REPEATS = 0.55
"""Seconds for a metre of a whole run with fast repeats in it (9:10 a kilometre)."""
_QUICKEST: Mapping[Activity | None, float] = {Activity.CYCLING: 0.04, Activity.SWIMMING: 0.5}
"""Seconds for a metre off one's feet under which a reading of minutes becomes one of hours; else 0.1."""
_METRED = ON_FOOT | {Activity.SWIMMING}
"""Of these a large bare number is metres: ``ran 5000``, ``swam 500``."""


@dataclass(slots=True)
class Figures:
    """Metres, seconds and seconds for a metre, as far as they are known."""

    metres: float | None = None
    seconds: float | None = None
    tempo: float | None = None
    estimated: bool = False


def figures_of(draft: Draft, context: Context) -> Figures:
    """Distance, duration and pace: as said, then from what is ambiguous, then each from the two others."""
    if draft.repeated and not draft.lengths:
        _forget_repeats(draft)
    elif draft.repeated:
        draft.clocks = [clock for clock in draft.clocks if not _is_of_repeats(clock, _distance(draft.lengths))]
    figures = Figures(tempo=_tempo(draft, context))
    figures.metres = _with_repeats(draft, _distance(draft.lengths))
    if _is_in_parts(draft):
        return _of_parts(draft, figures)
    _take_durations(draft, figures, context)
    metres = figures.metres or 0
    for clock in sorted(draft.clocks, key=lambda one: (one.cue in {"@", "at"}, _is_too_short(one, metres))):
        _settle_clock(clock, draft, figures, context)
    for bare in draft.bares:
        _settle_bare(bare, draft, figures, context)
    _add_on(draft, figures, context)
    if len(draft.lengths) > 1 and any(length.part for length in draft.lengths):
        figures.tempo = None  # that of the part between warm-up and cool-down
        _leave_time_to_its_part(draft, figures)
    _complete(figures)
    return figures


def _is_in_parts(draft: Draft) -> bool:
    """``2k warm-up, 20 min tempo, 1k cool-down``: a time between parts that have a distance."""
    parts = draft.lengths and all(length.part for length in draft.lengths)
    return bool(parts) and len(draft.lengths) > 1 and any(not one.part for one in draft.lastings)


def _of_parts(draft: Draft, figures: Figures) -> Figures:
    """How far such a session was, where the pace between its parts was told; else nobody knows."""
    if figures.metres is None or not figures.tempo:
        return Figures()
    seconds = sum(one.seconds for one in draft.lastings if not one.part)
    return Figures(figures.metres + seconds / figures.tempo, estimated=True)


def _leave_time_to_its_part(draft: Draft, figures: Figures) -> None:
    """``2k warm-up, 5k in 22:00, 2k cool-down``: a time too short for all of it is that of the part it stands by."""
    if figures.metres and figures.seconds and figures.seconds < _BRISK * figures.metres:
        inner = sum(length.metres for length in draft.lengths if not length.part)
        figures.seconds = figures.seconds if figures.seconds < FASTEST * inner else None


_BRISK = 0.2
"""Seconds for a metre under which nearly nobody runs a session with its warm-up (3:20 a kilometre)."""


def _add_on(draft: Draft, figures: Figures, context: Context) -> None:
    """What came on top; a bare number is of what was told before it, a distance first."""
    for told in (one.told for one in draft.added):
        if isinstance(told, Length) or (isinstance(told, Bare) and figures.metres is not None):
            more = told.metres if isinstance(told, Length) else told.value * unit_of(draft, context)
            figures.metres = (figures.metres or 0) + more
        elif figures.seconds is not None:
            figures.seconds += told.seconds if isinstance(told, Lasting) else told.value * 60
    parts = any(isinstance(one.told, Length) and one.told.part for one in draft.added)
    if parts and figures.seconds is None:
        figures.tempo = None  # that of what the parts were added to


def _forget_repeats(draft: Draft) -> None:
    """Paces and short times beside repeats alone are those of the repeats."""
    draft.tempos = []
    draft.clocks = [clock for clock in draft.clocks if clock.first >= 15]


def _is_of_repeats(clock: ClockReading, metres: float | None) -> bool:
    """``5 x 800 3:20, 4.5 mi total``: in minutes too short for all of it, in hours slower than it can be."""
    short = clock.first * 60 + clock.second
    return metres is not None and short < FASTEST * metres and 60 * short > _SLOWEST_WITH_REPEATS * metres


def _distance(lengths: list[Length]) -> float | None:
    """The distance of several told: not a place on the way; with a warm-up first, the sum of its parts."""
    whole = [length for length in lengths if not length.place] or lengths
    if not whole:
        return None
    if whole[0].part:
        return sum(length.metres for length in whole)
    first = next((length for length in whole if not length.part), whole[0])
    if first.metres < 1000:
        return max(length.metres for length in whole)
    return first.metres


def _with_repeats(draft: Draft, metres: float | None) -> float | None:
    """Metres with those of repeats: a run has them beside its warm-up only, where they were not all there was."""
    told = draft.repeated
    if told is None:
        return metres
    if metres is None:
        return told.metres or None if told.whole or draft.kind not in {None, Activity.RUN} else None
    return metres + told.metres if all(length.part for length in draft.lengths) else metres


def _tempo(draft: Draft, context: Context) -> float | None:
    """Seconds for a metre, of the first pace said."""
    if not draft.tempos:
        return None
    said = draft.tempos[0]
    return said.seconds / (said.per or unit_of(draft, context))


def _take_durations(draft: Draft, figures: Figures, context: Context) -> None:
    """A moving time before an elapsed one; a lone ``m`` is miles where a time stands beside it."""
    said = _told(draft)
    clocked = len(said) > 1 or draft.clocks or figures.tempo is not None or _minutes_told(draft)
    for one in said:
        if one.short_m and figures.metres is None and draft.kind is Activity.SWIMMING and one.short_m >= 25:
            figures.metres = one.short_m
        elif (one.short_m and figures.metres is None and clocked and _is_miles(one.short_m, draft, one)) or (
            one.short_m and figures.metres is None and context.units is DistanceUnit.MI and _is_short_run(one, draft)
        ):
            figures.metres = one.short_m * MILE
        elif figures.seconds is None:
            figures.seconds = one.seconds


def _told(draft: Draft) -> list[Lasting]:
    """The durations that count: moving times; the parts of a session as their sum, where no distance is told.

    Of repeats with a time before and after them nobody knows how long they took together.
    """
    moving = any(clock.cue == "in" for clock in draft.clocks)
    said = [one for one in draft.lastings if not one.elapsed] or ([] if moving else draft.lastings)
    whole = [one for one in said if not one.part]
    repeated = draft.repeated
    if repeated and not repeated.whole:
        said = [one for one in said if one.part or one.seconds > _LONGEST_PAUSE]
        whole = [one for one in whole if one.seconds > _LONGEST_PAUSE]
    if repeated and repeated.seconds and not whole and (said or _are_all(repeated, draft)) and not draft.clocks:
        return [Lasting(repeated.seconds + sum(one.seconds for one in said))]
    if repeated and (len(said) > 1 or (said and not whole and not repeated.seconds)):
        return []
    if said and said[0].part and not draft.lengths:
        return [Lasting(sum(one.seconds for one in said))]
    return whole or said


def _are_all(repeated: Repeated, draft: Draft) -> bool:
    """Whether repeats were the session; those of ``10k in 55 with 2x20 min tempo`` were a part of it."""
    if not repeated.pieces or repeated.whole:
        return repeated.whole
    return not _minutes_told(draft) and not (draft.lengths and draft.kind in {None, *ON_FOOT})


_LONGEST_PAUSE = 5 * 60
"""Seconds beside repeats that are rather a pause between them than all of the session."""


def _minutes_told(draft: Draft) -> float:
    """Minutes that a bare number behind *in* tells (``3 m in 27``); 0 without one."""
    return next((bare.value for bare in draft.bares if bare.cue == "in"), 0.0)


def _is_short_run(one: Lasting, draft: Draft) -> bool:
    """``ran 5m`` by someone who thinks in miles: five minutes would be an odd run."""
    return draft.kind is Activity.RUN and (one.short_m or 0) < 10


def _is_miles(value: float, draft: Draft, own: object) -> bool:
    """``5m in 45:00``: whether the figure makes a running pace with the other time."""
    if draft.tempos:
        return False
    seconds = next((one.seconds for one in draft.lastings if one is not own), None)
    if seconds is None and draft.clocks:
        seconds = draft.clocks[0].first * 60 + draft.clocks[0].second
    if seconds is None:
        seconds = 60 * _minutes_told(draft)
    return bool(seconds and FASTEST <= seconds / (value * MILE) <= _SLOWEST)


def unit_of(draft: Draft, context: Context) -> float:
    """Metres in the unit of a pace without one: the unit of the distance beside it, else the reader's own."""
    for length in draft.lengths:
        if length.unit:
            return length.unit
    return MILE if context.units is DistanceUnit.MI else 1000.0


def _settle_clock(clock: ClockReading, draft: Draft, figures: Figures, context: Context) -> None:
    """``6:30``: a pace after *@* or where the duration is known, else minutes and seconds, else hours and minutes."""
    short = clock.first * 60 + clock.second
    as_tempo = short / unit_of(draft, context)
    runner = draft.kind in {None, *ON_FOOT}
    can_pace = figures.tempo is None and is_pace(as_tempo) and runner
    if can_pace and (clock.cue in {"@", "at"} or figures.seconds is not None):
        if figures.metres or figures.seconds or clock.cue == "@" or draft.bares:
            figures.tempo = as_tempo
        return
    if figures.seconds and abs(short - figures.seconds) <= 0.1 * figures.seconds:
        figures.seconds = short
    if can_pace and not clock.cue and _is_too_long(clock, draft, figures):
        figures.tempo = as_tempo
    elif figures.seconds is None and clock.cue != "at":
        figures.seconds = _seconds(clock, draft, figures)


def is_pace(tempo: float) -> bool:
    """Whether a figure behind *at* may be a pace: so many seconds for a metre (2:20 to 16:40 a kilometre)."""
    return FASTEST <= tempo <= 1.0


def _is_too_short(clock: ClockReading, metres: float) -> bool:
    """Whether nobody could cover the distance in that time: then it is rather a pace, and another reading the time."""
    return bool(metres) and (clock.first * 60 + clock.second) / metres < FASTEST * 0.8


def _is_too_long(clock: ClockReading, draft: Draft, figures: Figures) -> bool:
    """``8k 5:10``: too little as minutes and slower than any walk as hours; on a run it is the pace."""
    if figures.metres is None or draft.kind is Activity.WALK or clock.first > 12:
        return False
    return _is_too_short(clock, figures.metres) and (clock.first * 60 + clock.second) * 60 / figures.metres > _SLOWEST


def _seconds(clock: ClockReading, draft: Draft, figures: Figures) -> float:
    """The duration that fits the distance; without one, under ten the first figure is hours."""
    short, long = clock.first * 60.0 + clock.second, clock.first * 3600.0 + clock.second * 60
    if figures.metres and draft.kind in {None, *ON_FOOT}:
        if short / figures.metres >= FASTEST * 0.8 or clock.first > 12:
            return short
        return long if long / figures.metres <= _SLOWEST_IN_HOURS[draft.kind is Activity.WALK] else short
    if figures.metres:
        fastest = _QUICKEST.get(draft.kind, 0.1)
        return short if short / figures.metres >= fastest or clock.first > 12 else long
    return long if clock.first < 6 else short


def _settle_bare(bare: Bare, draft: Draft, figures: Figures, context: Context) -> None:
    """A number without a unit: distance in the reader's own unit, minutes after *in* or *for*, a pace after *@*."""
    value = bare.value
    if bare.cue == "level":
        return
    if (draft.kind is Activity.STRENGTH and not bare.cue) or draft.status is Status.SKIPPED:
        return
    if value <= 0 and not (draft.did and figures.metres is None):
        return
    moving = draft.kind in {*ON_FOOT, Activity.CYCLING} or (draft.kind is None and draft.active)
    if bare.cue in {"@", "at"}:
        _settle_bare_pace(value, draft, figures, context)
    elif bare.cue in {"in", "for"}:
        if figures.seconds is None and (figures.metres is not None or draft.kind or draft.did or draft.status):
            figures.seconds = _minutes(value)
    elif (
        figures.metres is None and value >= (100 if draft.kind is Activity.SWIMMING else 1000) and draft.kind in _METRED
    ):
        figures.metres = value
    elif figures.metres is None and (moving or _is_timed_later(draft)) and not _is_minutes(value, draft, figures):
        figures.metres = value * unit_of(draft, context)
    elif (
        figures.seconds is None
        and (draft.kind or draft.did or draft.status or _is_felt(value, draft))
        and (figures.metres is None or _fits(value, figures))
    ) or (figures.seconds is None and figures.metres and _fits(value, figures)):
        figures.seconds = _minutes(value)


def _is_felt(value: float, draft: Draft) -> bool:
    """``60 easy``: a number too large for anything but minutes, and in words how they felt."""
    worded = bool(draft.efforts) and not any(effort.figure for effort in draft.efforts)
    return worded and len(draft.bares) == 1 and not (draft.measured or draft.aches) and 15 <= value <= 240


def _is_timed_later(draft: Draft) -> bool:
    """``5 in 30`` without a verb."""
    return any(bare.cue in {"in", "for"} for bare in draft.bares) or bool(draft.clocks)


def _settle_bare_pace(value: float, draft: Draft, figures: Figures, context: Context) -> None:
    if figures.tempo is None and draft.kind in {None, Activity.RUN} and 2.5 <= value <= 15:
        figures.tempo = _minutes(value) / unit_of(draft, context)


def _minutes(value: float) -> float:
    """Seconds of so many minutes; two decimals under 60 are seconds (``28.30``)."""
    whole = int(value)
    rest = round((value - whole) * 100)
    two_places = rest % 10 or rest in {10, 20, 30, 40}
    return (
        whole * 60.0 + rest if rest and rest < 60 and two_places and rest != 5 and value != whole + 0.5 else value * 60
    )


def _is_minutes(value: float, draft: Draft, figures: Figures) -> bool:
    """Whether a bare number after an activity is rather its minutes: ``ran 30``, ``walk 45``."""
    if figures.seconds is not None or draft.clocks or any(bare.cue for bare in draft.bares):
        return False
    limit = 60 if draft.kind is Activity.CYCLING else 42.2
    return value > limit or (value >= 20 and value % 5 == 0)


def _fits(value: float, figures: Figures) -> bool:
    """Whether so many minutes make a pace that a runner or walker can take."""
    return bool(figures.metres and FASTEST <= value * 60 / figures.metres <= _SLOWEST)


def _complete(figures: Figures) -> None:
    """The missing third of distance, time and pace."""
    metres, seconds, tempo = figures.metres, figures.seconds, figures.tempo
    if tempo is not None and metres is not None and seconds is None:
        figures.seconds = metres * tempo
    elif tempo is not None and seconds is not None and metres is None and tempo > 0:
        figures.metres, figures.estimated = seconds / tempo, True
    elif metres and seconds:
        figures.tempo = seconds / metres
