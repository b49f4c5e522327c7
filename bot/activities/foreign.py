"""Strava's list of activities in another language than English: the same columns in the same order, under other names.

The column of file names tells where the others are: what comes first is always the same, and so is what follows it.
Seen of German and French exports; dates and kinds of the other languages go by CLDR and by Strava's own words for them.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Final

from babel.dates import get_month_names

from bot.activities.kinds import activity_named
from coach.reading import Activity

_FIRST: Final = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description",
    "Elapsed Time", "Distance",
)  # fmt: skip
_AFTER: Final = {3: "Elapsed Time", 4: "Moving Time", 5: "Distance", 8: "Elevation Gain", 19: "Average Heart Rate"}
"""How far behind the file name a column is."""
_FILE: Final = re.compile(r"(?:.*/)?[^/]+\.(?:fit|gpx|tcx)(?:\.gz)?", re.IGNORECASE)
_FILE_NAMES: Final = frozenset(
    {
        "filename", "dateiname", "nom du fichier", "nombre de archivo", "nombre del archivo", "nome file",
        "nome del file", "nome do arquivo", "nome do ficheiro", "bestandsnaam", "filnamn", "filnavn",
    }
)  # fmt: skip
_LANGUAGES: Final = ("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl", "fi", "tr", "en")
_NUMERIC: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})\D+(\d{1,2}):(\d\d):(\d\d)")
_NAMED: Final = re.compile(r"(\d{1,2})\D*?(?P<words>[^\d]+)(\d{4})\D+(\d{1,2}):(\d\d):(\d\d)")
_KINDS: Final = {
    Activity.RUN: (
        "lauf", "laufen", "traillauf", "virtueller lauf", "course à pied", "course", "trail", "course virtuelle",
        "carrera", "correr", "carrera de trail", "corsa", "corsa virtuale", "corrida", "corrida virtual",
        "corrida em trilha", "hardlopen", "hardloopsessie", "trailrun", "löpning", "löprunda", "løb", "løp", "løping",
        "løbetur", "løpetur", "bieg", "juoksu", "koşu",
    ),
    Activity.WALK: (
        "spaziergang", "gehen", "wanderung", "wandern", "marche", "randonnée", "caminata", "senderismo", "camminata",
        "escursione", "caminhada", "trilha", "wandeling", "wandelen", "promenad", "vandring", "gåtur", "fottur",
        "spacer", "kävely", "yürüyüş",
    ),
    Activity.CYCLING: (
        "radfahrt", "radfahren", "mountainbike-fahrt", "gravelfahrt", "virtuelle radfahrt", "sortie vélo", "vélo",
        "bicicleta", "ciclismo", "vuelta en bicicleta", "giro in bici", "pedalata", "pedalada", "fietsrit", "fietsen",
        "cykling", "cykeltur", "sykling", "sykkeltur", "jazda na rowerze", "pyöräily", "bisiklet",
    ),
    Activity.SWIMMING: (
        "schwimmen", "natation", "natación", "nuoto", "natação", "zwemmen", "simning", "svømning", "svømming",
        "pływanie", "uinti", "yüzme",
    ),
    Activity.STRENGTH: (
        "krafttraining", "gewichttraining", "entraînement aux poids", "musculation", "entrenamiento con pesas",
        "allenamento con i pesi", "allenamento pesi", "treinamento com peso", "musculação", "krachttraining",
        "styrketräning", "styrketræning", "styrketrening",
    ),
}  # fmt: skip
_BY_NAME: Final = {name: activity for activity, names in _KINDS.items() for name in names}


def english_head(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The head of a list as it would be in English; ``None`` where it is no list of Strava's.

    Columns without meaning for us have no name.
    """
    head = rows[0] if rows else ()
    place = next((n for n, name in enumerate(head) if name.strip().lower() in _FILE_NAMES), None)
    if place is None:
        place = next((n for row in rows[1:] for n, cell in enumerate(row) if _FILE.fullmatch(cell.strip())), None)
    if place is None or place < len(_FIRST):
        return None
    named = [*_FIRST, *("" for _ in head[len(_FIRST) :])]
    named[place : place + 1] = ["Filename"]
    for behind, name in _AFTER.items():
        if place + behind < len(named):
            named[place + behind] = name
    return named


def moment_in(text: str) -> datetime | None:
    """When an activity began, in UTC: ``21.07.2026, 15:09:27`` or ``21 juil. 2026 à 15:09:27``."""
    numeric = _NUMERIC.search(text)
    if numeric is not None:
        day, month, *rest = map(int, numeric.groups())
        return _made(day, month, rest)
    named = _NAMED.search(text)
    if named is None:
        return None
    words = re.findall(r"[^\W\d_]+", named["words"].lower())
    month = next((_months()[word] for word in words if word in _months()), 0)
    return _made(int(named[1]), month, [int(named[n]) for n in (3, 4, 5, 6)])


def kind_of(name: str) -> Activity | None:
    """The kind of an activity; ``None`` for a name that nobody knows here, so that its speed may decide."""
    known = _BY_NAME.get(name.strip().lower())
    told = activity_named(name)
    return known or (None if told is Activity.OTHER else told)


def plain_figure(text: str) -> str:
    """A figure with a point for its fractions: ``2,81``, ``1.234,5``."""
    return text.replace(".", "").replace(",", ".") if "," in text else text


@cache
def _months() -> dict[str, int]:
    """Names of months, short and long, in every language here; a word of two months is left out."""
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for width in ("abbreviated", "wide"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    found.setdefault(name.lower().rstrip("."), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


def _made(day: int, month: int, rest: Sequence[int]) -> datetime | None:
    year, hour, minute, second = rest
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
