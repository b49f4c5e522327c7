"""How far somebody may run at most: the longest run of late and a tenth or 500 m more, as plans keep to (P1)."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from coach.history import Entry, Status
from coach.profile import Profile
from coach.session import RUN_KINDS
from coach.units import Metres

OF_LATE: Final = dt.timedelta(days=30)
"""How long a run counts."""


def longest_of_late(profile: Profile, history: Sequence[Entry], today: dt.date) -> Metres:
    """Metres of the longest run of the last 30 days, the stated one among them in the first 30; 0 where none is."""
    ran = (one for one in history if one.kind in RUN_KINDS and one.status is not Status.SKIPPED)
    metres = [one.distance_m or 0 for one in ran if today - OF_LATE <= one.date <= today]
    stated = profile.longest_run_m or 0 if today < profile.start_date + OF_LATE else 0
    return Metres(round(max([*metres, stated])))


def farthest(longest: Metres) -> Metres:
    """Metres up to which the next run may go (P1)."""
    return Metres(round(max(1.1 * longest, longest + 500)))
