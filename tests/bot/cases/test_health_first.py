"""Pain and symptoms are kept and answered whatever else a message asks for or tells (C3–C5)."""

import pytest

from storage.tables import Log
from tests.bot.cases.chat import Chat


def run_of(chat: Chat) -> list[float | None]:
    """The distances that are logged."""
    return [log.distance_m for log in chat.logs if log.distance_m]


def check_ins(chat: Chat) -> list[Log]:
    """What was told of health apart from any activity."""
    return [log for log in chat.logs if log.status is None]


@pytest.mark.parametrize(
    ("words", "signs"),
    [
        ("delete that run, chest pain and i fainted", {"chest_pain", "fainting"}),
        ("delete the 5k, my chest hurts", {"chest_pain"}),
        ("chest pain, delete the 5k", {"chest_pain"}),
        ("delete it. i fainted", {"fainting"}),
        ("remove the 5k because i have a fever", {"fever"}),
    ],
)
def test_symptoms_beside_a_deletion_are_kept_and_the_log_is_deleted(chat: Chat, words: str, signs: set[str]) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says(words)
    assert [signs <= set(log.symptoms) for log in check_ins(chat)] == [True]
    assert run_of(chat) == []


def test_a_session_scrapped_for_a_fever_keeps_the_fever_first_of_all(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("scrap the session, i feel sick with fever")
    assert ["fever" in log.symptoms for log in check_ins(chat)] == [True]


@pytest.mark.parametrize(
    ("words", "area", "level"),
    [
        ("remove that, left knee 6/10", "knee", 6),
        ("delete the 5k, my shin hurts 5/10", "shin", 5),
        ("my knee hurts 6/10, delete the 5k", "knee", 6),
        ("delete that but my left knee hurts 3/10", "knee", 3),
    ],
)
def test_a_pain_beside_a_deletion_is_kept_and_the_log_is_deleted(chat: Chat, words: str, area: str, level: int) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says(words)
    assert [(log.pain_area, log.pain_level) for log in check_ins(chat)] == [(area, level)]
    assert run_of(chat) == []


def test_a_pain_without_a_figure_beside_a_deletion_is_asked_about(chat: Chat) -> None:
    chat.says("ran 5k in 31:20, effort 4")
    chat.says("delete that run, my left knee hurts")
    assert run_of(chat) == []
    assert "from 0 (none) to 10" in chat.text


@pytest.mark.parametrize(
    ("words", "area", "level"),
    [
        ("ran 5k in 27:30, best since october, left knee 5/10", "knee", 5),
        ("8k easy, race in 2 weeks, shin pain 6/10", "shin", 6),
        ("have a race in april, knee hurts 5/10", "knee", 5),
    ],
)
def test_a_pain_beside_a_race_is_kept(chat: Chat, words: str, area: str, level: int) -> None:
    chat.says(words)
    assert [(log.pain_area, log.pain_level) for log in chat.logs] == [(area, level)]


@pytest.mark.parametrize(
    "words", ["delete the knee pain", "remove the left knee 3/10", "delete the one with knee pain"]
)
def test_a_pain_that_is_to_be_deleted_is_not_told_anew(chat: Chat, words: str) -> None:
    chat.says("left knee 3/10")
    chat.says(words)
    assert chat.logs == []


def test_a_pain_in_a_race_of_last_year_is_no_pain_of_today(chat: Chat) -> None:
    chat.says("my knee hurt in the marathon last year, 3:58:12")
    assert chat.logs == []
