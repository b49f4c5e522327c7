"""Reading one message."""

import datetime as dt
from dataclasses import replace
from types import MappingProxyType

from coach.history import ILLNESS, Reason, Status
from coach.phrases import Phrase, phrase
from coach.profile import DistanceUnit
from coach.reader.aches import read_aches
from coach.reader.bare import plainly
from coach.reader.below import minus_told
from coach.reader.clauses import drafts_of
from coach.reader.cut import cut
from coach.reader.draft import Draft
from coach.reader.entries import entry_of, is_log, pain_of, worst
from coach.reader.facts import Ache, Context, Fact, Measured, On, Tokens
from coach.reader.layout import pair
from coach.reader.mending import mended
from coach.reader.moments import paired
from coach.reader.scan import scan
from coach.reader.sentences import personal, statements
from coach.reader.signs import symptoms
from coach.reader.target import kind_in
from coach.reader.tokens import tokenise
from coach.reader.truth import doubt
from coach.reader.vocabulary.quantities import NUMBERS
from coach.reading import LogEntry, Reading

MOST_TOKENS = 600
"""Pieces of a message that are read as a log (about a full page); warning signs are looked for in all of it."""
MOST_NUMBERS = 200
"""Numbers among them: the splits of a marathon and all that a watch says beside them."""


def read(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM, language: str = "en") -> Reading:
    """What ``text`` says, told on ``today`` by someone who thinks in ``units``.

    Every input is read; nothing is raised. A symptom comes before a pain whose level is not known: then nothing is
    asked about the level. Both decimal marks are understood in every language. ``language`` is the
    athlete's; English is read whatever it is, until there is a grammar for it.
    """
    del language
    context = Context(today, units)
    draft = plainly(text)
    if draft is None:
        return read_in_full(text, context)
    entries = (entry_of(draft, context, text),)
    return Reading(text=text, entries=entries, question=doubt(entries, {}, [], today))


def read_in_full(text: str, context: Context) -> Reading:
    """What ``text`` says, read by the whole grammar."""
    today = context.today
    whole = cut(text)
    even = pair(whole.even)
    tokens = whole.tokens if even == whole.even else tokenise(even)
    facts = read_aches(paired(mended(scan(statements(tokens[: _end_of_log(tokens)], context), context))))
    signs = _signs(tokens)
    readings = _readings([fact for fact in facts if isinstance(fact, Measured)])
    measured = {name: round(sum(values) / len(values), 2) for name, values in readings.items()}
    drafts = drafts_of(_without_measurements(facts))
    if ILLNESS & set(signs):
        _leave_to_the_illness(drafts)
    entries = _entries(drafts, context, even, tokens, signs, measured)
    aches = [ache for draft in drafts for ache in draft.aches]
    if not entries:
        # Told by itself a pain has no level before somebody gives it one; beside a run its words say enough.
        aches = [replace(ache, sure=ache.sure and not ache.worded) for ache in aches]
    ache = None if any(entry.pain for entry in entries) else worst(aches)
    return Reading(
        text=text,
        entries=entries,
        measurements=MappingProxyType(measured),
        pain=pain_of(ache) if ache else None,
        symptoms=signs,
        question=doubt(entries, measured, [] if signs else aches, today)
        or _undated(drafts, entries)
        or minus_told(entries, tokens),
        readings=MappingProxyType(readings),
        measured_on=_measured_on(facts, today) if readings else None,
    )


def _end_of_log(tokens: Tokens) -> int:
    """Where reading as a log ends: numbers can mean most, so that pages of them would keep others waiting."""
    if len(tokens) <= MOST_NUMBERS:
        return MOST_TOKENS
    told = 0
    for k, token in enumerate(tokens[:MOST_TOKENS]):
        told += token.kind in "nc" or token.text in NUMBERS
        if told > MOST_NUMBERS:
            return k
    return MOST_TOKENS


def _leave_to_the_illness(drafts: list[Draft]) -> None:
    """Aching all over is the illness, and no pain to give a level."""
    for draft in drafts:
        draft.aches = [ache for ache in draft.aches if ache.sure or ache.area]


def _signs(tokens: Tokens) -> tuple[str, ...]:
    """Symptoms; of an illness only where the athlete speaks of themselves."""
    signs = symptoms(tokens)
    if not ILLNESS.intersection(signs):
        return signs
    own = symptoms(personal(tokens))
    return tuple(sign for sign in signs if sign in own or sign not in ILLNESS)


def _undated(drafts: list[Draft], entries: tuple[LogEntry, ...]) -> Phrase | None:
    """The day is asked for where it was told vaguely."""
    vague = any(draft.sometime and not draft.day for draft in drafts)
    return phrase("ask.which_day") if vague and entries else None


def _without_measurements(facts: list[Fact]) -> list[Fact]:
    """The facts of activities, without a measurement's own day (``weight 70 yesterday, today 5k``)."""
    if Measured not in map(type, facts):
        return facts
    days = [k for k, fact in enumerate(facts) if isinstance(fact, On)]
    taken = {k for k in days[:-1] if k and isinstance(facts[k - 1], Measured)}
    return [fact for k, fact in enumerate(facts) if not isinstance(fact, Measured) and k not in taken]


def _measured_on(facts: list[Fact], today: dt.date) -> dt.date | None:
    """The day that is said right before or behind a measurement, the nearest behind it first; none to come."""
    pairs = [(facts[k + step], fact) for step in (1, -1) for k, fact in enumerate(facts) if 0 <= k + step < len(facts)]
    days = [beside.day for beside, fact in pairs if isinstance(fact, Measured) and isinstance(beside, On)]
    return next((day for day in days if day <= today), None)


def _readings(facts: list[Measured]) -> dict[str, tuple[float, ...]]:
    """The figures of each measurement; its mean counts where it was taken more than once (rule S4)."""
    taken: dict[str, list[float]] = {}
    for fact in facts:
        taken.setdefault(fact.name, []).append(round(fact.value, 2))
    return {name: tuple(values) for name, values in taken.items()}


def _entries(
    drafts: list[Draft],
    context: Context,
    text: str,
    tokens: Tokens,
    signs: tuple[str, ...],
    measured: dict[str, float],
) -> tuple[LogEntry, ...]:
    """The entries of the drafts that are logs; aches told apart from them go to the last one before."""
    alone = not measured and not signs
    logs: list[Draft] = []
    homeless: list[Ache] = []
    for draft in drafts:
        if is_log(draft, context, alone=alone):
            logs.append(draft)
        else:
            homeless += draft.aches
    if logs and homeless:
        logs[-1].aches += homeless
    for draft in logs:
        _settle_injury(draft)
        _settle_level(draft)
    if ILLNESS & set(signs):
        _explain(logs)
    entries = tuple(entry_of(draft, context, text) for draft in logs)
    if len(entries) == 1 and entries[0].status is Status.SKIPPED:
        return (replace(entries[0], session=kind_in(tokens)),)
    return entries


def _settle_injury(draft: Draft) -> None:
    """``skipped, injured``: a reason, not a pain with a level to ask for."""
    vague = [ache for ache in draft.aches if ache.area is None and not ache.sure]
    if draft.status is Status.SKIPPED and vague:
        draft.aches = [ache for ache in draft.aches if ache not in vague]
        draft.reason = draft.reason or Reason.INJURED


def _settle_level(draft: Draft) -> None:
    """``my back hurts so no strength``, ``rolled my ankle. 4/10``: nothing was done, so the figure is the pain's."""
    unsure = [ache for ache in draft.aches if not ache.sure]
    figures = [effort for effort in draft.efforts if effort.figure]
    idle = not (draft.kind or draft.did or draft.measured or draft.bares or draft.status or draft.exercises)
    short = draft.status in {Status.SKIPPED, Status.PARTIAL}
    if (short or idle) and unsure and figures:
        draft.aches = [Ache(unsure[0].area, figures[0].rpe), *(ache for ache in draft.aches if ache.sure)]
        draft.efforts = []


def _explain(logs: list[Draft]) -> None:
    """What was skipped with signs of an illness was skipped for it."""
    for draft in logs:
        if draft.status is Status.SKIPPED and draft.reason is None:
            draft.reason = Reason.ILL
