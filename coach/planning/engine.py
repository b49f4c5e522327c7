"""Week after week from the start of the block: what was planned, what came of it, and what is planned now.

The block is walked through from its first day. Days that are over are answered by the history, days ahead are taken as
done as written; so a block that goes as planned is planned the same way every day. What weeks gone by hand on may be
remembered (``memory``); then the walk begins with the week of today.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from coach.phrases import Phrase
from coach.plan import NOTHING_KEPT, Kept, Phase, Week
from coach.planning.aim import Aim
from coach.planning.athlete import RACE_DISTANCE
from coach.planning.beginning import begin_returns, come_back, return_from
from coach.planning.block import monday_of
from coach.planning.climbing import TOP, Climb, comfortable, counts, set_stages, shows_the_top
from coach.planning.course import Course
from coach.planning.draft import Draft, Frame, frame_of
from coach.planning.filling import lacking
from coach.planning.keeping import Keeper, lightened
from coach.planning.labels import Label, label_of
from coach.planning.lifting import ladders_after
from coach.planning.log import happened
from coach.planning.making import make_all, number_turns
from coach.planning.mending import lighten, mend
from coach.planning.recovering import RULE, Mending, mending_of, raced, silent_race, way_after
from coach.planning.returning import LONG_BREAK, STEPS, Return, after_illness, open_return, stretches
from coach.planning.signs import FAR, Bar, horizon
from coach.planning.weekly import aim_of, drafts_of
from coach.session import (
    CROSS_TRAINING,
    HARD_KINDS,
    LONG_RUN,
    RACE,
    RUN_KINDS,
    RUN_WALK,
    STRENGTH,
    TRAINED_RUNS,
    Session,
)
from coach.units import Metres
from coach.workouts.ladder import longest_run_s
from coach.workouts.telling import told_apart

UP = frozenset({Phase.BASE, Phase.BUILD, Phase.PEAK})
"""Phases whose weeks count towards the next cutback."""
NOTHING: Mapping[int, Sequence[Draft]] = {}
"""No day that keeps what stood on it."""


class Engine:
    """One walk through a block, ``course`` in hand; ``weeks`` are those from today's on.

    ``first`` is the week to begin with, counted from 0; those before it are behind.
    """

    def __init__(self, course: Course, kept: Kept = NOTHING_KEPT, first: int = 0) -> None:
        self.course = course
        self._first = first
        self.keeper = Keeper(kept)
        self.weeks: list[Week] = []

    def run(self, last: int | None = None) -> list[Week]:
        """The weeks from the one that holds today; of the block's weeks only the first ``last`` are walked through."""
        weeks = self.course.block.weeks
        for number in range(self._first, weeks if last is None else min(max(1, last), weeks)):
            self._week(number)
        return self.weeks

    def _week(self, number: int) -> None:
        course = self.course
        monday = course.block.monday + 7 * number
        self._forced_returns(monday)
        if monday <= course.today:
            self._open_break(monday)
        aim, drafts = self._planned(number, monday)
        for day in range(monday, min(course.today, monday + 7)):
            if day > monday:
                aim, drafts = self._broken(number, day, aim, drafts)
            if self._live(day, drafts):
                aim, drafts = self._again(number, day + 1, drafts)
        if monday <= course.today < monday + 7:
            if monday < course.today:
                aim, drafts = self._broken(number, course.today, aim, drafts)
            if self._raced(course.today) and course.today < monday + 6:
                aim, drafts = self._again(number, course.today + 1, drafts)
            self._restage(aim, drafts)
            self._note_odd(drafts)
            before = drafts
            drafts = mend(course, aim, drafts, self._frame(aim), sent=self.keeper.sent(monday))
            self._live_today(before, drafts)
        if course.today < monday + 7:
            self._ahead(drafts)
            self._write(aim, drafts)
        self._remember(aim, drafts)

    def _planned(
        self, number: int, first: int, before: Sequence[Draft] = (), stood: Mapping[int, Sequence[Draft]] = NOTHING
    ) -> tuple[Aim, list[Draft]]:
        """The days from ``first`` on, made where they are still to come; ``before`` are the week's other days.

        Days of a return keep what has ``stood`` on them: a day missed of it is not made up on the others (C1).
        """
        course = self.course
        held = course.held(course.block.monday + 7 * number)
        course.road.hold(course.state.run_m if held else 0.0)
        aim = aim_of(course, number, first)
        drafts = drafts_of(course, aim, first)
        if stood:
            drafts = [draft for draft in drafts if draft.day not in stood]
            drafts = sorted([*drafts, *(draft for day in stood for draft in stood[day])], key=_day)
        drafts = self.keeper.keep(course, aim.monday, drafts)
        drafts = self.keeper.move(course, aim.monday, first, [draft for draft in drafts if draft.day >= first])
        if aim.phase is Phase.CUTBACK and any(draft.kind is RUN_WALK for draft in drafts):
            aim.phase = course.block.phase(number)  # no lighter weeks on the ladder (P3)
        number_turns(course, aim, drafts, before)
        if aim.monday + 7 > course.today:
            frame, sent = self._frame(aim), self.keeper.sent(aim.monday)
            drafts = make_all(course, aim, drafts, frame, sent=sent, begun=self.keeper.begun(course, aim.monday))
        course.road.hold(0.0)
        if aim.monday + 7 > course.today:
            drafts = lighten(course, aim, drafts, frame, self.keeper.eased(aim.monday), sent=sent)
        return aim, drafts

    def _broken(self, number: int, day: int, aim: Aim, drafts: list[Draft]) -> tuple[Aim, list[Draft]]:
        """The same week, from ``day`` on anew where a return begins with it; days of another return stand (C1)."""
        back = self._returning(day)
        if not self._open_break(day):
            return aim, drafts
        back &= self._returning(day)
        return self._again(number, day, drafts, {at: [draft for draft in drafts if draft.day == at] for at in back})

    def _returning(self, first: int) -> set[int]:
        """The days of a week from ``first`` on that belong to a return."""
        if not self.course.state.ways_back:
            return set()
        return {day for day in range(first, monday_of(first) + 7) if label_of(self.course, day) is Label.RETURN}

    def _again(
        self, number: int, first: int, drafts: list[Draft], stood: Mapping[int, Sequence[Draft]] = NOTHING
    ) -> tuple[Aim, list[Draft]]:
        """The same week with its days from ``first`` on planned anew, but for those that have ``stood``."""
        before = [draft for draft in drafts if draft.day < first]
        for draft in drafts[len(before) :]:
            if draft.kind in self.course.state.turns:
                self.course.state.turns[draft.kind] -= 1
        aim, after = self._planned(number, first, before, stood)
        return aim, before + after

    def _frame(self, aim: Aim) -> Frame:
        course = self.course
        return frame_of(course.athlete, aim.phase, aim.week + 1, course.block.emphasis, course.state.ladders)

    # Days gone by

    def _live(self, day: int, drafts: list[Draft]) -> bool:
        """Take a day as the history tells it; whether a return begins with it."""
        course, state = self.course, self.course.state
        course.road.live(day)
        here = [draft for draft in drafts if draft.day == day]
        for draft in here:
            if draft.kind is RUN_WALK and self._climbed(day):
                self._climb(draft)
        self._reach(day, state.climb)
        if course.log.ran(day):
            state.first_run = state.first_run or day
            state.proven = state.proven or course.log.proves(day)
            self._forget_open()
            begun = begin_returns(state, course.road, day)
            return self._raced(day) or begun
        if any(draft.kind is RACE for draft in here) and silent_race(course.block, course.log, day):
            return self._recover(day, mending_of(RACE_DISTANCE[course.athlete.profile.goal]))
        ran = any(draft.kind in TRAINED_RUNS for draft in here)
        if state.missed is None and ran:
            state.missed = day
        if state.skipped is None and course.log.skipped_run(day):
            state.skipped = day
        return False

    def _live_today(self, before: list[Draft], drafts: list[Draft]) -> None:
        """Take what today's log already holds; it stands in the plan no more."""
        course, today = self.course, self.course.today
        course.road.live(today)
        self._reach(today, course.state.climb)
        if course.log.ran(today):
            course.state.first_run = course.state.first_run or today
            course.state.proven = course.state.proven or course.log.proves(today)
        gone = [draft for draft in before if draft.day == today and draft not in drafts]
        for draft in gone:
            if draft.kind is RUN_WALK and self._climbed(today):
                self._climb(draft)

    def _note_odd(self, drafts: list[Draft]) -> None:
        """Remember the days of this week that went otherwise than planned, for the receipts."""
        course = self.course
        monday = monday_of(course.today)
        for day in range(monday, course.today + 1):
            planned = sorted((d.kind, d.minutes) for d in drafts if d.day == day)
            entries = [entry for entry in course.log.on(day) if entry.kind and happened(entry)]
            lived = sorted((entry.kind, round(entry.minutes or 0)) for entry in entries if entry.kind)
            if planned != lived and (day < course.today or lived):
                outside = any(not entry.planned for entry in entries)
                fewer = day < course.today and len(lived) < len(planned)  # what is left of today is not missed yet
                course.odd.append((day, "missed" if fewer else "unplanned_run" if outside else "limits"))

    def _raced(self, day: int) -> bool:
        """Whether a long race of a day is followed by a return (C1)."""
        return self._recover(day, raced(self.course.log.on(day)))

    def _recover(self, day: int, mending: Mending | None) -> bool:
        course = self.course
        way = way_after(day, mending, course.road, course.athlete.easy)
        if way is None or any(known.rule == RULE and known.cause == day for known in course.state.ways_back):
            return False
        course.state.ways_back.append(way)
        return True

    def _climbed(self, day: int) -> bool:
        """Whether a run/walk of a day went comfortably."""
        return any(entry.kind is RUN_WALK and comfortable(entry) for entry in self.course.log.on(day))

    def _reach(self, day: int, climb: Climb | None) -> None:
        """Whoever ran half an hour without a walk on a day is at the ladder's top, unless it hurts (P5)."""
        sore = self.course.signs.bar(day) >= Bar.HARD_AND_LONG
        if climb is not None and not sore and any(map(shows_the_top, self.course.log.on(day))):
            climb.reach_the_top()

    def _climb(self, draft: Draft) -> None:
        climb = self.course.state.climb
        sore = self.course.signs.bar(draft.day) >= Bar.HARD_AND_LONG  # no stage is left while it hurts (P5)
        if climb is not None and not sore and counts(draft, climb):
            climb.step()

    def _open_break(self, day: int) -> bool:
        """Whether a return begins on a day that ends a break, or may end it (C1).

        Whoever says what they skip is taken to come back today. Of who says nothing a return is planned on the day
        from which on a break asks for less, and stands until it asks for less again.
        """
        course, state = self.course, self.course.state
        if state.skipped is not None:
            if day == course.today:
                self._forget_open()
            return day == course.today and begin_returns(state, course.road, day)
        if state.missed is None or self._known(state.missed, day) or self._held_lower(day):
            return False
        way = return_from(state.missed, day, course.road)
        if way is None:
            return False
        self._forget_open()
        until = horizon(course.today)
        come_back(state, open_return(day, way.cause, course.today, way.best_m, until))
        return True

    def _known(self, missed: int, day: int) -> bool:
        """Whether what a break asks for on a day is planned already, or it asks for nothing yet."""
        least = max((step for step in STEPS if step <= day - missed), default=None)
        ways = self.course.state.ways_back
        return least is None or any(way.open and way.cause == missed and way.first - missed >= least for way in ways)

    def _held_lower(self, day: int) -> bool:
        """Whether a day may hold no run, or a pain takes more from it already than a short break would (C3, C4)."""
        if self.course.signs.bar(day) >= Bar.RUNNING:
            return True
        spell = self.course.signs.lighter(day)
        missed = self.course.state.missed or day
        return spell is not None and spell.number == "C3" and spell.first <= missed and day - missed < LONG_BREAK

    def _forget_open(self) -> None:
        """Whoever runs again returns from that day on; what was planned for a break without end is over."""
        state = self.course.state
        if any(way.open for way in state.ways_back):
            state.ways_back = [way for way in state.ways_back if not way.open]
            self.course.labels.clear()

    def _forced_returns(self, monday: int) -> None:
        """Returns after spells without running that end by the end of this week (C3–C5)."""
        state = self.course.state
        for spell in self.course.signs.spells:
            first = spell.last + 1
            known = any(way.first == first and way.rule == spell.rule for way in state.ways_back)
            if spell.bar < Bar.RUNNING or known or not monday <= first < monday + 7 or spell.last >= monday + FAR // 2:
                continue
            cause = min(spell.first, state.missed or spell.first, state.skipped or spell.first)
            best = self.course.road.best_before(cause)
            if best > 0:
                off = first - cause
                parts = after_illness(first, off) if spell.rule == "ill" else stretches(off)
                come_back(state, Return(first, cause, off, best, parts, spell.rule, spell.number))

    # Days to come

    def _restage(self, aim: Aim, drafts: list[Draft]) -> None:
        """Where the ladder went otherwise than expected this week, what is left of the week follows it (P5)."""
        course, climb = self.course, self.course.state.climb
        if climb is None:
            return
        at, first = climb.copy(), course.today
        if course.log.ran(course.today):
            first += 1
            for draft in drafts:
                if draft.day == course.today and self._climbed(course.today) and counts(draft, climb):
                    at.step()
            self._reach(course.today, at)
        left = [d for d in drafts if d.kind is RUN_WALK and d.day >= first and not d.held]
        if not left or left[0].expected == (at.stage, at.comfortable):
            return
        planned = [(draft.stage, draft.minutes) for draft in left]
        set_stages(aim, left, at)
        if [draft.stage for draft in left] == [stage for stage, _ in planned]:
            for draft, (_, minutes) in zip(left, planned, strict=True):
                draft.minutes = minutes  # the same stages stay as they were made
            return
        self._made_again(aim, left)

    def _made_again(self, aim: Aim, left: list[Draft]) -> None:
        """Make run/walks anew; where there is the same to do, reason and hints stay as they were sent."""
        before, frame = [(draft, draft.session) for draft in left], self._frame(aim)
        for draft in left:
            draft.session = None
        lighten(self.course, aim, make_all(self.course, aim, left, frame), frame)
        for draft, known in before:
            if draft.sent and known and draft.session and (known.title, known.minutes) == _told_of(draft.session):
                draft.session = known

    def _ahead(self, drafts: list[Draft]) -> None:
        """Take the days to come as done as written."""
        course, state = self.course, self.course.state
        for draft in drafts:
            if draft.day < course.today:
                continue
            run = draft.kind in RUN_KINDS
            if course.signs.backs:
                state.planned_days.add(draft.day)
            if draft.kind is RACE:
                self._recover(draft.day, mending_of(draft.metres))
                continue
            if metres := draft.metres:
                course.road.note(draft.day, metres, run=run)
            if run:
                state.first_run = state.first_run or draft.day
            if draft.kind is RUN_WALK:
                self._climb(draft)
                stretch = longest_run_s(draft.stage or 0)
                state.proven = state.proven or 60 * draft.minutes > stretch >= 1800
            elif run and draft.minutes >= 36:
                state.proven = True

    def _write(self, aim: Aim, drafts: list[Draft]) -> None:
        written = [d.session for d in drafts if d.session is not None and d.day >= self.course.today]
        last = self.weeks[-1].sessions[-1].why if self.weeks and self.weeks[-1].sessions else None
        sessions = told_apart(written, last, modest=self.course.athlete.modest)
        metres = sum([session.distance_m or 0 for session in sessions])
        self.course.state.gave.update(lacking(aim, [draft for draft in drafts if draft.day >= self.course.block.first]))
        monday = date.fromordinal(aim.monday)
        eased = self._eased(aim.monday)
        self.weeks.append(Week(aim.week + 1, monday, aim.phase, Metres(metres), sessions, eased))

    def _away(self, monday: int) -> bool:
        """Whether a week gone by lies in a break that began before it."""
        missed = self.course.state.missed
        return missed is not None and missed < monday <= self.course.today - 7

    def _eased(self, monday: int) -> tuple[date, ...]:
        """What a week was made lighter for, by first days."""
        if not self.course.signs.spells and not self.course.state.ways_back:
            return ()
        firsts = frozenset[int]().union(*(lightened(self.course, monday + day) for day in range(7)))
        return tuple(map(date.fromordinal, sorted(firsts)))

    def _remember(self, aim: Aim, drafts: list[Draft]) -> None:
        """What this week hands to the next."""
        course, state, sunday = self.course, self.course.state, aim.monday + 6
        state.ladders = ladders_after(course, aim, drafts)
        if aim.phase in UP and state.climb is None and not course.held(aim.monday) and not self._away(aim.monday):
            state.target_m = max(state.target_m, aim.target_m)
            state.level_m = min(aim.target_m, course.road.week_limit(aim.monday))
            state.run_m = course.road.run_limit(sunday)
            kinds = [draft.kind for draft in drafts]
            state.ups = 0 if RUN_WALK in kinds else state.ups + 1
            state.rode = CROSS_TRAINING in kinds
        else:
            state.ups = 0
        if state.climb is not None and state.climb.stage >= TOP:
            state.climb, state.proven = None, True
            state.target_m = course.road.week(aim.monday)
        last = {draft.kind for draft in drafts if draft.day == sunday >= course.today}
        last |= course.log.kinds(sunday) if sunday <= course.today else set()
        state.prev_run = bool(last & RUN_KINDS)
        state.prev_long = LONG_RUN in last
        state.prev_strength = STRENGTH in last
        state.prev_hard = bool(last & (HARD_KINDS | {LONG_RUN}))


def _day(draft: Draft) -> int:
    return draft.day


def _told_of(session: Session) -> tuple[Phrase, int]:
    """What a week says of a session."""
    return session.title, session.minutes
