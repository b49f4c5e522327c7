"""What the bot asks of the reading process, and what it is told: values that travel as one line of JSON."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from coach.activity import Summary
from coach.documents import summary_from_json, summary_to_json


@dataclass(frozen=True, slots=True)
class Order:
    """One file to be read, for whom."""

    path: str
    now: float
    """Seconds since 1970: nothing can have been recorded after it."""
    units: str = "km"
    language: str = "en"
    zone: str = "UTC"
    draw: bool = True
    """A picture is wanted."""
    keep: int = 8 * 1024 * 1024
    """Bytes that the packed content may take to be handed back; 0 where it is not wanted."""

    def line(self) -> bytes:
        """The order as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def of(cls, line: bytes) -> Self:
        """The order in a line."""
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the sums of its activity, or why there are none."""

    summary: Summary | None = None
    reason: str | None = None
    """Why it cannot be used: a short word, and the figures its sentence needs."""
    figures: dict[str, Any] = field(default_factory=dict)
    digest: str = ""
    """SHA-256 of the file's unpacked content."""
    picture: bytes | None = None
    packed: bytes | None = None
    """The unpacked file, compressed again, where it is small enough to be kept."""

    def head(self) -> bytes:
        """Everything but the bytes, as a line that says how many of them follow."""
        document = {
            "summary": None if self.summary is None else summary_to_json(self.summary),
            "reason": self.reason,
            "figures": self.figures,
            "digest": self.digest,
            "picture": -1 if self.picture is None else len(self.picture),
            "packed": -1 if self.packed is None else len(self.packed),
        }
        return json.dumps(document).encode() + b"\n"

    @classmethod
    def of(cls, document: dict[str, Any], picture: bytes | None, packed: bytes | None) -> Self:
        """The outcome that a head told, with its bytes."""
        told = document["summary"]
        summary = None if told is None else summary_from_json(told)
        return cls(summary, document["reason"], document["figures"], document["digest"], picture, packed)
