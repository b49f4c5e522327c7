"""The workout library: which session fits a slot of the week, and its steps, cues and words."""

from coach.workouts.sessions import compose

__all__ = ["compose"]
