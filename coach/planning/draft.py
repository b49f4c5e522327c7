"""A session while the week is still being made: everything the planner decides, before the library words it."""

from collections.abc import Iterable
from dataclasses import dataclass

from coach.plan import Phase
from coach.planning.athlete import Allowed, Athlete, dose_week
from coach.profile import Goal
from coach.session import EASY_RUN, RECOVERY_WALK, RUN_WALK, TRAINED_FOOT, Session, SessionKind
from coach.slot import Emphasis, Setting, Slot
from coach.standing import Standings

LEANER_LEGS, WALK = Goal.LEANER_LEGS, Allowed.WALK


@dataclass(slots=True)
class Draft(Slot):
    """A slot that its week may still change, with the ``session`` made of it last.

    Of a run/walk, ``expected`` is the stage and the comfortable sessions it was planned on, ``held`` says that it
    does not count for the ladder, ``limited`` that a heavy newcomer's first days cut its running (P6), ``room`` is the
    minutes there are for it. ``sent`` says that it stands as it was sent. ``metres`` are those on foot of the session
    that was made last, 0 off one's feet.
    """

    held: bool = False
    limited: bool = False
    expected: tuple[int, int] | None = None
    room: int = 0
    sent: bool = False
    session: Session | None = None
    metres: float = 0.0

    def take(self, session: Session) -> None:
        """This is its session now."""
        self.session, self.metres = session, float(session.distance_m or 0)

    def ease(self) -> None:
        """Become an easy run of the same length, whose session is still to be made."""
        self.kind, self.session, self.work_s, self.rep_m = EASY_RUN, None, None, None


@dataclass(slots=True)
class Frame:
    """What all sessions of a week share; nobody changes one."""

    athlete: Athlete
    setting: Setting


def frame_of(
    athlete: Athlete, phase: Phase, week: int, emphasis: Emphasis | None = None, ladders: Standings = ()
) -> Frame:
    """The frame of a week, counted from 1."""
    profile = athlete.profile
    return Frame(
        athlete,
        Setting(
            phase,
            dose_week(athlete, week),
            profile.experience,
            athlete.pacing,
            emphasis,
            athlete.equipment,
            athlete.cross,
            profile.goal is LEANER_LEGS,
            athlete.modest,
            ladders,
            athlete.allowed is WALK,
            athlete.expecting,
        ),
    )


def always_allowed(drafts: list[Draft], done: Iterable[tuple[SessionKind, float]]) -> bool:
    """Whether a week is within what P2 always allows; ``done`` are kinds and minutes of what took place."""
    for draft in drafts:  # most weeks hold a longer one
        if draft.minutes > 30 and draft.kind in TRAINED_FOOT:
            return False
    sessions = [*done, *[(draft.kind, float(draft.minutes)) for draft in drafts]]
    foot = [(kind, minutes) for kind, minutes in sessions if kind in TRAINED_FOOT]
    if any(minutes > 30 for _, minutes in foot):
        return False
    walks = sum(kind is RECOVERY_WALK for kind, _ in foot)
    if walks == len(foot):
        return walks <= 5
    plain = all(kind in {RUN_WALK, RECOVERY_WALK} for kind, _ in foot)
    return plain and len(foot) - walks <= 3 and walks <= 1
