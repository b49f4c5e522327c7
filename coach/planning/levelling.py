"""The first week suits a running level that is put right in it: no more than the athlete's own limits ask (W3, P5)."""

from collections.abc import Sequence

from coach.plan import Week
from coach.planning.athlete import read_athlete
from coach.planning.course import Course
from coach.planning.done import ahead
from coach.planning.draft import Draft
from coach.profile import Profile
from coach.session import RUN_WALK, TRAINED_HARD, TRAINED_RUNS, Session
from coach.workouts.ladder import session_minutes


def at_level(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """Hard runs are as many as the experience lets them, and run/walks of the stage that somebody can do."""
    del monday, around
    left = course.athlete.hards if course.state.proven else 0
    coming = ahead(course, drafts)
    for draft in drafts:
        if draft.kind not in TRAINED_HARD:
            continue
        left -= 1
        if left < 0 and draft in coming:
            draft.ease()
    for draft in coming:
        if draft.kind is RUN_WALK and draft.expected is not None and draft.stage is not None:
            draft.session, draft.minutes = None, min(draft.room, session_minutes(draft.stage))


def begins_otherwise(profile: Profile, week: Week) -> bool:
    """Whether somebody's first week holds another sort of running than a ``week`` as it was sent (P5, P6).

    One sort takes the place of another: walks before the first run, the ladder, runs without walks.
    """
    athlete, kinds = read_athlete(profile), {session.kind for session in week.sessions}
    if not kinds & TRAINED_RUNS:
        return not athlete.walks_first
    return athlete.walks_first or (RUN_WALK in kinds) is (athlete.first_stage is None)
