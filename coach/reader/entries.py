"""From a draft to an entry: whether it is one, what it was, on which day, how it felt."""

import datetime as dt
from math import floor

from coach.history import Pain, Reason, Status
from coach.reader.aches import NOWHERE
from coach.reader.draft import Draft
from coach.reader.facts import Ache, ClockReading, Context
from coach.reader.figures import FASTEST, Figures, figures_of, unit_of
from coach.reading import Activity, LogEntry
from coach.units import BeatsPerMinute, Metres, Seconds

_NOTE_LONGEST = 200
_FEWEST_MIN = 20
"""Minutes that a bare number beside *done* may be: ``easy 30, done``."""
_WEEK = dt.timedelta(days=7)


def is_log(draft: Draft, context: Context, *, alone: bool) -> bool:
    """Whether a draft says enough to be an activity; ``alone``: nothing else is in the message."""
    if (
        draft.day
        and draft.day > context.today
        and not (
            draft.did or draft.status or draft.lastings or draft.lengths or any(one.cue != "at" for one in draft.clocks)
        )
    ):
        return False
    if _is_only_a_place(draft):
        return False
    if draft.lengths or draft.lastings or draft.tempos or draft.exercises or draft.pulses or draft.repeated:
        return True
    if any(effort.figure for effort in draft.efforts) or draft.status in {Status.SKIPPED, Status.PARTIAL}:
        return True
    if draft.did or (draft.kind and (draft.status or draft.clocks or draft.bares or draft.efforts)):
        return True
    if _is_timed_run(draft, context):
        return True
    if draft.status is Status.DONE and any(bare.value >= _FEWEST_MIN for bare in draft.bares):
        return True
    if draft.unread:
        return bool(draft.firm)
    said = draft.status or draft.efforts or draft.clocks
    return bool(
        said
        or (draft.kind and not draft.aches and (draft.day or alone))
        or any(bare.cue in {"in", "for"} for bare in draft.bares[1:])
    )


def _is_only_a_place(draft: Draft) -> bool:
    """``my watch died at 3k``: where on the way something happened, and nothing of how far it was."""
    told = draft.kind or draft.did or draft.status or draft.timed or draft.tempos or draft.efforts or draft.exercises
    alone = not (told or draft.aches or draft.pulses or draft.bares or draft.repeated)
    return bool(draft.lengths) and all(length.place for length in draft.lengths) and alone and bool(draft.unread)


def _is_timed_run(draft: Draft, context: Context) -> bool:
    """``easy 5 with the dog, 46:10``: a number and a time that make a running pace together."""
    unit = unit_of(draft, context)
    return any(
        bare.value >= 1 and FASTEST <= seconds / (bare.value * unit) <= 0.9
        for clock in draft.clocks
        for bare in draft.bares[:1]
        if clock.cue != "at" and (seconds := _of_a_run(clock))
    )


def _of_a_run(clock: ClockReading) -> int:
    """Seconds of a clock reading beside a bare number: minutes from eight on, hours under four; else 0."""
    if clock.first >= 8:
        return clock.first * 60 + clock.second
    return clock.first * 3600 + clock.second * 60 if clock.first < 4 else 0


def entry_of(draft: Draft, context: Context, text: str) -> LogEntry:
    """The entry of a draft that is a log; ``text`` is the normalised message, for the note."""
    figures = figures_of(draft, context)
    ache = worst(draft.aches)
    status = draft.status or Status.DONE
    skipped = status is Status.SKIPPED
    days = skipped_days(draft, context) if skipped else ()
    return LogEntry(
        status=status,
        kind=_kind(draft, figures),
        date=days[0] if days else draft.day or context.today,
        distance_m=None if figures.metres is None else Metres(round(figures.metres)),
        duration_s=None if figures.seconds is None else Seconds(round(figures.seconds)),
        rpe=None if skipped else _rpe(draft),
        avg_hr=BeatsPerMinute(round(draft.pulses[0].bpm)) if draft.pulses else None,
        pain=pain_of(ache) if ache else None,
        exercises=tuple(draft.exercises),
        note=_note(draft, text),
        estimated=figures.estimated,
        reason=(draft.reason or (Reason.INJURED if ache and ache.level > 0 else None)) if skipped else None,
        days=days,
        ahead=skipped and draft.ahead,
    )


def skipped_days(draft: Draft, context: Context) -> tuple[dt.date, ...]:
    """The days on which something left out may have been planned, likeliest first; none where no day was said.

    *Skip thursday* is of the Thursday to come this week, or that is nearer; *skipped thursday* of the last one.
    """
    if draft.day is None:
        return ()
    if not (draft.loose and draft.ahead) or draft.day == context.today:
        return (draft.day,)
    coming = draft.day + _WEEK
    this_week = coming.isocalendar()[:2] == context.today.isocalendar()[:2]
    near = this_week or coming - context.today < context.today - draft.day
    return (coming, draft.day) if near else (draft.day, coming)


def pain_of(ache: Ache) -> Pain:
    """An ache as the history writes it."""
    return Pain(ache.area or NOWHERE, floor(min(ache.level, 10_000) + 0.5))


def worst(aches: list[Ache]) -> Ache | None:
    """The strongest of several; of equals one with a place."""
    return max(aches, key=lambda ache: (ache.level, ache.area is not None)) if aches else None


def _rpe(draft: Draft) -> int | None:
    """The effort: a figure before a word, the last figure said; halves count up."""
    efforts = [effort for effort in draft.efforts if effort.figure] or draft.efforts[:1]
    return floor(min(efforts[-1].rpe, 10_000) + 0.5) if efforts else None


def _note(draft: Draft, text: str) -> str | None:
    """What was said and not understood, where it is more than a word."""
    stretches = [text[one.start : one.end].strip() for one in draft.unread]
    kept = [stretch for stretch in stretches if len(stretch.split()) > 1 and any(map(str.isalpha, stretch))]
    return " … ".join(kept)[:_NOTE_LONGEST] or None


def _kind(draft: Draft, figures: Figures) -> Activity | None:
    """The activity named; a runner's distance or a running pace without a name is a run."""
    if draft.kind or draft.status is Status.SKIPPED:
        return draft.kind
    if draft.repeated or any(length.on_foot for length in draft.lengths):
        return Activity.RUN
    if figures.metres is None and not draft.tempos:
        return None
    tempo = figures.tempo
    if tempo is None:
        return Activity.RUN if figures.metres and 400 <= figures.metres <= 60_000 else None
    return Activity.RUN if tempo <= 0.66 else None
