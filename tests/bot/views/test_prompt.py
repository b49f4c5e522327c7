"""The daily prompt: what to do, and the buttons that answer it."""

import datetime as dt

from bot.screens import Rows
from bot.taps import LIMIT, Verb
from bot.views.prompt import (
    move_screen,
    prompt_rows,
    prompt_screen,
    rest_screen,
    shorter_screen,
    size_screen,
    skip_screen,
)
from bot.words import words_for
from coach.phrases import phrase
from coach.session import Do, Part, Session, Size, Step
from tests.builders import MONDAY, a_session

PLAIN = words_for(html=False)
ATHLETE, PROMPT = 7, 12
SIZES = (
    Size(20, phrase("title.easy_run"), (Step(1, (Part(Do.RUN, seconds=1200, rpe=(3, 4)),)),)),
    Size(10, phrase("kind.recovery_walk")),
)


def easy(**fields: object) -> Session:
    return a_session(**{"title": phrase("title.easy_run"), "why": phrase("button.skip"), **fields})


def strength() -> Session:
    return easy(kind="strength", title=phrase("kind.strength"), minutes=20)


def labels(rows: Rows) -> list[list[str]]:
    return [[button.label for button in row] for row in rows]


def verbs(rows: Rows) -> set[Verb]:
    return {button.tap.verb for row in rows for button in row if button.tap is not None}


def test_one_session_has_one_done_and_four_other_answers() -> None:
    found = verbs(prompt_rows([easy()], PROMPT, ATHLETE, PLAIN))
    assert {Verb.DONE, Verb.SHORTER, Verb.MOVE, Verb.SKIP, Verb.HURTS} <= found


def test_two_sessions_have_a_done_each_by_their_name() -> None:
    shown = labels(prompt_rows([easy(), strength()], PROMPT, ATHLETE, PLAIN))
    assert ["Done: Easy run"] in shown
    assert ["Done: Strength", "Start ▶"] in shown


def test_only_strength_can_be_started_as_a_guided_session() -> None:
    both, lone = (prompt_rows(sessions, PROMPT, ATHLETE, PLAIN) for sessions in ([easy(), strength()], [easy()]))
    assert [label for row in labels(both) for label in row].count("Start ▶") == 1
    assert "Start ▶" not in [label for row in labels(lone) for label in row]


def test_what_is_logged_already_has_no_done_any_more() -> None:
    sessions = [easy(), strength()]
    shown = labels(prompt_rows(sessions, PROMPT, ATHLETE, PLAIN, only=sessions[1:]))
    assert ["Done: Easy run"] not in shown
    assert ["Done: Strength", "Start ▶"] in shown


def test_a_done_counts_its_session_in_the_prompt_whatever_else_is_logged() -> None:
    sessions = [easy(), strength()]
    rows = prompt_rows(sessions, PROMPT, ATHLETE, PLAIN, only=sessions[1:])
    taps = [button.tap for row in rows for button in row if button.tap and button.tap.verb is Verb.DONE]
    assert [tap.value for tap in taps] == ["1"]


def test_every_button_is_bound_to_its_prompt_and_athlete_and_fits() -> None:
    rows = prompt_rows([easy(), strength()], PROMPT, ATHLETE, PLAIN)
    taps = [button.tap for row in rows for button in row]
    assert all(tap is not None and (tap.athlete, tap.subject) == (ATHLETE, PROMPT) for tap in taps)
    assert all(len(tap.pack()) <= LIMIT for tap in taps if tap is not None)


def test_a_prompt_tells_every_session_of_the_day() -> None:
    text = prompt_screen([easy(), strength()], PROMPT, ATHLETE, PLAIN).text
    assert text.startswith("Today:")
    assert text.index("Easy run") < text.index("Strength")


def test_a_greeting_stands_before_the_day() -> None:
    assert prompt_screen([easy()], PROMPT, ATHLETE, PLAIN, "Welcome back!").text.startswith("Welcome back!\n\nToday:")


def test_a_rest_day_asks_for_nothing() -> None:
    screen = rest_screen(PLAIN)
    assert screen.text.startswith("Rest day today.")
    assert screen.rows == ()


def test_shorter_offers_each_size_once_and_a_way_back() -> None:
    screen = shorter_screen([easy(shorter=SIZES), strength()], PROMPT, ATHLETE, PLAIN)
    assert len(screen.rows) == len(SIZES) + 1
    assert labels(screen.rows)[-1] == ["‹ Back"]


def test_the_same_size_of_two_sessions_is_offered_for_the_first() -> None:
    screen = shorter_screen([easy(shorter=SIZES[1:]), easy(shorter=SIZES[1:])], PROMPT, ATHLETE, PLAIN)
    ((walk,), _) = screen.rows
    assert walk.tap is not None
    assert walk.tap.value == "0:10"


def test_a_chosen_size_shows_its_steps_and_can_be_done() -> None:
    screen = size_screen(easy(shorter=SIZES), 0, 20, PROMPT, ATHLETE, PLAIN)
    assert screen is not None
    assert "20\u202fmin easy run" in screen.text
    (done,), _ = screen.rows
    assert done.tap is not None
    assert (done.tap.verb, done.tap.value) == (Verb.DONE, "0:20")


def test_a_size_that_a_session_does_not_have_is_no_screen() -> None:
    assert size_screen(easy(shorter=SIZES), 0, 25, PROMPT, ATHLETE, PLAIN) is None


def test_skipping_asks_why_and_takes_no_reason_too() -> None:
    values = [
        button.tap.value
        for row in skip_screen([easy()], PROMPT, ATHLETE, PLAIN).rows
        for button in row
        if button.tap and button.tap.verb is Verb.SKIP
    ]
    assert set(values) == {"busy", "travel", "ill", "injured", "none"}


def test_a_session_moves_to_later_today_or_to_one_of_the_days() -> None:
    days = [MONDAY + dt.timedelta(days=number) for number in (1, 2, 4)]
    shown = labels(move_screen([easy()], days, PROMPT, ATHLETE, PLAIN).rows)
    assert shown == [["Later today"], ["Tuesday", "Wednesday", "Friday"], ["‹ Back"]]


def test_without_a_day_to_move_to_there_is_later_today() -> None:
    assert labels(move_screen([easy()], [], PROMPT, ATHLETE, PLAIN).rows) == [["Later today"], ["‹ Back"]]
