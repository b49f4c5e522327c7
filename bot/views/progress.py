"""Progress in words: what was done, and how it compares with four weeks before; no verdicts, no misses."""

from collections.abc import Sequence

from bot.words import Html, Words
from coach.phrases import Distance, Duration
from coach.summary import Summary
from coach.units import Seconds


def summary_text(summary: Summary, words: Words) -> Html:
    """What a stretch of days held, a line a figure."""
    counts = [
        words(f"count.{name}", n=number)
        for name, number in (
            ("runs", summary.runs),
            ("strength", summary.strength),
            ("walks", summary.walks),
            ("cross_training", summary.cross_training),
        )
        if number
    ]
    lines = [Html(" · ".join(counts))]
    if summary.minutes:
        time = Duration(Seconds(summary.minutes * 60))
        distance = Distance(summary.distance_m)
        lines.append(
            words("progress.time", time=time, distance=distance) if distance.metres else Html(words.write(time))
        )
    if summary.minutes and summary.untimed:
        lines.append(words("progress.untimed", n=summary.untimed))
    if summary.longest_run_s:
        lines.append(words("progress.longest", time=Duration(Seconds(summary.longest_run_s // 60 * 60))))
    return Html("\n".join(line for line in lines if line))


def progress_text(
    week: Summary,
    four_weeks: Summary,
    before: Summary,
    fitness: float | None,
    words: Words,
    measured: Sequence[Html] = (),
) -> str:
    """This week, the last four weeks, and the four before them where there is something to compare with.

    ``measured`` are the lines of what scales and tape came to, where there are any.
    """
    trends = words("weekly.measured", lines=Html("\n".join(measured))) if measured else ""
    if not four_weeks.sessions and not before.sessions:
        return "\n\n".join(part for part in (words("progress.empty"), trends) if part)
    parts = [
        words("progress.head"),
        words("progress.week", summary=summary_text(week, words)) if week.sessions else words("progress.week_empty"),
        words("progress.month", summary=summary_text(four_weeks, words)) if four_weeks.sessions > week.sessions else "",
        _compared(four_weeks, before, words),
        words("progress.fitness", fitness=round(fitness, 1)) if fitness is not None else "",
        trends,
        words("progress.honest"),
    ]
    return "\n\n".join(part for part in parts if part)


def _compared(now: Summary, before: Summary, words: Words) -> str:
    if not before.sessions:
        return ""
    was, time = Duration(Seconds(before.minutes * 60)), Duration(Seconds(now.minutes * 60))
    return words("progress.compared", before=was, now=time)
