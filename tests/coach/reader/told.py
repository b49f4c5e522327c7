"""What a phrase tells of the first activity, in few words."""

from tests.coach.reader.cases import reading_of


def told(text: str, units: str = "km") -> tuple[str | None, int | None, int | None]:
    """Kind, metres and seconds of the only entry."""
    (entry,) = reading_of(text, units).entries
    return entry.kind and str(entry.kind), entry.distance_m, entry.duration_s


def efforts(text: str) -> list[int | None]:
    """The effort of each entry."""
    return [entry.rpe for entry in reading_of(text).entries]
