"""``/measure``: by taps and words, as trends, and kindly refused where S2 asks for it."""

import pytest
from sqlmodel import Session, col, select

from bot.cases import measuring
from bot.cases.progress import progress
from bot.cases.training import training_of
from bot.conversations.asking import talk_at
from bot.conversations.flows import BY_KEY
from bot.words import words_for
from coach.profile import DistanceUnit
from storage.measurements import measurement_by_id, measurements_of
from storage.tables import Measurement
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON


def asked(chat: Chat, words: str = "") -> str:
    """What ``/measure`` says."""
    measuring.measure(chat.desk, words)
    chat._listen()
    return chat.text


def kept(chat: Chat) -> list[tuple[str, float]]:
    rows = select(Measurement).order_by(col(Measurement.id))
    return [(row.kind, row.value) for row in chat.desk.session.exec(rows) if row.deleted_at is None]


def test_a_girth_is_guided_and_asks_for_a_second_reading(chat: Chat) -> None:
    asked(chat)
    chat.taps("Thigh")
    assert "Always the same side" in chat.text
    chat.says("58.2")
    assert "one more reading" in chat.text
    chat.says("58.6")
    assert "one more" not in chat.text
    assert "Thigh: 58.4 cm" in asked(chat)
    assert kept(chat) == [("thigh_cm", 58.2), ("thigh_cm", 58.6)]


def test_a_girth_read_once_is_shown_and_not_lost(chat: Chat) -> None:
    chat.says("waist 92 cm")
    assert "Waist: 92 cm, read once on Mon 30 Nov" in asked(chat)
    assert "Nothing measured" not in chat.text
    chat.forward(days=1)
    chat.says("waist 91 cm, waist 92 cm")
    assert "read once" not in asked(chat)


def test_two_readings_in_words_are_both_kept(chat: Chat) -> None:
    chat.says("thigh 58.2 58.6")
    assert kept(chat) == [("thigh_cm", 58.2), ("thigh_cm", 58.6)]
    assert "one more" not in chat.text


def test_words_behind_the_command_are_kept(chat: Chat) -> None:
    assert "82.4 kg" in asked(chat, "weight 82.4 kg")
    assert kept(chat) == [("weight_kg", 82.4)]


def test_another_figure_while_one_is_waited_for_is_read_for_what_it_is(chat: Chat) -> None:
    asked(chat)
    chat.taps("Thigh")
    chat.says("weight 82.4 kg")
    assert kept(chat) == [("weight_kg", 82.4)]


def test_what_cannot_be_true_is_asked_again(chat: Chat) -> None:
    asked(chat)
    chat.taps("Resting pulse")
    chat.says("300")
    assert "between 30 and 120" in chat.text
    chat.says("58")
    assert kept(chat) == [("resting_hr", 58)]


def test_no_verdict_on_weight_before_four_weeks(chat: Chat) -> None:
    chat.says("weight 84 kg")
    for _ in range(3):
        chat.forward(days=7)
        chat.says("weight 82 kg")
    assert "shows after four weeks" in asked(chat)
    assert "less in four weeks" not in chat.text
    for _ in range(3):
        chat.forward(days=7)
        chat.says("weight 80.5 kg")
    assert "less in four weeks" in asked(chat)


def test_a_centimetre_of_thigh_is_no_change(chat: Chat) -> None:
    chat.says("thigh 58 58.4")
    chat.forward(days=28)
    chat.says("thigh 57 57.2")
    assert "no change that a tape can tell (that takes 1.5 cm)" in asked(chat)
    chat.forward(days=28)
    chat.says("thigh 56 56.2")
    assert "2.1 cm less than at first" in asked(chat)


def test_a_hidden_weight_is_kept_and_shown_nowhere(chat: Chat) -> None:
    chat.says("weight 84 kg")
    asked(chat)
    chat.taps("Hide my weight")
    assert "84" not in chat.text
    chat.says("weight 83.3 kg")
    assert "83.3" not in chat.text
    assert kept(chat)[-1] == ("weight_kg", 83.3)
    asked(chat)
    chat.taps("Show my weight")
    assert "Weight, smoothed" in chat.text


@pytest.mark.parametrize("profile", [{"age": 17}, {"health": {"flags": ["eating_disorder"], "cleared": True}}])
def test_minors_and_whom_figures_harm_have_no_weight_and_girth(session: Session, profile: dict[str, object]) -> None:
    chat = Chat.with_an_athlete(session, NOON, **profile)
    chat.buttons.clear()
    asked(chat)
    assert set(chat.buttons) == {"Sleep", "Resting pulse"}
    chat.says("weight 61 kg, slept 8h")
    assert "I keep no weight" in chat.text
    assert [kind for kind, _ in kept(chat)] == ["sleep_h"]


def test_miles_people_measure_in_inches_and_pounds(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, units="mi")
    chat.desk.words = words_for("en", DistanceUnit.MI)
    asked(chat)
    chat.taps("Calf")
    assert "inches" in chat.text
    chat.says("15 15.1")
    assert "Calf: 15.1 in" in asked(chat) or "Calf: 15 in" in chat.text


def test_an_edited_answer_takes_the_place_of_the_figure_it_gave(chat: Chat) -> None:
    asked(chat)
    chat.taps("Weight")
    message = chat.says("182")
    chat.forward(days=1)
    chat.says("82", edits=message)
    assert kept(chat) == [("weight_kg", 82)]
    assert "82 kg" in chat.text
    row = chat.desk.session.exec(select(Measurement).where(Measurement.deleted_at == None)).one()  # noqa: E711 — SQL
    assert (chat.desk.today - row.date).days == 1


def test_an_edited_answer_that_cannot_be_true_is_asked_again_and_changes_nothing(chat: Chat) -> None:
    asked(chat)
    chat.taps("Resting pulse")
    message = chat.says("58")
    chat.says("580", edits=message)
    assert "between 30 and 120" in chat.text
    assert kept(chat) == [("resting_hr", 58)]


def test_an_answer_edited_into_something_else_is_read_for_what_it_is(chat: Chat) -> None:
    asked(chat)
    chat.taps("Thigh")
    message = chat.says("58.2 58.6")
    chat.says("weight 70 kg", edits=message)
    assert kept(chat) == [("weight_kg", 70)]


def test_left_and_right_are_two_readings_whatever_else_the_message_says(chat: Chat) -> None:
    chat.says("weight 70.2 kg, left thigh 58, right thigh 59, slept 7h")
    assert kept(chat) == [("weight_kg", 70.2), ("thigh_cm", 58), ("thigh_cm", 59), ("sleep_h", 7)]
    assert "one more reading" not in chat.text


def test_a_figure_is_taken_back_from_the_list_and_brought_back(chat: Chat) -> None:
    chat.says("thigh 58 58.4")
    chat.says("weight 170 kg")
    asked(chat)
    chat.taps("Latest figures")
    assert "1. Mon 30 Nov · Weight 170 kg" in chat.text
    chat.taps("✕ 1")
    assert "Taken back" in chat.text
    assert kept(chat) == [("thigh_cm", 58), ("thigh_cm", 58.4)]
    chat.taps("Undo")
    assert kept(chat) == [("thigh_cm", 58), ("thigh_cm", 58.4), ("weight_kg", 170)]
    chat.taps("‹ Back")
    assert "Weight, smoothed: 170 kg" in chat.text


def test_words_do_what_the_buttons_of_the_list_do(chat: Chat) -> None:
    chat.says("thigh 58 58.4")
    asked(chat)
    chat.taps("Latest figures")
    chat.says("delete 2")
    assert kept(chat) == [("thigh_cm", 58.4)]
    chat.says("undo")
    assert kept(chat) == [("thigh_cm", 58), ("thigh_cm", 58.4)]
    chat.says("delete 7")
    assert len(kept(chat)) == 2


def test_the_list_shows_no_hidden_weight_and_is_not_offered_empty(chat: Chat) -> None:
    chat.buttons.clear()
    asked(chat)
    assert "Latest figures" not in chat.buttons
    chat.says("weight 84 kg, slept 7h")
    asked(chat)
    chat.taps("Hide my weight")
    chat.taps("Latest figures")
    assert "84" not in chat.text
    assert "Sleep 7 h" in chat.text


def without_a_body(session: Session) -> Chat:
    """A chat with an athlete of whom no weight, height and sex are known."""
    chat = Chat.with_an_athlete(session, NOON)
    known = chat.desk.owner.profile.items()
    chat.desk.owner.profile = {key: value for key, value in known if key not in {"weight_kg", "height_cm", "sex"}}
    return chat


def test_a_weight_taken_back_is_no_longer_what_the_plan_goes_by(session: Session) -> None:
    chat = without_a_body(session)
    chat.says("weight 170 kg")
    assert chat.desk.owner.profile["weight_kg"] == 170
    asked(chat)
    chat.taps("Latest figures")
    chat.taps("✕ 1")
    assert "weight_kg" not in chat.desk.owner.profile
    chat.taps("Undo")
    assert chat.desk.owner.profile["weight_kg"] == 170


def weighs(chat: Chat) -> object:
    """The weight that the plan goes by."""
    return chat.desk.owner.profile.get("weight_kg")


def drops_the_first(chat: Chat) -> None:
    """Take back the newest figure of the list."""
    asked(chat)
    chat.taps("Latest figures")
    chat.taps("✕ 1")


def test_a_weight_that_was_answered_stays_though_the_same_is_taken_back_as_a_reading(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, experience="new", height_cm=168, weight_kg=110)
    before = [(day.date, day.kind) for day in training_of(chat.desk).sent_on_or_after(chat.desk.today)]
    chat.says("weight 110 kg")
    drops_the_first(chat)
    assert weighs(chat) == 110
    assert [(day.date, day.kind) for day in training_of(chat.desk).sent_on_or_after(chat.desk.today)] == before


def test_the_newest_reading_that_stands_takes_the_place_of_the_one_taken_back(session: Session) -> None:
    chat = without_a_body(session)
    for words in ("weight 110 kg", "weight 109 kg", "weight 108 kg"):
        chat.says(words)
    assert weighs(chat) == 110
    drops_the_first(chat)
    assert weighs(chat) == 110
    chat.taps("✕ 2")
    assert weighs(chat) == 109
    chat.taps("Undo")
    assert weighs(chat) == 110


def test_a_weight_answered_after_it_was_learnt_no_longer_hangs_on_the_reading(session: Session) -> None:
    chat = without_a_body(session)
    chat.says("weight 110 kg")
    question, talk = BY_KEY["weight"], talk_at(chat.desk)
    question.save(110, talk.situation(question))
    drops_the_first(chat)
    assert weighs(chat) == 110


@pytest.mark.parametrize("words", ["sorry weight 70 kg", "sorry 70", "no i mean 70 kg"])
def test_a_weight_put_right_in_words_is_what_the_plan_goes_by(session: Session, words: str) -> None:
    chat = without_a_body(session)
    chat.says("weight 120 kg")
    chat.says(words)
    assert (kept(chat), weighs(chat)) == ([("weight_kg", 70)], 70)


def test_a_weight_put_right_changes_none_that_was_answered(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, weight_kg=64)
    chat.says("weight 120 kg")
    chat.says("sorry weight 70 kg")
    assert (kept(chat), weighs(chat)) == ([("weight_kg", 70)], 64)


def test_a_weight_edited_together_with_a_run_is_learnt_anew(session: Session) -> None:
    chat = without_a_body(session)
    message = chat.says("weight 120 kg, ran 5k in 30 min")
    chat.says("weight 70 kg, ran 5k in 30 min", edits=message)
    assert (kept(chat), weighs(chat)) == ([("weight_kg", 70)], 70)


def test_a_figure_of_somebody_else_cannot_be_taken_back(session: Session) -> None:
    ana = Chat.with_an_athlete(session, NOON)
    ana.says("slept 7h")
    (row,) = session.exec(select(Measurement)).all()
    assert measurement_by_id(session, ana.desk.athlete_id + 1, row.id or 0) is None


@pytest.mark.parametrize(
    "words",
    ["172cm 70kg female", "I'm 1.72 m, 70 kg, female", "female, 172 cm and 70 kg, 34 years old"],
)
def test_height_and_sex_told_with_the_weight_are_kept(session: Session, words: str) -> None:
    chat = without_a_body(session)
    chat.says(words)
    profile = chat.desk.owner.profile
    assert (profile["height_cm"], profile["sex"], profile["weight_kg"]) == (172, "female", 70)
    assert "172 cm" in chat.text


def test_what_is_known_already_is_not_said_again(session: Session) -> None:
    chat = Chat.with_an_athlete(session, NOON, height_cm=172, sex="female")
    chat.says("172cm 70kg female")
    assert "settings" not in chat.text


@pytest.mark.parametrize("words", ["waist 80", "waist 80 centimetres", "80 centimetres"])
def test_centimetres_are_kept_as_such_for_whoever_thinks_in_miles(session: Session, words: str) -> None:
    chat = Chat.with_an_athlete(session, NOON, units="mi")
    chat.desk.words = words_for("en", DistanceUnit.MI)
    asked(chat)
    chat.taps("Waist")
    chat.says(words)
    assert kept(chat) == [("waist_cm", 80)]


def test_progress_shows_the_same_trends_and_no_weight_that_is_hidden(chat: Chat) -> None:
    chat.says("weight 84 kg, thigh 58 58.4")
    progress(chat.desk)
    chat._listen()
    assert "Weight, smoothed: 84 kg" in chat.text
    assert "Thigh: 58.2 cm" in chat.text
    chat.desk.owner.profile = {**chat.desk.owner.profile, "weight_hidden": True}
    progress(chat.desk)
    chat._listen()
    assert "84" not in chat.text


@pytest.mark.parametrize(
    ("words", "back"),
    [
        ("weight 71.2 yesterday", 1), ("yesterday weight 71.2 kg", 1), ("weighed 71.2 kg on monday", 2),
        ("weight 71.2", 0), ("ran 5k in 30:00 yesterday, weight 71.2 kg", 1),
        ("weight 71.2 yesterday, today ran 5k in 30:00", 1),
    ],
)  # fmt: skip
def test_a_measurement_is_kept_under_the_day_that_is_said_of_it(chat: Chat, words: str, back: int) -> None:
    chat.forward(days=2)
    chat.says(words)
    ((day, value),) = measurements_of(chat.desk.session, chat.desk.athlete_id, "weight_kg")
    assert (value, (chat.desk.today - day).days) == (71.2, back)
    assert ("Kept for" in chat.text) == bool(back)


def test_delete_1_takes_the_newest_weight_and_the_older_one_stands_again(session: Session) -> None:
    chat = without_a_body(session)
    chat.says("weight 71.2")
    chat.forward(days=1)
    chat.says("weight 70.4")
    assert chat.desk.owner.profile["weight_kg"] == 71.2
    chat.forward(days=1)
    chat.says("weight 170")
    asked(chat)
    chat.taps("Latest figures")
    chat.says("delete 1")
    assert [reading for _, reading in kept(chat)] == [71.2, 70.4]
    chat.says("delete 2")
    assert [reading for _, reading in kept(chat)] == [70.4]
    assert chat.desk.owner.profile["weight_kg"] == 70.4
    chat.says("undo")
    assert [reading for _, reading in kept(chat)] == [71.2, 70.4]


@pytest.mark.parametrize(
    "said", ["hide my weight", "please don't show me my weight anymore", "Stop showing the weight"]
)
def test_a_weight_is_hidden_and_shown_again_in_words(chat: Chat, said: str) -> None:
    chat.says("weight 70 kg")
    chat.says(said)
    assert "70" not in chat.text
    chat.says("weight 71 kg")
    assert "71" not in chat.text
    chat.says("show my weight again")
    assert "kg" in chat.text


@pytest.mark.parametrize("said", ["show my weight", "show me my weight please"])
def test_who_asks_to_see_a_weight_that_is_not_hidden_sees_it(chat: Chat, said: str) -> None:
    chat.says("weight 70 kg")
    chat.says(said)
    assert "70 kg" in chat.text
