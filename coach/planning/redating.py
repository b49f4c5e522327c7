"""A week that was sent suits a race on another date, or of another length: only what the race asks for (P4, W3, W7)."""

from collections.abc import Sequence

from coach.moves import STRENUOUS, TRAINED_STRENUOUS
from coach.planning import tapering
from coach.planning.course import Course
from coach.planning.done import ahead
from coach.planning.draft import Draft
from coach.planning.housing import CONTINUOUS, ENOUGH_FOR_LONG
from coach.planning.labels import Label, label_of, labels_of
from coach.planning.racing import no_strength, strength_of
from coach.planning.sharing import LONGEST, LONGEST_USUAL
from coach.session import EASY_RUN, LONG_RUN, RACE, RECOVERY_WALK, STRENGTH, Session

LEADING = frozenset({LONG_RUN, RACE})
"""What a week has one of."""


def towards_race(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """The last days before a race are easy and without strength; how far they go is for the taper to say (P4, W7)."""
    _no_longer_than(course, drafts)
    _one_long(course, monday, drafts, around)
    if course.race is None or not course.race - 2 * (tapering.LAST + 1) < monday + 7 <= course.race + 7:
        return
    barred, left = no_strength(course, monday), strength_of(course, monday)
    for draft in ahead(course, drafts):
        label = label_of(course, draft.day)
        if draft.kind is STRENGTH:
            left -= 1
            if left < 0 or barred >> draft.day - monday & 1:
                drafts.remove(draft)
            elif label is Label.FIRST_TAPER and not draft.light:
                draft.light, draft.session = True, None
        elif label is Label.LAST and draft.kind in TRAINED_STRENUOUS:
            draft.ease()


def _no_longer_than(course: Course, drafts: list[Draft]) -> None:
    """The long run is as long at most as the goal of now lets it be (W6)."""
    most = int(LONGEST.get(course.athlete.profile.goal, LONGEST_USUAL))
    for draft in ahead(course, drafts):
        if draft.kind is LONG_RUN and draft.minutes > most:
            draft.minutes, draft.session = most, None


def _one_long(course: Course, monday: int, drafts: list[Draft], around: Sequence[Session]) -> None:
    """Let a whole week whose race is gone call one of its runs the long one (W4): the longest that stands apart."""
    runs = [draft for draft in drafts if draft.kind in CONTINUOUS]
    whole = monday >= course.today and not course.log.on(course.today)
    ordinary = set(labels_of(course, monday)) == {Label.NORMAL}
    if not (whole and ordinary) or len(runs) < ENOUGH_FOR_LONG or any(draft.kind in LEADING for draft in runs):
        return
    beside = {session.date.toordinal() for session in around if session.kind in STRENUOUS}
    beside |= {draft.day for draft in drafts if draft.kind in STRENUOUS}
    strength = {draft.day for draft in drafts if draft.kind is STRENGTH}
    easy = [draft for draft in runs if draft.kind is EASY_RUN and not {draft.day - 1, draft.day} & strength]
    apart = [draft for draft in easy if not {draft.day - 1, draft.day + 1} & beside]
    if apart:
        long = max(apart, key=lambda draft: (_walked(course, drafts, draft.day), draft.minutes, draft.day))
        long.kind, long.session = LONG_RUN, None


def _walked(course: Course, drafts: list[Draft], long: int) -> bool:
    """Whether the day after a long run holds the week's walk, or could, or is none of the athlete's (W8)."""
    after = {draft.kind for draft in drafts if draft.day == long + 1}
    walks = any(draft.kind is RECOVERY_WALK for draft in drafts)
    return not course.athlete.caps[long % 7] or RECOVERY_WALK in after or not (after or walks)
