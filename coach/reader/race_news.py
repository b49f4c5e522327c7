"""News of the race one trains for: it was moved (``race was moved to april 18``) or is off (``race is cancelled``).

Neither is a session that was skipped, nor a day of training.
"""

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from coach.profile import DistanceUnit
from coach.reader.cut import cut
from coach.reader.facts import Context, On, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.scan import scan
from coach.reader.splitting import sentences
from coach.reader.tokens import END, Token
from coach.reader.vocabulary.wordlist import bag

RACES = bag("race event marathon half hm 10k 5k parkrun competition")
"""What people call the race they train for."""
_MOVED = Phrasebook(
    {
        "moved|rescheduled|postponed|pushed back|brought forward|put off|delayed|changed to|is now on|now on|new date|"
        "changed date|date changed|date has changed|date is": True
    }
)
_OFF = Phrasebook(
    {
        "cancelled|canceled|called off|not happening|wont happen|not taking place|not doing|not running|wont run|"
        "wont do|cant run|cant do|cant make|cancel|not going to run|not going to do|no longer doing|no longer running|"
        "is off|fell through|pulled out": True
    }
)
STARTS = bag("moved rescheduled postponed cancelled canceled called")
"""Words that tell news of a race also where it goes by its distance; its other names are looked at in any case."""
_TOLD = bag("ran raced finished did done yesterday pace session")
_CALLED_OFF = bag("cancelled canceled called")
"""Said of a race on a day, it is the race that does not take place, and not the athlete who will not run."""
_TODAY = bag("today tonight tomorrow")


@dataclass(frozen=True, slots=True)
class RaceNews:
    """What became of a race: ``off``, or moved to ``day`` where that was said."""

    off: bool
    day: dt.date | None = None


def race_news_in(text: str, today: dt.date, units: DistanceUnit = DistanceUnit.KM) -> RaceNews | None:
    """The first news of a race that a message tells."""
    told = (news_of(sentence, Context(today, units)) for sentence in sentences(cut(text).tokens))
    return next((news for news in told if news is not None), None)


def news_of(sentence: Tokens, context: Context) -> RaceNews | None:
    """What a sentence tells of a race that was moved or called off."""
    words = {token.text for token in sentence}
    if not _names_race(sentence) or words & (_TOLD | _TODAY) or "?" in words:
        return None
    padded: list[Token] = [*sentence, END, END, END, END]
    ahead = Context(context.today, context.units, ahead=True)
    day = next((fact.day for fact in scan(padded, ahead) if isinstance(fact, On)), None)
    if _holds(_MOVED, padded):
        return RaceNews(off=False, day=day if day is not None and day > context.today else None)
    if not _holds(_OFF, padded) or (day is not None and (words.isdisjoint(_CALLED_OFF) or "race" not in words)):
        return None
    return RaceNews(off=True, day=day)


def _names_race(sentence: Tokens) -> bool:
    """``my race``, ``the half marathon``, ``10k``."""
    words = [token.text for token in sentence]
    written = {f"{one}{two}" for one, two in pairwise(words)}
    return not RACES.isdisjoint(words) or not {"10k", "5k"}.isdisjoint(written)


def _holds(book: Phrasebook[bool], padded: list[Token]) -> bool:
    return any(book.match(padded, i) for i in range(len(padded) - 4))
