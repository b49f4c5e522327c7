"""Reading single fields of a document that somebody else wrote: every wrong value names its field.

A field is missing when it is absent or null. Numbers are never booleans, never text, never infinite; a whole number
may be written ``34.0``.
"""

import json
import math
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from coach.errors import ProfileError

EARLIEST: Final = date(2000, 1, 1)
LATEST: Final = date(2100, 12, 31)
"""Dates outside these years are typing errors."""
LONGEST_WORD: Final = 64
"""No machine word of a document is longer (characters)."""

Choice = TypeVar("Choice", bound=StrEnum)


class Fields:
    """One JSON object; ``path`` is where it stands in the document (``recent_race.``, ``history[3].``)."""

    __slots__ = ("_document", "_path")

    def __init__(self, document: object, path: str = "", name: str = "profile") -> None:
        if not isinstance(document, Mapping):
            raise ProfileError(path.rstrip(".") or name, "not_an_object")
        self._document = document
        self._path = path

    def name(self, field: str) -> str:
        """The field's whole name, as an error says it."""
        return self._path + field

    def raw(self, field: str) -> object:
        """What the document holds, ``None`` where it holds nothing."""
        return self._document.get(field)

    def wrong(self, field: str, reason: str, **data: object) -> ProfileError:
        """The error for a field of this object."""
        return ProfileError(self.name(field), reason, **data)

    def number(self, field: str, low: float, high: float) -> float | None:
        """A finite number from ``low`` to ``high``.

        Raises:
            ProfileError: not a number, or out of range.
        """
        value = self.raw(field)
        return None if value is None else checked_number(value, self.name(field), low, high)

    def rounded(self, field: str, low: float, high: float) -> int | None:
        """A number from ``low`` to ``high``, rounded to a whole one (a measured distance or time).

        Raises:
            ProfileError: not a number, or out of range.
        """
        value = self.number(field, low, high)
        return None if value is None else round(value)

    def whole(self, field: str, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``.

        Raises:
            ProfileError: not a whole number, or out of range.
        """
        value = self.raw(field)
        return None if value is None else checked_whole(value, self.name(field), low, high)

    def day(self, field: str) -> date | None:
        """A date written ``2026-11-30``.

        Raises:
            ProfileError: not such a date.
        """
        value = self.raw(field)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.wrong(field, "not_a_date")
        day = read_date(value)
        if day is None:
            raise self.wrong(field, "not_a_date")
        if not EARLIEST <= day <= LATEST:
            raise self.wrong(field, "out_of_range", low=EARLIEST.isoformat(), high=LATEST.isoformat())
        return day

    def choice(self, field: str, choices: type[Choice]) -> Choice | None:
        """One of the words of ``choices``.

        Raises:
            ProfileError: another value.
        """
        value = self.raw(field)
        return None if value is None else checked_choice(value, self.name(field), choices)

    def choices(self, field: str, choices: type[Choice]) -> frozenset[Choice] | None:
        """A list of words of ``choices``, each counted once.

        Raises:
            ProfileError: not a list, or another value in it.
        """
        values = self.items(field)
        return None if values is None else frozenset(checked_choice(v, self.name(field), choices) for v in values)

    def flag(self, field: str, *, missing: bool = False) -> bool:
        """True or false.

        Raises:
            ProfileError: another value.
        """
        value = self.raw(field)
        if value is None:
            return missing
        if not isinstance(value, bool):
            raise self.wrong(field, "not_a_flag")
        return value

    def items(self, field: str) -> list[object] | None:
        """A list.

        Raises:
            ProfileError: another value.
        """
        value = self.raw(field)
        if value is None:
            return None
        if not isinstance(value, list | tuple):
            raise self.wrong(field, "not_a_list")
        return list(value)

    def inner(self, field: str) -> "Fields | None":
        """The object that the field holds.

        Raises:
            ProfileError: another value.
        """
        value = self.raw(field)
        return None if value is None else Fields(value, self.name(field) + ".")


def read_date(text: str) -> date | None:
    """A date written ``2026-11-30`` and no other way; ``None`` for any other text."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def checked_number(value: object, name: str, low: float, high: float) -> float:
    """``value`` if it is a finite number from ``low`` to ``high``.

    Raises:
        ProfileError: it is not.
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ProfileError(name, "not_a_number")
    if isinstance(value, float) and not math.isfinite(value):
        raise ProfileError(name, "not_a_number")
    if not low <= value <= high:
        raise ProfileError(name, "out_of_range", low=low, high=high)
    return float(value)


def checked_whole(value: object, name: str, low: int, high: int) -> int:
    """``value`` if it is a whole number from ``low`` to ``high``.

    Raises:
        ProfileError: it is not.
    """
    number = checked_number(value, name, low, high)
    if not number.is_integer():
        raise ProfileError(name, "not_whole")
    return int(number)


def checked_choice(value: object, name: str, choices: type[Choice]) -> Choice:
    """``value`` as one of ``choices``.

    Raises:
        ProfileError: it is none of them.
    """
    if isinstance(value, str):
        found = choices._value2member_map_.get(value)
        if isinstance(found, choices):
            return found
    raise ProfileError(name, "unknown", value=shown(value), known=", ".join(choices))


def shown(value: object) -> str:
    """A value that is no word of ours as JSON calls it, short enough to be repeated in an error."""
    match value:
        case "":
            return '""'
        case str():
            text = value.encode("utf-8", "replace").decode()
        case list() | tuple():
            return "a list"
        case Mapping():
            return "an object"
        case _:
            text = json.dumps(value, default=str)
    return text if len(text) <= LONGEST_WORD else text[: LONGEST_WORD - 1] + "…"
