"""Speeds: kilometres and miles an hour."""

from coach.reader.facts import Context, Found, Tempo, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.numbers import number
from coach.reader.phrases.times import PER_METRE
from coach.units import MILE


@at_numbers_with("kph", "kmh", "kmph", "mph", "/", "per", "an")
def speed(tokens: Tokens, i: int, context: Context) -> Found:
    """Kilometres or miles an hour as a pace."""
    del context
    found = number(tokens, i)
    if not found or found[0] <= 0:
        return None
    j = found[1]
    unit = tokens[j].text
    if unit in {"kph", "kmh", "kmph"}:
        return (Tempo(3600 / found[0], 1000.0),), j + 1
    if unit == "mph":
        return (Tempo(3600 / found[0], MILE),), j + 1
    slash = tokens[j + 1].text == "/" and tokens[j + 1].glued
    hourly = (slash or tokens[j + 1].text in {"per", "an"}) and tokens[j + 2].text in {"h", "hr", "hour"}
    if unit in PER_METRE and unit != "m" and hourly:
        return (Tempo(3600 / found[0], PER_METRE[unit]),), j + 3
    return None
