"""GPX and TCX, read as a stream by expat: no tree is built, and no entity is ever resolved.

Only a few elements matter. What else a device wrote is passed over, and so is whatever it wrote wrongly.
"""

import datetime as dt
from collections.abc import Mapping
from math import isfinite
from xml.parsers import expat

from bot.activities.kinds import activity_named
from bot.activities.opening import MOST_SAMPLES
from coach.activity import Recording, Sample, Totals
from coach.errors import ActivityRefused

CHUNK = 64 * 1024
DEEPEST = 64
"""Elements within elements; GPX needs nine."""
LONGEST_TEXT = 200
"""Characters of a figure or a name that are looked at."""
POINTS = frozenset({"trkpt", "Trackpoint"})
FIGURES: Mapping[str, str] = {
    "time": "at",
    "Time": "at",
    "ele": "elevation",
    "AltitudeMeters": "elevation",
    "hr": "heart_rate",
    "Value": "heart_rate",
    "LatitudeDegrees": "latitude",
    "LongitudeDegrees": "longitude",
    "DistanceMeters": "metres",
}
"""Elements of a point, GPX's and TCX's, by what they say."""


def read_markup(content: bytes) -> Recording:
    """The recording in a GPX or TCX document.

    Raises:
        ActivityRefused: it is ``broken``, no recording (``not_activity``), a route (``no_times``), ``too_big``, or
            declares entities (``bomb``).
    """
    reader = _Reader()
    start = 0 if content[:1] in {b"\xef", b"\xff", b"\xfe"} else len(content) - len(content.lstrip())
    try:
        for at in range(start, len(content), CHUNK):
            reader.parser.Parse(content[at : at + CHUNK])
        reader.parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError):
        raise ActivityRefused("broken") from None
    return reader.recording()


class _Reader:
    """What has been read so far, and where in the document we are."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._hear
        self._path: list[str] = []
        self._text = ""
        self._point: dict[str, float] | None = None
        self._samples: list[Sample] = []
        self._names: list[str] = []
        self._lap_seconds = self._lap_metres = 0.0
        self._lap_start: float | None = None
        self._is_route = False

    def recording(self) -> Recording:
        """Everything read.

        Raises:
            ActivityRefused: a way that was planned and not gone (``no_times``).
        """
        if self._is_route and not self._samples:
            raise ActivityRefused("no_times")
        totals = Totals(self._lap_start, self._lap_metres or None, self._lap_seconds or None)
        return Recording(activity_named(*self._names), tuple(self._samples), totals)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if not self._path and name not in {"gpx", "TrainingCenterDatabase"}:
            raise ActivityRefused("not_activity")
        self._path.append(name)
        if len(self._path) > DEEPEST:
            raise ActivityRefused("broken")
        self._text = ""
        if name in POINTS:
            self._point = {}
            self._note("latitude", attributes.get("lat", ""))
            self._note("longitude", attributes.get("lon", ""))
        elif name == "Activity":
            self._names.append(attributes.get("Sport", ""))
        elif name == "rtept":
            self._is_route = True
        elif name == "Lap" and self._lap_start is None:
            self._lap_start = moment_in(attributes.get("StartTime", ""))

    def _hear(self, text: str) -> None:
        if len(self._text) < LONGEST_TEXT:
            self._text += text[:LONGEST_TEXT]

    def _end(self, _tag: str) -> None:
        name, text = self._path.pop(), self._text.strip()
        self._text = ""
        if name in POINTS and self._point is not None:
            self._samples.append(_sample(self._point))
            if len(self._samples) > MOST_SAMPLES:
                raise ActivityRefused("too_big")
            self._point = None
        elif self._point is not None and name in FIGURES:
            self._note(FIGURES[name], text)
        elif name == "type" and "trk" in self._path:
            self._names.append(text)
        elif self._path and self._path[-1] == "Lap":
            self._sum_up(name, text)

    def _note(self, figure: str, text: str) -> None:
        value = moment_in(text) if figure == "at" else number_in(text)
        if value is not None and self._point is not None:
            self._point[figure] = value

    def _sum_up(self, name: str, text: str) -> None:
        value = number_in(text) or 0.0
        if name == "TotalTimeSeconds":
            self._lap_seconds += value
        elif name == "DistanceMeters":
            self._lap_metres += value


def moment_in(text: str) -> float | None:
    """Seconds since 1970 of a moment in ISO 8601; one without a zone is UTC. ``None`` where it is none."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()


def number_in(text: str) -> float | None:
    """A finite number; ``None`` where it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) and abs(value) < 1e9 else None


def _sample(point: Mapping[str, float]) -> Sample:
    rate = point.get("heart_rate")
    return Sample(
        point.get("at"),
        point.get("latitude"),
        point.get("longitude"),
        point.get("metres"),
        point.get("elevation"),
        None if rate is None else round(rate),
    )


def _refuse(*_: object) -> None:
    """No recording needs a document type; whoever declares one means harm, or no recording."""
    raise ActivityRefused("bomb")
