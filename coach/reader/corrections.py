"""Words that put right what was said just before: ``no i mean 4.8 miles``, ``actually it was 31:40``.

They tell of no second activity. Some openings say so by themselves (*i meant*, *typo*); *sorry* and *no* only before
figures and nothing else.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import (
    Bare,
    ClockReading,
    Context,
    Doing,
    Fact,
    Felt,
    Ignored,
    Lasting,
    Length,
    Measured,
    On,
    OutOfTen,
    Pulse,
    Stop,
    Tempo,
    Tokens,
    Went,
)
from coach.reader.overtaken import untangled
from coach.reader.phrasebook import Phrasebook
from coach.reader.reading import read
from coach.reader.scan import scan
from coach.reader.tokens import END, tokenise
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity, Reading

_OPENINGS = Phrasebook(
    {
        "i mean|i meant|meant|meant to say|i meant to say|i meant to write|meant to type|i meant to type|correction|"
        "typo|make that|should be|it should be|"
        "that should be|should have been|it should have been|that should have been|"
        "should read|should say|scratch that|i mistyped|mistyped|wrong day|wrong date|that was the wrong day|"
        "that was wrong|thats wrong|that wrong|it was wrong|its wrong|it wrong|"
        "thats not right|that not right|that isnt right|got that wrong|i got that wrong|"
        "change that to|change it to|correct that to": True,
        "no|nope|nah|wrong|sorry|oops|whoops|ups|wait|hang on|hold on|actually|my bad|my mistake|rather|sry|soz|"
        "apologies|edit|to be exact|to be precise|in fact": False,
    }
)
"""How a correction opens, and whether the words say by themselves that it is one."""
_SOUNDS = bag("oh argh ah ugh well ok hmm um er erm duh damn and but so")
"""What may stand before and between, and opens nothing."""
_LINKS = Phrasebook(
    {
        "it was actually|it was really|"
        "it was only|it was more like|it was|that was|it is|its|thats|that is|it were|the distance was|the time was|"
        "distance was|time was|distance is|time is|it took|took|the date was|date was|the date is|date is|the day was|"
        "day was|date should be|the date should be|day should be|should be on|it was on|that was on": True,
        "was|is|i did|i only did": False,
    }
)
"""What joins an opening to its figures, and whether it points back to what was said even without an opening."""
_DENIALS = bag("no nope nah")
"""Before a distance and a day they may tell of what was not done (*no 10k today*)."""
_CLOSINGS = bag("sorry oops i mean meant typo actually instead rather my bad mistake correction")
_MEANT = bag("sorry oops mean meant typo mistake correction bad")
"""Words at the end that make a correction of a message."""
_MORE = bag("more extra another also too again plus then")
"""What comes on top corrects nothing."""
_MARKS = bag(", . ! ; : - * ( ) ? …")
_FIGURES = (Length, Lasting, ClockReading, Tempo, Bare, Felt, OutOfTen, Pulse, On, Measured)
_BESIDE = (Stop, Ignored)
_NAMES: Mapping[Activity | None, str] = {
    Activity.RUN: "ran", Activity.WALK: "walked", Activity.STRENGTH: "strength", Activity.CYCLING: "cycled",
    Activity.SWIMMING: "swam", Activity.OTHER: "other activity", None: "did",
}  # fmt: skip
"""A word by which the reader knows each activity."""


@dataclass(frozen=True, slots=True)
class Correction:
    """How it really was. Its entry has a kind only where the words name one; ``dated``: they name a day.

    ``sure``: the words say by themselves that they correct; ``points``: they name the activity that is meant (*the run
    was 5.5k*); ``said``: the words that say how it was.
    """

    reading: Reading
    dated: bool
    sure: bool
    points: bool
    said: str


@dataclass(frozen=True, slots=True)
class _Told:
    """Where in the message the words stand that say how it really was, and whether they surely correct."""

    start: int
    end: int
    sure: bool


def correction_in(
    text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM, activity: Activity | None = None
) -> Correction | None:
    """What a correction says of an ``activity`` told before; ``None`` where the words are no correction."""
    whole = cut(text)
    rest = _rest(untangled(whole.tokens), Context(today, units))
    if rest is None:
        return None
    said = whole.even[rest.start : rest.end]
    facts = scan(tokenise(said), Context(today, units))
    named = any(isinstance(fact, Doing | Measured) for fact in facts)
    reading = read(said if named else f"{_NAMES[activity]} {said}", today, units)
    if not named:
        reading = replace(reading, entries=tuple(replace(entry, kind=None) for entry in reading.entries))
    if not (reading.entries or reading.measurements or reading.pain):
        return None
    dated, points = any(isinstance(fact, On) for fact in facts), said.startswith("the ")
    return Correction(reading, dated, rest.sure, points, said)


def may_correct(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> bool:
    """Whether a message is written as a correction, whatever it would put right; most messages are not."""
    return _rest(untangled(cut(text).tokens), Context(today, units)) is not None


def _rest(tokens: Tokens, context: Context) -> _Told | None:
    """The stretch of the message that says how it really was, if the message is a correction."""
    i, opened, sure = _past_openings(tokens)
    if opened and tokens[i - 1].text in {"day", "date"} and tokens[i].text in {"to", "for"}:
        return None  # *wrong day to run* grumbles
    linked = _LINKS.match(tokens, i)
    denied = opened and linked is None and tokens[i - 1].text in _DENIALS
    i = linked[1] if linked else i
    last = _before_closing(tokens, i)
    meant = bool({token.text for token in tokens[last:]} & _MEANT)
    if last <= i or {token.text for token in tokens[i:last]} & _MORE:
        return None
    sure = sure or (opened and linked is not None) or meant
    if not (sure or opened or (linked is not None and linked[0]) or _is_contrasted(tokens, i, last)):
        return None
    facts = scan([*tokens[i:last], END, END, END, END], context)
    if not _tells_figures(facts, sure=sure) or (denied and not sure and _is_a_distance_of_a_day(facts)):
        return None
    return _Told(tokens[i].start, tokens[last - 1].end, sure)


def _is_a_distance_of_a_day(facts: list[Fact]) -> bool:
    """``10k today``, and nothing else."""
    return sorted(type(fact).__name__ for fact in facts) == [Length.__name__, On.__name__]


def _past_openings(tokens: Tokens) -> tuple[int, bool, bool]:
    """Past how the message opens; whether that makes it a correction, and whether surely."""
    i, opened, sure = 0, False, False
    while tokens[i].kind != "e":
        found = _OPENINGS.match(tokens, i)
        if found:
            opened, sure, i = True, sure or found[0], found[1]
        elif tokens[i].text in _MARKS | _SOUNDS or tokens[i].kind == "l":
            i += 1
        else:
            break
    return i, opened, sure


def _is_contrasted(tokens: Tokens, i: int, last: int) -> bool:
    """``7 not 6``, ``yesterday, not today``."""
    return any(tokens[k].text == "not" and k + 1 < last for k in range(i + 1, last))


def _before_closing(tokens: Tokens, i: int) -> int:
    """Where the words end that say how it was: before ``sorry`` or ``i mean`` at the end."""
    end = next(k for k, token in enumerate(tokens) if token.kind == "e")
    while end > i and (tokens[end - 1].text in _CLOSINGS or tokens[end - 1].text in _MARKS):
        end -= 1
    return end


def _tells_figures(facts: list[Fact], *, sure: bool) -> bool:
    """Whether figures are told, and nothing that makes an activity of its own; a sure correction may name one."""
    told = [fact for fact in facts if not isinstance(fact, _BESIDE)]
    named = [fact for fact in told if not isinstance(fact, _FIGURES)]
    if sure:
        return bool(told) and all(isinstance(fact, Doing | Went) for fact in named)
    return (
        bool(told)
        and isinstance(told[0], _FIGURES)
        and all(isinstance(fact, Doing) and fact.said is Said.NAMED for fact in named)
    )
