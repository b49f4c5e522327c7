"""What a session's steps amount to: the longest stretch of running, the seconds of each thing to do."""

from collections.abc import Iterator

from coach.session import FOOT_KINDS, RUN_KINDS, Do, Part, Session, SessionKind
from coach.units import Metres, Seconds


def longest_run(session: Session) -> Seconds | None:
    """The longest stretch run without a walk (seconds), as planned; ``None`` for a session without running (P5)."""
    if session.kind not in RUN_KINDS or not session.steps:
        return None
    longest = stretch = 0
    for part in foot_parts(session):
        walks = part.do is Do.WALK or (session.kind is SessionKind.RUN_WALK and part.do is not Do.RUN)
        stretch = 0 if walks else stretch + (part.seconds or 0)
        longest = max(longest, stretch)
    return Seconds(longest) if longest else None


def foot_parts(session: Session) -> Iterator[Part]:
    """The parts of a run or walk in the order they are done, repeats written out."""
    for step in session.steps:
        for _ in range(step.repeat):
            for part in step.parts:
                if isinstance(part, Part):
                    yield part


def expected_m(session: Session, minutes: float) -> Metres | None:
    """Metres on foot that so many minutes of a planned session come to, fewer or more of them than planned.

    Who ran for longer ran farther, and all limits count it (C6); a stroll that nobody measured takes no running away,
    however long it was. ``None`` for a session that is not on foot.
    """
    if session.distance_m is None or session.kind not in FOOT_KINDS:
        return None
    share = minutes / session.minutes
    return Metres(round(session.distance_m * (min(1.0, share) if session.kind is SessionKind.RECOVERY_WALK else share)))
