"""The same chats on PostgreSQL: a few in every run; with ``LEGWORK_TEST_POSTGRES=1`` all of ``tests/chats``."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import MovableClock
from bot.sandbox import SandboxServer
from tests.chats.running import House
from tests.chats.test_exporting import test_the_athlete_gets_everything_as_a_file
from tests.chats.test_guided import test_two_quick_taps_and_old_buttons_count_once
from tests.chats.test_operators import (
    olga,
    test_a_broadcast_is_shown_confirmed_sent_and_reported,
    test_what_was_set_aside_is_listed_by_place_and_tried_again,
)
from tests.chats.test_unasked import test_after_three_silent_days_the_coach_asks_once
from tests.chats.test_week import (
    test_an_edited_message_edits_its_log,
    test_delete_asks_and_then_erases_everything,
    test_two_taps_on_one_button_count_once,
)

__all__ = [
    "olga",
    "test_a_broadcast_is_shown_confirmed_sent_and_reported",
    "test_after_three_silent_days_the_coach_asks_once",
    "test_an_edited_message_edits_its_log",
    "test_delete_asks_and_then_erases_everything",
    "test_the_athlete_gets_everything_as_a_file",
    "test_two_quick_taps_and_old_buttons_count_once",
    "test_two_taps_on_one_button_count_once",
    "test_what_was_set_aside_is_listed_by_place_and_tried_again",
]
pytestmark = pytest.mark.postgres


@pytest.fixture
async def house(server: SandboxServer, clock: MovableClock, tmp_path: Path, own_postgres: str) -> AsyncIterator[House]:
    """The real bot on PostgreSQL, whatever the run is told."""
    settings = {"database_url": SecretStr(own_postgres)}
    running = await House(server, clock, tmp_path / "unused.db", settings=settings).start()
    yield running
    await running.stop()
