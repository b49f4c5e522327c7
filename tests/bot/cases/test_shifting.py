"""Sessions move by name and by day; a broken rule is said first, and all of it can be taken back."""

import datetime as dt

import pytest

from bot.cases.training import training_of
from coach.session import SessionKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

MONDAY = NOON.date()
Week = list[tuple[int, str]]


def week_of(chat: Chat) -> Week:
    """The days of the first week, from 0, with their kinds of session."""
    sessions = training_of(chat.desk).whole_week(MONDAY).sessions
    return [((session.date - MONDAY).days, session.kind.value) for session in sessions]


def day_of(chat: Chat, kind: SessionKind) -> int:
    return next(day for day, found in week_of(chat) if found == kind)


def name_of(day: int) -> str:
    return f"{MONDAY + dt.timedelta(days=day):%A}".lower()


@pytest.fixture
def midweek(chat: Chat) -> Chat:
    """A chat on Wednesday, a day without a session."""
    chat.forward(days=2)
    return chat


def say_anyway(chat: Chat, words: str) -> None:
    """Say it, and again *yes* where it breaks a rule."""
    chat.says(words)
    if "Move it anyway" in chat.buttons and "Your call" in chat.text:
        chat.says("yes")


def test_a_session_moves_by_its_name_and_back(midweek: Chat) -> None:
    before = week_of(midweek)
    say_anyway(midweek, "move the long run to friday")
    assert "Moved to Fri 4 Dec" in midweek.text
    assert day_of(midweek, SessionKind.LONG_RUN) == 4
    midweek.says("nvm undo")
    assert week_of(midweek) == before


@pytest.mark.parametrize(
    "said", ["actually leave it on sunday", "no, keep it where it was", "put it back", "don't move it", "leave it"]
)
def test_words_right_after_a_move_leave_it_where_it_was(midweek: Chat, said: str) -> None:
    before = week_of(midweek)
    say_anyway(midweek, "move the long run to friday")
    midweek.says(said)
    assert week_of(midweek) == before


@pytest.mark.parametrize("said", ["keep it on friday", "leave it on friday then"])
def test_words_that_agree_with_a_move_leave_it(midweek: Chat, said: str) -> None:
    say_anyway(midweek, "move the long run to friday")
    midweek.says(said)
    assert day_of(midweek, SessionKind.LONG_RUN) == 4


def test_a_session_of_a_later_day_comes_today_and_is_done_there(midweek: Chat) -> None:
    before = week_of(midweek)
    saturday = [kind for day, kind in before if day == 5]
    assert saturday
    say_anyway(midweek, "can i do saturday's one today?")
    assert [kind for day, kind in week_of(midweek) if day == 2] == saturday
    assert not [kind for day, kind in week_of(midweek) if day == 5]
    midweek.says("done, effort 4")
    assert [(log.kind, log.planned) for log in midweek.logs] == [(saturday[0], True)]


def test_what_came_today_goes_back_by_undo(midweek: Chat) -> None:
    before = week_of(midweek)
    say_anyway(midweek, "can i do saturday's one today?")
    midweek.taps("Undo the move")
    assert week_of(midweek) == before


def test_two_days_change_places_and_back(midweek: Chat) -> None:
    before = week_of(midweek)
    saturday, sunday = ([kind for day, kind in before if day == number] for number in (5, 6))
    assert saturday != sunday
    say_anyway(midweek, "swap saturday and sunday")
    assert "Swapped" in midweek.text
    now = week_of(midweek)
    assert ([kind for day, kind in now if day == 6], [kind for day, kind in now if day == 5]) == (saturday, sunday)
    midweek.says("undo")
    assert week_of(midweek) == before


def test_a_broken_rule_is_said_and_the_button_moves_anyway(midweek: Chat) -> None:
    before = week_of(midweek)
    midweek.says(f"move the long run to {name_of(5)}")
    assert "Your call" in midweek.text
    assert week_of(midweek) == before
    midweek.taps("Move it anyway")
    assert day_of(midweek, SessionKind.LONG_RUN) == 5


def test_a_better_day_is_a_tap_away(midweek: Chat) -> None:
    midweek.says("move the hills to friday")
    better = [label for label in midweek.buttons if label.startswith("Move to ")]
    if better:
        midweek.taps(better[0])
        assert "Moved to" in midweek.text


def test_what_is_not_planned_is_said_with_what_comes(midweek: Chat) -> None:
    before = week_of(midweek)
    midweek.says("move the swim to sunday")
    assert "nothing was moved" in midweek.text
    assert "Long run" in midweek.text
    assert week_of(midweek) == before


@pytest.mark.parametrize(("words", "said"), [
    ("move yesterday's run to today", "over"),
    ("move the long run to 3 january", "too far"),
    ("move the long run to sunday", "change nothing"),
])  # fmt: skip
def test_what_cannot_be_moved_so_is_said(midweek: Chat, words: str, said: str) -> None:
    before = week_of(midweek)
    midweek.says(words)
    assert said in midweek.text
    assert week_of(midweek) == before


def test_wishes_to_move_never_log(midweek: Chat) -> None:
    for words in ("move tempo to wednesday", "swap thursday and friday", "put strength on sunday"):
        midweek.says(words)
    assert midweek.logs == []


def test_a_limit_for_today_offers_a_shorter_session_and_another_time_the_setting(chat: Chat) -> None:
    chat.says("max 45 mins on weekdays")
    assert "Minutes a day" in chat.text
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("i can only do 20 mins")
    assert "20 min" in chat.text
    assert chat.logs == []


def test_who_asks_whether_it_can_be_today_is_answered_and_nothing_moves_unasked(midweek: Chat) -> None:
    before = week_of(midweek)
    midweek.says("can i do strength today?")
    assert "is planned for" in midweek.text
    assert week_of(midweek) == before
    midweek.taps("Move it to today")
    assert (2, "strength") in week_of(midweek)
    midweek.says("undo")
    assert week_of(midweek) == before


def test_yes_to_that_moves_it(midweek: Chat) -> None:
    midweek.says("can i do my strength today")
    midweek.says("yes")
    assert (2, "strength") in week_of(midweek)


def test_what_is_on_today_is_said_to_be_so(chat: Chat) -> None:
    before = week_of(chat)
    chat.says("can i do strength today?")
    assert "Yes, it is on today" in chat.text
    assert week_of(chat) == before


def test_a_second_run_of_a_day_stays_where_it_is_and_the_reason_is_told(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("done, effort 6")
    chat.says("move thursday's run to today")
    assert "You have run today already" in chat.text
    assert "Undo the move" not in chat.buttons
    assert any(s.kind == "easy_run" for s in training_of(chat.desk).sessions_on(dt.date(2026, 12, 3)))


def test_a_run_moved_up_that_gives_way_to_the_run_of_the_day_says_why_and_can_go_back(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("move thursday's run to today")
    chat.taps("Move it anyway")
    chat.says("done with the hills, effort 6")
    assert "fell out" not in chat.text
    assert "two runs in a day" in chat.text
    chat.taps("Undo the move")
    assert any(s.kind == "easy_run" for s in training_of(chat.desk).sessions_on(dt.date(2026, 12, 3)))
