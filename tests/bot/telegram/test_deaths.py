"""What the next process learns of the prompt over which the one before ended."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.telegram.deaths import MOST, SEATS, Deaths
from storage.database import open_database
from tests.bot.telegram.records import reopened

Opening = Callable[[], Deaths]


@pytest.fixture
def opened(tmp_path: Path, boot: Path) -> Iterator[Opening]:
    """The record as each next process opens it."""
    with reopened(lambda: Deaths([tmp_path / "record"], boot)) as open_it:
        yield open_it


def test_a_prompt_is_given_up_after_three_deaths_and_not_before(opened: Opening) -> None:
    for met in range(MOST):
        deaths = opened()
        assert not deaths.are_enough(7), met
        deaths.begin(7)
    assert opened().are_enough(7)


def test_deaths_count_across_those_of_another_prompt_and_across_starts_that_said_nothing(opened: Opening) -> None:
    for prompt in (7, 8, 7, 8, 7):
        opened()
        opened().begin(prompt)
    assert [opened().are_enough(prompt) for prompt in (7, 8)] == [True, False]


def test_a_prompt_that_was_said_or_failed_alive_has_nothing_against_it(opened: Opening) -> None:
    for _ in range(MOST):
        opened().begin(7)
        opened().end(7)
    assert not opened().are_enough(7)


def test_what_was_given_up_makes_room_for_others(opened: Opening) -> None:
    for prompt in range(1, SEATS + 2):
        for _ in range(MOST):
            opened().begin(prompt)
        assert opened().are_enough(prompt)
        opened().forget(prompt)
        assert not opened().are_enough(prompt)


def test_a_machine_that_started_anew_blames_nobody(opened: Opening, boot: Path) -> None:
    for _ in range(MOST):
        opened().begin(7)
    boot.write_text("two\n")
    assert not opened().are_enough(7)


def test_without_a_file_nothing_is_noted(tmp_path: Path) -> None:
    deaths = Deaths([tmp_path / "missing" / "record"])
    deaths.open()
    deaths.begin(7)
    deaths.forget(7)
    deaths.close()
    assert not deaths.are_enough(7)


def test_the_record_lies_beside_the_database(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    deaths = Deaths.of(database, None)
    deaths.open()
    deaths.close()
    assert (tmp_path / "bot.db-prompt-in-hand").exists()
    database.close_now()
