"""The planner: from a profile, a history and a day to a plan that keeps every coaching rule."""

from coach.planning.leeway import Leeway, is_effort_alone, left_after
from coach.planning.planner import Made, plan, this_week

__all__ = ["Leeway", "Made", "is_effort_alone", "left_after", "plan", "this_week"]
