"""The README says what is true: its chat is a real one, its links lead somewhere, its commands exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_chat_excerpt_is_a_real_transcript() -> None:
    excerpt = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert excerpt is not None
    transcript = (ROOT / "tests/snapshots/chats/a_training_week.txt").read_text(encoding="utf-8").splitlines()
    position = 0
    for line in filter(str.strip, excerpt[1].splitlines()):
        assert line in transcript[position:], f"nobody said after line {position}: {line!r}"
        position = transcript.index(line, position) + 1


def test_every_link_within_the_project_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_it_is_about_five_hundred_words() -> None:
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    assert 350 <= len(prose.split()) <= 600
