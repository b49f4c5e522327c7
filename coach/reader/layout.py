"""Pasted summaries of watches and apps: a figure and its label on one line or two, in either order.

Every pair becomes ``label: figure`` on a line of its own, which is what the phrase parsers read.
"""

import re

from coach.reader.vocabulary.wordlist import bag

_LABELS = bag(
    "distance time duration pace speed elapsed moving workout total avg average max min heart rate hr bpm calories "
    "kcal cal active elevation gain ascent descent climb cadence steps power relative effort split best temperature "
    "elev loss mov duration: dist training load vo2 laps hrs body battery stride length moving: "
    "kilojoules energy burned "
    "resting rpe perceived exertion grade weight gear kilometers kilometres"
)
_KEYS = bag(
    "distance time duration pace speed heart hr calories kcal cal elevation ascent descent climb cadence steps power "
    "elev dist effort load laps temperature exertion energy"
)
_FIGURE = (
    r"[+~]?\d[\d:.,'\"hms ]*\s?(?:(?:/|min\s?/)?\s?"
    r"(?:km/h|min/km|min/mi|km|mi|kilomet(?:er|re)s|miles|m|ft|bpm|kcal|cal|"
    r"spm|kph|mph|w|min|hours|h|s|%|°c|°f)\b\.?(?:/(?:km|mi|h|min))?)?"
)
_FIGURE_LINE = re.compile(rf"\s*({_FIGURE})\s*\Z", re.IGNORECASE)
_FIGURE_LABEL = re.compile(rf"\s*({_FIGURE})\s+([a-z][a-z. ]{{2,24}})\Z", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+", re.IGNORECASE)
_LONGEST_LINE = 60
"""Characters of a line that can be a figure or a label."""


def pair(text: str) -> str:
    """``text`` with the figures and labels of a pasted summary brought together; anything else as it stands."""
    if "\n" not in text:
        return text
    lines = [_turned(line) for line in text.split("\n")]
    labels = [_is_label(line) for line in lines]
    if sum(labels) < 2:
        return "\n".join(lines)
    figures = [_is_figure(line) for line in lines]
    first = next((i for i in range(len(lines)) if labels[i] or figures[i]), 0)
    return "\n".join(_paired(lines, labels, figures, label_first=labels[first]))


def _turned(line: str) -> str:
    """``31:20 Time`` as ``Time: 31:20``."""
    if len(line) > _LONGEST_LINE:
        return line
    match = _FIGURE_LABEL.match(line)
    if match and _is_label(match.group(2)):
        return f"{match.group(2)}: {match.group(1)}"
    return line


def _is_label(line: str) -> bool:
    """Whether a line is nothing but a label."""
    if not line or len(line) > _LONGEST_LINE:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    return bool(words) and _KEYS.intersection(words) != set() and _LABELS.issuperset(words)


def _is_figure(line: str) -> bool:
    """Whether a line is nothing but a figure with its unit."""
    return len(line) <= _LONGEST_LINE and _FIGURE_LINE.match(line) is not None


def _paired(lines: list[str], labels: list[bool], figures: list[bool], *, label_first: bool) -> list[str]:
    """Neighbouring lines of a label and a figure as one."""
    paired: list[str] = []
    i = 0
    while i < len(lines):
        together = i + 1 < len(lines) and (
            (labels[i] and figures[i + 1]) if label_first else (figures[i] and labels[i + 1])
        )
        if together:
            label, figure = (lines[i], lines[i + 1]) if label_first else (lines[i + 1], lines[i])
            paired.append(f"{label}: {figure}")
            i += 2
        else:
            paired.append(lines[i])
            i += 1
    return paired
