"""A recorded activity: samples of a watch or phone become a track, and a track becomes the sums people talk about."""

from coach.activity.recording import Recording, Sample, Totals
from coach.activity.summary import BestEffort, Split, Summary
from coach.activity.summing import summarise
from coach.activity.track import Point, Track
from coach.activity.tracking import track_of

__all__ = [
    "BestEffort",
    "Point",
    "Recording",
    "Sample",
    "Split",
    "Summary",
    "Totals",
    "Track",
    "summarise",
    "track_of",
]
