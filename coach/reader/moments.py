"""Two times of day make how long it took: ``out the door at 5:45, done by 6:35``; bed and up make a night's sleep."""

from collections.abc import Mapping

from coach.reader.facts import Edge, Fact, Lasting, Measured, Moment
from coach.reader.phrases.spans import minutes_between

_OPENED_BY: Mapping[Edge, Edge] = {Edge.END: Edge.BEGIN, Edge.UP: Edge.BED}
_LONGEST_MIN: Mapping[Edge, int] = {Edge.END: 8 * 60, Edge.UP: 14 * 60}
"""Minutes beyond which two times do not belong together."""


def paired(facts: list[Fact]) -> list[Fact]:
    """``facts`` with a duration, or hours of sleep, where the second of two times of day stood; lone ones left out.

    A duration that is told as well is better: in it are no pauses.
    """
    if Moment not in map(type, facts):
        return facts
    kept: list[Fact] = []
    opened: dict[Edge, Moment] = {}
    for fact in facts:
        if not isinstance(fact, Moment):
            kept.append(fact)
        elif fact.edge not in _OPENED_BY:
            opened[fact.edge] = fact
        else:
            kept += _between(opened.pop(_OPENED_BY[fact.edge], None), fact)
    return kept


def _between(first: Moment | None, second: Moment) -> list[Fact]:
    """What lies between two times of day, where it is not too long."""
    if first is None:
        return []
    lasted = minutes_between((first.minute, first.said), (second.minute, second.said))
    if lasted > _LONGEST_MIN[second.edge]:
        return []
    return [Measured("sleep_h", lasted / 60) if second.edge is Edge.UP else Lasting(60.0 * lasted, elapsed=True)]
