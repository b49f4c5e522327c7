"""The sums of an activity as a document: how they are stored with a log, and handed from process to process."""

import datetime as dt
from typing import Any

from coach.activity.summary import BestEffort, Split, Summary
from coach.reading import Activity
from coach.units import BeatsPerMinute, Metres, Seconds


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """A summary as JSON: a moment as ISO 8601, splits and efforts as short lists."""
    return {
        "started": summary.started.isoformat(),
        "activity": str(summary.activity),
        "guessed": summary.guessed,
        "distance_m": summary.distance_m,
        "moving_s": summary.moving_s,
        "elapsed_s": summary.elapsed_s,
        "ascent_m": summary.ascent_m,
        "avg_hr": summary.avg_hr,
        "max_hr": summary.max_hr,
        "splits": [[split.metres, split.seconds, split.heart_rate] for split in summary.splits],
        "best": [[effort.metres, effort.seconds] for effort in summary.best],
    }


def summary_from_json(document: dict[str, Any]) -> Summary:
    """The summary that a document holds; the inverse of ``summary_to_json``."""
    return Summary(
        started=dt.datetime.fromisoformat(document["started"]),
        activity=Activity(document["activity"]),
        guessed=document["guessed"],
        distance_m=document["distance_m"],
        moving_s=Seconds(document["moving_s"]),
        elapsed_s=Seconds(document["elapsed_s"]),
        ascent_m=document["ascent_m"],
        avg_hr=document["avg_hr"],
        max_hr=document["max_hr"],
        splits=tuple(_split(*split) for split in document["splits"]),
        best=tuple(BestEffort(Metres(metres), Seconds(seconds)) for metres, seconds in document["best"]),
    )


def _split(metres: int, seconds: int, heart_rate: int | None) -> Split:
    return Split(Metres(metres), Seconds(seconds), None if heart_rate is None else BeatsPerMinute(heart_rate))
