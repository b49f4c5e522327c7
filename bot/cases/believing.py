"""What was read, with the question that it raises in the light of who tells it."""

from dataclasses import replace

from bot.cases.training import Training
from coach.likely import unlike
from coach.reading import Reading


def believed(training: Training, reading: Reading) -> Reading:
    """The reading; where a run is far too fast for this athlete it is asked about and not logged yet."""
    if reading.question is not None or not reading.entries:
        return reading
    question = unlike(reading.entries, training.profile, training.history)
    return reading if question is None else replace(reading, question=question)
