"""The planner: from a profile, a history and a day to a plan that keeps every coaching rule."""

from coach.planning.planner import plan

__all__ = ["plan"]
