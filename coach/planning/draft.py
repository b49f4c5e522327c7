"""A session while the week is still being made: everything the planner decides, before the library words it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coach.plan import Phase
from coach.planning.athlete import Allowed, Athlete
from coach.profile import Goal
from coach.session import RECOVERY_WALK, RUN_WALK, TRAINED_FOOT, Session, SessionKind
from coach.slot import Emphasis, Setting, Slot
from coach.standing import Standings
from coach.units import Metres, Minutes, Seconds

LIGHT_SHARE = 0.5
"""The share of its sets that a light strength session keeps."""


@dataclass(slots=True)
class Draft:
    """One session to be, on an ordinal ``day``; the figures are those of ``Slot``. ``session`` once it is made.

    Of a run/walk, ``expected`` is the stage and the comfortable sessions it was planned on, ``held`` says that it
    does not count for the ladder, ``room`` is the minutes there are for it. ``easy`` takes the steady part out of a
    long run and says that run/walk in pieces comes between runs in one go, ``sent`` says that it stands as it was sent.
    ``metres`` are those on foot of the session that was made last, 0 off one's feet.
    """

    day: int
    kind: SessionKind
    minutes: int
    stage: int | None = None
    run_s: int | None = None
    work_s: int | None = None
    rep_m: float | None = None
    race_m: Metres | None = None
    strides: int = 0
    light: bool = False
    turn: int = 0
    held: bool = False
    expected: tuple[int, int] | None = None
    room: int = 0
    easy: bool = False
    sent: bool = False
    session: Session | None = None
    metres: float = 0.0

    def take(self, session: Session) -> None:
        """This is its session now."""
        self.session, self.metres = session, float(session.distance_m or 0)


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
    legs = profile.goal is Goal.LEANER_LEGS
    return Frame(
        athlete,
        Setting(
            phase,
            week,
            profile.experience,
            athlete.pacing,
            emphasis,
            athlete.equipment,
            athlete.cross,
            legs,
            athlete.modest,
            ladders,
        ),
    )


def slot_of(draft: Draft, frame: Frame) -> Slot:
    """The slot the library fills for a draft."""
    return Slot(
        date.fromordinal(draft.day),
        draft.kind,
        Minutes(draft.minutes),
        draft.turn,
        frame.setting,
        None if draft.work_s is None else Seconds(draft.work_s),
        None if draft.rep_m is None else Metres(int(draft.rep_m)),
        draft.stage,
        None if draft.run_s is None else Seconds(draft.run_s),
        draft.race_m,
        draft.strides,
        LIGHT_SHARE if draft.light else 1.0,
        draft.easy or frame.athlete.allowed is Allowed.WALK,
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
