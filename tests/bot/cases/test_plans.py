"""The plan in the chat: presented, browsed, kept, changed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlmodel import Session, select

from bot.cases import history, plans, progress, today
from bot.cases.training import training_of
from bot.desk import Desk
from coach.documents import week_from_json
from coach.session import RUN_KINDS
from storage.plans import keep_week, stored_of
from storage.tables import SentWeek
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def shown(chat: Chat, case: Callable[[Desk], None]) -> str:
    """What a command shows."""
    case(chat.desk)
    chat._listen()
    return chat.text


def test_the_first_plan_says_why_shows_the_week_and_what_to_expect(chat: Chat) -> None:
    chat._read = 0
    chat._listen()
    assert "This plan" in chat.text
    assert "Mon (today)" in chat.text
    assert "What to expect" in chat.text
    assert chat.desk.owner.next_prompt_at is not None


def test_the_week_shown_is_the_week_kept(chat: Chat) -> None:
    (row,) = chat.desk.session.exec(select(SentWeek)).all()
    kept = week_from_json(row.week)
    assert [sent.week for sent in stored_of(chat.desk.session, chat.desk.athlete_id).sent] == [kept]
    assert kept.start == dt.date(2026, 11, 30)


def test_a_week_of_a_block_long_over_is_known_though_no_answer_waits_for_it(chat: Chat) -> None:
    (kept,) = (sent.week for sent in training_of(chat.desk).sent)
    old = replace(kept, start=kept.start - dt.timedelta(weeks=30))
    keep_week(chat.desk.session, chat.desk.athlete_id, old, NOON)
    training = training_of(chat.desk)

    assert [sent.start for sent in training.sent] == [kept.start]
    assert training.shown(old.start) == old
    assert training.released().shown(old.start) == old
    assert training.shown(old.start - dt.timedelta(weeks=1)) is None


def test_a_week_lists_all_seven_days_and_ticks_what_is_done(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Done ✓")
    text = shown(chat, plans.week)
    assert all(day in text for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
    assert text.count("✓") == 1


def test_weeks_are_browsed_in_place_and_back(chat: Chat) -> None:
    first = shown(chat, plans.plan)
    chat.taps("Next week ›")
    assert "Week 2" in chat.text
    chat.taps("‹ Week before")
    assert chat.text in first


def test_an_old_browse_button_of_a_week_gone_says_so(chat: Chat) -> None:
    shown(chat, plans.plan)
    data, message = chat.buttons["Next week ›"]
    chat.taps_data(data.replace("2026-12-07", "2020-01-06"), message)
    assert "not part of your plan" in chat.text


def test_today_shows_steps_effort_and_why(chat: Chat) -> None:
    chat.to_a_lone_run()
    text = shown(chat, today.today)
    assert "•" in text
    assert "of 10" in text


def test_a_rest_day_is_called_one(chat: Chat) -> None:
    chat.forward(days=2)
    assert "rest day" in shown(chat, today.today)


def test_days_gone_by_stay_in_the_week_as_they_were_shown(chat: Chat) -> None:
    before = shown(chat, plans.week).replace(" (today)", "").splitlines()
    chat.forward(days=4)
    after = shown(chat, plans.week).replace(" (today)", "").splitlines()
    gone = ("Mon ", "Tue ", "Wed ", "Thu ")
    assert [line for line in before if line.startswith(gone)] == [line for line in after if line.startswith(gone)]


def test_changed_days_change_the_week_from_now_on(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "available_days": ["wed", "fri", "sun"]}
    plans.changed(chat.desk)
    chat._listen()
    assert "This is your week now" in chat.text
    thursday = next(line for line in chat.text.splitlines() if line.startswith("Thu"))
    assert "rest" in thursday


def test_a_setting_that_changes_no_session_says_nothing(chat: Chat) -> None:
    plans.changed(chat.desk)
    chat._listen()
    assert chat.heard == []


@pytest.mark.parametrize("case", [today.today, plans.week, plans.plan, history.log, history.history, progress.progress])
def test_every_command_answers_on_the_first_day(chat: Chat, case: Callable[[Desk], None]) -> None:
    assert shown(chat, case)


def test_an_overlong_unplanned_run_counts_and_is_told(chat: Chat) -> None:
    chat.says("ran 16k in 1:40:00, effort 6")
    assert chat.logs[0].planned is False or chat.logs[0].minutes == 100
    assert stored_of(chat.desk.session, chat.desk.athlete_id).sent


def test_progress_counts_what_was_done_and_never_what_was_not(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("skipped strength, too busy")
    text = shown(chat, progress.progress)
    assert "1 run" in text
    assert "skip" not in text.lower()
    assert "miss" not in text.lower()


def test_history_pages_back_and_opens_cards(chat: Chat) -> None:
    for number in range(8):
        chat.says(f"ran {number + 2}k in {12 * (number + 2)}:00")
    shown(chat, history.history)
    assert chat.text.count("Run ·") == 6
    chat.taps("Older ›")
    assert chat.text.count("Run ·") == 2
    chat.taps("1")
    assert "How hard did it feel" in chat.text
    chat.taps("‹ Newest")
    assert chat.text.count("Run ·") == 6


def test_every_chapter_of_the_rules_can_be_read(chat: Chat) -> None:
    seen = shown(chat, progress.rules)
    for title in ("How it grows", "When it changes", "Your health", "Sources", "A week"):
        chat.taps(title)
        seen += chat.text
    for rule in ("W0", "W10", "P1", "P6", "C1", "C8", "S1", "S2", "S5"):
        assert f"({rule}" in seen or f", {rule})" in seen, rule


def test_a_run_made_easy_because_of_an_overlong_one_stays_so_on_its_morning(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("ran 18 km in 2:05:00, effort 7")
    told = shown(chat, plans.week)
    chat.forward(days=2)
    chat.prompted()
    thursday = next(line for line in told.splitlines() if line.startswith("Thu"))
    assert thursday == next(
        line.replace(" (today)", "") for line in shown(chat, plans.week).splitlines() if line.startswith("Thu")
    )


def test_the_week_shown_after_clearance_in_its_middle_is_the_one_that_stands(session: Session) -> None:
    health = {"flags": ["uncontrolled_blood_pressure"], "cleared": False}
    runner = {"goal": "leaner_legs", "experience": "new", "available_days": ["mon", "wed", "fri", "sat"]}
    level = {"weekly_distance_m": 0, "longest_run_m": 0, "weight_kg": None, "height_cm": None}
    chat = Chat.with_an_athlete(
        session, NOON, health=health, max_minutes={"weekday": 30, "weekend": 45}, long_run_day=None, **runner, **level
    )
    chat.says("walked 30 min, effort 3")
    chat.forward(days=2)
    chat.says("walked 30 min, effort 3")
    chat.desk.owner.profile = {**chat.desk.owner.profile, "health": {**health, "cleared": True}}
    plans.changed(chat.desk, "health")
    week = training_of(chat.desk).shown(NOON.date())
    assert week is not None
    assert any(one.kind in RUN_KINDS for one in week.sessions)
    assert training_of(chat.desk).whole_week(NOON.date()).as_week().sessions == week.sessions
