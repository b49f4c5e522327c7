"""Week after week from the start of the block: what was planned, what came of it, and what is planned now.

The block is walked through from its first day. Days that are over are answered by the history, days ahead are taken as
done as written; so a block that goes as planned is planned the same way every day. What weeks gone by hand on may be
remembered (``memory``); then the walk begins with the week of today.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from coach.history import HALF_AN_HOUR
from coach.phrases import Phrase
from coach.plan import CUTBACK, NOTHING_KEPT, RETURN, Kept, Week
from coach.planning.aim import Aim
from coach.planning.beginning import step_back_after_silence
from coach.planning.block import monday_of
from coach.planning.breaking import force_returns, open_break
from coach.planning.climbing import TOP, counts, set_stages
from coach.planning.course import Course
from coach.planning.draft import Draft, Frame, frame_of
from coach.planning.filling import lacking
from coach.planning.keeping import Keeper, lightened
from coach.planning.labels import Label, label_of
from coach.planning.leeway import Leeway, leeway_of
from coach.planning.lifting import ladders_after
from coach.planning.living import climb_by, climbed, live, live_today, note_odd, raced_long, reach, recover
from coach.planning.making import fill_up, make_all, number_turns, settle_return
from coach.planning.mending import lighten, mend
from coach.planning.phases import UP, UPS
from coach.planning.recovering import mending_of
from coach.planning.weekly import aim_of, drafts_of, easy_monday_next
from coach.session import (
    CROSS_TRAINING,
    HARD_KINDS,
    LONG_RUN,
    RACE,
    RUN_KINDS,
    RUN_WALK,
    STRENGTH,
    Session,
    SessionKind,
)
from coach.units import Metres
from coach.workouts.ladder import longest_run_s
from coach.workouts.telling import told_apart

SURELY_PROVES = 36
"""Minutes of a planned run that are taken to prove half an hour without a walk, with a margin (W3) [C]."""
NOTHING: Mapping[int, Sequence[Draft]] = {}
"""No day that keeps what stood on it."""


class Engine:
    """One walk through a block, ``course`` in hand; ``weeks`` are those from today's on.

    ``first`` is the week to begin with, counted from 0; those before it are behind. ``leeway`` is that of today's week.
    """

    def __init__(self, course: Course, kept: Kept = NOTHING_KEPT, first: int = 0) -> None:
        self.course = course
        self._first = first
        self.keeper = Keeper(kept)
        self.weeks: list[Week] = []
        self.leeway: Leeway | None = None

    def run(self, last: int | None = None) -> list[Week]:
        """The weeks from the one that holds today; of the block's weeks only the first ``last`` are walked through."""
        weeks = self.course.block.weeks
        for number in range(self._first, weeks if last is None else min(max(1, last), weeks)):
            self._week(number)
        return self.weeks

    def _week(self, number: int) -> None:
        course = self.course
        monday = course.block.monday + 7 * number
        force_returns(course, monday)
        if monday <= course.today:
            open_break(course, monday)
        step_back_after_silence(course.state, monday)
        aim, drafts = self._planned(number, monday)
        over: list[Draft] = []
        for day in range(monday, min(course.today, monday + 7)):
            if day > monday:
                aim, drafts = self._broken(number, day, aim, drafts)
            if live(course, day, drafts):
                aim, drafts = self._again(number, day + 1, drafts)
        if monday <= course.today < monday + 7:
            if monday < course.today:
                aim, drafts = self._broken(number, course.today, aim, drafts)
            if raced_long(course, course.today) and course.today < monday + 6:
                aim, drafts = self._again(number, course.today + 1, drafts)
            self._restage(aim, drafts)
            note_odd(course, drafts)
            before, stood = drafts, [(draft, draft.session) for draft in drafts]
            drafts = mend(course, aim, drafts, self._frame(aim), sent=self.keeper.sent(monday))
            live_today(course, before, drafts)
            over = [draft for draft in before if self._is_over(draft) and draft not in drafts]
        kinds = [draft.kind for draft in (*over, *drafts)]
        if course.today < monday + 7:
            ahead = _since(course.today, monday, drafts)
            self._ahead(ahead, kinds)
            self._write(aim, drafts, ahead)
        if monday <= course.today < monday + 7 and self.keeper.sent(monday):
            self.leeway = leeway_of(course, aim, stood, drafts, self.weeks[-1].sessions)
        self._remember(aim, drafts, kinds)

    def _planned(
        self, number: int, first: int, before: Sequence[Draft] = (), stood: Mapping[int, Sequence[Draft]] = NOTHING
    ) -> tuple[Aim, list[Draft]]:
        """The days from ``first`` on, made where they are still to come; ``before`` are the week's other days.

        Days of a return keep what has ``stood`` on them: a day missed of it is not made up on the others (C1).
        """
        course = self.course
        aim = aim_of(course, number, first)
        if aim.held:
            course.road.hold(course.state.run_m)
        drafts = drafts_of(course, aim, first)
        if stood:
            drafts = [draft for draft in drafts if draft.day not in stood]
            drafts = sorted([*drafts, *(draft for day in stood for draft in stood[day])], key=_day)
        drafts = self.keeper.keep(course, aim.monday, drafts)
        drafts = self.keeper.move(course, aim.monday, first, _since(first, aim.monday, drafts))
        if aim.phase is CUTBACK and any(draft.kind is RUN_WALK for draft in drafts):
            aim.phase = course.block.phase(number)  # no lighter weeks on the ladder (P3)
        number_turns(course, aim, drafts, before)
        if aim.monday + 7 > course.today:
            frame, sent, begun = self._frame(aim), self.keeper.sent(aim.monday), self.keeper.begun(course, aim.monday)
            roomier = self.keeper.roomier(course, aim.monday)
            redated = self.keeper.redated
            drafts = make_all(course, aim, drafts, frame, sent=sent, begun=begun, roomier=roomier, redated=redated)
            if not sent:
                self._fill_sunday(aim, drafts, frame)
        elif course.state.ways_back:
            settle_return(course, drafts, self._frame(aim))  # as it was then: what had no room in it is not missed
        if aim.held:
            course.road.hold(0.0)
        if aim.monday + 7 > course.today:
            drafts = lighten(course, aim, drafts, frame, self.keeper.eased(aim.monday), sent=sent)
        return aim, drafts

    def _fill_sunday(self, aim: Aim, drafts: list[Draft], frame: Frame) -> None:
        """Fill a Sunday that was kept free for a Monday's long run, where the week after has none (W7)."""
        if aim.long_next and easy_monday_next(self.course, aim, drafts):
            aim.long_next = False
            fill_up(aim, drafts, frame)

    def _broken(self, number: int, day: int, aim: Aim, drafts: list[Draft]) -> tuple[Aim, list[Draft]]:
        """The same week, from ``day`` on anew where a return begins with it; days of another return stand (C1)."""
        back = self._returning(day)
        if not open_break(self.course, day):
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

    def _is_over(self, draft: Draft) -> bool:
        """Whether a session stands in the log of today: the week has held it all the same."""
        today = self.course.today
        return draft.day == today and any(entry.kind is draft.kind for entry in self.course.log.on(today))

    def _frame(self, aim: Aim) -> Frame:
        course = self.course
        return frame_of(course.athlete, aim.phase, aim.week + 1, course.block.emphasis, course.state.ladders)

    def _restage(self, aim: Aim, drafts: list[Draft]) -> None:
        """Where the ladder went otherwise than expected this week, what is left of the week follows it (P5)."""
        course, climb = self.course, self.course.state.climb
        if climb is None:
            return
        at, first = climb.copy(), course.today
        if course.log.ran(course.today) or any(entry.kind is RUN_WALK for entry in course.log.on(course.today)):
            first += 1  # what was skipped today is not planned again either
            for draft in drafts:
                if draft.day == course.today and climbed(course, draft) and counts(draft, climb):
                    at.step()
            reach(course, course.today, at)
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
                draft.take(known)

    def _ahead(self, ahead: list[Draft], kinds: list[SessionKind]) -> None:
        """Take the days to come as done as written; ``kinds`` are those of the week."""
        course, state = self.course, self.course.state
        course.road.note(ahead)
        if course.signs.backs:
            state.planned_days.update([draft.day for draft in ahead])
        if state.proven and state.first_run and state.climb is None and RACE not in kinds:
            return  # who runs half an hour on end has nothing left to show; only a race changes anything
        for draft in ahead:
            kind = draft.kind
            if kind is RACE:
                recover(course, draft.day, mending_of(draft.metres))
            elif kind in RUN_KINDS:
                if not state.first_run:
                    state.first_run = draft.day
                if kind is RUN_WALK:
                    climb_by(course, draft)
                    stretch = longest_run_s(draft.stage or 0)
                    state.proven = state.proven or 60 * draft.minutes > stretch >= HALF_AN_HOUR
                elif draft.minutes >= SURELY_PROVES:
                    state.proven = True

    def _write(self, aim: Aim, drafts: list[Draft], ahead: list[Draft]) -> None:
        written = [session for draft in ahead if (session := draft.session) is not None]
        before = self.weeks[-1].sessions if self.weeks else ()
        sessions = told_apart(written, before, modest=self.course.athlete.modest)
        metres = int(sum([draft.metres for draft in ahead]))
        if not self.course.signs.rests(aim.monday):  # of an illness nobody says that days have no room (W0)
            self.course.state.gave.update(lacking(aim, _since(self.course.block.first, aim.monday, drafts)))
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

    def _remember(self, aim: Aim, drafts: list[Draft], kinds: list[SessionKind]) -> None:
        """What this week, with sessions of such ``kinds``, hands to the next."""
        course, state, sunday = self.course, self.course.state, aim.monday + 6
        lifts = STRENGTH in kinds and (aim.monday >= course.today or _lifts(_since(course.today, aim.monday, drafts)))
        state.ladders = ladders_after(course, aim, ahead=lifts)
        built = aim.phase in UP and not course.held(aim.monday) and not self._away(aim.monday)
        if built:
            state.rode = CROSS_TRAINING in kinds
        if built and state.climb is None:
            state.target_m = max(state.target_m, aim.target_m)
            state.level_m = min(aim.target_m, course.road.week_limit(aim.monday))
            state.run_m = course.road.run_limit(sunday)
            state.ups = 0 if RUN_WALK in kinds else state.ups + 1
        else:
            state.ups = 0
        state.ups_anyhow = (state.ups_anyhow + 1) % (UPS + 1) if aim.phase is RETURN else state.ups
        if course.signs.spells and not course.held(aim.monday) and (most := course.road.week_limit(aim.monday + 7)):
            state.level_m = min(state.level_m, most)  # a pain takes its share from what next week may hold at most (P2)
        if state.climb is not None and state.climb.stage >= TOP:
            state.climb, state.proven = None, True
            state.target_m = course.road.week(aim.monday)
        last = {draft.kind for draft in drafts if draft.day == sunday} if sunday >= course.today else set()
        if sunday <= course.today:
            last |= course.log.kinds(sunday)
        state.prev_run = not RUN_KINDS.isdisjoint(last)
        state.prev_long = LONG_RUN in last
        state.prev_strength = STRENGTH in last
        state.prev_hard = state.prev_long or not HARD_KINDS.isdisjoint(last)


def _day(draft: Draft) -> int:
    return draft.day


def _lifts(drafts: list[Draft]) -> bool:
    """Whether some days hold strength."""
    return any(draft.kind is STRENGTH for draft in drafts)


def _since(first: int, monday: int, drafts: list[Draft]) -> list[Draft]:
    """Those of a week's drafts whose days are not before ``first``: all of them in most weeks."""
    return drafts if first <= monday else [draft for draft in drafts if draft.day >= first]


def _told_of(session: Session) -> tuple[Phrase, int]:
    """What a week says of a session."""
    return session.title, session.minutes
