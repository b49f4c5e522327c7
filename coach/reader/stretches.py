"""One run told stretch by stretch: ``3 km @ 5:00, 1 km @ 6:30``, ``3k easy, 5k tempo``, ``10 min easy + 20 min``."""

from coach.reader.draft import Draft
from coach.reader.facts import Lasting, Length
from coach.reader.figures import is_pace
from coach.reading import Activity


def goes_on(a: Draft, b: Draft) -> bool:
    """Whether ``b`` is the next stretch of the run ``a``: both with their own pace, or both minutes added up."""
    if (
        (b.kind and not is_laid(a, b))
        or b.day
        or b.did
        or b.status
        or b.exercises
        or a.kind not in {None, Activity.RUN}
    ):
        return False
    if a.repeated or b.repeated or any(one.elapsed for one in a.lastings + b.lastings):
        return False
    return bool(_paced(a) and _paced(b)) or is_laid(a, b) or (b.stop == "+" and bool(_timed(a) and _timed(b)))


def add_on(a: Draft, b: Draft) -> None:
    """Make ``a`` the run of both; an effort in words is that of its stretch, and of all only where both say it."""
    (metres, seconds), (more_metres, more_seconds) = _told(a), _told(b)
    a.lengths = [Length(metres + more_metres, on_foot=True, unit=a.lengths[0].unit)] if metres else []
    a.lastings = [Lasting(seconds + more_seconds)] if seconds and more_seconds else []
    if a.tempos or b.tempos or metres:
        a.kind = Activity.RUN
    a.tempos, a.clocks, a.stretched = [], [], True
    efforts = [*a.efforts, *b.efforts]
    a.efforts = efforts if a.efforts == b.efforts else [one for one in efforts if one.figure]
    a.aches += b.aches
    a.unread += b.unread
    a.pulses += b.pulses


def is_laid(a: Draft, b: Draft) -> bool:
    """``3k easy, 5k tempo``: distances alone, each with its own manner, one behind the other."""
    if len(b.lengths) != 1 or len(a.lengths) != 1 or b.stop not in {",", ">", "+"}:
        return False
    manners = [bool(one.efforts or one.tempos or one.clocks or one.kind) for one in (a, b)]
    alike = a.efforts == b.efforts and a.kind is b.kind and not (a.stretched or a.tempos or b.tempos)
    run = b.kind in {None, Activity.RUN} and a.kind in {None, Activity.RUN}
    return all(manners) and run and not alike and _is_plain(a) and _is_plain(b)


def _is_plain(draft: Draft) -> bool:
    """Whether a clause tells one distance of some way, with a pace at most."""
    if len(draft.lengths) != 1 or draft.lastings or draft.bares or draft.repeated or draft.aches:
        return False
    length = draft.lengths[0]
    worded = not any(effort.figure for effort in draft.efforts)
    paced = all(clock.cue in {"@", "at"} for clock in draft.clocks)
    return length.unit is not None and not (length.part or length.place or length.total) and worded and paced


def _told(draft: Draft) -> tuple[float, float]:
    """Metres and seconds of a stretch."""
    return _paced(draft) or (sum(length.metres for length in draft.lengths), _timed(draft))


def _paced(draft: Draft) -> tuple[float, float] | None:
    """Metres and seconds of a distance that has a pace, or had the run of such stretches so far."""
    if len(draft.lengths) != 1 or draft.bares or draft.lengths[0].part or draft.lengths[0].place:
        return None
    metres = draft.lengths[0].metres
    if draft.lastings:
        return (metres, draft.lastings[0].seconds) if len(draft.lastings) == 1 and draft.stretched else None
    tempo = _tempo(draft)
    return (metres, metres * tempo) if tempo else None


def _tempo(draft: Draft) -> float:
    """Seconds for a metre of the only pace told; 0 where there is none."""
    unit = draft.lengths[0].unit or 1000.0
    if len(draft.tempos) == 1 and not draft.clocks:
        return draft.tempos[0].seconds / (draft.tempos[0].per or unit)
    if len(draft.clocks) == 1 and not draft.tempos and draft.clocks[0].cue in {"@", "at"}:
        tempo = (60 * draft.clocks[0].first + draft.clocks[0].second) / unit
        return tempo if is_pace(tempo) else 0.0
    return 0.0


def _timed(draft: Draft) -> float:
    """Seconds of a stretch that has minutes only; 0 where it has more or less."""
    plain = len(draft.lastings) == 1 and not (draft.lengths or draft.bares or draft.clocks)
    return draft.lastings[0].seconds if plain and not draft.lastings[0].part else 0.0
