"""The week in words: what was done, minutes by kind, how it felt. What was left out is not counted (S5)."""

from collections.abc import Sequence

from bot.views.progress import summary_text
from bot.words import Html, Words
from coach.summary import Share, Summary


def week_parts(summary: Summary, share: Share, efforts: Sequence[int], words: Words, *, new: bool = False) -> list[str]:
    """What was done, as paragraphs; a week without training is met with kindness, and a ``new`` one with a welcome."""
    if not summary.sessions:
        return [words("weekly.begins" if new else "weekly.quiet")]
    extra = summary.sessions - share.done
    lines = [words("weekly.done", n=share.done) if share.done else ""]
    lines.append(words("weekly.extra" if share.done else "weekly.own", n=extra) if extra else "")
    return [
        "\n".join(line for line in lines if line),
        f"{summary_text(summary, words)}\n{_minutes(share, words)}",
        _felt(efforts, words),
    ]


def _minutes(share: Share, words: Words) -> Html:
    kinds = (
        ("running", share.running),
        ("strength", share.strength),
        ("walking", share.walking),
        ("riding", share.riding),
    )
    return Html(" · ".join(words(f"weekly.minutes.{name}", minutes=minutes) for name, minutes in kinds if minutes))


def _felt(efforts: Sequence[int], words: Words) -> str:
    if not efforts:
        return ""
    low, high = min(efforts), max(efforts)
    return words("weekly.felt_one", effort=low) if low == high else words("weekly.felt", low=low, high=high)
