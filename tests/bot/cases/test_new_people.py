"""What new people text in their first fortnight, and what must not be made of it."""

import datetime as dt

import pytest

from bot.conversations.asking import talk_at
from coach.history import Status
from tests.bot.cases.chat import Chat


def logged_today(chat: Chat) -> list[tuple[str, int | None]]:
    return [(str(log.status), log.rpe) for log in chat.logs if log.date == chat.desk.today]


@pytest.mark.parametrize("said", ["feeling knackered today, should i still go?", "too much this week, can we cut back"])
def test_a_question_about_how_one_feels_is_no_session(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says(said)
    assert logged_today(chat) == []
    assert "gets lighter by itself" in chat.text or "After a bad night" in chat.text


def test_a_question_behind_a_card_is_not_its_effort(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says("feeling knackered today, should i still go again?")
    assert logged_today(chat) == [("done", None)]


def test_a_deed_beside_a_question_is_a_session(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done! was that too fast?")
    assert [status for status, _ in logged_today(chat)] == ["done"]


def test_what_was_hard_on_a_knee_is_asked_about_and_no_effort(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done")
    chat.says("hard on my knees a bit")
    assert "Knee: how much" in chat.text
    chat.says("3")
    assert "Knee: 3 of 10" in chat.text
    assert chat.logs[0].rpe is None


@pytest.mark.parametrize(
    "said", ["im away 12-19 dec, no running there", "im away 12-19 dec", "away dec 12-19", "on holiday 12/12 - 19/12",
             "away from the 12th to the 19th of december"],
)  # fmt: skip
def test_days_away_of_one_month_are_understood(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "You’re away from Sat 12 Dec to Sat 19 Dec." in chat.text
    assert not chat.logs


@pytest.mark.parametrize("said", ["physio said no running for 2 weeks", "doctor told me to rest for 2 weeks"])
def test_what_a_doctor_orders_is_a_time_off_and_no_pain_of_a_guessed_level(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Then no running from Mon 30 Nov to Sun 13 Dec, as you were told." in chat.text
    assert not chat.logs
    assert not chat.receipts


def test_the_reason_of_a_move_is_no_log(chat: Chat) -> None:
    chat.to_a_lone_run()
    day, to = chat.desk.today, chat.desk.today + dt.timedelta(days=1)
    chat.says(f"move todays run to {to:%A} bc i did track".lower())
    assert not [log for log in chat.logs if log.date <= day]
    assert "Moved to" in chat.text or "Move it anyway" in chat.buttons


@pytest.mark.parametrize("said", ["can i do it tomorrow", "do it tomorrow instead", "ok ill do it tmrw then"])
def test_what_was_left_out_may_move_to_tomorrow_after_all(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("skip")
    assert [log.status for log in chat.logs] == [Status.SKIPPED]
    chat.says(said)
    assert chat.logs == []
    assert "Moved to" in chat.text or "Move it anyway" in chat.buttons
    assert "You edited" not in chat.text


def test_mondays_run_done_today_is_a_run_of_today(chat: Chat) -> None:
    chat.forward(days=3)
    chat.says("did mondays run today instead, 30 min")
    assert [log.date for log in chat.logs] == [chat.desk.today]


def test_a_race_that_is_cancelled_is_not_offered_as_a_goal(chat: Chat) -> None:
    chat.says("race on sunday is cancelled")
    assert "There’s no race day in your plan" in chat.text
    chat.desk.owner.profile = {**chat.desk.owner.profile, "race_date": "2027-02-14"}
    chat.says("race on sunday is cancelled")
    assert "In your plan stands another day, Sun 14 Feb" in chat.text


@pytest.mark.parametrize("said", ["gonna run later", "about to head out", "will do it tonight", "off to the gym"])
def test_who_goes_out_hears_a_kind_word(chat: Chat, said: str) -> None:
    chat.says(said)
    assert chat.text.startswith("Enjoy it!")
    assert not chat.logs


@pytest.mark.parametrize("said", ["i hate intervals", "my watch says recovery 48 hours", "quarter past five start"])
def test_what_cannot_be_todays_session_is_not_asked_about_as_one(chat: Chat, said: str) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says(said)
    assert "Was that today’s session" not in chat.text


def test_a_long_run_moves_within_this_week(chat: Chat) -> None:
    chat.forward(days=2)
    chat.says("can i do the long run on saturday this week")
    assert "Sat 5 Dec" in chat.text
    assert "rest day" not in chat.text


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("10k on 12 April, want sub 50", "Mon 12 Apr"),
        ("i want 10k in 43 on 11 april", "Sun 11 Apr"),
        ("signed up for a 10k on 14 march, aiming for sub 44", "Sun 14 Mar"),
    ],
)
def test_a_time_hoped_for_is_answered_beside_the_race_and_its_day(chat: Chat, said: str, day: str) -> None:
    chat.says(said)
    assert f"10K on {day}: still to come" in chat.text
    assert "a good thing to run for" in chat.text
    assert not chat.logs


def test_a_race_that_was_run_is_a_log(chat: Chat) -> None:
    chat.says("ran 10k on 12 november in 49:30, goal was sub 50")
    assert [log.distance_m for log in chat.logs] == [10_000]


@pytest.mark.parametrize(
    "said", ["dont know how to do the hip hinge", "what's a hip hinge?", "not sure what a lunge is"]
)
def test_an_exercise_that_somebody_does_not_know_is_explained(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "leads you through it, set by set" in chat.text


@pytest.mark.parametrize("said", ["weight 70 kg", "my weight is 70 kg", "weigh 70 kg", "my weight today is 70 kg"])
def test_a_weight_while_the_equipment_is_asked_is_a_weight_and_no_dumbbell(chat: Chat, said: str) -> None:
    chat.prompted()
    assert talk_at(chat.desk).row.question == "equip"
    chat.says(said)
    assert "Weight 70 kg" in chat.text
    assert "dumbbells" not in chat.desk.owner.profile.get("equipment", [])


@pytest.mark.parametrize("said", ["weights", "10 kg weights and a band", "two 5 kg dumbbells", "a weight set"])
def test_weights_to_lift_are_still_equipment(chat: Chat, said: str) -> None:
    chat.prompted()
    chat.says(said)
    assert "dumbbells" in chat.desk.owner.profile["equipment"]


def test_exercises_while_the_equipment_is_asked_are_logged(chat: Chat) -> None:
    chat.prompted()
    chat.says("3x10 squats with dumbbells")
    assert [log.kind for log in chat.logs] == ["strength"]
