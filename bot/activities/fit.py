"""FIT, the binary form of most watches, read message by message with fitdecode."""

import datetime as dt
from io import BytesIO
from typing import Any

import fitdecode
from fitdecode.exceptions import FitError

from bot.activities.kinds import activity_named
from bot.activities.opening import MOST_SAMPLES
from coach.activity import Recording, Sample, Totals
from coach.errors import ActivityRefused

SEMICIRCLE = 180 / 2**31
"""Degrees in the unit of FIT's places."""
ACTIVITY_FILE = "activity"


def read_fit(content: bytes) -> Recording:
    """The recording in a FIT file.

    Raises:
        ActivityRefused: it is ``broken``, or ``too_big``, or holds a plan, a course or settings (``not_activity``).
    """
    found = _Found()
    options = {"check_crc": fitdecode.CrcCheck.RAISE, "error_handling": fitdecode.ErrorHandling.IGNORE}
    try:
        with fitdecode.FitReader(BytesIO(content), **options) as reader:
            for frame in reader:
                if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                    found.take(frame)
    except FitError:
        raise ActivityRefused("broken") from None
    return found.recording()


class _Found:
    """What the messages of a file said."""

    def __init__(self) -> None:
        self._samples: list[Sample] = []
        self._sessions: list[dict[str, Any]] = []
        self._type: str | None = None

    def take(self, message: Any) -> None:  # noqa: ANN401 — fitdecode has no types
        """Take one message.

        Raises:
            ActivityRefused: there are too many of them.
        """
        if message.name == "record":
            self._samples.append(_sample(_values(message)))
            if len(self._samples) > MOST_SAMPLES:
                raise ActivityRefused("too_big")
        elif message.name == "session":
            self._sessions.append(_values(message))
        elif message.name == "file_id" and self._type is None:
            self._type = str(_values(message).get("type") or ACTIVITY_FILE)

    def recording(self) -> Recording:
        """Everything taken.

        Raises:
            ActivityRefused: the file is of another type, or of none.
        """
        if (self._type or ACTIVITY_FILE) != ACTIVITY_FILE:
            raise ActivityRefused("not_activity")
        kinds = {activity_named(*_names(session)) for session in self._sessions}
        kind = kinds.pop() if len(kinds) == 1 else None
        return Recording(kind, tuple(self._samples), _totals(self._sessions))


def _values(message: Any) -> dict[str, Any]:  # noqa: ANN401 — fitdecode has no types
    """The fields of a message that have a value, by name; of two with one name the first."""
    values: dict[str, Any] = {}
    for field in message.fields:
        if field.value is not None:
            values.setdefault(str(field.name), field.value)
    return values


def _names(session: dict[str, Any]) -> tuple[str, str]:
    """The more exact name first: *strength_training* within *training*."""
    return str(session.get("sub_sport", "")), str(session.get("sport", ""))


def _sample(values: dict[str, Any]) -> Sample:
    rate = _number(values.get("heart_rate"))
    return Sample(
        _moment(values.get("timestamp")),
        _degrees(values.get("position_lat")),
        _degrees(values.get("position_long")),
        _number(values.get("distance")),
        _number(values.get("enhanced_altitude", values.get("altitude"))),
        None if rate is None else round(rate),
    )


def _totals(sessions: list[dict[str, Any]]) -> Totals:
    """The sums of all sessions of a file; the pulse of the first."""
    if not sessions:
        return Totals()
    return Totals(
        started=_moment(sessions[0].get("start_time", sessions[0].get("timestamp"))),
        metres=_sum(sessions, "total_distance"),
        timer_s=_sum(sessions, "total_timer_time"),
        elapsed_s=_sum(sessions, "total_elapsed_time"),
        ascent_m=_sum(sessions, "total_ascent"),
        heart_rate=_whole(_number(sessions[0].get("avg_heart_rate"))),
    )


def _sum(sessions: list[dict[str, Any]], field: str) -> float | None:
    values = [value for session in sessions if (value := _number(session.get(field))) is not None]
    return sum(values) if values else None


def _moment(value: object) -> float | None:
    return value.timestamp() if isinstance(value, dt.datetime) else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e9 else None


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _degrees(value: object) -> float | None:
    return value * SEMICIRCLE if isinstance(value, int) else None
