"""Small things that make the coach a pleasant one: no contradictions, no invented figures, no needless questions."""

from bot.cases.pausing import pause
from bot.cases.training import training_of
from coach.session import SessionKind
from tests.bot.cases.chat import Chat


def test_a_run_while_a_doctor_is_awaited_is_logged_and_discouraged(chat: Chat) -> None:
    chat.says("i had chest pain on the stairs")
    chat.says("done 20 min run")
    assert chat.logs[-1].kind == SessionKind.EASY_RUN
    assert "please don’t run for now" in chat.text


def test_an_empty_day_during_an_illness_says_that_it_is_the_illness(chat: Chat) -> None:
    chat.says("i have a fever")
    chat.taps("Today")
    assert "You are ill" in chat.text
    chat.forward(days=2)
    chat.taps("I’m well again")
    assert "Good to hear" in chat.text


def test_being_well_again_says_when_training_goes_on(chat: Chat) -> None:
    chat.says("i have a fever")
    chat.forward(days=3)
    chat.taps("I’m well again")
    assert "Next up:" in chat.text


def test_a_bare_done_shows_no_pace_that_nobody_measured(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("done, effort 4")
    assert "As planned" in chat.text
    assert "/km" not in chat.text


def test_done_on_an_empty_day_asks_what_it_was_and_a_reply_says_it(chat: Chat) -> None:
    while chat.desk.today.weekday() != 4:
        chat.forward(days=1)
    chat.says("done, effort 4")
    assert "What was it?" in chat.text
    chat.says("30 min walk", reply_to=chat.message_about("log:1"))
    assert [(log.kind, log.minutes) for log in chat.logs] == [("recovery_walk", 30.0)]


def test_a_question_is_not_taken_for_training(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("which playlist do you like?")
    assert "don’t have an answer" in chat.text
    assert "Yes, done" not in chat.buttons


def test_somebody_who_writes_is_not_called_quiet(chat: Chat) -> None:
    for _ in range(9):
        chat.forward(days=1)
        chat.prompted()
        assert "You have been quiet" not in chat.text
        chat.says("lovely weather here")


def test_a_session_done_today_is_never_told_as_cancelled(chat: Chat) -> None:
    chat.says("walked 90 min, effort 2")
    chat.to_a_lone_run()
    chat.prompted()
    chat.says("done, effort 4")
    today = chat.desk.today
    assert not [receipt for receipt in chat.receipts if receipt.date == today]


def test_a_walk_with_the_dog_takes_no_running_away(chat: Chat) -> None:
    chat.forward(days=1)
    before = training_of(chat.desk).coming
    chat.says("walked the dog 60 min, effort 2")
    assert [(log.kind, log.minutes) for log in chat.logs] == [("recovery_walk", 60.0)]
    assert chat.receipts == []
    assert training_of(chat.desk).coming.weeks == before.weeks


def test_what_has_no_room_left_today_is_not_called_missed(chat: Chat) -> None:
    chat.says("walked 60 min, effort 2")
    assert [receipt.rule for receipt in chat.receipts] == ["limits"]


def test_a_run_from_before_the_plan_is_logged(chat: Chat) -> None:
    chat.says("ran 5k in 31:20 on 20 november")
    assert [log.distance_m for log in chat.logs] == [5000]


def test_a_run_of_ones_own_is_called_a_run(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done, effort 4")
    chat.says("10k in 45:00, effort 9")
    assert chat.text.startswith("Run ·")


def test_nothing_planned_is_nothing_to_skip(chat: Chat) -> None:
    while chat.desk.today.weekday() != 4:
        chat.forward(days=1)
    chat.says("skip")
    assert chat.logs == []
    assert "nothing to skip" in chat.text


def test_a_walk_in_place_of_a_run_is_logged_as_a_walk(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Shorter")
    chat.taps("10 min walk")
    chat.taps("Done ✓")
    assert "Walk, a part of it" in chat.text
    assert [log.longest_run_s for log in chat.logs] == [0]


def test_a_pause_can_be_typed(chat: Chat) -> None:
    pause(chat.desk)
    chat.says("a week")
    assert "Paused until Mon 7 Dec" in chat.text


def test_a_planned_run_logged_in_minutes_alone_counts_its_way(chat: Chat) -> None:
    chat.to_a_lone_run()
    (planned,) = chat.prompted().sessions
    chat.says(f"ran {planned['minutes']} min, effort 7")
    assert [log.distance_m for log in chat.logs] == [planned["distance_m"]]
    assert "/km" not in chat.text
    assert "Your plan has changed" not in chat.text


def test_a_bare_done_on_a_full_day_says_what_is_still_open(chat: Chat) -> None:
    while len(training_of(chat.desk).sessions_on(chat.desk.today)) < 2:
        chat.forward(days=1)
    chat.prompted()
    chat.says("done, effort 4")
    assert "Still open today: Strength" in chat.text
    chat.says("done, effort 5")
    assert "Still open" not in chat.text
    assert [log.planned for log in chat.logs] == [True, True]
