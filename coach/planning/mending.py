"""What a week becomes when life has had its say: lighter days, and limits that count what was done (C2–C6, C8)."""

from dataclasses import replace

from coach.history import Entry
from coach.moves import STRENUOUS
from coach.plan import RACE_WEEK, RETURN, TAPER
from coach.planning.aim import Aim
from coach.planning.bounds import keep_work
from coach.planning.course import Course
from coach.planning.done import Done, done_this_week
from coach.planning.draft import Draft, Frame, always_allowed
from coach.planning.filling import ORDINARY
from coach.planning.gathering import gather
from coach.planning.labels import Label, label_of
from coach.planning.lengths import even, evened
from coach.planning.lighter import LIGHTER
from coach.planning.log import happened, minutes_of_day
from coach.planning.making import keep_return
from coach.planning.phases import cuts_back
from coach.planning.riding import LEAST_RIDE
from coach.planning.road import GATE_MINUTES
from coach.planning.signs import ILLNESS_CAPS, Bar
from coach.planning.sizing import LEAST, drop_to, keep_long_share, keep_run_limit, make, resize, shrink_to, total
from coach.planning.within import within_taper, within_week
from coach.session import (
    CROSS_TRAINING,
    EASY_RUN,
    HARD_KINDS,
    HILL_RUN,
    INTERVAL_RUN,
    LONG_RUN,
    RACE,
    RECOVERY_WALK,
    RUN_KINDS,
    RUN_WALK,
    STRENGTH,
    TRAINED_FOOT,
    TRAINED_RUNS,
    SessionKind,
)
from coach.workouts.library import brisk_walks, with_strides


def make_easy(draft: Draft, frame: Frame) -> None:
    """Turn a hard or long run into an easy one of the same length."""
    draft.ease()
    make(draft, frame)


def lighten(
    course: Course,
    aim: Aim,
    drafts: list[Draft],
    frame: Frame,
    eased: frozenset[int] = frozenset(),
    *,
    sent: bool = False,
) -> list[Draft]:
    """Days of pain, of too much effort, of silence and after an illness lose what their rules say (C1, C2, C3, C5).

    ``eased`` are the spells, by their first days, for which a week already ``sent`` was lighter as it was sent.
    """
    if not course.signs.spells and not course.state.ways_back:
        return drafts
    held = course.held(aim.monday)
    _calmed(course, aim.monday, drafts, frame)
    due = _due(course, aim, drafts) if held and not sent else 1.0
    touched = _lighter(course, drafts, frame, eased, due)
    quiet = _quieter(course, aim, drafts, frame, eased)
    if touched and held and not quiet and not always_allowed(drafts, ()):
        shrink_to(drafts, course.road.week_limit(aim.monday), frame)
    if touched and not sent:
        _gather_sore(course, aim, drafts, frame)
    if ((held or quiet) and aim.phase in ORDINARY) or (quiet and aim.phase is TAPER):
        aim.phase = RETURN
    _ride_one(course, drafts, frame)
    whole = total(drafts)
    kept = after_illness(course, aim, drafts, frame)
    if touched or quiet or total(kept) < whole:
        keep_shares(course, aim, kept, frame, Done())
    return kept


def _due(course: Course, aim: Aim, drafts: list[Draft]) -> float:
    """What a week would be of what it holds if it were the lighter one that was due: it loses as well (C3, P3).

    It would be lighter than the week before, of which the pain may have taken its share as well.
    """
    spell = course.signs.lighter(aim.monday)
    if spell is None or not cuts_back(course) or course.quiet(aim.monday):
        return 1.0
    sore = range(spell.first + course.log.ran(spell.first), aim.monday)
    shortened = any(course.athlete.caps[(day - 1) % 7] for day in sore)
    before = course.state.level_m if shortened else course.week_before(aim.monday)
    return min(1.0, LIGHTER * before / max(1.0, total(drafts)))


def _calmed(course: Course, monday: int, drafts: list[Draft], frame: Frame) -> None:
    """Hard runs of the days after a short race become easy (C1)."""
    calm = course.signs.calm(monday)
    for draft in drafts:
        if calm >> draft.day - monday & 1 and draft.kind in HARD_KINDS - {SessionKind.RACE}:
            _made_easy(draft, HARD_KINDS, frame)


def _lighter(course: Course, drafts: list[Draft], frame: Frame, eased: frozenset[int], due: float = 1.0) -> bool:
    """Whether hard and long runs became easy and sessions on foot shorter, all of one spell together (C2, C3).

    ``due`` is what the whole week would be of what it holds without them.
    """
    spells: dict[int, list[Draft]] = {}
    shares: dict[int, float] = {}
    touched = False
    for draft in drafts:
        spell, bar = course.signs.lighter(draft.day), course.signs.bar(draft.day)
        if spell is None or draft.kind not in TRAINED_FOOT:
            continue
        if label_of(course, draft.day) is Label.GENTLE and not draft.sent:
            continue  # as long as it may be already
        touched = True
        draft.held = draft.held or bar is Bar.HARD_AND_LONG
        _unstridden(draft, frame)
        _made_easy(draft, HARD_KINDS if bar is Bar.HARD else STRENUOUS, frame)
        over = draft.day == spell.first and course.log.ran(draft.day)  # it was run before it hurt
        if not over and not (draft.sent and spell.first in eased):
            spells.setdefault(spell.first, []).append(draft)
            shares[spell.first] = spell.share
    for first, lighter in spells.items():
        _shorten(lighter, shares[first] * due, frame)
    return touched


def _unstridden(draft: Draft, frame: Frame) -> None:
    """An easy run without its strides, and a stroll for a brisk walk."""
    draft.strides, name = 0, "" if draft.session is None else draft.session.workout
    if name in brisk_walks() or name in with_strides():
        draft.easy = draft.easy or name in brisk_walks()
        resize(draft, draft.minutes, frame)


def _made_easy(draft: Draft, kinds: frozenset[SessionKind], frame: Frame) -> None:
    """Turn a run of some kinds into an easy one that goes no farther."""
    if draft.kind in kinds:
        before = draft.metres
        make_easy(draft, frame)
        shorter = round(before * draft.minutes / max(1.0, draft.metres))
        if shorter < draft.minutes:
            resize(draft, shorter, frame)


def _quieter(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, eased: frozenset[int]) -> bool:
    """Whether days fall into a break of which nothing is said: easy, in their share of the best week (C1).

    The sessions stay on their days; they become shorter until they keep the share, and the last ones go where even
    short ones are too much.
    """
    quiet = [draft for draft in drafts if course.way_back(draft.day, open_end=True) is not None]
    foot = [draft for draft in quiet if draft.kind in TRAINED_FOOT]
    ways = [
        way for way in course.state.ways_back if way.open and way.first <= aim.monday + 6 and way.last >= aim.monday
    ]
    if not foot or not ways:
        return bool(ways)
    begun = max(aim.monday, ways[0].first)
    most = ways[0].week_share(begun, aim.monday + 6) * ways[0].best_m * (aim.monday + 7 - begun) / 7
    for draft in foot:
        draft.held, draft.strides = True, 0
        _made_easy(draft, STRENUOUS, frame)
    if total(foot) > most and not (ways[0].first in eased and all(draft.sent for draft in foot)):
        ladder = any(draft.kind is RUN_WALK for draft in foot)
        left = _whole_ones(foot, most, frame) if ladder else list(foot)
        if not ladder:
            _shorten(foot, most / total(foot), frame)
            drop_to(left, most + LEAST * aim.athlete.easy)
        drafts[:] = [draft for draft in drafts if draft in left or draft not in foot]
        gather(drafts, aim.caps, aim.monday, frame, evened=True)
    return True


def _gather_sore(course: Course, aim: Aim, drafts: list[Draft], frame: Frame) -> None:
    """What a pain leaves of a week's runs on fewer days, which a return gives no more than before (C1, C3)."""
    if any(course.signs.bar(aim.monday + day) is Bar.HARD_AND_LONG for day in range(7)):
        gather(drafts, aim.caps, aim.monday, frame, _sore_from(course, aim.monday))
        keep_return(course, drafts, frame)


def _sore_from(course: Course, monday: int) -> int:
    """The first day that a week's pain makes lighter, the one of the pain itself unless somebody ran on it (C3)."""
    sore = (spell for spell in course.signs.spells if spell.bar is Bar.HARD_AND_LONG and spell.last >= monday)
    first = min(spell.first for spell in sore)
    return first + course.log.ran(first)


def _whole_ones(foot: list[Draft], most: float, frame: Frame) -> list[Draft]:
    """The first sessions of the ladder as they are, as many as a share holds; where not even one, one shorter (C1).

    Half a session is less than a beginner's first day, which is always allowed.
    """
    left = sorted(foot, key=lambda draft: (draft.kind is RECOVERY_WALK, draft.day))
    while total(left) > most and len(left) > 1:
        left.pop()
    if total(left) > most:
        resize(left[0], max(LEAST, even(most / max(1.0, total(left)) * left[0].minutes)), frame)
    return left


def _shorten(drafts: list[Draft], share: float, frame: Frame) -> None:
    """Sessions at a share of their length, in familiar lengths that together are no longer than that."""
    sizes = {at: draft.minutes * share for at, draft in enumerate(drafts)}
    lengths = evened(sizes, {at: float(draft.minutes) for at, draft in enumerate(drafts)})
    for at, draft in enumerate(drafts):
        resize(draft, max(LEAST, lengths[at]), frame)


def _ride_one(course: Course, drafts: list[Draft], frame: Frame) -> None:
    """While it hurts a little, the second easy run of a week goes to the other sport of those who do one (C3, W9)."""
    if frame.athlete.cross is None or any(draft.kind is CROSS_TRAINING for draft in drafts):
        return
    strength = {draft.day for draft in drafts if draft.kind is STRENGTH}
    sore = [d for d in drafts if d.kind is EASY_RUN and course.signs.bar(d.day) is Bar.HARD_AND_LONG]
    for draft in [draft for draft in sore[1:] if draft.day not in strength and draft.minutes >= LEAST_RIDE][:1]:
        draft.kind, draft.session, draft.strides = CROSS_TRAINING, None, 0
        make(draft, frame)


def after_illness(course: Course, aim: Aim, drafts: list[Draft], frame: Frame) -> list[Draft]:
    """Two training days of at most 20 easy minutes, then two of at most 40 (C5); their week is one of return."""
    kept = drafts
    for back in course.signs.backs:
        if not drafts or drafts[-1].day < back or drafts[-1].day > back + 120:
            continue
        days = course.trained(back, drafts[0].day)
        for day in sorted({draft.day for draft in kept if draft.day >= back}):
            if day < course.today:
                if any(happened(entry) for entry in course.log.on(day)):
                    days.add(day)
                continue
            before = len(days - {day})
            if before < len(ILLNESS_CAPS):
                if all(way.last < day for way in course.state.ways_back):  # that has a share of its own (C1)
                    _walk_for_strength(kept, day, frame)
                kept = _only_easy(kept, day, ILLNESS_CAPS[before], frame)
                aim.phase = RETURN if aim.phase in ORDINARY else aim.phase
            if any(draft.day == day for draft in kept):
                days.add(day)
    return kept


def _walk_for_strength(drafts: list[Draft], day: int, frame: Frame) -> None:
    """Walk on a day of strength where the week has nothing on foot: who only lifts would never be back (C5)."""
    if any(draft.kind in TRAINED_FOOT for draft in drafts):
        return
    for draft in [draft for draft in drafts if draft.day == day and draft.kind is STRENGTH][:1]:
        walk = replace(draft, kind=RECOVERY_WALK, minutes=min(draft.minutes, GATE_MINUTES), session=None)
        make(walk, frame)
        drafts[drafts.index(draft)] = walk


def _only_easy(drafts: list[Draft], day: int, most: int, frame: Frame) -> list[Draft]:
    here = [draft for draft in drafts if draft.day == day and draft.kind in TRAINED_FOOT]
    kept = [draft for draft in drafts if draft.day != day]
    for draft in here[:1]:
        if draft.kind in STRENUOUS:
            make_easy(draft, frame)
        if draft.minutes > most:
            resize(draft, most, frame)
        kept.append(draft)
    return sorted(kept, key=lambda draft: draft.day)


def mend(course: Course, aim: Aim, drafts: list[Draft], frame: Frame, *, sent: bool = False) -> list[Draft]:
    """The current week with what was done in it: nothing twice, nothing made up, every limit kept.

    Of a week already ``sent`` a session missed takes nothing from the shares of what is left: carry on (C1).
    """
    today = course.today
    ahead = [draft for draft in drafts if draft.day >= today]
    behind = [draft for draft in drafts if draft.day < today]
    ahead = _not_twice(course, ahead, frame)
    done = done_this_week(course, aim.monday)
    if sent:
        done.as_sent([draft for draft in drafts if draft not in ahead])
        if course.log.ran_besides(today):  # decided once: what is still to come today may not be done (C6)
            done.known_m = max(0.0, done.known_m - total([draft for draft in ahead if draft.day == today]))
    ahead = _apart(course, ahead, done, frame)
    ahead = _rested(course, aim, ahead)
    within_week(course, aim, ahead, done, frame)
    if aim.phase is RACE_WEEK or aim.phase is TAPER:
        within_taper(course, ahead, frame)
    keep_return(course, ahead, frame, course.log.known_m.get(today, 0.0))
    keep_shares(course, aim, ahead, frame, done)
    return behind + after_illness(course, aim, ahead, frame)


def _not_twice(course: Course, ahead: list[Draft], frame: Frame) -> list[Draft]:
    """What stands in today's log is not planned again today; what is left of today fits its limit (C6, W1, W10)."""
    today = course.today
    entries = [entry for entry in course.log.on(today) if entry.kind is not None]
    if not entries:
        return ahead
    kinds = {entry.kind for entry in entries}
    ran = course.log.ran(today)
    kept = [
        draft
        for draft in ahead
        if draft.day != today or not (draft.kind in kinds or (ran and draft.kind in TRAINED_RUNS))
    ]
    spent = sum(minutes_of_day(entry) for entry in entries if _takes_time(entry))
    cap = course.athlete.caps[(today - 1) % 7] - spent
    left = []
    for draft in kept:
        if draft.day == today and draft.kind is not RACE:
            if cap < min(LEAST, draft.minutes):
                continue
            if cap < draft.minutes:
                resize(draft, even(cap), frame)
            cap -= draft.minutes
        left.append(draft)
    strong = any(happened(entry) and entry.kind in STRENUOUS for entry in entries)
    return [draft for draft in left if not (strong and draft.day == today and draft.kind is STRENGTH)]


def _takes_time(entry: Entry) -> bool:
    """Whether something done takes from its day's minutes: what was planned does, and runs outside the plan (C6, W10).

    Who did something else besides knows best whether there is time left for the session.
    """
    return happened(entry) and entry.kind is not RACE and (entry.planned or entry.kind in RUN_KINDS)


def _apart(course: Course, ahead: list[Draft], done: Done, frame: Frame) -> list[Draft]:
    """Hard and long runs keep their number and their distance, and the ladder its day of rest (W3, W4, P5)."""
    log, hard, long = course.log, done.hard, LONG_RUN in done.kinds
    kept: list[Draft] = []
    strength = sum(kind is STRENGTH for kind in done.kinds)
    for draft in ahead:
        before = draft.day - 1
        if draft.kind in RUN_KINDS and _fourth(course, draft.day, kept):
            continue
        if draft.kind is RUN_WALK and (log.ran(before) or log.ran(draft.day)):
            continue
        if draft.kind is STRENGTH:
            strength += 1
            if strength > course.athlete.strength:
                continue
        if draft.kind in STRENUOUS and draft.kind is not RACE:
            is_long = draft.kind is LONG_RUN
            many = long if is_long else hard >= course.athlete.hards
            many = many or (draft.kind is HILL_RUN and HILL_RUN in done.kinds)
            many = many or (draft.kind is INTERVAL_RUN and done.kinds.count(INTERVAL_RUN) > 1)
            near = log.hard(before) or (not is_long and log.strained(before))
            near = near or log.hard(draft.day + 1)
            if many or near:
                make_easy(draft, frame)
            else:
                hard, long = hard + (not is_long), long or is_long
        kept.append(draft)
    return kept


def _fourth(course: Course, day: int, kept: list[Draft]) -> bool:
    """Whether a run would be the fourth in a heavy newcomer's first seven days (P6)."""
    first = course.state.first_run
    if not course.athlete.heavy or first is None or not first <= day < first + 7:
        return False
    return course.road.runs_between(first, course.today + 1) + sum(draft.kind in RUN_KINDS for draft in kept) >= 3


def _rested(course: Course, aim: Aim, ahead: list[Draft]) -> list[Draft]:
    """A week whose days are all spent loses what is left of one (W2)."""
    walk = RECOVERY_WALK
    done = {
        day
        for day in range(aim.monday, course.today + 1)
        if any(happened(entry) and entry.kind is not walk for entry in course.log.on(day))
    }
    while True:
        planned = {draft.day for draft in ahead if draft.kind is not walk and draft.kind is not RACE}
        race = {draft.day for draft in ahead if draft.kind is RACE}
        if len(done | planned | race) < 7 or not planned - done:
            return ahead
        loads = {day: sum(d.minutes for d in ahead if d.day == day) for day in planned - done}
        lightest = min(loads, key=lambda day: (loads[day], -day))
        ahead = [draft for draft in ahead if draft.day != lightest or draft.kind is walk]


def keep_shares(course: Course, aim: Aim, ahead: list[Draft], frame: Frame, done: Done) -> None:
    """The long run's share and the hard work's share of a week that has changed (W5, W6)."""
    keep_long_share(ahead, done.known_m, done.runs, frame, late=aim.late)
    keep_work(ahead, frame, done)
    for draft in ahead:
        keep_run_limit(draft, course.road.run_limit(draft.day), frame)
