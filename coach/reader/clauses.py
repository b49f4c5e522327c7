"""From the facts of a message to drafts of activities: cut into clauses, then join what belongs together."""

import datetime as dt
from typing import Final

from coach.history import Status
from coach.reader.draft import Draft, belongs
from coach.reader.facts import (
    Bare,
    ClockReading,
    DayPart,
    Doing,
    Fact,
    Felt,
    Lasting,
    Length,
    On,
    Stop,
    Tempo,
    Worked,
)
from coach.reader.stretches import add_on, goes_on
from coach.reader.vocabulary.activities import Said
from coach.reading import Activity

_QUANTITIES = (Length, Lasting, Tempo, Bare)


def drafts_of(facts: list[Fact]) -> list[Draft]:
    """The activities of a message, in order, with their days filled in where one day was said for several."""
    drafts: list[Draft] = []
    for clause in _clauses(facts):
        if drafts:
            _as_effort(drafts[-1], clause)
            _as_minutes(drafts[-1], clause)
        if drafts and _is_another_day(drafts[-1], clause):
            drafts[-1].again.append(clause.day or dt.date.min)
        elif drafts and _is_each_day(drafts[-1], clause):
            drafts[-1].again.append(clause.day or dt.date.min)
            clause.day = None
            drafts[-1].join(clause)
        elif drafts and _is_told_for_both(drafts[-1], clause):
            earlier = drafts.pop()
            clause.again += [day for day in (earlier.day, *earlier.again) if day is not None]
            drafts.append(clause)
        elif drafts and clause.total and _sums_up(drafts, clause):
            _gather(drafts).join(clause)
        elif not (drafts and _takes_in(drafts[-1], clause)):
            if drafts:
                _carry_over(drafts[-1], clause)
            drafts.append(clause)
    _excuse(drafts)
    if len(drafts) > 1:
        drafts = [one for k, one in enumerate(drafts) if not any(_is_outdone(one, other) for other in drafts[k + 1 :])]
    return [each for draft in _dated(drafts) for each in draft.on_each_day()]


def _takes_in(a: Draft, b: Draft) -> bool:
    """Whether ``b`` is of the activity ``a``, which then holds what it says, or is nothing of its own."""
    if goes_on(a, b):
        add_on(a, b)
    elif _is_stretch(a, b):
        a.efforts += b.efforts
        a.aches += b.aches
        a.unread += b.unread
    elif belongs(a, b):
        a.join(b)
    else:
        return _is_way_home(a, b) or _is_climb(a, b)
    return True


def _is_stretch(a: Draft, b: Draft) -> bool:
    """``10k, 55:02, first 5k in 26:30``, ``the half, 2:10, last 3k walking``: of what was told, a stretch again."""
    if not b.only_on_the_way:
        return False
    whole = [length.metres for length in a.lengths if not length.place]
    shorter = bool(whole) and all(length.metres < whole[0] for length in b.lengths)
    own = b.day or b.status or b.exercises or b.pulses or b.did or b.bares
    return shorter and not own and a.kind in {None, *_ON_FOOT}


def _sums_up(drafts: list[Draft], total: Draft) -> bool:
    """``3k easy, 5k tempo, 2k easy, total 10k``: whether a distance is that of all the runs before it."""
    runs = all(draft.kind in {None, Activity.RUN} and not draft.timed for draft in drafts[:-1])
    days = {draft.day for draft in (*drafts, total) if draft.day}
    return runs and drafts[-1].kind in {None, Activity.RUN} and len(days) < 2 and total.kind in {None, Activity.RUN}


def _gather(drafts: list[Draft]) -> Draft:
    """The drafts as one."""
    while len(drafts) > 1:
        last = drafts.pop()
        drafts[-1].join(last)
    return drafts[0]


def _is_another_day(a: Draft, b: Draft) -> bool:
    """``5k on monday and tuesday``: the same once more; also before it is told (``yesterday and today, 5k each``)."""
    days = {a.day, *a.again}
    hurt = a.aches and not (a.measured or a.did or a.kind or a.bares or a.exercises)
    return (
        b.only_dated
        and not hurt
        and b.stop in {"+", ",", ">"}
        and a.day is not None
        and a.status is not Status.SKIPPED
        and b.day not in days
    )


def _is_each_day(a: Draft, b: Draft) -> bool:
    """``strength mon & tue 20 min each``: one activity, two days, and figures that hold for both."""
    named = a.kind is not None and a.day is not None and a.status is not Status.SKIPPED
    bare = not (a.measured or a.bares or a.efforts or a.exercises or a.aches or (a.kind not in _ON_FOOT and b.lengths))
    return named and bare and b.stop in {"+", ","} and b.measured and b.only_measured and b.day not in {None, a.day}


def _is_told_for_both(a: Draft, b: Draft) -> bool:
    """``yesterday and today 4k``: what follows the second day holds for the first as well."""
    return (
        a.only_dated
        and b.stop == "+"
        and b.day not in {None, a.day, *a.again}
        and (b.measured or (b.did and bool(b.bares)))
    )


def _excuse(drafts: list[Draft]) -> None:
    """One reason holds for everything that was skipped."""
    reasons = {draft.reason for draft in drafts if draft.reason}
    if len(reasons) == 1 and all(draft.status is Status.SKIPPED for draft in drafts):
        for draft in drafts:
            draft.reason = draft.reason or next(iter(reasons))


def _is_outdone(a: Draft, b: Draft) -> bool:
    """``no 10k today, did 4k instead``, ``no time, 10 min walk``: left out, and then done after all, if otherwise."""
    done = b.status is not Status.SKIPPED and (b.measured or b.did or bool(b.exercises))
    if a.status is not Status.SKIPPED or not done or (a.day and b.day and a.day != b.day):
        return False
    return not a.firm or (b.kind in {a.kind, None} and not a.aches)


def _as_effort(a: Draft, b: Draft) -> None:
    """``done, 6``, ``5k in 31:20, 6``, ``not hard, 7``: a small figure alone, when all else is said, is the effort."""
    alone = len(b.bares) == 1 and not (b.kind or b.did or b.measured or b.status or b.efforts or b.day)
    figured = any(effort.figure for effort in a.efforts)
    worded = bool(a.efforts) and not (a.measured or a.bares or a.aches or a.exercises)
    if not alone or b.bares[0].cue or not 1 <= b.bares[0].value <= 10 or figured or len(a.bares) > 1:
        return
    timed = a.timed if not a.bares else a.bares[0].value > b.bares[0].value and not a.timed
    told = (a.lengths and timed) or (a.kind in _ON_FOOT and a.bares and a.clocks)
    done = a.status is Status.DONE and a.kind is None and not a.measured and not a.bares
    timed_and_done = a.status is Status.DONE and a.kind in _ON_FOOT and bool(a.lastings) and not a.lengths
    if told or done or worded or timed_and_done or _is_too_far(a, b.bares[0].value):
        b.efforts.append(Felt(b.bares.pop().value))


def _as_minutes(a: Draft, b: Draft) -> None:
    """``ran 12 min, then walked 10``: a number of another activity is of the unit told before."""
    alone = b.kind is not None and b.kind is not a.kind and len(b.bares) == 1 and not b.bares[0].cue
    if alone and not b.measured and a.lastings and not (a.lengths or a.exercises) and b.bares[0].value >= 1:
        b.lastings.append(Lasting(60 * b.bares.pop().value))


_ON_FOOT = frozenset({Activity.RUN, Activity.WALK})


def _is_too_far(a: Draft, value: float) -> bool:
    """``20 minutes, 6``: six kilometres would be run faster than nearly anybody can."""
    seconds = sum(lasting.seconds for lasting in a.lastings)
    on_foot = a.kind in {None, Activity.RUN, Activity.WALK}
    return on_foot and not a.lengths and 0 < seconds < _BRISK * 1000 * value


_BRISK: Final = 0.23
"""Seconds a metre under which a number behind a duration is rather the effort (3:50 a kilometre)."""


def _is_way_home(a: Draft, b: Draft) -> bool:
    """``ran 4 of 6 km then walked home``: a walk without a figure after a run that was cut short is the way home."""
    short = a.status is Status.PARTIAL and a.kind is Activity.RUN
    return short and b.kind is Activity.WALK and not (b.measured or b.bares or b.efforts)


def _is_climb(a: Draft, b: Draft) -> bool:
    """``31.2 km, 1:22, 244 m``: metres alone behind a distance and a time are those climbed."""
    alone = len(b.lengths) == 1 and not (b.kind or b.did or b.timed or b.day or b.status or b.exercises or b.bares)
    far = [length for length in a.lengths if length.unit]
    return alone and bool(far) and a.timed and b.lengths[0].unit is None and not b.lengths[0].on_foot


def _carry_over(a: Draft, b: Draft) -> None:
    """``5 km on saturday and 8 on sunday``: the second figure is of the same kind; so is a second day skipped."""
    b.several = b.several or a.several
    if b.kind is None and a.kind is not None and b.measured and a.measured and _is_alike(a, b):
        b.kind = a.kind
    if b.day is None or b.kind is not None or b.stop not in {"+", ",", ";", "n"}:
        return
    if a.status is Status.SKIPPED and b.stop == "+" and not (b.measured or b.bares or b.status or b.did):
        b.status, b.kind, b.firm = a.status, a.kind, True
    elif b.bares and not b.measured and a.lengths:
        b.kind, b.did = a.kind or Activity.RUN, True
    elif b.timed and not b.lengths and a.measured and b.stop == "+" and (a.kind or _is_run(a)):
        b.kind = a.kind or Activity.RUN


def _is_run(draft: Draft) -> bool:
    """Whether a distance without a name is a runner's (``5k``)."""
    return any(length.on_foot for length in draft.lengths)


def _is_alike(a: Draft, b: Draft) -> bool:
    """Whether a second activity without a name is what the first one was: told in a row, or too slow for a run."""
    if a.kind is Activity.STRENGTH and b.lengths:
        return False
    return a.several or (bool(a.part and b.part) and a.part != b.part) or (a.kind is Activity.WALK and not b.tempos)


def _clauses(facts: list[Fact]) -> list[Draft]:
    """One draft a clause; a second activity without any stop before it starts a clause too."""
    clauses = [Draft()]
    before_activity = False
    for place, fact in enumerate(facts):
        if isinstance(fact, Stop):
            clauses.append(Draft(stop=fact.kind))
            continue
        current = clauses[-1]
        if (
            isinstance(fact, Doing)
            and current.kind
            and fact.activity is not current.kind
            and _starts_another(fact, facts, place)
        ):
            left_out = current.status is Status.SKIPPED
            current = Draft(stop=">")
            clauses.append(current)
            if before_activity or left_out:
                _take_back(clauses[-2], current, facts, place)
        if _is_done_instead(current, fact):
            current = Draft(stop=">")
            clauses.append(current)
        if _is_another_time(current, fact):
            current = _next_time(clauses, facts, place)
        if isinstance(fact, Doing) and current.kind is None:
            before_activity = current.measured or bool(current.bares)
        current.add(fact)
    return clauses


def _is_done_instead(current: Draft, fact: Fact) -> bool:
    """``couldn't run so did squats 3x12``: an exercise behind another activity that was left out."""
    left_out = current.status is Status.SKIPPED and not current.exercises
    return left_out and isinstance(fact, Worked) and current.kind not in {None, Activity.STRENGTH}


def _is_another_time(current: Draft, fact: Fact) -> bool:
    """Whether a fact names another day, or another part of the day, than what was told in the same clause."""
    if isinstance(fact, On):
        return bool(current.day) and current.measured and fact.day != current.day
    return isinstance(fact, DayPart) and bool(current.part) and current.measured and fact.name != current.part


def _next_time(clauses: list[Draft], facts: list[Fact], place: int) -> Draft:
    """``Mon 5k Tue 6k``, ``5k am 4k pm``: another time is another activity; a figure too many before it is its own."""
    old, new = clauses[-1], Draft(stop=">", several=clauses[-1].several)
    clauses.append(new)
    for fact in reversed(facts[:place]):
        if isinstance(fact, Length) and len(old.lengths) > 1 and fact == old.lengths[-1]:
            new.lengths.append(old.lengths.pop())
        elif isinstance(fact, Lasting) and len(old.lastings) > 1 and fact == old.lastings[-1]:
            new.lastings.append(old.lastings.pop())
        elif isinstance(fact, ClockReading) and len(old.clocks) > 1 and fact == old.clocks[-1]:
            new.clocks.append(old.clocks.pop())
        else:
            break
    return new


def _starts_another(fact: Doing, facts: list[Fact], place: int) -> bool:
    """A past tense, or a name with a figure right before or after it."""
    following = facts[place + 1] if place + 1 < len(facts) else None
    before = facts[place - 1] if place else None
    return fact.said is Said.DID or isinstance(before, _QUANTITIES) or isinstance(following, _QUANTITIES)


def _take_back(old: Draft, new: Draft, facts: list[Fact], place: int) -> None:
    """``5k run 20 min bike``: the figure right before the second name is its own."""
    fact = facts[place - 1]
    if isinstance(fact, Lasting) and fact in old.lastings:
        old.lastings.remove(fact)
        new.lastings.append(fact)
    if isinstance(fact, Length) and fact in old.lengths:
        old.lengths.remove(fact)
        new.lengths.append(fact)


def _dated(drafts: list[Draft]) -> list[Draft]:
    """One day in the message holds for all of it; of several, each holds until the next."""
    days: list[dt.date] = [draft.day for draft in drafts if draft.day]
    if len(set(days)) == 1:
        loose = all(draft.loose for draft in drafts if draft.day)
        for draft in drafts:
            draft.day, draft.loose = days[0], loose
    latest: dt.date | None = None
    for draft in drafts:
        latest = draft.day = draft.day or latest
    return drafts
