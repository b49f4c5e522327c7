"""The picture of some weeks: what was done, and what scales and tape say, drawn in a process of its own."""

from bot.charts.chart import Chart, Panel, Points, Stack
from bot.charts.process import drawn

__all__ = ["Chart", "Panel", "Points", "Stack", "drawn"]
