"""The drawing process: a chart in, its picture out. What the pen needs of memory goes with it when it ends."""

import sys

from bot.charts.chart import Chart
from bot.charts.drawing import draw


def main() -> int:
    """Draw the one chart that standard input holds."""
    sys.stdout.buffer.write(draw(Chart.of(sys.stdin.buffer.readline())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
