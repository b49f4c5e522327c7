"""A figure belongs to what is open: the pain, the effort or the doubt that was asked about last."""

import pytest

from tests.bot.cases.chat import Chat


@pytest.mark.parametrize("words", ["about a 3", "3", "3/10", "it's 3 out of 10", "maybe 3"])
def test_the_level_that_was_asked_for_completes_the_words(chat: Chat, words: str) -> None:
    chat.says("ran 5k in 31:20, left knee hurts")
    assert "How strong is the pain" in chat.text
    chat.says(words)
    (log,) = [log for log in chat.logs if log.kind is not None]
    assert (log.distance_m, log.pain_area, log.pain_level, log.rpe) == (5000, "knee", 3, None)


def test_a_pain_told_without_level_is_one_check_in_once_the_level_is_told(chat: Chat) -> None:
    chat.says("my knee hurts")
    chat.says("about a 2")
    assert [(log.pain_area, log.pain_level, log.rpe) for log in chat.logs] == [("knee", 2, None)]


def test_a_level_right_after_the_answer_to_a_pain_corrects_it_and_is_no_effort(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("my knee hurts 5/10")
    chat.says("about a 3")
    assert [(log.pain_level, log.rpe) for log in chat.logs] == [(None, None), (3, None)]


def test_a_bare_figure_is_the_effort_that_a_card_waits_for(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("my knee hurts 2/10")
    chat.says("6")
    assert [(log.pain_level, log.rpe) for log in chat.logs] == [(None, 6), (2, None)]


def test_about_a_figure_after_a_card_is_its_effort(chat: Chat) -> None:
    chat.says("ran 5k in 31:20")
    chat.says("about a 3")
    assert [log.rpe for log in chat.logs] == [3]


def test_a_reply_to_the_answer_about_a_pain_corrects_that_pain(chat: Chat) -> None:
    chat.says("my knee hurts 5/10")
    (check_in,) = chat.logs
    asked = chat.message_about(f"log:{check_in.id}")
    chat.says("ran 5k in 31:20")
    chat.says("more like 3", reply_to=asked)
    assert [(log.pain_level, log.rpe) for log in chat.logs] == [(3, None), (None, None)]


@pytest.mark.parametrize(
    ("first", "answer", "field", "value"),
    [
        ("ran 5k in 31:20, effort 14", "8", "rpe", 8),
        ("ran 5k in 31:20, hr 400, effort 4", "148", "avg_hr", 148),
        ("ran 5k in 31:20, knee 14/10", "4", "pain_level", 4),
    ],
)
def test_a_figure_that_cannot_be_true_is_replaced_by_the_answer(
    chat: Chat, first: str, answer: str, field: str, value: int
) -> None:
    chat.says(first)
    assert chat.logs == []
    chat.says(answer)
    (log,) = chat.logs
    assert (log.distance_m, getattr(log, field)) == (5000, value)


def test_an_answer_that_cannot_be_true_either_changes_nothing(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, hr 400")
    chat.says("39")
    assert chat.logs == []


def test_another_training_under_the_question_is_a_log_of_its_own(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, left knee hurts")
    chat.says("walked 3k in 40 min, effort 2")
    assert [log.distance_m for log in chat.logs if log.kind] == [3000]


def test_the_effort_field_s_name_still_opens_the_editor_s_pain(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("edit")
    chat.says("pain")
    chat.says("knee 2")
    assert [log.pain_level for log in chat.logs] == [2]


def test_the_day_that_was_asked_for_makes_the_log_of_that_day(chat: Chat) -> None:
    chat.says("ran 12 km last week, effort 5")
    assert "Which day was that" in chat.text
    chat.says("thursday")
    assert [(log.date.isoformat(), log.distance_m, log.rpe) for log in chat.logs] == [("2026-11-26", 12_000, 5)]


def test_the_time_told_in_answer_makes_one_log_with_the_distance_told_before(chat: Chat) -> None:
    chat.says("ran 5k in 4 min, effort 6")
    assert "A short answer is enough" in chat.text
    chat.says("40 min")
    assert [(log.distance_m, log.minutes, log.rpe) for log in chat.logs] == [(5000, 40, 6)]


def test_an_answer_that_is_in_doubt_too_is_asked_about_again_and_the_next_one_taken(chat: Chat) -> None:
    chat.says("ran 5k in 4 min, effort 6")
    chat.says("6 min")
    assert "nobody is that fast" in chat.text
    chat.says("36 min")
    assert [(log.distance_m, log.minutes) for log in chat.logs] == [(5000, 36)]


def test_an_ultra_runner_confirms_the_distance_with_a_yes(chat: Chat) -> None:
    chat.says("ran 130 km in 17 hours, effort 9")
    assert chat.logs == []
    chat.says("yes")
    assert [log.distance_m for log in chat.logs] == [130_000]


def test_a_measurement_in_doubt_is_kept_once_its_figure_is_told(chat: Chat) -> None:
    chat.says("waist 900")
    assert "does not look right" in chat.text
    chat.says("90")
    assert "90 cm" in chat.text


@pytest.mark.parametrize(
    ("words", "metres", "minutes"),
    [("yes", 42_200, 130.0), ("it was so", None, None), ("4:10", 42_200, 250.0), ("21.1 km in 2:10", 21_100, 130.0)],
)
def test_a_run_far_too_fast_for_this_athlete_is_asked_about_first(
    chat: Chat, words: str, metres: int | None, minutes: float | None
) -> None:
    chat.says("ran 42.2 km in 2:10, effort 9")
    assert "a lot faster than I know you" in chat.text
    assert chat.logs == []
    chat.says(words)
    assert [(log.distance_m, log.minutes, log.rpe) for log in chat.logs] == ([(metres, minutes, 9)] if metres else [])


def test_a_run_that_was_confirmed_once_is_not_asked_about_again(chat: Chat) -> None:
    chat.says("ran 10k in 33:00")
    chat.says("yes")
    chat.forward(days=2)
    chat.says("ran 10k in 33:10")
    assert [log.distance_m for log in chat.logs] == [10_000, 10_000]
