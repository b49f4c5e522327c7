"""Turning phrases into sentences: the one place where the coach's decisions become words."""

from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from html import escape

from bot.words.catalogue import Catalogue, catalogue_for
from bot.words.figures import (
    write_date,
    write_day_name,
    write_distance,
    write_duration,
    write_number,
    write_pace,
    write_time,
)
from coach.memories import of_people
from coach.phrases import Distance, Duration, Pace, Phrase
from coach.profile import DistanceUnit, Weekday


class Html(str):
    """Text that is already Telegram HTML and must not be escaped again."""

    __slots__ = ()


class Words:
    """Speaks one language in one system of units, by a clock of 24 or 12 hours.

    ``html`` says whether text a person gave (a name, a note) is escaped for Telegram's HTML; the command line
    speaks plain text. The catalogue's own sentences may hold ``<b>`` and ``<i>``; plain speech drops them.
    """

    def __init__(
        self, catalogue: Catalogue, units: DistanceUnit = DistanceUnit.KM, *, html: bool = True, hours: int = 24
    ) -> None:
        self.catalogue = catalogue
        self.units = units
        self.html = html
        self.hours = hours

    @property
    def language(self) -> str:
        """The language tag in use."""
        return self.catalogue.language

    def __call__(self, key: str, **args: object) -> Html:
        """The sentence for ``key`` with its figures written in.

        Raises:
            MissingWords: the catalogue has no such key.
        """
        return self._fill(key, args)

    def say(self, phrase: Phrase) -> Html:
        """The sentence for a phrase of the coach.

        Raises:
            MissingWords: the catalogue has no such key.
        """
        return _remembered(self, phrase)

    def _fill(self, key: str, args: Mapping[str, object]) -> Html:
        n = args.get("n")
        template = self.catalogue.template(key, n if isinstance(n, int) else None)
        if not self.html:
            template = template.replace("<b>", "").replace("</b>", "").replace("<i>", "").replace("</i>", "")
        return Html(template.format_map({name: self.write(value) for name, value in args.items()}))

    def write(self, value: object) -> str:
        """One figure as text: quantities in the reader's units, phrases as sentences, other text escaped."""
        match value:
            case Html():
                return value
            case Phrase():
                return self.say(value)
            case Distance():
                return write_distance(value, self.units, self.language)
            case Duration():
                return write_duration(value)
            case Pace():
                return write_pace(value, self.units)
            case date():
                return write_date(value, self.language)
            case Weekday():
                return write_day_name(value, self.language)
            case time():
                return write_time(value, self.language, self.hours)
            case float():
                return write_number(value, self.language)
            case _:
                return escape(str(value), quote=False) if self.html else str(value)


@of_people(16_384)
def _remembered(words: Words, phrase: Phrase) -> Html:
    return words._fill(phrase.key, dict(phrase.args))  # noqa: SLF001 — a memory of Words' own method


@lru_cache(maxsize=64)
def words_for(
    language: str = "en", units: DistanceUnit = DistanceUnit.KM, *, html: bool = True, hours: int = 24
) -> Words:
    """The words of a language tag, shared by everyone who speaks it in these units and by such a clock."""
    return Words(catalogue_for(language), units, html=html, hours=hours)
