"""What is kept between two plannings: weeks already sent stay as they were, moves are made again (C7, C8)."""

from dataclasses import replace
from datetime import date

from coach.plan import Kept, Move, Phase, Week
from coach.planning.athlete import Allowed
from coach.planning.block import monday_of
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.housing import housed
from coach.planning.labels import Label, label_of
from coach.planning.signs import Bar
from coach.planning.suiting import suited
from coach.session import CROSS_TRAINING, EASY_RUN, RACE, RECOVERY_WALK, RUN_KINDS, RUN_WALK, STRENGTH, Session

AS_SENT = frozenset({Label.NORMAL, Label.LAST, Label.FIRST_TAPER, Label.RACE})
"""Days that keep what was sent; health goes first, and a way back that was not known then."""
GENTLE = frozenset({RECOVERY_WALK, CROSS_TRAINING})
"""What a sent day keeps while running hurts (C3)."""
RACES = frozenset({"race_date", "goal"})
"""Fields of the profile by which a week may lead to another race."""


def still_ahead(first: Week, shown: Week, today: date) -> tuple[Session, ...]:
    """What a week that was ``first`` sent so and is ``shown`` so now is planned from, of the days after today.

    What was decided on the day of a run outside the plan stands on the days after it (C6, C7). Health and the way back
    may be over tomorrow, and the ladder goes by what is climbed: they start from what was first sent.
    """
    ahead = [session for session in first.sessions if session.date > today]
    if shown.eased or first.eased or shown.phase is not first.phase:
        return tuple(ahead)
    now = [session for session in shown.sessions if session.date > today]
    ladder = {session.date for session in (*ahead, *now) if session.kind is RUN_WALK}
    stand = [session for session in now if session.date not in ladder]
    return tuple(sorted([*stand, *(session for session in ahead if session.date in ladder)], key=_date))


def _date(session: Session) -> date:
    return session.date


class Keeper:
    """The weeks and moves that were passed in."""

    def __init__(self, kept: Kept) -> None:
        self._weeks: dict[int, Week] = {week.start.toordinal(): week for week in kept.weeks}
        self._first: dict[int, Week] = {week.start.toordinal(): week for week in kept.first}
        self._moves = kept.moves
        self._anew = None if kept.anew is None else kept.anew.toordinal()
        self._changed = kept.changed
        self._away: dict[Move, Draft] = {}

    def sent(self, monday: int) -> bool:
        """Whether a week was sent already, and stands."""
        return monday in self._weeks and not self._is_anew(monday + 6)

    def begun(self, course: Course, monday: int) -> bool:
        """Whether days of a week that was sent are gone, or its first is logged: it is held against them (``mend``)."""
        return monday in self._weeks and monday < course.today + bool(course.log.on(course.today))

    def roomier(self, course: Course, monday: int) -> bool:
        """Whether a setting was changed by which a week that was sent may lack strength or a walk now (W7, W8).

        Of a week that is under way longer days ask for nothing more, unless it is the first.
        """
        if not self._changed:
            return False
        whole = monday >= course.today or monday < course.block.first
        asked = bool(self._changed & {"max_minutes", *RACES})
        return "strength_per_week" in self._changed or (whole and asked)

    @property
    def redated(self) -> bool:
        """Whether weeks that were sent may lead to another race now, and need its taper (P4)."""
        return not RACES.isdisjoint(self._changed)

    def eased(self, monday: int) -> frozenset[int]:
        """The spells, by their first days, for which a sent week was lighter already."""
        week = self._weeks.get(monday)
        return frozenset() if week is None else frozenset(day.toordinal() for day in week.eased)

    def keep(self, course: Course, monday: int, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a week with what was sent of it in their place."""
        week = self._weeks.get(monday)
        if week is None or not week.sessions:
            return drafts
        stand = (day for day in range(self._stands_from(course, week), monday + 7) if not self._is_anew(day))
        sources = {day: self._source(course, week, day) for day in stand}
        kept = [draft for draft in drafts if sources.get(draft.day) is None and self._in_place(course, week, draft)]
        planned = {(draft.day, draft.kind): draft for draft in drafts}
        lost: list[Draft] = []
        fresh = self._fresh(course, week, drafts)
        for day, source in sources.items():
            for session in () if source is None else source.sessions:
                available = course.athlete.caps[(day - 1) % 7] or session.kind is RACE
                off = session.kind is RACE and course.race != day
                off = off or (session.kind not in GENTLE and label_of(course, day) is Label.GENTLE)
                if session.date.toordinal() == day and not off and (available or self._moved_to(session)):
                    known = lightened(course, day) <= self.eased(monday)
                    kept.append(_draft(session, planned.get((day, session.kind)), course, known=known))
                    if source is week and day <= course.today and not known:
                        kept[-1].sent = False  # told today in a run's place, and light already
                elif session.date.toordinal() == day >= course.today and not off and not self._moved_from(session):
                    lost.append(_draft(session, None, course))
        around = [*self._sessions(monday - 7), *self._sessions(monday + 7)] if lost or self._changed else []
        if lost and not housed(course, monday, kept, lost, around) and fresh:
            return fresh
        if self._changed and monday + 6 >= course.today:
            suited(course, monday, kept, around, self._changed)
        return sorted(kept, key=lambda draft: draft.day)

    def _stands_from(self, course: Course, week: Week) -> int:
        """The first day that stands as it was sent: what is ahead is, and the days gone by from the first session on.

        That session may have been taken back since.
        """
        first = self._first.get(week.start.toordinal(), week)
        sessions = min(session.date for session in (*first.sessions, *week.sessions)).toordinal()
        return min(sessions, max(course.today, week.start.toordinal()))

    def _fresh(self, course: Course, week: Week, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a whole week with a day lost: it is planned anew where what stood there finds no other."""
        monday = week.start.toordinal()
        lost = any(not course.athlete.caps[(session.date.toordinal() - 1) % 7] for session in week.sessions)
        whole = monday >= course.today and not course.log.on(course.today)
        return [replace(draft) for draft in drafts] if lost and whole else []

    def _sessions(self, monday: int) -> tuple[Session, ...]:
        """What was sent of a week."""
        week = self._weeks.get(monday)
        return () if week is None else week.sessions

    def _in_place(self, course: Course, week: Week, draft: Draft) -> bool:
        """Whether a day of a sent week may hold this; while it hurts no longer than what it takes the place of (C3)."""
        if (
            draft.day < self._stands_from(course, week)
            or self._is_anew(draft.day)
            or label_of(course, draft.day) is not Label.GENTLE
        ):
            return True
        here = [session for session in week.sessions if session.date.toordinal() == draft.day]
        held = sum(session.minutes for session in here if session.kind is not RACE)
        draft.minutes = min(draft.minutes, held)
        return held > 0

    def _source(self, course: Course, week: Week, day: int) -> Week | None:
        """The week whose sessions a day keeps: as it is known or, if that may be lighter already, as it was first sent.

        So nothing is made lighter twice. Health and the way back go first: their days keep nothing.
        """
        label = label_of(course, day)
        gentle = label is Label.GENTLE and _is_gentle(week, day)
        if label is Label.RACE and RACES & self._changed:
            return None
        cared = label is Label.WALK and "health" in self._changed
        if label not in AS_SENT and not gentle and not cared and not _goes_on(course, week, day, label):
            return None
        if day > course.today or lightened(course, day) <= self.eased(week.start.toordinal()):
            return week
        first = self._first.get(week.start.toordinal())
        return week if gentle and (first is None or not _is_gentle(first, day)) else first

    def _is_anew(self, day: int) -> bool:
        """Whether a day is planned afresh, whatever was sent of it."""
        return self._anew is not None and day >= self._anew

    def _moved_to(self, session: Session) -> bool:
        """Whether the athlete moved this session to its day, easy since or not; they know when they have time (C8)."""
        kinds = RUN_KINDS if session.kind is EASY_RUN else {session.kind}
        return any(move.kind in kinds and move.target == session.date for move in self._moves)

    def _moved_from(self, session: Session) -> bool:
        """Whether the athlete moved this session to another day (C8)."""
        return any(move.kind is session.kind and move.origin == session.date for move in self._moves)

    def move(self, course: Course, monday: int, first: int, drafts: list[Draft]) -> list[Draft]:
        """The drafts of the days from ``first`` on with the athlete's moves made, from other weeks too."""
        if not self._moves:
            return drafts
        for move in self._moves:
            drafts = self._moved(move, monday, drafts)
            if monday <= move.target.toordinal() < monday + 7 <= move.origin.toordinal():
                self._fetch(course, move)
        arrived = [draft for draft in self._away.values() if max(first, monday) <= draft.day < monday + 7]
        return sorted(drafts + arrived, key=lambda draft: draft.day)

    def _moved(self, move: Move, monday: int, drafts: list[Draft]) -> list[Draft]:
        origin, target = move.origin.toordinal(), move.target.toordinal()
        found = next((d for d in drafts if d.day == origin and d.kind is move.kind), None)
        if found is None or (target < monday and move not in self._away):
            return drafts
        if target >= monday:
            found.day = target
            if found.session is not None:
                found.session = replace(found.session, date=date.fromordinal(target))
            if target < monday + 7:
                return drafts
            self._away[move] = found
        return [draft for draft in drafts if draft is not found]

    def _fetch(self, course: Course, move: Move) -> None:
        """Take a session out of a later week that was sent already."""
        origin = move.origin.toordinal()
        week = self._weeks.get(monday_of(origin))
        sessions = () if week is None else week.sessions
        for session in sessions:
            if session.date == move.origin and session.kind is move.kind:
                self._away[move] = _draft(replace(session, date=move.target), None, course)


def _goes_on(course: Course, week: Week, day: int, label: Label) -> bool:
    """Whether a week was sent as one of the walking, or of the return begun before it, that a day belongs to (C1)."""
    if label is Label.WALK:
        strong = course.athlete.allowed > Allowed.WALK and course.signs.bar(day) < Bar.RUNNING
        return week.phase is Phase.WALK and (strong or all(each.kind is not STRENGTH for each in week.sessions))
    way = course.way_back(day)
    back = label is Label.RETURN and week.phase is Phase.RETURN
    return back and way is not None and way.first <= week.start.toordinal()


def _is_gentle(week: Week, day: int) -> bool:
    """Whether a day of a week holds a walk or a ride."""
    return any(session.kind in GENTLE and session.date.toordinal() == day for session in week.sessions)


def lightened(course: Course, day: int) -> frozenset[int]:
    """What makes a day lighter, by first days: pain, too much effort, a break of which nothing is said (C1–C3)."""
    if not course.signs.spells and not course.state.ways_back:
        return frozenset()
    spell, way = course.signs.lighter(day), course.way_back(day, open_end=True)
    return frozenset(each.first for each in (spell, way) if each is not None)


def _draft(session: Session, planned: Draft | None, course: Course, *, known: bool = True) -> Draft:
    """The draft of a session as it was sent; the ladder of weeks to come goes by what was climbed (P5).

    So does that of this week in a break which was not ``known`` when it was sent (C1).
    """
    if planned is not None and session.kind is RUN_WALK:
        quiet = not known and course.way_back(planned.day, open_end=True) is not None
        if quiet or monday_of(planned.day) > course.today:
            return planned
    draft = planned or Draft(session.date.toordinal(), session.kind, session.minutes)
    if planned is None and session.kind is RUN_WALK and course.state.climb is not None:
        draft.stage, draft.held = course.state.climb.stage, True
    draft.minutes, draft.sent = session.minutes, True
    draft.take(session)
    return draft
