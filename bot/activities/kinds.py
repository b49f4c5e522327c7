"""The kinds of activity by the many names that watches and services give them."""

from coach.reading import Activity

_NAMES = (
    (Activity.RUN, ("run", "jog", "treadmill", "track")),
    (Activity.WALK, ("walk", "hik", "trek")),
    (Activity.CYCLING, ("cycl", "bik", "ride", "spinning")),
    (Activity.SWIMMING, ("swim",)),
    (Activity.STRENGTH, ("strength", "weight", "gym")),
)
_STRAVA = {"1": Activity.CYCLING, "9": Activity.RUN, "10": Activity.WALK, "4": Activity.WALK, "16": Activity.SWIMMING}
"""Strava writes numbers into the type of a GPX track."""
_SILENT = frozenset({"", "other", "generic", "all", "none", "default", "unknown", "uncategorized"})


def activity_named(*names: str) -> Activity | None:
    """The activity that the first telling one of several names means; ``None`` where none of them says anything."""
    told = [name.strip().lower() for name in names]
    for name in told:
        if name in _STRAVA:
            return _STRAVA[name]
        for activity, parts in _NAMES:
            if any(part in name for part in parts):
                return activity
    return None if all(name in _SILENT for name in told) else Activity.OTHER
