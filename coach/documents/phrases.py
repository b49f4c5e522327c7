"""Phrases as storable JSON: key and figures stay apart, so that they can be said again in other words or units.

Arguments are a list of pairs: their order belongs to the phrase, and a database may sort the keys of an object.
A figure that is no plain value is an object with one telling key.
"""

from collections.abc import Mapping
from datetime import date

from coach.phrases import Distance, Duration, Figure, Pace, Phrase
from coach.profile import Weekday
from coach.units import Metres, Seconds, SecondsPerKm


def phrase_to_json(phrase: Phrase) -> dict[str, object]:
    """A phrase as JSON."""
    return {"key": phrase.key, "args": [[name, _figure_to_json(figure)] for name, figure in phrase.args]}


def phrase_from_json(document: Mapping[str, object]) -> Phrase:
    """The phrase that was written by ``phrase_to_json``.

    Raises:
        KeyError, TypeError, ValueError: it was not.
    """
    pairs = document["args"]
    if not isinstance(pairs, list):
        raise TypeError(pairs)
    return Phrase(str(document["key"]), tuple((name, _figure_from_json(figure)) for name, figure in pairs))


def _figure_to_json(figure: Figure) -> object:
    match figure:
        case Phrase():
            return {"phrase": phrase_to_json(figure)}
        case Distance():
            return {"metres": figure.metres}
        case Duration():
            return {"seconds": figure.seconds}
        case Pace():
            return {"pace": [figure.fast, figure.slow]}
        case date():
            return {"date": figure.isoformat()}
        case Weekday():
            return {"weekday": str(figure)}
        case str():
            return str(figure)
        case None | bool() | int() | float():
            return figure
    raise TypeError(figure)


def _figure_from_json(figure: object) -> Figure:
    match figure:
        case {"phrase": dict() as inner}:
            return phrase_from_json(inner)
        case {"metres": int(metres)}:
            return Distance(Metres(metres))
        case {"seconds": int(seconds)}:
            return Duration(Seconds(seconds))
        case {"pace": [int(fast), int(slow)]}:
            return Pace(SecondsPerKm(fast), SecondsPerKm(slow))
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case {"weekday": str(name)}:
            return Weekday(name)
        case _:
            return figure
