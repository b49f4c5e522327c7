"""From the facts of a message to drafts of activities: cut into clauses, then join what belongs together."""

import datetime as dt

from coach.reader.draft import Draft, belongs
from coach.reader.facts import Bare, Doing, Fact, Lasting, Length, Stop, Tempo
from coach.reader.vocabulary.activities import Said

_QUANTITIES = (Length, Lasting, Tempo, Bare)


def drafts_of(facts: list[Fact]) -> list[Draft]:
    """The activities of a message, in order, with their days filled in where one day was said for several."""
    drafts: list[Draft] = []
    for clause in _clauses(facts):
        if drafts and belongs(drafts[-1], clause):
            drafts[-1].join(clause)
        else:
            drafts.append(clause)
    return _dated(drafts)


def _clauses(facts: list[Fact]) -> list[Draft]:
    """One draft a clause; a second activity without any stop before it starts a clause too."""
    clauses = [Draft()]
    before_activity = False
    for place, fact in enumerate(facts):
        if isinstance(fact, Stop):
            clauses.append(Draft(stop=fact.kind))
            continue
        current = clauses[-1]
        if (
            isinstance(fact, Doing)
            and current.kind
            and fact.activity is not current.kind
            and _starts_another(fact, facts, place)
        ):
            current = Draft(stop=">")
            clauses.append(current)
            if before_activity:
                _take_back(clauses[-2], current, facts, place)
        if isinstance(fact, Doing) and current.kind is None:
            before_activity = current.measured or bool(current.bares)
        current.add(fact)
    return clauses


def _starts_another(fact: Doing, facts: list[Fact], place: int) -> bool:
    """A past tense, or a name with a figure right before or after it."""
    following = facts[place + 1] if place + 1 < len(facts) else None
    before = facts[place - 1] if place else None
    return fact.said is Said.DID or isinstance(before, _QUANTITIES) or isinstance(following, _QUANTITIES)


def _take_back(old: Draft, new: Draft, facts: list[Fact], place: int) -> None:
    """``5k run 20 min bike``: the figure right before the second name is its own."""
    fact = facts[place - 1]
    if isinstance(fact, Lasting) and fact in old.lastings:
        old.lastings.remove(fact)
        new.lastings.append(fact)
    if isinstance(fact, Length) and fact in old.lengths:
        old.lengths.remove(fact)
        new.lengths.append(fact)


def _dated(drafts: list[Draft]) -> list[Draft]:
    """One day in the message holds for all of it; of several, each holds until the next."""
    days: list[dt.date] = [draft.day for draft in drafts if draft.day]
    if len(set(days)) == 1:
        for draft in drafts:
            draft.day = days[0]
    latest: dt.date | None = None
    for draft in drafts:
        latest = draft.day = draft.day or latest
    return drafts
