"""What the history holds of the week that is under way, for limits that count it, and what is left of it (C6, C8)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from coach.history import Status
from coach.planning.course import Course
from coach.planning.draft import Draft
from coach.planning.log import happened
from coach.planning.sizing import total
from coach.session import HARD_KINDS, TRAINED_RUNS, SessionKind


@dataclass(slots=True)
class Done:
    """What the history holds of the current week."""

    known_m: float = 0.0
    counted_m: float = 0.0
    runs: int = 0
    run_minutes: float = 0.0
    hard: int = 0
    kinds: tuple[SessionKind, ...] = ()
    sessions: list[tuple[SessionKind, float]] = field(default_factory=list)

    def as_sent(self, over: list[Draft]) -> None:
        """Hold the shares of hard work (W5) and the long run (W6) against what was sent of the days ``over``, if more.

        Sessions missed then leave the rest of the week as it is; from four days on a break has its own rules (C1).
        """
        runs = [draft for draft in over if draft.kind in TRAINED_RUNS]
        metres = total(over)
        if metres > self.known_m:
            self.known_m, self.runs = metres, len(runs)
        self.run_minutes = max(self.run_minutes, sum(draft.minutes for draft in runs))


def done_this_week(course: Course, monday: int) -> Done:
    """What took place from Monday to today; hard runs that were missed count as hard (C8)."""
    done, log = Done(), course.log
    kinds: list[SessionKind] = []
    for day in range(monday, course.today + 1):
        done.known_m += log.known_m.get(day, 0.0)
        done.counted_m += log.counted_m.get(day, 0.0)
        for entry in log.on(day):
            if entry.kind is None:
                continue
            if happened(entry):
                kinds.append(entry.kind)
                done.sessions.append((entry.kind, float(entry.minutes or 60)))
                if entry.kind in TRAINED_RUNS:
                    done.runs += 1
                    done.run_minutes += entry.minutes or 0
                done.hard += entry.kind in HARD_KINDS
            elif entry.status is Status.SKIPPED and entry.kind in HARD_KINDS:
                done.hard += 1
    done.kinds = tuple(kinds)
    return done


def ahead(course: Course, drafts: Sequence[Draft]) -> list[Draft]:
    """What is still to come: today's unless something of its kind stands in the log."""
    return [d for d in drafts if d.day > course.today or (d.day == course.today and not _logged(course, d))]


def _logged(course: Course, draft: Draft) -> bool:
    return any(entry.kind is draft.kind for entry in course.log.on(draft.day))
