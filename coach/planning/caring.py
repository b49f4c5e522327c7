"""A week that was sent suits what somebody says of their health since: its days stay, runs become walks (S1, S2)."""

from collections.abc import Sequence
from dataclasses import replace

from coach.planning.athlete import Allowed
from coach.planning.course import Course
from coach.planning.done import ahead
from coach.planning.draft import Draft
from coach.profile import HealthFlag
from coach.session import RECOVERY_WALK, STRENGTH, Session

LONGEST_WALK = 30
"""Minutes of a walk in the place of a run."""


def cared_for(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """What is to come holds no more than a doctor's yes, or a child to be born, lets it; the rest stays as it was."""
    del monday, around
    athlete = course.athlete
    for draft in ahead(course, drafts):
        if athlete.allowed < Allowed.EASY and draft.kind not in {RECOVERY_WALK, STRENGTH}:
            _walked(drafts, draft)
        elif athlete.allowed is Allowed.WALK and draft.kind is STRENGTH:
            drafts.remove(draft)
        elif athlete.allowed is Allowed.WALK or HealthFlag.BETA_BLOCKER in athlete.profile.health.flags:
            _by_feel(draft)


def _walked(drafts: list[Draft], draft: Draft) -> None:
    """Put a walk in the place of a run or a ride, unless its day has one."""
    drafts.remove(draft)
    if all(other.kind is not RECOVERY_WALK or other.day != draft.day for other in drafts):
        drafts.append(Draft(draft.day, RECOVERY_WALK, min(LONGEST_WALK, draft.minutes)))


def _by_feel(draft: Draft) -> None:
    """Take the heart rate out of a session: effort and the talk test guide it (S2)."""
    if draft.session is not None and draft.session.target.hr_bpm is not None:
        draft.take(replace(draft.session, target=replace(draft.session.target, hr_bpm=None)))
