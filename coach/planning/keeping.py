"""What is kept between two plannings: weeks already sent stay as they were, moves are made again (C7, C8)."""

from dataclasses import replace
from datetime import date

from coach.plan import Kept, Move, Week
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.labels import Label, label_of
from coach.planning.signs import Bar
from coach.session import Session, SessionKind

AS_SENT = frozenset({Label.NORMAL, Label.LAST, Label.FIRST_TAPER, Label.RACE})
"""Days that keep what was sent; health and the way back go first."""


class Keeper:
    """The weeks and moves that were passed in."""

    def __init__(self, kept: Kept) -> None:
        self._weeks: dict[int, Week] = {week.start.toordinal(): week for week in kept.weeks}
        self._moves = kept.moves
        self._away: dict[Move, Draft] = {}

    def sent(self, monday: int) -> bool:
        """Whether a week was sent already."""
        return monday in self._weeks

    def keep(self, course: Course, monday: int, drafts: list[Draft]) -> list[Draft]:
        """The drafts of a week with what was sent of it in their place."""
        week = self._weeks.get(monday)
        if week is None or not week.sessions:
            return drafts
        first = min(session.date for session in week.sessions).toordinal()
        days = {day for day in range(first, monday + 7) if _stands(course, day)}
        kept = [draft for draft in drafts if draft.day not in days]
        planned = {(draft.day, draft.kind): draft for draft in drafts}
        for session in week.sessions:
            day = session.date.toordinal()
            available = course.athlete.caps[(day - 1) % 7] or session.kind is SessionKind.RACE
            if day in days and (available or self._moved_to(session)):
                kept.append(_draft(session, planned.get((day, session.kind)), course))
        return sorted(kept, key=lambda draft: draft.day)

    def _moved_to(self, session: Session) -> bool:
        """Whether the athlete moved a session of this kind to its day; they know best that they have time (C8)."""
        return any(move.kind is session.kind and move.target == session.date for move in self._moves)

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
        week = self._weeks.get(origin - (origin - 1) % 7)
        sessions = () if week is None else week.sessions
        for session in sessions:
            if session.date == move.origin and session.kind is move.kind:
                self._away[move] = _draft(replace(session, date=move.target), None, course)


def _stands(course: Course, day: int) -> bool:
    if day == course.today:
        return course.signs.bar(day) is Bar.NOTHING
    return label_of(course, day) in AS_SENT


def _draft(session: Session, planned: Draft | None, course: Course) -> Draft:
    """The draft of a session as it was sent; the ladder of weeks to come goes by what was climbed (P5)."""
    if (
        planned is not None
        and session.kind is SessionKind.RUN_WALK
        and planned.day - (planned.day - 1) % 7 > course.today
    ):
        return planned
    draft = planned or Draft(session.date.toordinal(), session.kind, session.minutes)
    if planned is None and session.kind is SessionKind.RUN_WALK and course.state.climb is not None:
        draft.stage, draft.held = course.state.climb.stage, True
    draft.minutes, draft.session = session.minutes, session
    return draft
