"""What the coach wants to say, before anybody chose the words.

The science decides *what* is said, the catalogues decide *how*: a phrase is a catalogue key with the figures its
sentence needs. A figure is a plain value, a date, another phrase, or a quantity whose unit the words must choose
(kilometres or miles), so a phrase can be stored, compared and shown in any language.
"""

from coach.units import Metres, Seconds, SecondsPerKm
from coach.values import value


@value
class Distance:
    """A distance to be shown in the reader's unit (metres)."""

    metres: Metres


@value
class Duration:
    """A time to be shown as h:mm:ss or minutes (seconds)."""

    seconds: Seconds


@value
class Pace:
    """A pace range to be shown per kilometre or mile, ``fast`` not above ``slow`` (seconds per kilometre)."""

    fast: SecondsPerKm
    slow: SecondsPerKm


Figure = object
"""What may stand in a sentence: text, a number, a date, a day of the week, a quantity above, or another phrase."""


@value
class Phrase:
    """A catalogue key with the figures of its sentence; hashable, so that words can be remembered.

    ``key`` is dotted and symbolic (``why.easy_run.base.1``); ``args`` are named like the placeholders of the
    catalogue entry. An argument called ``n`` chooses the plural form.
    """

    key: str
    args: tuple[tuple[str, Figure], ...] = ()


def phrase(key: str, **args: Figure) -> Phrase:
    """A phrase from a key and its figures: ``phrase("title.easy_run", minutes=30)``."""
    return Phrase(key, tuple(args.items()))
