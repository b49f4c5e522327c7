"""``/rules``: every promise in plain words, a chapter a message, sources named."""

import re

import pytest

from bot.cases import progress
from bot.cases.progress import CHAPTERS
from bot.limits import TEXT_LIMIT
from bot.words import words_for
from tests.bot.cases.chat import Chat
from tests.repository.test_coaching_docs import NUMBERS, PAGE

WORDS = words_for(html=False)
PROMISES = [chapter for chapter in CHAPTERS if chapter != "sources"]


def numbers_in(chapter: str) -> list[str]:
    """The rules that the promises of a chapter name at their ends, in order."""
    return re.findall(r"\(([WPCS]\d+)\)$", WORDS(f"rules.{chapter}"), re.MULTILINE)


def test_every_rule_is_promised_once() -> None:
    named = [number for chapter in PROMISES for number in numbers_in(chapter)]
    assert sorted(named) == sorted(NUMBERS)


@pytest.mark.parametrize(("chapter", "letter"), list(zip(PROMISES, "WPCS", strict=True)))
def test_each_chapter_holds_its_own_rules(chapter: str, letter: str) -> None:
    assert {number[0] for number in numbers_in(chapter)} == {letter}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_fits_into_one_message_with_room_to_spare(chapter: str) -> None:
    assert len(WORDS(f"rules.{chapter}")) <= TEXT_LIMIT * 0.75


def test_sources_named_in_the_chat_stand_on_the_page_of_the_rules() -> None:
    named = re.findall(r"([A-Z][a-z]+)(?:,| \d{4})", WORDS("rules.sources"))
    assert named
    assert [author for author in named if author not in PAGE and author != "Formula"] == []


def test_first_chapter_comes_with_a_button_to_each_other_one(chat: Chat) -> None:
    progress.rules(chat.desk)
    chat._listen()
    assert "What every week keeps" in chat.text
    assert {"How it grows", "When it changes", "Your health", "Sources"} <= set(chat.buttons)


@pytest.mark.parametrize(
    ("button", "beginning"),
    [
        ("How it grows", "How your training grows"),
        ("When it changes", "When the plan changes"),
        ("Your health", "Your health comes first"),
        ("Sources", "Where the rules come from"),
    ],
)
def test_chapters_are_a_tap_away_and_lead_back(chat: Chat, button: str, beginning: str) -> None:
    progress.rules(chat.desk)
    chat._listen()
    chat.taps(button)
    assert chat.text.startswith(beginning)
    chat.taps("A week")
    assert "What every week keeps" in chat.text
